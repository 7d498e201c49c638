/** What tabs of one site tell each other of a sign-in. A message only ever takes away: it signs nobody in (T17). */

interface Told {
  readonly who?: unknown;
}

/**
 * Calls `changed` with who has signed in (`sub`), or an empty text for nobody, whenever another tab says so. Returns the way to tell them. In
 * a browser that has no such channels a tab finds out when its token is renewed.
 */
export const betweenTabs = (name: string, changed: (who: string) => void): ((who: string) => void) => {
  if (typeof BroadcastChannel !== 'function') return () => {};
  const channel = new BroadcastChannel(`selvbetjening-sign-in:${name}`);
  channel.addEventListener('message', ({ data }: MessageEvent<Told | null>) => {
    if (typeof data?.who === 'string') changed(data.who);
  });
  return (who) => {
    channel.postMessage({ who });
  };
};
