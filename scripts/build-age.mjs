// @ts-check
/** Whether what was built is older than what it is built from. Needs nothing but Node. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `npm run build` reads. */
const sources = [
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  ...['cdn-plugins.ts', 'minify-templates.ts', 'smaller.ts', 'tags.ts', 'zod-stand-in.ts'].map((name) => path.join('scripts', name)),
];

/**
 * Whether the package stands in `dist`, no older than its sources.
 *
 * @returns {boolean}
 */
export function isBuilt() {
  return changed('dist/index.js') >= Math.max(...sources.map(newest)) && changed('dist/cdn') > 0;
}

/**
 * The latest change in a file or below a folder, in milliseconds since 1970.
 *
 * @param {string} place
 * @returns {number}
 */
function newest(place) {
  if (!statSync(path.join(root, place), { throwIfNoEntry: false })?.isDirectory()) return changed(place);
  return Math.max(0, ...readdirSync(path.join(root, place)).map((name) => newest(path.join(place, name))));
}

/** @param {string} file */
function changed(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
