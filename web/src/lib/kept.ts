import {useCallback, useState} from 'react';

/**
 * What outlives a reload of this tab and nothing else: never in the address, never on a server, gone with the tab. Where
 * a browser refuses to keep anything, it is kept in memory.
 */
const memory = new Map<string, string>();

export function keep(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(key, text);
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // private mode or full: memory has it
  }
}

export function kept<T>(key: string): T | undefined {
  let text: string | null | undefined;
  try {
    text = sessionStorage.getItem(key);
  } catch {
    text = undefined;
  }
  text ??= memory.get(key);
  return text == null ? undefined : (JSON.parse(text) as T);
}

export function forget(key: string): void {
  memory.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept there
  }
}

export function useKept<T>(key: string, first: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => kept<T>(key) ?? first);
  const set = useCallback(
    (next: T) => {
      keep(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, set];
}
