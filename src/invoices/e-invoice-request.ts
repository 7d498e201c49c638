/** What is sent to change eFaktura. Apart from the answer, because an element only writes it: its checks are the backend's to make. */
import * as z from 'zod/mini';
import { mostAddresses } from './e-invoice.ts';

/** `PUT /companies/{c}/e-invoice`, with `If-Match` and `Idempotency-Key`: signs up, or replaces the addresses. */
export const eInvoiceRequest = z.strictObject({
  addresses: z.array(z.string().check(z.maxLength(254))).check(z.minLength(1), z.maxLength(mostAddresses)),
});
export type EInvoiceRequest = z.output<typeof eInvoiceRequest>;
