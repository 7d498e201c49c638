/** An invoice as files: the PDF, and all of its lines as CSV (R29). */
import { sql } from 'drizzle-orm';
import { rowsOf } from '../database/database.ts';
import { companyFile, type FileCall, type Route } from '../http/route.ts';
import { csvOf } from './csv.ts';
import { findInvoice } from './detail.ts';
import { fileNameOf } from './file-name.ts';
import { mostPdfLines } from './pdf-files.ts';
import { readDocument } from './read-document.ts';

/** The invoice, and the company’s name as it was then; null when the company has none such. */
const found = ({ read, companyId, params }: FileCall) =>
  read(async (reader) => {
    const invoice = await findInvoice(reader, companyId, params['invoice'] ?? '');
    if (invoice === null) return null;
    const [{ buyer } = { buyer: '' }] = await rowsOf<{ buyer: string }>(
      reader,
      sql`select buyer ->> 'name' as buyer from invoice where id = ${invoice.id}`,
    );
    return { invoice, buyer };
  });

const pdf = companyFile({
  path: '/companies/{company}/invoices/{invoice}/pdf',
  summary: 'The invoice as a tagged PDF. While it is being made, 409 says when to ask again.',
  needs: 'invoices',
  type: 'application/pdf',
  problems: ['not-ready'],
  run: async (call) => {
    const { read, companyId, pdfs } = call;
    const of = await found(call);
    if (of === null) return null;
    const body = await pdfs.take(of.invoice.id, async () => {
      const document = await read((reader) => readDocument(reader, companyId, of.invoice.id, { lines: mostPdfLines }));
      if (document === null) throw new Error('An invoice that was just found is gone.');
      return document;
    });
    return { name: fileNameOf(of.invoice, of.buyer, 'pdf'), body };
  },
});

const csv = companyFile({
  path: '/companies/{company}/invoices/{invoice}/csv',
  summary: 'Every line of the invoice, and the calls that are still kept, as a table with Danish separators.',
  needs: 'invoices',
  type: 'text/csv; charset=utf-8',
  run: async (call) => {
    const { read, companyId } = call;
    const of = await found(call);
    return of && { name: fileNameOf(of.invoice, of.buyer, 'csv'), body: csvOf(read, companyId, of.invoice) };
  },
});

export const invoiceFileRoutes: readonly Route[] = [pdf, csv];
