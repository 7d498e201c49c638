/**
 * `npm run measure`: how long a person waits, as multiples of the round trip to the backend, on both host sites with c7. Times are taken
 * in the page: from the key or the choice to the first frame after the new rows are there. The round trip is added to every request by the browser.
 */
import type { CDPSession, Page } from 'playwright-core';
import { listPath, on } from '../test/e2e/guest.ts';
import { Stage } from '../test/e2e/stage.ts';

/** Runs of each measurement; the median counts. */
const runs = 15;
const roundTrips = [40, 150];
const big = 'Storkøbing Demo A/S';
const other = 'Østerå Prøvekommune';

const stage = await Stage.open({ partner: true, users: 2000 });
try {
  const guest = await stage.guest({ reducedMotion: 'reduce' });
  await guest.openIntranet('maja');
  await guest.page.goto(`${stage.operator}/log-ind?tilbage=${listPath}`);
  await on(guest.page).rows.first().waitFor();
  await guest.context.addInitScript(installStopwatch);
  const devtools = await guest.context.newCDPSession(guest.page);
  for (const [site, address] of [
    ['operator', `${stage.operator}${listPath}`],
    ['partner', `${stage.partner}/`],
  ] as const)
    for (const roundTrip of roundTrips) await measure(guest.page, devtools, site, address, roundTrip);
} finally {
  await stage.close();
}

async function measure(page: Page, devtools: CDPSession, site: string, address: string, roundTrip: number): Promise<void> {
  const slow = { offline: false, latency: roundTrip, downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow);
  const { rows, choice, search } = on(page);
  const requests: string[] = [];
  const count = () => requests.splice(0).join(', ');
  const requestsSeen: { address: string; body: string }[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/users/search')) requestsSeen.push({ address: request.url(), body: request.postData() ?? '' });
    if (request.url().includes('/v1/')) requests.push(`${request.method()} ${new URL(request.url()).pathname.split('/').at(-1) ?? ''}`);
  });

  const first: number[] = [];
  let opening = '';
  for (let run = 0; run < runs; run++) {
    await page.goto(address);
    await rows.first().waitFor();
    opening = count();
    first.push(await page.evaluate(() => window.stopwatch.firstRow));
  }

  const switches: number[] = [];
  let switching = '';
  for (let run = 0; run <= runs; run++) {
    await page.evaluate(() => window.stopwatch.start('change'));
    await choice.selectOption({ label: run % 2 === 0 ? big : other });
    switches.push(await page.evaluate(() => window.stopwatch.stopped));
    switching = count();
  }

  const keys: number[] = [];
  let typing = '';
  await choice.selectOption({ label: big });
  await page.evaluate(() => window.stopwatch.settled());
  count();
  await search.focus();
  for (let run = 0; run <= runs; run++) {
    await page.evaluate(() => window.stopwatch.start('keydown'));
    await page.keyboard.press(run % 2 === 0 ? 'a' : 'Backspace');
    keys.push(await page.evaluate(() => window.stopwatch.stopped));
    typing = count();
  }
  // The same question asked by a bare fetch, with one paint after it: what is left for us to lose.
  const bare: number[] = [];
  const question = site === 'operator' ? requestsSeen.at(-1) : undefined;
  for (let run = 0; question !== undefined && run < runs; run++) bare.push(await page.evaluate(bareFetch, question));
  const longest = await page.evaluate(() => window.stopwatch.longestTask);

  const times = (values: readonly number[]) => `${(median(values) / roundTrip).toFixed(2)} ×  (${median(values).toFixed(0)} ms)`;
  console.log(`
${site}, round trip ${String(roundTrip)} ms, median of ${String(runs)}
  first request → first row painted   ${times(first)}   ${opening}
  company chosen → its rows painted   ${times(switches.slice(1))}   ${switching}
  key → rows painted, first search    ${((keys[0] ?? 0) / roundTrip).toFixed(2)} ×
  key → rows painted, later searches  ${times(keys.slice(1))}   ${typing}
${bare.length > 0 ? `  the same by a bare fetch            ${times(bare)}\n` : ''}  longest task with 50 rows           ${longest > 0 ? `${longest.toFixed(0)} ms` : 'under 50 ms'}`);
  page.removeAllListeners('request');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs in the page: milliseconds from a fetch to the frame after its answer. */
async function bareFetch({ address, body }: { address: string; body: string }): Promise<number> {
  const start = performance.now();
  const headers = { 'content-type': 'application/json', 'selvbetjening-request': '1' };
  await (await fetch(address, { method: 'POST', headers, body, cache: 'no-store' })).json();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** Runs in every page before anything else. */
function installStopwatch(): void {
  const list = () => document.querySelector('ss-subscriptions')?.shadowRoot;
  const rows = () => list()?.querySelector('[part=row]') ?? undefined;
  const busy = () => Boolean(list()?.querySelector('[aria-busy=true], .bones'));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const settled = async () => {
    await until(() => rows() !== undefined && !busy());
    await painted();
  };
  const watch = {
    firstRow: Number.NaN,
    longestTask: 0,
    stopped: Promise.resolve(Number.NaN),
    settled,
    /** Starts with the next event of this type, and stops when rows that were not there stand on screen. */
    start(type: 'keydown' | 'change') {
      const begun = new Promise<number>((resolve) => {
        const target = type === 'keydown' ? window : (document.querySelector('ss-company-switcher')?.shadowRoot ?? window);
        target.addEventListener(type, () => resolve(performance.now()), { once: true, capture: true });
      });
      watch.stopped = begun.then(async (start) => {
        await until(busy);
        await settled();
        return performance.now() - start;
      });
    },
  };
  window.stopwatch = watch;
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) watch.longestTask = Math.max(watch.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
  void until(() => rows() !== undefined)
    .then(painted)
    .then(() => {
      const end = performance.now();
      const [request] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/'));
      watch.firstRow = end - (request?.startTime ?? Number.NaN);
    });
}

declare global {
  interface Window {
    stopwatch: {
      /** Milliseconds from the first request to the first row on screen. */
      firstRow: number;
      longestTask: number;
      stopped: Promise<number>;
      settled(): Promise<void>;
      start(type: 'keydown' | 'change'): void;
    };
  }
}
