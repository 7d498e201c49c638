/** What a person has no access to: still there in the menu, with the reason, and asked for by nobody. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { line } from '../faults.ts';
import { cleanup, signIn, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { all, control, find, focusIn, one, plain, textOf } from '../subscriptions/screen.ts';
import { area, entitled, known, names, narrow, open, placed, press, says, through } from './open.ts';

afterEach(cleanup);

const none = { subscriptions: 'none', products: 'none', invoices: 'none', cases: 'none' } as const;

describe('An area without access', () => {
  it('is shown in the menu with a name that says so, and tells why when it is opened (R8.1, R8.3)', async () => {
    const portal = await open('frida');
    for (const [name, tag, words] of [
      ['Produkter , Ingen adgang', 'ss-product-order', 'Du har ikke adgang til Produkter'],
      ['Mine supportsager , Ingen adgang', 'ss-support-cases', 'Du har ikke adgang'],
    ] as const) {
      press(portal, name);
      expect(textOf(await says(portal, tag, words))).to.contain('kontakt os endelig');
    }
    expect(plain(control(portal, 'Faktura').innerText)).to.equal('Faktura');
    press(portal, 'Abonnementer');
    await until(() => find(portal, 'Alle abonnementer , Ingen adgang'), 'the choices');
    press(portal, 'Alle abonnementer , Ingen adgang');
    await says(portal, 'ss-subscriptions', 'Du har ikke adgang til Abonnementer');
  });

  it('can be reached and opened by keyboard (R8.3)', async () => {
    const portal = await open('frida');
    control(portal, 'Abonnementer').focus();
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Produkter , Ingen adgang');
    await sendKeys({ press: 'Enter' });
    await says(portal, 'ss-product-order', 'Du har ikke adgang til Produkter');
  });

  it('opened by its place tells why, and nothing of it is asked for or seen in any frame (R6.2, R8.1, T05)', async () => {
    for (const [route, tag] of [
      ['subscriptions', 'ss-subscriptions'],
      ['subscriptions/new', 'ss-subscriptions'],
      ['products', 'ss-product-order'],
      ['cases/new', 'ss-support-cases'],
    ] as const) {
      const record = counting();
      signIn('frida', { fetch: record.fetch });
      const portal = await placed({ route });
      const seen = new Set<string>();
      const watch = () => {
        const shown = all(portal, `main > ${tag}`)[0];
        if (shown)
          seen.add(
            all(shown, 'form, table, input')
              .map(({ tagName }) => tagName)
              .join(),
          );
      };
      const end = setInterval(watch, 0);
      await known(portal);
      await says(portal, tag, 'Du har ikke adgang');
      clearInterval(end);
      expect([...seen].join(), route).to.equal('');
      expect(
        record.paths().map((path) => path.replace(/\?.*/, '')),
        route,
      ).to.deep.equal(['/v1/session']);
      cleanup();
    }
  });

  it('leads to a support case about access, also in a portal that has no addresses, and the page stays where it is (R8.2)', async () => {
    const before = location.href;
    const portal = await open('maja', { route: 'products' }, through(entitled({ products: 'none' })));
    control(await says(portal, 'ss-product-order', 'Du har ikke adgang til Produkter'), 'Opret supportsag').click();
    const form = await area(portal, 'ss-support-cases');
    const category = await until(() => all<HTMLSelectElement>(form, 'select').find(({ value }) => value !== ''), 'the category');
    expect(category.selectedOptions[0]?.text).to.equal('Adgang og rettigheder');
    expect(portal.route).to.match(/^cases\/new\?category=access$/);
    expect(location.href).to.equal(before);
  });

  it('is left out of the menu where the host hides it, and tells why all the same by its place (D5, R8.1)', async () => {
    const portal = await open('frida', { hideUnavailable: true });
    const shown = names(portal, '.bar .areas > ul > li > :is(a, button)');
    expect(shown).to.deep.equal(['Oversigt', 'Faktura']);
    portal.route = 'products';
    await says(portal, 'ss-product-order', 'Du har ikke adgang til Produkter');
    cleanup();
    const small = await open('frida', { hideUnavailable: true }, {}, narrow);
    expect(names(small, '.foot .tab')).to.deep.equal(['Oversigt', 'Faktura', 'Menu']);
    press(small, 'Menu');
    await until(() => find(small, 'Luk menu'), 'the sheet');
    expect([find(small, 'Mine supportsager'), find(small, 'Opret nyt abonnement')]).to.deep.equal([undefined, undefined]);
  });

  it('is not taken for one while it is not known who is here (R8.1)', async () => {
    const held = gate();
    signIn('frida', { fetch: held.fetch });
    const portal = await placed();
    await until(() => find(portal, 'Produkter'), 'the menu');
    expect(all(portal, '.denied')).to.have.length(0);
    held.open();
    await known(portal);
    expect(all(portal, '.denied').length).to.be.greaterThan(0);
  });

  it('becomes one when the right is lost during work, without a general error (R7.3)', async () => {
    const wire = line();
    const portal = await open('maja', {}, { fetch: wire.fetch });
    wire.use((inner) => {
      const denied = entitled(none)(inner);
      return (...call) => {
        const { url } = new Request(...call);
        return url.includes('/session')
          ? denied(...call)
          : Promise.resolve(
              Response.json(
                { type: 'about:blank', title: '', status: 403 },
                { status: 403, headers: { 'content-type': 'application/problem+json' } },
              ),
            );
      };
    });
    press(portal, 'Faktura');
    const invoices = await says(portal, 'ss-invoices', 'Du har ikke adgang til Faktura');
    expect(all(invoices, '[part=problem]')).to.have.length(0);
    await until(() => find(portal, 'Faktura , Ingen adgang'), 'the menu to say so');
  });
});

describe('»Opret nyt abonnement«', () => {
  it('is not available to those who may only read, in the menu and among the choices (R9.4, R7.1)', async () => {
    const portal = await open('lars');
    expect(names(portal, '.bar .new .way')).to.deep.equal(['Opret nyt abonnement, Ingen adgang']);
    press(portal, 'Abonnementer');
    await until(() => find(portal, 'Alle abonnementer'), 'the choices');
    expect(names(portal, '#choices :is(a, button)')).to.deep.equal(['Alle abonnementer', 'Opret nyt abonnement, Ingen adgang']);
    press(portal, 'Opret nyt abonnement');
    const guide = await area(portal, 'ss-subscriptions');
    await until(
      () => portal.route === 'subscriptions/new' && textOf(guide).includes('kontakt os'),
      `the reason; it reads: ${textOf(guide)}`,
    );
    expect(all(guide, 'form')).to.have.length(0);
  });

  it('is hidden from them with the rest that is not available, where the host wants it so (D5, R9.4)', async () => {
    const portal = await open('lars', { hideUnavailable: true });
    expect(all(portal, '.bar .areas .new')).to.have.length(0);
    expect(all(portal, '.bar .areas > ul > li')).to.have.length(5);
  });

  it('is there again with the company where it may be used (R7.2, R9.4)', async () => {
    const portal = await open('maja', {}, through(entitled({ subscriptions: 'read' })));
    expect(one(portal, '.bar .new .way').classList.contains('denied')).to.equal(true);
    cleanup();
    expect(one(await open('maja'), '.bar .new .way').classList.contains('denied')).to.equal(false);
  });
});
