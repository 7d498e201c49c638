/** The calls behind an invoice's lines of talk, with numbers that nobody can call (PRV-1, PRV-2, R28.6). */
import { sql, type SQL } from 'drizzle-orm';
import type { InvoiceCall, InvoiceCallPage } from '../../src/invoices/invoice-line.ts';
import { callsOf } from '../billing/itemised-calls.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { keepsCalls } from './detail.ts';
import { ofUser, type LineQuery } from './lines.ts';
import { kroner } from './summary.ts';

/** The usage of a subscription that calls were part of, with the words of the day it was billed. */
interface Talk {
  readonly subscription_id: string;
  readonly user_id: string | null;
  readonly phone: string | null;
  readonly label: string | null;
  readonly cost_centre: string | null;
  readonly from: string;
  readonly to: string;
}

/** A call with whose it was. */
export interface OwnCall extends InvoiceCall {
  readonly of: Omit<Talk, 'from' | 'to'>;
}

/** A page of a user's calls, or of those of no user; null when there is no such document, or no such user on it. */
export async function listCalls(
  reader: Db,
  companyId: string,
  invoiceId: string,
  { user, offset, limit }: LineQuery,
): Promise<InvoiceCallPage | null> {
  const [found] = await rowsOf<{ kept: boolean; known: boolean }>(
    reader,
    sql`select ${keepsCalls} as kept, exists (select from charge c where c.invoice_id = i.id and ${ofUser(user)}) as known
      from invoice i where i.id = ${invoiceId} and i.company_id = ${companyId}`,
  );
  if (found === undefined || (!found.known && user !== null)) return null;
  if (!found.kept) return { items: [], total: 0 };
  const calls = await callsWhere(reader, invoiceId, ofUser(user));
  return { items: calls.slice(offset, offset + limit).map(({ of: _own, ...call }) => call), total: calls.length };
}

/** All calls of rows `c` of a document, the newest last. Ask only where calls are kept. */
export async function callsWhere(db: Db, invoiceId: string, wanted: SQL): Promise<OwnCall[]> {
  const talks = await rowsOf<Talk>(
    db,
    sql`select c.subscription_id, c.user_id, c.phone, c.label, c.cost_centre, c.from_day::text as from, c.to_day::text as to from charge c
      where c.invoice_id = ${invoiceId} and c.kind = 'usage' and c.usage @> '[{"kind":"talk"}]' and ${wanted}
      order by c.phone nulls last, c.subscription_id`,
  );
  return talks.flatMap(itemise).sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

const itemise = ({ from, to, ...of }: Talk): OwnCall[] =>
  callsOf(of.subscription_id, { from, to }).map(({ at, number, seconds, group, country, amount }) => ({
    ...{ at, seconds, group, country, of },
    number: masked(number),
    amount: kroner(amount),
  }));

/** `67 12 34 ••`: six of a Danish number's eight digits are shown, and of any other all but the last two. */
const masked = (number: string): string => {
  const shown = number.slice(0, -2);
  return `${/^\+45\d{6}$/.test(shown) ? shown.slice(3).replaceAll(/\d\d(?=\d)/g, '$& ') : shown} ••`;
};
