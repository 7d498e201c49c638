import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { FoundPeople } from '../../src/api/found-person.ts';
import { onBothEngines } from './engines.ts';
import { scratchCompany } from './scratch.ts';

describe('the look-up of people', () => {
  onBothEngines((sandbox) => {
    const ask = (company: string, json: unknown, as = 'maja') =>
      sandbox().ask<FoundPeople>(`/companies/${company}/users/look-up`, { method: 'POST', as, json });
    const names = async (company: string, search: string, limit = 10) =>
      (await ask(company, { search, limit })).body.items.map(({ name }) => name);

    test('gives those first whose names begin with what is typed, then the others, each in Danish order (R21.1, R21.7, SRT-6)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Anna Birk' },
        { name: 'Birthe Bæk' },
        { name: 'Bo Ib' },
        { name: 'bitten Aas' },
        { name: 'Carl Bille' },
        { name: 'Åse Holm' },
        { name: 'Aage Holm' },
      ]);
      assert.deepEqual(await names(company, 'bi'), ['Birthe Bæk', 'bitten Aas', 'Anna Birk', 'Carl Bille']);
      assert.deepEqual(await names(company, 'b'), ['Birthe Bæk', 'bitten Aas', 'Bo Ib', 'Anna Birk', 'Carl Bille']);
      assert.deepEqual(await names(company, 'aa'), ['Aage Holm', 'Åse Holm', 'bitten Aas']);
      assert.deepEqual(await names(company, ' birthe  b '), ['Birthe Bæk']);
      assert.deepEqual(await names(company, 'birthe\u0000b'), ['Birthe Bæk']);
    });

    test('gives somebody whose whole name is typed before those whose names only begin so, however it is typed (R21.7)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Bækgaard' }, { name: 'Anna Bo Bæk' }, { name: 'Bo Bæk' }]);
      for (const typed of ['bo bæk', 'Bo Bæk', 'BO BÆK', 'bo  bæk'])
        assert.deepEqual(await names(company, typed), ['Bo Bæk', 'Bo Bækgaard', 'Anna Bo Bæk'], typed);
    });

    test('counts all and gives so many (R21.7)', async () => {
      const company = await scratchCompany(
        sandbox(),
        Array.from({ length: 25 }, (_, index) => ({ name: `Navn Nr ${String(index + 10)}` })),
      );
      const { body } = await ask(company, { search: 'n', limit: 10 });
      assert.equal(body.total, 25);
      assert.deepEqual([body.items.length, body.items[0]?.name], [10, 'Navn Nr 10']);
      assert.deepEqual((await ask(company, { search: 'x', limit: 10 })).body, { items: [], total: 0 });
      assert.deepEqual((await ask(company, { search: '…', limit: 10 })).body, { items: [], total: 0 });
    });

    test('tells a person’s number, address and cost centre, and nothing that no person has (R21.2, T04)', async () => {
      const company = await sandbox().id('company', 'c1');
      const { body } = await ask(company, { search: 'birthe', limit: 10 });
      assert.deepEqual(
        body.items.map(({ id: _id, ...person }) => person),
        [{ name: 'Birthe Bæk', email: 'birthe.baek@nordlys.example', phone: '+4567102578', costCentre: 'Salg' }],
      );
      assert.deepEqual(await names(company, 'lager'), []);
    });

    test('is for whoever may read subscriptions or products, in their own company (R6.1, T01, T03)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Anna' }]);
      const ida = await sandbox().id('person', 'ida');
      const { db } = sandbox().database;
      const status = async () => (await ask(company, { search: 'a', limit: 5 }, 'ida')).status;
      assert.equal(await status(), 404);
      await db.execute(sql`insert into membership values (${ida}, ${company}, 'none', 'read', 'full', 'full')`);
      assert.equal(await status(), 200);
      const list = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 };
      assert.equal(
        (await sandbox().ask(`/companies/${company}/users/search`, { method: 'POST', as: 'ida', json: list })).status,
        403,
        'the list of subscriptions is another matter',
      );
      await db.execute(sql`update membership set products = 'none' where person_id = ${ida} and company_id = ${company}`);
      assert.equal(await status(), 403);
    });

    test('refuses what is no question (T22)', async () => {
      const company = await sandbox().id('company', 'c1');
      for (const json of [
        { search: '', limit: 5 },
        { search: 'a', limit: 0 },
        { search: 'a', limit: 21 },
        { search: 'a'.repeat(201), limit: 5 },
        { search: 'a', limit: 5, offset: 10 },
      ])
        assert.equal((await ask(company, json)).status, 422, JSON.stringify(json));
    });
  });
});
