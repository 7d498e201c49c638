// @ts-check
/**
 * `npm test`: the checks, then every test there is. Ends with the sum of all runners on one line, and with an exit code
 * that is zero only when the checks hold, nothing failed, and every runner had something to run.
 *
 * `npm test -- elements e2e` runs only what is named.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install } from './install.mjs';
import { run } from './run.mjs';

/** @type {{ name: string, command: string[], minutes: number, tests: boolean }[]} */
const steps = [
  { name: 'check', command: ['npm', 'run', '--silent', 'check'], minutes: 15, tests: false },
  { name: 'tools', command: ['npm', 'run', '--silent', 'test:tools'], minutes: 5, tests: true },
  { name: 'elements', command: ['npm', 'run', '--silent', 'test:elements'], minutes: 15, tests: true },
  { name: 'sandbox', command: ['npm', 'run', '--silent', 'test:sandbox'], minutes: 25, tests: true },
  { name: 'storybook:build', command: ['npm', 'run', '--silent', 'storybook:build'], minutes: 10, tests: false },
  { name: 'stories', command: ['npm', 'run', '--silent', 'test:stories'], minutes: 15, tests: true },
  { name: 'e2e', command: ['npm', 'run', '--silent', 'test:e2e'], minutes: 35, tests: true },
];

const problem = install();
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'selvbetjening-tests-'));
const sum = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];
let allWell = true;
for (const { name, command, minutes, tests } of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name}`);
  const file = path.join(folder, `${name}.json`);
  const { ok, seconds } = await run(command, { minutes, show: true, env: tests ? { TEST_TOTALS: file } : {} });
  const totals = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  const empty = tests && totals.passed + totals.failed === 0;
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  if (!ok || empty || totals.failed > 0) allWell = false;
  const figures = tests
    ? `${String(totals.passed)} passed, ${String(totals.failed)} failed, ${String(totals.skipped)} skipped`
    : ok
      ? 'holds'
      : 'does not hold';
  lines.push(
    `${name}: ${figures}${empty ? ' (nothing ran)' : tests && !ok && totals.failed === 0 ? ' (the runner failed)' : ''}, ${seconds.toFixed(0)} s`,
  );
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}`);
console.log(`tests: ${String(sum.passed)} passed, ${String(sum.failed)} failed`);
process.exit(allWell ? 0 : 1);
