import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {DESKTOP, GATEWAY, launch, PHONE, Visitor} from './visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The hours of somebody on the list, as everybody comes to them; those who come last on it are free for days. */
async function times(page: Page) {
  await page.goto('/therapists?treatment=SWEDISH&minutes=60');
  await page.getByRole('link', {name: /All times/}).last().click();
  await page.getByRole('button', {name: /^\d\d:\d\d$/}).first().waitFor();
}

const says = async (page: Page, who: string) => {
  await page.getByLabel('Your name').fill('Nora Neumann');
  await page.getByLabel('E-mail', {exact: true}).fill(`${who}-${Date.now()}@client.example`);
};

describe.each([PHONE, {...DESKTOP, dark: true}])('on a $name', (size) => {
  const how = 'dark' in size ? {colorScheme: 'dark' as const} : {};

  test('visits are held in a row, booked together, and one of them is opened', async () => {
    const visitor = await Visitor.comes(browser, size, how);
    const {page} = visitor;
    await times(page);
    await page.getByRole('button', {name: /^\d\d:\d\d$/}).nth(2).click();
    await page.getByRole('link', {name: 'Come every week'}).filter({visible: true}).click();
    await page.getByRole('heading', {name: 'These dates'}).waitFor();
    await page.getByRole('combobox', {name: 'How many visits?'}).selectOption('3');
    await page.getByRole('button', {name: /^Hold all [23] visits/}).waitFor();
    await visitor.looks('series-proposal');
    await says(page, `series-${size.name}`);
    await page.getByRole('button', {name: /^Hold all/}).click();
    await page.getByText(/Held for you: 9:\d\d left/).waitFor();
    await page.getByText('None of these').click();
    await visitor.looks('series-held');
    await page.getByRole('button', {name: 'Book all of it'}).click();
    await page.getByText('Your series is booked.').waitFor();
    await visitor.looks('series');
    await page.getByRole('button', {name: 'Cancel all that is to come'}).click();
    await page.getByRole('dialog').getByText(/It costs/).waitFor();
    await page.getByRole('button', {name: /^Cancel them/}).click();
    await page.getByText('Cancelled', {exact: true}).waitFor();
    await visitor.goes();
  });

  test('two begin at the same time, and each answers what is asked', async () => {
    const visitor = await Visitor.comes(browser, size, how);
    const {page} = visitor;
    await times(page);
    await page.getByRole('link', {name: 'For two at the same time'}).click();
    await page.getByRole('heading', {name: 'Times for both'}).waitFor();
    await page.getByRole('button', {name: /^\d\d:\d\d$/}).first().click();
    await says(page, `couple-${size.name}`);
    await page.getByLabel('Their name').fill('Sam Sommer');
    await visitor.looks('couple');
    await page.getByRole('button', {name: /^Hold \d\d:\d\d for both/}).click();
    await page.getByText(/Held for you/).waitFor();
    await page.getByText('None of these').first().click();
    await page.getByText('None of these').last().click();
    await visitor.looks('couple-details');
    await page.getByRole('button', {name: 'Book this hour'}).click();
    await page.getByRole('heading', {name: /See you/}).waitFor();
    await page.getByRole('button', {name: /^Undo/}).click();
    await page.getByText('the hour is free again').waitFor();
    await visitor.goes();
  });

  test('who finds nothing that fits waits for it, and can leave', async () => {
    const visitor = await Visitor.comes(browser, size, how);
    const {page} = visitor;
    await times(page);
    await page.getByRole('link', {name: /Nothing fits/}).click();
    await says(page, `waiting-${size.name}`);
    // Until today, and known a day before: nothing can be free for that.
    await page.getByLabel('Until, at the latest').fill(await page.getByLabel('From').inputValue());
    await page.getByLabel('From').fill((await page.getByLabel('From').getAttribute('min'))!);
    await page.getByLabel('Until, at the latest').fill((await page.getByLabel('From').getAttribute('min'))!);
    await page.getByRole('combobox', {name: /How long before/}).selectOption('1440');
    await visitor.looks('waitlist-join');
    await page.getByRole('button', {name: 'Wait for it'}).click();
    await page.getByText('You are waiting.').waitFor();
    await visitor.looks('waitlist-place');
    await page.getByRole('button', {name: /don’t want to wait/}).click();
    await page.getByText('You are not waiting any more.').waitFor();
    await visitor.goes();
  });

  test('somebody who is known plans, chooses how to be told, and reads what being forgotten means', async () => {
    const visitor = await Visitor.comes(browser, size, how, 'jo@');
    const {page} = visitor;
    await page.goto('/plans');
    await page.getByRole('heading', {name: 'My treatment plan'}).waitFor();
    await page.getByText('Make a plan', {exact: true}).waitFor();
    if ((await page.getByRole('button', {name: 'End this plan'}).count()) === 0) {
      await page.getByRole('combobox', {name: 'Where?'}).selectOption({index: 1});
      await page.getByRole('combobox', {name: 'What?'}).selectOption('SWEDISH');
      await page.getByRole('button', {name: 'Make the plan'}).click();
    }
    await page.getByRole('heading', {name: 'Where you stand'}).first().waitFor();
    await visitor.looks('plan');
    for (const [address, heading] of [
      ['/vouchers', 'Vouchers and packages'],
      ['/inbox', 'Inbox'],
      ['/preferences', 'How we tell you'],
      ['/forget', 'Forget me'],
    ] as const) {
      await page.goto(address);
      await page.getByRole('heading', {name: heading, level: 1}).waitFor();
      await visitor.looks(address.slice(1));
    }
    await page.goto('/preferences');
    await page.getByRole('combobox', {name: 'In which language?'}).selectOption('en');
    await page.getByRole('button', {name: 'Save'}).click();
    await page.getByText('Saved. It holds from now on.').waitFor();
    await visitor.goes();
  });
});

