import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callsOf } from '../../sandbox/billing/itemised-calls.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { csvOf } from '../../sandbox/invoices/csv.ts';
import { findInvoice } from '../../sandbox/invoices/detail.ts';
import { onEngine, type Sandbox } from './engines.ts';
import { assertAgrees, Invoiced } from './invoiced.ts';
import { issue, somebody, type Row } from './issued.ts';
import { scratchCompany } from './scratch.ts';

const october = ['2026-10-01', '2026-10-31'] as const;

/** Reads a file by RFC 4180, with the semicolon for the comma. @throws for anything that is none. */
function parse(text: string): string[][] {
  const records: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^";\r\n]*)(;|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, content, end] = cell.exec(text) ?? assert.fail(`no record at ${String(at)}: ${text.slice(at, at + 40)}`);
    records.at(-1)?.push(content?.startsWith('"') === true ? content.slice(1, -1).replaceAll('""', '"') : (content ?? ''));
    if (end === '\r\n') records.push([]);
  }
  assert.deepEqual(records.pop(), [], 'the last record ends its line');
  return records;
}

/** An amount of the file in øre. */
const øre = (cell: string): number => {
  assert.match(cell, /^-?\d+,\d\d$/);
  return Number(cell.replace(',', ''));
};

class File {
  readonly pieces: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];

  constructor(pieces: readonly string[]) {
    this.pieces = pieces;
    const text = pieces.join('');
    assert.ok(text.startsWith('\u{feff}Fakturanummer;'));
    const [head = [], ...records] = parse(text.slice(1));
    for (const record of records) assert.equal(record.length, head.length);
    this.rows = records.map((record) => Object.fromEntries(head.map((name, index) => [name, record[index] ?? ''])));
  }

  column(name: string): (string | undefined)[] {
    return this.rows.map((row) => row[name]);
  }
}

const fileOf = async (sandbox: Sandbox, company: string, id: string): Promise<File> => {
  const { db } = sandbox.database;
  const invoice = (await findInvoice(db, company, id)) ?? assert.fail('there is no such invoice');
  const pieces: string[] = [];
  for await (const piece of csvOf((act) => act(db), company, invoice)) pieces.push(piece);
  return new File(pieces);
};

