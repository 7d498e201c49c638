/** Who may sign in, asked by the sign-in page. */
import { sql } from 'drizzle-orm';
import { rowsOf, type SandboxDatabase } from '../database/database.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** A person as the sign-in knows them. `key` is the short name of the example data, `maja`. */
export interface SignInPerson {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly email: string;
}

/**
 * The person with this e-mail address (or short name) and password, or null. An unknown name takes as long as a wrong
 * password, so that time tells nobody who exists (T22).
 */
export async function checkSignIn(database: SandboxDatabase, name: string, password: string): Promise<SignInPerson | null> {
  const wanted = name.trim().toLowerCase();
  const asked = sql`select id, key, name, email, password from person where lower(email) = ${wanted} or key = ${wanted}`;
  // PostgreSQL has no text with a NUL in it, and takes none.
  const [person] = wanted.includes('\0') ? [] : await rowsOf<SignInPerson & { password: string }>(database.db, asked);
  if (person === undefined) {
    await hashPassword(password);
    return null;
  }
  const { password: stored, ...known } = person;
  return (await verifyPassword(stored, password)) ? known : null;
}

/** The people who can sign in, in the order of the example data; the sign-in page lists them as buttons. */
export async function listSignIns(database: SandboxDatabase): Promise<SignInPerson[]> {
  return rowsOf(database.db, sql`select id, key, name, email from person where key is not null order by sample_order, name`);
}
