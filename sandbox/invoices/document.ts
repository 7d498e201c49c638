/** A whole invoice as its PDF and its CSV file say it. Amounts are øre, without VAT unless they say otherwise. */
import type { InvoiceLine } from '../../src/invoices/invoice-line.ts';
import type { Invoice } from '../../src/invoices/invoice.ts';

/** What an invoice says whatever day it is. */
export type IssuedInvoice = Omit<Invoice, 'today'>;

/** Seller or buyer as they were on the day of the invoice (INV-1). */
export interface Party {
  readonly name: string;
  /** Eight digits. */
  readonly cvr: string;
  /** Lines as they stand on an envelope; none where no address is known. */
  readonly address: readonly string[];
  /** The EAN number (GLN) of a public body. */
  readonly ean: string | null;
}

/** What is billed to one user, by the name they had then; `id` is null for what is billed to nobody in particular (R28.4). */
export interface BilledUser {
  readonly id: string | null;
  readonly name: string;
  readonly phones: readonly string[];
  readonly costCentre: string | null;
  readonly amount: number;
  /** In the order they are shown. */
  readonly lines: readonly InvoiceLine[];
}

export interface InvoiceDocument {
  readonly invoice: IssuedInvoice;
  readonly seller: Party;
  readonly buyer: Party;
  /** In Danish order; what is billed to nobody comes last. */
  readonly users: readonly BilledUser[];
}
