// Lighthouse, as a phone on a slow line, over a running clinic; writes its table into docs/performance.md:
// GATEWAY=http://127.0.0.1:8080 npm run lighthouse [runs of each page]
// By LIGHTHOUSE it is named where it is installed already; else npx fetches this version.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {pages} from './pages.mjs';

const VERSION = '12.8.2';
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080';
const runs = Number(process.argv[2] ?? 5);
const [command, ...before] = (process.env.LIGHTHOUSE ?? `npx --yes lighthouse@${VERSION}`).split(' ');
const folder = new URL('../target/lighthouse/', import.meta.url);
const page = new URL('../../docs/performance.md', import.meta.url);
mkdirSync(folder, {recursive: true});

function look(name, address, run) {
  const file = new URL(`${name}-${run}.json`, folder).pathname;
  execFileSync(
    command,
    [...before, gateway + address, '--quiet', '--output=json', `--output-path=${file}`, '--throttling-method=simulate', '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic'],
    {stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium'}},
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
for (const [name, address] of Object.entries(await pages(gateway))) {
  const found = Array.from({length: runs}, (_, run) => look(name, address, run + 1));
  const score = (category) => found.map(({categories}) => Math.round(categories[category].score * 100));
  const of = (audit) => median(found.map(({audits}) => audits[audit].numericValue));
  const seconds = (audit) => `${(of(audit) / 1000).toFixed(1)} s`;
  const performance = score('performance');
  rows.push([
    name,
    `**${median(performance)}** (${Math.min(...performance)}–${Math.max(...performance)})`,
    Math.min(...score('accessibility')),
    Math.min(...score('best-practices')),
    seconds('first-contentful-paint'),
    seconds('largest-contentful-paint'),
    seconds('speed-index'),
    `${Math.round(of('total-blocking-time'))} ms`,
    of('cumulative-layout-shift').toFixed(3),
    `${Math.round(of('total-byte-weight') / 1024)} KiB`,
  ]);
  console.log(rows.at(-1).join(' · '));
}
const head = ['page', 'performance', 'accessibility', 'best practices', 'first paint', 'largest paint', 'speed index', 'blocked', 'shift', 'in all'];
const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const said = `${new Date().toISOString().slice(0, 10)}, Lighthouse ${VERSION}, ${runs} ${runs === 1 ? 'run' : 'runs'} of each page: the median and the range of performance, the worst of the other two. Load at the end: ${loadavg()[0].toFixed(1)} on ${cpus().length} cores.`;
const [start, end] = ['<!-- bench lighthouse -->', '<!-- end of bench lighthouse -->'];
const text = readFileSync(page, 'utf8');
if (!text.includes(start)) throw new Error(`no place for the table in ${page.pathname}`);
writeFileSync(page, `${text.slice(0, text.indexOf(start) + start.length)}\n\n${said}\n\n${table}\n\n${text.slice(text.indexOf(end))}`);
