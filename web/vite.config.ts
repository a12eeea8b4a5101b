import {defineConfig} from 'vitest/config';
import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import {firstPage} from './tools/firstPage.ts';

// Where the gateway is that `npm run dev` asks; ./clinic up puts it there.
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), firstPage()],
  // The gateway writes a new word here for each answer; scripts and styles without it don't run.
  html: {cspNonce: '{nonce}'},
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    rollupOptions: {
      input: {index: 'index.html', worker: 'src/worker.ts'},
      output: {
        entryFileNames: (chunk) => (chunk.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/session', '/oauth2', '/login', '/openapi'].map((path) => [
      path,
      // With the address the browser knows: the gateway takes changes from its own pages only.
      {target: gateway, changeOrigin: false},
    ])),
  },
  test: {
    environment: 'jsdom',
    setupFiles: 'src/testing/setup.ts',
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // One process for all: they are small, and starting one costs more than running them.
    pool: 'threads',
    isolate: false,
  },
});
