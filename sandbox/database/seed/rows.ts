/** Rows of the example data on their way into the tables. */
import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

export interface UserRow {
  readonly id: string;
  readonly key: string | null;
  readonly company_id: string;
  readonly name: string;
  readonly email: string | null;
  readonly cost_centre: string | null;
}

export interface SubscriptionRow {
  readonly id: string;
  readonly key: string | null;
  readonly company_id: string;
  readonly user_id: string | null;
  readonly label: string | null;
  readonly plan_id: string;
  readonly phone: string | null;
  readonly status: 'pendingActive' | 'active' | 'suspended' | 'pendingTerminate' | 'terminated';
  readonly move_date: string | null;
  readonly last_day: string | null;
  readonly start: string;
  readonly bound_until: string | null;
  readonly cost_centre: string | null;
  readonly sim_kind: 'sim' | 'esim' | null;
  readonly sim_number: string | null;
}

/** A user, when there is one, with everything subscribed to. */
export interface Entry {
  readonly user: UserRow | null;
  readonly subscriptions: readonly SubscriptionRow[];
}

/** Inserts any number of rows that share their columns; in one statement, so keep it to some thousands. */
export async function insertRows(transaction: Db, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(
    Object.keys(first).map((column) => sql.identifier(column)),
    sql`, `,
  );
  const name = sql.identifier(table);
  await transaction.execute(
    sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
  );
}
