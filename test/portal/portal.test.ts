import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PortalElement } from '../../src/portal/portal-element.ts';
import { cleanup, signIn, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { closeAll, wrapPageFetch } from '../session/backend.ts';
import { all, control, controls, find, focusIn, one, plain } from '../subscriptions/screen.ts';
import { area, company, entitled, known, names, narrow, open, placed, press, says, switcher, through, wide } from './open.ts';

afterEach(() => {
  closeAll();
  cleanup();
});

const bar = (portal: PortalElement) => names(portal, '.bar .areas > ul > li > :is(a, button)');

describe('<ss-portal>', () => {
  it('opens a session of its own with an address, asks once who is here, and shows the overview first (R2.1, R1.1)', async () => {
    const record = counting();
    wrapPageFetch(record.fetch);
    const portal = await placed({ api: '/v1', mode: 'token', token: () => Promise.resolve({ token: 'ida', expiresIn: 3600 }) });
    await known(portal);
    await says(portal, 'ss-overview', 'Oversigt');
    expect(plain(one(portal, '.who').innerText || one(portal, '.who').textContent)).to.contain('Ida Enkel');
    expect(plain(one(portal, '.brand').innerText)).to.equal('Selvbetjening');
    expect(record.paths().filter((path) => path.startsWith('/v1/session'))).to.have.length(1);
    expect(record.requests.every(({ headers }) => headers.get('authorization') === 'Bearer ida')).to.equal(true);
  });

  it('uses the session of the page without an address of its own (R2.1)', async () => {
    const record = counting();
    const portal = await open('maja', {}, { fetch: record.fetch });
    await says(portal, 'ss-overview', 'Oversigt');
    expect(record.paths().filter((path) => path.startsWith('/v1/session'))).to.have.length(1);
  });

  it('waits for a session that comes later (F30)', async () => {
    const portal = await placed();
    signIn('maja');
    await known(portal);
    await says(portal, 'ss-overview', 'Oversigt');
  });

  it('has the areas in its menu, »Opret nyt abonnement«, and the company on every page (R1.2, R5.1, R5.2, R5.4, R15.1)', async () => {
    const portal = await open('maja');
    expect(bar(portal)).to.deep.equal(['Oversigt', 'Abonnementer', 'Produkter', 'Faktura', 'Mine supportsager', 'Opret nyt abonnement']);
    const select = one<HTMLSelectElement>(await switcher(portal), 'select');
    expect([...select.options].map(({ text }) => text)).to.have.length(7);
    for (const [name, tag] of [
      ['Produkter', 'ss-product-order'],
      ['Faktura', 'ss-invoices'],
      ['Mine supportsager', 'ss-support-cases'],
      ['Oversigt', 'ss-overview'],
    ] as const) {
      press(portal, name);
      const shown = await area(portal, tag);
      expect(await company(portal)).to.match(/^Nordlys Eksempel A\/S/);
      expect(all(shown, '[aria-level="1"], h1'), tag).to.have.length(1);
      expect(names(portal, '.bar [aria-current]'), tag).to.deep.equal([name]);
    }
  });

  it('has nothing to operate for one company, whose name it shows all the same (R5.3)', async () => {
    const portal = await open('ida');
    expect(await company(portal)).to.contain('Nordlys');
    expect(controls(await switcher(portal))).to.deep.equal([]);
  });

  it('has a menu of two choices under »Abonnementer«, for pointer and keyboard; Escape gives the focus back (R9.1, R9.2, D6)', async () => {
    const portal = await open('maja');
    const opener = control(portal, 'Abonnementer');
    expect(opener.ariaExpanded).to.equal('false');
    opener.click();
    await until(() => find(portal, 'Alle abonnementer'), 'the menu');
    expect(names(portal, '#choices :is(a, button)')).to.deep.equal(['Alle abonnementer', 'Opret nyt abonnement']);
    await until(() => opener.ariaExpanded === 'true', 'that it is said to be open');
    opener.click();
    await until(() => !find(portal, 'Alle abonnementer'), 'the menu to close');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => find(portal, 'Alle abonnementer'), 'the menu by keyboard');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Alle abonnementer');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Opret nyt abonnement');
    await sendKeys({ press: 'Escape' });
    await until(() => !find(portal, 'Alle abonnementer'), 'the menu to close by Escape');
    expect(focusIn()).to.equal('Abonnementer');
    await until(() => opener.ariaExpanded === 'false', 'that it is said to be closed');
    await sendKeys({ press: 'Enter' });
    await until(() => find(portal, 'Alle abonnementer'), 'the menu again');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await says(portal, 'ss-subscriptions', 'brugere');
    expect(find(portal, 'Alle abonnementer')).to.equal(undefined);
  });

  it('makes the two choices a page where there is no room for a menu (R9.1, R9.2, D6)', async () => {
    const portal = await open('maja', {}, {}, narrow);
    press(portal, 'Abonnementer');
    await until(() => all(portal, '.choices').length, 'the page');
    expect(plain(one(portal, 'main h1').innerText)).to.equal('Abonnementer');
    expect(names(portal, 'main :is(a, button)')).to.deep.equal(['Alle abonnementer', 'Opret nyt abonnement']);
    all(portal, 'main button')[1]?.click();
    await says(portal, 'ss-subscriptions', 'Trin 1');
    press(portal, 'Abonnementer');
    await until(() => all(portal, '.choices').length, 'the page again');
    all(portal, 'main button')[0]?.click();
    await says(portal, 'ss-subscriptions', 'brugere');
  });

  it('has what is needed more seldom behind »Menu« at the foot of a narrow screen (R38.1)', async () => {
    const portal = await open('maja', { signOut: () => {} }, {}, narrow);
    expect(names(portal, '.foot .tab')).to.deep.equal(['Oversigt', 'Abonnementer', 'Produkter', 'Faktura', 'Menu']);
    const menu = control(portal, 'Menu');
    menu.click();
    await until(() => find(portal, 'Luk menu'), 'the sheet');
    await until(() => menu.ariaExpanded === 'true', 'that it is said to be open');
    expect(names(portal, '#sheet :is(a, button)')).to.deep.equal([
      'Mine supportsager',
      'Opret nyt abonnement',
      'Dansk',
      'English',
      'Log ud',
      'Luk menu',
    ]);
    control(portal, 'Luk menu').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !find(portal, 'Luk menu'), 'the sheet to close');
    expect(focusIn()).to.equal('Menu');
    menu.click();
    await until(() => find(portal, 'Mine supportsager'), 'the sheet again');
    press(portal, 'Mine supportsager');
    await area(portal, 'ss-support-cases');
    expect(find(portal, 'Luk menu')).to.equal(undefined);
    expect(menu.getAttribute('aria-current')).to.equal('true');
  });

  it('leads by »Opret nyt abonnement« to the first step of the guide (R15.1, R15.3)', async () => {
    const portal = await open('maja');
    press(portal, 'Opret nyt abonnement');
    await says(portal, 'ss-subscriptions', 'Trin 1');
    expect(portal.route).to.match(/^subscriptions\/new/);
    expect(control(portal, 'Opret nyt abonnement').getAttribute('aria-current')).to.equal('page');
  });

  it('has a skip link that leads past the menu (R38.1)', async () => {
    const portal = await open('maja');
    await area(portal, 'ss-overview');
    one(portal, '.skip').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => portal.shadowRoot?.activeElement?.id === 'main', 'the focus in the area');
    expect(location.hash).to.equal('');
  });

  it('is not broader than its place, from 320 to 1920 pixels (R38.1)', async () => {
    const portal = await open('maja', { signOut: () => {} }, through(entitled({ products: 'none' })));
    await area(portal, 'ss-overview');
    const frame = portal.parentElement;
    if (!frame) throw new Error('The portal stands nowhere.');
    for (const width of [narrow, 479, 480, 759, 760, 879, 1023, 1024, 1439, wide, 1920]) {
      frame.style.inlineSize = `${String(width)}px`;
      await portal.updateComplete;
      const parts = all(portal, '.bar *, .foot > ul *, main').filter(
        (part) => part.checkVisibility() && !part.closest('[popover], .visually-hidden'),
      );
      const right = Math.max(...parts.map((part) => part.getBoundingClientRect().right));
      expect(right - portal.getBoundingClientRect().right, String(width)).to.be.at.most(1);
    }
  });

  it('says of a place it does not have that there is none, and leads to the overview (T12)', async () => {
    for (const route of ['nowhere', 'constructor', '__proto__/x', '/invoices', '<img src=x onerror=alert(1)>', 'x?subscriptions']) {
      const portal = await open('maja', { route });
      expect(plain(one(portal, 'main').innerText), route).to.contain('Siden findes ikke');
      press(portal, 'Gå til oversigten');
      await says(portal, 'ss-overview', 'Oversigt');
      cleanup();
    }
  });
});
