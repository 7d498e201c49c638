/** Storybook's own: the library's vite.config.ts would give it the files for script tags. */
import { defineConfig } from 'vite';

export default defineConfig({
  base: './', // the static build stands in any folder
  logLevel: 'warn',
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
  optimizeDeps: { exclude: ['@electric-sql/pglite'] }, // it finds its files beside its own module
});
