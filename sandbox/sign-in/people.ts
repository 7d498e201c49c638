/** The people who can sign in, as the sites' pages need them. Who may sign in is asked of `session/sign-in-check.ts`. */
import { sql } from 'drizzle-orm';
import { rowsOf } from '../database/database.ts';
import type { SandboxDatabase } from '../database/database.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The person of an id, as tokens and sessions carry it. */
export async function findPerson(database: SandboxDatabase, id: string): Promise<Person | undefined> {
  const [person] = await rowsOf<Person>(database.db, sql`select id, name from person where id = ${id}`);
  return person;
}

/** What each sample sign-in shows, by the person's key. */
export const sampleNotes: ReadonlyMap<string | null, string> = new Map([
  ['maja', 'Administrator i seks virksomheder, læseadgang i en syvende'],
  ['frida', 'Kun adgang til Faktura'],
  ['lars', 'Læseadgang i én virksomhed'],
  ['ida', 'Administrator i én virksomhed'],
  ['uffe', 'Ingen virksomheder'],
  ['mange', 'Administrator i 200 virksomheder'],
  ['dorte', 'Medarbejder hos Eksempeltele'],
]);
