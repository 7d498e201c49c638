/** What the operator's pages may load and do: only what comes from the operator itself. */
import type { ServerResponse } from 'node:http';

/**
 * The headers of every page of the operator. `formTargets` are other origins that a form of the page may end up at: a browser checks
 * the whole chain of redirects that follows a form, and signing in for a partner ends at the partner.
 */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types selvbetjening-elements',
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The same for the pages that the provider library sends. */
export function lockDown(response: ServerResponse, formTargets: readonly string[] = []): void {
  for (const [name, value] of Object.entries(pageHeaders(formTargets))) response.setHeader(name, value);
}
