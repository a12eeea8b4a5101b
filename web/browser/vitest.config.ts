import {defineConfig} from 'vitest/config';

// In a real browser against a whole clinic: GATEWAY=http://127.0.0.1:8080 npm run browser
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: [process.env.PICTURES ? '*.pictures.ts' : '*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 30_000,
    // Each file has hours of its own to book, so that two are at work while the clinic answers.
    maxWorkers: 2,
  },
});
