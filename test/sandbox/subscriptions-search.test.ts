import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import identifiers from '../data/identifier-cases.json' with { type: 'json' };
import cases from '../data/sorting-and-search-cases.json' with { type: 'json' };
import { onBothEngines } from './engines.ts';
import { allNames, nameOf, scratchCompany, search } from './scratch.ts';

describe('the search for users', () => {
  onBothEngines((sandbox) => {
    test('finds and misses each name of the rules (R11.2, R11.3)', async () => {
      const names = [...new Set(cases.search.map(({ name }) => name))];
      const company = await scratchCompany(
        sandbox(),
        names.map((name) => ({ name })),
      );
      for (const { query, name, match } of cases.search) {
        const found = await allNames(sandbox(), company, { search: query });
        assert.equal(found.includes(name), match, `»${query}« and ${name}`);
      }
    });

    test('finds a telephone number in every writing (R11.2)', async () => {
      const company = await sandbox().id('company', 'c1');
      for (const [written, number] of Object.entries(identifiers.phone.parse)) {
        if (number !== '+4567102030') continue;
        assert.deepEqual(await allNames(sandbox(), company, { search: written }), ['Anders Abildgaard'], written);
      }
      for (const part of ['102030', '10 20 30', '2030', '1020', '+45 6710 20 3', '0045 67 10 20', '(67) 10-20-30']) {
        assert.ok((await allNames(sandbox(), company, { search: part })).includes('Anders Abildgaard'), part);
      }
    });

    test('takes two digits for a part of a number and finds nobody by one that is nobody’s (R11.2)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Anna', subscriptions: [{ phone: '+4568471100' }, { plan: 'p-ds', phone: '+45371122334455' }] },
        { name: 'Bo', subscriptions: [{ phone: '+4567332211' }] },
      ]);
      const found = (text: string) => allNames(sandbox(), company, { search: text });
      assert.deepEqual(await found('47'), ['Anna']);
      assert.deepEqual(await found('11'), ['Anna', 'Bo']);
      assert.deepEqual(await found('3711 2233 4455'), ['Anna']);
      assert.deepEqual(await found('bo 12 34'), []);
      assert.deepEqual(await found('bo 33 22'), ['Bo']);
      assert.deepEqual(await found('67 33 22 12'), []);
    });

    test('finds an e-mail address by its beginning, by the pieces of its local part and by its domain (R11.2)', async () => {
      const company = await sandbox().id('company', 'c1');
      const found = (text: string) => allNames(sandbox(), company, { search: text });
      assert.deepEqual(await found('hans.christian.de.fries@nordlys.example'), ['Hans Christian de Fries']);
      assert.deepEqual(await found('OEJVIND.w'), ['Øjvind Wæver']);
      assert.deepEqual(await found('abildgaard@nord'), ['Anders Abildgaard']);
      assert.equal((await found('@nordlys')).length, 23);
      assert.equal((await found('nordlys.ex')).length, 23);
    });

    test('does not find everybody by the beginning of the company’s own domain (R11.2)', async () => {
      const company = await sandbox().id('company', 'c1');
      assert.deepEqual(await allNames(sandbox(), company, { search: 'nord' }), []);
    });

    test('finds what no person has by its label and its number (R11.2, D7)', async () => {
      const company = await sandbox().id('company', 'c1');
      const { body } = await search(sandbox(), company, { search: 'lager' });
      assert.deepEqual(body.items.map(nameOf), ['Router, lageret']);
      assert.deepEqual(body.items[0]?.user, null);
      const phone = body.items[0].subscriptions[0]?.phone ?? '';
      assert.deepEqual(await allNames(sandbox(), company, { search: phone }), ['Router, lageret']);
    });

    test('finds all with nothing asked, and tells hits and the whole company apart (R9.3, R11.5, D7)', async () => {
      const company = await sandbox().id('company', 'c1');
      for (const text of ['', '   ', ' - ']) assert.equal((await search(sandbox(), company, { search: text })).body.total, 26);
      const { body } = await search(sandbox(), company, { search: 'søren' });
      assert.deepEqual([body.total, body.users, body.subscriptions], [3, 24, 26]);
      const none = (await search(sandbox(), company, { search: 'zz' })).body;
      assert.deepEqual(none, { items: [], total: 0, users: 24, subscriptions: 26 });
    });

    test('finds the same rows whether it walks the order or sorts the hits (R10.3, R11.9)', async () => {
      const company = await sandbox().id('company', 'c3');
      const everybody = await allNames(sandbox(), company);
      for (const [text, expected] of [
        ['a', /(^|[\s’'-])[aå]/i],
        ['tov', /(^|[\s-])tov/i],
        ['bj', /(^|[\s-])bj/i],
      ] as const) {
        const found = await allNames(sandbox(), company, { search: text, limit: 37 });
        const people = found.filter((name) => name !== null && expected.test(name));
        assert.deepEqual(
          people,
          everybody.filter((name) => name !== null && expected.test(name)),
          text,
        );
      }
    });

    test('counts hits once, however many of their words match (R11.9)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Søren Sørensen Skov', email: 'soeren.s@x.example' }, { name: 'Bo' }]);
      for (const text of ['s', 'sø', 'soe', 's s s', 's@', 'x.e', '@x']) {
        const { body } = await search(sandbox(), company, { search: text });
        assert.equal(body.total, body.items.length, text);
        assert.ok(body.total <= 1, text);
      }
    });

    test('takes signs of patterns and of SQL for what they are (T12, T22)', async () => {
      const company = await sandbox().id('company', 'c1');
      const total = async (text: string) => (await search(sandbox(), company, { search: text })).body.total;
      // Punctuation by itself asks nothing, so it finds all; what nobody is called finds nobody.
      for (const text of ['%', '_', '\\', '*', '-', "'", '%%%_', '\ud800']) assert.equal(await total(text), 26, text);
      for (const text of ["'; drop table person; --", '😀', '\u0000zz', '\u202e+', '$1', 'zz'.repeat(100)])
        assert.equal(await total(text), 0, text);
      assert.equal(await total('s%n'), await total('s n'));
      assert.equal(await total('bo\u0000ib'), 1);
    });

    test('keeps markup in names as the text it is (T12)', async () => {
      const name = '<img src=x onerror=alert(1)> & "Søn"';
      const company = await scratchCompany(sandbox(), [{ name }, { label: '<b>Router</b>', subscriptions: [{ plan: 'p-bb' }] }]);
      assert.deepEqual(await allNames(sandbox(), company, { search: 'søn' }), [name]);
      assert.deepEqual(await allNames(sandbox(), company, { search: 'router' }), ['<b>Router</b>']);
    });
  });
});
