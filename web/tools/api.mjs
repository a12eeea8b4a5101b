// Writes src/api/*.gen.ts from the services' own descriptions: GATEWAY=http://127.0.0.1:8080 npm run api [folder]
import {writeFile} from 'node:fs/promises';
import openapiTS, {astToString} from 'openapi-typescript';

const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080';
const folder = process.argv[2] ?? new URL('../src/api', import.meta.url).pathname;

for (const service of ['therapist', 'booking', 'notification']) {
  const types = astToString(await openapiTS(new URL(`${gateway}/openapi/${service}.json`)));
  await writeFile(`${folder}/${service}.gen.ts`, `// Made by npm run api from the description of ${service}; not edited.\n${types}`);
}
