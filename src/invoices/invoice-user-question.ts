/** The question of a search among the users of an invoice. Apart from the answer, because an element only writes it. */
import * as z from 'zod/mini';
import { whole } from '../api/values.ts';

/** A name or digits of a number; a POST, so that it stands in no address (PRV-6). */
export const invoiceUserQuestion = z.strictObject({
  search: z.string().check(z.maxLength(100)),
  offset: whole.check(z.minimum(0)),
  limit: whole.check(z.minimum(1), z.maximum(100)),
});
export type InvoiceUserQuestion = z.output<typeof invoiceUserQuestion>;
