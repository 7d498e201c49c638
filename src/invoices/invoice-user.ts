/** A user on an invoice, with the name they had then (R28.5). */
import * as z from 'zod/mini';
import { pageOf } from '../api/page.ts';
import { money, phoneNumber, whole } from '../api/values.ts';

export const invoiceUser = z.object({
  id: z.string(),
  name: z.string(),
  /** Of their subscriptions on this invoice. */
  phones: z.array(phoneNumber),
  costCentre: z.nullable(z.string()),
  /** What was used in all, wherever: megabytes, minutes, messages. */
  usage: z.object({ data: whole, talk: whole, sms: whole }),
  lines: whole,
  /** All their lines together, without VAT. */
  amount: money,
});
export type InvoiceUser = z.output<typeof invoiceUser>;

/** `POST /companies/{c}/invoices/{id}/users/search`: in Danish order. The body is an `InvoiceUserQuestion`. */
export const invoiceUserPage = pageOf(invoiceUser);
export type InvoiceUserPage = z.output<typeof invoiceUserPage>;
