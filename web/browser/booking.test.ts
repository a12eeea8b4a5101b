import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Browser} from 'playwright-core';
import {DESKTOP, launch, PHONE, Visitor} from './visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([PHONE, DESKTOP])('on a $name', (size) => {
  test('somebody in pain, here for the first time, finds an hour and books it', async () => {
    const began = Date.now();
    const visitor = await Visitor.comes(browser, size);
    const {page} = visitor;
    await page.goto('/');
    await visitor.looks('landing');

    await visitor.does(() => page.getByRole('checkbox', {name: 'Between the shoulder blades'}).locator('path').first().click());
    await visitor.does(() => page.getByText('Knots', {exact: true}).click());
    await visitor.does(() => page.getByText('None of these').click());
    expect(await page.getByRole('checkbox', {name: 'Between the shoulder blades'}).getAttribute('aria-checked')).toBe('true');
    await visitor.does(() => page.getByRole('button', {name: 'What helps me'}).click());

    await page.getByRole('heading', {name: /Trigger point therapy/}).waitFor();
    await page.getByText('direct pressure until the knot releases').waitFor();
    expect(page.url()).not.toMatch(/RHOMBOIDS|KNOTS|pain/i);
    await visitor.looks('advice');
    await visitor.does(() => page.getByRole('link', {name: 'Show free times'}).click());

    const times = page.getByRole('article').getByRole('link', {name: /Morning|Afternoon|Evening/});
    await times.first().waitFor();
    await visitor.looks('therapists');
    await visitor.does(() => times.first().click());

    await page.getByLabel('Your name').waitFor();
    await visitor.looks('who');
    await visitor.does(() => page.getByLabel('Your name').fill('Nora Neumann'));
    await visitor.does(() => page.getByLabel('E-mail').fill(`nora-${size.name}-${began}@client.example`));
    await visitor.does(() => page.getByRole('button', {name: 'Hold this time'}).click());

    await page.getByText(/Held for you: 9:\d\d left/).waitFor();
    await visitor.looks('details');
    await page.reload();
    await page.getByText(/Held for you: 9:\d\d left/).waitFor();
    await visitor.does(() => page.getByRole('button', {name: 'Book this hour'}).click());

    await page.getByRole('heading', {name: /See you/}).waitFor();
    await visitor.looks('booked');
    expect(await page.getByText(/^RH-/).innerText()).toMatch(/^RH-[0-9A-Z]{6}$/);
    console.log(`landing to booked on a ${size.name}: ${visitor.steps} steps, ${((Date.now() - began) / 1000).toFixed(1)} s with all its pictures and checks`);
    expect(visitor.steps).toBeLessThanOrEqual(10);

    await page.getByRole('button', {name: /^Undo/}).click();
    await page.getByText('the hour is free again').waitFor();
    await visitor.goes();
  });

  test('a profile leads to a time, and a taken time to the nearest ones', async () => {
    const visitor = await Visitor.comes(browser, size);
    const {page} = visitor;
    await page.goto('/therapists');
    await page.getByRole('link', {name: 'Mira Albrecht', exact: true}).click();
    await page.getByRole('heading', {name: 'Mira Albrecht'}).waitFor();
    await visitor.looks('profile');
    await page.getByRole('link', {name: 'Choose a time'}).click();
    const slot = page.getByRole('button', {name: /^\d\d:\d\d$/}).nth(4);
    await slot.click();
    await visitor.looks('times');
    await page.getByText('Why is a time not offered?').click();
    await page.getByLabel(/A time on/).fill('03:00');
    await page.getByRole('button', {name: 'Ask'}).click();
    await page.getByRole('status').getByRole('listitem').first().waitFor();
    await page.getByRole('link', {name: /Go on with/}).first().click();
    const address = page.url();

    const other = await Visitor.comes(browser, size);
    for (const [who, at] of [['first', visitor], ['second', other]] as const) {
      await at.page.goto(address);
      await at.page.getByLabel('Your name').fill(who);
      await at.page.getByLabel('E-mail').fill(`${who}-${size.name}-${Date.now()}@client.example`);
      await at.page.getByRole('button', {name: 'Hold this time'}).click();
      if (at === visitor) await page.getByText(/Held for you/).waitFor();
    }
    await other.page.getByText('Somebody else was faster').waitFor();
    await other.looks('taken');
    await other.page.getByRole('alert').getByRole('link').first().click();
    await other.page.getByLabel('Your name').waitFor();
    await page.getByRole('button', {name: 'Give it back'}).click();
    await page.getByRole('heading', {name: /Choose a time/}).waitFor();
    await other.goes();
    await visitor.goes();
  });
});

