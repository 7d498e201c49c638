/** The PDF of an invoice, read again as a reader of PDFs does: what it says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePdf } from '../../sandbox/invoices/pdf/make.ts';
import { documentOf, line, money, read, user } from './pdf-read.ts';

describe('the PDF of an invoice', () => {
  test('says what the law asks, sums and the way to pay, in Danish letters (R29.1, INV-1, INV-2, INV-8, FMT-1, FMT-2)', async () => {
    const { text } = await read(documentOf([user('Çigdem Şahin Nguyễn', [line()]), user('Åse Ågaard', [line({ name: 'Mobil Fri' })])]));
    for (const words of [
      ...['Faktura 2026110001', 'Eksempeltele', 'CVR 99 00 00 82', 'Østerå Prøvekommune', 'CVR 99 00 00 31', 'EAN-nummer 9520000000011'],
      ...[
        '01.11.2026',
        '16.11.2026',
        '01.10.2026 – 31.10.2026',
        'Çigdem Şahin Nguyễn',
        'Åse Ågaard',
        'Økonomi',
        'Mobil 20 GB',
        '67 10 20 30',
      ],
      ...['238,00 kr.', 'Moms (25 %)', '59,50 kr.', 'I alt inkl. moms', '297,50 kr.', 'senest den 16. november 2026'],
      '+71<000020261100018+89999999<',
    ])
      assert.ok(text.includes(words), `${words} is not in: ${text}`);
  });

  test('is tagged, has a language and a title, and numbers its pages (R29.1, R38.1)', async () => {
    const many = Array.from({ length: 60 }, (_, index) => user(`Bruger ${String(index)}`, [line()]));
    const { pages, tags, info, marks } = await read(documentOf(many));
    assert.ok(pages.length > 2);
    pages.forEach((page, index) => {
      assert.ok(page.includes(`Side ${String(index + 1)} af ${String(pages.length)}`), page);
    });
    // The head of a table stands on each page that it goes on.
    assert.ok(pages.every((page) => /Beløb ekskl\. moms|Pris pr\. enhed/.test(page)));
    const table = 'Root/Document/Table';
    assert.deepEqual([...tags].sort(), [
      ...['Root', 'Root/Document', 'Root/Document/H1', 'Root/Document/H2', 'Root/Document/P'],
      ...[table, `${table}/TR`, `${table}/TR/TD`, `${table}/TR/TH`, `${table}/TR/TH/H3`],
    ]);
    assert.equal(info['Title'], 'Faktura 2026110001 til Østerå Prøvekommune');
    assert.equal(info['Language'], 'da-DK');
    assert.equal(marks?.Marked, true);
  });

  test('marks what carries no VAT, and says so (INV-3)', async () => {
    const fee = line({
      kind: 'reminder',
      group: 'oneOff',
      name: null,
      phone: null,
      amount: money(10_000),
      price: money(10_000),
      vatFree: true,
    });
    const { text, placed } = await read(documentOf([user('Bo Ib', [line()]), { ...user('Uden bruger', [fee]), id: null, phones: [] }]));
    assert.match(text, /Rykkergebyr/);
    // The mark stands beside the column: figures end below each other.
    const amounts = placed.flat().filter(({ text: amount }) => /^(?:100,00|119,00).kr\.$/.test(amount));
    const marked = placed.flat().filter(({ text: amount }) => /^100,00.kr\..\*$/.test(amount));
    assert.equal(marked.length, 1);
    const last = Math.max(...amounts.map(({ end }) => end));
    assert.ok((marked[0]?.end ?? 0) > last && (marked[0]?.end ?? 0) < last + 10);
    assert.ok(text.includes('Beløb mærket med * er uden moms.'));
  });

  test('of a credit note has positive amounts, and points at its invoice (INV-1, INV-12)', async () => {
    const back = line({ kind: 'credit', group: 'refund', amount: money(-11_900), price: money(-11_900) });
    const credits = { id: 'before', number: '2026100001' };
    const note = documentOf([user('Bo Ib', [back])], { credits, due: null, payment: null, ahead: null, used: null, state: 'creditNote' });
    const { text } = await read(note);
    assert.ok(text.includes('Kreditnota 2026110001'));
    assert.ok(text.includes('Vedrører faktura 2026100001.'));
    assert.doesNotMatch(text, /-\s?\d/);
    assert.doesNotMatch(text, /\+71/);
  });

  test('with too many lines has everybody’s sum, and names the file with all of them (R28.7, R29.1)', async () => {
    const sums = [{ ...user('Bo Ib', []), amount: 11_900 }];
    const { text } = await read(documentOf(sums, { lines: 100_000 }));
    assert.ok(text.includes('Fakturaen har 100.000 varelinjer. De står alle i csv-filen'));
    assert.match(text, /Bo Ib.*119,00/);
  });

  test('has only fonts that it brings along (F30)', async () => {
    const file = Buffer.from(await makePdf(documentOf([user('Bo Ib', [line()])]))).toString('latin1');
    assert.doesNotMatch(file, /Helvetica/);
    assert.match(file, /FontFile2/);
  });
});
