/** One order: what is known of it, how far it has come, and that it is followed while it is under way (R25, R26). */
import { expect } from 'chai';
import type { Order } from '../../src/api/order.ts';
import { formatMoment, formatTime } from '../../src/ui/format.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, at, line, type Fault } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { all, find, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { changed, companyAt, openAt, openOrder, order, steps, stepsTo, under, type Company } from './orders-scene.ts';

let found: Promise<readonly [Company, Order]> | undefined;
/** An order that is only looked at. */
const some = (): Promise<readonly [Company, Order]> =>
  (found ??= (async () => {
    const company = await companyAt(196);
    return [company, await order(company, { quantity: 2, reference: 'REF 42', costCentre: 'Salg' })] as const;
  })());

const facts = (element: Element): [string, string][] =>
  all(element, '.one-order dl > div').map((line) => [
    plain(line.querySelector('dt')?.innerText ?? ''),
    plain(line.querySelector('dd')?.innerText ?? ''),
  ]);

const hide = (hidden: boolean): void => {
  if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  else Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
};

const opened = async (fault?: Fault): Promise<HTMLElement> => {
  const [company, placed] = await some();
  return openOrder(company, placed, fault && { fetch: fault(fetch) });
};

describe('an order', function () {
  this.timeout(8_000);
  afterEach(() => {
    startClock();
    hide(false);
    cleanup();
  });

  it('shows its number, when and by whom, product, quantity, price each and in all, user, cost centre, reference and exactly the address (R25.1, R25.3, FMT-6)', async () => {
    const [company, placed] = await some();
    const element = await openOrder(company, placed);
    const moment = Date.parse(placed.placedAt);
    const { street = '', houseNumber = '', postcode = '', town = '', floor, door, place } = placed.delivery ?? {};
    expect(one(element, 'h2').innerText).to.equal(`Bestilling ${placed.number}`);
    expect(plain(one(element, '.under').innerText)).to.equal('2 × 4G-dongle');
    const lines = facts(element);
    expect(lines.slice(0, 9)).to.deep.equal([
      ['Ordrenummer', placed.number],
      ['Bestilt', `${formatMoment('da', moment)} kl. ${formatTime('da', moment)} af Mange Møller`],
      ['Produkt', '4G-dongle'],
      ['Antal', '2'],
      ['Pris pr. stk.', '399,00 kr. ekskl. moms'],
      ['I alt', '798,00 kr. ekskl. moms'],
      ['Bruger', placed.items[0]?.user?.name ?? ''],
      ['Omkostningssted', 'Salg'],
      ['Jeres reference', 'REF 42'],
    ]);
    const address = lines[9]?.[1] ?? '';
    expect(lines[9]?.[0]).to.equal('Leveringsadresse');
    for (const part of [`${street} ${houseNumber}`, `${postcode} ${town}`, floor, door, place]) if (part) expect(address).to.contain(part);
  });

  it('is received at first, with the day, and the rest is still to come (R25)', async () => {
    const element = await opened();
    expect(steps(element)).to.deep.equal([
      '* Modtaget 22. november 2026',
      ...['Pakket (mangler endnu)', 'Sendt (mangler endnu)', 'Leveret (mangler endnu)'],
    ]);
    expect(textOf(element)).to.contain('Vi har modtaget bestillingen og pakker den så hurtigt som muligt.');
    expect(one(element, '.parcel').getAttribute('role')).to.equal('list');
    // No day of delivery is promised (R25.2).
    expect(textOf(element)).not.to.contain('Forventet');
  });

  for (const [state, index, words] of [
    ['packed', 1, 'Bestillingen er pakket og klar til at blive sendt.'],
    ['sent', 2, 'Bestillingen er sendt.'],
    ['delivered', 3, 'Bestillingen er leveret.'],
  ] as const)
    it(`that is ${state} says so, marks the step as the current one, and has the days of those before (R25)`, async () => {
      const [, placed] = await some();
      const now = under(
        placed,
        { state, steps: stepsTo(state), tracking: index > 1 ? 'EP123456789' : null },
        { state: state === 'delivered' ? 'completed' : 'inProgress', canCancel: false },
      );
      const element = await opened(changed(() => now));
      await reads(element, words);
      const lines = steps(element);
      expect(lines.map((line) => line.startsWith('*'))).to.deep.equal([0, 1, 2, 3].map((at) => at === index));
      expect(lines.filter((line) => line.includes('november 2026'))).to.have.lengthOf(index + 1);
      expect(lines.filter((line) => line.includes('mangler endnu'))).to.have.lengthOf(3 - index);
      expect(lines[2]?.includes('Sporingsnummer: EP123456789')).to.equal(index > 1);
      expect(find(element, 'Fortryd bestillingen')).to.equal(undefined);
    });

  for (const [address, leads] of [
    ['https://pakker.example/EP1', true],
    ['http://pakker.example/EP1', false],
    ['javascript:alert(1)', false],
    [null, false],
  ] as const)
    it(`${leads ? 'leads' : 'does not lead'} to the carrier where its address is ${String(address)} (R25, T12)`, async () => {
      const [, placed] = await some();
      const sent = under(placed, { state: 'sent', steps: stepsTo('sent'), tracking: 'EP1', trackingUrl: address }, { state: 'inProgress' });
      const element = await opened(changed(() => sent));
      await reads(element, 'Sporingsnummer: EP1');
      expect(all<HTMLAnchorElement>(element, '.parcel a').map(({ href, rel }) => [href, rel])).to.deep.equal(
        leads ? [[address, 'noreferrer']] : [],
      );
    });

  it('names a day of delivery only where the operator supplies one, and not once it is there (R25.2)', async () => {
    const [, placed] = await some();
    let delivered = false;
    const expected = { expected: '2026-11-26' };
    const element = await opened(
      changed(() =>
        delivered
          ? under(placed, { ...expected, state: 'delivered', steps: stepsTo('delivered') }, { state: 'completed' })
          : under(placed, expected),
      ),
    );
    await reads(element, 'Forventet levering: 26. november 2026');
    delivered = true;
    await reads(element, 'Bestillingen er leveret.');
    expect(textOf(element)).not.to.contain('Forventet');
  });

  for (const [state, words] of [
    ['cancelled', 'Bestillingen er fortrudt. I betaler ikke for den.'],
    ['failed', 'Bestillingen kunne ikke gennemføres. Kontakt os, hvis I stadig har brug for den.'],
  ] as const)
    it(`that is ${state} says so plainly, with no steps to come (R25)`, async () => {
      const [, placed] = await some();
      const element = await opened(changed(() => under(placed, {}, { state, canCancel: false })));
      await reads(element, words);
      expect([all(element, '.parcel').length, find(element, 'Fortryd bestillingen')]).to.deep.equal([0, undefined]);
    });

  it('of something that is not sent has no parcel and no address, and is followed until it is ready (R25)', async () => {
    const company = await companyAt(197);
    const placed = await order(company, { kind: 'esim' });
    // However quick the operator is, at first it is seen as it was placed.
    let readings = 0;
    const element = await openOrder(company, placed, { fetch: changed((now) => ((readings += 1) === 1 ? placed : now))(fetch) });
    expect(textOf(element)).to.contain('Vi har modtaget bestillingen.');
    await reads(element, 'Bestillingen er klar.', 6_000);
    expect(all(element, '.parcel')).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('Klar').and.not.to.contain('Leveringsadresse');
    await until(() => heard(element).includes('Bestillingen er klar.'), 'it to be announced');
  });

  it('says of all it cannot read that it is unknown (F09)', async () => {
    const strange = { number: 1, placedAt: null, placedBy: 2, delivery: { street: 'Kun vej' }, canCancel: 'perhaps' };
    const [, placed] = await some();
    const [item] = placed.items;
    const product = { id: 'p', name: null, quantity: 'two', price: null, costCentre: 3, reference: 4, parcel: { state: 'lost', steps: 7 } };
    const element = await opened(changed(() => ({ ...placed, ...strange, items: [{ ...item, product, user: 1 }] })));
    await reads(element, 'Vi ved ikke, hvor langt bestillingen er.');
    expect(new Set(facts(element).map(([, value]) => value))).to.deep.equal(new Set(['Ukendt']));
    expect(steps(element).some((step) => step.startsWith('*'))).to.equal(false);
  });

  it('that is not there, or is of something else, is not found (F17)', async () => {
    const [company] = await some();
    const { element } = await openAt(company, 'orders/findes-ikke');
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
    cleanup();
    const [, placed] = await some();
    const other = { ...placed, items: [{ ...placed.items[0], kind: 'changePlan', product: null }] };
    const { element: another } = await openAt(company, `orders/${placed.id}`, { fetch: changed(() => other)(fetch) });
    await reads(another, 'Vi kan ikke finde det, du leder efter.');
  });

  it('can be seen whole, and not taken back, by who may only read (R7.1, R9.4)', async () => {
    const [company, placed] = await some();
    const reader = at('/session', (inner) => async (...call) => {
      const response = await inner(...call);
      const session = (await response.json()) as { companies: { rights: { products: string } }[] };
      for (const { rights } of session.companies) rights.products = 'read';
      return Response.json(session);
    });
    const element = await openOrder(company, placed, { fetch: reader(fetch) });
    expect(facts(element)).to.have.lengthOf(10);
    expect(find(element, 'Fortryd bestillingen')).to.equal(undefined);
  });

  it('is followed with growing pauses, tells each change once, and rests when it is there (R25, R17.4)', async () => {
    const [company, placed] = await some();
    let now: Order = placed;
    let readings = 0;
    const numbered = changed(() => ({ ...now, placedBy: `Læsning ${String((readings += 1))}` }));
    const clock = stopClock();
    const element = await openOrder(company, placed, { fetch: numbered(fetch) });
    for (const [index, pause] of [1, 2, 3, 5].entries()) {
      await reads(element, `Læsning ${String(index + 1)}`);
      await clock.advance(pause * 1000 - 1);
      expect(readings, `before ${String(pause)} s`).to.equal(index + 1);
      await clock.advance(1);
      await reads(element, `Læsning ${String(index + 2)}`);
    }
    expect(heard(element)).not.to.contain('Vi har modtaget');
    now = under(placed, { state: 'delivered', steps: stepsTo('delivered') }, { state: 'completed', canCancel: false });
    await clock.advance(8_000);
    await reads(element, 'Bestillingen er leveret.');
    expect(heard(element)).to.contain('Bestillingen er leveret.');
    const before = readings;
    await clock.advance(600_000);
    expect(readings).to.equal(before);
  });

  it('is not asked after while nobody looks, and once when somebody does again (F23)', async () => {
    const [company, placed] = await some();
    const seen = counting();
    const clock = stopClock();
    await openOrder(company, placed, { fetch: seen.fetch });
    hide(true);
    const before = seen.requests.length;
    await clock.advance(120_000);
    expect(seen.requests).to.have.lengthOf(before);
    hide(false);
    await until(() => seen.requests.length === before + 1, 'one reading');
  });

  for (const [what, leave] of [
    ['another place is opened', (element: HTMLElement & { route: string }) => void (element.route = 'orders')],
    ['the element is taken off the page', (element: HTMLElement) => element.remove()],
  ] as const)
    it(`is followed no more when ${what} (F22)`, async () => {
      const [company, placed] = await some();
      const seen = counting();
      const clock = stopClock();
      const element = await openOrder(company, placed, { fetch: seen.fetch });
      leave(element);
      await element.updateComplete;
      const asked = () => seen.paths().filter((path) => path.includes(`/orders/${placed.id}`)).length;
      const before = asked();
      await clock.advance(120_000);
      expect(asked()).to.equal(before);
    });

  it('stays on screen when it cannot be read anew, says so, and is asked after again (F10)', async () => {
    const [company, placed] = await some();
    const wire = line();
    const element = await openOrder(company, placed, { fetch: wire.fetch });
    wire.use(at('/orders/', answers(422)));
    await reads(element, 'Opdateret');
    expect(facts(element)).to.have.lengthOf(10);
    wire.use();
    await until(() => !textOf(element).includes('Opdateret'), 'it to be read anew', 6_000);
  });
});
