/** Filling an empty database with the example data. */
import { sql } from 'drizzle-orm';
import { fillRegister } from '../addresses/fill.ts';
import { openBooks } from '../billing/books.ts';
import { insertEInvoices } from '../invoices/seed-e-invoices.ts';
import { refreshDirectory } from '../subscriptions/directory.ts';
import { insertCases } from '../support-cases/seed-cases.ts';
import data from './data/seed-data.json' with { type: 'json' };
import { rowsOf, type Db, type SandboxDatabase } from './database.ts';
import { exampleCompanies, insertCompanies, insertPeople } from './seed/companies.ts';
import { createDealer } from './seed/dealer.ts';
import { entriesOf } from './seed/entries.ts';
import { fullHistory, insertHistory } from './seed/history.ts';
import { insertPlans, restrictPlans } from './seed/plans.ts';
import { insertProducts } from './seed/products.ts';
import { insertRows, type Entry } from './seed/rows.ts';

export interface SeedOptions {
  /** The business day the dates are reckoned from, `YYYY-MM-DD`. */
  readonly today: string;
  /** How many users c7 gets; 2,000 if nothing is said. */
  readonly users?: number;
  /** How many months of invoices c3, c7 and the two hundred have; 24 if nothing is said. The small ones of the file always have 24. */
  readonly months?: number;
  /** Stops between two batches; then nothing is left of them. */
  readonly stop?: AbortSignal;
}

/** How many entries go into the database at a time. */
const batchSize = 1000;

/** Seeds a database that has no company yet, all or nothing; one that has is left as it is. Several instances may ask at once.
 * Rejects with the reason of `stop`. */
export async function seed(database: SandboxDatabase, options: SeedOptions): Promise<void> {
  const seeded = await database.db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(5371123)`);
    const [found] = await rowsOf<{ companies: boolean; products: boolean; cases: boolean }>(
      transaction,
      sql`select exists (select from company) as companies, exists (select from product) as products,
        exists (select from support_case) as cases`,
    );
    // One that was filled by an earlier version has none yet.
    if (found?.products !== true) await insertProducts(transaction);
    await fillRegister(transaction);
    const filled = found?.companies === true;
    if (!filled) await fill(transaction, options);
    if (found?.cases !== true) await insertCases(transaction, options.today);
    return !filled;
  });
  // Outside the transaction: it tells the planner what there is, and lets the indexes answer without looking at the tables.
  if (seeded)
    await database.db.execute(
      sql`vacuum (analyze) company, membership, telephone_user, subscription, directory, search_word, entrance, entrance_word, invoice,
        charge (company_id, subscription_id, user_id, invoice, invoice_id, kind)`, // what else it holds is long, and looked for by nobody
    );
}

async function fill(transaction: Db, { today, users = 2000, months = fullHistory, stop }: SeedOptions): Promise<void> {
  await insertRows(transaction, 'operator', [operator]);
  const plans = await insertPlans(transaction);
  const companies = exampleCompanies(users);
  await insertCompanies(transaction, companies);
  await restrictPlans(transaction, plans, companies);
  await insertPeople(transaction, companies);
  await openBooks(transaction, today);
  const dealer = createDealer(today, plans);
  // PGlite never lets go of the turn by itself, and signals are heard between two batches.
  const breathe = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    stop?.throwIfAborted();
  };
  let batch: Entry[] = [];
  for (const entry of entriesOf(companies, dealer)) {
    if (batch.push(entry) < batchSize) continue;
    await breathe();
    await insertEntries(transaction, batch);
    batch = [];
  }
  await insertEntries(transaction, batch);
  await insertHistory(transaction, companies, { today, months, breathe });
  await insertEInvoices(transaction, companies);
}

/** Adds users and subscriptions, some thousand at most, and lists them. */
export async function insertEntries(transaction: Db, entries: readonly Entry[]): Promise<void> {
  const users = entries.flatMap(({ user }) => user ?? []);
  const subscriptions = entries.flatMap((entry) => entry.subscriptions);
  await insertRows(transaction, 'telephone_user', users);
  await insertRows(transaction, 'subscription', subscriptions);
  const listed = [...users, ...subscriptions.filter((subscription) => subscription.user_id === null)];
  await refreshDirectory(
    transaction,
    listed.map(({ id }) => id),
  );
}

const operator = {
  name: data.operator.name,
  phone: '+4567000050',
  email: `erhverv@${data.operator.domain}`,
  url: `https://www.${data.operator.domain}/kontakt`,
};
