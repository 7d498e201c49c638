/** What an invoice says in its files, in Danish. Words of the glossary stand as they are there. */
import type { InvoiceLine, LineKind } from '../../src/invoices/invoice-line.ts';
import type { InvoiceGroup } from '../../src/invoices/invoice.ts';

export const groupWords: Readonly<Record<InvoiceGroup, string>> = {
  subscription: 'Abonnement',
  usageDk: 'Forbrug i Danmark',
  usageEu: 'Forbrug i EU',
  usageWorld: 'Forbrug uden for EU',
  content: 'Indholdstakserede tjenester',
  premium: 'Opkald til særtjenester',
  products: 'Produkter',
  oneOff: 'Oprettelse og gebyrer',
  discount: 'Rabat',
  refund: 'Tilbagebetaling',
};

export const kindWords: Readonly<Record<LineKind, string>> = {
  subscription: 'Abonnement',
  setup: 'Oprettelse',
  binding: 'Restbinding',
  simCard: 'Simkort',
  product: 'Produkt',
  data: 'Data',
  talk: 'Taletid',
  sms: 'Sms',
  reminder: 'Rykkergebyr',
  compensation: 'Kompensationsbeløb',
  refund: 'Tilbagebetaling',
  credit: 'Kreditering',
};

/** What the quantity of a line counts. A content service is counted by what was bought, though it is paid by message. */
export const unitOf = ({ kind, group }: Pick<InvoiceLine, 'kind' | 'group'>): string => {
  if (kind === 'data') return 'MB';
  if (kind === 'talk') return 'min.';
  return kind === 'sms' && group !== 'content' ? 'sms' : 'stk.';
};

/** Heads what is billed to nobody in particular (R28.4). */
export const nobody = 'Uden bruger';
