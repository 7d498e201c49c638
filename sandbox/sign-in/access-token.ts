/** Access tokens as the API meets them (RFC 9068). */
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JWK, JWTVerifyResult } from 'jose';
import { apiAddressOf, apiScope, issuerOf } from './clients.ts';
import type { Origins } from './clients.ts';

/** The claim that names the grant a token was made under. */
export const grantClaim = 'grant';

/** Resolves to the person a token speaks for, or null for a token that is not worth anything here (T07). Rejects when that cannot be found out. */
export type TokenCheck = (token: string) => Promise<string | null>;

/**
 * A check against our own key. Keys that a token brings along or points to (`jwk`, `jku`, `x5u`) are never looked at.
 *
 * @param signingKey the provider's; its private part is left aside
 * @param lives whether a grant is still there: signing out takes it away, and with it tokens that have minutes to live
 */
export function tokenCheck(origins: Origins, signingKey: JWK & { kid: string }, lives: (grant: string) => Promise<boolean>): TokenCheck {
  const { d: _private, ...publicKey } = signingKey;
  const keys = createLocalJWKSet({ keys: [publicKey] });
  const expected = {
    issuer: issuerOf(origins),
    audience: apiAddressOf(origins),
    algorithms: ['ES256'],
    typ: 'at+jwt',
    requiredClaims: ['sub', 'exp', 'iat', 'client_id', grantClaim],
  };
  return async (token) => {
    let verified: JWTVerifyResult;
    try {
      verified = await jwtVerify(token, keys, expected);
    } catch {
      return null;
    }
    const { payload, protectedHeader } = verified;
    if (protectedHeader.kid !== signingKey.kid || typeof payload.sub !== 'string') return null;
    const scopes = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [];
    const grant = payload[grantClaim];
    // A database that does not answer says nothing of the token.
    return scopes.includes(apiScope) && typeof grant === 'string' && (await lives(grant)) ? payload.sub : null;
  };
}
