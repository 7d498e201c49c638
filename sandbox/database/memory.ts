/** PGlite in memory, in Node and in the browser alike. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { SandboxDatabase } from './database.ts';
import { migrate } from './migrate.ts';

/** Opens an empty database in memory, or a copy of a snapshot. */
export async function openMemory(snapshot?: Blob): Promise<SandboxDatabase> {
  return fromPglite(await PGlite.create(snapshot === undefined ? {} : { loadDataDir: snapshot }));
}

/** Migrates an open PGlite. `released` is called once it is closed. */
export async function fromPglite(client: PGlite, released: () => Promise<void> = async () => {}): Promise<SandboxDatabase> {
  const close = async () => {
    await client.close();
    await released();
  };
  try {
    await client.transaction((transaction) => migrate(async (script) => (await transaction.exec(script)).at(-1)?.rows ?? []));
  } catch (error) {
    await close();
    throw error;
  }
  return { db: drizzle({ client }), kind: 'pglite', snapshot: () => client.dumpDataDir('gzip'), close };
}
