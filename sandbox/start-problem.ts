/** Why the sandbox could not start, in one sentence for the person at the keyboard. */

/** The sentence. What we do not know is told in the system's own words. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return 'The sandbox could not start.';
  const { code, port } = error as Error & { code?: unknown; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is taken. Stop what uses it, or choose another with PORT (operator), PARTNER_PORT (partner) or MAIL_PORT (mail).`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${String(port)} may not be used. Choose one above 1023 with PORT, PARTNER_PORT or MAIL_PORT.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'The database server at DATABASE_URL cannot be reached.';
  // An AggregateError, for instance of a connection that was tried in several ways, has nothing to say itself.
  const [line = ''] = (error.message || error.name).split('\n');
  return line;
}
