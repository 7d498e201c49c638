import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import cases from '../data/sorting-and-search-cases.json' with { type: 'json' };
import { onBothEngines, type Sandbox } from './engines.ts';
import { allNames, nameOf, scratchCompany, search, type Given } from './scratch.ts';

const reversed = <T>(list: readonly T[]): T[] => [...list].reverse();
const named = (names: readonly string[]): Given[] => names.map((name) => ({ name }));

describe('the order of users', () => {
  onBothEngines((sandbox) => {
    test('is the Danish one by name, across pages (R10.1, R10.3, D8)', async () => {
      const company = await scratchCompany(sandbox(), named(reversed(cases.sortedNames)));
      assert.deepEqual(await allNames(sandbox(), company, { limit: 4 }), cases.sortedNames);
      assert.deepEqual(await allNames(sandbox(), company, { limit: 4, direction: 'descending' }), reversed(cases.sortedNames));
    });

    test('is by the last word of the name where the operator wants that, then by the name as displayed (D8)', async () => {
      const company = await scratchCompany(
        sandbox(),
        named(['Åse Bo', 'Bo Åge', 'Hans Christian de Fries', 'Anna Bo', 'Zita Aagaard', 'Ib']),
      );
      const upwards = ['Anna Bo', 'Åse Bo', 'Hans Christian de Fries', 'Ib', 'Bo Åge', 'Zita Aagaard'];
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'lastName', limit: 2 }), upwards);
      // Ties go upwards in both directions (SRT-8).
      const downwards = ['Zita Aagaard', 'Bo Åge', 'Ib', 'Hans Christian de Fries', 'Anna Bo', 'Åse Bo'];
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'lastName', direction: 'descending' }), downwards);
    });

    test('puts each pair of the rules in order (R10.1)', async () => {
      for (const { first, then } of cases.order) {
        const company = await scratchCompany(sandbox(), named([then, first]));
        assert.deepEqual(await allNames(sandbox(), company), [first, then]);
      }
    });

    test('is that of Intl.Collator for any names in Danish letters (R10.1)', async () => {
      const letter = fc.constantFrom(...Array.from('aabcdefghijklmnoprstuvwxyzæøåéüöäAÅÆØBK 0123456789'));
      const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => `n${letters.join('')}n`);
      const collator = new Intl.Collator('da', { numeric: true });
      const names = fc.sample(fc.uniqueArray(word, { minLength: 80, maxLength: 80 }), { numRuns: 5, seed: 7 }).flat();
      const company = await scratchCompany(sandbox(), named(names));
      const sorted = await allNames(sandbox(), company);
      for (const [index, name] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next !== undefined) assert.ok(collator.compare(name ?? '', next ?? '') <= 0, `${String(name)} before ${String(next)}`);
      }
    });

    test('by subscription counts digits by value, then goes by name (R11.6, R11.7, D9)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Åse', subscriptions: [{ plan: 'p-5' }] },
        { name: 'Bo', subscriptions: [{ plan: 'p-100' }] },
        { name: 'Aage', subscriptions: [{ plan: 'p-5' }] },
        { name: 'Ib', subscriptions: [{ plan: 'p-fri' }] },
        { name: 'Uden' },
        { name: 'To', subscriptions: [{ plan: 'p-fri' }, { plan: 'p-ds' }] },
        { name: 'Anna', subscriptions: [{ plan: 'p-20' }] },
      ]);
      const upwards = ['To', 'Aage', 'Åse', 'Anna', 'Bo', 'Ib', 'Uden'];
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'subscription', limit: 2 }), upwards);
      const downwards = ['Ib', 'Bo', 'Anna', 'Aage', 'Åse', 'To', 'Uden'];
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'subscription', direction: 'descending', limit: 2 }), downwards);
    });

    test('by e-mail takes addresses as identifiers, small and capital alike, missing ones last (R11.6, R11.8)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Zenia', email: 'aage@x.example' },
        { name: 'Uden' },
        { name: 'Bo', email: 'Bo@x.example' },
        { name: 'Ane', email: 'zenia@x.example' },
        { name: 'Carl', email: 'carl@x.example' },
      ]);
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'email' }), ['Zenia', 'Bo', 'Carl', 'Ane', 'Uden']);
      const downwards = ['Ane', 'Carl', 'Bo', 'Zenia', 'Uden'];
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'email', direction: 'descending' }), downwards);
    });

    test('by telephone number goes by its digits, missing ones last (R11.6, R11.8)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Uden', subscriptions: [{ plan: 'p-ds' }] },
        { name: 'Sidst', subscriptions: [{ phone: '+4568999999' }] },
        { name: 'Ingen' },
        { name: 'Først', subscriptions: [{ phone: '+4567999998' }] },
        { label: 'Router', subscriptions: [{ plan: 'p-bb', phone: '+45379999999999' }] },
      ]);
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'phone' }), ['Router', 'Først', 'Sidst', 'Ingen', 'Uden']);
      const downwards = ['Sidst', 'Først', 'Router', 'Ingen', 'Uden'];
      assert.deepEqual(await allNames(sandbox(), company, { sort: 'phone', direction: 'descending' }), downwards);
    });

    test('breaks ties of name by number, upwards in both directions (R11.7)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Søren Sørensen' },
        { name: 'Søren Sørensen', subscriptions: [{ phone: '+4568999997' }] },
        { name: 'Søren Sørensen', subscriptions: [{ phone: '+4567999996' }] },
      ]);
      for (const direction of ['ascending', 'descending'] as const) {
        const { body } = await search(sandbox(), company, { direction });
        assert.deepEqual(
          body.items.map((row) => row.subscriptions[0]?.phone),
          ['+4567999996', '+4568999997', undefined],
        );
      }
    });

    for (const sort of ['name', 'subscription', 'email', 'phone'] as const) {
      for (const direction of ['ascending', 'descending'] as const) {
        test(`gives every row once, page after page, by ${sort} ${direction} (R9.3, R10.3)`, async () => {
          const company = await sandbox().id('company', 'c3');
          const ids = new Set<string>();
          const { total } = (await search(sandbox(), company)).body;
          for (let offset = 0; offset < total; offset += 100) {
            const { body } = await search(sandbox(), company, { sort, direction, offset });
            for (const { id } of body.items) ids.add(id);
          }
          assert.equal(ids.size, total);
        });
      }
    }

    test('stays while searching (R11.9)', async () => {
      const company = await sandbox().id('company', 'c3');
      const whole = await rows(sandbox(), company, '', 'email');
      const found = await rows(sandbox(), company, 'a', 'email');
      const kept = new Set(found.map(({ id }) => id));
      assert.ok(found.length > 100 && found.length < whole.length);
      assert.deepEqual(
        found.map(({ id }) => id),
        whole.map(({ id }) => id).filter((id) => kept.has(id)),
      );
    });
  });
});

/** All rows of a search in an order. */
async function rows(sandbox: Sandbox, company: string, text: string, sort: 'email'): Promise<{ id: string; name: string | null }[]> {
  const all: { id: string; name: string | null }[] = [];
  for (;;) {
    const { body } = await search(sandbox, company, { search: text, sort, offset: all.length });
    all.push(...body.items.map((row) => ({ id: row.id, name: nameOf(row) })));
    if (all.length >= body.total) return all;
  }
}
