/** What takes the times of scripts/measure.ts inside the page. */

/** Runs in the page: milliseconds from a fetch to the frame after its answer. */
export async function bareFetch({ address, body }: { address: string; body: string }): Promise<number> {
  const start = performance.now();
  const headers = { 'content-type': 'application/json', 'selvbetjening-request': '1' };
  await (await fetch(address, { method: 'POST', headers, body, cache: 'no-store' })).json();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** Runs in every page before anything else. */
export function installStopwatch(): void {
  const list = () => document.querySelector('ss-subscriptions')?.shadowRoot;
  const rows = () => list()?.querySelector('[part=row]') ?? undefined;
  const busy = () => Boolean(list()?.querySelector('[aria-busy=true], .bones'));
  /** Looks in every frame, before it is painted; resolves when the frame in which it is so has been. */
  const painted = async (condition: () => boolean) => {
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (!condition());
    await new Promise((resolve) => setTimeout(resolve));
  };
  const settled = () => painted(() => rows() !== undefined && !busy());
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
        await painted(busy);
        await settled();
        return performance.now() - start;
      });
    },
  };
  window.stopwatch = watch;
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) watch.longestTask = Math.max(watch.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
  void painted(() => rows() !== undefined).then(() => {
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
