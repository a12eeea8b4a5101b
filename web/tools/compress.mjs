// Beside each built file its compressed twins, for the gateway to hand out: as small as can be, once, instead of at each
// request. Also says what a visitor loads first, and fails when that grows beyond what we promised.
import {readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {firstLoad, PROMISED} from './firstLoad.mjs';

const folder = new URL('../target/dist/', import.meta.url);
const sizes = new Map();

for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
  if (!entry.isFile()) continue;
  const file = `${entry.parentPath}/${entry.name}`;
  const name = file.slice(folder.pathname.length);
  const text = await readFile(file);
  // The page itself gets a new word in each answer, so it is compressed then.
  if (entry.name === 'index.html') {
    sizes.set('index.html', gzipSync(text).length);
    continue;
  }
  sizes.set(name, text.length);
  if (!/\.(js|css|svg|webmanifest|html)$/.test(entry.name)) continue;
  const small = brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length}});
  await writeFile(`${file}.br`, small);
  await writeFile(`${file}.gz`, gzipSync(text, {level: 9}));
  sizes.set(name, small.length);
}

const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', folder)));
await rm(new URL('.vite', folder), {recursive: true});
let most = 0;
for (const [language, files] of Object.entries(firstLoad(manifest))) {
  const sum = files.reduce((all, file) => all + sizes.get(file), 0);
  const fonts = files.filter((file) => file.endsWith('.woff2')).reduce((all, file) => all + sizes.get(file), 0);
  most = Math.max(most, sum);
  console.log(
    `A client's way from landing to booked (${language}): ${(sum / 1024).toFixed(1)} KiB compressed in ${files.length} files,` +
      ` ${(fonts / 1024).toFixed(1)} of it fonts`,
  );
}
// Also where a size is missing.
if (!(most <= PROMISED)) {
  console.error(`That is more than ${PROMISED / 1024} KiB.`);
  process.exit(1);
}