describe('the table of an invoice', () => {
  onEngine('postgres', (sandbox) => {
    const made = async (rows: readonly Row[]) => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const id = await issue(sandbox(), company, { issued: '2026-11-01', rows, used: october });
      return { invoiced: new Invoiced(sandbox(), company, id), file: await fileOf(sandbox(), company, id) };
    };
    const talking = (user: { id: string; name: string } | undefined, subscription: string): Row => {
      const minutes = callsOf(subscription, { from: october[0], to: october[1] }).reduce((sum, call) => sum + call.minutes, 0);
      const usage = [
        { group: 'usageDk', kind: 'data', quantity: 6120, amount: 0 },
        { group: 'usageDk', kind: 'talk', quantity: minutes, amount: 0 },
        { group: 'usageWorld', kind: 'data', quantity: 3, amount: 3 * 1234, price: 1234, country: 'US' },
      ] as const;
      return { kind: 'usage', ...(user && { user }), subscription, phone: '+4567102030', days: october, usage };
    };

    test('has a row for each line in the order of the screen, and adds up to the invoice (R28.3, R29.1)', async () => {
      const [bo, anna] = [somebody('Bo Ib'), somebody('Anna Ærø')];
      const subscription = { user: bo, subscription: newId(), phone: '+4567102030', costCentre: 'Salg' };
      const { invoiced, file } = await made([
        { kind: 'subscription', ...subscription, days: ['2026-11-01', '2026-11-30'], amount: 7900 },
        { kind: 'refund', ...subscription, days: ['2026-11-21', '2026-11-30'], amount: -123_456 },
        { kind: 'product', user: anna, product: 'Router 5G', quantity: 2, reference: 'Kælderen', amount: 499_800 },
        { kind: 'reminder', amount: 10_000, vatFree: true },
        { kind: 'simCard', ...subscription, amount: 5 },
      ]);
      const lines = await assertAgrees(invoiced);
      const { number, taxable, vatFree } = await invoiced.read();
      assert.equal(
        file.column('Beløb ekskl. moms').reduce((sum, cell = '') => sum + øre(cell), 0),
        taxable.amount + vatFree.amount,
      );
      assert.deepEqual(
        file.column('Beløb ekskl. moms').map((cell = '') => øre(cell)),
        lines.map(({ amount }) => amount.amount),
      );
      assert.deepEqual(file.column('Bruger'), ['Anna Ærø', 'Bo Ib', 'Bo Ib', 'Bo Ib', 'Uden bruger']);
      assert.deepEqual(file.rows[0], {
        ...{ Fakturanummer: number, Fakturadato: '2026-11-01', Type: 'Varelinje', Bruger: 'Anna Ærø', Telefonnummer: '', Betegnelse: '' },
        ...{ Omkostningssted: '', 'Jeres reference': 'Kælderen', Gruppe: 'Produkter', Tekst: 'Produkt', Navn: 'Router 5G', Land: '' },
        ...{ Fra: '', Til: '', Tidspunkt: '', 'Kaldt nummer': '', Antal: '2', Enhed: 'stk.', 'Pris pr. enhed': '2499,00' },
        ...{ 'Beløb ekskl. moms': '4998,00', 'Uden moms': 'nej', 'Heraf for opkaldet': '' },
      });
      const back = file.rows[3];
      assert.deepEqual([back?.['Tekst'], back?.['Fra'], back?.['Til']], ['Tilbagebetaling', '2026-11-21', '2026-11-30']);
      // A number stays one: marked as text it would spoil every sum.
      assert.deepEqual([back?.['Beløb ekskl. moms'], back?.['Telefonnummer']], ['-1234,56', '67 10 20 30']);
      assert.equal(file.rows[2]?.['Beløb ekskl. moms'], '0,05');
      assert.deepEqual(file.column('Uden moms'), ['nej', 'nej', 'nej', 'nej', 'ja']);
    });

    test('has the calls that are kept, masked, beside the lines they are in (R28.6, PRV-1, PRV-2)', async () => {
      const bo = somebody('Bo Ib');
      const { invoiced, file } = await made([talking(bo, 'own'), { ...talking(undefined, 'shared'), label: 'Vagttelefon' }]);
      const calls = [...(await invoiced.calls(bo.id)), ...(await invoiced.calls(null))];
      const rows = file.rows.filter(({ Type }) => Type === 'Opkald');
      assert.ok(calls.length > 20);
      assert.deepEqual(
        rows.map((row) => [row['Kaldt nummer'], Number(row['Antal']), øre(row['Heraf for opkaldet'] ?? '')]),
        calls.map(({ number, seconds, amount }) => [number, seconds, amount.amount]),
      );
      for (const row of rows) {
        assert.match(row['Kaldt nummer'] ?? '', /^6[78] \d\d \d\d ••$/);
        assert.match(row['Tidspunkt'] ?? '', /^2026-10-\d\d \d\d:\d\d:\d\d$/);
        assert.equal(row['Beløb ekskl. moms'], '');
      }
      const [first] = await invoiced.calls(bo.id);
      const offset = (first?.at ?? '') < '2026-10-25T01' ? '+02:00' : '+01:00';
      assert.equal(new Date(`${rows[0]?.['Tidspunkt']?.replace(' ', 'T') ?? ''}${offset}`).toISOString(), first?.at);
      assert.deepEqual(
        new Set(rows.map((row) => `${row['Bruger'] ?? ''} ${row['Betegnelse'] ?? ''}`)),
        new Set(['Bo Ib ', 'Uden bruger Vagttelefon']),
      );
      const lines = file.rows.filter(({ Type }) => Type === 'Varelinje');
      assert.equal(
        lines.reduce((sum, row) => sum + øre(row['Beløb ekskl. moms'] ?? ''), 0),
        (await invoiced.read()).taxable.amount,
      );
      assert.deepEqual(
        lines.slice(0, 3).map((row) => [row['Antal'], row['Enhed'], row['Land']]),
        [
          ['6120', 'MB', ''],
          [lines[1]?.['Antal'], 'min.', ''],
          ['3', 'MB', 'US'],
        ],
      );
    });

    test('is text, whatever people are called or have written (T15, PRV-8)', async () => {
      const evil = [
        '=1+1',
        '+45 12',
        '-2+3',
        '@SUM(A1)',
        '\tx',
        '\rx',
        '\nx',
        '＝1+1',
        '＠x',
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://x.example";"klik")',
      ];
      const tame = ['a;b', 'siger "hej"', 'to\r\nlinjer', ' foran', 'æøå Şahin 😀', '67 = 67', "'=1", ';', '"'];
      const texts = [...evil, ...tame];
      const { file } = await made(
        texts.map((text): Row => {
          const words = { label: text, costCentre: text, reference: text, plan: text };
          return { kind: 'subscription', user: somebody(text), subscription: newId(), phone: '+4612345678', amount: 100, ...words };
        }),
      );
      for (const name of ['Bruger', 'Betegnelse', 'Omkostningssted', 'Jeres reference', 'Navn'])
        assert.deepEqual(new Set(file.column(name)), new Set([...evil.map((text) => `'${text}`), ...tame]), name);
      assert.deepEqual(new Set(file.column('Telefonnummer')), new Set(["'+4612345678"]));
      for (const row of file.rows)
        for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^(?!-\d+,\d\d$)[=+\-@\t\r\n\0＝＋－＠]/);
    });

    test('comes in pieces of some users, so that never all of it is in memory (R28.7)', async () => {
      const people = Array.from({ length: 250 }, (_, index) => somebody(`Navn Nr ${String(index + 100)}`));
      const { invoiced, file } = await made([
        ...people.map((user): Row => ({ kind: 'subscription', user, subscription: newId(), amount: 100 })),
        ...Array.from({ length: 1100 }, (): Row => ({ kind: 'subscription', subscription: newId(), label: 'Sensor', amount: 1 })),
      ]);
      const counts = file.pieces.map((piece) => piece.split('\r\n').length - 1).filter((count) => count > 0);
      assert.deepEqual(counts, [1, ...people.slice(0, 10).map(() => 25), 1000, 100]);
      assert.deepEqual(
        file.column('Bruger').slice(0, 250),
        people.map(({ name }) => name),
      );
      assert.equal(file.rows.length, (await invoiced.read()).lines);
    });

    test('is a head where there are no lines', async () => {
      const { file } = await made([]);
      assert.deepEqual(file.rows, []);
    });
  });
});
