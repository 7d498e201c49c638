/** »Bestillinger«: the list of what has been ordered (R25, R26). */
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { messages } from '../../src/product-order/orders-messages.ts';
import { formatMoment } from '../../src/ui/format.ts';
import { answers, at, first, line, silent } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';
import { changedList, companyAt, openAt, openList, order, rowsOf, stands, under } from './orders-scene.ts';

const cells = (row: Element | undefined): string[] => [...(row?.querySelectorAll('td') ?? [])].map(({ innerText }) => plain(innerText));

describe('the list of orders', () => {
  afterEach(async () => {
    cleanup();
    await setViewport({ width: 800, height: 600 });
  });

  it('says that nothing has been ordered, and leads to the products (R18.1)', async () => {
    const { element } = await openAt(await companyAt(193), 'orders');
    await reads(element, 'I har ikke bestilt nogen produkter endnu.');
    expect(heard(element)).to.contain('I har ikke bestilt nogen produkter endnu.');
    const way = control(element, 'Se produkter');
    expect(way.getAttribute('href')).to.equal('/produkter/');
    way.click();
    await until(() => element.route === '', 'the shelf');
  });

  it('shows what, for whom, when and by whom, the number and the state, the newest first (R25.1)', async () => {
    const company = await companyAt(194);
    const before = await order(company, { quantity: 3 });
    const placed = await order(company, { kind: 'sim' });
    const element = await openList(company);
    const [newest, older] = await rowsOf(element);
    const user = placed.items[0]?.user?.name ?? '';
    const day = formatMoment('da', Date.parse(placed.placedAt));
    expect(cells(newest)).to.deep.equal(['1 × Simkort', user, `${day} af Mange Møller`, placed.number, 'Modtaget']);
    expect(cells(older).slice(0, 1)).to.deep.equal(['3 × 4G-dongle']);
    expect(cells(older)[3]).to.equal(before.number);
    expect([...one(element, 'thead').querySelectorAll('th')].map(({ innerText }) => plain(innerText))).to.deep.equal([
      ...['Produkt', 'Bruger', 'Bestilt', 'Ordrenummer', 'Status'],
    ]);
    expect(one(element, 'h2').innerText).to.equal('Bestillinger');
  });

  it('leads to each order by a real link, and back to it with the focus on it (R25.1)', async () => {
    const company = await companyAt(194);
    const placed = await order(company);
    const element = await openList(company);
    const link = one(element, `[data-route="orders/${placed.id}"]`);
    expect(link.getAttribute('href')).to.equal(`/produkter/orders/${placed.id}`);
    link.click();
    await stands(element);
    expect([element.route, focusIn()]).to.deep.equal([`orders/${placed.id}`, `Bestilling ${placed.number}`]);
    control(element, 'Tilbage til Bestillinger').click();
    await until(() => all(element, '.orders tbody tr').length, 'the list');
    expect([element.route, focusIn()]).to.deep.equal(['orders', '1 × 4G-dongle']);
  });

  it('asks for products only, fifty at a time, and turns the page (R25.1)', async () => {
    const company = await companyAt(195);
    const placed = await order(company);
    const items = Array.from({ length: 50 }, (_, index) => ({ ...placed, id: `o${String(index)}` }));
    const many = changedList(() => ({ items, total: 120 }));
    const seen = counting(many(fetch));
    const element = await openList(company, { fetch: seen.fetch });
    expect(textOf(element)).to.contain('120 bestillinger').and.to.contain('Viser 1–50 af 120');
    control(element, 'Næste').click();
    await until(() => heard(element).includes('Viser 51–100 af 120'), 'it to be told');
    expect(focusIn()).not.to.equal('Viser');
    const asked = seen.paths().filter((path) => path.includes('/orders'));
    expect(asked.map((path) => path.split('?')[1])).to.deep.equal(['area=products&offset=0&limit=50', 'area=products&offset=50&limit=50']);
  });

  it('tells every state by a word, and one it does not know as unknown (R25, F09)', async () => {
    const company = await companyAt(195);
    const placed = await order(company);
    const states = [
      under(placed, { state: 'received' }),
      under(placed, { state: 'packed' }, { state: 'inProgress' }),
      under(placed, { state: 'sent' }, { state: 'inProgress' }),
      under(placed, { state: 'delivered' }, { state: 'completed' }),
      under(placed, null),
      under(placed, null, { state: 'inProgress' }),
      under(placed, null, { state: 'completed' }),
      under(placed, {}, { state: 'cancelled' }),
      under(placed, {}, { state: 'failed' }),
      under(placed, { state: 'lost' as 'sent' }, { state: 'inProgress' }),
      under(placed, {}, { state: 'floating' }),
    ].map((one, index) => ({ ...one, id: String(index) }));
    const element = await openList(company, { fetch: changedList(() => ({ items: states, total: states.length }))(fetch) });
    expect(all(element, '.tag').map(({ innerText }) => plain(innerText))).to.deep.equal([
      ...['Modtaget', 'Pakket', 'Sendt', 'Leveret', 'Modtaget', 'I gang', 'Klar', 'Fortrudt', 'Ikke gennemført', 'Ukendt', 'Ukendt'],
    ]);
  });

  it('loses no row and no word when parts of an order cannot be read (F09, F07)', async () => {
    const company = await companyAt(195);
    const placed = await order(company);
    const odd = {
      ...placed,
      number: 7,
      placedAt: 'i går',
      placedBy: null,
      items: [{ ...placed.items[0], product: { id: 'p', name: 1 }, user: 5 }],
    };
    const page = { items: [odd, { ...placed, id: 'other' }], total: 'two' };
    const element = await openList(company, { fetch: changedList(() => page)(fetch) });
    const [row, ...more] = await rowsOf(element);
    expect(cells(row)).to.deep.equal(['Ukendt', 'Ukendt', 'Ukendt', 'Ukendt', 'Modtaget']);
    expect(more).to.have.lengthOf(1);
  });

  it('says that it cannot be had, and tries again (F10)', async () => {
    const company = await companyAt(195);
    await order(company);
    const { element } = await openAt(company, 'orders', { fetch: first(1, at('/orders?', answers(422)))(fetch) });
    await reads(element, 'Noget gik galt hos os. Prøv igen om lidt.').catch(() => undefined);
    await until(() => find(element, 'Prøv igen') ?? all(element, '.orders').length, 'an answer');
    find(element, 'Prøv igen')?.click();
    expect(await rowsOf(element)).not.to.have.lengthOf(0);
  });

  it('shows its bones while it is on its way, and tells those who do not see them (F03)', async () => {
    const company = await companyAt(195);
    const { element } = await openAt(company, 'orders', { fetch: at('/orders?', silent())(fetch) });
    await until(() => all(element, '.order-bone').length, 'the bones');
    expect(heard(element)).to.contain('Henter …');
  });

  it('keeps what it shows when it cannot be fetched anew, and says how old that is (F10)', async () => {
    const company = await companyAt(195);
    const placed = await order(company);
    const wire = line();
    const element = await openList(company, { fetch: wire.fetch });
    one(element, `[data-route="orders/${placed.id}"]`).click();
    await stands(element);
    wire.use(at('/orders?', answers(422)));
    control(element, 'Fortryd bestillingen').click();
    await until(() => all(element, 'dialog[open]').length, 'the question');
    one(element, 'dialog .submit').click();
    await reads(element, 'Bestillingen er fortrudt.');
    control(element, 'Tilbage til Bestillinger').click();
    await reads(element, 'Opdateret');
    expect(await rowsOf(element)).not.to.have.lengthOf(0);
  });

  it('is a card for each order at 320 px, with nothing cut off, and a table all the same (R25.1)', async () => {
    const company = await companyAt(195);
    await order(company, { kind: 'antenna' }).catch(() => order(company));
    await setViewport({ width: 320, height: 640 });
    const element = await openList(company);
    const [row] = await rowsOf(element);
    expect(row?.getAttribute('role')).to.equal('row');
    expect(row?.getBoundingClientRect().height).to.be.greaterThan(70);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(all(element, '.orders td').every((cell) => cell.scrollWidth <= cell.clientWidth + 1)).to.equal(true);
  });

  it('has the words of the glossary, in both languages (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(6);
    await expectBothLanguages(messages);
  });
});
