import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '../../sandbox/database/ids.ts';
import type { InvoiceUserPage } from '../../src/invoices/invoice-user.ts';
import { onBothEngines } from './engines.ts';
import { Invoiced } from './invoiced.ts';
import { issue, somebody, type Row } from './issued.ts';
import { scratchCompany } from './scratch.ts';

const names = [
  ...['Åse Holm', 'Aage Ørsted', 'Ærø Jensen', 'Øjvind Þór', 'Zenia Abel', 'Anna Abildgaard', 'Karl Schütt', 'Karl Schytt', 'karl Schytt'],
  ...['Søren Sørensen', 'Søren Sørensen', 'Bo Ib', 'Anne-Marie Nygård', 'Per Nygaard', "Rosa O'Hara", 'Emine Şahin', 'Ida 100% Nielsen'],
];

describe('the users on an invoice', () => {
  onBothEngines((sandbox) => {
    const issued = async (people: readonly string[] = names): Promise<Invoiced> => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const rows = people.map((name, index): Row => ({
        ...{ kind: 'subscription', user: somebody(name), subscription: newId(), amount: 7900 },
        phone: `+4567${String(102_030 + index * 1111)}`,
      }));
      return new Invoiced(sandbox(), company, await issue(sandbox(), company, { issued: '2026-11-01', rows }));
    };

    test('stand in Danish order, those of one name by number, and are all reached (R28.2, R28.7, SRT-2, SRT-3, SRT-8)', async () => {
      const invoiced = await issued();
      assert.equal(
        (await invoiced.names()).join(', '),
        "Anna Abildgaard, Anne-Marie Nygård, Bo Ib, Emine Şahin, Ida 100% Nielsen, Karl Schytt, karl Schytt, Karl Schütt, Per Nygaard, Rosa O'Hara, " +
          'Søren Sørensen, Søren Sørensen, Zenia Abel, Ærø Jensen, Øjvind Þór, Aage Ørsted, Åse Holm',
      );
      const whole = await invoiced.users();
      for (const limit of [1, 5, 17]) assert.deepEqual(await invoiced.users('', limit), whole, String(limit));
      assert.deepEqual(
        whole.filter(({ name }) => name === 'Søren Sørensen').map(({ phones }) => phones),
        [['+4567112029'], ['+4567113140']],
      );
    });

    test('are found by parts of their names, however those are typed (R28.7, SRT-6)', async () => {
      const invoiced = await issued();
      for (const [typed, found] of [
        ['nyg', ['Anne-Marie Nygård', 'Per Nygaard']],
        ['nygaard', ['Anne-Marie Nygård', 'Per Nygaard']],
        ['NYGÅRD', ['Anne-Marie Nygård', 'Per Nygaard']],
        ['marie', ['Anne-Marie Nygård']],
        ['soren s', ['Søren Sørensen', 'Søren Sørensen']],
        ['oerst', ['Aage Ørsted']],
        ['aase', ['Åse Holm']],
        ['abel', ['Zenia Abel']],
        ['  holm   åse ', ['Åse Holm']],
        ['ahin', []],
        ['sahin', ['Emine Şahin']],
        ['hara', ["Rosa O'Hara"]],
        ['bo nobody', []],
        ['…', names],
      ] as const)
        assert.deepEqual((await invoiced.names(typed)).sort(), [...found].sort(), typed);
    });

    test('are found by digits of their numbers (R28.7, R11.2)', async () => {
      const invoiced = await issued();
      assert.deepEqual(await invoiced.names('67 10 20 30'), ['Åse Holm']);
      assert.deepEqual(await invoiced.names('+45 67102030'), ['Åse Holm']);
      assert.deepEqual(await invoiced.names('02030'), ['Åse Holm']);
      assert.equal((await invoiced.names('671')).length, 17);
      assert.deepEqual(await invoiced.names('99'), []);
      assert.deepEqual(await invoiced.names('søren 13140'), ['Søren Sørensen']);
    });

    test('are looked for with whatever is typed, and it does nothing else (T22)', async () => {
      const invoiced = await issued();
      for (const typed of [
        ...["' or '1'='1", "'; drop table invoice; --", '" or ""="', '$7', '${7}', 's_rensen', '[x-y]*', '(?=)', '{"a":1}'],
        ...['\u0000x', 'ø'.repeat(100), '😀', 'null', 'undefined', '__proto__'],
      ])
        assert.deepEqual(await invoiced.names(typed), [], JSON.stringify(typed));
      // Nothing stands for anything: these ask only for the words in them, or for nothing.
      assert.deepEqual(await invoiced.names('100%'), ['Ida 100% Nielsen']);
      for (const typed of ['', '%', '\u0000', '\\', "\\'", '_'])
        assert.equal((await invoiced.names(typed)).length, 17, JSON.stringify(typed));
    });

    test('come in pages of what was found (R28.7)', async () => {
      const invoiced = await issued(
        Array.from({ length: 130 }, (_, index) => `${index % 2 === 0 ? 'Anna' : 'Bo'} Nr ${String(index + 100)}`),
      );
      const page = async (json: object) => (await sandbox().ask<InvoiceUserPage>(`${invoiced.address}/users/search`, { json })).body;
      const last = await page({ search: 'anna', offset: 50, limit: 50 });
      assert.deepEqual([last.total, last.items.length, last.items.at(-1)?.name], [65, 15, 'Anna Nr 228']);
      assert.deepEqual(await page({ search: 'anna', offset: 65, limit: 50 }), { items: [], total: 65 });
      assert.deepEqual(await page({ search: '', offset: 130, limit: 50 }), { items: [], total: 130 });
    });

    test('are not asked for by what is no question (T04, T22)', async () => {
      const { address } = await issued(['Bo Ib']);
      for (const json of [
        ...[{ search: 'a', offset: 0 }, { search: 'a', offset: 0, limit: 0 }, { search: 'a', offset: 0, limit: 101 }, []],
        ...[
          { search: 'a', offset: -1, limit: 5 },
          { search: 'a', offset: 1e300, limit: 5 },
          { search: 'a', offset: 0.5, limit: 5 },
        ],
        ...[
          { search: 'a'.repeat(101), offset: 0, limit: 5 },
          { search: null, offset: 0, limit: 5 },
        ],
        { search: 'a', offset: 0, limit: 5, company: 'c1' },
      ])
        assert.equal((await sandbox().ask(`${address}/users/search`, { json })).status, 422, JSON.stringify(json));
      for (const query of ['offset=-1', 'limit=101', 'user=a&user=b', 'kind=talk', 'limit=x'])
        for (const of of ['lines', 'calls']) assert.equal((await sandbox().ask(`${address}/${of}?${query}`)).status, 422, `${of} ${query}`);
    });
  });
});
