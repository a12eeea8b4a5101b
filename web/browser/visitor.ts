import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import axe from 'axe-core';
import {chromium, type Browser, type BrowserContextOptions, type Page, type Request} from 'playwright-core';
import {expect} from 'vitest';

export const GATEWAY = process.env.GATEWAY ?? 'http://127.0.0.1:8080';
const SCREENS = resolve(import.meta.dirname, '../target/screens');

export const PHONE = {name: 'phone', viewport: {width: 390, height: 844}};
export const DESKTOP = {name: 'desktop', viewport: {width: 1280, height: 900}};
export type Size = typeof PHONE;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });

const signedIn = new Map<string, Promise<BrowserContextOptions['storageState']>>();

/** Fills in the page on which people sign in, from the one that has asked for it. */
export async function signIn(page: Page, name: string): Promise<void> {
  const {email, password} = person(name);
  await page.getByRole('main').getByRole('link', {name: 'Sign in'}).click();
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
}

/** What a browser keeps of somebody who has signed in; each person does so once, and goes on with that. */
function stateOf(browser: Browser, name: string) {
  const known = signedIn.get(name);
  if (known) return known;
  const made = (async () => {
    const context = await browser.newContext({baseURL: GATEWAY, locale: 'en-GB'});
    const page = await context.newPage();
    await page.goto('/visits');
    await signIn(page, name);
    await page.getByRole('button', {name: 'Sign out'}).waitFor();
    const state = await context.storageState();
    await context.close();
    return state;
  })();
  signedIn.set(name, made);
  return made;
}

/** Somebody before a screen: counts their steps, and keeps an eye on every page they come to. */
export class Visitor {
  steps = 0;
  private readonly faults: string[] = [];
  private readonly underway = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly size: Size,
  ) {
    // All but the stream of what has changed, which stays open.
    page.on('request', (request) => request.resourceType() !== 'eventsource' && this.underway.add(request));
    page.on('requestfinished', (request) => this.underway.delete(request));
    page.on('requestfailed', (request) => this.underway.delete(request));
    // What the browser refuses by policy, and what the page's own scripts drop.
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) this.faults.push(line.text());
    });
  }

  /** @param who of the demo, who has signed in before; nobody in particular if left out */
  static async comes(browser: Browser, size: Size, how: BrowserContextOptions = {}, who?: string): Promise<Visitor> {
    const context = await browser.newContext({
      ...(who && {storageState: await stateOf(browser, who)}),
      baseURL: GATEWAY,
      viewport: size.viewport,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      // What moves is shown where it ends, so that pictures and contrasts are those of the page at rest.
      reducedMotion: 'reduce',
      ...how,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return new Visitor(page, size);
  }

  /** One thing that a person does. */
  async does(step: (page: Page) => Promise<unknown>): Promise<void> {
    await step(this.page);
    this.steps++;
  }

  /** Takes a picture. */
  async keeps(name: string): Promise<void> {
    await this.rests();
    await this.page.screenshot({path: `${SCREENS}/${name}-${this.size.name}.png`, fullPage: true});
  }

  /** Takes a picture, and lets axe look for what keeps people out. */
  async looks(name: string): Promise<void> {
    await this.keeps(name);
    // Over the debugging connection: the page's policy lets nothing else in.
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(async () => {
      const {axe: engine} = globalThis as unknown as {axe: typeof import('axe-core')};
      const result = await engine.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // What is in order need not be told.
        resultTypes: ['violations'],
      });
      return result.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`);
    });
    expect(found, name).toEqual([]);
    const {inner, outer} = await this.page.evaluate(() => ({inner: document.documentElement.scrollWidth, outer: innerWidth}));
    expect(inner, `${name} is wider than the screen`).toBeLessThanOrEqual(outer);
  }

  /** Until nothing more is fetched, and what came is drawn. */
  private async rests(): Promise<void> {
    const began = Date.now();
    do {
      while (this.underway.size > 0) {
        if (Date.now() - began > 20_000) throw new Error(`still underway: ${[...this.underway].map((one) => one.url()).join(' ')}`);
        await new Promise((soon) => setTimeout(soon, 10));
      }
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    } while (this.underway.size > 0);
  }

  /** Leaves; nothing may have gone wrong unseen. */
  async goes(): Promise<void> {
    await this.page.context().close();
    expect(this.faults).toEqual([]);
  }
}

/** Somebody of the demo's staff, before the page that their day begins with. */
export async function signsIn(browser: Browser, name: string, size: Size, dark = false): Promise<Visitor> {
  const visitor = await Visitor.comes(browser, size, dark ? {colorScheme: 'dark'} : {}, name);
  await visitor.page.goto('/staff');
  await visitor.page.waitForURL(/\/staff\//);
  return visitor;
}

/** The demo's person whose address begins so, with their password of this run. */
export function person(name: string): {email: string; password: string} {
  const people = readFileSync(process.env.PEOPLE ?? resolve(import.meta.dirname, '../../.clinic/data/sign-in/people'), 'utf8');
  const line = people.split('\n').find((one) => one.startsWith(name));
  if (!line) throw new Error(`nobody is called ${name}`);
  const [email = '', password = ''] = line.split(/\s+/);
  return {email, password};
}
