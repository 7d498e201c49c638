/** eFaktura: who gets the invoices by e-mail, and that each gets each once. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { queueInvoiceMails } from '../../sandbox/invoices/e-invoice-mails.ts';
import type { EInvoice } from '../../src/invoices/e-invoice.ts';
import { onBothEngines, type Answer } from './engines.ts';
import { issue, somebody } from './issued.ts';
import { scratchCompany } from './scratch.ts';

interface Refused {
  readonly type: string;
  readonly errors?: readonly { readonly pointer: string; readonly type: string }[];
}

describe('eFaktura', () => {
  onBothEngines((sandbox) => {
    const path = (company: string) => `/companies/${company}/e-invoice`;
    const read = (company: string, as = 'maja') => sandbox().ask<EInvoice>(path(company), { as });
    const etagOf = ({ headers }: Answer<unknown>) => headers.get('etag') ?? '';
    const put = async <Body = EInvoice>(company: string, addresses: readonly string[], headers: Record<string, string> = {}, as = 'maja') =>
      sandbox().ask<Body>(path(company), {
        ...{ as, method: 'PUT', json: { addresses } },
        headers: { 'idempotency-key': newId(), 'if-match': etagOf(await read(company)), ...headers },
      });
    const leave = async (company: string, headers: Record<string, string> = {}, as = 'maja') =>
      sandbox().ask<EInvoice>(path(company), {
        ...{ as, method: 'DELETE' },
        headers: { 'idempotency-key': newId(), 'if-match': etagOf(await read(company)), ...headers },
      });
    const errorsOf = async (company: string, addresses: readonly string[]) => {
      const { status, body } = await put<Refused>(company, addresses);
      assert.equal(status, 422);
      return body.errors?.map(({ pointer, type }) => [pointer, type]);
    };
    const deeds = async (company: string) =>
      (await rowsOf<{ deed: string }>(sandbox().database.db, sql`select deed from audit where company_id = ${company} order by no`)).map(
        ({ deed }) => deed,
      );

    test('is the company’s: everybody who may look sees the same, with when the next invoice is sent (R30.1, R30.3, R31.2)', async () => {
      const company = await sandbox().id('company', 'c1');
      const answers = await Promise.all(['maja', 'frida', 'lars'].map((as) => read(company, as)));
      for (const { status, body } of answers) {
        assert.equal(status, 200);
        assert.deepEqual(body.addresses, ['faktura@nordlys.example', 'bogholderi@nordlys.example']);
        assert.equal(body.next, '2026-12-01');
      }
      const town = await read(await sandbox().id('company', 'c3'));
      assert.deepEqual([town.body.addresses, town.body.ean], [[], '9520000000011']);
    });

    test('is signed up for, changed and left, each written down (R30.2, R31.2, PRV-7)', async () => {
      const company = await scratchCompany(sandbox(), []);
      const before = await read(company);
      assert.deepEqual(before.body.addresses, []);
      const signedUp = await put(company, ['  faktura@kladde.example ', 'bogholder@kladde.example']);
      assert.equal(signedUp.status, 200);
      assert.deepEqual(signedUp.body.addresses, ['faktura@kladde.example', 'bogholder@kladde.example']);
      assert.notEqual(etagOf(signedUp), etagOf(before));
      await put(company, ['bogholder@kladde.example']);
      assert.deepEqual((await read(company)).body.addresses, ['bogholder@kladde.example']);
      assert.deepEqual((await leave(company)).body.addresses, []);
      assert.deepEqual(await deeds(company), ['eInvoice.change', 'eInvoice.change', 'eInvoice.leave']);
    });

    test('takes addresses only, each once, at least one and at most a hundred (R31.1)', async () => {
      const company = await scratchCompany(sandbox(), []);
      const long = `${'a'.repeat(288)}@kladde.example`;
      assert.deepEqual(await errorsOf(company, ['faktura.kladde.example', 'a@b', 'god@kladde.example', 'to@to@kladde.example']), [
        ['/addresses/0', 'form'],
        ['/addresses/1', 'form'],
        ['/addresses/3', 'form'],
      ]);
      assert.deepEqual(await errorsOf(company, ['Faktura@Kladde.example', 'faktura@kladde.example']), [['/addresses/1', 'twice']]);
      assert.deepEqual(await errorsOf(company, ['a@kladde.example\nBcc: b@kladde.example', 'c@kladde.example,d@kladde.example']), [
        ['/addresses/0', 'form'],
        ['/addresses/1', 'form'],
      ]);
      assert.deepEqual((await errorsOf(company, [long]))?.[0]?.[0], '/addresses/0');
      assert.deepEqual((await errorsOf(company, []))?.[0]?.[0], '/addresses');
      const many = Array.from({ length: 101 }, (_, index) => `nr${String(index)}@kladde.example`);
      assert.deepEqual((await errorsOf(company, many))?.[0]?.[0], '/addresses');
      assert.deepEqual((await read(company)).body.addresses, []);
      assert.equal((await put(company, many.slice(1))).body.addresses.length, 100);
    });

    test('needs the right to change, and to be seen the right to see (R7.1, R8, R30.2, T03)', async () => {
      const company = await sandbox().id('company', 'c1');
      const asked = async (as: string) => [
        (await read(company, as)).status,
        (await put(company, [`${as}@nordlys.example`], {}, as)).status,
        (await leave(company, {}, as)).status,
      ];
      assert.deepEqual(await asked('lars'), [200, 403, 403]);
      assert.deepEqual(await asked('ida'), [404, 404, 404]);
      const other = await scratchCompany(sandbox(), []);
      await sandbox().database.db.execute(
        sql`insert into membership values (${await sandbox().id('person', 'ida')}, ${other}, 'full', 'full', 'none', 'full')`,
      );
      const refused = [await read(other, 'ida'), await put(other, ['ida@x.example'], {}, 'ida'), await leave(other, {}, 'ida')];
      assert.deepEqual(
        refused.map(({ status }) => status),
        [403, 403, 403],
      );
      assert.deepEqual((await read(company)).body.addresses, ['faktura@nordlys.example', 'bogholderi@nordlys.example']);
    });

    test('is not changed over what somebody else has just made of it, nor without saying over what (F18)', async () => {
      const company = await scratchCompany(sandbox(), []);
      const seen = etagOf(await read(company));
      await put(company, ['foerst@kladde.example']);
      assert.equal((await put(company, ['sidst@kladde.example'], { 'if-match': seen })).status, 412);
      assert.equal((await leave(company, { 'if-match': seen })).status, 412);
      const bare = { method: 'PUT', json: { addresses: ['sidst@kladde.example'] }, headers: { 'idempotency-key': newId() } };
      assert.equal((await sandbox().ask(path(company), bare)).status, 428);
      assert.deepEqual((await read(company)).body.addresses, ['foerst@kladde.example']);
      // Left and signed up for again, it is not what it was before.
      await leave(company);
      assert.equal((await put(company, ['sidst@kladde.example'], { 'if-match': seen })).status, 412);
    });

    test('with the same key is changed once, and of two at once one is told to look again (F06, F18, F21, T20)', async () => {
      const company = await scratchCompany(sandbox(), []);
      const headers = { 'idempotency-key': newId(), 'if-match': etagOf(await read(company)) };
      const first = await put(company, ['faktura@kladde.example'], headers);
      const second = await put(company, ['faktura@kladde.example'], headers);
      assert.deepEqual([second.status, second.body], [200, first.body]);
      assert.deepEqual(await deeds(company), ['eInvoice.change']);
      const match = { 'if-match': etagOf(first) };
      const two = await Promise.all([put(company, ['a@kladde.example'], match), put(company, ['b@kladde.example'], match)]);
      assert.deepEqual(two.map(({ status }) => status).sort(), [200, 412]);
    });

    test('sends a month’s invoice once to each address, however often it is asked to, and tells of it (R31.2, R31.3)', async () => {
      const { db } = sandbox().database;
      const company = await scratchCompany(sandbox(), []);
      const other = await scratchCompany(sandbox(), [], 'Uden Eksempel');
      await put(company, ['faktura@kladde.example', 'bogholder@kladde.example']);
      const rows = [{ kind: 'product', product: 'eSIM', quantity: 1, user: somebody('Bo Ib'), amount: 123_456 }] as const;
      const issued = '2027-03-01';
      const id = await issue(sandbox(), company, { issued, rows });
      await issue(sandbox(), other, { issued, rows });
      await db.transaction((transaction) => queueInvoiceMails(transaction, issued));
      await db.transaction((transaction) => queueInvoiceMails(transaction, issued));
      const mails = await rowsOf<{ recipient: string; subject: string; text: string }>(
        db,
        sql`select recipient, subject, text from outbox where invoice_id = ${id} order by no`,
      );
      assert.deepEqual(
        mails.map(({ recipient }) => recipient),
        ['faktura@kladde.example', 'bogholder@kladde.example'],
      );
      const [{ count } = { count: 0 }] = await rowsOf<{ count: number }>(
        db,
        sql`select count(*)::int as count from outbox join invoice on invoice.id = invoice_id where company_id = ${other}`,
      );
      assert.equal(count, 0);
      assert.match(mails[0]?.subject ?? '', /^Faktura \d+ til Kladde Eksempel$/);
      assert.match(mails[0]?.text ?? '', /Beløb: 1\.543,20\u00a0kr\. inkl\. moms/);
      const states = async () => (await read(company)).body.deliveries.map(({ address, state }) => [address, state]);
      assert.deepEqual(await states(), [
        ['faktura@kladde.example', 'waiting'],
        ['bogholder@kladde.example', 'waiting'],
      ]);
      await db.execute(sql`update outbox set sent_at = now() where invoice_id = ${id} and recipient like 'faktura%'`);
      await db.execute(sql`update outbox set given_up_at = now() where invoice_id = ${id} and recipient like 'bogholder%'`);
      assert.deepEqual(await states(), [
        ['faktura@kladde.example', 'sent'],
        ['bogholder@kladde.example', 'failed'],
      ]);
      assert.equal((await read(company)).body.deliveries[0]?.invoice.id, id);
    });
  });
});
