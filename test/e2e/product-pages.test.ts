/** Where the products stand on both host sites: their addresses, the menu that leads there, and narrow screens. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { listPath, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const home = '/erhverv/produkter';
const place = (page: Page): string => new URL(page.url()).pathname;
const routeOf = (page: Page) => page.locator('ss-product-order').evaluate((element: HTMLElement & { route: string }) => element.route);
const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Områder' });
const shelfOf = (page: Page) => page.locator('ss-product-order').getByRole('heading', { name: '5G-router' });

describe('the pages of products', () => {
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

  it('are reached from the menu beside »Abonnementer«, and each choice has an address of its own (R5.4, R9.1, D6)', async () => {
    await guest.openList('maja');
    const { page } = guest;
    const menu = menuOf(page);
    await menu.getByText('Produkter', { exact: true }).click();
    await menu.getByRole('link', { name: 'Bestil produkter' }).click();
    await shelfOf(page).waitFor();
    assert.equal(place(page), home);
    assert.equal(await page.title(), 'Produkter – Eksempeltele Erhverv');
    await menu.getByText('Produkter', { exact: true }).click();
    assert.deepEqual(await menu.locator('a[aria-current=page]').allInnerTexts(), ['Bestil produkter']);
    await menu.getByRole('link', { name: 'Bestillinger' }).click();
    await settles(() => Promise.resolve(place(page)), `${home}/bestillinger`);
    assert.deepEqual([await routeOf(page), await page.title()], ['orders', 'Bestillinger – Produkter – Eksempeltele Erhverv']);
    await page.goBack();
    await shelfOf(page).waitFor();
    assert.deepEqual([place(page), await routeOf(page)], [home, '']);
    await menu.getByText('Abonnementer', { exact: true }).click();
    await menu.getByRole('link', { name: 'Alle abonnementer' }).click();
    await page.locator('ss-subscriptions').waitFor();
    assert.equal(place(page), listPath);
    assert.deepEqual(guest.errors, []);
  });

  it('open one menu at a time, and Escape closes it and gives the focus back (D6)', async () => {
    await guest.openList('maja', home);
    const menu = menuOf(guest.page);
    const [subscriptions, products] = [menu.getByText('Abonnementer', { exact: true }), menu.getByText('Produkter', { exact: true })];
    await subscriptions.click();
    await products.click();
    assert.equal(await menu.locator('details[open]').count(), 1);
    await menu.getByRole('link', { name: 'Bestillinger' }).focus();
    await guest.page.keyboard.press('Escape');
    await products.and(guest.page.locator(':focus')).waitFor();
    assert.equal(await menu.locator('details[open]').count(), 0);
  });

  it('find their place again after a reload, and after signing in, in either language', async () => {
    const places = [
      [`${home}/bestillinger`, 'orders'],
      [`${home}/bestillinger/findes-ikke`, 'orders/findes-ikke'],
      [`${home}/findes-ikke`, 'findes-ikke'],
    ] as const;
    await guest.openList('maja', home);
    const { page } = guest;
    for (const [address, route] of places)
      for (const query of ['', '?lang=en']) {
        await page.goto(guest.operator + address + query);
        await page.locator('ss-product-order:defined').waitFor();
        assert.deepEqual([await routeOf(page), page.url()], [route, guest.operator + address + query]);
      }
    await page.context().clearCookies();
    await page.goto(`${guest.operator}${home}/bestillinger?lang=en`);
    await page.getByRole('banner').getByRole('link', { name: 'Log ind' }).click();
    await page.getByRole('heading', { name: 'Log ind', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Maja Holm' }).click();
    await page.locator('form.sign-in').getByRole('button', { name: 'Log ind' }).click();
    await page.waitForURL(`${guest.operator}${home}/bestillinger?lang=en`);
  });

  for (const width of [320, 1280])
    describe(`on a screen of ${String(width)} pixels`, () => {
      beforeEach(() => guest.page.setViewportSize({ width, height: 800 }));
      const wide = () => guest.page.evaluate(() => document.documentElement.scrollWidth);

      it('need no scrolling sideways on the operator’s website, also with a menu open', async () => {
        await guest.openList('maja', home);
        await shelfOf(guest.page).waitFor();
        await menuOf(guest.page).getByText('Produkter', { exact: true }).click();
        assert.ok((await wide()) <= width);
      });

      it('stand on the intranet in a section of their own, for whoever may only read too, and need none there', async () => {
        await guest.openIntranet('lars');
        const { page } = guest;
        await page.getByRole('banner').getByRole('link', { name: 'Udstyr' }).click();
        const section = page.getByRole('region', { name: 'Udstyr' });
        await section.locator('ss-product-order').getByRole('heading', { name: 'Produkter', level: 2 }).waitFor();
        await shelfOf(page).waitFor();
        assert.ok((await wide()) <= width);
        assert.deepEqual(guest.errors, []);
      });
    });
});
