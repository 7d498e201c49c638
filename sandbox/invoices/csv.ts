/**
 * All of an invoice as a table: a row for each line, and for each call that is still kept. Spreadsheets in Danish open it as it is: semicolons
 * between cells, commas in amounts, UTF-8 with its mark. Days are written as ISO has them, which every spreadsheet takes for days.
 */
import { sql } from 'drizzle-orm';
import type { InvoiceLine } from '../../src/invoices/invoice-line.ts';
import type { Db } from '../database/database.ts';
import { byUser } from './by-user.ts';
import { callsWhere, type OwnCall } from './calls.ts';
import type { IssuedInvoice } from './document.ts';
import { linesOfRows, listLines, toLine } from './lines.ts';
import { usersInOrder } from './users.ts';
import { groupWords, kindWords, nobody, unitOf } from './words.ts';

/** Reads in a transaction of its own, as whoever asks for the file. */
export type Read = <T>(act: (reader: Db) => Promise<T>) => Promise<T>;

/** How many users' lines are in memory at a time: no more than are worked out before somebody else wants the turn. */
const usersAtOnce = 25;

/** What a cell holds: text, an amount in øre, a plain number, or nothing. */
type Cell = string | number | { readonly øre: number } | null;

/**
 * Columns by their heads. The amounts of calls have a column of their own: they are in the lines already, and whoever adds up the lines' column is
 * to get what the invoice comes to.
 */
const columns = [
  ...['Fakturanummer', 'Fakturadato', 'Type', 'Bruger', 'Telefonnummer', 'Betegnelse', 'Omkostningssted', 'Jeres reference'],
  ...['Gruppe', 'Tekst', 'Navn', 'Land', 'Fra', 'Til', 'Tidspunkt', 'Kaldt nummer'],
  ...['Antal', 'Enhed', 'Pris pr. enhed', 'Beløb ekskl. moms', 'Uden moms', 'Heraf for opkaldet'],
];

/** The file in pieces, of some hundred rows or a thousand. What was invoiced never changes, so that they may be read one after the other. */
export async function* csvOf(read: Read, companyId: string, invoice: IssuedInvoice): AsyncGenerator<string, void, undefined> {
  yield `\u{feff}${record(columns)}`;
  const users = await read((reader) => usersInOrder(reader, invoice.id));
  for (let begin = 0; begin < users.length; begin += usersAtOnce) yield await piece(read, invoice, users.slice(begin, begin + usersAtOnce));
  yield* ofNobody(read, companyId, invoice);
}

/** The rows of some users: of each first the lines, then the calls. */
async function piece(read: Read, invoice: IssuedInvoice, users: readonly { id: string; name: string }[]): Promise<string> {
  const wanted = sql`c.user_id in ${users.map(({ id }) => id)}`;
  const { lines, calls } = await read(async (reader) => ({
    lines: byUser(await linesOfRows(reader, invoice.id, wanted), ({ user_id }) => user_id),
    calls: byUser(invoice.hasCalls ? await callsWhere(reader, invoice.id, wanted) : [], ({ of }) => of.user_id),
  }));
  return users
    .map(({ id, name }) => {
      const own = (lines.get(id) ?? []).map((row) => lineRecord(invoice, name, toLine(row)));
      return [...own, ...(calls.get(id) ?? []).map((call) => callRecord(invoice, name, call))].join('');
    })
    .join('');
}

async function* ofNobody(read: Read, companyId: string, invoice: IssuedInvoice): AsyncGenerator<string, void, undefined> {
  const limit = 1000;
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const page = await read((reader) => listLines(reader, companyId, invoice.id, { user: null, offset, limit }));
    total = page?.total ?? 0;
    yield (page?.items ?? []).map((line) => lineRecord(invoice, nobody, line)).join('');
  }
  const calls = invoice.hasCalls ? await read((reader) => callsWhere(reader, invoice.id, sql`c.user_id is null`)) : [];
  yield calls.map((call) => callRecord(invoice, nobody, call)).join('');
}

const lineRecord = ({ number, issued }: IssuedInvoice, user: string, line: InvoiceLine): string =>
  record([
    ...[number, issued, 'Varelinje', user, line.phone && written(line.phone), line.label, line.costCentre, line.reference],
    ...[groupWords[line.group], kindWords[line.kind], line.name, line.country, line.from, line.to, null, null],
    ...[
      line.quantity,
      unitOf(line),
      line.price && { øre: line.price.amount },
      { øre: line.amount.amount },
      line.vatFree ? 'ja' : 'nej',
      null,
    ],
  ]);

const callRecord = (
  { number, issued }: IssuedInvoice,
  user: string,
  { at, of, group, country, seconds, amount, ...call }: OwnCall,
): string =>
  record([
    ...[number, issued, 'Opkald', user, of.phone && written(of.phone), of.label, of.cost_centre, null],
    ...[groupWords[group], 'Opkald', null, country, null, null, inCopenhagen(at), call.number],
    ...[seconds, 'sek.', null, null, null, { øre: amount.amount }],
  ]);

const time = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Copenhagen' });

/** `2026-10-05 09:05:00`, in Danish time. */
const inCopenhagen = (moment: string): string => time.format(new Date(moment));

/** A number as people write it (NUM-2); others as they travel. */
const written = (phone: string): string => (/^\+45\d{8}$/.test(phone) ? phone.slice(3).replaceAll(/\d\d(?=\d)/g, '$& ') : phone);

const record = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(';')}\r\n`;

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(harmless(cell));
  return typeof cell === 'number' ? String(cell) : decimal(cell.øre);
}

/** `-1234,56`. A number of ours can hold no formula, so a negative one goes without the mark that would make text of it and spoil every sum. */
const decimal = (øre: number): string => {
  const digits = String(Math.abs(øre)).padStart(3, '0');
  return `${øre < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};

/** Text that a spreadsheet would reckon with is marked as text (T15, PRV-8); the wide forms of the signs count as the signs. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text);

/** By RFC 4180, with the semicolon for the comma. */
const quoted = (text: string): string => (/[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
