/** The leak rule of the reliability design: 500 times on the page and off it again, and nothing is left. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession } from 'playwright-core';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { signIn, type Guest } from './guest.ts';
import { Stage } from './stage.ts';

/** What is there after garbage has been collected. `heap` is in bytes. */
interface Weight {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

describe('session, switcher and list', () => {
  let stage: Stage;
  let guest: Guest;
  let devtools: CDPSession;
  before(async () => {
    stage = await Stage.open();
    guest = await stage.guest();
    await guest.page.goto(`${stage.operator}/log-ind?tilbage=/`);
    await signIn(guest.page, 'maja');
    await guest.page.evaluate(watchEverything);
    await guest.page.evaluate(
      `Promise.all(['session', 'company-switcher', 'subscriptions'].map((tag) => import('/elements/ss-' + tag + '.js')))`,
    );
    devtools = await guest.context.newCDPSession(guest.page);
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.enable');
  });
  after(() => stage.close());

  const weigh = async (): Promise<Weight> => {
    for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize') };
  };

  it('leave no node, listener, timer, request, channel or memory after 500 times on the page (F22)', { timeout: 300_000 }, async () => {
    const { page } = guest;
    await page.evaluate(mountAndRemove, 20);
    const first = await weigh();
    await page.evaluate(mountAndRemove, 500);
    const last = await weigh();
    const left = await page.evaluate(() => ({ ...window.left, mounted: 0 }));
    assert.deepEqual(left, { requests: 0, timers: 0, channels: 0, objectUrls: 0, mounted: 0 });
    assert.equal(await page.evaluate(() => window.left.mounted), 520, 'all of them have stood there');
    assert.ok(last.nodes <= first.nodes, `${String(last.nodes - first.nodes)} nodes are left`);
    assert.ok(last.listeners <= first.listeners, `${String(last.listeners - first.listeners)} listeners are left`);
    const growth = last.heap - first.heap;
    assert.ok(growth < 1_000_000, `the heap has grown by ${String(growth)} bytes`);
    assert.deepEqual(guest.errors, []);
  });

  it(
    'leave nothing either after the guide and a profile with a dialog were opened and closed 100 times (F22)',
    { timeout: 300_000 },
    async () => {
      const { page } = guest;
      const user = await idOf(stage.database, 'user', 'u6');
      await page.evaluate(openAndClose, { user, times: 10 });
      const [first, before] = [await weigh(), await page.evaluate(() => ({ ...window.left }))];
      await page.evaluate(openAndClose, { user, times: 100 });
      const [last, left] = [await weigh(), await page.evaluate(() => ({ ...window.left }))];
      assert.deepEqual({ ...left, mounted: 0 }, { ...before, mounted: 0 });
      assert.deepEqual([left.requests, left.mounted - before.mounted], [0, 100]);
      assert.ok(last.nodes <= first.nodes, `${String(last.nodes - first.nodes)} nodes are left`);
      assert.ok(last.listeners <= first.listeners, `${String(last.listeners - first.listeners)} listeners are left`);
      const growth = last.heap - first.heap;
      assert.ok(growth < 1_000_000, `the heap has grown by ${String(growth)} bytes`);
      assert.deepEqual(guest.errors, []);
    },
  );
});

/** Runs in the page: counts what is begun and not ended, and answers from memory what has been answered once. */
function watchEverything(): void {
  window.left = { requests: 0, timers: 0, channels: 0, objectUrls: 0, mounted: 0 };
  const { left } = window;
  const answers = new Map<string, string>();
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    left.requests += 1;
    try {
      const known = answers.get(request.url);
      if (known === undefined) answers.set(request.url, await (await realFetch(request)).text());
      else await new Promise((resolve) => requestAnimationFrame(resolve));
      request.signal.throwIfAborted();
      return new Response(answers.get(request.url) ?? '', { headers: { 'content-type': 'application/json' } });
    } finally {
      left.requests -= 1;
    }
  };
  const timers = new Set<number>();
  const realSet = window.setTimeout.bind(window);
  const realClear = window.clearTimeout.bind(window);
  const note = () => (left.timers = timers.size);
  window.setTimeout = ((act: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) => {
    const timer = realSet(() => {
      timers.delete(timer);
      note();
      act(...values);
    }, delay);
    timers.add(timer);
    note();
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    timers.delete(Number(timer));
    note();
    realClear(timer);
  };
  window.setInterval = () => {
    throw new Error('Nothing here needs an interval.');
  };
  const RealChannel = window.BroadcastChannel;
  window.BroadcastChannel = class extends RealChannel {
    constructor(name: string) {
      super(name);
      left.channels += 1;
    }
    override close(): void {
      left.channels -= 1;
      super.close();
    }
  };
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    left.objectUrls += 1;
    return createObjectURL(object);
  };
}

/** Runs in the page: every third time all is gone again before its first answer. */
async function mountAndRemove(times: number): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let time = 0; time < times; time++) {
    const session = document.createElement('ss-session');
    session.setAttribute('api', '/v1');
    const list = document.createElement('ss-subscriptions');
    session.append(document.createElement('ss-company-switcher'), list);
    document.body.append(session);
    if (time % 3 === 2) await frame();
    else while (!list.shadowRoot?.querySelector('[part=row]')) await frame();
    window.left.mounted += 1;
    session.remove();
  }
  // What has been given up ends in its own time.
  while (window.left.requests > 0) await frame();
  await frame();
}

/** Runs in the page: from the list to the guide, back, to a profile, to a dialog in it, and back, on an element that stays. */
async function openAndClose({ user, times }: { user: string; times: number }): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let list = document.querySelector('ss-subscriptions');
  if (!list) {
    const session = document.createElement('ss-session');
    session.setAttribute('api', '/v1');
    session.append((list = document.createElement('ss-subscriptions')));
    document.body.append(session);
  }
  const root = () => list.shadowRoot;
  const shown = async (selector: string) => {
    while (!root()?.querySelector(selector)) await frame();
  };
  const go = async (route: string, selector: string) => {
    list.setAttribute('route', route);
    await shown(selector);
  };
  await go('', '[part=row]');
  for (let time = 0; time < times; time++) {
    await go('new', '#userKind');
    await go('', '[part=row]');
    await go(`users/${user}`, '.deeds button.ends');
    root()?.querySelector<HTMLElement>('.deeds button.ends')?.click();
    await shown('dialog[open]');
    root()?.querySelector<HTMLElement>('.dialog-actions button')?.click();
    while (root()?.querySelector('dialog')) await frame();
    await go('', '[part=row]');
    window.left.mounted += 1;
  }
  while (window.left.requests > 0) await frame();
  await frame();
}

declare global {
  interface Window {
    left: { requests: number; timers: number; channels: number; objectUrls: number; mounted: number };
  }
}
