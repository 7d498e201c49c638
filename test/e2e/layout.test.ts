/** How both sites stand in windows of every size: no page wider than its window, nothing that jumps, and axe on the whole page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { listPath, on, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: typeof Axe;

/** A window of 1280 zoomed to 400 % is 320 wide. */
const widths = [320, 768, 1280, 1440];
const schemes = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

describe('the layout', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
    guest = await stage.guest({ reducedMotion: 'reduce' });
    await guest.openIntranet('maja');
    await guest.page.goto(`${stage.operator}/log-ind?tilbage=${listPath}`);
    await on(guest.page).rows.first().waitFor();
  });
  after(() => stage.close());

  /** What axe has against the page. In forced colours the colours are the person's own, and axe cannot see them. */
  const complaints = async (page: Page, contrast: boolean): Promise<string[]> => {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(
      (enabled) => axe.run({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled } } }),
      contrast,
    );
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`).join('\n')}`,
    );
  };

  const sites = [
    ['the operator’s list', () => `${stage.operator}${listPath}`],
    ['the partner’s list', () => `${stage.partner}/`],
  ] as const;
  for (const [name, address] of sites) {
    for (const width of widths)
      it(`${name} fits a window of ${String(width)} in light, dark and forced colours, and is accessible (F30)`, async () => {
        const { page } = guest;
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address());
        await on(page).rows.first().waitFor();
        for (const [scheme, media] of schemes) {
          await page.emulateMedia(media);
          const [wide, list] = await page.evaluate(() => {
            const page = document.scrollingElement ?? document.body;
            const panel = document.querySelector('ss-subscriptions')?.shadowRoot?.querySelector('.list') ?? document.body;
            return [page.scrollWidth - innerWidth, panel.scrollWidth - panel.clientWidth];
          });
          assert.deepEqual([wide, list], [0, 0], scheme);
          assert.deepEqual(await complaints(page, scheme !== 'forced colours'), [], scheme);
        }
      });

    it(`${name} stands still while it comes, at every width (F03)`, async () => {
      const { page } = guest;
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      const devtools = await guest.context.newCDPSession(page);
      const slow = { latency: 150, downloadThroughput: -1, uploadThroughput: -1, offline: false };
      await devtools.send('Network.emulateNetworkConditions', slow);
      const moved: Record<string, string[]> = {};
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address());
        await on(page).rows.first().waitFor();
        const shifts = await page.evaluate(shiftsSoFar);
        const sum = shifts.reduce((all, shift) => all + Number.parseFloat(shift), 0);
        if (sum >= 0.02) moved[width] = shifts;
      }
      await devtools.detach();
      assert.deepEqual(moved, {});
    });

    it(`${name} shows where the focus is, on everything that Tab reaches`, async () => {
      const { page } = guest;
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address());
      await on(page).rows.first().waitFor();
      await on(page).search.fill('krogh');
      await settles(() => on(page).rows.count(), 1);
      const reached: string[] = [];
      for (let step = 0; step < 3; step++) {
        await page.keyboard.press('Tab');
        const [label, outline] = await on(page).list.evaluate((element) => {
          const focused = element.shadowRoot?.activeElement;
          const style = focused ? getComputedStyle(focused) : undefined;
          return [
            focused?.textContent.trim().split(/\s+/).slice(0, 2).join(' ') ?? '',
            `${style?.outlineStyle ?? ''} ${style?.outlineWidth ?? ''}`,
          ];
        });
        if (!label) break;
        reached.push(label);
        assert.equal(outline, 'solid 2px', label);
      }
      assert.deepEqual(reached, ['Sorter visning', 'Fie Krogh-Sørensen']);
    });
  }
});

/** Runs in the page: each layout shift until now that no input has caused, with its score and what moved. */
const shiftsSoFar = (): Promise<string[]> =>
  new Promise((resolve) => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    new PerformanceObserver((entries, observer) => {
      const shifts = (entries.getEntries() as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput);
      observer.disconnect();
      resolve(shifts.map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(({ node }) => node?.nodeName ?? 'inside').join(' ')}`));
    }).observe({ type: 'layout-shift', buffered: true });
    // Without any shift the observer is never called; what has been painted is known to it after two frames.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0, [])));
  });
