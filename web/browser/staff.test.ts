import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Browser} from 'playwright-core';
import {DESKTOP, launch, person, PHONE, Visitor, type Size} from './visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Somebody of the demo's staff, before the page that their day begins with. */
async function staff(name: string, size: Size, dark = false): Promise<Visitor> {
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

test.each([
  {size: DESKTOP, dark: false},
  {size: PHONE, dark: true},
])('the desk sees the day, and takes somebody in with three clicks, on a $size.name', async ({size, dark}) => {
  const visitor = await staff('dana@', size, dark);
  const {page} = visitor;
  await page.getByRole('region', {name: /^Calendar of/}).waitFor();
  await visitor.looks('desk-calendar');

  await visitor.does(() => page.getByRole('button', {name: 'Walk-in', exact: true}).click());
  const form = page.getByRole('dialog', {name: 'Walk-in'});
  await visitor.does(() => form.getByText('None of these').click());
  await visitor.looks('desk-walk-in');
  await visitor.does(() => form.getByRole('button', {name: 'Take them in'}).click());
  expect(visitor.steps).toBe(3);
  // At night nobody is free; then it says so, and when somebody is.
  const taken = page.getByRole('dialog').getByRole('heading', {name: 'Walk-in', exact: true});
  const details = page.getByRole('dialog').getByText(/^RH-/);
  await details.or(form.getByText('Nobody can take them today.')).waitFor();
  await taken.waitFor();
  await visitor.looks('desk-taken-in');
  await page.getByRole('dialog').getByRole('button', {name: 'Close'}).first().click();

  await page.getByText('By room').click();
  await page.getByRole('button', {name: 'Later'}).click();
  await page.getByRole('region', {name: /^Calendar of/}).waitFor();
  await visitor.looks('desk-rooms');
  await visitor.goes();
});

test('a therapist sees the day and the week', async () => {
  const visitor = await staff('mira@', DESKTOP);
  const {page} = visitor;
  await page.getByRole('link', {name: 'Today', exact: true}).waitFor();
  await page.getByRole('button', {name: 'Later'}).click();
  await visitor.looks('therapist-day');
  await page.getByRole('link', {name: 'Week'}).click();
  await page.getByRole('region', {name: /^Week from/}).waitFor();
  await visitor.looks('therapist-week');
  await visitor.goes();
});

test('who leads the clinic sees how the week is booked, and what it brings in', async () => {
  const visitor = await staff('anton@', DESKTOP);
  const {page} = visitor;
  await page.getByRole('link', {name: 'Reports'}).click();
  await page.getByRole('listitem').filter({hasText: 'Mira Albrecht'}).getByText(/\d+%/).waitFor();
  await visitor.looks('reports');
  await visitor.goes();
});
