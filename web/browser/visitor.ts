import {mkdirSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import axe from 'axe-core';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
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

/** Somebody before a screen: counts their steps, and keeps an eye on every page they come to. */
export class Visitor {
  steps = 0;
  private readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly size: Size,
  ) {
    // What the browser refuses by policy, and what the page's own scripts drop.
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) this.faults.push(line.text());
    });
  }

  static async comes(browser: Browser, size: Size, how: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
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

  /** Takes a picture, and lets axe look for what keeps people out. */
  async looks(name: string): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    mkdirSync(SCREENS, {recursive: true});
    await this.page.screenshot({path: `${SCREENS}/${name}-${this.size.name}.png`, fullPage: true});
    // Over the debugging connection: the page's policy lets nothing else in.
    const found = await this.page.evaluate(async (source) => {
      (0, eval)(source);
      const {axe: engine} = globalThis as unknown as {axe: typeof import('axe-core')};
      const result = await engine.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
      return result.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`);
    }, axe.source);
    expect(found, name).toEqual([]);
    const {inner, outer} = await this.page.evaluate(() => ({inner: document.documentElement.scrollWidth, outer: innerWidth}));
    expect(inner, `${name} is wider than the screen`).toBeLessThanOrEqual(outer);
  }

  /** Leaves; nothing may have gone wrong unseen. */
  async goes(): Promise<void> {
    await this.page.context().close();
    expect(this.faults).toEqual([]);
  }
}

/** Somebody of the demo's staff, before the page that their day begins with. */
export async function signsIn(browser: Browser, name: string, size: Size, dark = false): Promise<Visitor> {
  const visitor = await Visitor.comes(browser, size, dark ? {colorScheme: 'dark'} : {});
  const {page} = visitor;
  const {email, password} = person(name);
  await page.goto('/staff');
  await page.getByRole('main').getByRole('link', {name: 'Sign in'}).click();
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
  await page.waitForURL(/\/staff\//);
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
