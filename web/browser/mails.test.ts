import {mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {randomUUID} from 'node:crypto';
import axe from 'axe-core';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import type {Browser} from 'playwright-core';
import {GATEWAY, launch, PHONE} from './visitor';

const MAILS = process.env.MAIL_PAGE ?? 'http://127.0.0.1:8025';
const SCREENS = resolve(import.meta.dirname, '../target/screens');

let browser: Browser;
let html: string;

const json = async (url: string, init?: RequestInit) => {
  const answer = await fetch(url, init);
  expect(answer.ok, `${url}: ${answer.status}`).toBe(true);
  return answer.json();
};

/** Books through the API, as the mail is what is looked at. */
beforeAll(async () => {
  browser = await launch();
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
  html = (await json(`${MAILS}/api/v1/message/${id}`)).HTML;
});
afterAll(() => browser.close());

test.each(['light', 'dark'] as const)('a confirmation is read on a phone, in %s colours', async (colorScheme) => {
  const context = await browser.newContext({viewport: PHONE.viewport, colorScheme});
  const page = await context.newPage();
  await page.setContent(html);
  mkdirSync(SCREENS, {recursive: true});
  await page.screenshot({path: `${SCREENS}/mail-${colorScheme}-phone.png`, fullPage: true});

  const [red] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number));
  expect(red! < 128, 'the ground is dark').toBe(colorScheme === 'dark');
  const faint = await page.evaluate(async (source) => {
    (0, eval)(source);
    const {axe: engine} = globalThis as unknown as {axe: typeof import('axe-core')};
    const result = await engine.run(document, {runOnly: ['color-contrast', 'link-in-text-block', 'image-alt', 'html-has-lang']});
    return result.violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }, axe.source);
  expect(faint).toEqual([]);
  const {inner, outer} = await page.evaluate(() => ({inner: document.documentElement.scrollWidth, outer: innerWidth}));
  expect(inner, 'is wider than the screen').toBeLessThanOrEqual(outer);
  await context.close();
});
