/** A lock file: one holder at a time, and none that outlives its process. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Whose lock it is. Process numbers come round again, so the moment the process began is kept beside, where the system tells it. */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

/**
 * Takes the lock, also from a process that has died, and resolves to what gives it back.
 *
 * @throws what `refuse` makes of the number of the process that holds it.
 */
export async function takeLock(file: string, refuse: (pid: number) => Error): Promise<() => Promise<void>> {
  const mine = `${file}.${String(process.pid)}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, began: await beginOf(process.pid) } satisfies Holder));
  try {
    for (;;) {
      try {
        // A link appears with its content, so nobody reads a lock half written.
        await link(mine, file);
        return () => rm(file, { force: true });
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      const holder = await readHolder(file);
      if (holder !== null && (await isAlive(holder))) throw refuse(holder.pid);
      await discard(file, `${mine}.stale`, holder);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Removes a dead process's lock. If another was quicker and its living lock was moved aside instead, it is put back. */
async function discard(file: string, aside: string, expected: Holder | null): Promise<void> {
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (JSON.stringify(await readHolder(aside)) !== JSON.stringify(expected)) await rename(aside, file);
  await rm(aside, { force: true });
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    const { pid, began } = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && pid > 0 && typeof began === 'string' ? { pid, began } : null;
  } catch {
    return null;
  }
}

async function isAlive({ pid, began }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    if (!hasCode(error, 'EPERM')) return false;
  }
  return (await beginOf(pid)) === began;
}

/** When a process began, in the kernel's own count; empty where the system has no `/proc`. */
async function beginOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets, which may hold spaces; the moment is the twentieth after it.
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
