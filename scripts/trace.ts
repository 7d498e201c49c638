/**
 * `npm run trace` writes test/TRACE.md: which test proves which requirement (R), decision (D), threat (T), fault (F) or
 * rule, read from the numbers in parentheses at the end of the titles. trace.json lists the numbers that must be there:
 * it fails when one is missing, and with `--check` also when the committed table is an old one.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { titlesOf } from './titles.ts';

const table = 'test/TRACE.md';
const numbered = /\(([^()]+)\)$/;
const number = /^(?:R\d+(?:\.\d+)?|[DF]\d+|T\d\d|[A-Z]{3}-\d+)$/;

const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.posix.join('test', file.split(path.sep).join('/')))
  .sort();

const proofs = new Map<string, string[]>();
for (const file of tests) {
  for (const title of titlesOf(readFileSync(file, 'utf8'))) {
    const numbers = (numbered.exec(title)?.[1] ?? '').split(/,\s*/).filter((word) => number.test(word));
    const sentence = title.replace(numbered, '').trim().replaceAll('|', '\\|');
    for (const word of numbers) proofs.set(word, [...(proofs.get(word) ?? []), `${sentence} (\`${file}\`)`]);
  }
}

/** R5.10 after R5.9, and F02 before F11. */
const order = new Intl.Collator('en', { numeric: true }).compare;
const rows = [...proofs].sort(([a], [b]) => order(a, b)).map(([word, sentences]) => `| ${word} | ${sentences.join('<br>')} |`);
const text = `# What proves what\n\nWritten by \`npm run trace\` from the titles of the tests.\n\n| number | tests |\n| --- | --- |\n${rows.join('\n')}\n`;

const required = JSON.parse(readFileSync('scripts/trace.json', 'utf8')) as string[];
const missing = required.filter((word) => !proofs.has(word));
const problems = missing.length > 0 ? [`No test proves ${missing.join(', ')}.`] : [];

if (!process.argv.includes('--check')) writeFileSync(table, text);
else if (!existsSync(table) || readFileSync(table, 'utf8') !== text)
  problems.push(`${table} is not what the titles say: run npm run trace.`);

console.log(`${String(required.length - missing.length)} of ${String(required.length)} numbers are proven.`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
