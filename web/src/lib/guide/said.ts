import i18next from 'i18next';
import {speaks} from '../words';

/** By what the service says in English; so what it says anew is shown as it is until it is translated. */
type Said = {[english: string]: string};

const useSaidIn = speaks<Said>('said', {en: {}, de: () => import('./de'), es: () => import('./es')});

const parts = (english: string) => [...english.matchAll(/{(\w+)}/g)].map(([, name]) => name!);

/** As a pattern: what stands in braces is whatever the service has filled in. */
const pattern = (english: string) => new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/{\w+}/g, '(.+)')}$`);

/** The same in another language; undefined where it is not known. */
export function translated(english: string, texts: Said): string | undefined {
  const exact = texts[english];
  if (exact) return exact;
  for (const [known, text] of Object.entries(texts)) {
    if (!known.includes('{')) continue;
    const filled = pattern(known).exec(english);
    if (!filled) continue;
    return parts(known).reduce((all, name, index) => all.replace(`{${name}}`, texts[filled[index + 1]!] ?? filled[index + 1]!), text);
  }
  return undefined;
}

/** Says what a service says in English, in the visitor's language if it is known there. */
export function useSaid() {
  useSaidIn();
  const texts = (i18next.getResourceBundle(i18next.language, 'said') ?? {}) as Said;
  return (english: string) => translated(english, texts);
}
