/** What the invoices of the example data are made to show beside the ordinary (seed-data.md). */
import { sql } from 'drizzle-orm';
import { addDays, prorated } from '../../../src/api/days.ts';
import { creditInvoice } from '../../billing/credit.ts';
import data from '../data/seed-data.json' with { type: 'json' };
import { rowsOf, type Db } from '../database.ts';
import { newId } from '../ids.ts';
import type { ExampleCompany } from './companies.ts';
import { fullHistory, monthFrom } from './history.ts';
import { insertRows } from './rows.ts';

interface Days {
  /** The day of the newest invoice. */
  readonly newest: string;
  readonly today: string;
}

const companyId = (companies: readonly ExampleCompany[], wanted: string): string => {
  const found = companies.find(({ key }) => key === wanted);
  if (found === undefined) throw new Error(`There is no company ${wanted}.`);
  return found.id;
};

/** The company whose newest invoice came to nothing. */
const freeCompany = 'x2';

/** How many invoices ago the closing of c2 was made up for. */
const refundedBefore = 4;

/** Bought by c6 before it had any subscription. */
const routers = 2;

/**
 * Two who are gone: in c1 somebody who came in the middle of the month before its first invoice, and left again (R28.5); in c2 somebody whose
 * month had been paid for when the subscription was closed.
 */
export async function addFormer(transaction: Db, companies: readonly ExampleCompany[], newest: string): Promise<void> {
  const [plan] = await rowsOf<Record<string, unknown>>(
    transaction,
    sql`select id as plan_id, name as plan, monthly_price, setup_price, data, talk from plan where key = 'p-20'`,
  );
  const since = monthFrom(newest, 1 - fullHistory);
  const closed = monthFrom(newest, -refundedBefore - 1);
  const common = { ...plan, since, label: null };
  const former = (name: string, phone: string, cost_centre: string) => {
    return { ...common, subscription_id: newId(), user_id: newId(), user_name: name, phone, cost_centre };
  };
  const left = addDays(monthFrom(newest, -7), -1);
  await insertRows(transaction, 'billed', [
    {
      ...former('Gunnhild Ærenlund', '+4567105318', 'Drift'),
      ...{ company_id: companyId(companies, 'c1'), first_day: addDays(monthFrom(since, -1), 13), paid_to: left, last_day: left },
    },
    {
      ...former('Vagn Åkjær', '+4568105455', 'Salg'),
      ...{ company_id: companyId(companies, 'c2'), first_day: addDays(since, -200) },
      ...{ paid_to: addDays(monthFrom(closed, 1), -1), last_day: addDays(closed, 11) },
    },
  ]);
}

/** Companies with an invoice in the oldest month, though they had no subscription then. */
export const firstProducts = (companies: readonly ExampleCompany[]): string[] => [companyId(companies, 'c6')];

/** Adds what is no subscription: products, fees, and money back. */
export async function addLines(transaction: Db, companies: readonly ExampleCompany[], newest: string): Promise<void> {
  const invoiceOf = (company: string, issued: string) =>
    sql`invoice i where i.company_id = ${companyId(companies, company)} and i.issued = ${issued}::date and i.credits is null`;
  await buyProducts(transaction, invoiceOf('c6', monthFrom(newest, 1 - fullHistory)));
  const head = sql`i.company_id, i.issued, i.issued, i.id`;
  const columns = sql`company_id, due, invoice, invoice_id`;
  const { reminderOre, compensationOre } = data.fees;
  await transaction.execute(sql`insert into charge (${columns}, kind, amount, vat_free)
    select ${head}, fee.kind, fee.amount, true from (values ('reminder', ${reminderOre}::integer), ('compensation', ${compensationOre}::integer)) fee (kind, amount),
      ${invoiceOf('c5', newest)}`);
  const words = sql`subscription_id, plan_id, plan, user_id, user_name, label, phone, cost_centre`;
  const closing = await rowsOf<{ last_day: string; monthly_price: number; end: string }>(
    transaction,
    sql`select last_day::text, monthly_price, paid_to::text as end from billed where last_day < paid_to`,
  );
  for (const { last_day, monthly_price, end } of closing) {
    const amount = prorated(monthly_price, `${end.slice(0, 8)}01`, last_day) - monthly_price;
    await transaction.execute(sql`insert into charge (${columns}, kind, amount, from_day, to_day, ${words})
      select ${head}, 'refund', ${amount}::integer, ${addDays(last_day, 1)}::date, ${end}::date, ${words}
      from (select ${words} from billed where last_day < paid_to) gone, ${invoiceOf('c2', addDays(end, 1))}`);
  }
  const ofFree = invoiceOf(freeCompany, newest);
  await transaction.execute(sql`insert into charge (${columns}, kind, amount, from_day, to_day, ${words})
    select ${head}, 'refund', -amount, from_day, to_day, ${words}
    from (select invoice_id as own, amount, from_day, to_day, ${words} from charge where amount <> 0) paid, ${ofFree} and own = i.id`);
}

async function buyProducts(transaction: Db, invoice: ReturnType<typeof sql>): Promise<void> {
  await transaction.execute(sql`insert into charge (company_id, due, invoice, invoice_id, kind, product, quantity, amount, user_id, user_name, cost_centre)
    select i.company_id, i.issued, i.issued, i.id, 'product', product.name, ${routers}, ${routers} * product.price, buyer.id, buyer.name, buyer.cost_centre
    from product, (select company_id as own, id, name, cost_centre from telephone_user order by name) buyer, ${invoice} and own = i.company_id
      and product.key = 'router5g' order by buyer.name limit 1`);
}

/**
 * What is due has been paid, but by those who pay late: c1, by a few days; c6, by half; and c5, which was reminded of the invoice before the
 * newest ten days after it was due.
 */
export async function leaveUnpaid(transaction: Db, companies: readonly ExampleCompany[], { newest, today }: Days): Promise<void> {
  const before = monthFrom(newest, -1);
  const [c5, c6] = [companyId(companies, 'c5'), companyId(companies, 'c6')];
  await transaction.execute(sql`
    update invoice i set paid = i.total from company c
    where c.id = i.company_id and i.total > 0 and i.due <= ${today}::date and (i.due + c.pays_after <= ${today}::date or i.issued < ${before}::date)`);
  await transaction.execute(sql`update invoice set paid = total / 2 where company_id = ${c6} and issued = ${newest}::date and paid = 0`);
  await transaction.execute(sql`update invoice set reminded = due + 10 where company_id = ${c5} and issued = ${before}::date`);
}

/** A line of c1's invoice before the newest had been charged twice, as its support case says: a credit note takes it back. */
export async function creditOne(transaction: Db, companies: readonly ExampleCompany[], { newest, today }: Days): Promise<void> {
  const [line] = await rowsOf<{ id: string; invoice_id: string }>(
    transaction,
    sql`select c.id, c.invoice_id from invoice i join charge c on c.invoice_id = i.id
      where i.company_id = ${companyId(companies, 'c1')} and i.issued = ${monthFrom(newest, -1)}::date and c.kind = 'subscription'
      order by c.amount desc, c.user_name, c.id limit 1`,
  );
  if (line === undefined) throw new Error('c1 has had an invoice before the newest.');
  const day = addDays(newest, 9) < today ? addDays(newest, 9) : today;
  await creditInvoice(transaction, { invoiceId: line.invoice_id, lines: [line.id], day });
}
