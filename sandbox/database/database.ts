/** Opening the sandbox's database, whichever engine holds it. */
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle's database, or a transaction of one, on either engine. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open database: migrated, not necessarily seeded. */
export interface SandboxDatabase {
  readonly db: Db;
  readonly kind: 'pglite' | 'postgres';
  /** The whole content as one compressed file, to open another one from. Only PGlite can; rejects on PostgreSQL. */
  snapshot(): Promise<Blob>;
  close(): Promise<void>;
}

/** Where the data live: a folder of this machine, a PostgreSQL server, or memory, which may begin as a snapshot. */
export type Place = { folder: string } | { url: string } | { snapshot?: Blob };

/**
 * Opens the database at a place and brings its schema up to date. It does not seed.
 *
 * A page in a browser calls `openMemory` itself, so that its bundle holds nothing made for a server.
 *
 * @throws when another process has the folder open, when the server cannot be reached or is older than PostgreSQL 15.
 */
export async function openDatabase(place: Place): Promise<SandboxDatabase> {
  if ('folder' in place) return (await import('./folder.ts')).openFolder(place.folder);
  if ('url' in place) return (await import('./postgres.ts')).openPostgres(place.url);
  return (await import('./memory.ts')).openMemory(place.snapshot);
}

/** Runs one query. The caller says what a row is; the answers made of rows are checked against the contract in every test. */
export async function rowsOf<Row>(db: Db, query: SQL): Promise<Row[]> {
  return ((await db.execute(query)) as { rows: Row[] }).rows;
}
