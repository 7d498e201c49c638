/** Documents for the tests of PDFs, and the PDFs read again as a reader of PDFs does. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BilledUser, InvoiceDocument } from '../../sandbox/invoices/document.ts';
import { makePdf } from '../../sandbox/invoices/pdf/make.ts';
import type { InvoiceLine } from '../../src/invoices/invoice-line.ts';

export const money = (amount: number) => ({ amount, currency: 'DKK' as const });

export const line = (part: Partial<InvoiceLine> = {}): InvoiceLine => ({
  ...{ id: 'line', group: 'subscription', kind: 'subscription', name: 'Mobil 20 GB', phone: '+4567102030', label: null, costCentre: null },
  ...{ reference: null, country: null, from: '2026-11-01', to: '2026-11-30', quantity: 1, price: money(11_900), amount: money(11_900) },
  ...{ vatFree: false, ...part },
});

export const user = (name: string, lines: readonly InvoiceLine[]): BilledUser => ({
  ...{ id: name, name, phones: ['+4567102030'], costCentre: 'Økonomi', lines },
  amount: lines.reduce((sum, { amount }) => sum + amount.amount, 0),
});

export const documentOf = (users: readonly BilledUser[], part: Partial<InvoiceDocument['invoice']> = {}): InvoiceDocument => {
  const lines = users.flatMap((one) => one.lines);
  const sum = (of: readonly InvoiceLine[]) => of.reduce((total, { amount }) => total + amount.amount, 0);
  const [taxable, vatFree] = [sum(lines.filter((one) => !one.vatFree)), sum(lines.filter((one) => one.vatFree))];
  const vat = Math.round(taxable / 4);
  return {
    invoice: {
      ...{ id: 'invoice', number: '2026110001', state: 'sent', issued: '2026-11-01', due: '2026-11-16', credits: null, reminded: null },
      ...{ total: money(taxable + vatFree + vat), outstanding: money(taxable + vatFree + vat), hasCalls: false, creditNotes: [] },
      ahead: { from: '2026-11-01', to: '2026-11-30' },
      used: { from: '2026-10-01', to: '2026-10-31' },
      ...{ users: users.length, lines: lines.length, groups: [{ group: 'subscription', amount: money(taxable) }] },
      ...{ ofUsers: money(taxable + vatFree), ofCompany: money(0), taxable: money(taxable), vatFree: money(vatFree), vat: money(vat) },
      payment: { id: '000020261100018', creditor: '89999999' },
      ...part,
    },
    seller: { name: 'Eksempeltele', cvr: '99000082', address: ['Fiktivstræde 3', '1057 København K'], ean: null },
    buyer: { name: 'Østerå Prøvekommune', cvr: '99000031', address: ['Opdigtet Plads 1', '9000 Aalborg'], ean: '9520000000011' },
    users,
  };
};

/** Where a text stands on its page: where it begins and ends, and its baseline from the top; points. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
}

/** The words of each page, what they are (each with all that it is in), and what a reader says of the file. */
export const read = async (document: InvoiceDocument) => {
  const pdf = await getDocument({ data: await makePdf(document), useSystemFonts: false }).promise;
  const pages: string[] = [];
  const placed: Placed[][] = [];
  const tags = new Set<string>();
  const collect = ({ role, children = [] }: { role?: string; children?: unknown[] }, above: string) => {
    if (role) tags.add(above + role);
    for (const child of children) collect(child as { role?: string }, role ? `${above}${role}/` : above);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    placed.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        return { text: item.str, x, y: 841.89 - y, end: x + item.width };
      }),
    );
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
    collect(await page.getStructTree(), '');
  }
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  const marks = await pdf.getMarkInfo();
  await pdf.destroy();
  return { pages, placed, text: pages.join('\n'), tags, info, marks };
};
