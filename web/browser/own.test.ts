import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Browser} from 'playwright-core';
import {DESKTOP, launch, PHONE, signIn, Visitor} from './visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([PHONE, DESKTOP])('on a $name', (size) => {
  test('somebody who is known signs in, books, moves, cancels and sees who read what', async () => {
    const visitor = await Visitor.comes(browser, size);
    const {page} = visitor;
    await page.goto('/visits');
    await page.getByText('Sign in to see this.').waitFor();
    await signIn(page, 'jo@');
    await page.getByRole('heading', {name: 'My visits', level: 1}).waitFor();
    expect(new URL(page.url()).pathname).toBe('/visits');

    await page.goto('/therapists?treatment=DEEP_TISSUE&minutes=60');
    const times = page.getByRole('article').getByRole('link', {name: /Morning|Afternoon|Evening/});
    // One that stays free of charge to cancel: what comes last on the list is days away.
    await times.last().click();
    await page.getByLabel('E-mail').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('jo@client.example');
    await page.getByRole('button', {name: 'Hold this time'}).click();
    await page.getByText('None of these').click();
    await page.getByRole('button', {name: 'Book this hour'}).click();
    await page.getByRole('heading', {name: /See you/}).waitFor();

    await page.getByRole('link', {name: 'My visits'}).first().click();
    await page.getByRole('link', {name: /Change or cancel/}).first().waitFor();
    await visitor.looks('visits');
    await page.getByRole('link', {name: /Change or cancel/}).first().click();
    await page.getByRole('link', {name: 'Move to another time'}).click();
    await page.getByRole('button', {name: /^\d\d:\d\d$/}).nth(2).click();
    await page.getByRole('link', {name: /^Move to \d/}).first().click();
    await page.getByRole('heading', {name: 'Move it?'}).waitFor();
    await visitor.looks('move');
    await page.getByRole('button', {name: /^Move it/}).click();
    await page.getByRole('button', {name: 'Cancel this visit'}).waitFor();
    await visitor.looks('visit');
    await page.getByText('What happened with it').click();
    await page.getByRole('listitem').getByText('Moved').first().waitFor();
    await page.getByRole('button', {name: 'Cancel this visit'}).click();
    await page.getByRole('dialog').getByText(/It costs/).waitFor();
    await visitor.looks('cancelling');
    await page.getByRole('button', {name: /^Cancel it/}).click();
    await page.getByText('Cancelled. A mail confirms it.').waitFor();

    await page.goto('/records');
    await page.getByRole('heading', {name: 'Who has read it'}).waitFor();
    await visitor.looks('records');
    await page.getByRole('link', {name: 'Open the intake'}).click();
    // Filled in once; whoever comes back finds it.
    if (size === PHONE) {
      await page.getByRole('button', {name: 'Hand it in'}).click();
      await page.getByText('Answer goals, firmness').waitFor();
      await page.getByRole('group', {name: 'What do you want from it?'}).getByText('Ease tight muscles').click();
      await page.getByRole('radio', {name: 'As a list'}).check({force: true});
      await page.getByRole('group', {name: 'Where?'}).getByText('Neck', {exact: true}).click();
      await page.getByRole('group', {name: 'How firm?'}).getByText('Firm', {exact: true}).click();
      await page.getByRole('group', {name: 'Talk or silence?'}).getByText('Quiet', {exact: true}).click();
      await page.getByRole('group', {name: 'Are you pregnant?'}).getByText('No', {exact: true}).click();
      await page.getByLabel('I agree').check();
      await visitor.looks('intake');
      await page.getByRole('button', {name: 'Hand it in'}).click();
    }
    await page.getByText(/Handed in; it counts until/).waitFor();
    await visitor.looks('intake-handed-in');
    await page.reload();
    await page.getByText(/Handed in; it counts until/).waitFor();
    expect(await page.getByRole('radio', {name: 'Firm'}).isChecked()).toBe(true);
    await page.getByRole('button', {name: 'Sign out'}).click();
    await page.getByRole('link', {name: 'Sign in'}).waitFor();
    await page.goto('/records');
    await page.getByText('Sign in to see this.').waitFor();
    // But for how far this very page is scrolled.
    const kept = await page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);
    expect(kept.filter((key) => !key.startsWith('tsr-scroll-'))).toEqual([]);
    await visitor.goes();
  });
});