describe('in a clinic’s own site', () => {
  let site: Server;
  let address: string;
  beforeAll(async () => {
    site = createServer((request, answer) => {
      answer.setHeader('Content-Type', 'text/html;charset=UTF-8');
      const script = `<script src="${GATEWAY}/embed.js" data-treatment="SWEDISH" data-look="light" data-primary="#7a3e9d" data-title="Book a massage"></script>`;
      const wrong = `<iframe title="Whole" src="${GATEWAY}/therapists"></iframe>`;
      answer.end(`<!doctype html><html lang="en"><title>Spree</title><main><h1>Our clinic</h1>${request.url === '/whole' ? wrong : script}</main></html>`);
    });
    await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
    // By another name than the gateway: another origin.
    address = `http://localhost:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => site.close());

  test('one script shows the booking flow, in the site’s colour, as high as it is', async () => {
    const visitor = await Visitor.comes(browser, DESKTOP);
    const {page} = visitor;
    await page.goto(address);
    const frame = page.frameLocator('iframe[title="Book a massage"]');
    await frame.getByRole('article').getByRole('link', {name: /Morning|Afternoon|Evening/}).first().waitFor();
    const height = () => page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height);
    await expect.poll(height).toBeGreaterThan(1000);
    const tall = await height();
    await page.screenshot({path: new URL('../target/screens/embed.png', import.meta.url).pathname, fullPage: true});
    await frame.getByRole('article').getByRole('link', {name: /Morning|Afternoon|Evening/}).last().click();
    await frame.getByLabel('Your name').fill('Nora Embedded');
    await frame.getByLabel('E-mail').fill(`embedded-${Date.now()}@client.example`);
    await frame.getByRole('button', {name: 'Hold this time'}).click();
    await frame.getByText(/Held for you/).waitFor();
    await expect.poll(height).toBeLessThan(tall);
    expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--primary'))).toBe('#7a3e9d');
    await frame.getByRole('button', {name: 'Give it back'}).click();
    await frame.getByRole('button', {name: /^\d\d:\d\d$/}).first().waitFor();
    await visitor.goes();
  });

  test('no other page lets itself be framed', async () => {
    const visitor = await Visitor.comes(browser, DESKTOP);
    await visitor.page.goto(`${address}/whole`);
    await expect.poll(() => visitor.page.frames().map((frame) => frame.url()).join(' ')).toMatch(/chrome-error/);
    await visitor.page.context().close();
  });
});
