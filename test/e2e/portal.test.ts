/** The whole portal on a page of its own: its addresses, the history, the end of a session, and what goes wrong around it. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { signIn, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const base = '/selvbetjening/';

/** What belongs to the company or the person. */
const business = /nordlys|abildgaard|67 10|maja|holm/i;

/** The parts of the portal, as people find them. */
const at = (page: Page) => {
  const portal = page.locator('ss-portal');
  const menu = portal.getByRole('navigation', { name: 'Områder' });
  return {
    portal,
    menu,
    main: portal.getByRole('main'),
    area: (name: string) => menu.getByRole('link', { name, exact: true }),
    /** The name of the place; an area's own stands in an element of its own, on the first level too. */
    heading: (name: string) => portal.locator('h1, h2').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) }),
    signedOut: portal.getByRole('main').getByText('Du er ikke logget ind.'),
    rows: portal.locator('ss-subscriptions [part=row]'),
    search: portal.getByRole('searchbox', { name: 'Søg efter bruger' }),
    person: portal.getByRole('region', { name: 'Selvbetjening' }).getByRole('button', { name: /Maja Holm|Menu/ }),
  };
};

describe('the portal', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ launch: { ignoreDefaultArgs: ['--disable-back-forward-cache'] } });
  });
  after(() => stage.close());
  afterEach(() => guest.leave());

  /** Opens a place of the portal as Maja. */
  const open = async (place = ''): Promise<Page> => {
    guest = await stage.guest();
    await guest.openList('maja', base + place);
    return guest.page;
  };

  it('shows the overview first, and whoever asked for another place before signing in is brought there (R2.1, R2.2, D1)', async () => {
    guest = await stage.guest();
    const { page } = guest;
    await page.goto(`${stage.operator}${base}invoices`);
    const { portal, heading, signedOut } = at(page);
    await signedOut.waitFor();
    assert.doesNotMatch(await page.evaluate(() => window.allText()), business);
    await portal.getByRole('button', { name: 'Log ind' }).click();
    await signIn(page, 'maja');
    await heading('Faktura').waitFor();
    assert.equal(page.url(), `${stage.operator}${base}invoices`);
    await page.goto(`${stage.operator}${base}`);
    await heading('Oversigt').waitFor();
    assert.equal(await page.title(), 'Oversigt – Eksempeltele Erhverv');
    assert.deepEqual(guest.errors, []);
  });

  it('goes back and forward through its places with search, scroll and focus as they were, and nothing of them in an address or title (R11.5, R13.1, T08)', async () => {
    const page = await open('subscriptions');
    const { rows, search, area, heading, portal } = at(page);
    await rows.first().waitFor();
    await page.setViewportSize({ width: 1280, height: 420 });
    await search.fill('aa');
    await settles(() => rows.count(), 5);
    const name = portal.locator('ss-subscriptions td a').nth(4);
    const who = await name.innerText();
    await name.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    assert.ok(scrolled > 50, 'the last row is below the screen');
    await name.click();
    await heading(who).waitFor();
    assert.ok((await page.evaluate(() => scrollY)) < scrolled, 'a new place begins at its top');
    await area('Faktura').click();
    await heading('Faktura').waitFor();
    await page.goBack();
    await heading(who).waitFor();
    await page.goBack();
    await heading('Abonnementer').waitFor();
    assert.equal(await search.inputValue(), 'aa');
    await settles(() => page.evaluate(() => scrollY), scrolled);
    await settles(() => name.evaluate((link) => link.matches(':focus')), true);
    await page.goForward();
    await heading(who).waitFor();
    await page.goBack();
    await heading('Abonnementer').waitFor();
    await page.reload();
    await settles(() => rows.count(), 5);
    assert.equal(await search.inputValue(), 'aa');
    for (const trace of guest.traces) assert.doesNotMatch(trace, /aa(?:&|$)|abildgaard|nordlys|østergaard/i);
    assert.deepEqual(guest.errors, []);
  });

  it('asks for each thing once when it opens, and for the code of an area when that is near (R9.3, R27.1)', async () => {
    const page = await open();
    const { heading, area } = at(page);
    await heading('Oversigt').waitFor();
    await guest.quiet();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/(v1|elements)\//.test(pathname)) asked.push(`${request.method()} ${pathname.replace(/\/companies\/[^/]+/, '')}`);
    });
    await page.reload();
    await heading('Oversigt').waitFor();
    await guest.quiet();
    const questions = asked.filter((one) => one.includes('/v1/'));
    assert.deepEqual(questions, [...new Set(questions)], 'nothing twice');
    assert.equal(questions.filter((one) => one.endsWith('/session')).length, 1);
    assert.ok(!asked.some((one) => one.includes('ss-invoices')), 'no code of an area that nobody has come near');
    asked.length = 0;
    await area('Faktura').hover();
    await settles(() => Promise.resolve(asked.some((one) => one.includes('ss-invoices'))), true);
    assert.ok(!asked.some((one) => one.includes('/v1/')), 'its data only when it is opened');
    await area('Faktura').click();
    await heading('Faktura').waitFor();
    await guest.quiet();
    const opened = asked.filter((one) => one.includes('/v1/'));
    assert.deepEqual(opened, [...new Set(opened)], 'nothing twice');
  });

  it('takes whatever stands in its address for a place, never for more (T01, T12, T18)', async () => {
    const page = await open();
    const { heading, portal, main } = at(page);
    for (const hostile of [
      'nowhere',
      '%3Cimg%20src=x%20onerror=alert(1)%3E',
      'subscriptions/%2e%2e%2f%2e%2e%2fdesk',
      'invoices/..%2f..%2fsession',
      'constructor',
      '__proto__/x',
      '/evil.example/subscriptions',
      'subscriptions/users/not-one-of-ours',
      'invoices/not-one-of-ours',
      'cases/not-one-of-ours',
      'products/orders/not-one-of-ours',
      `subscriptions/users/${'x'.repeat(300)}`,
      'cases/%E0%A4%A',
    ]) {
      await page.goto(`${stage.operator}${base}${hostile}`);
      await main
        .getByText(/Siden findes ikke|Vi kan ikke finde/)
        .first()
        .waitFor();
      assert.equal(new URL(page.url()).origin, stage.operator, hostile);
      assert.equal(await portal.locator('img[src=x]').count(), 0, hostile);
    }
    await page.goto(`${stage.operator}${base}nowhere`);
    await main.getByRole('link', { name: 'Gå til oversigten' }).click();
    await heading('Oversigt').waitFor();
    assert.equal(page.url(), `${stage.operator}${base}`);
    assert.deepEqual(guest.errors, []);
  });

  it('says that somebody else’s invoice is not to be found, as if there was none (T01)', async () => {
    const page = await open('invoices');
    const { portal, main } = at(page);
    await portal.locator('ss-invoices [part=row]').first().waitFor();
    const theirs = await portal.locator('ss-invoices [part=row] a[data-route]').first().getAttribute('data-route');
    await portal.getByRole('combobox', { name: 'Skift virksomhed' }).selectOption({ label: 'Østerå Prøvekommune' });
    await settles(() => page.evaluate(() => window.allText().includes('Valgt virksomhed: Østerå')), true);
    await page.goto(`${stage.operator}${base}invoices/${theirs ?? ''}`);
    await main.getByText('Vi kan ikke finde det, du leder efter.').first().waitFor();
  });

  it('lands in the same area after a switch of company, or on the overview where that has none (R5.5, R5.8, D4)', async () => {
    const page = await open('invoices');
    const { portal, heading } = at(page);
    const choice = portal.getByRole('combobox', { name: 'Skift virksomhed' });
    await portal.locator('ss-invoices [part=row] a[data-route]').first().click();
    await page.waitForURL(/\/invoices\/./);
    await choice.selectOption({ label: 'Østerå Prøvekommune' });
    await heading('Faktura').waitFor();
    await page.waitForURL(`${stage.operator}${base}invoices`);
  });

  it('empties within a second when somebody signs out in another tab, and here it asks the host (F24, T23)', async () => {
    const page = await open('subscriptions');
    await at(page).rows.first().waitFor();
    const tab = await guest.context.newPage();
    await tab.goto(`${stage.operator}${base}`);
    await at(tab).heading('Oversigt').waitFor();
    await at(tab).person.click();
    await Promise.all([tab.waitForURL(`${stage.operator}/`), at(tab).portal.getByRole('button', { name: 'Log ud' }).first().click()]);
    await at(page).signedOut.waitFor({ timeout: 1000 });
    const left = await page.evaluate(() => window.allText(document.querySelector('ss-portal') ?? document));
    assert.doesNotMatch(left, business);
  });

  it('paints nothing of a session that is over when somebody goes back to it, in any frame (F23, T23)', async () => {
    guest = await stage.guest();
    await guest.context.addInitScript((pattern) => {
      const forbidden = new RegExp(pattern, 'i');
      const seen = { painted: [] as string[], frames: 0 };
      Object.assign(window, { seen });
      const look = () => {
        const text = window.allText(document.querySelector('ss-portal') ?? document.createElement('p'));
        seen.frames += 1;
        if (sessionStorage.getItem('signed-out') === 'yes' && forbidden.test(text)) seen.painted.push(text);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, business.source);
    await guest.openList('maja', `${base}subscriptions`);
    const { page } = guest;
    await at(page).rows.first().waitFor();
    await at(page).person.click();
    await Promise.all([page.waitForURL(`${stage.operator}/`), at(page).portal.getByRole('button', { name: 'Log ud' }).first().click()]);
    await page.evaluate(() => {
      sessionStorage.setItem('signed-out', 'yes');
      history.back();
    });
    await page.waitForURL(`${stage.operator}${base}subscriptions`);
    await at(page).signedOut.waitFor();
    const seen = () => page.evaluate(() => (window as unknown as { seen: { painted: string[]; frames: number } }).seen);
    await settles(async () => (await seen()).frames > 5, true);
    assert.deepEqual((await seen()).painted, []);
  });

  it('keeps a half-filled case when the session ends, for the same person who signs in in another tab (F15)', async () => {
    const page = await open('cases/new');
    const { portal } = at(page);
    const subject = portal.getByRole('textbox', { name: 'Emne' });
    await subject.fill('Ingen dækning i kælderen');
    await guest.context.clearCookies({ name: 'eksempeltele-session' });
    // Something else in the same page finds it out.
    await at(page).area('Faktura').hover();
    const tab = await guest.context.newPage();
    await tab.goto(`${stage.operator}${base}`);
    await at(tab).signedOut.waitFor();
    await at(page).signedOut.waitFor();
    assert.doesNotMatch(await page.evaluate(() => window.allText(document.querySelector('ss-portal') ?? document)), /kælderen|nordlys/i);
    await at(tab).portal.getByRole('button', { name: 'Log ind' }).click();
    await tab.waitForURL((address) => address.pathname.startsWith(base));
    await subject.waitFor();
    assert.equal(await subject.inputValue(), 'Ingen dækning i kælderen');
  });

  it('asks before it goes to another area with something unsaved, by the menu and by Back, and stays when told to (R5.7)', async () => {
    const page = await open();
    const { portal, heading, area } = at(page);
    await heading('Oversigt').waitFor();
    // With a place to keep drafts nothing would be lost, and nobody is asked.
    await portal.evaluate((element) => Object.assign(element, { drafts: undefined }));
    await area('Mine supportsager').click();
    await portal.getByRole('link', { name: 'Opret supportsag' }).first().click();
    const subject = portal.getByRole('textbox', { name: 'Emne' });
    await subject.fill('Router uden lys');
    // A pointer would have to wait (T16); keys count at once.
    const stay = portal.getByRole('button', { name: 'Bliv på siden' });
    await area('Faktura').click();
    await stay.press('Enter');
    assert.equal(new URL(page.url()).pathname, `${base}cases/new`);
    assert.equal(await subject.inputValue(), 'Router uden lys');
    // Inside the area nothing is lost; out of it something would be.
    await page.goBack();
    await heading('Mine supportsager').waitFor();
    await page.goForward();
    assert.equal(await subject.inputValue(), 'Router uden lys');
    await page.evaluate(() => {
      history.go(-2);
    });
    await stay.press('Enter');
    await page.waitForURL(`${stage.operator}${base}cases/new`);
    assert.equal(await subject.inputValue(), 'Router uden lys');
    await area('Faktura').click();
    await portal.getByRole('button', { name: 'Forlad siden' }).press('Enter');
    await heading('Faktura').waitFor();
    assert.deepEqual(guest.errors, []);
  });

  it('says that the code of an area could not be fetched, and fetches it when asked to (F29)', async () => {
    const page = await open();
    const { heading, area, main } = at(page);
    await heading('Oversigt').waitFor();
    await page.route('**/elements/**/*invoices*.js', (route) => route.abort());
    await page.route('**/elements/ss-invoices.js', (route) => route.abort());
    await area('Faktura').click();
    await main.getByText('Vi kan ikke få forbindelse til Selvbetjening').waitFor();
    await page.unrouteAll();
    await main.getByRole('button', { name: 'Prøv igen' }).click();
    await main.getByRole('button', { name: 'Hent igen' }).or(heading('Faktura')).first().waitFor();
    // A browser that remembers the failure is helped by a reload, which the portal offers.
    if (await main.getByRole('button', { name: 'Hent igen' }).isVisible()) await main.getByRole('button', { name: 'Hent igen' }).click();
    await heading('Faktura').waitFor();
  });

  it('works where storage is blocked, and with third-party cookies blocked (F30)', async () => {
    guest = await stage.guest();
    await guest.context.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Blocked', 'SecurityError');
          },
        });
    });
    await guest.openList('maja', base);
    const { heading, area } = at(guest.page);
    await heading('Oversigt').waitFor();
    await area('Produkter').click();
    await heading('Produkter').waitFor();
    assert.deepEqual(guest.errors, []);
  });

  it('stands in the look of two other operators, with three lines of theme each (F30)', async () => {
    guest = await stage.guest();
    const looks = new Set<string>();
    await guest.openList('maja', base);
    for (const brand of ['fjordnet', 'granit']) {
      await guest.page.goto(`${stage.operator}/maerker/${brand}/`);
      const { heading, portal } = at(guest.page);
      await heading('Oversigt').waitFor();
      looks.add(
        await portal.evaluate((element) => {
          const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(
            element.shadowRoot?.querySelector('ss-overview')?.shadowRoot?.querySelector('.primary') ?? element,
          );
          return [backgroundColor, borderRadius, fontFamily].join(' ');
        }),
      );
    }
    assert.equal(looks.size, 2);
    assert.deepEqual(guest.errors, []);
  });
});
