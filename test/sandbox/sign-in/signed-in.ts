/** The steps of signing in, for tests that begin there. */
import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** The form on the sign-in page that this address leads to. */
export async function signInPage(visitor: Visitor, address: string): Promise<URL> {
  const { at, response } = await visitor.follow(address);
  assert.match(at.pathname, /^\/log-ind\/[\w-]+$/);
  assert.equal(response.status, 200);
  return at;
}

/** Signs in by e-mail address and stops before a redirect that `stop` points out; otherwise ends where there are no more. */
export async function signIn(visitor: Visitor, address: string, email: string, stop?: (next: URL) => boolean) {
  const form = await signInPage(visitor, address);
  const response = await visitor.submit(form, { email, password: 'demo' });
  assert.equal(response.status, 303, 'the password is right');
  return visitor.follow(new URL(response.headers.get('location') ?? '', form), stop);
}

/** Asks the partner's server for a token, as its page does. */
export function askToken(visitor: Visitor, partner: string, reason = 'start', headers: Record<string, string> = {}): Promise<Response> {
  return visitor.send(`${partner}/token`, {
    method: 'POST',
    headers: { origin: partner, 'content-type': 'application/json', 'intranet-request': '1', ...headers },
    body: JSON.stringify({ reason }),
  });
}

/** A token that must be given. */
export async function tokenOf(visitor: Visitor, partner: string, reason = 'start'): Promise<string> {
  const response = await askToken(visitor, partner, reason);
  assert.equal(response.status, 200);
  const { token } = (await response.json()) as { token: string };
  return token;
}
