import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Stops a test run on a package that is older than its sources: `npm start`, which is tested here too, would build it anew under the
 * feet of everything else that runs.
 */
export function assertBuilt(): void {
  const newest = Math.max(...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => changed(path.join('src', file))));
  const sources = Math.max(newest, ...['package.json', 'vite.config.ts', 'tsconfig.build.json'].map(changed));
  assert.ok(changed('dist/index.js') >= sources && changed('dist/cdn') > 0, 'The package is older than its sources: npm run build.');
}

/** The latest change, in milliseconds since 1970. */
const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
