/** Slows down whoever guesses passwords (T22). The counts are in the database: a restart or a second instance forgives nothing. */
import { eq, lt, sql } from 'drizzle-orm';
import type { SandboxDatabase } from '../database/database.ts';
import { hashOf } from './random.ts';
import { wrongPassword } from './tables.ts';

/** So many attempts for one name … */
const attemptLimit = 8;
/** … in so many seconds. */
const windowSeconds = 300;

/**
 * Counts an attempt before its password is looked at, so that many at once gain nothing. Names that do not exist are
 * counted like those that do.
 *
 * @returns the seconds to wait, or 0 when the attempt may go on.
 */
export async function countAttempt(database: SandboxDatabase, name: string): Promise<number> {
  const now = new Date();
  const windowStart = new Date(now.getTime() - windowSeconds * 1000);
  const over = sql`${wrongPassword.since} < ${windowStart.toISOString()}`;
  const [row] = await database.db
    .insert(wrongPassword)
    .values({ nameHash: keyOf(name), attempts: 1, since: now })
    .onConflictDoUpdate({
      target: wrongPassword.nameHash,
      set: {
        attempts: sql`case when ${over} then 1 else ${wrongPassword.attempts} + 1 end`,
        since: sql`case when ${over} then ${now.toISOString()}::timestamptz else ${wrongPassword.since} end`,
      },
    })
    .returning();
  if (!row || row.attempts <= attemptLimit) return 0;
  return Math.max(1, Math.ceil((row.since.getTime() + windowSeconds * 1000 - now.getTime()) / 1000));
}

/** The right password clears the count. */
export async function forgetAttempts(database: SandboxDatabase, name: string): Promise<void> {
  await database.db.delete(wrongPassword).where(eq(wrongPassword.nameHash, keyOf(name)));
}

/** Removes counts that no longer matter. */
export async function tidyThrottle(database: SandboxDatabase): Promise<void> {
  await database.db.delete(wrongPassword).where(lt(wrongPassword.since, new Date(Date.now() - windowSeconds * 1000)));
}

/** Capital letters make no other name. */
const keyOf = (name: string): string => hashOf(name.trim().toLowerCase());
