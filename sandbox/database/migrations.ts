/** Every change of the schema, in order. One that has been published is never edited: what changes is a new one. */
import { signInMigration } from '../sign-in/migration.ts';
import { addresses } from './migrations/addresses.ts';
import { billing } from './migrations/billing.ts';
import { cases } from './migrations/cases.ts';
import { contract } from './migrations/contract.ts';
import { directory } from './migrations/directory.ts';
import { invoices } from './migrations/invoices.ts';
import { mailFiles } from './migrations/mail-files.ts';
import { mail } from './migrations/mail.ts';
import { orders } from './migrations/orders.ts';
import { products } from './migrations/products.ts';

/** One step of the schema; `sql` may hold several statements and never begins or ends a transaction. */
export interface Migration {
  /** Its name in the database's own list; letters, digits and hyphens. */
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  contract,
  directory,
  signInMigration,
  orders,
  billing,
  mail,
  products,
  addresses,
  invoices,
  mailFiles,
  cases,
];
