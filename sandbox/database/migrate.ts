/** Bringing a schema up to date: each migration once, in order, all in one transaction. */
import { migrations } from './migrations.ts';

/** Runs SQL that may hold several statements; resolves to the rows of the last. */
export type RunScript = (script: string) => Promise<readonly Record<string, unknown>[]>;

/**
 * Runs what is missing. The caller opens the transaction. Of several instances that start at once on one server, one
 * migrates and the others wait for it.
 */
export async function migrate(run: RunScript): Promise<void> {
  await run(`select pg_advisory_xact_lock(${String(migrationLock)})`);
  await run('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())');
  const applied = new Set((await run('select name from migration')).map((row) => row['name']));
  for (const { name, sql } of migrations) {
    if (applied.has(name)) continue;
    await run(sql);
    await run(`insert into migration (name) values ('${name}')`);
  }
}

/** The number all instances agree on; any would do. */
const migrationLock = 5_371_122;
