/** What `npm start` writes down beside its data: who asked for what, and what went wrong. One line of JSON each, nothing personal (PRV-6, T08). */
import { appendFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LogEntry } from './http/log.ts';

/** A file that is larger when the sandbox starts is begun anew. Bytes. */
const largest = 5 * 1024 * 1024;

/** The ends of both files that are written to. */
export interface LogFiles {
  readonly log: (entry: LogEntry) => void;
  /** The error's name and code only: its words may hold what somebody typed. `requestId` is null outside the API. */
  readonly fault: (requestId: string | null, error: unknown) => void;
  /** Resolves when everything is written. */
  readonly written: () => Promise<void>;
}

/** Opens `access.log` and `faults.log` in a folder. A disk that is full loses lines, and nothing else. */
export async function openLogFiles(folder: string): Promise<LogFiles> {
  const [access, faults] = [await openLines(path.join(folder, 'access.log')), await openLines(path.join(folder, 'faults.log'))];
  return {
    log: (entry) => {
      access.add(entry);
    },
    fault: (requestId, error) => {
      faults.add({ requestId, ...describe(error) });
    },
    written: async () => {
      await Promise.all([access.written(), faults.written()]);
    },
  };
}

async function openLines(file: string): Promise<{ add(line: object): void; written(): Promise<void> }> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largest) await rm(file, { force: true });
  let writing = Promise.resolve();
  return {
    add(line) {
      const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
      writing = writing.then(() => appendFile(file, text, { mode: 0o600 })).catch(() => undefined);
    },
    written: () => writing,
  };
}

/** The kinds of an error and of what caused it, from the outside in, and the first code among them. */
function describe(error: unknown): { error: string; code: string | null } {
  const names: string[] = [];
  let code: string | null = null;
  for (let cause = error; cause instanceof Error && names.length < 5; cause = cause.cause) {
    names.push(cause.name);
    if (code === null && 'code' in cause && typeof cause.code === 'string') ({ code } = cause as { code: string });
  }
  return { error: names.join(' < ') || typeof error, code };
}