test('who must see a doctor is stopped, and nothing is offered', async () => {
  const visitor = await Visitor.comes(browser, PHONE);
  const {page} = visitor;
  await page.goto('/');
  await page.getByRole('button', {name: 'What helps me'}).click();
  await page.getByRole('alert').waitFor();
  await page.getByText('Chest pain', {exact: true}).click();
  await page.getByRole('button', {name: 'What helps me'}).click();
  await page.getByRole('heading', {name: 'Please don’t book a massage now'}).waitFor();
  await visitor.looks('stop');
  expect(await page.getByRole('link', {name: 'Show free times'}).count()).toBe(0);
  await visitor.goes();
});

test('what a doctor must agree to is booked with the doctor’s word only, and a stop not at all', async () => {
  const visitor = await Visitor.comes(browser, DESKTOP);
  const {page} = visitor;
  await page.goto('/therapists?treatment=SWEDISH&minutes=60');
  await page.getByRole('article').getByRole('link', {name: /Morning|Afternoon|Evening/}).first().click();
  await page.getByLabel('Your name').fill('Paula Doctor');
  await page.getByLabel('E-mail').fill(`doctor-${Date.now()}@client.example`);
  await page.getByRole('button', {name: 'Hold this time'}).click();
  await page.getByRole('button', {name: 'Book this hour'}).click();
  await page.getByText('Answer this first').waitFor();
  await page.getByText('Fever', {exact: true}).click();
  await page.getByRole('button', {name: 'Book this hour'}).click();
  await page.getByText('Please don’t have a massage now').waitFor();
  expect(await page.getByRole('button', {name: 'Book this hour'}).count()).toBe(0);
  await page.getByText(/^✓Fever$/).click();
  await page.getByText('Pregnant', {exact: true}).click();
  await page.getByRole('button', {name: 'Book this hour'}).click();
  await page.getByText('Ask a doctor first').waitFor();
  await visitor.looks('doctor');
  await page.getByLabel('Which doctor agreed?').fill('Dr. Adler, my obstetrician');
  await page.getByLabel('When?').fill('2026-01-05');
  await page.getByRole('button', {name: 'Book this hour'}).click();
  await page.getByRole('heading', {name: /See you/}).waitFor();
  await visitor.goes();
});

test('in the dark and in German it is the same', async () => {
  const visitor = await Visitor.comes(browser, PHONE, {colorScheme: 'dark', locale: 'de-DE'});
  const {page} = visitor;
  await page.goto('/');
  await page.getByRole('heading', {name: 'Wo tut es weh?'}).waitFor();
  await visitor.looks('landing-dark-german');
  await page.goto('/therapists?treatment=DEEP_TISSUE&minutes=60');
  await page.getByRole('heading', {name: 'Frei für Tiefengewebsmassage'}).waitFor();
  await page.getByRole('article').getByRole('link', {name: /Vormittag|Nachmittag|Abend/}).first().waitFor();
  await visitor.looks('therapists-dark-german');
  await page.goto('/no/such/page');
  await page.getByRole('heading', {name: 'Diese Seite gibt es nicht'}).waitFor();
  await visitor.looks('not-there-dark-german');
  await visitor.goes();
});

test('without a connection, what was seen is still there', async () => {
  const visitor = await Visitor.comes(browser, PHONE);
  const {page} = visitor;
  await page.goto('/therapists');
  await page.getByRole('article').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await page.getByText('You are offline.').waitFor();
  await visitor.looks('offline');
  await page.context().setOffline(false);
  await page.context().close();
});
