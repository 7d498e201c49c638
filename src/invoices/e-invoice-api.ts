/** What eFaktura asks the backend. Each rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { write } from '../api/write.ts';
import type { EInvoiceRequest } from './e-invoice-request.ts';
import { eInvoice, type EInvoice } from './e-invoice.ts';

/** How a company gets its invoices, and the version that a change is meant for (F18). */
export interface VersionedEInvoice {
  readonly eInvoice: Read<EInvoice>;
  readonly etag: string | undefined;
}

const versioned = (answer: unknown, headers: Headers): VersionedEInvoice => ({
  eInvoice: reading(eInvoice)(answer),
  etag: headers.get('etag') ?? undefined,
});

const at = (company: string): string => path('companies', company, 'e-invoice');

export const readEInvoice = (client: Client, company: string, signal: AbortSignal): Promise<VersionedEInvoice> =>
  client.read(at(company), versioned, { signal });

/** Who is to get the invoice from now on; nobody leaves eFaktura. */
export interface EInvoiceChange extends EInvoiceRequest {
  readonly match: string | undefined;
}

export const changeEInvoice = (
  client: Client,
  company: string,
  { addresses, match }: EInvoiceChange,
  key: string,
  signal: AbortSignal,
): Promise<VersionedEInvoice> =>
  write(client, at(company), versioned, {
    ...(addresses.length ? { method: 'put', body: { addresses } satisfies EInvoiceRequest } : { method: 'delete' }),
    ...{ match, key, signal },
  });
