/** The operator's website: from its public front page through the list and the profiles, as people of different rights. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { listPath, on, signIn, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

describe('the operator’s website', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  /** The names in the list, in its order. */
  const names = (): Promise<string[]> => on(guest.page).rows.locator('td:first-child').getByRole('link').allInnerTexts();

  it('leads from the public front page through signing in to the overview, and from there to the list with both counts (R2.1, R2.2, R9.3, R10.1, R10.2, D7)', async () => {
    guest = await stage.guest();
    const { page } = guest;
    await page.goto(`${stage.operator}/`);
    await page.getByRole('link', { name: 'Log ind på Selvbetjening' }).click();
    const { list, rows, switcher, heading } = on(page);
    const overview = page.locator('ss-overview');
    await overview.getByText('Du er ikke logget ind.').waitFor();
    assert.doesNotMatch(await page.evaluate(() => window.allText()), /Nordlys|Holm/, 'nothing of a company is shown');
    await overview.getByRole('button', { name: 'Log ind' }).click();
    await signIn(page, 'maja');
    assert.equal(page.url(), `${stage.operator}/oversigt`);
    await overview.getByRole('link', { name: 'Alle abonnementer' }).click();
    await rows.first().waitFor();
    assert.equal(page.url(), `${stage.operator}${listPath}`);
    assert.equal(await heading.innerText(), 'Abonnementer');
    await list.getByText('24 brugere · 26 abonnementer').waitFor();
    const all = await names();
    assert.equal(all.length, 26);
    assert.deepEqual(all.slice(0, 4), ['Anders Abildgaard', 'Birthe Bæk', 'Bo Ib', 'Çigdem Demir']);
    assert.deepEqual(all.slice(-5), ['Æmilie Ærtebjerg', 'Øjvind Wæver', 'Aage Østergaard', 'Åse Ågaard', 'Aase Aagaard']);
    const first = rows.first();
    for (const text of ['Mobil 5 GB', 'anders.abildgaard@nordlys.example', '67 10 20 30'])
      assert.ok((await plain(first)).includes(text), text);
    const companies = switcher.getByRole('combobox').getByRole('option');
    const shown = (await companies.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
    assert.deepEqual(shown, [
      'Nordlys Eksempel A/S (CVR 99 00 00 15)',
      'Nordlys Eksempel A/S (CVR 99 00 00 74)',
      'Storkøbing Demo A/S',
      'Ærø Testfærge I/S',
      'Øresund Fiktiv Holding A/S',
      'Østerå Prøvekommune',
      'Aagaard & Søn Demo ApS',
    ]);
  });

  it('finds people as they are typed, and sorts by e-mail address from the keyboard (R11.3, R11.4, R11.6, R11.8, R12.3)', async () => {
    guest = await stage.guest();
    await guest.openList('maja');
    const { page } = guest;
    const { list, rows, search, sort } = on(page);
    await search.pressSequentially('aase');
    await settles(names, ['Åse Ågaard', 'Aase Aagaard']);
    assert.equal(await list.locator('.search').getByRole('status').innerText(), '2 resultater');
    await search.fill('');
    await settles(() => rows.count(), 26);
    await sort.focus();
    await page.keyboard.press('Enter');
    await list.getByRole('menuitemradio', { name: 'Navn' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settles(() => list.locator('th[aria-sort]').evaluateAll(orderOf), ['E-mailadresse ascending']);
    await settles(async () => (await names())[0], 'Aage Østergaard');
    assert.deepEqual((await names()).slice(-3), ['Bo Ib', 'Datasim, varevogn 4', 'Router, lageret']);
    assert.ok(await sort.evaluate(hasFocus), 'the focus is back');
  });

  it('opens a profile by a real link, in this tab and in a new one, without a name in any address or title (R13.1, R13.2, R14.1)', async () => {
    guest = await stage.guest();
    await guest.openList('maja');
    const { page } = guest;
    const { list, name, search, heading } = on(page);
    await search.fill('krogh');
    await list.getByRole('status').filter({ hasText: '1 resultat' }).waitFor();
    // That a click with a key held down is left to the browser is proven in test/ui/link.test.ts.
    const address = await name('Fie Krogh-Sørensen').evaluate((link) => (link as HTMLAnchorElement).href);
    const tab = await guest.context.newPage();
    await tab.goto(address);
    await name('Fie Krogh-Sørensen').click();
    for (const opened of [page, tab]) {
      await on(opened).list.locator('[part=subscription]').waitFor();
      assert.equal(await on(opened).heading.innerText(), 'Fie Krogh-Sørensen');
      const text = await plain(on(opened).list.locator('.cards'));
      for (const fact of ['Mobil 100 GB', '67 10 31 26', '179,00', 'Opsigelsesvarsel', 'Bindingsperiode', 'Startdato'])
        assert.ok(text.includes(fact), `${fact} in ${text}`);
    }
    assert.equal(tab.url(), page.url());
    assert.match(page.url(), /\/erhverv\/abonnementer\/brugere\/[\w-]{16,}$/);
    await page.reload();
    await list.locator('[part=subscription]').waitFor();
    assert.equal(await heading.innerText(), 'Fie Krogh-Sørensen');
    const traces = [...guest.traces, await page.title(), await tab.title()].map((trace) => decodeURIComponent(trace.replaceAll('+', ' ')));
    assert.deepEqual(
      traces.filter((trace) => /krogh|sørensen|fie\b|maja|holm|6710/i.test(trace)),
      [],
    );
  });

  for (const way of ['the list’s own link', 'the browser’s Back'] as const)
    it(`comes back from a profile by ${way} to the same page of the list, at the same place`, async () => {
      guest = await stage.guest();
      await guest.openList('maja');
      const { page } = guest;
      const { list, rows, choice, search, heading, back } = on(page);
      await choice.selectOption({ label: 'Østerå Prøvekommune' });
      await list.getByText('1.800 brugere').waitFor();
      await search.fill('an');
      await list.getByRole('button', { name: 'Næste' }).click();
      await list
        .locator('[part=pager]')
        .getByText(/^Viser 51–100 af/)
        .waitFor();
      const link = rows.nth(30).getByRole('link');
      const chosen = await link.innerText();
      await link.scrollIntoViewIfNeeded();
      const before = { names: await names(), scroll: await page.evaluate(() => scrollY) };
      assert.ok(before.scroll > 500, 'the page has been scrolled');
      await link.click();
      await heading.filter({ hasText: chosen }).waitFor();
      if (way === 'the browser’s Back') await page.goBack();
      else await back.click();
      await rows.first().waitFor();
      assert.deepEqual(await names(), before.names);
      assert.equal(await search.inputValue(), 'an');
      if (way === 'the browser’s Back') {
        await settles(() => page.evaluate(() => scrollY), before.scroll);
      } else {
        assert.ok(await link.evaluate(hasFocus), 'the name has the focus');
        await settles(() => link.evaluate(isInSight), true);
      }
    });

  it('shows nothing of the former company in any frame after a switch, whatever is under way (R5.5, R5.6, R5.8, T05, F20)', async () => {
    guest = await stage.guest();
    await guest.openList('maja');
    const { page } = guest;
    const { rows, choice, search, list } = on(page);
    await search.fill('e');
    await settles(async () => (await list.locator('.search').getByRole('status').innerText()) !== '', true);
    const asked: (() => void)[] = [];
    await page.route('**/users/search', async (route) => {
      await new Promise<void>((resolve) => asked.push(resolve));
      // The request may have been given up meanwhile.
      await route.continue().catch(() => undefined);
    });
    await search.fill('lærke');
    await settles(() => Promise.resolve(asked.length), 1);
    await page.evaluate(() => {
      const select = document.querySelector('ss-company-switcher')?.shadowRoot?.querySelector('select');
      window.mixed = [];
      window.framesSeen = 0;
      const look = () => {
        const company = select?.selectedOptions[0]?.textContent ?? '';
        const text = window.allText(document.querySelector('ss-subscriptions') ?? document);
        if (company.includes('Aagaard')) {
          window.framesSeen += 1;
          if (/nordlys|lærke|anders/i.test(text)) window.mixed.push(text);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
    await settles(() => Promise.resolve(asked.length), 2);
    await page.waitForFunction(() => window.framesSeen > 5);
    for (const release of asked.reverse()) release();
    await list.getByText('3 brugere').waitFor();
    assert.equal(await rows.count(), 3);
    assert.equal(await search.inputValue(), '');
    assert.deepEqual(await page.evaluate(() => window.mixed), []);
  });

  it('brings who signs in from a deep link back to that very place (R2.2, D1)', async () => {
    guest = await stage.guest();
    const { page } = guest;
    const deep = `${stage.operator}${listPath}/brugere/${await idOf(stage.database, 'user', 'u20')}`;
    await page.goto(deep);
    const { list, heading } = on(page);
    await list.getByRole('button', { name: 'Log ind' }).click();
    await signIn(page, 'maja');
    await list.locator('[part=subscription]').waitFor();
    assert.equal(page.url(), deep);
    assert.equal(await heading.innerText(), 'Søren Sørensen');
  });
});

const hasFocus = (element: Element): boolean => (element.getRootNode() as ShadowRoot).activeElement === element;

const orderOf = (heads: Element[]): string[] => heads.map((head) => `${head.textContent.trim()} ${head.ariaSort ?? ''}`);

const isInSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** The text of something, with ordinary spaces only. */
const plain = async (locator: Locator): Promise<string> => (await locator.innerText()).replaceAll(/\s+/g, ' ').replaceAll(/ (?=[@.])/g, '');

declare global {
  interface Window {
    /** What of the former company stood beside the new one. */
    mixed: string[];
    framesSeen: number;
  }
}
