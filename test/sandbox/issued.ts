/** Invoices of a test's own, written as the invoice run leaves them, with lines that the example data do not have. */
import { sql } from 'drizzle-orm';
import { newId } from '../../sandbox/database/ids.ts';
import { insertRows } from '../../sandbox/database/seed/rows.ts';
import { invoiceGroup, type InvoiceGroup } from '../../src/invoices/invoice.ts';
import type { Sandbox } from './engines.ts';

/** An entry of the usage of a month, in megabytes, minutes or messages. */
export interface Used {
  readonly group: 'usageDk' | 'usageEu' | 'usageWorld' | 'content' | 'premium';
  readonly kind: 'data' | 'talk' | 'sms';
  readonly quantity: number;
  readonly amount: number;
  readonly price?: number | null;
  readonly country?: string | null;
}

/** A row of the ledger; what is not said is left out. Without `subscription` it is a product, a fee or a credit. */
export interface Row {
  readonly kind: 'subscription' | 'setup' | 'binding' | 'simCard' | 'product' | 'refund' | 'usage' | 'reminder' | 'compensation' | 'credit';
  readonly amount?: number;
  readonly user?: { readonly id: string; readonly name: string };
  readonly subscription?: string;
  readonly plan?: string;
  readonly phone?: string;
  readonly label?: string;
  readonly costCentre?: string;
  readonly reference?: string;
  readonly product?: string;
  readonly quantity?: number;
  readonly days?: readonly [from: string, to: string];
  readonly usage?: readonly Used[];
  readonly vatFree?: boolean;
}

export interface Issue {
  readonly issued: string;
  readonly due?: string;
  readonly rows: readonly Row[];
  readonly number?: string;
  readonly paid?: number;
  readonly credited?: number;
  /** The invoice it takes back; then it is a credit note. */
  readonly credits?: string;
  readonly reminded?: string;
  readonly used?: readonly [from: string, to: string];
}

/** Somebody who is in no list of users any more, or never was. */
export const somebody = (name: string): { id: string; name: string } => ({ id: newId(), name });

const amountOf = ({ amount, usage = [] }: Row): number => amount ?? usage.reduce((all, entry) => all + entry.amount, 0);
const sum = (rows: readonly Row[]): number => rows.reduce((all, row) => all + amountOf(row), 0);

const groupOf: Readonly<Partial<Record<Row['kind'], InvoiceGroup>>> = {
  subscription: 'subscription',
  product: 'products',
  refund: 'refund',
  credit: 'refund',
};

interface GroupSum {
  readonly group: InvoiceGroup;
  readonly amount: number;
}

/** What each group comes to, in their order. */
function groupsOf(rows: readonly Row[]): GroupSum[] {
  const parts = rows.flatMap((row): readonly GroupSum[] => row.usage ?? [{ group: groupOf[row.kind] ?? 'oneOff', amount: amountOf(row) }]);
  return invoiceGroup.options.flatMap((group) => {
    const own = parts.filter((part) => part.group === group);
    return own.length === 0 ? [] : [{ group, amount: own.reduce((all, { amount }) => all + amount, 0) }];
  });
}

/** Half away from zero, as VAT is rounded (INV-4). */
const rounded = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount));

const party = { name: 'Kladde Eksempel', cvr: '99000015', address: ['Prøvevej 1', '8000 Aarhus C'], ean: null };

let numbers = 0;

/** Issues an invoice to a company and gives its id. */
export async function issue(sandbox: Sandbox, company: string, given: Issue): Promise<string> {
  const { issued, due = `${issued.slice(0, 8)}15`, rows, credits = null, paid = 0, credited = 0, reminded = null } = given;
  const id = newId();
  const number = given.number ?? `${issued.slice(0, 4)}${issued.slice(5, 7)}${String(900_001 + numbers++)}`;
  const taxed = sum(rows.filter(({ vatFree }) => vatFree !== true));
  const vat = rounded(taxed / 4);
  const plan = await sandbox.id('plan', 'p-5');
  const head = {
    ...{ id, number, company_id: company, credits, issued, due: credits === null ? due : null, seller: party, buyer: party },
    ...{ taxable: taxed, vat_free: sum(rows) - taxed, vat, paid, credited, reminded },
    ...{ of_users: sum(rows.filter(({ user }) => user)), of_company: sum(rows.filter(({ user }) => !user)) },
    users: new Set(rows.flatMap(({ user }) => user?.id ?? [])).size,
    lines: rows.reduce((all, { usage }) => all + (usage?.length ?? 1), 0),
    groups: groupsOf(rows),
    used: given.used === undefined ? null : `[${given.used.join()}]`,
    // Where nothing is to be paid there is nothing to pay it by, as in the invoice run.
    payment_id: credits === null && sum(rows) + vat > 0 ? '000000000000018' : null,
  };
  await sandbox.database.db.transaction(async (transaction) => {
    // The total is generated, so that the columns must be named.
    const columns = sql.raw(Object.keys(head).join());
    await transaction.execute(
      sql`insert into invoice (${columns}) select ${columns} from jsonb_populate_record(null::invoice, ${JSON.stringify(head)}::jsonb)`,
    );
    await insertRows(
      transaction,
      'charge',
      rows.map((row) => ({
        ...{ id: newId(), company_id: company, invoice_id: id, invoice: issued, due: issued, kind: row.kind, amount: amountOf(row) },
        ...{ subscription_id: row.subscription ?? null, plan_id: row.subscription === undefined ? null : plan },
        ...{ plan: row.subscription === undefined ? null : (row.plan ?? 'Mobil 5 GB') },
        ...{ user_id: row.user?.id ?? null, user_name: row.user?.name ?? null, phone: row.phone ?? null, label: row.label ?? null },
        ...{ cost_centre: row.costCentre ?? null, reference: row.reference ?? null, product: row.product ?? null },
        ...{ quantity: row.quantity ?? null, from_day: row.days?.[0] ?? null, to_day: row.days?.[1] ?? null },
        ...{ usage: row.usage?.map((used) => ({ price: null, country: null, ...used })) ?? null, vat_free: row.vatFree ?? false },
      })),
    );
  });
  return id;
}
