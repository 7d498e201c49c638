/** eFaktura: the invoice by e-mail every month (R30, R31, D19). */
import * as z from 'zod/mini';
import { day, moment } from '../api/values.ts';

/** The most addresses a company may give. */
export const mostAddresses = 100;

/** `waiting` is under way, `failed` was refused by the receiver's mail server for good. */
export const deliveryState = z.enum(['waiting', 'sent', 'failed']);
export type DeliveryState = z.output<typeof deliveryState>;

/** `GET /companies/{c}/e-invoice`, with an `ETag`. `PUT` and `DELETE` answer with the same. */
export const eInvoice = z.object({
  /** Those that get the invoice, in the order they were given; none when the company is not signed up. */
  addresses: z.array(z.string()),
  /** The day the next invoice is sent. */
  next: day,
  /** The company's EAN number (GLN), for structured invoices to public bodies, which are another matter (D19). */
  ean: z.nullable(z.string()),
  /** What was sent last, the newest first, at most fifty. */
  deliveries: z.array(
    z.object({ invoice: z.object({ id: z.string(), number: z.string() }), address: z.string(), state: deliveryState, at: moment }),
  ),
});
export type EInvoice = z.output<typeof eInvoice>;
