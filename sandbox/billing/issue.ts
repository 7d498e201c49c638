/** Writing the documents of an invoice run: first their heads, then their lines, then what the lines come to. */
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/seed/rows.ts';
import { groupRank, linesOfRow, sumsOfGroups } from '../invoices/lines.ts';
import { workingDayFrom } from '../orders/working-days.ts';
import { paymentId, takeNumbers } from './numbers.ts';
import { buyerOf, seller, type Buyer } from './parties.ts';

/**
 * Issues an invoice of a day to each of these companies, with a number and no lines yet, in the order of the companies' own numbers. It is
 * due on the 15th, or on the first working day after it.
 */
export async function issueInvoices(writer: Db, day: string, companyIds: readonly string[]): Promise<void> {
  const companies = await rowsOf<Buyer & { id: string }>(
    writer,
    sql`select id, name, cvr, main_address, ean from company where id in (select jsonb_array_elements_text(${JSON.stringify(companyIds)}::jsonb))
      order by no`,
  );
  const numbers = await takeNumbers(writer, day, companies.length);
  const due = workingDayFrom(`${day.slice(0, 8)}15`);
  const none = { taxable: 0, vat_free: 0, vat: 0, of_users: 0, of_company: 0, users: 0, lines: 0 };
  await insertRows(
    writer,
    'invoice',
    companies.map(({ id, ...company }, index) => {
      const number = numbers[index] ?? '';
      return {
        id: newId(),
        company_id: id,
        number,
        issued: day,
        due,
        seller,
        buyer: buyerOf(company),
        payment_id: paymentId(number),
        ...none,
      };
    }),
  );
}

/**
 * Adds up the lines of some documents `i`: each sum is one of the lines themselves, and VAT is a quarter of those that carry it, rounded once, half
 * away from zero (INV-2, INV-4). Sums are kept, so that nobody who opens an invoice waits for all its lines. One that comes to nothing, or
 * less, is not to be paid.
 */
export async function addUp(writer: Db, which: SQL): Promise<void> {
  await writer.execute(sql`
    with summed as (
      select i.id, coalesce(sum(c.amount) filter (where not c.vat_free), 0) as taxable, coalesce(sum(c.amount) filter (where c.vat_free), 0) as vat_free,
        coalesce(sum(c.amount) filter (where c.user_id is not null), 0) as of_users, coalesce(sum(c.amount) filter (where c.user_id is null), 0) as of_company,
        count(distinct c.user_id) as users, sum(${linesOfRow}) as lines,
        bool_or(c.kind = 'subscription' and c.to_day >= i.issued) as ahead, bool_or(c.kind = 'usage') as used
      from invoice i join charge c on c.invoice_id = i.id where ${which} group by i.id
    ), counted as (
      select *, round(taxable * 0.25) as vat from summed
    ), grouped as (
      select invoice_id, jsonb_agg(jsonb_build_object('group', "group", 'amount', amount) order by ${groupRank}) as groups
      from (${sumsOfGroups(which)}) sums group by invoice_id
    )
    update invoice i set taxable = counted.taxable, vat_free = counted.vat_free, vat = counted.vat,
      of_users = counted.of_users, of_company = counted.of_company, users = counted.users, lines = counted.lines, groups = grouped.groups,
      ahead = case when counted.ahead then daterange(issued, (issued + interval '1 month')::date) end,
      used = case when counted.used then daterange((issued - interval '1 month')::date, issued) end,
      payment_id = case when counted.taxable + counted.vat + counted.vat_free > 0 then payment_id end
    from counted join grouped on grouped.invoice_id = counted.id where i.id = counted.id`);
}
