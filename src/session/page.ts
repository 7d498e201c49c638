/** What happens to the page around a session: sleep, the back/forward cache, the network, and other tabs. */

export interface PageWatcher {
  /** Take business data off the screen at once. */
  cover(): void;
  /** Find out again who is here; `quiet` when another tab is the reason, so that two tabs do not ask each other for ever. */
  check(quiet?: boolean): void;
  /** The id of the person on screen, empty for nobody; `undefined` while that is being found out. */
  who(): string | undefined;
  /** What failed may work again. */
  wake(): void;
}

/** Tells a message of this page from those of other tabs. */
const here = Math.random();

/** A tab out of sight for longer than this asks again who is here before it shows anything. Milliseconds. */
const longAway = 5 * 60_000;

/**
 * Watches until the signal aborts. Returns a function that tells the other tabs of this origin who is here now. A message of another
 * tab decides nothing: one that names another person only makes us ask the backend (F24, T17).
 */
export const watchPage = (base: string, signal: AbortSignal, watcher: PageWatcher): ((who: string) => void) => {
  const check = (quiet: boolean) => {
    watcher.cover();
    watcher.check(quiet);
  };
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`selvbetjening:${base}`) : undefined;
  channel?.addEventListener(
    'message',
    ({ data }: MessageEvent<{ from?: number; who?: string } | null>) => {
      const who = watcher.who();
      if (who !== undefined && data?.who !== who && data?.from !== here) check(true);
    },
    { signal },
  );
  signal.addEventListener('abort', () => channel?.close(), { once: true });

  let hiddenAt = Infinity;
  const options = { signal };
  // What goes into the back/forward cache must hold nothing, for it comes back before any script runs (F23, T23).
  window.addEventListener(
    'pagehide',
    (event) => {
      if (event.persisted) watcher.cover();
    },
    options,
  );
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) watcher.check();
    },
    options,
  );
  window.addEventListener(
    'online',
    () => {
      watcher.wake();
    },
    options,
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > longAway) check(false);
    },
    options,
  );
  return (who) => channel?.postMessage({ from: here, who });
};
