/** Builds the files for script tags: one per tag, sharing hashed chunks. The npm modules are written by tsc (tsconfig.build.json). */
import { defineConfig } from 'vite';
import { everyTag, integrity, licences, ownTrustedTypesPolicy, sharedChunk, termsChunk } from './scripts/cdn-plugins.ts';
import { minifyTemplates } from './scripts/minify-templates.ts';
import { smaller, withoutOldBrowsers, withoutUnused } from './scripts/smaller.ts';
import { tagEntries } from './scripts/tags.ts';

const tags = tagEntries();
/** What a page may want besides the tags; each weighs nothing for those who do not. */
const besides = { address: 'src/portal/tie-address.ts', oidc: 'src/oidc/oidc.ts' };

export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [
    minifyTemplates(),
    withoutUnused(),
    withoutOldBrowsers(),
    smaller(),
    ownTrustedTypesPolicy('selvbetjening-elements'),
    everyTag('selvbetjening-elements.js', Object.keys(tags)),
    licences(),
    integrity(),
  ],
  resolve: { alias: { 'zod/mini': new URL('./scripts/zod-stand-in.ts', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    copyPublicDir: false,
    manifest: 'manifest.json',
    sourcemap: 'hidden', // beside the files for whoever asks, but not in their bytes
    lib: { entry: { ...tags, ...besides }, formats: ['es'] },
    rolldownOptions: {
      // The stand-in for zod must have all that is asked of it.
      onLog(level, log, handle) {
        if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
        handle(level, log);
      },
      checks: { bundlerTimings: false }, // shrinking takes its time
      output: {
        minify: true, // Vite's own setting keeps the white space in a library
        comments: false, // licences.txt holds the notices
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: sharedChunk, debugName: 'shared', priority: 2 },
            { name: termsChunk, debugName: 'terms', priority: 1 },
          ],
        },
      },
    },
  },
});
