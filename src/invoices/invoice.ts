/** An invoice or a credit note: what it says as a whole, and how it stands (R27, R28). */
import * as z from 'zod/mini';
import type { Read } from '../api/read.ts';
import { day, money, whole } from '../api/values.ts';

/** `credited` is taken back whole by credit notes. Whether what is not paid is overdue depends on the day: see {@link isOverdue}. */
export const invoiceState = z.enum(['sent', 'partiallyPaid', 'settled', 'credited', 'creditNote']);
export type InvoiceState = z.output<typeof invoiceState>;

/** Another document, by the number people call it by. */
const reference = z.object({ id: z.string(), number: z.string() });

const summary = {
  id: z.string(),
  /** Consecutive per operator, `2026110001`. */
  number: z.string(),
  state: invoiceState,
  issued: day,
  /** The last day it can be paid on; null for a credit note. */
  due: z.nullable(day),
  /** With VAT; negative for a credit note (INV-12). */
  total: money,
  /** What is still to be paid of it, with VAT; never negative, nothing of a credit note. */
  outstanding: money,
  /** The invoice a credit note takes back, whole or in part; null for an invoice. */
  credits: z.nullable(reference),
  /** The day of the last reminder; null where there was none. */
  reminded: z.nullable(day),
};

export const invoiceSummary = z.object(summary);
export type InvoiceSummary = z.output<typeof invoiceSummary>;

/** `GET /companies/{c}/invoices?year=&state=&offset=&limit=`: the newest first. All but `items` and `total` is of the whole company. */
export const invoicePage = z.object({
  items: z.array(invoiceSummary),
  total: whole,
  /** The operator's business day: what is due before it is overdue. */
  today: day,
  /** What is to be paid in all, and how much of that is overdue, with VAT. */
  outstanding: money,
  overdue: money,
  /** How many invoices that is. */
  unpaid: whole,
  /** The years there are invoices of, the newest first. */
  years: z.array(whole),
  /** What was invoiced less what was credited in each of the last twelve months that have had an invoice run, the oldest first, with VAT. */
  months: z.array(z.object({ month: z.string().check(z.regex(/^\d{4}-\d\d$/)), amount: money })),
});
export type InvoicePage = z.output<typeof invoicePage>;

/** What the list can be narrowed to (R27.3). `unpaid` takes in what is overdue. */
export const invoiceFilter = z.enum(['unpaid', 'overdue', 'paid', 'creditNotes']);
export type InvoiceFilter = z.output<typeof invoiceFilter>;

/** The groups of an invoice, in the order they stand on it (INV-5). */
export const invoiceGroup = z.enum([
  'subscription',
  'usageDk',
  'usageEu',
  'usageWorld',
  'content',
  'premium',
  'products',
  'oneOff',
  'discount',
  'refund',
]);
export type InvoiceGroup = z.output<typeof invoiceGroup>;

/** Days, both included. */
const period = z.object({ from: day, to: day });

/** `GET /companies/{c}/invoices/{id}`. Sums are without VAT unless they say otherwise, and agree to the øre (INV-4). */
export const invoice = z.object({
  ...summary,
  /** The days whose subscriptions are paid for in advance, and those whose usage is billed afterwards; null where there is none of it. */
  ahead: z.nullable(period),
  used: z.nullable(period),
  /** How many users, and how many lines in all. */
  users: whole,
  lines: whole,
  /** Those with a line, in their order. */
  groups: z.array(z.object({ group: invoiceGroup, amount: money })),
  /** All lines of users together, and those of no user (R28.4): with VAT and without make up `taxable` and `vatFree`. */
  ofUsers: money,
  ofCompany: money,
  taxable: money,
  vatFree: money,
  /** 25 % of `taxable`, rounded once (INV-2, INV-4). */
  vat: money,
  /** How it is paid: the parts of the FIK line, type 71 (INV-8); null where there is nothing to pay. */
  payment: z.nullable(z.object({ id: z.string(), creditor: z.string() })),
  /** The credit notes that take it back, whole or in part. */
  creditNotes: z.array(reference),
  /** Whether single calls are still kept (PRV-3). */
  hasCalls: z.boolean(),
  /** The operator's business day, as in the list. */
  today: day,
});
export type Invoice = z.output<typeof invoice>;

/** Whether something is to be paid that should have been paid already. `false` while that is not known. */
export const isOverdue = ({ due, outstanding }: Read<Pick<InvoiceSummary, 'due' | 'outstanding'>>, today: string | undefined): boolean =>
  (outstanding?.amount ?? 0) > 0 && !!due && today !== undefined && due < today;

/** For so many days it has been overdue. Days have no time zone (FMT-3). */
export const daysOverdue = (due: string, today: string): number => (Date.parse(today) - Date.parse(due)) / 86_400_000;
