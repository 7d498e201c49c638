import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { enterCompany, readAs } from '../../sandbox/database/reading.ts';
import { hasCode, writeAs } from '../../sandbox/database/writing.ts';
import { findInvoice } from '../../sandbox/invoices/detail.ts';
import { readDocument } from '../../sandbox/invoices/read-document.ts';
import type { Answer } from './engines.ts';
import { onBothEngines, own as origin } from './engines.ts';
import { issue, somebody } from './issued.ts';
import { scratchCompany } from './scratch.ts';

describe('the right to invoices', () => {
  onBothEngines((sandbox) => {
    const bo = somebody('Bo Ib');
    const given = async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const row = { kind: 'subscription', user: bo, subscription: newId(), amount: 7900 } as const;
      return { company, id: await issue(sandbox(), company, { issued: '2026-11-01', rows: [row] }) };
    };
    const ofOne = (company: string, id: string): [path: string, json?: unknown][] => [
      [`/companies/${company}/invoices/${id}`],
      [`/companies/${company}/invoices/${id}/users/search`, { search: '', offset: 0, limit: 50 }],
      [`/companies/${company}/invoices/${id}/lines`],
      [`/companies/${company}/invoices/${id}/lines?user=${bo.id}`],
      [`/companies/${company}/invoices/${id}/calls`],
      [`/companies/${company}/invoices/${id}/calls?user=${bo.id}`],
    ];
    /** No PDF is made here. */
    const filesOf = (company: string, id: string): [path: string][] => [
      [`/companies/${company}/invoices/${id}/pdf`],
      [`/companies/${company}/invoices/${id}/csv`],
    ];
    const asked = async (paths: readonly [string, unknown?][], as: string | null): Promise<number[]> => {
      const found: number[] = [];
      for (const [path, json] of paths) found.push((await sandbox().ask(path, { as, json })).status);
      return [...new Set(found)];
    };

    test('is enough for reading, in whole or in part, and without it nothing is told (R6.1, R8, R29.3, T03, T14)', async () => {
      const { company, id } = await given();
      const all = [[`/companies/${company}/invoices`] as const, ...ofOne(company, id)] as [string, unknown?][];
      const ida = await sandbox().id('person', 'ida');
      const { db } = sandbox().database;
      const files = filesOf(company, id);
      const csv = async () => {
        const headers = { authorization: 'Bearer ida' };
        const answer = await sandbox().fetch(new Request(`${origin}/v1/companies/${company}/invoices/${id}/csv`, { headers }));
        await answer.arrayBuffer();
        return answer.status;
      };
      assert.deepEqual(await asked([...all, ...files], null), [401]);
      assert.deepEqual(await asked([...all, ...files], 'ida'), [404]);
      assert.equal(await csv(), 404);
      await db.execute(sql`insert into membership values (${ida}, ${company}, 'none', 'none', 'read', 'none')`);
      assert.deepEqual(await asked(all, 'ida'), [200]);
      assert.deepEqual([await asked(files.slice(0, 1), 'ida'), await csv()], [[409], 200]);
      await db.execute(sql`update membership set (subscriptions, products, invoices, cases) = ('full', 'full', 'none', 'full')
        where person_id = ${ida} and company_id = ${company}`);
      assert.deepEqual(await asked([...all, ...files], 'ida'), [403]);
      assert.equal(await csv(), 403);
    });

    test('is Frida’s in two companies and Lars’ in one (R8)', async () => {
      const status = async (as: string, key: string) =>
        (await sandbox().ask(`/companies/${await sandbox().id('company', key)}/invoices`, { as })).status;
      const keys = ['c1', 'c2', 'c3'];
      assert.deepEqual(await Promise.all(keys.map((key) => status('frida', key))), [200, 200, 404]);
      assert.deepEqual(await Promise.all(keys.map((key) => status('lars', key))), [200, 404, 404]);
    });

    test('ends at the company: another’s invoice is as missing as one that does not exist (R29.3, T01, T14, T22)', async () => {
      const [own, other] = [await given(), await given()];
      const [found] = await rowsOf<{ number: string }>(sandbox().database.db, sql`select number from invoice where id = ${other.id}`);
      const every = (company: string, id: string) => [...ofOne(company, id), ...filesOf(company, id)];
      const bare = ({ status, body }: Answer<Record<string, unknown>>) => ({ status, ...body, requestId: '' });
      const [missing] = ofOne(own.company, newId());
      const uniform = bare(await sandbox().ask(missing?.[0] ?? ''));
      assert.equal(uniform.status, 404);
      // Ids of others, numbers, and what was never an id.
      const ids = [other.id, found?.number ?? '', '2026110001', '1', '-', 'null', '%00', '%27%20or%201=1--', 'x'.repeat(300), `${own.id}x`];
      for (const id of ids)
        for (const [path, json] of every(own.company, id)) assert.deepEqual(bare(await sandbox().ask(path, { json })), uniform, path);
      // The right invoice of the wrong company, and the right company's of somebody else.
      for (const [path, json] of every(other.company, own.id)) assert.deepEqual(bare(await sandbox().ask(path, { json })), uniform, path);
      for (const [path, json] of every(own.company, own.id))
        assert.deepEqual(bare(await sandbox().ask(path, { as: 'ida', json })), uniform, path);
    });

    test('does not find a user who is not on the invoice (T01)', async () => {
      const { company, id } = await given();
      const other = await sandbox().id('user', 'u1');
      for (const what of ['lines', 'calls'])
        for (const user of [other, newId(), '', '%00', 'x'.repeat(300), 'null'])
          assert.equal((await sandbox().ask(`/companies/${company}/invoices/${id}/${what}?user=${user}`)).status, 404, `${what} ${user}`);
    });

    test('is kept by the database itself: other companies’ rows are not there, and none can be changed (T01, T02)', async () => {
      const [own, other] = [await given(), await given()];
      const maja = await sandbox().id('person', 'maja');
      await readAs(sandbox().database, maja, async (reader) => {
        assert.ok(await enterCompany(reader, maja, own.company));
        for (const table of ['invoice', 'charge']) {
          const seen = await rowsOf(reader, sql`select from ${sql.identifier(table)} where company_id <> ${own.company}`);
          assert.deepEqual(seen, [], table);
        }
        assert.ok(await findInvoice(reader, own.company, own.id));
        // Not even when somebody errs and asks for the other company.
        assert.equal(await findInvoice(reader, other.company, other.id), null);
        assert.equal(await readDocument(reader, other.company, other.id, { lines: 10 }), null);
      });
      for (const change of [
        sql`update invoice set paid = total`,
        sql`delete from invoice`,
        sql`update charge set amount = 0`,
        sql`insert into invoice_counter values ('2030-01-01', 1)`,
        sql`select last from invoice_counter`,
      ])
        await assert.rejects(
          writeAs(sandbox().database, maja, async (writer) => {
            await enterCompany(writer, maja, own.company);
            await writer.execute(change);
          }),
          (error) => hasCode(error, '42501'),
        );
      await writeAs(sandbox().database, maja, async (writer) => {
        await enterCompany(writer, maja, own.company);
        assert.deepEqual(await rowsOf(writer, sql`delete from charge where invoice_id = ${own.id} returning id`), []);
      });
    });

    test('answers other methods with what there is', async () => {
      const { company, id } = await given();
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const { status, headers } = await sandbox().ask(`/companies/${company}/invoices/${id}`, { method });
        assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD, OPTIONS'], method);
      }
    });
  });
});
