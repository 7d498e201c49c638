/** What the list asks the backend. It rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { invoicePage, type InvoicePage } from './invoice.ts';

export interface InvoiceQuery {
  /** Empty for all. */
  readonly year: string;
  /** Empty for all. */
  readonly state: string;
  readonly offset: number;
  readonly limit: number;
}

/** One page of invoices, the newest first. */
export const listInvoices = (
  client: Client,
  company: string,
  { year, state, offset, limit }: InvoiceQuery,
  signal: AbortSignal,
): Promise<Read<InvoicePage>> =>
  client.read(path('companies', company, 'invoices'), reading(invoicePage), {
    signal,
    query: { ...(year && { year }), ...(state && { state }), offset: String(offset), limit: String(limit) },
  });
