// @ts-check
/**
 * Runs tests of node:test: `node scripts/node-tests.mjs test/sandbox` takes every *.test.ts below a folder, or one file.
 * Fails when there is none.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const found = process.argv.slice(2).flatMap((where) => {
  const entry = statSync(where, { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return [where];
  return readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(where, file))
    .sort();
});
if (found.length === 0) {
  console.error(`No tests in ${process.argv.slice(2).join(', ')}.`);
  process.exit(1);
}
const totals = process.env['TEST_TOTALS'];
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (totals) reporters.push('--test-reporter=./scripts/node-totals.mjs', `--test-reporter-destination=${totals}`);
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-concurrency=2', '--test-timeout=600000', ...reporters, ...found],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
