/**
 * `npm run measure`: how long a person waits, as multiples of the round trip to the backend, on both host sites with c7. Times are taken
 * in the page: from the key or the choice to the first frame after the new rows are there. The round trip is added to every request by the browser.
 */
import type { CDPSession, Page } from 'playwright-core';
import { listPath, on } from '../test/e2e/guest.ts';
import { Stage } from '../test/e2e/stage.ts';
import { bareFetch, installStopwatch } from '../test/e2e/stopwatch.ts';

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
