/** Where the invoices stand on both host sites: their addresses, the menu that leads there, and narrow screens. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { billsOn, billsPath, openBills } from './bills.ts';
import { on, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const place = (page: Page): string => new URL(page.url()).pathname;
const routeOf = (page: Page) => page.locator('ss-invoices').evaluate((element: HTMLElement & { route: string }) => element.route);
const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Områder' });

describe('the pages of invoices', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(() => guest.leave());

  it('are reached from the menu for the company that was chosen elsewhere, and each choice has an address of its own (R5.2, R5.4, R9.1, D6)', async () => {
    await guest.openList('maja');
    const { page } = guest;
    const name = 'Aagaard & Søn Demo ApS';
    await on(page).choice.selectOption({ label: name });
    const menu = menuOf(page);
    await menu.getByText('Faktura', { exact: true }).click();
    await menu.getByRole('link', { name: 'Alle fakturaer' }).click();
    await billsOn(page).rows.first().waitFor();
    assert.equal(place(page), billsPath);
    assert.equal(await page.title(), 'Faktura – Eksempeltele Erhverv');
    assert.equal(await on(page).choice.locator('option:checked').innerText(), name);
    await menu.getByText('Faktura', { exact: true }).click();
    assert.deepEqual(await menu.locator('a[aria-current=page]').allInnerTexts(), ['Alle fakturaer']);
    await menu.getByRole('link', { name: 'eFaktura' }).click();
    await settles(() => Promise.resolve(place(page)), `${billsPath}/efaktura`);
    assert.deepEqual([await routeOf(page), await page.title()], ['e-invoice', 'eFaktura – Faktura – Eksempeltele Erhverv']);
    await page.goBack();
    await billsOn(page).rows.first().waitFor();
    assert.deepEqual([place(page), await routeOf(page)], [billsPath, '']);
    assert.deepEqual(guest.errors, []);
  });

  it('open an invoice and a user of it at addresses of their own, which are found again after a reload, in either language (R28.1)', async () => {
    await openBills(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { rows, names, perUser } = billsOn(page);
    await rows.nth(1).getByRole('link').click();
    await perUser.waitFor();
    const invoice = place(page).slice(billsPath.length + 1);
    assert.deepEqual([await routeOf(page), await page.title()], [invoice, 'Specificeret – Faktura – Eksempeltele Erhverv']);
    const user = ((await names.first().getAttribute('aria-controls')) ?? '').replace('of-', '');
    for (const [address, route] of [
      [`${billsPath}/efaktura`, 'e-invoice'],
      [`${billsPath}/${invoice}`, invoice],
      [`${billsPath}/${invoice}/brugere/${user}`, `${invoice}/users/${user}`],
      [`${billsPath}/findes-ikke`, 'findes-ikke'],
    ] as const)
      for (const query of ['', '?lang=en']) {
        await page.goto(guest.operator + address + query);
        await page.locator('ss-invoices:defined').waitFor();
        assert.deepEqual([await routeOf(page), page.url()], [route, guest.operator + address + query]);
      }
    await page.goto(`${guest.operator}${billsPath}/${invoice}/brugere/${user}`);
    await perUser.getByRole('table').first().waitFor();
    assert.deepEqual(guest.errors, []);
  });

  for (const width of [320, 1280])
    describe(`on a screen of ${String(width)} pixels`, () => {
      beforeEach(() => guest.page.setViewportSize({ width, height: 800 }));
      const wide = () => guest.page.evaluate(() => document.documentElement.scrollWidth);

      it('need no scrolling sideways on the operator’s website, also with a menu open, an invoice open to its calls while its users are searched, and eFaktura', async () => {
        await openBills(guest, 'the operator’s website', 'maja');
        const { page } = guest;
        const { rows, linesOf, names, perUser, search, way } = billsOn(page);
        await menuOf(page).getByText('Faktura', { exact: true }).click();
        assert.ok((await wide()) <= width);
        await page.keyboard.press('Escape');
        await rows.nth(1).getByRole('link').click();
        await perUser.waitFor();
        const lines = await linesOf('Birthe Bæk');
        await lines.getByRole('button', { name: 'Vis opkald' }).click();
        await lines.locator('.called').first().waitFor();
        await search.fill('birthe');
        await settles(() => names.count(), 1);
        assert.ok((await wide()) <= width);
        await way(/^Tilbage til Faktura$/).click();
        await way(/^eFaktura$/).click();
        await way(/^Ret e-mailadresser$/).click();
        assert.ok((await wide()) <= width);
        assert.deepEqual(guest.errors, []);
      });

      it('stand on the intranet in a section of their own, for whoever may only read too, and need none there', async () => {
        await guest.openIntranet('lars');
        const { page } = guest;
        await page.getByRole('banner').getByRole('link', { name: 'Regninger' }).click();
        const section = page.getByRole('region', { name: 'Regninger' });
        await section.locator('ss-invoices').getByRole('heading', { name: 'Faktura', level: 2 }).waitFor();
        await billsOn(page).rows.first().waitFor();
        assert.ok((await wide()) <= width);
        assert.deepEqual(guest.errors, []);
      });
    });
});
