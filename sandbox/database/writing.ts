/** Writing on behalf of a person: one transaction, all or nothing, under the role that reaches only what it was let into. */
import { sql } from 'drizzle-orm';
import type { Db, SandboxDatabase } from './database.ts';

/** After this long, waiting for another writer is given up, milliseconds. */
const lockLimit = 5_000;
const statementLimit = 10_000;
/** A transaction that two writers made impossible is begun again so often. */
const attempts = 4;

/** Runs `act` as the role `app` for a person, once and whole: when it throws, nothing of it has happened. It may run again after a deadlock. */
export async function writeAs<T>(database: SandboxDatabase, personId: string, act: (writer: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.db.transaction(async (transaction) => {
        await transaction.execute(sql`select set_config('role', 'app', true), set_config('app.person', ${personId}, true),
          set_config('statement_timeout', ${String(statementLimit)}, true), set_config('lock_timeout', ${String(lockLimit)}, true)`);
        return act(transaction);
      });
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
    }
  }
}

/** Two transactions stood in each other's way: serialization failure or deadlock. */
const isConflict = (error: unknown): boolean => hasCode(error, '40001') || hasCode(error, '40P01');

/** Whether an error, or what caused it, carries a code of PostgreSQL. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && (('code' in error && error.code === code) || hasCode(error.cause, code));
