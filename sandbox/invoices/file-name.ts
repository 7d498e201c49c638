/** What the files of an invoice are called. */
import type { Invoice } from '../../src/invoices/invoice.ts';

/** Longer names of companies are cut: a name of a file has 255 bytes at most, and a Danish letter takes two of them. */
const longestCompany = 80;

/** Without the signs that one file system or another refuses, and without those that are not seen. */
const safe = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{C}"*/:<>?\\|]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Company, number and date (R29.1): `Nordlys Eksempel AS faktura 2026110001 2026-11-01.pdf`. */
export function fileNameOf(
  { number, issued, credits }: Pick<Invoice, 'number' | 'issued' | 'credits'>,
  company: string,
  extension: 'csv' | 'pdf',
): string {
  const kind = credits === null ? 'faktura' : 'kreditnota';
  // Whole signs, not halves of those that take two places; a name that begins with a full stop would be hidden.
  const name = Array.from(safe(company).replace(/^\.+/, '')).slice(0, longestCompany).join('').trim();
  return `${name} ${kind} ${number} ${issued}.${extension}`.trim();
}
