import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { build } from 'esbuild';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { settle } from '../../sandbox/billing/settle.ts';
import { createClock } from '../../sandbox/clock.ts';
import { openDatabase, rowsOf, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { work } from '../../sandbox/orders/worker.ts';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import { addedUp, assertAllWritten, assertConsecutive, documentsWhere } from './documents.ts';
import { today } from './engines.ts';
import type { Told } from './mortal.ts';

/** Where what is built lies: inside the project, so that its packages are found. */
const cache = path.join(import.meta.dirname, '../../node_modules/.cache/selvbetjening-elements');

describe('an invoice run that is killed (kill -9)', () => {
  let built = '';
  let server: Postgres | undefined;
  let database: SandboxDatabase | undefined;
  before(async () => {
    await mkdir(cache, { recursive: true });
    built = await mkdtemp(path.join(cache, 'mortal-'));
    const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const;
    await build({ ...options, entryPoints: [path.join(import.meta.dirname, 'mortal.ts')], outfile: path.join(built, 'mortal.mjs') });
    server = await startPostgres();
    database = await openDatabase({ url: server.url });
    await seed(database, { today, users: 1, months: 2 });
    // Who has many users makes every run longer, and nothing else of it different.
    await database.db.execute(sql`update subscription set status = 'terminated', last_day = '2026-10-31', move_date = null
      where company_id = (select id from company where key = 'c3')`);
  });
  after(async () => {
    await database?.close();
    await server?.stop();
    await rm(built, { recursive: true, force: true });
  });
  const open = (): SandboxDatabase => {
    if (database === undefined) throw new Error('The database is not there before the tests run.');
    return database;
  };
  const live = async (day: string) => {
    const clock = createClock(day);
    while (await work(open(), clock, { pace: 0 }));
    while (await closeMonth(open(), clock));
    await settle(open(), clock);
  };
  /** Lets a process of its own live through some days; answers what it was at when it died, null when it lived. */
  const killedAt = async (told: Omit<Told, 'place'>): Promise<string | null> => {
    const argument = JSON.stringify({ ...told, place: { url: server?.url ?? '' } } satisfies Told);
    const child = spawn(process.execPath, [path.join(built, 'mortal.mjs'), argument], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = text(child.stdout);
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (signal === 'SIGKILL') return said;
    assert.equal(code, 0);
    return null;
  };

  test('right before or after any commit is taken up by others: one invoice each, no gaps, one mail to each address, paid and reminded once (F12, F29, R17.3, R31.3, INV-7)', async () => {
    // By then nothing of the example data is about to begin or end: every month has the same commits, and each is killed at another of them.
    let first = addDays(endOfMonth(today, 3), 1);
    await live(addDays(first, -1));
    const deaths: string[] = [];
    for (const side of ['before', 'after'] as const) {
      for (let commit = 1; ; commit++) {
        // The day of the invoice, the day it is paid on, and the day of the reminder.
        const days = [first, `${first.slice(0, 8)}19`, addDays(endOfMonth(first, 0), 0)];
        const killed = await killedAt({ days, invoices: true, death: { commit, side } });
        // The server may not have noticed yet that somebody has died, and holds what they held.
        await open().db.execute(sql`select pg_advisory_xact_lock(5371124)`);
        for (const day of days) await live(day);
        const found = await addedUp(open().db, sql`i.issued = ${first}::date`);
        assert.ok(found.length > 150);
        assert.equal(new Set(found.map(({ company_id }) => company_id)).size, found.length);
        await assertConsecutive(open().db, first.slice(0, 7));
        await assertAllWritten(open().db);
        const late = found.filter(({ paid, total }) => paid !== Math.max(total, 0));
        const [five] = await rowsOf<{ id: string; fees: number }>(
          open().db,
          sql`select id, (select count(*)::int from charge where company_id = c.id and kind = 'reminder' and due >= ${first}::date) as fees
            from company c where key = 'c5'`,
        );
        assert.deepEqual(
          [late.map(({ company_id }) => company_id), five?.fees],
          [[five?.id], 1],
          `killed ${side} commit ${String(commit)}`,
        );
        const [mails] = await rowsOf<object>(
          open().db,
          sql`select count(*)::int as mails, count(distinct recipient)::int as receivers, count(distinct invoice_id)::int as invoices
            from outbox join invoice i on i.id = outbox.invoice_id where i.issued = ${first}::date`,
        );
        assert.deepEqual(mails, { mails: 2, receivers: 2, invoices: 1 });
        first = addDays(endOfMonth(first, 0), 1);
        if (killed === null) break;
        deaths.push(`${side} ${killed}`);
      }
    }
    // One for the run, one for the payments and one for the reminder on either side; those of orders come on top.
    const times = (death: string) => deaths.filter((one) => one === death).length;
    for (const side of ['before', 'after'])
      assert.deepEqual([times(`${side} close`), times(`${side} settle`)], [1, 2], `killed ${deaths.join(', ')}`);
    const last = await documentsWhere(open().db, sql`i.issued > ${today}::date`);
    assert.equal(new Set(last.map(({ number }) => number)).size, last.length);
  });
});
