/** Who gets invoices by e-mail in the example data. */
import data from '../database/data/seed-data.json' with { type: 'json' };
import type { Db } from '../database/database.ts';
import type { ExampleCompany } from '../database/seed/companies.ts';
import { insertRows } from '../database/seed/rows.ts';

export async function insertEInvoices(transaction: Db, companies: readonly ExampleCompany[]): Promise<void> {
  const { companyId, addresses } = data.eFaktura;
  const signedUp = companies.filter(({ key }) => key === companyId);
  await insertRows(
    transaction,
    'e_invoice',
    signedUp.map(({ id }) => ({ company_id: id, addresses, revision: 1 })),
  );
}
