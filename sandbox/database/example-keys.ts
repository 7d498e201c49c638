/** The example data by the names they have in the files: `c1`, `u1`, `maja`. Ids themselves are drawn anew in every database. */
import { sql } from 'drizzle-orm';
import { rowsOf, type SandboxDatabase } from './database.ts';

/** What has a key of its own, and the table it stands in. */
const tables = {
  ...{ company: sql`company`, person: sql`person`, user: sql`telephone_user`, subscription: sql`subscription`, plan: sql`plan` },
  product: sql`product`,
};

/**
 * The id of an example.
 *
 * @throws when the database has none with that key.
 */
export async function idOf(database: SandboxDatabase, kind: keyof typeof tables, key: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(database.db, sql`select id from ${tables[kind]} where key = ${key}`);
  if (row === undefined) throw new Error(`The example data have no ${kind} ${key}.`);
  return row.id;
}
