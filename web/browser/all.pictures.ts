import {afterAll, beforeAll, test} from 'vitest';
import type {Browser} from 'playwright-core';
import {DESKTOP, GATEWAY, launch, PHONE, Visitor} from './visitor';

// A picture of every page, to be looked at by eye: GATEWAY=http://127.0.0.1:8080 npm run pictures
// They lie in target/screens/all, named by page, width and look. Nothing is checked.

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const asked = 'treatment=SWEDISH&minutes=60';
const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
const found = await (await fetch(`${GATEWAY}/api/v1/availability?treatment=SWEDISH&durationMinutes=60&from=${soon}`)).json();
const [slot, other] = found.slots;
const {therapists: [mira]} = await (await fetch(`${GATEWAY}/api/v1/therapists?q=Mira`)).json();
const clinic = `clinic=${slot.clinicId}&${asked}`;
const book = (one: typeof slot) => `/book?therapist=${one.therapistId}&clinic=${one.clinicId}&${asked}&start=${encodeURIComponent(one.start)}`;

/** Whose pages; nobody in particular first. */
const PAGES: [who: string | undefined, pages: Record<string, string>][] = [
  [
    undefined,
    {
      landing: '/',
      'advice-empty': '/advice',
      therapists: '/therapists',
      'therapists-free': `/therapists?${asked}`,
      'therapists-none': '/therapists?q=nobodyiscalledthis',
      profile: `/therapists/${slot.therapistId}`,
      'profile-reviewed': `/therapists/${mira.id}`,
      times: `/therapists/${slot.therapistId}/times?${asked}`,
      book: book(other),
      'book-empty': '/book',
      'waitlist-join': `/waitlist?${clinic}`,
      together: `/together?${clinic}`,
      series: `/series/new?${clinic}&therapist=${slot.therapistId}&start=${encodeURIComponent(slot.start)}&every=1&count=4`,
      vouchers: '/vouchers',
      'visits-nobody': '/visits',
      'booking-old-link': '/booking#old',
      'intake-by-code': '/intake#3b241101-e2bb-4255-8caf-4136c566a962',
      'not-there': '/no/such/page',
      'staff-nobody': '/staff',
    },
  ],
  ['jo@', {visits: '/visits', records: '/records', intake: '/intake', plans: `/plans?${asked}`, preferences: '/preferences', inbox: '/inbox', forget: '/forget', 'vouchers-own': '/vouchers', 'staff-client': '/staff'}],
  [
    'mira@',
    {
      today: '/staff/today',
      week: '/staff/week',
      month: '/staff/month',
      hours: '/staff/hours',
      ...Object.fromEntries(['licences', 'prices', 'reviews', 'feed', 'notices'].map((page) => [`practice-${page}`, `/staff/practice/${page}`])),
    },
  ],
  ['dana@', {calendar: '/staff/calendar', search: '/staff/search', 'desk-waitlist': '/staff/waitlist', 'desk-vouchers': '/staff/vouchers', 'desk-hours': '/staff/hours'}],
  [
    'anton@',
    {
      reports: '/staff/reports',
      ...Object.fromEntries(['licences', 'policy', 'opening', 'rooms', 'treatments', 'team', 'messages', 'webhooks'].map((page) => [`clinic-${page}`, `/staff/clinic/${page}`])),
    },
  ],
  ['paula@', {'platform-health': '/staff/platform/health', 'platform-letters': '/staff/platform/letters', 'platform-reviews': '/staff/platform/reviews'}],
];

const LOOKS = [PHONE, DESKTOP].flatMap((size) => (['light', 'dark'] as const).map((look) => ({size, look, name: `${size.viewport.width}-${look}`})));

test.each(LOOKS)('every page at $name', {timeout: 600_000}, async ({size, look}) => {
  for (const [who, pages] of PAGES) {
    const visitor = await Visitor.comes(browser, size, {colorScheme: look}, who);
    for (const [name, address] of Object.entries(pages)) {
      await visitor.page.goto(address);
      await visitor.keeps(`all/${name}-${look}`);
    }
    await visitor.page.context().close();
  }
});

test.each(LOOKS)('what is not there by its address alone, at $name', {timeout: 300_000}, async ({size, look}) => {
  const visitor = await Visitor.comes(browser, size, {colorScheme: look});
  const {page} = visitor;
  const keeps = (name: string) => visitor.keeps(`all/${name}-${look}`);
  await page.goto('/');
  await page.getByRole('checkbox', {name: 'Between the shoulder blades'}).locator('path').first().click();
  await page.getByText('Knots', {exact: true}).click();
  await page.getByText('None of these').click();
  await keeps('landing-filled');
  await page.getByRole('button', {name: 'What helps me'}).click();
  await page.getByRole('heading', {name: /Trigger point therapy/}).waitFor();
  await keeps('advice');
  await page.goto(`/therapists?${asked}`);
  await page.getByRole('article').getByRole('link', {name: /Morning|Afternoon|Evening/}).last().click();
  await page.getByRole('button', {name: 'Hold this time'}).click();
  await keeps('book-wrong');
  await page.getByLabel('Your name').fill('Nora Neumann-Überlandstraßenbahnhaltestelle');
  await page.getByLabel('E-mail').fill(`pictures-${Date.now()}@client.example`);
  await page.getByRole('button', {name: 'Hold this time'}).click();
  await page.getByText(/Held for you/).waitFor();
  // Answered on the first page already.
  await keeps('details');
  await page.getByRole('button', {name: 'Book this hour'}).click();
  await page.getByRole('heading', {name: /See you/}).waitFor();
  await keeps('booked');
  await page.goto(page.url().replace('/booked/', '/visits/'));
  await page.getByRole('button', {name: 'Cancel this visit'}).click();
  await page.getByRole('dialog').getByText(/It costs/).waitFor();
  await keeps('cancelling');
  await page.getByRole('button', {name: /^Cancel it/}).click();
  await page.getByText('Cancelled. A mail confirms it.').waitFor();
  await keeps('visit-cancelled');
  await page.context().close();
});
