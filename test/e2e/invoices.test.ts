/** Invoices on both sites: the list, an invoice down to its lines, and its files. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { billsOn, billsPath, oereIn, openBills } from './bills.ts';
import { on, type Guest } from './guest.ts';
import { plain, sites, textOf } from './guide.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

describe('invoices', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true, pace: 3_600_000 });
  });
  after(() => stage.close());
  afterEach(async () => {
    stage.loses = () => false;
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  /** The newest invoice of a company, no credit note; its total in øre. */
  const newest = async (key: string) => {
    const [invoice] = await rowsOf<{ id: string; company: string; number: string; total: number; issued: string }>(
      stage.database.db,
      sql`select i.id, i.company_id as company, i.number, i.total::int as total, i.issued::text as issued from invoice i
        join company c on c.id = i.company_id where c.key = ${key} and i.credits is null order by i.issued desc limit 1`,
    );
    assert.ok(invoice);
    return invoice;
  };

  for (const site of sites)
    it(`are listed on ${site} with what is owed, and one opens down to each line, with sums that agree (R27.1, R27.2, R28.1, R28.2, R28.3, R28.4)`, async () => {
      guest = await stage.guest();
      await openBills(guest, site, 'maja');
      const { page } = guest;
      const { bills, row, specified, perUser, names, linesOf, way } = billsOn(page);
      const { number, total } = await newest('c1');
      await row(number)
        .getByText(/^Forfalden for \d+ dage siden$/)
        .waitFor();
      assert.equal(oereIn(plain(await row(number).locator('td.amount').innerText())), total);
      await specified(number);
      const sums = bills.locator('.sums');
      const summed = async (name: string) => oereIn(plain(await sums.getByRole('row', { name: new RegExp(`^${name}`) }).innerText()));
      const [taxable, vat, all] = [await summed('Beløb ekskl\\. moms'), await summed('Moms'), await summed('I alt inkl\\. moms')];
      assert.deepEqual([vat, all], [Math.round(taxable / 4), taxable + vat]);
      assert.equal(all, total);
      const ofUsers = (await perUser.locator('tbody > tr:not(.opened) td.sum').allInnerTexts()).map((words) => oereIn(plain(words)));
      const nobody = bills.locator('.nobody');
      const ofCompany = (await nobody.count()) ? oereIn(plain(await nobody.innerText())) : 0;
      assert.equal(
        ofUsers.reduce((sum, amount) => sum + amount, ofCompany),
        taxable,
      );
      const name = plain((await names.first().innerText()).trim());
      const lines = await linesOf(name);
      const ofLines = (await lines.locator('td.sum').allInnerTexts()).map((words) => oereIn(plain(words)));
      assert.equal(
        ofLines.reduce((sum, amount) => sum + amount, 0),
        ofUsers[0],
      );
      await way(/^Tilbage til Faktura$/).click();
      await row(number).waitFor();
    });

  it('are searched by user, and calls are shown with masked numbers only (R28.6, R28.7, PRV-6)', async () => {
    guest = await stage.guest();
    await openBills(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { specified, names, search, linesOf } = billsOn(page);
    await specified((await newest('c1')).number);
    await search.fill('birthe');
    await settles(async () => (await names.allInnerTexts()).map(plain), ['Birthe Bæk']);
    const lines = await linesOf('Birthe Bæk');
    await lines.getByRole('button', { name: 'Vis opkald' }).click();
    const called = lines.locator('.called');
    await called.first().waitFor();
    for (const shown of await called.allInnerTexts()) assert.match(plain(shown), /^(\+\d+ )?[\d ]+(XX|xx|\*\*|••)$/);
    assert.ok(![...guest.traces].some((trace) => /birthe/i.test(trace)), 'no name in an address or a title');
  });

  for (const site of sites)
    it(`are downloaded on ${site} as a PDF and as the lines behind it, under names that tell them apart (R29.1, T15)`, async () => {
      guest = await stage.guest();
      await openBills(guest, site, 'frida');
      const { page } = guest;
      const { specified, download, bills, row } = billsOn(page);
      const { number, issued, total } = await newest('c1');
      const pdf = await download(() =>
        row(number)
          .getByRole('button', { name: `Download som pdf-fil, faktura ${number}` })
          .click(),
      );
      assert.equal(pdf.name, `Nordlys Eksempel AS faktura ${number} ${issued}.pdf`);
      const words = await wordsOfPdf(pdf.bytes);
      for (const wanted of [number, 'Nordlys Eksempel A/S', 'CVR', 'Birthe Bæk', `Side 1 af`])
        assert.ok(words.includes(wanted), `»${wanted}« in ${words.slice(0, 600)}`);
      assert.ok(
        words.split(/\s*kr\./).some((before) => oereOf(before) === total),
        'the total',
      );
      await specified(number);
      const csv = await download(() => bills.getByRole('button', { name: `Download som csv-fil, faktura ${number}` }).click());
      assert.equal(csv.name, `Nordlys Eksempel AS faktura ${number} ${issued}.csv`);
      assert.match(csv.bytes.toString('utf8'), /^\uFEFFFakturanummer;/);
    });

  it('whose file comes late, not at all, or is refused, says so where it was asked for, and the page stays as it is (R29.2, F28)', async () => {
    guest = await stage.guest();
    await openBills(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { row, bills, download } = billsOn(page);
    const { number } = await newest('c1');
    const button = row(number).getByRole('button', { name: `Download som pdf-fil, faktura ${number}` });
    const told = bills.locator('tr.told');
    stage.loses = ({ url = '' }) => url.endsWith('/pdf');
    await button.click();
    await told.getByText(/forbindelse|kunne ikke hentes/).waitFor({ timeout: 60_000 });
    stage.loses = () => false;
    const saved = await download(() => told.getByRole('button', { name: 'Prøv igen' }).click());
    assert.match(saved.bytes.toString('latin1'), /^%PDF-/);
    await page.route('**/pdf', (route) => route.fulfill({ status: 200, contentType: 'application/pdf', body: '%PDF-1.7 half' }));
    await button.click();
    await told.getByText('Filen kunne ikke hentes. Prøv igen.').waitFor();
    await page.unroute('**/pdf');
    assert.equal(new URL(page.url()).pathname, billsPath);
    // The browser says so of each connection that was cut.
    const cut = 'Failed to load resource: net::ERR_EMPTY_RESPONSE';
    guest.errors.splice(0, Infinity, ...guest.errors.filter((error) => error !== cut));
  });

  it('of another company are not to be had by their number, their id or a guessed address of a file (R29.3, T01, T14)', async () => {
    guest = await stage.guest();
    const foreign = await newest('x1');
    await guest.openList('maja', `${billsPath}/${foreign.id}`);
    const { page } = guest;
    const { bills } = billsOn(page);
    await bills.getByText('Vi kan ikke finde det, du leder efter').waitFor();
    const own = await newest('c1');
    const answers = await page.evaluate(
      (addresses) =>
        Promise.all(addresses.map(async (address) => (await fetch(address, { headers: { 'selvbetjening-request': '1' } })).status)),
      ['', '/pdf', '/csv', '/lines', '/calls'].flatMap((file) => [
        `/v1/companies/${foreign.company}/invoices/${foreign.id}${file}`,
        `/v1/companies/${own.company}/invoices/${foreign.id}${file}`,
        `/v1/companies/${own.company}/invoices/${foreign.number}${file}`,
      ]),
    );
    assert.deepEqual([...new Set(answers)], [404]);
    // Opened as a link, out of the blue: no file, and none without having signed in.
    const asLink = await page.request.get(`${stage.operator}/v1/companies/${own.company}/invoices/${own.id}/pdf`);
    assert.ok(asLink.status() >= 400, String(asLink.status()));
    await page.context().clearCookies();
    const signedOut = await page.request.get(`${stage.operator}/v1/companies/${own.company}/invoices/${own.id}/pdf`, {
      headers: { 'selvbetjening-request': '1' },
    });
    assert.equal(signedOut.status(), 401);
  });

  it('are not shown to who has no right to them, who is told why (R6.2, T03)', async () => {
    guest = await stage.guest();
    await guest.openList('uffe', billsPath);
    await billsOn(guest.page)
      .bills.getByText(/Du har ikke adgang|Du er ikke administrator/)
      .waitFor();
  });

  it('are those of the company that is chosen, also when it is switched while one is open (R5.7, F20)', async () => {
    guest = await stage.guest();
    await openBills(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { specified, rows, bills, row } = billsOn(page);
    const { number } = await newest('c1');
    await specified(number);
    await on(page).choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
    await row((await newest('c2')).number).waitFor();
    assert.equal(await row(number).count(), 0);
    assert.equal(new URL(page.url()).pathname, billsPath);
    assert.ok((await rows.count()) > 0);
    assert.doesNotMatch(await textOf(bills), new RegExp(number));
  });
});

/** The amount that words end with, as øre. */
function oereOf(words: string): number | undefined {
  const [, sign, crowns, rest] = /(-?)([\d.]+),(\d\d)$/.exec(words) ?? [];
  return crowns === undefined || rest === undefined ? undefined : (sign === '' ? 1 : -1) * Number(crowns.replaceAll('.', '') + rest);
}
