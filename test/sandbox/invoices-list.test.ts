import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import type { InvoicePage, InvoiceSummary } from '../../src/invoices/invoice.ts';
import { onBothEngines, today } from './engines.ts';
import { issue, somebody, type Issue } from './issued.ts';
import { scratchCompany } from './scratch.ts';

/** An invoice of one line; amounts in øre without VAT. */
const plain = (issued: string, amount: number, rest: Partial<Issue> = {}): Issue => ({
  ...{ issued, rows: [{ kind: 'reminder', amount, vatFree: true }] },
  ...rest,
});

const said = ({ issued, state, total, outstanding }: InvoiceSummary) => [issued, state, total.amount, outstanding.amount];

describe('the list of invoices', () => {
  onBothEngines((sandbox) => {
    const read = async (company: string, query = '') => {
      const { status, body, text } = await sandbox().ask<InvoicePage>(`/companies/${company}/invoices${query}`);
      assert.equal(status, 200, text);
      return body;
    };
    const company = (name = 'Kladde Eksempel') => scratchCompany(sandbox(), [{ name: 'Bo Ib' }], name);
    const issued = async (to: string, ...given: readonly Issue[]) => {
      const ids: string[] = [];
      for (const one of given) ids.push(await issue(sandbox(), to, one));
      return ids;
    };

    test('says of each what it came to, how it stands and what is left of it, the newest first (R27.1, R27.2, INV-12)', async () => {
      const own = await company();
      const [first = ''] = await issued(own, plain('2026-05-01', 10_000, { credited: 4000 }));
      await issued(
        own,
        plain('2026-06-01', 10_000, { paid: 10_000 }),
        plain('2026-07-01', 10_000, { credited: 10_000 }),
        plain('2026-08-01', 0),
        plain('2026-09-01', 10_000, { paid: 2500, credited: 2500, reminded: '2026-10-01' }),
        plain('2026-10-01', 10_000),
        { issued: '2026-05-20', credits: first, rows: [{ kind: 'credit', amount: -4000, vatFree: true }] },
      );
      const { items, total } = await read(own);
      assert.equal(total, 7);
      assert.deepEqual(items.map(said), [
        ['2026-10-01', 'sent', 10_000, 10_000],
        ['2026-09-01', 'partiallyPaid', 10_000, 5000],
        ['2026-08-01', 'settled', 0, 0],
        ['2026-07-01', 'credited', 10_000, 0],
        ['2026-06-01', 'settled', 10_000, 0],
        ['2026-05-20', 'creditNote', -4000, 0],
        ['2026-05-01', 'sent', 10_000, 6000],
      ]);
      const [newest, reminded] = items;
      assert.deepEqual([newest?.due, newest?.credits, newest?.reminded, reminded?.reminded], ['2026-10-15', null, null, '2026-10-01']);
      const note = items.find(({ state }) => state === 'creditNote');
      assert.deepEqual([note?.due, note?.credits], [null, { id: first, number: items.at(-1)?.number }]);
    });

    test('puts VAT on, rounded once and away from zero, also of a credit note (INV-2, INV-4, INV-12)', async () => {
      const own = await company();
      const bo = somebody('Bo Ib');
      const rows = [1, 1, 1].map((amount) => ({ kind: 'product' as const, user: bo, product: 'Sim', quantity: 1, amount }));
      const [id = ''] = await issued(own, { issued: '2026-10-01', rows: [...rows, ...rows] });
      await issued(own, { issued: '2026-10-02', credits: id, rows: [{ kind: 'credit', amount: -6 }] });
      assert.deepEqual(
        (await read(own)).items.map(({ total }) => total.amount),
        [-8, 8],
      );
    });

    test('reaches every one, page by page, and nothing twice, also of the same day (R27.3)', async () => {
      const own = await company();
      const months = Array.from(
        { length: 30 },
        (_, index) => `${String(2024 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
      );
      const ids = await issued(own, ...months.map((month) => plain(`${month}-01`, 100)));
      for (const credits of ids.slice(0, 6)) await issued(own, { issued: '2026-06-01', credits, rows: [{ kind: 'credit', amount: -100 }] });
      const found: InvoiceSummary[] = [];
      for (let offset = 0; offset < 36; offset += 7) found.push(...(await read(own, `?offset=${String(offset)}&limit=7`)).items);
      assert.equal(new Set(found.map(({ id }) => id)).size, 36);
      const place = ({ issued: day, number }: InvoiceSummary) => `${day} ${number}`;
      assert.deepEqual(found.map(place), found.map(place).sort().reverse());
      for (const offset of [36, 37, 10_000_000]) {
        const beyond = await read(own, `?offset=${String(offset)}`);
        assert.deepEqual([beyond.items, beyond.total, beyond.years], [[], 36, [2026, 2025, 2024]]);
      }
    });

    test('is narrowed by year and by state, while what is owed stays that of all (R27.2, R27.3)', async () => {
      const own = await company();
      const [, whole = ''] = await issued(
        own,
        plain('2025-12-01', 100, { paid: 100 }),
        plain('2026-01-01', 200, { credited: 200 }),
        plain('2026-02-01', 400, { paid: 100 }),
        plain('2026-10-01', 800, { due: '2026-11-21' }),
        plain('2026-11-01', 1600, { due: today }),
        plain('2024-12-31', 3200),
      );
      await issued(own, { issued: '2026-01-31', credits: whole, rows: [{ kind: 'credit', amount: -200, vatFree: true }] });
      const days = async (query: string) => {
        const answer = await read(own, query);
        assert.deepEqual([answer.outstanding.amount, answer.overdue.amount, answer.unpaid], [5900, 4300, 4], query);
        assert.deepEqual([answer.years, answer.today], [[2026, 2025, 2024], today]);
        assert.equal(answer.total, answer.items.length);
        return answer.items.map((item) => item.issued);
      };
      assert.deepEqual(await days('?state=unpaid'), ['2026-11-01', '2026-10-01', '2026-02-01', '2024-12-31']);
      // What is due today can still be paid today.
      assert.deepEqual(await days('?state=overdue'), ['2026-10-01', '2026-02-01', '2024-12-31']);
      assert.deepEqual(await days('?state=paid'), ['2025-12-01']);
      assert.deepEqual(await days('?state=creditNotes'), ['2026-01-31']);
      assert.deepEqual(await days('?year=2025'), ['2025-12-01']);
      assert.deepEqual(await days('?year=2024'), ['2024-12-31']);
      assert.deepEqual(await days('?year=2026&state=overdue'), ['2026-10-01', '2026-02-01']);
      assert.deepEqual(await days('?year=2023'), []);
      assert.deepEqual(await days('?year=9999'), []);
    });

    test('shows the months that have had an invoice run, the oldest first, less what was credited (R27.2)', async () => {
      const own = await company();
      const [october = ''] = await issued(own, plain('2026-10-01', 500), plain('2026-11-01', 300), plain('2025-11-01', 900));
      await issued(own, { issued: '2026-10-31', credits: october, rows: [{ kind: 'credit', amount: -700, vatFree: true }] });
      const runs = await rowsOf<{ month: string }>(
        sandbox().database.db,
        sql`select to_char(month, 'YYYY-MM') as month from invoice_counter where month > '2025-11-01' and month < '2026-12-01' order by month`,
      );
      assert.ok(runs.length >= 2, 'the example data have at least two');
      const amounts: Record<string, number> = { '2026-10': -200, '2026-11': 300 };
      assert.deepEqual(
        (await read(own)).months.map(({ month, amount }) => [month, amount.amount]),
        runs.map(({ month }) => [month, amounts[month] ?? 0]),
      );
    });

    test('shows no more than twelve months (R27.2)', async () => {
      const { db } = sandbox().database;
      await db.execute(sql`insert into invoice_counter (month, last)
        select month::date, 1 from generate_series(timestamp '2024-01-01', timestamp '2026-11-01', interval '1 month') month on conflict do nothing`);
      const { months } = await read(await company());
      assert.deepEqual([months.length, months[0]?.month, months.at(-1)?.month], [12, '2025-12', '2026-11']);
    });

    test('is empty where there is nothing yet (R27.1)', async () => {
      const { items, total, outstanding, overdue, unpaid, years, months } = await read(await company());
      assert.deepEqual([items, total, outstanding.amount, overdue.amount, unpaid, years], [[], 0, 0, 0, 0, []]);
      assert.ok(months.every(({ amount }) => amount.amount === 0));
    });

    test('refuses what is no question (T22)', async () => {
      const own = await company();
      for (const query of [
        ...['year=abc', 'year=0', 'year=10000', 'year=2026.5', 'year=', 'state=lost', 'state=', 'offset=-1', 'limit=0', 'limit=101'],
        ...['offset=10000001', 'sort=name', 'year=2026&year=2025', "state=unpaid'--"],
      ])
        assert.equal((await sandbox().ask(`/companies/${own}/invoices?${query}`)).status, 422, query);
    });
  });
});
