/** Beginning anew: removing what a former start has kept. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Settings } from './settings.ts';

/** Removes the database and everybody's sessions. The caller holds the lock of the folder. */
export async function removeKept({ folder, databaseUrl }: Settings): Promise<void> {
  await rm(path.join(folder, 'partner'), { recursive: true, force: true });
  if (databaseUrl === undefined) await rm(path.join(folder, 'pg'), { recursive: true, force: true });
  else await emptyServer(databaseUrl);
}

/**
 * Drops and makes the schema `public` anew.
 *
 * @throws when there are tables in it, but none of ours: the address may be a slip.
 */
async function emptyServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number; ours: boolean }>(
      `select count(*)::int as tables, count(*) filter (where tablename = 'sign_in_secret') > 0 as ours from pg_tables where schemaname = 'public'`,
    );
    const [found] = rows;
    if (found && found.tables > 0 && !found.ours)
      throw new Error('The database at DATABASE_URL holds tables that are not the sandbox’s; --fresh leaves it alone.');
    await client.query('drop schema public cascade; create schema public');
  } finally {
    await client.end();
  }
}
