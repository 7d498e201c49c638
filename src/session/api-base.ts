/** Where the contract is spoken, and where it must never be. */

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The absolute base address for what the host wrote. Throws a `TypeError` for anything a token or cookie must not travel to (T09):
 * only `https:`, plain `http:` on this machine, and the page's own origin will do.
 */
export const apiBase = (api: string): string => {
  // An empty attribute would otherwise mean the page itself, and two slashes any other host.
  const url = /^\s*($|[\\/]{2})/.test(api) ? null : URL.parse(api, document.baseURI);
  const safe =
    url && (url.protocol === 'https:' || (url.protocol === 'http:' && (url.origin === window.origin || loopback.test(url.hostname))));
  if (!safe || url.username || url.search || url.hash)
    throw new TypeError(
      `Selvbetjening Elements: "${api.replace(/\/\/.*@/, '//…@')}" is no address for the API (https:, or this page's origin).`,
    );
  return url.href;
};
