/** What happens to the page around a session: sleep, the back/forward cache, the network, and other tabs. */

export interface PageWatcher {
  /** Take business data off the screen at once. */
  cover(): void;
  /** Find out again who is here. */
  check(): void;
  /** What failed may work again. */
  wake(): void;
}

/** A tab out of sight for longer than this asks again who is here before it shows anything. Milliseconds. */
const longAway = 5 * 60_000;

/**
 * Watches until the signal aborts. Returns a function that tells the other tabs of this origin that the session is over. A message
 * of another tab decides nothing: it only makes us ask the backend (T17).
 */
export const watchPage = (base: string, signal: AbortSignal, watcher: PageWatcher): (() => void) => {
  const check = () => {
    watcher.cover();
    watcher.check();
  };
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`selvbetjening:${base}`) : undefined;
  channel?.addEventListener('message', check, { signal });
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
      else if (Date.now() - hiddenAt > longAway) check();
    },
    options,
  );
  return () => channel?.postMessage('over');
};
