/** A line of an invoice, and the calls behind those of usage. */
import * as z from 'zod/mini';
import { pageOf } from '../api/page.ts';
import { day, money, moment, phoneNumber, whole } from '../api/values.ts';
import { invoiceGroup } from './invoice.ts';

/** What a line is about; together with its group it is what the screen says. */
export const lineKind = z.enum([
  'subscription',
  'setup',
  'binding',
  'simCard',
  'product',
  'data',
  'talk',
  'sms',
  'reminder',
  'compensation',
  'refund',
  'credit',
]);
export type LineKind = z.output<typeof lineKind>;

export const invoiceLine = z.object({
  id: z.string(),
  group: invoiceGroup,
  kind: lineKind,
  /** The name of the plan or product; null for a fee. */
  name: z.nullable(z.string()),
  phone: z.nullable(phoneNumber),
  /** What a subscription is called that no person has. */
  label: z.nullable(z.string()),
  costCentre: z.nullable(z.string()),
  /** The person's own reference of an order. */
  reference: z.nullable(z.string()),
  /** Where it was used, when outside the EU: ISO 3166, two letters. */
  country: z.nullable(z.string()),
  /** Days it is for, both included; null for what is charged once. */
  from: z.nullable(day),
  to: z.nullable(day),
  /** Pieces, megabytes, minutes or messages, by its kind. */
  quantity: whole,
  /** Of one of those, without VAT; null where it is no matter of multiplying, as with part of a month. */
  price: z.nullable(money),
  /** Without VAT; negative for what is paid back. */
  amount: money,
  /** It carries no VAT (INV-3). */
  vatFree: z.boolean(),
});
export type InvoiceLine = z.output<typeof invoiceLine>;

/**
 * `GET /companies/{c}/invoices/{id}/lines?user=&offset=&limit=`: by group, then subscription and day. Without `user` those of no user (R28.4).
 */
export const invoiceLinePage = pageOf(invoiceLine);
export type InvoiceLinePage = z.output<typeof invoiceLinePage>;

export const invoiceCall = z.object({
  at: moment,
  /** The called number with its last two digits hidden, `67 12 34 ••` (PRV-1). */
  number: z.string(),
  seconds: whole,
  group: invoiceGroup,
  country: z.nullable(z.string()),
  /** Without VAT. */
  amount: money,
});
export type InvoiceCall = z.output<typeof invoiceCall>;

/** `GET /companies/{c}/invoices/{id}/calls?user=&offset=&limit=`: the newest last; free ones are left out (PRV-2). Kept for three months. */
export const invoiceCallPage = pageOf(invoiceCall);
export type InvoiceCallPage = z.output<typeof invoiceCallPage>;
