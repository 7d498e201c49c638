/** Filling a large table quickly. */
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf, type Db } from '../database.ts';

interface Part {
  readonly name: string;
  readonly definition: string;
}

/**
 * Takes the indexes and references of a table away while it is filled, and makes them again from all its rows at once: row by row they cost
 * four times as much as the rows. Whatever the rows offend against rejects then, and the transaction with it. Nobody else may use the
 * table meanwhile.
 */
export async function unindexed(transaction: Db, table: string, fill: () => Promise<void>): Promise<void> {
  const name = sql.identifier(table);
  // References last: they need the keys that they refer to.
  const constraints = await rowsOf<Part>(
    transaction,
    sql`select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = ${table}::regclass and contype in ('p', 'u', 'f') order by contype = 'f', conname`,
  );
  const indexes = await rowsOf<Part>(
    transaction,
    sql`select relname as name, pg_get_indexdef(indexrelid) as definition from pg_index join pg_class on pg_class.oid = indexrelid
      where indrelid = ${table}::regclass and not exists (select from pg_constraint where conindid = indexrelid) order by relname`,
  );
  const each = async (parts: readonly Part[], change: (part: { name: SQL; definition: SQL }) => SQL) => {
    for (const part of parts)
      await transaction.execute(change({ name: sql`${sql.identifier(part.name)}`, definition: sql.raw(part.definition) }));
  };
  await each([...constraints].reverse(), (part) => sql`alter table ${name} drop constraint ${part.name}`);
  await each(indexes, (part) => sql`drop index ${part.name}`);
  await fill();
  await each(constraints, (part) => sql`alter table ${name} add constraint ${part.name} ${part.definition}`);
  await each(indexes, ({ definition }) => definition);
}
