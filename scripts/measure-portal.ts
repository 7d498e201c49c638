/**
 * `npm run measure:portal`: what each place of the portal costs whoever comes to it by its address with nothing in the cache, and by the menu:
 * requests, bytes on the wire, and the time from the address to the content as a multiple of the round trip, which the browser adds to every
 * request. The middle of the runs counts.
 */
import type { CDPSession, Page } from 'playwright-core';
import { Stage } from '../test/e2e/stage.ts';

const runs = 7;
const roundTrip = 100;
const base = '/selvbetjening/';

/** A place, the way to it from the overview, and what is there once its content is. */
const places = [
  ['', '', 'ss-overview [part=cases] li'],
  ['subscriptions', 'Alle abonnementer', 'ss-subscriptions [part=row]'],
  ['products', 'Produkter', 'ss-product-order [part=product]'],
  ['invoices', 'Faktura', 'ss-invoices [part=row]'],
  ['cases', 'Mine supportsager', 'ss-support-cases [part=row]'],
] as const;

interface Cost {
  readonly files: number;
  readonly calls: number;
  /** Of scripts, compressed as they came. */
  readonly bytes: number;
  readonly milliseconds: number;
}

const stage = await Stage.open();
try {
  const guest = await stage.guest({ reducedMotion: 'reduce' });
  await guest.openList('maja', base);
  const { page } = guest;
  const devtools = await guest.context.newCDPSession(page);
  await devtools.send('Network.enable');
  console.log(`round trip ${String(roundTrip)} ms; scripts, calls of the API, kB of scripts, time as a multiple of the round trip`);
  for (const [place, way, content] of places) {
    const cold = await several(() => costOf(page, devtools, content, () => page.goto(`${stage.operator}${base}${place}`), true));
    console.log(line(`/${place}, nothing cached`, cold));
    if (way === '') continue;
    const warm = await several(async () => {
      await page.goto(`${stage.operator}${base}`);
      await page.locator('ss-overview [part=cases] li').first().waitFor();
      await guest.quiet();
      if (place === 'subscriptions') await page.getByRole('button', { name: 'Abonnementer' }).first().click();
      return costOf(
        page,
        devtools,
        content,
        () => page.getByRole('navigation').getByRole('link', { name: way, exact: true }).first().click(),
        false,
      );
    });
    console.log(line(`/${place}, from the overview`, warm));
  }
} finally {
  await stage.close();
}

async function costOf(page: Page, devtools: CDPSession, content: string, go: () => Promise<unknown>, cold: boolean): Promise<Cost> {
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: cold });
  const slow = { offline: false, latency: roundTrip, downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', slow);
  let [files, calls, bytes] = [0, 0, 0];
  const kinds = new Map<string, boolean>();
  const seen = ({ requestId, request }: { requestId: string; request: { url: string } }) => {
    const { pathname } = new URL(request.url);
    const isScript = pathname.endsWith('.js');
    kinds.set(requestId, isScript);
    if (isScript) files += 1;
    if (pathname.startsWith('/v1/')) calls += 1;
  };
  const came = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    if (kinds.get(requestId)) bytes += encodedDataLength;
  };
  devtools.on('Network.requestWillBeSent', seen);
  devtools.on('Network.loadingFinished', came);
  const begun = performance.now();
  await Promise.all([go(), page.locator(content).first().waitFor()]);
  const milliseconds = performance.now() - begun;
  await page.waitForLoadState('networkidle');
  devtools.off('Network.requestWillBeSent', seen);
  devtools.off('Network.loadingFinished', came);
  await devtools.send('Network.emulateNetworkConditions', { ...slow, latency: 0 });
  return { files, calls, bytes, milliseconds };
}

async function several(measure: () => Promise<Cost>): Promise<Cost> {
  const found: Cost[] = [];
  for (let run = 0; run < runs; run++) found.push(await measure());
  const middle = found.sort((one, other) => one.milliseconds - other.milliseconds)[Math.floor(runs / 2)];
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

function line(name: string, { files, calls, bytes, milliseconds }: Cost): string {
  const columns = [files, calls, (bytes / 1000).toFixed(1), `${(milliseconds / roundTrip).toFixed(1)} ×`];
  return name.padEnd(36) + columns.map((column) => String(column).padStart(8)).join('');
}
