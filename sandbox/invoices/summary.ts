/** An invoice as a row of the list, and as the head of everything else that is said of it. Amounts in the database are øre. */
import { sql, type SQL } from 'drizzle-orm';
import type { InvoiceState, InvoiceSummary } from '../../src/invoices/invoice.ts';

/** What {@link summaryColumns} give. */
export interface SummaryRow {
  readonly id: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string | null;
  readonly total: number;
  readonly paid: number;
  readonly credited: number;
  readonly reminded: string | null;
  readonly credits: InvoiceSummary['credits'];
}

/** Of an invoice `i`. */
export const summaryColumns = sql`i.id, i.number, i.issued::text, i.due::text, i.total::float8, i.paid::float8, i.credited::float8, i.reminded::text,
  (select jsonb_build_object('id', id, 'number', number) from invoice where id = i.credits) as credits`;

/** What is still to be paid of an invoice `i`: never less than nothing, and nothing of a credit note. */
export const outstanding: SQL = sql`case when i.credits is null then greatest(i.total - i.paid - i.credited, 0) else 0 end`;

/** Whether an invoice `i` has been paid, with what was credited of it, if not all. One that came to nothing has. */
export const isSettled: SQL = sql`i.credits is null and i.paid + i.credited >= i.total and not (i.credited >= i.total and i.total > 0)`;

/** An amount as it travels. */
export const kroner = (amount: number): { amount: number; currency: 'DKK' } => ({ amount, currency: 'DKK' });

export function toSummary(row: SummaryRow): InvoiceSummary {
  const { id, number, issued, due, total, paid, credited, reminded, credits } = row;
  const left = credits === null ? Math.max(total - paid - credited, 0) : 0;
  return { id, number, state: stateOf(row), issued, due, total: kroner(total), outstanding: kroner(left), credits, reminded };
}

function stateOf({ credits, total, paid, credited }: SummaryRow): InvoiceState {
  if (credits !== null) return 'creditNote';
  if (total > 0 && credited >= total) return 'credited';
  if (paid + credited >= total) return 'settled';
  return paid > 0 ? 'partiallyPaid' : 'sent';
}
