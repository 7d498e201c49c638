/** What the itemised invoice asks the backend first. It rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { invoice, type Invoice } from './invoice.ts';

/** A document, and who asks for it. */
export type Of = readonly [client: Client, company: string, invoice: string];

/** The address of something below a document. */
export const below = ([, company, id]: Of, ...parts: readonly string[]): string => path('companies', company, 'invoices', id, ...parts);

export const readInvoice = (of: Of, signal: AbortSignal): Promise<Read<Invoice>> => of[0].read(below(of), reading(invoice), { signal });
