import {mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {randomUUID} from 'node:crypto';
import axe from 'axe-core';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import type {Browser} from 'playwright-core';
import type {Kind} from '../src/api/clinicAdmin';
import {GATEWAY, launch, PHONE, signsIn} from './visitor';

const MAILS = process.env.MAIL_PAGE ?? 'http://127.0.0.1:8025';
const SCREENS = resolve(import.meta.dirname, '../target/screens');

/** All that there are: the type says which one is missing. */
const KINDS: Record<Kind, true> = {
  CONFIRMATION: true,
  CHANGE: true,
  CANCELLATION: true,
  SERIES: true,
  SERIES_CANCELLATION: true,
  LICENCE: true,
  OFFER: true,
  INVITATION: true,
  GIFT_CARD: true,
  ADDRESS_CODE: true,
  WEBHOOK_DISABLED: true,
  INTAKE_CODE: true,
  GLASS_BROKEN: true,
  FAREWELL: true,
  HOLD_LAPSING: true,
  REMINDER: true,
  ARRIVAL: true,
  INTAKE_DUE: true,
  THANKS: true,
  PLAN_NUDGE: true,
  DAY_SHEET: true,
  ALERT: true,
};

let browser: Browser;

const json = async (url: string, init?: RequestInit) => {
  const answer = await fetch(url, init);
  expect(answer.ok, `${url}: ${answer.status}`).toBe(true);
  return answer.json();
};

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Books through the API, as the mail is what is looked at. */
async function confirmation(): Promise<string> {
  const email = `mail-${randomUUID()}@client.example`;
  const free = await json(`${GATEWAY}/api/v1/availability?treatment=SWEDISH&durationMinutes=60&limit=1000`);
  const {therapistId, clinicId, start} = free.slots.at(-1);
  await json(`${GATEWAY}/api/v1/bookings`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': randomUUID()},
    body: JSON.stringify({
      treatment: 'SWEDISH',
      lengthMinutes: 60,
      therapistId,
      clinicId,
      start,
      client: {name: 'Nora Neumann-Überlandstraßenbahnhaltestelle', email, language: 'de'},
      screening: {has: []},
    }),
  });
  const id = await vi.waitFor(
    async () => {
      const [mail] = (await json(`${MAILS}/api/v1/search?query=to:${email}`)).messages;
      if (!mail) throw new Error(`no mail to ${email} yet`);
      return mail.ID as string;
    },
    {timeout: 20_000, interval: 200},
  );
  return (await json(`${MAILS}/api/v1/message/${id}`)).HTML;
}

/** Every other kind as a clinic is shown it before it is sent: by the same scripts on the same page, of an example. */
async function previews(): Promise<[string, string][]> {
  const admin = await signsIn(browser, 'anton@', PHONE);
  const pages = await admin.page.evaluate(async (kinds) => {
    const read = async (answer: Response) => {
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      return answer.json();
    };
    const {csrfToken} = await read(await fetch('/session'));
    const {memberships} = await read(await fetch('/api/v1/me'));
    const of = `de?clinicId=${memberships[0].clinicId}`;
    return Promise.all(
      kinds.map(async (kind): Promise<[string, string]> => {
        const {text} = await read(await fetch(`/api/v1/message-scripts/${kind}/${of}`));
        const page = await read(
          await fetch(`/api/v1/message-scripts/${kind}/${of.replace('?', '/previews?')}`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken},
            body: JSON.stringify({text}),
          }),
        );
        return [kind.toLowerCase().replaceAll('_', '-'), page.html];
      }),
    );
  }, Object.keys(KINDS));
  await admin.goes();
  return pages;
}

test('every kind of mail is read on a phone, in light colours and in dark', async () => {
  const mails = [['to-a-client', await confirmation()] as [string, string], ...(await previews())];
  expect(mails).toHaveLength(1 + Object.keys(KINDS).length);
  mkdirSync(SCREENS, {recursive: true});
  const page = await (await browser.newContext({viewport: PHONE.viewport})).newPage();
  for (const [name, html] of mails) {
    await page.setContent(html);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme});
      await page.screenshot({path: `${SCREENS}/mail-${name}-${colorScheme}-phone.png`, fullPage: true});

      const at = `${name} in ${colorScheme}`;
      const [red] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number));
      expect(red! < 128, `${at}: the ground is dark`).toBe(colorScheme === 'dark');
      const faint = await page.evaluate(async () => {
        const {axe: engine} = globalThis as unknown as {axe: typeof import('axe-core')};
        const result = await engine.run(document, {runOnly: ['color-contrast', 'link-in-text-block', 'image-alt', 'html-has-lang']});
        return result.violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
      });
      expect(faint, at).toEqual([]);
      const {inner, outer} = await page.evaluate(() => ({inner: document.documentElement.scrollWidth, outer: innerWidth}));
      expect(inner, `${at} is wider than the screen`).toBeLessThanOrEqual(outer);
      const unsaid = await page.evaluate(() => document.body.innerText.match(/[{}]|undefined|null/g));
      expect(unsaid, `${at}: a place was not filled`).toBeNull();
    }
  }
  await page.context().close();
});
