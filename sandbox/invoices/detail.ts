/** A whole invoice in sums (R28.2, R28.3, INV-4), all reckoned when it was issued: however many lines it has, none is looked at. */
import { sql, type SQL } from 'drizzle-orm';
import type { Invoice, InvoiceGroup } from '../../src/invoices/invoice.ts';
import { mostUsersWithCalls } from '../billing/itemised-calls.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { rowsOf, type Db } from '../database/database.ts';
import type { IssuedInvoice } from './document.ts';
import { kroner, summaryColumns, toSummary, type SummaryRow } from './summary.ts';

/** For so many months single calls are kept (PRV-3). */
const keptMonths = 3;

interface Row extends SummaryRow {
  readonly ahead: Invoice['ahead'];
  readonly used: Invoice['used'];
  readonly users: number;
  readonly lines: number;
  readonly groups: readonly { group: InvoiceGroup; amount: number }[];
  readonly of_users: number;
  readonly of_company: number;
  readonly taxable: number;
  readonly vat_free: number;
  readonly vat: number;
  readonly payment_id: string | null;
  readonly credit_notes: Invoice['creditNotes'];
  readonly has_calls: boolean;
}

/** Days as the contract has them: both included. */
const period = (days: SQL): SQL =>
  sql`case when not isempty(${days}) then jsonb_build_object('from', lower(${days}), 'to', upper(${days}) - 1) end`;

/** Whether the calls behind the usage of an invoice `i` are kept: for so many invoice runs, as the books count them. */
export const keepsCalls: SQL = sql`(i.credits is null and i.used is not null and not isempty(i.used) and i.users <= ${mostUsersWithCalls}
  and i.issued >= (select next_invoice from books) - make_interval(months => ${keptMonths}))`;

/** An invoice or credit note of the company; null when it has none such. */
export async function findInvoice(db: Db, companyId: string, invoiceId: string): Promise<IssuedInvoice | null> {
  const [row] = await rowsOf<Row>(
    db,
    sql`select ${summaryColumns}, ${period(sql`i.ahead`)} as ahead, ${period(sql`i.used`)} as used, i.users, i.lines,
        i.of_users::float8, i.of_company::float8, i.taxable::float8, i.vat_free::float8, i.vat::float8, i.payment_id, i.groups,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number) order by number), '[]') from invoice where credits = i.id)
          as credit_notes,
        ${keepsCalls} as has_calls
      from invoice i where i.id = ${invoiceId} and i.company_id = ${companyId}`,
  );
  if (row === undefined) return null;
  const { ahead, used, users, lines, payment_id } = row;
  return {
    ...toSummary(row),
    ...{ ahead, used, users, lines, creditNotes: row.credit_notes, hasCalls: row.has_calls },
    groups: row.groups.map(({ group, amount }) => ({ group, amount: kroner(amount) })),
    ...{ ofUsers: kroner(row.of_users), ofCompany: kroner(row.of_company) },
    ...{ taxable: kroner(row.taxable), vatFree: kroner(row.vat_free), vat: kroner(row.vat) },
    payment: payment_id === null ? null : { id: payment_id, creditor: data.operator.fikCreditor },
  };
}
