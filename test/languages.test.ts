/** Visits every story of the static Storybook with a host's own words for everything, in both languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { browser as installedBrowser } from '../scripts/browser.mjs';
import { bracketed, leftOf } from './languages-left.ts';
import { count, giveWords, keep, lost, readPage, speak, spoken, type Language } from './languages-page.ts';
import { allTexts } from './languages-texts.ts';
import { serveFolder, type StaticServer } from './static-server.ts';
import { StoryPage } from './story-page.ts';

const folder = 'storybook-static';
const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
  entries: Record<string, { id: string; type: 'story' | 'docs'; title: string; name: string }>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const texts = await allTexts();
const left = leftOf(texts);

/** Something to type in, for each element, and the story it is in. */
const fields: readonly (readonly [what: string, story: string, field: string])[] = [
  ['the search of the list', 'ss-subscriptions-list--default', 'input[type=search]'],
  ['a person’s profile', 'ss-subscriptions-profile--edit', '#edit-name'],
  ['the guide for a new subscription', 'ss-subscriptions-new-subscription--user-new', '#name'],
  ['the order of a product', 'ss-product-order--form', 'input:not([type=radio], [type=checkbox]):visible'],
  ['eFaktura', 'ss-invoices-efaktura--not-signed-up', '.addresses input'],
  ['a new support case', 'ss-support-cases-new-case--empty', '#subject'],
  ['the reply to a support case', 'ss-support-cases-case--pending', 'textarea'],
  ['why an article was of no help', 'ss-article-feedback--why', 'textarea'],
  ['the search for a company', 'ss-company-switcher--picker-open', '[role=combobox]'],
];

/** So many pages are open at once, each with a sandbox. */
const together = 2;
/** How long other words may take to come, milliseconds. */
const patience = 5000;
/** As long as nothing new may have been asked for, milliseconds. */
const moment = 800;

describe('every story in a host’s own words', { concurrency: together }, () => {
  let server: StaticServer;
  let browser: Browser;
  const free: StoryPage[] = [];

  before(async () => {
    server = await serveFolder(folder, '/');
    const { args, ...installed } = await installedBrowser();
    browser = await chromium.launch({ ...installed, args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
    const [first] = stories;
    assert.ok(first, 'there are stories');
    for (let page = 0; page < together; page++)
      free.push(
        await StoryPage.open(browser, server.address, first.id, async (context) => {
          // The functions that are carried into the page are given their names by a helper that only this side has.
          await context.addInitScript('globalThis.__name = (named) => named;');
          await context.addInitScript(giveWords, bracketed(texts));
        }),
      );
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Lends a page; never more are asked for than there are, because no more tests run at once. */
  async function onPage(act: (page: StoryPage) => Promise<void>): Promise<void> {
    const page = free.pop();
    assert.ok(page, 'a page is free');
    try {
      await act(page);
      assert.deepEqual(page.misdeeds(), []);
    } finally {
      page.misdeeds();
      free.push(page);
    }
  }

  /** Waits until all words of the story are those of the host in this language; what is not so after a while is told. */
  async function allIn({ page }: StoryPage, language: Language): Promise<void> {
    const end = performance.now() + patience;
    for (;;) {
      const wrong = left(await page.evaluate(readPage), language);
      if (wrong.length === 0) return;
      if (performance.now() > end) assert.deepEqual([...new Set(wrong)], []);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Waits until everything has been answered and nothing more is asked: what is typed is asked for a moment later. */
  const quiet = async ({ page }: StoryPage): Promise<void> => {
    await page.evaluate(() => (window.asked.last = performance.now()));
    await page.waitForFunction((ms) => window.asked.begun === window.asked.ended && performance.now() - window.asked.last > ms, moment);
  };

  // First, on fresh pages: what stories have left behind would be counted too.
  for (const [what, story, selector] of fields)
    it(`${what} keeps its nodes, what was typed and the focus from Danish to English and back, and asks for nothing again (R38.2)`, () =>
      onPage(async (stage) => {
        const { page } = stage;
        await stage.show(story);
        await page.evaluate(count);
        const field = page.locator(selector).first();
        await field.focus();
        await page.keyboard.type('Åse 12');
        await quiet(stage);
        await allIn(stage, 'da');
        assert.ok((await page.evaluate(keep)) > 0, 'there is something to keep');
        const asked = await page.evaluate(() => window.asked.begun);
        for (const language of ['en', 'da'] as const) {
          await page.evaluate(speak, language);
          await allIn(stage, language);
          await quiet(stage);
          assert.deepEqual(await page.evaluate(lost), [], language);
          assert.match(await field.inputValue(), /Åse 12/);
          assert.equal(await page.evaluate(() => window.asked.begun), asked, language);
        }
      }));

  for (const { id, title, name } of stories)
    it(`${title}, ${name}, has every word from the host, in both languages, and keeps its nodes, values and focus when they change (R38.2)`, () =>
      onPage(async (stage) => {
        await stage.show(id);
        const { page } = stage;
        const first: Language = (await page.evaluate(spoken)) === 'en' ? 'en' : 'da';
        const other = first === 'en' ? 'da' : 'en';
        await allIn(stage, first);
        await page.evaluate(keep);
        await page.evaluate(speak, other);
        await allIn(stage, other);
        assert.deepEqual(await page.evaluate(lost), []);
      }));
});
