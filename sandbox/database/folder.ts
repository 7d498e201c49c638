/** PGlite in a folder, held by one process at a time: two that write one folder destroy it, and PGlite lets them. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SandboxDatabase } from './database.ts';
import { takeLock } from './lock.ts';
import { fromPglite } from './memory.ts';

/**
 * Opens the database in a folder, making it when it is not there.
 *
 * @throws an Error that names the other process when the folder is in use, and the system's error when it cannot be written.
 */
export async function openFolder(folder: string): Promise<SandboxDatabase> {
  await mkdir(folder, { recursive: true });
  const release = await takeLock(
    `${path.resolve(folder)}.lock`,
    (pid) => new Error(`The database in ${folder} is already open in process ${String(pid)}. Stop that one, or choose another folder.`),
  );
  try {
    return await fromPglite(await PGlite.create({ dataDir: folder }), release);
  } catch (error) {
    await release();
    throw error;
  }
}
