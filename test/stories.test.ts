/** Visits every story of the static build, served from a folder below the root of a web server that knows only files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { browser as installedBrowser } from '../scripts/browser.mjs';
import { serveFolder, type StaticServer } from './static-server.ts';
import { StoryPage } from './story-page.ts';

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
}

const folder = 'storybook-static';
const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const pages = Object.values(entries).filter(({ type }) => type === 'docs');
/** One story of each element, looked at in forced colours too. */
const samples = new Map(stories.map(({ title, id }): [string, string] => [title, id]).reverse());

/** So many pages are open at once, each with a sandbox. */
const together = 2;

describe('every story of the static Storybook', { concurrency: together }, () => {
  let server: StaticServer;
  let browser: Browser;
  const free: StoryPage[] = [];

  before(async () => {
    server = await serveFolder(folder, '/et/sted/elementer/');
    const { args, ...installed } = await installedBrowser();
    browser = await chromium.launch({ ...installed, args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
    const [first] = stories;
    assert.ok(first, 'there are stories');
    for (let page = 0; page < together; page++) free.push(await StoryPage.open(browser, server.address, first.id));
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

  for (const { id, title, name } of stories)
    it(`${title}, ${name}, is accessible in light and dark, and asks nothing of another origin`, () =>
      onPage(async (stage) => {
        await stage.show(id);
        for (const colorScheme of ['light', 'dark'] as const) {
          await stage.page.emulateMedia({ colorScheme });
          assert.deepEqual(await stage.complaints(), [], colorScheme);
        }
      }));

  for (const [title, id] of samples)
    it(`${title} is accessible in forced colours`, () =>
      onPage(async (stage) => {
        await stage.page.emulateMedia({ forcedColors: 'active' });
        try {
          await stage.show(id);
          assert.deepEqual(await stage.complaints(), []);
        } finally {
          await stage.page.emulateMedia({ forcedColors: 'none' });
        }
      }));

  it('opens with its sidebar, and asks nothing of another origin', () =>
    onPage(async ({ page }) => {
      const frame = page.url();
      await page.goto(`${server.address}?path=/story/${stories[0]?.id ?? ''}`);
      await page.locator('#ss-subscriptions').waitFor();
      await page.goto(frame);
    }));

  for (const { id, title } of pages)
    it(`the page about ${title} opens, and asks nothing of another origin`, () => onPage((stage) => stage.read(id)));
});
