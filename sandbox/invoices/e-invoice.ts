/** Who gets a company's invoices by e-mail (R30, R31). */
import { sql } from 'drizzle-orm';
import { isEmail } from '../../src/api/email.ts';
import type { EInvoice } from '../../src/invoices/e-invoice.ts';
import { readBooks } from '../billing/books.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { Problem } from '../http/problem.ts';

/** How many deliveries are told of. */
const toldDeliveries = 50;

/** What is known of a company, and the version that a change is meant for. */
export async function readEInvoice(reader: Db, companyId: string): Promise<{ readonly answer: EInvoice; readonly etag: string }> {
  const { nextInvoice } = await readBooks(reader);
  const [found] = await rowsOf<Pick<EInvoice, 'addresses' | 'ean'> & { revision: number }>(
    reader,
    sql`select coalesce(addresses, '[]') as addresses, company.ean, coalesce(revision, 0) as revision
      from company left join e_invoice on company_id = company.id where company.id = ${companyId}`,
  );
  if (found === undefined) throw new Error('The company has gone.');
  const { addresses, ean, revision } = found;
  const deliveries = await deliveriesOf(reader, companyId);
  return { answer: { addresses, next: nextInvoice, ean, deliveries }, etag: `"${String(revision)}"` };
}

/** A mail that has been tidied away was sent long ago. */
const deliveriesOf = async (reader: Db, companyId: string): Promise<EInvoice['deliveries']> =>
  rowsOf<EInvoice['deliveries'][number]>(
    reader,
    sql`select jsonb_build_object('id', invoice.id, 'number', invoice.number) as invoice, address, sent.state,
        to_char(coalesce(sent.at, issued::timestamptz) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from e_invoice_sent sent join invoice on invoice.id = sent.invoice_id
      where sent.company_id = ${companyId} order by invoice.number desc, place limit ${toldDeliveries}`,
  );

/**
 * Signs a company up, changes who gets its invoices, or with no address signs it off. Of two at once the second one sees the first one's.
 *
 * @throws Problem 412 when it has been changed since `match` was read
 */
export async function writeEInvoice(writer: Db, companyId: string, addresses: readonly string[], match: string | null): Promise<void> {
  // One that has signed off keeps its row, and its versions go on rising.
  await writer.execute(sql`insert into e_invoice (company_id, addresses, revision) values (${companyId}, '[]', 0) on conflict do nothing`);
  const [{ revision } = { revision: 0 }] = await rowsOf<{ revision: number }>(
    writer,
    sql`select revision from e_invoice where company_id = ${companyId} for no key update`,
  );
  if (match !== `"${String(revision)}"`) throw new Problem('changed');
  await writer.execute(
    sql`update e_invoice set addresses = ${JSON.stringify(addresses)}, revision = revision + 1 where company_id = ${companyId}`,
  );
}

/**
 * The addresses as they are kept, without spaces around them.
 *
 * @throws Problem 422 with each that is no address, or is there already, capitals aside (R31.1)
 */
export function checkAddresses(typed: readonly string[]): readonly string[] {
  const addresses = typed.map((address) => address.trim());
  const errors = addresses.flatMap((address, index) => {
    const pointer = `/addresses/${String(index)}`;
    if (!isEmail(address)) return [{ pointer, type: 'form' }];
    const isTwice = addresses.slice(0, index).some((before) => before.toLowerCase() === address.toLowerCase());
    return isTwice ? [{ pointer, type: 'twice' }] : [];
  });
  if (errors.length) throw new Problem('invalid', { errors });
  return addresses;
}
