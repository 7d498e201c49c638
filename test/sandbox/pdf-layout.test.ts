/** The PDF of an invoice, read again as a reader of PDFs does: where things stand, and what they are for those who have it read out. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePdf } from '../../sandbox/invoices/pdf/make.ts';
import { documentOf, line, money, read, user, type Placed } from './pdf-read.ts';

const phone = (index: number) => `+4567${String(100_000 + index)}`;

/** The foot of a page stands below this. */
const foot = 790;

/** Texts that run into others on the same line, or stand between two lines. */
const collisions = (page: readonly Placed[]): string[] =>
  page.flatMap((one, index) =>
    page
      .slice(index + 1)
      .filter((other) => Math.abs(one.y - other.y) < 8 && one.x < other.end - 0.5 && other.x < one.end - 0.5)
      .map((other) => `${one.text} | ${other.text}`),
  );

describe('a page of a PDF', () => {
  test('has figures of one width, so that amounts can be compared (INV-1)', async () => {
    const lines = [1_111_111, 8_888_888].map((amount) => line({ kind: 'product', price: null, amount: money(amount) }));
    const { placed } = await read(documentOf([user('Bo Ib', lines)]));
    const [ones, eights] = ['11.111,11', '88.888,88'].map((figures) => placed.flat().find(({ text }) => text.startsWith(figures)));
    assert.ok(ones && eights);
    assert.ok(Math.abs(ones.end - ones.x - (eights.end - eights.x)) < 0.05);
    assert.ok(Math.abs(ones.end - eights.end) < 0.05);
  });

  test('holds the longest names, references and amounts, none over another, none over the edge (INV-1, INV-6)', async () => {
    const amounts = [123_456_789_00, -123_456_789_00, 1, 99_999_999].map((amount) =>
      line({ kind: 'product', name: 'Tablet', price: money(amount), amount: money(amount), quantity: 11_111, vatFree: amount === 1 }),
    );
    const long = line({
      costCentre: 'Forsyningsvirksomhedsdriftsafdelingsledelse'.repeat(2),
      reference: 'meget lang reference '.repeat(14),
      label: 'Port',
    });
    const document = documentOf([user('Å'.repeat(200), [...amounts, long]), user('von Ærøskøbing til Sønderjylland '.repeat(5), [line()])]);
    const { placed } = await read({ ...document, buyer: { ...document.buyer, name: 'Foreningen af Opdigtede Virksomheder '.repeat(4) } });
    for (const page of placed) {
      assert.deepEqual(collisions(page), []);
      assert.deepEqual(
        page.filter(({ x, end }) => x < 47 || end > 595.28 - 37),
        [],
      );
    }
    const texts = placed.flat().map(({ text }) => text.replaceAll('\u00a0', ' '));
    for (const amount of ['123.456.789,00 kr.', '-123.456.789,00 kr.', '11.111 stk.']) assert.ok(texts.includes(amount), amount);
    assert.equal(texts.join('').replaceAll(/[^Å]/g, '').length, 400);
  });

  test('never ends with a heading, the head of a table or a name (INV-1)', async () => {
    let ends = 0;
    for (let before = 1; before < 16; before++) {
      const fill = Array.from({ length: before }, (_, index) => user(`Fyld ${String(index)}`, [line()]));
      const tall = user('HØJ', [line({ reference: 'meget lang reference '.repeat(14) })]);
      const { placed } = await read(documentOf([...fill, tall, ...fill]));
      for (const page of placed) {
        const last = Math.max(...page.map(({ y }) => y).filter((y) => y < foot));
        const said = page.filter(({ y }) => Math.abs(y - last) < 1);
        assert.ok(!said.some(({ text }) => /^(?:Varelinjer|Beløb pr\. bruger|Tekst|Bruger)$/.test(text)), said[0]?.text ?? '');
        // Among the lines a name stands alone only as a heading.
        const isLine = page.some(({ text, y }) => text === 'Tekst' && y < last);
        if (isLine) assert.ok(!said.some(({ text }) => /^(?:Fyld|HØJ)/.test(text)), said[0]?.text ?? '');
        ends++;
      }
    }
    assert.ok(ends > 30);
  });

  test('goes on where one user has more numbers than it holds, and says whose lines go on (R28.2)', async () => {
    const phones = Array.from({ length: 190 }, (_, index) => phone(index));
    const { pages, placed, text } = await read(
      documentOf([
        {
          ...user(
            'Mange Numre',
            phones.map((number) => line({ phone: number })),
          ),
          phones,
        },
      ]),
    );
    const words = text.replaceAll('\u00a0', ' ');
    for (const index of phones.keys()) {
      const number = `67 10 ${String(index).padStart(4, '0').replace(/^(..)/, '$1 ')}`;
      assert.ok(words.split(number).length >= 3, number);
    }
    assert.ok(pages.slice(-2).every((page) => page.includes('Mange Numre (fortsat)')));
    assert.ok(placed.every((page) => page.every(({ y }) => y < 820)));
    assert.deepEqual(placed.flatMap(collisions), []);
  });

  test('says so where there is nothing to pay (INV-8)', async () => {
    const free = line({ amount: money(0), price: money(0) });
    const { text } = await read(documentOf([user('Bo Ib', [free])], { payment: null }));
    assert.ok(text.includes('Der er ikke noget at betale.'));
    assert.doesNotMatch(text, /\+71|-0,00/);
  });

  test('of a credit note has no zero with a sign before it (INV-12)', async () => {
    const back = line({ kind: 'credit', group: 'refund', amount: money(-10_000), price: null, vatFree: true });
    const { text } = await read(
      documentOf([user('Bo Ib', [back])], { credits: { id: 'o', number: '2026100001' }, due: null, payment: null }),
    );
    assert.doesNotMatch(text, /-0,00/);
  });

  test('carries the cost centre of a line where a user has several (INV-6)', async () => {
    const lines = [line({ costCentre: 'Lager' }), line({ costCentre: 'Salg' })];
    const { text } = await read(documentOf([{ ...user('Bo Ib', lines), costCentre: null }]));
    assert.match(text, /Mobil 20 GB · Lager/);
    assert.match(text, /Mobil 20 GB · Salg/);
  });

  test('tells which cells head a column and which a row, and leaves out what is repeated (R38.1)', async () => {
    const users = Array.from({ length: 40 }, (_, index) => user(`Bruger ${String(index)}`, [line(), line()]));
    const file = Buffer.from(await makePdf(documentOf(users))).toString('latin1');
    const count = (words: string) => file.split(words).length - 1;
    // Sums of two columns, users of four, lines of five; their heads stand on each page, and count once.
    const [columns, rows] = [2 + 4 + 5, count('/S /TR\n')];
    assert.equal(rows, 3 + 4 + (users.length + 1) + (3 * users.length + 1));
    assert.deepEqual(['/S /Table\n', '/S /H3\n', '/S /TH\n', '/Scope /Column\n', '/Scope /Row\n'].map(count), [
      3,
      users.length,
      columns + rows - 3,
      columns,
      rows - 3,
    ]);
    assert.match(file, /\/DisplayDocTitle true/);
    assert.match(file, /<pdfuaid:part>1</);
  });
});
