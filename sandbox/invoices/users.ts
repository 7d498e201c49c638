/** The users on an invoice, by the names they had then (R28.2, R28.5), and the search among them (R28.7). */
import { sql, type SQL } from 'drizzle-orm';
import type { InvoiceUserQuestion } from '../../src/invoices/invoice-user-question.ts';
import type { InvoiceUser, InvoiceUserPage } from '../../src/invoices/invoice-user.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { searchForms } from '../subscriptions/search-forms.ts';
import { readSearch, type Criterion } from '../subscriptions/search-text.ts';
import { linesOfRow } from './lines.ts';
import { kroner } from './summary.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
}

/** A user with what they come to; amounts in øre. */
export interface UserSums extends Named {
  readonly cost_centre: string | null;
  readonly data: number;
  readonly talk: number;
  readonly sms: number;
  readonly lines: number;
  readonly amount: number;
}

/** One page in Danish order; null when there is no such document. */
export async function searchUsers(
  reader: Db,
  companyId: string,
  invoiceId: string,
  { search, offset, limit }: InvoiceUserQuestion,
): Promise<InvoiceUserPage | null> {
  const [invoice] = await rowsOf<{ users: number }>(
    reader,
    sql`select users from invoice where id = ${invoiceId} and company_id = ${companyId}`,
  );
  if (invoice === undefined) return null;
  const criteria = readSearch(search);
  // The words of an old invoice are in no index: those who were on it are few enough to be looked through.
  const found =
    criteria.length === 0 ? null : (await usersInOrder(reader, invoiceId)).filter((user) => fulfils(user, criteria)).map(({ id }) => id);
  const onPage = found?.slice(offset, offset + limit) ?? (await usersInOrder(reader, invoiceId, { offset, limit })).map(({ id }) => id);
  const sums = await sumsOfUsers(reader, invoiceId, onPage);
  return { items: sums.map(toUser), total: found?.length ?? invoice.users };
}

const fulfils = ({ name, phones }: Named, criteria: readonly Criterion[]): boolean => {
  const forms = searchForms(name, null, phones);
  return criteria.every((probes) => forms.some((form) => probes.some((probe) => form.startsWith(probe))));
};

/** Users on a document, in order: by name, then number. */
export const usersInOrder = (db: Db, invoiceId: string, page?: { readonly offset: number; readonly limit: number }): Promise<Named[]> =>
  rowsOf<Named>(
    db,
    sql`select c.user_id as id, ${nameOf} as name, ${phonesOf} as phones from charge c
      where c.invoice_id = ${invoiceId} and c.user_id is not null group by c.user_id
      order by ${order} ${page === undefined ? sql`` : sql`limit ${page.limit} offset ${page.offset}`}`,
  );

/** What these users come to, in their order; all of the document for null. */
export async function sumsOfUsers(db: Db, invoiceId: string, ids: readonly string[] | null): Promise<UserSums[]> {
  if (ids?.length === 0) return [];
  const whose = ids === null ? sql`c.user_id is not null` : sql`c.user_id in ${ids}`;
  const used = (kind: string): SQL => sql`coalesce(sum(used.${sql.identifier(kind)}), 0)::float8 as ${sql.identifier(kind)}`;
  return rowsOf<UserSums>(
    db,
    sql`select c.user_id as id, ${nameOf} as name, ${phonesOf} as phones,
        case when count(distinct c.cost_centre) = 1 then max(c.cost_centre) end as cost_centre,
        ${used('data')}, ${used('talk')}, ${used('sms')}, sum(${linesOfRow})::int as lines, sum(c.amount)::float8 as amount
      from charge c left join lateral (
        select sum(quantity) filter (where kind = 'data') as data, sum(quantity) filter (where kind = 'talk') as talk,
          sum(quantity) filter (where kind = 'sms') as sms
        from jsonb_to_recordset(c.usage) as entry ("group" text, kind text, quantity integer)
        where "group" <> 'content' -- what is bought by message is no message
      ) used on c.kind = 'usage'
      where c.invoice_id = ${invoiceId} and ${whose} group by c.user_id order by ${order}`,
  );
}

/** One name, though rows of a credit note may have been written on other days. */
const nameOf = sql`max(c.user_name)`;
const phonesOf = sql`coalesce(jsonb_agg(distinct c.phone order by c.phone) filter (where c.phone is not null), '[]')`;
const order = sql`max(c.user_name) collate app_da, min(c.phone) nulls last, c.user_id`;

const toUser = ({ cost_centre, data, talk, sms, amount, phones, ...user }: UserSums): InvoiceUser => ({
  ...user,
  phones: [...phones],
  costCentre: cost_centre,
  usage: { data, talk, sms },
  amount: kroner(amount),
});
