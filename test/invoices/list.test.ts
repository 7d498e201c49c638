/** The list of invoices and credit notes as a person sees it. */
import { expect } from 'chai';
import { html } from 'lit';
import { formatMoney } from '../../src/ui/format.ts';
import { choose } from '../company-switcher/open.ts';
import { answers, at, broken, first, html as page, line, network, offline, silent } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { bent, companyOf, cvr, rewritten } from '../subscriptions/open.ts';
import { all, control, controls, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { cells, listed, oere, open, openOf, pageOf, place, withSwitcher, urlOf } from './bills.ts';

const select = (element: Element, name: string, value: string): void => {
  const field = one<HTMLSelectElement>(element, `select[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event('change'));
};

describe('the list of invoices', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('has number, dates, amount with VAT and state of all of them, the newest first, written the Danish way (R27.1, R27.4, FMT-1, FMT-2)', async () => {
    const element = await openOf(cvr.nordlys);
    const heads = all(element, '.list th').map(({ innerText }) => plain(innerText));
    expect(heads).to.deep.equal(['Fakturanummer', 'Fakturadato', 'Forfaldsdato', 'I alt inkl. moms', 'Status', 'Se og hent']);
    const { items, total } = await pageOf(cvr.nordlys);
    const rows = cells(element);
    expect(rows).to.have.lengthOf(total);
    expect(rows.map(([number]) => number?.slice(0, 10))).to.deep.equal(items.map(({ number }) => number));
    expect(rows.map((row) => oere(row[3] ?? ''))).to.deep.equal(items.map((invoice) => invoice.total.amount));
    expect(rows[1]?.slice(1, 3)).to.deep.equal(['01.11.2026', '16.11.2026']);
    expect(rows[1]?.[3]).to.match(/^\d{1,3}(\.\d{3})*,\d\d kr\.$/);
  });

  it('tells what is overdue in words, by shape and by colour, for how long, and what is paid (R27.2)', async () => {
    const element = await openOf(cvr.nordlys);
    const [, newest, next] = cells(element);
    expect(newest?.[4]).to.equal('Forfalden for 6 dage siden');
    expect(next?.[4]).to.equal('Betalt');
    const [, late, paid] = all(element, '.list .tag');
    expect(late?.matches('.stopped')).to.equal(true);
    expect(paid?.matches('.good')).to.equal(true);
  });

  it('says above what is to be paid in all and how much of it is overdue (R27.2)', async () => {
    const { outstanding, overdue } = await pageOf(cvr.nordlys);
    const element = await openOf(cvr.nordlys);
    expect(oere(one(element, '.owed .figure').innerText)).to.equal(outstanding.amount);
    expect(textOf(element)).to.contain('1 faktura er ikke betalt');
    expect(textOf(element)).to.contain(plain(`Heraf er ${formatMoney('da', overdue.amount)} forfaldet.`));
  });

  it('shows a credit note negative, with the invoice it is about (INV-12)', async () => {
    const element = await openOf(cvr.nordlys);
    const note = (await pageOf(cvr.nordlys)).items.find(({ credits }) => credits !== null);
    const row = cells(element).find(([number]) => number?.startsWith(note?.number ?? 'none'));
    expect(row?.[0]).to.equal(`${note?.number ?? ''} vedrører faktura ${note?.credits?.number ?? ''}`);
    expect(row?.[2]).to.equal('');
    expect(row?.[3]).to.match(/^-/);
    expect(row?.[4]).to.equal('Kreditnota');
    // Nor is what leads to it called an invoice.
    for (const doing of ['Specificeret', 'Download som pdf-fil'])
      expect(controls(element).join('|')).to.contain(`${doing}, Kreditnota ${note?.number ?? ''}`);
  });

  it('says of one that is paid in part what is missing (R27.2)', async () => {
    const element = await openOf(cvr.nordlysNord);
    const { items } = await pageOf(cvr.nordlysNord);
    const index = items.findIndex(({ state }) => state === 'partiallyPaid');
    expect(cells(element)[index]?.[3]).to.contain(plain(`Mangler ${formatMoney('da', items[index]?.outstanding.amount ?? 0)}`));
  });

  it('has the last twelve months as a picture with its figures beside it for those who read (R27.1)', async () => {
    const { months } = await pageOf(cvr.nordlys);
    const element = await openOf(cvr.nordlys);
    await until(() => all(element, '.months').length, 'the picture');
    const rows = all(element, '.months tbody tr').map(({ textContent }) => plain(textContent));
    expect(rows).to.have.lengthOf(12);
    expect(rows.map(oere)).to.deep.equal(months.map(({ amount }) => amount.amount));
    expect(rows.at(-1)).to.match(/^november 2026/);
    expect(all(element, '.bars rect')).to.have.lengthOf(12);
    expect(one(element, '.months .bar-names').ariaHidden).to.equal('true');
  });

  it('is narrowed by year and by state, keeps both from page to page, and gives them back when nothing fits (R27.3)', async () => {
    const seen = counting();
    const template = html`<ss-invoices page-size="5"></ss-invoices>`;
    const element = await openOf(cvr.nordlys, { fetch: seen.fetch }, template);
    select(element, 'year', '2025');
    await until(() => cells(element).every(([, date]) => date?.endsWith('2025')), 'the year');
    select(element, 'state', 'paid');
    await until(() => heard(element).includes('Viser 1–5 af 12'), 'the state');
    control(element, 'Næste').click();
    await reads(element, 'Viser 6–10 af 12');
    expect(seen.paths().at(-1)).to.match(/\?year=2025&state=paid&offset=5&limit=5$/);
    select(element, 'state', 'overdue');
    await until(() => heard(element).includes('Ingen fakturaer passer til det, I har valgt.'), 'that nothing fits, said');
    expect(seen.paths().at(-1)).to.match(/\?year=2025&state=overdue&offset=0&limit=5$/);
    control(element, 'Ryd filtre').click();
    await reads(element, 'Viser 1–5 af 25');
    expect(focusIn()).to.contain('År');
  });

  it('says how many there are after each choice, also when they are as many as before (R27.3, R38.1)', async () => {
    const element = await openOf(cvr.nordlys);
    const said = (): string => all(element, '.root > [role=status]').at(-1)?.textContent ?? '';
    select(element, 'state', 'unpaid');
    await until(() => plain(said()).startsWith('Viser 1–1 af 1'), 'the unpaid');
    const before = said();
    select(element, 'state', 'overdue');
    await until(() => said() !== before, 'it to be said again');
    expect(plain(said()).trim()).to.equal('Viser 1–1 af 1');
  });

  it('begins with the state its host names, and with nothing unknown (R27.3, F30)', async () => {
    const element = await openOf(cvr.nordlys, {}, html`<ss-invoices status="creditNotes"></ss-invoices>`);
    expect(cells(element).map(([, , , , state]) => state)).to.deep.equal(['Kreditnota']);
    const other = await openOf(cvr.nordlys, {}, html`<ss-invoices status="nonsense"></ss-invoices>`);
    expect(cells(other)).to.have.lengthOf(25);
  });

  it('leads to each invoice, by a name that says which, and back to where it was followed from (R28.1)', async () => {
    const element = await openOf(cvr.nordlys);
    const [, { number } = { number: '' }] = (await pageOf(cvr.nordlys)).items;
    const way = all(element, 'td [data-route]')[1];
    expect(way?.innerText).to.contain(`Specificeret, faktura ${number}`);
    way?.click();
    await until(() => all(element, '.bill').length, 'the invoice');
    expect(focusIn()).to.equal(`Faktura ${number}`);
    control(element, 'Tilbage til Faktura').click();
    await listed(element);
    expect(focusIn()).to.contain(`Specificeret, faktura ${number}`);
  });

  it('leads to eFaktura and back to where it was followed from (R30.1, R38.1)', async () => {
    const element = await openOf(cvr.nordlys);
    control(element, 'eFaktura').click();
    await until(() => all(element, '.e-invoice').length, 'eFaktura');
    expect(focusIn()).to.equal('eFaktura');
    control(element, 'Tilbage til Faktura').click();
    await listed(element);
    expect(element.shadowRoot?.activeElement?.getAttribute('data-route')).to.equal('e-invoice');
  });

  it('says that there are none yet, and offers nothing to narrow (R27.1)', async () => {
    const element = await place('maja', { company: await companyOf('maja', cvr.aeroe) });
    await reads(element, 'Der er ingen fakturaer for');
    expect(all(element, 'select, .owed')).to.have.lengthOf(0);
  });

  it('is there for who may see invoices only, and not for who may not (R8.1)', async () => {
    const element = await open('frida');
    expect(cells(element).length).to.be.greaterThan(20);
    const without = rewritten<{ companies: { rights: { invoices: string } }[] }>(({ companies }) => {
      for (const { rights } of companies) rights.invoices = 'none';
    });
    const barred = await place('maja', { fetch: at('/session', without)(fetch) });
    await reads(barred, 'Du har ikke adgang til Faktura.');
    expect(controls(barred)).not.to.include('eFaktura');
  });

  it('shows a field that came wrong as unknown, a new state as neutral, and the rest as usual (F09)', async () => {
    const wrong = bent({
      'items.1.state': 'haunted',
      'items.2.issued': '31.02.2026',
      'items.3.total': null,
      'items.4.number': 7,
      outstanding: undefined,
    });
    const element = await openOf(cvr.nordlys, { fetch: at('/invoices', wrong)(fetch) });
    const rows = cells(element);
    expect(rows[1]?.[4]).to.equal('Ukendt');
    expect(all(element, '.list .tag')[1]?.className.trim()).to.equal('tag');
    expect([rows[2]?.[1], rows[3]?.[3], rows[4]?.[0]]).to.deep.equal(['Ukendt', 'Ukendt', 'Ukendt']);
    expect(rows).to.have.lengthOf(25);
    expect(textOf(element)).not.to.match(/NaN|undefined|null|Invalid/);
  });

  it('loads by itself when the network is back (F01)', async () => {
    const wire = line();
    wire.use(offline());
    network(false);
    const element = await place('maja', { fetch: wire.fetch });
    await reads(element, 'Der er ingen forbindelse lige nu.');
    expect(textOf(element)).not.to.contain('Der er ingen fakturaer');
    wire.use();
    network(true);
    await listed(element);
  });

  for (const [fault, what, number] of [
    [broken, 'the answer broke off', 'F07'],
    [page, 'a page came in its place', 'F08'],
    [() => answers(503), 'the backend was away', 'F10'],
  ] as const)
    it(`shows nothing but the whole list when repeating helps: ${what} (${number})`, async () => {
      const element = await openOf(cvr.nordlys, { fetch: at('/invoices', first(1, fault()))(fetch) });
      expect(cells(element)).to.have.lengthOf(25);
      expect(all(element, '[part=problem]')).to.have.lengthOf(0);
    });

  it('is asked for again when the page is seen again, keeps its rows meanwhile, and lets go of the page (R27.1, F22)', async () => {
    const seen = counting();
    const element = await openOf(cvr.nordlys, { fetch: seen.fetch });
    await until(() => all(element, '.months').length, 'the picture');
    const asked = () => seen.paths().filter((path) => path.includes('/invoices?')).length;
    expect(asked()).to.equal(1);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => asked() === 2, 'the second question');
    expect(cells(element)).to.have.lengthOf(25);
    await listed(element);
    element.remove();
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise(requestAnimationFrame);
    expect(asked()).to.equal(2);
  });

  it('keeps room for what is to come, and shows no empty list meanwhile (F03)', async () => {
    const element = await place('maja', { fetch: at('/invoices', silent())(fetch) });
    await until(() => all(element, '.bone').length, 'the bones');
    expect(textOf(element)).not.to.contain('Der er ingen');
  });

  it('throws a late reply for the former company away (T05, F20)', async () => {
    const held = gate();
    const [company, other] = await Promise.all([companyOf('maja', cvr.nordlys), pageOf(cvr.aagaard)]);
    const { element, switcher } = await withSwitcher({
      company,
      fetch: (...call) => (urlOf(call).includes('/invoices') ? held.fetch : fetch)(...call),
    });
    await until(() => held.waiting.length === 1, 'the first question');
    await until(() => all(switcher, 'select').length, 'the switcher');
    choose(switcher, 'Aagaard');
    await until(() => held.waiting.some(({ request }) => !request.url.includes(company)), 'the second question');
    held.open();
    await listed(element);
    expect(cells(element).map(([number]) => number?.slice(0, 10))).to.deep.equal(other.items.map(({ number }) => number));
  });
});
