import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CompanyDetails } from '../../src/session/company.ts';
import type { CompanyPage, SessionAnswer } from '../../src/session/session.ts';
import { onBothEngines } from './engines.ts';

const rights = (subscriptions: string, products = subscriptions, invoices = subscriptions, cases = subscriptions) => ({
  ...{ subscriptions, products, invoices, cases },
});

describe('the session', () => {
  onBothEngines((sandbox) => {
    const session = async (as: string) => (await sandbox().ask<SessionAnswer>('/session', { as })).body;
    const companies = async (query: string, as = 'mange') => (await sandbox().ask<CompanyPage>(`/companies?${query}`, { as })).body;

    test('names the person, the operator, and exactly the companies they administer, in Danish order (R5.1)', async () => {
      const { person, operator, companies, total } = await session('maja');
      assert.deepEqual([person.name, operator.name, total], ['Maja Holm', 'Eksempeltele', 7]);
      assert.deepEqual(
        companies.map(({ name, cvr }) => `${name} ${cvr}`),
        [
          'Nordlys Eksempel A/S 99000015',
          'Nordlys Eksempel A/S 99000074',
          'Storkøbing Demo A/S 99000090',
          'Ærø Testfærge I/S 99000058',
          'Øresund Fiktiv Holding A/S 99000066',
          'Østerå Prøvekommune 99000031',
          'Aagaard & Søn Demo ApS 99000023',
        ],
      );
    });

    test('says what each person may do, by company and area (R6.1, R7.2)', async () => {
      const of = async (as: string) => (await session(as)).companies.map(({ cvr, rights }) => [cvr, rights]);
      assert.deepEqual(await of('lars'), [['99000015', rights('read')]]);
      assert.deepEqual(await of('ida'), [['99000074', rights('full')]]);
      const invoices = rights('none', 'none', 'full', 'none');
      assert.deepEqual(await of('frida'), [
        ['99000015', invoices],
        ['99000023', invoices],
      ]);
      assert.deepEqual(
        (await of('maja')).filter(([, given]) => JSON.stringify(given) !== JSON.stringify(rights('full'))),
        [['99000066', rights('read')]],
      );
      for (const person of ['uffe', 'dorte']) assert.deepEqual(await of(person), []);
    });

    test('holds the company the person works in, also beyond the first hundred, and no other (R5.1, T01)', async () => {
      const { items } = await companies('offset=150&limit=1');
      const wanted = items[0];
      assert.ok(wanted);
      const { body } = await sandbox().ask<SessionAnswer>(`/session?company=${wanted.id}`, { as: 'mange' });
      assert.deepEqual([body.companies.length, body.companies.at(-1)], [100, wanted]);
      const [foreign] = (await session('maja')).companies;
      const other = await sandbox().ask<SessionAnswer>(`/session?company=${String(foreign?.id)}`, { as: 'mange' });
      assert.deepEqual(other.body.companies, (await session('mange')).companies);
      for (const none of ['', '%00', 'c%00', '%C3%B8'])
        assert.deepEqual((await sandbox().ask(`/session?company=${none}`, { as: 'mange' })).body, await session('mange'), none);
    });

    test('brings a hundred companies and says how many there are (R5.1, T22)', async () => {
      const { companies: first, total } = await session('mange');
      assert.deepEqual([first.length, total], [100, 200]);
      const rest = await companies('offset=100&limit=100');
      const all = [...first, ...rest.items];
      assert.deepEqual([new Set(all.map(({ id }) => id)).size, rest.total], [200, 200]);
      const collator = new Intl.Collator('da', { numeric: true });
      for (const [index, company] of all.entries()) {
        const next = all[index + 1];
        if (next === undefined) continue;
        const order = collator.compare(company.name, next.name);
        assert.ok(order < 0 || (order === 0 && company.cvr < next.cvr), `${company.name} before ${next.name}`);
      }
      assert.equal(new Set(all.map(({ name }) => name)).size, 199, 'two of them share a name');
    });

    test('finds companies by words of their names, forgivingly, and by CVR number in any writing (R5.1)', async () => {
      const { items } = await companies('search=aeroe&limit=100', 'maja');
      assert.deepEqual(
        items.map(({ name }) => name),
        ['Ærø Testfærge I/S'],
      );
      assert.deepEqual(
        (await companies('search=soen%20aag', 'maja')).items.map(({ cvr }) => cvr),
        ['99000023'],
      );
      for (const written of ['99000074', 'DK99000074', 'dk%2099%2000%2000%2074', '99-00-00-74', '0074']) {
        assert.deepEqual(
          (await companies(`search=${written}`, 'maja')).items.map(({ cvr }) => cvr),
          ['99000074'],
          written,
        );
      }
      for (const nothing of ['zz', '12345678', 'ordlys'])
        assert.deepEqual(await companies(`search=${nothing}`, 'maja'), { items: [], total: 0 });
      assert.deepEqual((await companies('offset=500')).total, 200);
    });

    test('finds no company of others (T01)', async () => {
      assert.deepEqual(await companies('search=99000015', 'ida'), { items: [], total: 0 });
      assert.equal((await companies('limit=100', 'uffe')).total, 0);
    });

    test('knows CVR number, main address and notice of a company, and the lack of an address (R23.8)', async () => {
      const details = async (key: string, as: string) =>
        (await sandbox().ask<CompanyDetails>(`/companies/${await sandbox().id('company', key)}`, { as })).body;
      const { cvr, mainAddress, notice } = await details('c1', 'maja');
      assert.deepEqual([cvr, notice], ['99000015', { length: 30, unit: 'days' }]);
      assert.deepEqual(mainAddress, {
        street: 'Prøvevej',
        houseNumber: '12B',
        floor: '2',
        door: 'th',
        place: null,
        postcode: '8000',
        town: 'Aarhus C',
      });
      assert.deepEqual((await details('c3', 'maja')).notice, { length: 1, unit: 'monthsAfterRunning' });
      assert.equal((await details('x1', 'mange')).mainAddress, null);
    });
  });
});
