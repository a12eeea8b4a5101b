import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {DESKTOP, launch, PHONE, signsIn, Visitor, type Size} from './visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Somebody of the demo's staff, before the page that their day begins with. */
const staff = (name: string, size: Size, dark = false) => signsIn(browser, name, size, dark);

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
  // At night nobody is free soon; then it says when somebody is, and asks.
  const taken = page.getByRole('dialog').getByRole('heading', {name: 'Walk-in', exact: true});
  const details = page.getByRole('dialog').getByText(/^RH-/);
  await details.or(form.getByText('Nobody is free within the hour.')).waitFor();
  await taken.waitFor();
  await visitor.looks('desk-taken-in');
  await page.getByRole('dialog').getByRole('button', {name: 'Close'}).first().click();

  await page.getByText('By room').click();
  await page.getByRole('button', {name: 'Later'}).click();
  await page.getByRole('region', {name: /^Calendar of/}).waitFor();
  await visitor.looks('desk-rooms');

  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', {name, exact: true}).click();
  await goTo('Find');
  await page.getByRole('searchbox', {name: 'Name, phone or reference'}).waitFor();
  await visitor.looks('desk-find');
  await goTo('Waitlist');
  await page.getByText(/^Nobody waits|is asked first\./).first().waitFor();
  await visitor.looks('desk-waitlist');
  await goTo('Vouchers');
  await page.getByText('Package').first().waitFor();
  await visitor.looks('desk-vouchers');
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
  await page.getByText('By technique').click();
  await page.getByLabel('To', {exact: true}).fill('2030-01-01');
  await page.getByRole('alert').or(page.getByText('Nothing on these dates.')).first().waitFor();
  await page.getByLabel('To', {exact: true}).fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('listitem').filter({hasText: 'Mira Albrecht'}).getByText(/\d+%/).waitFor();
  await visitor.looks('reports');
  await visitor.goes();
});

test.each([
  {size: DESKTOP, dark: true},
  {size: PHONE, dark: false},
])('a therapist gives a Monday a break, and looks at what is theirs, on a $size.name', async ({size, dark}) => {
  const visitor = await staff('mira@', size, dark);
  const {page} = visitor;
  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', {name, exact: true}).click();
  await goTo('Month');
  await page.getByRole('table', {name: /^Sessions in/}).waitFor();
  await visitor.looks('therapist-month');

  await goTo('Hours');
  await page.getByRole('button', {name: 'Work Sunday'}).click();
  await page.getByRole('button', {name: 'Add a break Sunday'}).click();
  await page.getByLabel('Sunday, stretch 2, from').fill('12:00');
  await page.getByRole('button', {name: 'Keep these hours'}).click();
  await page.getByText('2 times above are not right yet.').waitFor();
  expect(await page.getByLabel('Sunday, stretch 2, from').getAttribute('aria-invalid')).toBe('true');
  await visitor.looks('rota-wrong');
  await page.getByLabel('Sunday, stretch 2, from').fill('14:00');
  await page.getByRole('button', {name: 'Keep these hours'}).click();
  await page.getByText(/^Kept\. What is offered/).waitFor();
  // As it was: the next one begins there, too.
  await page.getByRole('button', {name: 'Remove Sunday, stretch 2'}).click();
  await page.getByRole('button', {name: 'Remove Sunday', exact: true}).click();
  await page.getByRole('button', {name: 'Keep these hours'}).click();
  await page.getByText(/^Kept\. What is offered/).waitFor();
  await visitor.looks('rota');

  await goTo('My practice');
  await page.getByText('Verified').first().waitFor();
  await visitor.looks('practice-licences');
  for (const [name, seen] of [
    ['Prices', 'Single sessions'],
    ['Reviews', 'Reviews'],
    ['Calendar feed', 'Your sessions'],
    ['What I hear of', 'Not at night'],
  ] as const) {
    await goTo(name);
    await page.getByText(seen, {exact: true}).first().waitFor();
    await visitor.looks(`practice-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  await visitor.goes();
});

test.each([
  {size: DESKTOP, dark: false},
  {size: PHONE, dark: true},
])('who leads the clinic reads its terms in plain words, and sees all that is to be looked after, on a $size.name', async ({size, dark}) => {
  const visitor = await staff('anton@', size, dark);
  const {page} = visitor;
  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', {name, exact: true}).click();
  await goTo('Lead');
  await page.getByRole('group', {name: 'Licences'}).waitFor();
  await visitor.looks('clinic-licences');
  await goTo('Policy');
  await page.getByLabel('Terms').selectOption('STRICT');
  await page.getByText('You can cancel free of charge until 3 days before.').waitFor();
  await page.getByText('Not come: €80').waitFor();
  await visitor.looks('clinic-policy');
  for (const [name, seen] of [
    ['Opening hours', 'Closed days'],
    ['Rooms', 'Equipment'],
    ['Treatments', 'Add a treatment of our own'],
    ['Team', 'Who works here'],
    ['Messages', 'Preview'],
    ['Webhooks', 'Add a webhook'],
  ] as const) {
    await goTo(name);
    await page.getByText(seen, {exact: true}).first().waitFor();
    await visitor.looks(`clinic-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  await visitor.goes();
});

test('a review that somebody has reported is kept or hidden by who looks after the platform', async () => {
  const reader = await Visitor.comes(browser, PHONE);
  await reader.page.goto('/therapists');
  await reader.page.getByRole('link', {name: 'Mira Albrecht', exact: true}).click();
  const review = (page: Page) => page.getByRole('listitem').filter({hasText: 'that three others had missed'});
  await review(reader.page).getByRole('button', {name: 'Report it'}).click();
  await review(reader.page).getByLabel('What is wrong with it?').selectOption('OTHER');
  await reader.looks('review-reporting');
  await reader.page.getByRole('button', {name: 'Send the report'}).click();
  await reader.page.getByText(/A moderator looks at it/).waitFor();
  await reader.goes();

  const visitor = await staff('paula@', DESKTOP);
  await visitor.page.goto('/staff/platform/reviews');
  await review(visitor.page).getByText('Something else').first().waitFor();
  await visitor.looks('platform-reviews');
  await review(visitor.page).getByRole('button', {name: 'Keep it'}).click();
  await visitor.page.getByText('Say why.').waitFor();
  await review(visitor.page).getByLabel('Your reason').fill('It is about the session');
  await review(visitor.page).getByRole('button', {name: 'Keep it'}).click();
  await review(visitor.page).waitFor({state: 'detached'});
  await visitor.goes();
});

test('who looks after the platform sees how its parts are, and what lies there undecided', async () => {
  const visitor = await staff('paula@', DESKTOP);
  const {page} = visitor;
  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', {name, exact: true}).click();
  await goTo('Platform');
  await page.getByText('Every promise is kept').waitFor();
  await visitor.looks('platform-health');
  await goTo('Dead letters');
  await page.getByText('Nothing lies here').waitFor();
  await visitor.looks('platform-letters');
  await visitor.goes();
});
