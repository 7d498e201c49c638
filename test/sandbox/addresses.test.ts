import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { entrances } from '../../sandbox/addresses/register.ts';
import data from '../../sandbox/database/data/seed-data.json' with { type: 'json' };
import { rowsOf } from '../../sandbox/database/database.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { checkAddress, formatAddress, type Address } from '../../src/api/address.ts';
import type { FoundAddresses } from '../../src/api/found-address.ts';
import { townOf } from '../../src/api/postcodes.ts';
import { onBothEngines, Sandbox, today, type Answer } from './engines.ts';

/** The register as addresses, those within a house too. */
const all = (): Address[] => entrances().flatMap(({ inside, ...entrance }) => inside.map((one) => ({ ...entrance, ...one })));

/** An address of the file, which leaves out what is not there. */
const given = (address: Partial<Address>): string => {
  const whole = { street: '', houseNumber: '', floor: null, door: null, place: null, postcode: '', town: '', ...address };
  return formatAddress(whole).join(', ');
};

const query = (values: Record<string, string>): string => `/addresses?${new URLSearchParams(values).toString()}`;
const find = (sandbox: Sandbox, search: string, within?: string): Promise<Answer<FoundAddresses>> =>
  sandbox.ask(query({ search, ...(within !== undefined && { within }) }));
const texts = ({ body }: Answer<FoundAddresses>): string[] => body.items.map(({ text }) => text);

/** What was typed, and how the first hit begins. */
const found: readonly (readonly [string, string])[] = [
  ['prøvevej 12b 8000', 'Prøvevej 12B, 8000 Aarhus C'],
  ['8000 aarhus 12b prøvevej', 'Prøvevej 12B, 8000 Aarhus C'],
  ['Prøvevej 12, 8000 Århus', 'Prøvevej 12, 8000 Aarhus C'],
  ['PROEVEVEJ 12 B AARHUS', 'Prøvevej 12B, 8000 Aarhus C'],
  ['provevej 12b 80', 'Prøvevej 12B, 8000 Aarhus C'],
  ['testalle 101', 'Testallé 101, 2300 København S'],
  ['faergekajen søby', 'Færgekajen Fiktiv 3, Prøveby, 5985 Søby Ærø'],
  ['aa-prøvevej 9 6200', 'Aa-Prøvevej 9, 6200 Aabenraa'],
  ['å prøvevej 9 åbenrå', 'Aa-Prøvevej 9, 6200 Aabenraa'],
];

describe('the register of addresses', () => {
  test('holds at least two thousand addresses, the same every time, each as the rules write it (ADR-1, ADR-2, ADR-3)', () => {
    const addresses = all();
    assert.ok(addresses.length >= 2000, String(addresses.length));
    assert.deepEqual(all(), addresses);
    assert.equal(new Set(addresses.map((address) => formatAddress(address).join(', '))).size, addresses.length);
    for (const address of addresses) assert.deepEqual(checkAddress(address, townOf), [], JSON.stringify(address));
    assert.ok(addresses.every(({ postcode }) => townOf(postcode)?.special === false));
  });

  test('has houses of every kind, and the addresses of the example data', () => {
    const addresses = all();
    const [floors, doors] = [new Set(addresses.map(({ floor }) => floor)), new Set(addresses.map(({ door }) => door))];
    for (const floor of [null, 'kl', 'st', '1', '4']) assert.ok(floors.has(floor), String(floor));
    for (const door of [null, 'tv', 'mf', 'th', '4', 'b-1']) assert.ok(doors.has(door), String(door));
    assert.ok(addresses.some(({ place }) => place !== null));
    assert.ok(addresses.some(({ houseNumber }) => houseNumber.endsWith('A')));
    const known = new Set(addresses.map((address) => formatAddress(address).join(', ')));
    for (const address of [...data.addresses, ...data.companies.map(({ mainAddress }) => mainAddress)])
      assert.ok(known.has(given(address)), given(address));
  });
});

