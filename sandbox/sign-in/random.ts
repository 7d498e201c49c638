/** Unguessable values, and the form in which the database keeps them. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, safe in cookies and addresses. */
export function secretId(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, base64url. Enough for values of {@link secretId}; a person's password needs more than this. */
export function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

/** A value for a form that only somebody who knows `secret` can make, and that does not tell `secret`. */
export function formToken(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url');
}

/** Compares without telling by its duration where two texts differ. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}
