/** Addresses that something secret is sent to, or that a person is. */

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether an address is plain http on this machine, as in development. */
export const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && loopback.test(hostname);

/** An address with `https:`, or on this machine (T09). Throws a `TypeError` for any other; `what` says whose it is. */
export const safeAddress = (address: string | undefined, what: string): URL => {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || url.username || (url.protocol !== 'https:' && !isLoopback(url)))
    throw new TypeError(`Selvbetjening Elements: "${address ?? ''}" is no address for ${what} (https:, or this machine).`);
  return url;
};

/**
 * The place of this site that was wanted, or `otherwise`: neither another site nor what a browser would take for one, `//` and `/\` and
 * control characters in between (T18).
 */
export const placeWithin = (origin: string, wanted: string, otherwise: string): string => {
  const url = wanted.startsWith('/') ? URL.parse(wanted, origin) : null;
  return url?.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : otherwise;
};
