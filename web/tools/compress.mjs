// Beside each built file its compressed twins, for the gateway to hand out: as small as can be, once, instead of at each
// request. Also says what a visitor loads first, and fails when that grows beyond what we promised.
import {readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const folder = new URL('../target/dist/', import.meta.url);
const promised = 200 * 1024;
const sizes = new Map();

for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
  if (!entry.isFile() || !/\.(js|css|svg|webmanifest|html)$/.test(entry.name)) continue;
  const file = `${entry.parentPath}/${entry.name}`;
  // The page itself gets a new word in each answer, so it is compressed then.
  if (entry.name === 'index.html') continue;
  const text = await readFile(file);
  const small = brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length}});
  await writeFile(`${file}.br`, small);
  await writeFile(`${file}.gz`, gzipSync(text, {level: 9}));
  sizes.set(file.slice(folder.pathname.length), small.length);
}

const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', folder)));
const onThePath = new Set();
const walk = (name) => {
  const part = manifest[name];
  if (!part || onThePath.has(part.file)) return;
  onThePath.add(part.file);
  part.css?.forEach((file) => onThePath.add(file));
  part.imports?.forEach(walk);
};
walk('index.html');
// A client's way from the first page to the booked hour.
for (const name of Object.keys(manifest)) if (/features\/(guide|therapists|availability|booking)\//.test(name)) walk(name);
const sum = [...onThePath].reduce((all, file) => all + (sizes.get(file) ?? 0), 0);
await rm(new URL('.vite', folder), {recursive: true});
console.log(`A client's way from landing to booked: ${(sum / 1024).toFixed(1)} KiB compressed in ${onThePath.size} files`);
if (sum > promised) {
  console.error(`That is more than ${promised / 1024} KiB.`);
  process.exit(1);
}
