/** The list of invoices and credit notes, and what a company owes (R27). */
import { sql, type SQL } from 'drizzle-orm';
import type { InvoiceFilter, InvoicePage } from '../../src/invoices/invoice.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { isSettled, kroner, outstanding, summaryColumns, toSummary, type SummaryRow } from './summary.ts';

export interface ListQuery {
  /** The year of issue. */
  readonly year?: number | undefined;
  readonly state?: InvoiceFilter | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** How many months the picture above the list holds. */
const pictured = 12;

interface Figures extends Pick<InvoicePage, 'total' | 'unpaid' | 'years'> {
  readonly outstanding: number;
  readonly overdue: number;
  readonly months: readonly { month: string; amount: number }[];
}

/** One page, the newest first. All but the items and their number is of the whole company, whatever is asked for. */
export async function listInvoices(reader: Db, companyId: string, today: string, query: ListQuery): Promise<InvoicePage> {
  const wanted = matching(query, today);
  const [figures] = await rowsOf<Figures>(
    reader,
    sql`with own as (
        select i.*, ${outstanding} as missing from invoice i where i.company_id = ${companyId}
      ), run as (
        select month from invoice_counter, books where month < next_invoice order by month desc limit ${pictured}
      )
      select
        (select count(*)::int from own i where ${wanted}) as total,
        (select coalesce(sum(missing), 0)::float8 from own) as outstanding,
        (select coalesce(sum(missing), 0)::float8 from own where due < ${today}::date) as overdue,
        (select count(*)::int from own where missing > 0) as unpaid,
        (select coalesce(jsonb_agg(distinct extract(year from issued)::int order by extract(year from issued)::int desc), '[]') from own) as years,
        (select coalesce(jsonb_agg(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'amount',
            (select coalesce(sum(own.total), 0) from own where issued >= month and issued < month + interval '1 month')) order by month), '[]')
          from run) as months`,
  );
  if (figures === undefined) throw new Error('Figures are always told.');
  const { total, unpaid, years, months } = figures;
  const rows = query.offset >= total ? [] : await rowsOf<SummaryRow>(reader, page(companyId, query, wanted));
  return {
    ...{ items: rows.map(toSummary), total, today, unpaid, years },
    outstanding: kroner(figures.outstanding),
    overdue: kroner(figures.overdue),
    months: months.map(({ month, amount }) => ({ month, amount: kroner(amount) })),
  };
}

const page = (companyId: string, { offset, limit }: ListQuery, wanted: SQL): SQL => sql`
  select ${summaryColumns} from invoice i where i.company_id = ${companyId} and ${wanted}
  order by i.issued desc, i.number desc limit ${limit} offset ${offset}`;

/** What narrows the list. */
function matching({ year, state }: ListQuery, today: string): SQL {
  const wanted = [sql`true`];
  if (year !== undefined) wanted.push(sql`i.issued >= make_date(${year}, 1, 1) and i.issued < make_date(${year + 1}, 1, 1)`);
  if (state !== undefined) wanted.push(sql`(${inState(state, today)})`);
  return sql.join(wanted, sql` and `);
}

function inState(state: InvoiceFilter, today: string): SQL {
  switch (state) {
    case 'unpaid':
      return sql`${outstanding} > 0`;
    case 'overdue':
      return sql`${outstanding} > 0 and i.due < ${today}::date`;
    case 'paid':
      return isSettled;
    case 'creditNotes':
      return sql`i.credits is not null`;
  }
}
