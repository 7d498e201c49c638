/** Sign-ins that the operator's site has begun. Each belongs to the browser that began it and is good for one answer. */
import { and, eq, lt } from 'drizzle-orm';
import type { SandboxDatabase } from '../database/database.ts';
import type { Attempt } from './code-flow.ts';
import { hashOf } from './random.ts';
import { siteSignIn } from './tables.ts';

/** How long somebody may take to sign in, in seconds. */
export const attemptSeconds = 3600;

/** Keeps an attempt for the browser that holds `browser` in a cookie. */
export async function keepAttempt(database: SandboxDatabase, browser: string, attempt: Attempt, returnTo: string): Promise<void> {
  await database.db.insert(siteSignIn).values({
    stateHash: hashOf(attempt.state),
    browserHash: hashOf(browser),
    nonce: attempt.nonce,
    verifier: attempt.verifier,
    returnTo,
    expiresAt: new Date(Date.now() + attemptSeconds * 1000),
  });
}

/** Takes the attempt that an answer's `state` belongs to, once. Null when this browser has not begun it, or too long ago. */
export async function takeAttempt(
  database: SandboxDatabase,
  browser: string,
  state: string,
): Promise<{ attempt: Attempt; returnTo: string } | null> {
  const [taken] = await database.db
    .delete(siteSignIn)
    .where(and(eq(siteSignIn.stateHash, hashOf(state)), eq(siteSignIn.browserHash, hashOf(browser))))
    .returning();
  if (!taken || taken.expiresAt.getTime() < Date.now()) return null;
  return { attempt: { state, nonce: taken.nonce, verifier: taken.verifier }, returnTo: taken.returnTo };
}

/** Removes what has expired. */
export async function tidyAttempts(database: SandboxDatabase): Promise<void> {
  await database.db.delete(siteSignIn).where(lt(siteSignIn.expiresAt, new Date()));
}
