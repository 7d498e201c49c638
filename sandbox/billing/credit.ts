/** Credit notes: taking back what an invoice has charged, whole or in part (INV-12). */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { addUp } from './issue.ts';
import { takeNumbers } from './numbers.ts';

export interface Credit {
  readonly invoiceId: string;
  /** Rows of the ledger that stand on the invoice, or all that have not been taken back yet. */
  readonly lines: readonly string[] | 'whole';
  /** The business day, `YYYY-MM-DD`. */
  readonly day: string;
}

/** Why nothing was credited. */
export class CreditRefused extends Error {
  readonly reason: 'missing' | 'creditNote' | 'notOfInvoice' | 'nothingLeft' | 'tooMuch';

  constructor(reason: CreditRefused['reason']) {
    super(`Nothing is credited: ${reason}.`);
    this.reason = reason;
  }
}

/**
 * Issues a credit note in the caller's transaction: a document with a number of its own that refers to the invoice, with a negative line for
 * each that is taken back. Resolves to its id. Each line is taken back once, by whomever, so that never more is credited than was charged.
 *
 * @throws CreditRefused when there is no such invoice, or it is a credit note itself, when a line is not on it, or has been taken back, and when
 *   more would be taken back than the invoice came to, or nothing
 */
export async function creditInvoice(writer: Db, { invoiceId, lines, day }: Credit): Promise<string> {
  const [invoice] = await rowsOf<{ company_id: string; is_note: boolean }>(
    writer,
    sql`select company_id, credits is not null as is_note from invoice where id = ${invoiceId} for no key update`,
  );
  if (invoice === undefined) throw new CreditRefused('missing');
  if (invoice.is_note) throw new CreditRefused('creditNote');
  const found = await rowsOf<{ id: string; taken: boolean }>(
    writer,
    sql`select c.id, exists (select from charge r where r.reverses = c.id) or c.amount = 0 as taken from charge c where c.invoice_id = ${invoiceId}`,
  );
  const wanted = lines === 'whole' ? found : found.filter(({ id }) => lines.includes(id));
  if (lines !== 'whole' && wanted.length < new Set(lines).size) throw new CreditRefused('notOfInvoice');
  const left = wanted.filter(({ taken }) => !taken).map(({ id }) => id);
  if (left.length === 0 || (lines !== 'whole' && left.length < wanted.length)) throw new CreditRefused('nothingLeft');
  const id = await issueNote(writer, invoiceId, day);
  await writer.execute(sql`
    insert into charge (company_id, subscription_id, plan_id, plan, user_id, user_name, label, phone, cost_centre, product, quantity, reference,
      vat_free, from_day, to_day, kind, amount, due, invoice, invoice_id, reverses)
    select company_id, subscription_id, plan_id, plan, user_id, user_name, label, phone, cost_centre, product, quantity, reference,
      vat_free, from_day, to_day, 'credit', -amount, ${day}::date, ${day}::date, ${id}, id
    from charge where id in (select jsonb_array_elements_text(${JSON.stringify(left)}::jsonb))`);
  await addUp(writer, sql`i.id = ${id}`);
  await settleVat(writer, invoiceId, id);
  return id;
}

/** The head of a note, with both parties as the invoice names them. */
async function issueNote(writer: Db, invoiceId: string, day: string): Promise<string> {
  const [number] = await takeNumbers(writer, day, 1);
  const id = newId();
  await writer.execute(sql`
    insert into invoice (id, company_id, number, credits, issued, seller, buyer, taxable, vat_free, vat, of_users, of_company, users, lines)
    select ${id}, company_id, ${number ?? ''}, id, ${day}, seller, buyer, 0, 0, 0, 0, 0, 0, 0 from invoice where id = ${invoiceId}`);
  return id;
}

/**
 * Counts a note as credited. Of the first, or the only one, VAT is a quarter, rounded once. What all notes of an invoice come to so far is a
 * quarter of all they have taken back, rounded once, and each further note has what is missing of that: so it is less than an øre from a
 * quarter of its own lines, however many there are nothing adds up, and when all has been taken back they come to the invoice (INV-4, INV-12).
 */
async function settleVat(writer: Db, invoiceId: string, noteId: string): Promise<void> {
  const [found] = await rowsOf<{ vat: number; net: number; net_left: number; gross_left: number }>(
    writer,
    sql`select round(taken.taxable * 0.25)::float8 - coalesce(earlier.vat, 0)::float8 as vat, -(note.taxable + note.vat_free)::float8 as net,
        (i.taxable + i.vat_free + coalesce(earlier.net, 0))::float8 as net_left, (i.total - i.credited)::float8 as gross_left
      from invoice note join invoice i on i.id = note.credits cross join lateral (
        select -sum(vat) as vat, sum(taxable + vat_free) as net from invoice where credits = ${invoiceId} and id <> note.id
      ) earlier cross join lateral (select -sum(taxable) as taxable from invoice where credits = ${invoiceId}) taken
      where note.id = ${noteId}`,
  );
  if (found === undefined) throw new CreditRefused('missing');
  const { vat, net, net_left, gross_left } = found;
  if (net <= 0 || net > net_left || net + vat > gross_left) throw new CreditRefused('tooMuch');
  await writer.execute(sql`update invoice set vat = ${-vat}::bigint where id = ${noteId}`);
  await writer.execute(sql`update invoice set credited = credited + ${net + vat}::bigint where id = ${invoiceId}`);
}
