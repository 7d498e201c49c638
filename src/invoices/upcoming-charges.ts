/** What will stand on the next invoice. */
import * as z from 'zod/mini';
import { day, money, phoneNumber, whole } from '../api/values.ts';

/** `binding` is what a closing leaves to be paid, `refund` what was paid in advance and not used (SUB-9). */
export const chargeKind = z.enum(['setup', 'subscription', 'refund', 'binding', 'simCard', 'product', 'reminder', 'compensation']);
export type ChargeKind = z.output<typeof chargeKind>;

export const charge = z.object({
  id: z.string(),
  kind: chargeKind,
  /** Who it is for, by the name of today; null for a fee, and for a subscription that no person has. */
  user: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** Null for a product or a fee, and so is its plan. */
  subscription: z.nullable(z.object({ id: z.string() })),
  /** The name of the plan. */
  plan: z.nullable(z.string()),
  /** Null for everything else; a refund of a product names it too. */
  product: z.nullable(z.object({ name: z.string(), quantity: whole, reference: z.nullable(z.string()) })),
  phone: z.nullable(phoneNumber),
  /** The days it is for, both included; null for what is charged once. */
  from: z.nullable(day),
  to: z.nullable(day),
  /** Without VAT; negative for what is paid back. */
  amount: money,
});
export type Charge = z.output<typeof charge>;

/** `GET /companies/{c}/upcoming-charges?offset=&limit=`: by user in Danish order. `sum` is of all pages, without VAT. */
export const upcomingCharges = z.object({ items: z.array(charge), total: whole, sum: money, invoiceDate: day });
export type UpcomingCharges = z.output<typeof upcomingCharges>;
