import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { work } from '../../sandbox/orders/worker.ts';
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import type { Order } from '../../src/api/order.ts';
import type { UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { onBothEngines, Sandbox, today } from './engines.ts';
import { scratchCompany } from './scratch.ts';

const small = 'Mobil 5 GB';
const large = 'Mobil 20 GB';

describe('what is ordered', () => {
  onBothEngines((given) => {
    let keys = 0;
    /** The sandbox as it is on a day. */
    const on = (day: string) => new Sandbox(given().database, { clock: createClock(day) });
    const order = async (sandbox: Sandbox, company: string, item: OrderRequestItem): Promise<Order> => {
      const headers = { 'idempotency-key': `charges-${String(keys++)}` };
      const { status, body, text } = await sandbox.ask<Order>(`/companies/${company}/orders`, {
        headers,
        json: { items: [item], delivery: null },
      });
      assert.equal(status, 201, text);
      return body;
    };
    const undo = async (sandbox: Sandbox, company: string, { id }: Order) => {
      const headers = { 'idempotency-key': `charges-${String(keys++)}` };
      const { status, text } = await sandbox.ask(`/companies/${company}/orders/${id}`, { method: 'DELETE', headers });
      assert.equal(status, 200, text);
    };
    const finish = async (day: string) => {
      while (await work(given().database, createClock(day), { pace: 0 }));
      while (await closeMonth(given().database, createClock(day)));
    };
    const lines = async (company: string) => {
      const { body } = await given().ask<UpcomingCharges>(`/companies/${company}/upcoming-charges`);
      return body.items.map(({ kind, plan, from, to, amount }) => [kind, plan, from, to, amount.amount]);
    };
    const companyWith = async (phone: string | null) => {
      const company = await scratchCompany(given(), [{ name: 'Bo Ib', ...(phone !== null && { subscriptions: [{ phone }] }) }]);
      const [found] = await rowsOf<{ id: string }>(given().database.db, sql`select id from subscription where company_id = ${company}`);
      return { company, subscription: found?.id ?? '' };
    };

    test('new is charged with set-up, part of the month and the coming one, under its user, as soon as it is in force (R17.3, SUB-9)', async () => {
      const { company } = await companyWith(null);
      const { body: free } = await given().ask<{ items: { phone: string }[] }>(`/companies/${company}/numbers`);
      const plan = await given().id('plan', 'p-5');
      await order(given(), company, {
        ...{ kind: 'newSubscription', user: { name: 'Ny Bruger', email: null, costCentre: null }, plan, monthly: 7900, setup: 7920 },
        ...{ number: { kind: 'new', phone: free.items[0]?.phone ?? '' }, sim: 'esim' },
      });
      assert.deepEqual(await lines(company), [], 'nothing before it is in force');
      await finish(today);
      const { body } = await given().ask<UpcomingCharges>(`/companies/${company}/upcoming-charges`);
      assert.deepEqual(await lines(company), [
        ['setup', small, null, null, 7920],
        ['subscription', small, today, '2026-11-30', 2370],
        ['subscription', small, '2026-12-01', '2026-12-31', 7900],
      ]);
      assert.ok(body.items.every(({ user, phone }) => user?.name === 'Ny Bruger' && phone === free.items[0]?.phone));
    });

    test('as a change costs another price from the day that was shown, undone or not (SUB-6, R14.4)', async () => {
      const { company, subscription } = await companyWith('+4567990001');
      const plan = await given().id('plan', 'p-20');
      const change = { kind: 'changePlan', subscription, plan, monthly: 11_900, from: '2026-12-01' } as const;
      const first = await order(given(), company, change);
      assert.deepEqual(await lines(company), [['subscription', large, '2026-12-01', '2026-12-31', 11_900]]);
      await undo(given(), company, first);
      assert.deepEqual(await lines(company), [['subscription', small, '2026-12-01', '2026-12-31', 7900]]);
      await order(given(), company, change);
      await finish(today);
      assert.deepEqual(await lines(company), [['subscription', large, '2026-12-01', '2026-12-31', 11_900]]);
    });

    test('as a closing is paid up to the last day with what remains of the binding, and undone is as if it had never been (SUB-5, R14.4)', async () => {
      const { company, subscription } = await companyWith('+4567990002');
      await given().database.db.execute(sql`update subscription set bound_until = '2027-02-28' where id = ${subscription}`);
      const remaining = 1529 + 7900 + 7900; // 26–31 December, January and February
      const closing = await order(given(), company, { kind: 'closeSubscription', subscription, lastDay: '2026-12-25', remaining });
      assert.deepEqual(await lines(company), [
        ['subscription', small, '2026-12-01', '2026-12-25', 6371],
        ['binding', small, null, null, remaining],
      ]);
      // December is invoiced, then the closing is undone.
      const december = on('2026-12-02');
      await finish('2026-12-02');
      assert.deepEqual(await lines(company), []);
      await undo(december, company, closing);
      assert.deepEqual(await lines(company), [
        ['subscription', small, '2026-12-26', '2026-12-31', 1529],
        ['subscription', small, '2027-01-01', '2027-01-31', 7900],
        ['refund', small, null, null, -remaining],
      ]);
    });
  });
});
