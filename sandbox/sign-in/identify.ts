/** Who sends a request to the API. */
import type { TokenCheck } from './access-token.ts';
import type { SiteSessions } from './site-sessions.ts';

/** Who it is, and how we know. */
export interface Identity {
  readonly personId: string;
  readonly via: 'cookie' | 'token';
}

/**
 * Reads the `Authorization` header, and only where there is none the session cookie: a token that is worth nothing is not
 * made good by a cookie that came along. Addresses are never looked into (T07).
 */
export function identifier(sessions: SiteSessions, check: TokenCheck): (request: Request) => Promise<Identity | null> {
  return async (request) => {
    const authorization = request.headers.get('authorization');
    if (authorization !== null) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
      const personId = token === undefined ? null : await check(token);
      return personId === null ? null : { personId, via: 'token' };
    }
    const session = await sessions.find(request.headers.get('cookie') ?? '');
    return session && { personId: session.personId, via: 'cookie' };
  };
}
