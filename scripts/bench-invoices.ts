/**
 * How long the invoice run takes, and how much memory: `npm run bench:invoices` closes a month for a company of 10,000 users, on either
 * engine, and then opens its invoice. Since machines differ, what opening takes is told as multiples of the smallest answer of the API too.
 * Another number of users, or one engine alone: `-- 100000 postgres`.
 */
import { sql } from 'drizzle-orm';
import { createApp } from '../sandbox/app.ts';
import { closeMonth } from '../sandbox/billing/close-month.ts';
import { createClock } from '../sandbox/clock.ts';
import { openDatabase, rowsOf, type SandboxDatabase } from '../sandbox/database/database.ts';
import { idOf } from '../sandbox/database/example-keys.ts';
import { seed } from '../sandbox/database/seed.ts';
import { startPostgres } from './postgres.ts';

const words = process.argv.slice(2).filter((word) => word !== '--');
const users = Number(words.find((word) => /^\d+$/.test(word)) ?? 10_000);
const asked = words.find((word) => word === 'pglite' || word === 'postgres');

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;

/** Runs something and watches how far the memory of this process rises meanwhile; PGlite's own is part of it. */
async function watched(act: () => Promise<unknown>): Promise<string> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  let [most, mostUsed] = [before.rss, before.heapUsed];
  const look = () => {
    const { rss, heapUsed } = process.memoryUsage();
    [most, mostUsed] = [Math.max(most, rss), Math.max(mostUsed, heapUsed)];
  };
  const timer = setInterval(look, 5);
  const begin = performance.now();
  await act();
  const seconds = ((performance.now() - begin) / 1000).toFixed(2);
  clearInterval(timer);
  look();
  return `${seconds} s; heap at most ${megabytes(mostUsed - before.heapUsed)} more, process ${megabytes(most - before.rss)} more, ${megabytes(most)} in all`;
}

/** How often each answer is asked for; the median counts. */
const rounds = 21;

/** Opens the newest invoice of the large company the way a person does. */
async function open(database: SandboxDatabase): Promise<void> {
  const personId = await idOf(database, 'person', 'maja');
  const company = await idOf(database, 'company', 'c7');
  const [invoice] = await rowsOf<{ id: string; user: string }>(
    database.db,
    sql`select i.id, (select min(user_id) from charge where invoice_id = i.id) as user from invoice i
      where company_id = ${company} order by issued desc limit 1`,
  );
  if (invoice === undefined) throw new Error('The company has no invoice.');
  const app = createApp({
    ...{ database, clock: createClock('2027-01-01'), allowedOrigins: [], ownOrigins: [], limits: { burst: 1e9, perSecond: 1e9 } },
    identify: () => Promise.resolve({ personId, via: 'token' }),
  });
  const median = async (path: string, question?: object): Promise<number> => {
    const init = question && { method: 'POST', body: JSON.stringify(question), headers: { 'content-type': 'application/json' } };
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begin = performance.now();
      const response = await app.fetch(new Request(`http://localhost/v1/companies/${company}${path}`, init ?? {}));
      if (!response.ok) throw new Error(`${path} was answered with ${String(response.status)}.`);
      await response.arrayBuffer();
      times.push(performance.now() - begin);
    }
    return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
  };
  const smallest = await median('/e-invoice');
  console.log(`${database.kind}: the smallest answer takes ${smallest.toFixed(1)} ms`);
  const path = `/invoices/${invoice.id}`;
  const page = { offset: 0, limit: 50 };
  for (const [what, time] of [
    ['list of invoices', await median('/invoices')],
    ['invoice in sums', await median(path)],
    ['first page of users', await median(`${path}/users/search`, { search: '', ...page })],
    ['search among them', await median(`${path}/users/search`, { search: 'an', ...page })],
    ['lines of a user', await median(`${path}/lines?user=${invoice.user}`)],
  ] as const)
    console.log(`${database.kind}: ${what.padEnd(20)} ${time.toFixed(1).padStart(7)} ms, ${(time / smallest).toFixed(1)} times that`);
}

async function bench(database: SandboxDatabase): Promise<void> {
  const { kind } = database;
  console.log(`${kind}: seeding ${await watched(() => seed(database, { today: '2026-11-22', users, months: 2 }))}`);
  for (const day of ['2026-12-01', '2027-01-01']) {
    console.log(`${kind}: invoice run of ${day} ${await watched(() => closeMonth(database, createClock(day)))}`);
    const [found] = await rowsOf<object>(
      database.db,
      sql`select count(*)::int as invoices, sum(lines)::int as lines, max(users) as most_users, max(lines) as most_lines from invoice where issued = ${day}::date`,
    );
    console.log(found);
  }
  await open(database);
}

for (const kind of ['postgres', 'pglite'] as const) {
  if (asked !== undefined && asked !== kind) continue;
  const server = kind === 'postgres' ? await startPostgres() : null;
  const database = await openDatabase(server === null ? {} : { url: server.url });
  try {
    await bench(database);
  } finally {
    await database.close();
    await server?.stop();
  }
}