describe('the address service', () => {
  onBothEngines((sandbox) => {
    for (const [typed, text] of found)
      test(`finds »${typed}«, in any order and spelling (R23.6, ADR-9)`, async () => {
        assert.equal(texts(await find(sandbox(), typed))[0], text);
      });

    test('finds from the first letter on, ten at most, and tells how many there are (R21.7, R23.6)', async () => {
      const { body } = await find(sandbox(), 'p');
      assert.equal(body.items.length, 10);
      assert.ok(body.total > 100, String(body.total));
      for (const { text } of body.items) assert.match(text, /^P/);
    });

    test('puts the street of that name first, and in it the number that was typed (R21.7)', async () => {
      const street = texts(await find(sandbox(), 'prøvevej'));
      for (const text of street) assert.match(text, /^Prøvevej /);
      const beginning = texts(await find(sandbox(), 'prøve 8000'));
      assert.match(beginning[0] ?? '', /^Prøve/);
      const number = texts(await find(sandbox(), 'prøvevej 1 8000'));
      assert.deepEqual(
        [number[0], number[1], number[2]],
        ['Prøvevej 1, 8000 Aarhus C', 'Prøvevej 10, 8000 Aarhus C', 'Prøvevej 11, 8000 Aarhus C'],
      );
    });

    test('gives an entrance first and its floors and doors when it is looked into (ADR-9)', async () => {
      const entrance = (await find(sandbox(), 'prøvevej 12b 8000')).body.items[0];
      assert.equal(entrance?.address, null);
      const within = await find(sandbox(), '', entrance.id);
      const [first] = within.body.items;
      assert.equal(first?.text, 'Prøvevej 12B, st. tv., 8000 Aarhus C');
      assert.deepEqual(first.address, {
        ...{ street: 'Prøvevej', houseNumber: '12B', floor: 'st', door: 'tv' },
        ...{ place: null, postcode: '8000', town: 'Aarhus C' },
      });
      assert.deepEqual([within.body.items.length, within.body.total], [8, 8]);
      for (const typed of ['2 th', '2. th.', '2. sal til højre', 'TH 2'])
        assert.deepEqual(texts(await find(sandbox(), typed, entrance.id)), ['Prøvevej 12B, 2. th., 8000 Aarhus C'], typed);
      assert.deepEqual((await find(sandbox(), '9', entrance.id)).body, { items: [], total: 0 });
    });

    test('gives a house without floors and doors at once, and an address that is written in full', async () => {
      const [house] = (await find(sandbox(), 'Prøvevej 14, 8200')).body.items;
      assert.equal(house?.address?.houseNumber, '14');
      const [flat] = (await find(sandbox(), 'Prøvevej 12B, 2. th., 8000 Aarhus C')).body.items;
      assert.deepEqual([flat?.address?.floor, flat?.address?.door], ['2', 'th']);
    });

    test('finds nothing where there is nothing, whatever is typed (T12, T19)', async () => {
      const nothing = { items: [], total: 0 };
      for (const typed of [
        'prøvevej 12 9999',
        'Broadway',
        '🏠',
        '   ',
        '%',
        "'; drop table entrance --",
        '<script>',
        '\u0000',
        'x'.repeat(100),
      ])
        assert.deepEqual((await find(sandbox(), typed)).body, nothing, typed);
      for (const id of ['unknown', '0', "'", '🏠']) assert.deepEqual((await find(sandbox(), '', id)).body, nothing, id);
    });

    test('asks for a text of 1–100 characters, which may be empty within an entrance only (T19, T22)', async () => {
      const wrong: readonly (readonly [Record<string, string>, string])[] = [
        [{}, '/search'],
        [{ search: '' }, '/search'],
        [{ search: 'x'.repeat(101) }, '/search'],
        [{ search: 'p', within: '' }, '/within'],
        [{ search: 'p', within: 'x'.repeat(101) }, '/within'],
        [{ search: 'p', limit: '50' }, '/limit'],
      ];
      for (const [values, pointer] of wrong) {
        const { status, body } = await sandbox().ask<{ errors: { pointer: string }[] }>(query(values));
        assert.deepEqual([status, body.errors.map((error) => error.pointer)], [422, [pointer]]);
      }
    });

    test('is for those who are signed in, whatever companies they have (T07)', async () => {
      assert.equal((await sandbox().ask(query({ search: 'p' }), { as: null })).status, 401);
      assert.equal((await sandbox().ask(query({ search: 'p' }), { as: 'uffe' })).status, 200);
    });

    test('is not there where the operator has none (R23.6)', async () => {
      const without = new Sandbox(sandbox().database, { addressService: false });
      for (const as of ['maja', null]) {
        const { status, body } = await without.ask<{ type: string }>(query({ search: 'p' }), { as });
        assert.deepEqual([status, body.type], [404, 'urn:selvbetjening:problem:not-found']);
      }
    });

    test('gets its register once, also in a database that an earlier version has filled', async () => {
      const { db } = sandbox().database;
      const count = async () => (await rowsOf<{ count: number }>(db, sql`select count(*)::int as count from entrance`))[0]?.count;
      const before = await count();
      assert.equal(before, entrances().length);
      await seed(sandbox().database, { today });
      assert.equal(await count(), before);
      await db.execute(sql`delete from entrance`);
      await seed(sandbox().database, { today });
      assert.equal(await count(), before);
    });
  });
});
