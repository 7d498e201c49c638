/**
 * `npm run size`: what a page pays in compressed JavaScript until its first view stands. Each file that the browser has to
 * fetch for the tags of a page counts once, compressed by itself with gzip -9. What is imported later has budgets of its own: what
 * opening it costs that the page has not fetched already. Fails above a budget.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tagEntries } from './tags.ts';

interface Page {
  readonly name: string;
  readonly tags: readonly string[];
  /** In bytes. */
  readonly budget: number;
}

const pages: readonly Page[] = [
  { name: 'switcher and subscriptions', tags: ['ss-session', 'ss-company-switcher', 'ss-subscriptions'], budget: 32_000 },
  { name: 'switcher and products', tags: ['ss-session', 'ss-company-switcher', 'ss-product-order'], budget: 32_000 },
  { name: 'switcher and invoices', tags: ['ss-session', 'ss-company-switcher', 'ss-invoices'], budget: 32_000 },
  { name: 'switcher and support cases', tags: ['ss-session', 'ss-company-switcher', 'ss-support-cases'], budget: 32_000 },
  { name: 'switcher and overview', tags: ['ss-session', 'ss-company-switcher', 'ss-overview'], budget: 34_000 },
  { name: 'portal with the overview', tags: ['ss-portal', 'ss-overview'], budget: 42_000 },
  { name: 'article feedback', tags: ['ss-session', 'ss-article-feedback'], budget: 27_000 },
];

interface Opening {
  readonly name: string;
  /** The module that is imported when it is opened. */
  readonly module: string;
  /** The page it is opened on. */
  readonly on: Page['name'];
  /** In bytes, beyond the page. */
  readonly budget: number;
}

const openings: readonly Opening[] = [
  { name: 'opening a profile', module: 'src/subscriptions/profile.ts', on: 'switcher and subscriptions', budget: 6_000 },
  { name: 'opening the guide', module: 'src/subscriptions/wizard.ts', on: 'switcher and subscriptions', budget: 9_000 },
  { name: 'opening an order form', module: 'src/product-order/form.ts', on: 'switcher and products', budget: 8_000 },
  { name: 'opening an itemised invoice', module: 'src/invoices/specified.ts', on: 'switcher and invoices', budget: 4_000 },
  { name: 'opening a new support case', module: 'src/support-cases/create.ts', on: 'switcher and support cases', budget: 8_000 },
];

interface BuiltFile {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const folder = 'dist/cdn';
const built = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Record<string, BuiltFile>;
const entries = tagEntries();

/** The keys of an entry and of everything that it imports at once, however far down. */
function closure(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  const entry = built[key];
  if (!entry) throw new Error(`${key} was not built.`);
  found.add(key);
  for (const inner of entry.imports ?? []) closure(inner, found);
  return found;
}

function compressed(keys: Iterable<string>): number {
  return [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(`${folder}/${built[key]?.file ?? ''}`), { level: 9 }).length, 0);
}

function keysOf(tags: readonly string[]): Set<string> {
  return new Set(tags.flatMap((tag) => [...closure(entries[tag] ?? tag)]));
}

const line = (name: string, bytes: number, files: number, note = ''): void => {
  console.log(`${name.padEnd(36)} ${bytes.toLocaleString('en').padStart(8)} B  ${String(files).padStart(2)} files  ${note}`.trimEnd());
};

for (const tag of Object.keys(entries)) {
  const keys = keysOf([tag]);
  line(tag, compressed(keys), keys.size);
}
const shared = [...keysOf(Object.keys(entries))].filter((key) => key.startsWith('_'));
for (const key of shared) line(`  of these shared: ${built[key]?.file ?? ''}`, compressed([key]), 1);

const judged = (name: string, keys: ReadonlySet<string>, budget: number): void => {
  const bytes = compressed(keys);
  const left = bytes > budget ? `${String(bytes - budget)} B TOO MUCH` : `${String(budget - bytes)} B left`;
  line(name, bytes, keys.size, `budget ${budget.toLocaleString('en')} B: ${left}`);
  if (bytes > budget) process.exitCode = 1;
};

for (const { name, tags, budget } of pages) judged(name, keysOf(tags), budget);
for (const { name, module, on, budget } of openings) {
  const page = keysOf(pages.find((one) => one.name === on)?.tags ?? []);
  const opened = new Set([...closure(module)].filter((key) => !page.has(key)));
  judged(name, opened, budget);
  // What is opened from there again, each by itself; words of the other language aside.
  const later = [...opened].flatMap((key) => built[key]?.dynamicImports ?? []).filter((key) => !key.includes('.en.'));
  for (const key of new Set(later)) {
    const more = new Set([...closure(key)].filter((found) => !page.has(found) && !opened.has(found)));
    line(`  and then ${key.replace('src/', '')}`, compressed(more), more.size);
  }
}
