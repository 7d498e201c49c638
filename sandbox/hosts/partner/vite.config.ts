/** Builds the intranet's pages as any customer with a bundler would: from the package, by its name. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('page', import.meta.url)),
  base: '/assets/',
  logLevel: 'warn',
  build: {
    target: 'es2022',
    emptyOutDir: true,
    // The policy of the page allows files of its own origin only, so nothing is written into other files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['intranet', 'direkte'].map((name) => fileURLToPath(new URL(`page/${name}.js`, import.meta.url))),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' },
    },
  },
});
