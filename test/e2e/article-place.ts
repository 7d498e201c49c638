/** What is looked at in each place of the walk; each gives what is wrong there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { sightOfFocus } from './article-focus.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: typeof Axe;

/** axe has nothing against the page, its colours included. */
export async function accessible(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await axe.run({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: true } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`));
  });
}

/** Nothing is wider than the window, and nothing has to be moved sideways in a window of its own. */
export async function narrow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (element.matches('input, textarea, .visually-hidden') || element.scrollWidth <= element.clientWidth + 1) continue;
        if (/auto|scroll/.test(getComputedStyle(element).overflowX)) found.push(`${element.localName}.${element.className}`);
      }
    };
    visit(document);
    const page = document.scrollingElement ?? document.body;
    return page.scrollWidth > innerWidth ? [`the page is ${String(page.scrollWidth)} wide`, ...found] : found;
  });
}

/** Goes through all that Tab leads to, once around: each stop is in sight, and nothing lies over it. */
export async function reachable(page: Page): Promise<string[]> {
  await page.evaluate(() => (window.stops = []));
  const hidden: string[] = [];
  let reached = 0;
  while (reached < 250) {
    await page.keyboard.press('Tab');
    const [isNew, sight] = [await page.evaluate(isNewStop), await page.evaluate(sightOfFocus)];
    if (!isNew) break;
    reached += 1;
    if (sight) hidden.push(sight);
  }
  return reached > 2 ? hidden : ['hardly anything is reached', ...hidden];
}

/** Runs in the page: whether the focus has not been here before; on the way around it is on the page itself once. */
const isNewStop = (): boolean => {
  let focused = document.activeElement ?? document.body;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  // A field for a day has several stops in a row.
  if (window.stops.at(-1) !== focused && window.stops.includes(focused)) return false;
  window.stops.push(focused);
  return true;
};

declare global {
  interface Window {
    stops: Element[];
  }
}
