/** The shelf: what can be ordered, what cannot and why, and for whom. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { ProductOrderElement } from '../../src/product-order/product-order-element.ts';
import type { SignInEvent, SsNavigateEvent } from '../../src/ui/events.ts';
import { choose } from '../company-switcher/open.ts';
import { answers, at, line, offline, silent } from '../faults.ts';
import { cleanup, expectAccessible, fixture, once, signIn, until } from '../helpers.ts';
import { bent, companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, controls, find, focusIn, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { formOpen, openShelf, place } from './shop.ts';

const cards = (element: Element): string[] => all(element, 'article.product').map(({ innerText }) => plain(innerText));

describe('the shelf', () => {
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
    await setViewport({ width: 800, height: 600 });
  });

  it('shows what can be ordered by its kind, with a name, a short text and the price without VAT (R18.1, R18.2, FMT-6)', async () => {
    const element = await openShelf('maja');
    expect(all(element, '.kind h3').map(({ innerText }) => innerText)).to.deep.equal(['Simkort', '4G-dongles', 'Routere', 'Antenner']);
    const shown = cards(element);
    expect(shown).to.have.lengthOf(6);
    const router = shown.find((card) => card.startsWith('5G-router')) ?? '';
    expect(router).to.contain('2.499,00 kr. ekskl. moms').and.to.contain('På lager');
    expect(router.length).to.be.greaterThan('5G-router På lager 2.499,00 kr. ekskl. moms Bestil'.length + 20);
    expect(shown.find((card) => card.startsWith('Simkort'))).to.contain('0,00 kr. ekskl. moms');
  });

  it('says of what is sold out that it cannot be ordered now, and why, and offers no way to (R18.3)', async () => {
    const element = await openShelf('maja');
    const antenna = cards(element).find((card) => card.startsWith('Udendørsantenne')) ?? '';
    expect(antenna).to.contain('Kan ikke bestilles lige nu').and.to.contain('Udsolgt. Kommer igen.');
    expect(controls(element).filter((name) => name.startsWith('Bestil '))).to.have.lengthOf(5);
    expect(find(element, 'Bestil Udendørsantenne')).to.equal(undefined);
  });

  it('says of what is withdrawn that it is sold no longer (R18.3)', async () => {
    const element = await openShelf('maja', { fetch: at('/products', bent({ 'items.3.state': 'withdrawn', 'items.3.most': 0 }))(fetch) });
    expect(cards(element).find((card) => card.startsWith('5G-router'))).to.contain('Sælges ikke længere');
    expect(find(element, 'Bestil 5G-router')).to.equal(undefined);
  });

  it('opens the form of a product from anywhere on its card, with a name that says which (R19.1)', async () => {
    const element = await openShelf('maja');
    const card = one(element, 'article.product.open');
    const { x, y } = card.getBoundingClientRect();
    const hit = element.shadowRoot?.elementFromPoint(x + 20, y + 20);
    expect(hit?.classList.contains('order')).to.equal(true);
    const asked = once<SsNavigateEvent>(element, 'ss-navigate');
    control(element, 'Bestil Simkort').click();
    expect((await asked).route).to.equal(element.route);
    await formOpen(element);
    expect(textOf(element)).to.contain('Bestil Simkort');
  });

  it('asks the page before a form is opened, and stays when told no (R19.1)', async () => {
    const element = await openShelf('maja');
    element.addEventListener('ss-navigate', (event) => {
      event.preventDefault();
    });
    control(element, 'Bestil 4G-dongle').click();
    await element.updateComplete;
    expect(element.route).to.equal('');
    expect(all(element, '.order-form')).to.have.lengthOf(0);
  });

  it('has real links where the host has addresses (R19.1)', async () => {
    const element = await openShelf(
      'maja',
      {},
      html`<ss-product-order .href=${(route: string) => `/produkter/${route}`}></ss-product-order>`,
    );
    const link = control(element, 'Bestil 4G-dongle');
    expect(link.getAttribute('href')).to.equal(`/produkter/${link.dataset['route'] ?? ''}`);
    expect(control(element, 'Bestillinger').getAttribute('href')).to.equal('/produkter/orders');
  });

  it('shows everything to one who may only read, and offers nothing to order (R7.1)', async () => {
    const element = await openShelf('lars');
    expect(cards(element)).to.have.lengthOf(6);
    expect(controls(element)).to.deep.equal(['Bestillinger']);
    expect(textOf(element)).to.contain('Du kan se produkterne, men ikke bestille dem.');
  });

  it('gives no form to one who may only read, also by its address (R7.1, T03)', async () => {
    const { element } = await place('lars', {}, html`<ss-product-order route="router"></ss-product-order>`);
    await reads(element, 'Du kan se produkterne, men ikke bestille dem.');
    expect(all(element, '.order-form, dialog')).to.have.lengthOf(0);
  });

  it('says that there is no access, and whom to ask (R8.1, R8.2)', async () => {
    const { element } = await place('frida');
    await reads(element, 'Du har ikke adgang til Produkter.');
    expect(all(element, 'article.product')).to.have.lengthOf(0);
  });

  it('says that nobody is signed in, and asks the page (R2.2)', async () => {
    signIn('maja', { fetch: answers(401)(fetch) });
    const element = document.createElement('ss-product-order');
    const asked = once<SignInEvent>(element, 'ss-sign-in');
    await fixture(html`<div>${element}</div>`);
    expect((await asked).asked).to.equal(false);
    await reads(element, 'Du er ikke logget ind.');
  });

  it('keeps the room of what is to come (F03)', async () => {
    const { element } = await place('maja', { fetch: at('/products', silent())(fetch) });
    await until(() => all(element, '.shelf.bones .bone').length > 5, 'bones');
    expect(textOf(element)).to.contain('Henter …');
  });

  it('says that there is nothing to order, or lets the host say so (R18.1)', async () => {
    const { element } = await place('maja', { fetch: at('/products', answers(200, {}, { items: [] }))(fetch) });
    await reads(element, 'Der er ingen produkter at bestille lige nu.');
    await expectAccessible(element);
  });

  it('says that there is no connection, and shows the shelf again on request (F01)', async () => {
    const wire = line();
    wire.use(at('/products', offline()));
    const { element } = await place('maja', { fetch: wire.fetch });
    await until(() => find(element, 'Prøv igen'), 'the way to try again', 12_000);
    wire.use();
    control(element, 'Prøv igen').click();
    await until(() => cards(element).length === 6, 'the products');
  });

  it('shows what it understands of a product, and lets nobody order what is not understood (F09)', async () => {
    const odd = {
      'items.0.kind': 'hologram',
      'items.1.price': undefined,
      'items.2.state': 'maybe',
      'items.3.description': null,
      'items.4.most': '9',
    };
    const element = await openShelf('maja', { fetch: at('/products', bent(odd))(fetch) });
    const shown = cards(element);
    expect(shown).to.have.lengthOf(6);
    expect(shown.join()).not.to.match(/undefined|NaN|null|Invalid/);
    expect(shown.find((card) => card.startsWith('eSIM'))).to.contain('Prisen er ukendt');
    expect(controls(element).filter((name) => name.startsWith('Bestil '))).to.deep.equal(['Bestil Simkort', 'Bestil 5G-router']);
  });

  it('survives an answer it does not understand (F08)', async () => {
    const { element } = await place('maja', { fetch: at('/products', answers(200, {}, { rows: 1 }))(fetch) });
    await reads(element, 'Noget gik galt hos os. Prøv igen om lidt.', 8_000);
  });

  it('says nothing of the former company once another is active (R5.5, R5.6, T05)', async () => {
    signIn('maja', { company: await companyOf('maja', cvr.nordlys) });
    const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-product-order></ss-product-order></div>`);
    const [switcher, element] = both.children as unknown as [Element, ProductOrderElement];
    await setViewport({ width: 700, height: 800 });
    await until(() => cards(element).length === 6 && all(switcher, 'select').length, 'products');
    control(element, 'Bestil 4G-dongle').click();
    await formOpen(element);
    await until(() => textOf(element).includes('Prøvevej 12B'), 'the address');
    choose(switcher, 'Aagaard');
    await until(() => element.route === '', 'the shelf of the other company');
    expect(textOf(element)).not.to.contain('Prøvevej 12B');
    expect(all(element, '.order-form')).to.have.lengthOf(0);
  });

  it('stops when it is removed, and starts again when it is put back (F22)', async () => {
    const element = await openShelf('maja');
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await until(() => cards(element).length === 6, 'the products');
  });

  it('speaks English where the page does (R38.2)', async () => {
    const element = await openShelf('maja', {}, html`<ss-product-order lang="en"></ss-product-order>`);
    await reads(element, 'Cannot be ordered right now');
    expect(textOf(element)).to.contain('excluding VAT').and.to.contain('SIM cards');
    expect(find(element, 'Order 4G-dongle')).not.to.equal(undefined);
  });

  it('is reached and opened with the keyboard alone, and the way back leads to the product (R19.1)', async () => {
    const element = await openShelf('maja');
    control(element, 'Bestil 4G-dongle').focus();
    await sendKeys({ press: 'Enter' });
    await formOpen(element);
    await sendKeys({ press: 'Escape' });
    if (element.route) control(element, 'Tilbage til Produkter').click();
    await until(() => element.route === '' && focusIn() === 'Bestil 4G-dongle', `the focus on the product; it is on: ${focusIn()}`);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`is accessible, also where something cannot be ordered, in ${colorScheme} (R36.1)`, async () => {
      await emulateMedia({ colorScheme });
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
      const element = await openShelf('maja');
      await expectAccessible(element);
    });

  for (const width of [320, 768, 1280])
    it(`fits ${String(width)} px with long words (F26, F30)`, async () => {
      await setViewport({ width, height: 800 });
      const long = {
        'items.0.name': 'Simkortmedallemuligeegenskaberogetmegetlangtnavn'.repeat(2),
        'items.0.description.da': 'Langtord'.repeat(30),
      };
      await openShelf('maja', { fetch: at('/products', bent(long))(fetch) });
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});
