/** Reading on behalf of a person: one transaction, one moment, under the role that sees only what it was let into. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db, type SandboxDatabase } from './database.ts';

/** After this long a query is given up, milliseconds. */
const statementLimit = 10_000;

/**
 * Runs `act` as the role `app` for a person. Nothing it does can change anything, and everything it reads is of one moment.
 * The planner is told that pages are in memory, where jumping costs no more than reading on; otherwise it shuns the indexes that answer alone.
 */
export async function readAs<T>(database: SandboxDatabase, personId: string, act: (reader: Db) => Promise<T>): Promise<T> {
  return database.db.transaction(
    async (transaction) => {
      await transaction.execute(sql`select set_config('role', 'app', true), set_config('app.person', ${personId}, true),
        set_config('statement_timeout', ${String(statementLimit)}, true), set_config('jit', 'off', true),
        set_config('random_page_cost', '1.1', true)`);
      return act(transaction);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** What a person may do in a company they administer. */
export interface Grant {
  readonly companyId: string;
  /** The company's number in the tables that lists are read from. */
  readonly companyNo: number;
  readonly rights: Readonly<Record<'subscriptions' | 'products' | 'invoices' | 'cases', 'none' | 'read' | 'full'>>;
}

/**
 * Lets the reader into a company, when the person administers it; null otherwise. A company that is not theirs and one that does not
 * exist take the same one look at the same index (T22).
 */
export async function enterCompany(reader: Db, personId: string, companyId: string): Promise<Grant | null> {
  const [found] = await rowsOf<Grant['rights'] & { no: number }>(
    reader,
    sql`select company.no, subscriptions, products, invoices, cases,
        set_config('app.company', company.id, true), set_config('app.company_no', company.no::text, true)
      from membership join company on company.id = membership.company_id
      where person_id = ${personId} and company_id = ${companyId}`,
  );
  if (found === undefined) return null;
  const { no, subscriptions, products, invoices, cases } = found;
  return { companyId, companyNo: no, rights: { subscriptions, products, invoices, cases } };
}
