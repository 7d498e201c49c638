/**
 * `npm run measure:invoices`: how long a person waits for an invoice of 100,000 lines, as multiples of the round trip to the backend, which the
 * browser adds to every request. Times are taken in the page, from the key to the frame in which what was asked for stands. Another number of
 * users: `-- 2000`.
 */
import { sql } from 'drizzle-orm';
import { rowsOf } from '../sandbox/database/database.ts';
import { billsOn, billsPath } from '../test/e2e/bills.ts';
import { on } from '../test/e2e/guest.ts';
import { Stage } from '../test/e2e/stage.ts';

/** Runs of each measurement; the median counts. */
const runs = 9;
const roundTrips = [40, 150];
const big = 'Storkøbing Demo A/S';
const users = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 15_000);

const stage = await Stage.open({ users });
try {
  const [invoice] = await rowsOf<{ number: string; users: number; lines: number }>(
    stage.database.db,
    sql`select i.number, i.users, i.lines from invoice i join company c on c.id = i.company_id where c.key = 'c7' order by i.issued desc limit 1`,
  );
  if (!invoice) throw new Error('There is no invoice.');
  console.log(`${String(invoice.users)} users, ${String(invoice.lines)} lines`);
  const guest = await stage.guest({ reducedMotion: 'reduce' });
  await guest.context.addInitScript(installWatch);
  await guest.openList('maja', billsPath);
  const { page } = guest;
  const { bills, row, perUser, names, search } = billsOn(page);
  await on(page).choice.selectOption({ label: big });
  await row(invoice.number).waitFor();
  const devtools = await guest.context.newCDPSession(page);
  await devtools.send('Network.enable');
  for (const roundTrip of roundTrips) {
    const slow = { offline: false, latency: roundTrip, downloadThroughput: -1, uploadThroughput: -1 };
    await devtools.send('Network.emulateNetworkConditions', slow);
    const taken: Record<string, number[]> = {};
    const take = async (name: string, selectors: readonly string[], act: () => Promise<unknown>) => {
      await page.evaluate((wanted) => {
        window.watch.until(wanted);
      }, selectors);
      await act();
      (taken[name] ??= []).push(await page.evaluate(() => window.watch.stopped));
    };
    let longest = 0;
    for (let run = 0; run < runs; run++) {
      await page.goto(`${stage.operator}${billsPath}`);
      await row(invoice.number).waitFor();
      (taken['first request → list'] ??= []).push(await page.evaluate(() => window.watch.firstRow));
      const open = bills.getByRole('link', { name: `Specificeret, faktura ${invoice.number}` });
      await open.focus();
      await guest.quiet();
      await page.evaluate(() => (window.watch.longestTask = 0));
      await take('»Specificeret« → sums', ['.bill'], () => page.keyboard.press('Enter'));
      await perUser.waitFor();
      await names.first().focus();
      await take('user → lines', ['.inside table'], () => page.keyboard.press('Enter'));
      await search.focus();
      await take('key → users found', ['.users[aria-busy=true]', '.users[aria-busy=false]'], () => page.keyboard.press('s'));
      longest = Math.max(longest, await page.evaluate(() => window.watch.longestTask));
    }
    console.log(`\nround trip ${String(roundTrip)} ms, median of ${String(runs)}`);
    for (const [name, values] of Object.entries(taken))
      console.log(`  ${name.padEnd(24)} ${(median(values) / roundTrip).toFixed(2)} ×  (${median(values).toFixed(0)} ms)`);
    console.log(`  longest task             ${longest > 0 ? `${longest.toFixed(0)} ms` : 'under 50 ms'}`);
  }
} finally {
  await stage.close();
}

/** Runs in every page before anything else. */
function installWatch(): void {
  const root = () => document.querySelector('ss-invoices')?.shadowRoot;
  const painted = async (selector: string) => {
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (!root()?.querySelector(selector));
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now();
  };
  const watch = {
    firstRow: Number.NaN,
    longestTask: 0,
    stopped: Promise.resolve(Number.NaN),
    until(selectors: readonly string[]) {
      const begun = new Promise<number>((resolve) => {
        const start = () => {
          resolve(performance.now());
        };
        addEventListener('keydown', start, { once: true, capture: true });
      });
      watch.stopped = begun.then(async (start) => {
        let end = start;
        for (const selector of selectors) end = await painted(selector);
        return end - start;
      });
    },
  };
  window.watch = watch;
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) watch.longestTask = Math.max(watch.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
  void painted('[part=row]').then((end) => {
    const [request] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/'));
    watch.firstRow = end - (request?.startTime ?? Number.NaN);
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

declare global {
  interface Window {
    watch: {
      /** Milliseconds from the first request to the first row on screen. */
      firstRow: number;
      /** Since the invoice was opened, milliseconds; 0 is under 50. */
      longestTask: number;
      /** Milliseconds from the key to what was waited for. */
      stopped: Promise<number>;
      /** Starts with the next key, and stops when these have stood on screen, one after the other. */
      until(selectors: readonly string[]): void;
    };
  }
}
