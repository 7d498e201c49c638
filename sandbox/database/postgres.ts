/** A PostgreSQL server, for several instances side by side. */
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { SandboxDatabase } from './database.ts';
import { migrate } from './migrate.ts';

/** `server_version_num` of PostgreSQL 15. */
const oldest = 150_000;

/** Connects to a server and migrates. The pool holds at most ten connections. */
export async function openPostgres(url: string): Promise<SandboxDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while it is idle is replaced with the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // One that breaks in the middle of something rejects that, and says so once more.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
      if ((rows[0]?.version ?? 0) < oldest) throw new Error('The database server at DATABASE_URL is older than PostgreSQL 15.');
      await client.query('begin');
      await migrate(async (script) => lastRows(await client.query(script)));
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = drizzle({ client: pool });
  // Drizzle's own never gives a connection back that breaks at the first word of a transaction: ten of those, and there is none left.
  db.transaction = async (act, config) => {
    const client = await pool.connect();
    try {
      return await drizzle({ client }).transaction(act, config);
    } finally {
      client.release();
    }
  };
  return {
    db,
    kind: 'postgres',
    snapshot: () => Promise.reject(new Error('Only PGlite makes snapshots; use pg_dump.')),
    close: () => pool.end(),
  };
}

interface Rows {
  rows: Record<string, unknown>[];
}

/** `pg` answers several statements with a list of results, one with a result. */
const lastRows = (result: Rows | Rows[]): Record<string, unknown>[] => (Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows);
