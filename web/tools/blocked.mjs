// How long each page keeps a phone from answering to taps while it begins, reckoned from what its tasks took of the
// processor, so that it hardly matters who else is at work: of each task after the first paint, four times its time
// (a phone is that much slower) beyond 50 ms. GATEWAY=http://127.0.0.1:8080 npm run blocked [runs of each page]
import {chromium} from 'playwright-core';
import {pages} from './pages.mjs';

const SLOWER = 4;
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080';
const runs = Number(process.argv[2] ?? 3);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const phone = {viewport: {width: 412, height: 823}, deviceScaleFactor: 1.75, isMobile: true};
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic']});

async function tasks(address) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({value}) => events.push(...value));
  await session.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig: {includedCategories: ['toplevel', 'devtools.timeline', 'loading', 'v8']}});
  await page.goto(gateway + address, {waitUntil: 'networkidle'});
  await page.waitForTimeout(1000);
  const ended = new Promise((end) => session.once('Tracing.tracingComplete', end));
  await session.send('Tracing.end');
  await ended;
  await context.close();
  const painted = events.find(({name}) => name === 'firstContentfulPaint');
  if (!painted) throw new Error(`nothing was painted at ${address}`);
  return events
    .filter(({name, ph, pid, tid, ts}) => name.endsWith('RunTask') && ph === 'X' && pid === painted.pid && tid === painted.tid && ts > painted.ts)
    .map(({tdur}) => (SLOWER * tdur) / 1000);
}

for (const [name, address] of Object.entries(await pages(gateway))) {
  const found = [];
  for (let run = 0; run < runs; run++) found.push(await tasks(address));
  const blocked = found.map((all) => all.reduce((sum, task) => sum + Math.max(0, task - 50), 0));
  console.log(`${name}: blocked ${Math.round(median(blocked))} ms (${Math.round(Math.min(...blocked))}–${Math.round(Math.max(...blocked))}), the longest task ${Math.round(median(found.map((all) => Math.max(...all))))} ms`);
}
await browser.close();
