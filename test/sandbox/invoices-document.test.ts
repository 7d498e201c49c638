import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { readDocument } from '../../sandbox/invoices/read-document.ts';
import type { Invoice, InvoicePage } from '../../src/invoices/invoice.ts';
import { onBothEngines } from './engines.ts';
import { assertAgrees, Invoiced } from './invoiced.ts';
import { issue, somebody, type Row } from './issued.ts';
import { scratchCompany } from './scratch.ts';

describe('the document of an invoice', () => {
  onBothEngines((sandbox) => {
    const read = async (company: string, id: string, lines = 5000) =>
      (await readDocument(sandbox().database.db, company, id, { lines })) ?? assert.fail('there is no such document');

    test('says what the screen says, in the same order, with those who sell and buy (R28.2, INV-1)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const [bo, anna] = [somebody('Bo Ib'), somebody('Åse Holm')];
      const rows: Row[] = [
        { kind: 'subscription', user: anna, subscription: newId(), phone: '+4567102031', amount: 7900, costCentre: 'It' },
        { kind: 'subscription', user: bo, subscription: newId(), phone: '+4567102030', amount: 11_900 },
        { kind: 'setup', user: bo, subscription: newId(), phone: '+4567102029', amount: 7920 },
        { kind: 'compensation', amount: 31_000, vatFree: true },
      ];
      const id = await issue(sandbox(), company, { issued: '2026-11-01', rows });
      const invoiced = new Invoiced(sandbox(), company, id);
      const { invoice, seller, buyer, users } = await read(company, id);
      const { today, ...shown } = await invoiced.read();
      assert.equal(today, '2026-11-22');
      assert.deepEqual(invoice, shown);
      assert.deepEqual([seller.name, buyer.cvr, buyer.ean], ['Kladde Eksempel', '99000015', null]);
      assert.deepEqual(
        users.map(({ name, phones, costCentre, amount }) => [name, phones, costCentre, amount]),
        [
          ['Bo Ib', ['+4567102029', '+4567102030'], null, 19_820],
          ['Åse Holm', ['+4567102031'], 'It', 7900],
          ['Uden bruger', [], null, 31_000],
        ],
      );
      for (const { id: user, lines } of users) assert.deepEqual(lines, await invoiced.lines(user));
    });

    test('has everybody’s sums always, and lines only as far as they are wanted (R28.7, R29)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const rows = Array.from({ length: 12 }, (): Row => ({ kind: 'setup', user: somebody('Bo Ib'), subscription: newId(), amount: 7920 }));
      const id = await issue(sandbox(), company, { issued: '2026-11-01', rows });
      const counts = async (most: number) => (await read(company, id, most)).users.map(({ amount, lines }) => [amount, lines.length]);
      assert.deepEqual(
        await counts(12),
        rows.map(() => [7920, 1]),
      );
      assert.deepEqual(
        await counts(11),
        rows.map(() => [7920, 0]),
      );
    });

    test('is none for another company’s id (T01)', async () => {
      const [own, other] = [await scratchCompany(sandbox(), [{ name: 'Bo' }]), await scratchCompany(sandbox(), [{ name: 'Bo' }])];
      const id = await issue(sandbox(), own, { issued: '2026-11-01', rows: [] });
      assert.equal(await readDocument(sandbox().database.db, other, id, { lines: 1 }), null);
      assert.equal(await readDocument(sandbox().database.db, own, newId(), { lines: 1 }), null);
    });

    test('adds up for each company of the example data, also of 1,800 users, as do the pages of those (R28.3, R28.7, INV-4)', async () => {
      for (const key of ['c1', 'c2', 'c3', 'c5', 'c6', 'c7', 'x2']) {
        const company = await sandbox().id('company', key);
        const newest = await rowsOf<{ id: string }>(
          sandbox().database.db,
          sql`select id from invoice where company_id = ${company} order by issued desc, number desc limit 2`,
        );
        assert.ok(newest.length > 1, key);
        for (const { id } of newest) {
          const { invoice, users } = await read(company, id, 1_000_000);
          const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
          for (const { name, amount, lines } of users) assert.equal(sum(lines.map((line) => line.amount.amount)), amount, name);
          const { taxable, vatFree, vat, total, lines, ofUsers, groups } = invoice;
          assert.equal(sum(users.map(({ amount }) => amount)), taxable.amount + vatFree.amount);
          assert.equal(sum(users.filter((user) => user.id !== null).map(({ amount }) => amount)), ofUsers.amount);
          assert.equal(sum(groups.map(({ amount }) => amount.amount)), taxable.amount + vatFree.amount);
          assert.equal(taxable.amount + vatFree.amount + vat.amount, total.amount);
          assert.equal(sum(users.map((user) => user.lines.length)), lines);
        }
      }
      const large = await sandbox().id('company', 'c3');
      const { items } = (await sandbox().ask<InvoicePage>(`/companies/${large}/invoices?limit=1`)).body;
      const invoiced = new Invoiced(sandbox(), large, items[0]?.id ?? '');
      const { users, ofUsers }: Invoice = await invoiced.read();
      const all = await invoiced.users();
      assert.equal(users, 1800);
      assert.deepEqual([all.length, new Set(all.map(({ id }) => id)).size], [users, users]);
      assert.equal(
        all.reduce((sum, { amount }) => sum + amount.amount, 0),
        ofUsers.amount,
      );
    });

    test('agrees with what is read user by user: the first, the newest, and whatever is out of the ordinary (R28.3, R28.5, INV-4)', async () => {
      for (const key of ['c1', 'c2', 'c5', 'c6']) {
        const company = await sandbox().id('company', key);
        const { items } = (await sandbox().ask<InvoicePage>(`/companies/${company}/invoices?limit=100`)).body;
        const chosen = items.filter(({ state }, index) => state !== 'settled' || index === 0 || index === items.length - 1);
        assert.ok(chosen.length > 0, key);
        for (const { id } of chosen) await assertAgrees(new Invoiced(sandbox(), company, id));
      }
    });

    test('still names somebody of the example data who is gone (R28.5)', async () => {
      const company = await sandbox().id('company', 'c1');
      const { items } = (await sandbox().ask<InvoicePage>(`/companies/${company}/invoices?year=2025&limit=100`)).body;
      const names = await new Invoiced(sandbox(), company, items[0]?.id ?? '').names('Ærenlund');
      assert.deepEqual(names, ['Gunnhild Ærenlund']);
      const now = await sandbox().ask<{ total: number }>(`/companies/${company}/users/search`, {
        json: { search: 'Ærenlund', sort: 'name', direction: 'ascending', offset: 0, limit: 50 },
      });
      assert.equal(now.body.total, 0);
    });
  });
});
