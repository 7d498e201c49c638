/** Addresses that come from outside. */

/**
 * Where to go after signing in: a path of the site at `origin` with its query and fragment, whatever was asked for. Another site, or something that
 * a browser would take for one (`//`, `/\`, a control character in between), becomes `otherwise` (T18).
 */
export function pathWithin(origin: string, wanted: string | undefined, otherwise: string): string {
  if (!wanted?.startsWith('/')) return otherwise;
  const address = URL.canParse(wanted, origin) ? new URL(wanted, origin) : undefined;
  return address?.origin === origin && !address.pathname.startsWith('//') ? address.pathname + address.search + address.hash : otherwise;
}
