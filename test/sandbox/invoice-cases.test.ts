import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { creditInvoice, CreditRefused } from '../../sandbox/billing/credit.ts';
import { beginBilling, changePrice, chargeProduct, endBilling, takeBack } from '../../sandbox/billing/ledger.ts';
import { settle } from '../../sandbox/billing/settle.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import type { InvoicePage } from '../../src/invoices/invoice.ts';
import { Account } from './account.ts';
import { addedUp, type Document } from './documents.ts';
import { onEngine, Sandbox } from './engines.ts';
import { assertAgrees, Invoiced } from './invoiced.ts';

describe('the invoice of a company', () => {
  onEngine('postgres', (given) => {
    const db = () => given().database.db;
    const to = async (day: string) => {
      while (await closeMonth(given().database, createClock(day)));
      await settle(given().database, createClock(day));
    };
    const documentsOf = ({ company }: Account): Promise<Document[]> => addedUp(db(), sql`i.company_id = ${company}`);
    const plan = async (key: string) => {
      const [found] = await rowsOf<{ planId: string; monthly: number }>(
        db(),
        sql`select id as "planId", monthly_price as monthly from plan where key = ${key}`,
      );
      assert.ok(found);
      return found;
    };
    const accounts: Record<string, Account> = {};

    test('whose only subscription began and ended in one month has those days, their usage, and none after it (SUB-9, R17.3)', async () => {
      const account = await Account.open(given(), { name: 'Kort Tid', subscriptions: [{ status: 'pendingActive' }] });
      await beginBilling(db(), { ...account.entry('begin'), day: '2026-11-24', ...(await plan('p-5')), setup: 7920 });
      await endBilling(db(), { ...account.entry('end'), lastDay: '2026-11-28', remaining: 0 });
      await db().execute(sql`update subscription set status = 'terminated', start = '2026-11-24', last_day = '2026-11-28'
        where id = ${account.subscription}`);
      accounts['twice'] = await Account.open(given());
      accounts['refunded'] = await Account.open(given());
      await changeTwice(accounts['twice']);
      await buy(accounts['refunded']);
      await to('2026-12-01');
      assert.deepEqual(
        (await account.invoiced()).map(([kind, , from, until, amount]) => [kind, from, until, amount]),
        [
          ['setup', null, null, 7920],
          ['subscription', '2026-11-24', '2026-11-28', 1317],
        ],
      );
      const usage = await rowsOf<object>(
        db(),
        sql`select from_day::text as from, to_day::text as to from charge where company_id = ${account.company} and kind = 'usage'`,
      );
      assert.deepEqual(usage, [{ from: '2026-11-24', to: '2026-11-28' }]);
      await to('2027-01-01');
      assert.deepEqual(
        (await documentsOf(account)).map(({ issued }) => issued),
        ['2026-12-01'],
      );
    });

    /** Two changes of the next month, and before its second half begins two more: of those of one day the last counts. */
    const changeTwice = async (account: Account) => {
      for (const [order, from, key] of [
        ['first', '2026-12-01', 'p-100'],
        ['second', '2026-12-01', 'p-20'],
        ['third', '2026-12-05', 'p-100'],
        ['fourth', '2026-12-15', 'p-5'],
      ] as const)
        await changePrice(db(), { ...account.entry(order), from, ...(await plan(key)) });
    };

    test('that changes its plan more than once in a month pays each for its days, rounded once (SUB-9, INV-4)', async () => {
      const account = accounts['twice'];
      assert.ok(account);
      const share = async (key: string, days: number) => Math.round(((await plan(key)).monthly * days) / 31);
      const lines = (await account.invoiced()).filter(([, , from]) => from?.startsWith('2026-12'));
      assert.deepEqual(
        lines.map(([kind, , from, until, amount]) => [kind, from, until, amount]),
        [
          ['subscription', '2026-12-01', '2026-12-04', await share('p-20', 4)],
          ['subscription', '2026-12-05', '2026-12-14', await share('p-100', 10)],
          ['subscription', '2026-12-15', '2026-12-31', await share('p-5', 17)],
        ],
      );
    });

    const buy = async ({ company }: Account) => {
      const [user] = await rowsOf<{ id: string; name: string }>(
        db(),
        sql`select id, name from telephone_user where company_id = ${company}`,
      );
      assert.ok(user);
      const words = { product: '5G-router', quantity: 1, costCentre: null, reference: null };
      const purchase = { companyId: company, orderId: `routers ${company}`, userId: user.id, userName: user.name, amount: 249_901 };
      await chargeProduct(db(), { ...purchase, ...words, day: '2026-11-23' });
    };

    test('on which more comes back than is charged is negative, to the øre, and nothing is to be paid of it (INV-1, INV-2, INV-4, INV-7, R27.2)', async () => {
      const account = accounts['refunded'];
      assert.ok(account);
      await takeBack(db(), account.company, `routers ${account.company}`);
      await to('2027-02-01');
      const [first, , third] = await documentsOf(account);
      assert.ok(first && third);
      assert.deepEqual([third.issued, third.taxable < -200_000, third.payment_id, third.paid], ['2027-02-01', true, null, 0]);
      assert.equal(third.vat, 0 - Math.round(-third.taxable / 4));
      await to('2027-02-28');
      const later = new Sandbox(given().database, { clock: createClock('2027-02-28') });
      const { items, ...page } = (await later.ask<InvoicePage>(`/companies/${account.company}/invoices`)).body;
      const shown = items.find(({ id }) => id === third.id);
      assert.deepEqual([shown?.state, shown?.outstanding.amount, shown?.reminded, shown?.total.amount], ['settled', 0, null, third.total]);
      assert.deepEqual([page.outstanding.amount, page.overdue.amount, page.unpaid], [0, 0, 0]);
      await assertAgrees(new Invoiced(later, account.company, third.id));
      await assert.rejects(
        db().transaction((writer) => creditInvoice(writer, { invoiceId: third.id, lines: 'whole', day: '2027-02-28' })),
        (error) => error instanceof CreditRefused && error.reason === 'tooMuch',
      );
      assert.deepEqual((await documentsOf(account)).length, 3);
    });

    test('without anything to say is none, and its number is nobody’s (INV-1, R27.1)', async () => {
      const account = await Account.open(given(), { name: 'Bo Ib', subscriptions: [{ status: 'pendingActive' }] });
      await to('2027-03-01');
      assert.deepEqual(await documentsOf(account), []);
      const { items, total, outstanding } = (await given().ask<InvoicePage>(`/companies/${account.company}/invoices`)).body;
      assert.deepEqual([items, total, outstanding.amount], [[], 0, 0]);
    });
  });
});
