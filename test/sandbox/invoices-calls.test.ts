import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { callsOf } from '../../sandbox/billing/itemised-calls.ts';
import { meter } from '../../sandbox/billing/metering.ts';
import { usageEntries } from '../../sandbox/billing/usage-lines.ts';
import { newId } from '../../sandbox/database/ids.ts';
import type { InvoiceCall } from '../../src/invoices/invoice-line.ts';
import { onEngine } from './engines.ts';
import { Invoiced } from './invoiced.ts';
import { issue, somebody, type Row } from './issued.ts';
import { scratchCompany } from './scratch.ts';

const october = { from: '2026-10-01', to: '2026-10-31' };
const plan = { data: null, talk: true };

/** A subscription that called a helpline and a special number in October, and was outside the EU. */
const rich = (() => {
  for (let index = 0; ; index++) {
    const id = `talkative-${String(index)}`;
    const days = meter(id, plan, october);
    const kinds = new Set(days.flatMap(({ calls }) => calls.map(({ kind }) => kind)));
    if (kinds.size === 3 && days.some(({ where, talk }) => typeof where === 'object' && talk > 0)) return id;
  }
})();

const usageOf = (subscription: string) => usageEntries(meter(subscription, plan, october));

describe('the calls behind an invoice', () => {
  onEngine('postgres', (sandbox) => {
    const issued = async (rows: readonly Row[], day = '2026-11-01', used = ['2026-10-01', '2026-10-31'] as const) => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      return new Invoiced(sandbox(), company, await issue(sandbox(), company, { issued: day, used, rows }));
    };
    const bo = somebody('Bo Ib');
    const talked = (subscription: string): Row => {
      return {
        kind: 'usage',
        user: bo,
        subscription,
        phone: '+4567102030',
        days: [october.from, october.to],
        usage: usageOf(subscription),
      };
    };

    test('are shown to six digits, in the order they were made, and without the free ones (R28.6, PRV-1, PRV-2)', async () => {
      const invoiced = await issued([talked(rich)]);
      assert.equal((await invoiced.read()).hasCalls, true);
      const calls = await invoiced.calls(bo.id);
      const made = meter(rich, plan, october).flatMap((day) => day.calls);
      const free = made.filter(({ kind }) => kind === 'free');
      assert.ok(free.length > 0);
      assert.equal(calls.length, made.length - free.length);
      for (const { number } of calls) assert.match(number, /^6[78] \d\d \d\d ••$/);
      assert.deepEqual(
        calls.map(({ at }) => at),
        calls.map(({ at }) => at).sort(),
      );
      // Nothing that leaves the server holds a whole number.
      const { text } = await sandbox().ask(`${invoiced.address}/calls?user=${bo.id}&limit=100`);
      for (const { number } of callsOf(rich, october)) assert.ok(!text.includes(number.slice(-8)), number);
    });

    test('come to what the lines of talk say, group by group and country by country (R28.3, INV-4)', async () => {
      const invoiced = await issued([talked(rich)]);
      const [calls, lines] = [await invoiced.calls(bo.id), await invoiced.lines(bo.id)];
      const talk = lines.filter(({ kind }) => kind === 'talk');
      assert.ok(talk.length > 2);
      for (const { group, country, amount, quantity } of talk) {
        const own = calls.filter((call) => call.group === group && call.country === country);
        const sum = (value: (call: InvoiceCall) => number) => own.reduce((all, call) => all + value(call), 0);
        assert.deepEqual(
          [sum((call) => call.amount.amount), sum(({ seconds }) => Math.ceil(seconds / 60))],
          [amount.amount, quantity],
          group,
        );
      }
    });

    test('of several subscriptions of a user stand among each other, and are all reached (R28.7)', async () => {
      const other = { ...talked('other'), phone: '+4567102031' };
      const invoiced = await issued([talked(rich), other]);
      const calls = await invoiced.calls(bo.id);
      assert.equal(calls.length, callsOf(rich, october).length + callsOf('other', october).length);
      assert.deepEqual(
        calls.map(({ at }) => at),
        calls.map(({ at }) => at).sort(),
      );
      assert.deepEqual(await invoiced.calls(bo.id, 17), calls);
    });

    test('of what no person has are of no user (R28.4)', async () => {
      const { user: _bo, ...row } = talked(rich);
      const invoiced = await issued([{ ...row, label: 'Vagttelefon' }, talked('other')]);
      assert.equal((await invoiced.calls(null)).length, callsOf(rich, october).length);
      assert.equal((await invoiced.calls(bo.id)).length, callsOf('other', october).length);
    });

    test('are none where the plan has no calls, and of a product (R28.6)', async () => {
      const data = [{ group: 'usageDk', kind: 'data', quantity: 900, amount: 0 }] as const;
      const anna = somebody('Anna Aagaard');
      const invoiced = await issued([
        { ...talked(newId()), usage: data },
        { kind: 'product', user: anna, product: 'Router', quantity: 1, amount: 249_900 },
      ]);
      assert.deepEqual([await invoiced.calls(bo.id), await invoiced.calls(anna.id)], [[], []]);
    });

    test('are kept for three months, and not of a credit note or of an invoice without usage (PRV-3)', async () => {
      const has = async (invoiced: Invoiced) => [(await invoiced.read()).hasCalls, (await invoiced.calls(bo.id)).length > 0];
      assert.deepEqual(await has(await issued([talked(rich)], '2026-09-01')), [true, true]);
      assert.deepEqual(await has(await issued([talked(rich)], '2026-08-01')), [false, false]);
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const unused = await issue(sandbox(), company, { issued: '2026-11-01', rows: [talked(rich)] });
      assert.deepEqual(await has(new Invoiced(sandbox(), company, unused)), [false, false]);
      const note = {
        issued: '2026-11-02',
        credits: unused,
        rows: [{ ...talked(rich), kind: 'usage' }],
        used: ['2026-10-01', '2026-10-31'],
      } as const;
      assert.deepEqual(await has(new Invoiced(sandbox(), company, await issue(sandbox(), company, note))), [false, false]);
    });

    test('are none where there are more than 2,000 users (R28.7)', async () => {
      const invoiced = await issued([talked(rich)]);
      const set = (users: number) =>
        sandbox().database.db.execute(sql`update invoice set users = ${users} where id = ${invoiced.address.split('/').at(-1)}`);
      await set(2000);
      assert.equal((await invoiced.read()).hasCalls, true);
      await set(2001);
      assert.equal((await invoiced.read()).hasCalls, false);
      assert.deepEqual(await invoiced.calls(bo.id), []);
    });
  });
});
