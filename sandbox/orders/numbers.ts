/** Telephone numbers that can be chosen, and keeping one for a while. */
import { sql, type SQL } from 'drizzle-orm';
import type { NumberHold, NumberPage } from '../../src/subscriptions/number.ts';
import { rowsOf, type Db } from '../database/database.ts';

/** Who asks, for which company: a hold is theirs in that company alone. */
export interface Holder {
  readonly personId: string;
  readonly companyId: string;
}

/** How long a number is kept for somebody, minutes of the wall's clock. */
const holdMinutes = 15;

/** How many numbers one person can keep; with one more the oldest is let go, so that nobody empties the series (T22). */
const mostHolds = 20;

/** What makes a number of the operator's own free for somebody: nobody has it, it does not rest (SUB-7), and nobody else holds it. */
const isFree = ({ personId, companyId }: Holder, today: string): SQL => sql`
  not exists (select from number_in_use used where used.phone = pool.phone and used.until > ${today}::date)
  and not exists (select from number_hold held where held.phone = pool.phone and held.until > now()
    and not (held.person_id = ${personId} and held.company_id = ${companyId}))`;

/** Free numbers that hold these digits in a row. The order is the same every time, and another one for each company. */
export async function listNumbers(
  reader: Db,
  holder: Holder,
  today: string,
  { digits, offset, limit }: { readonly digits: string; readonly offset: number; readonly limit: number },
): Promise<NumberPage> {
  const rows = await rowsOf<{ phone: string | null; total: number }>(
    reader,
    sql`with free as materialized (
        select phone from number_pool pool where strpos(substr(phone, 4), ${digits}) > 0 and ${isFree(holder, today)}
      )
      select phone, total from (select count(*)::int as total from free) counted
        left join lateral (select phone from free order by md5(${holder.companyId} || phone) limit ${limit} offset ${offset}) page on true`,
  );
  // A page beyond the last one is a row without a number.
  return { items: rows.flatMap(({ phone }) => (phone === null ? [] : { phone })), total: rows[0]?.total ?? 0 };
}

/** Which of these numbers are the operator's own, and whether they are free for somebody. */
export async function standingOf(
  reader: Db,
  holder: Holder,
  today: string,
  phones: readonly string[],
): Promise<ReadonlyMap<string, 'free' | 'taken'>> {
  const known = await rowsOf<{ phone: string; free: boolean }>(
    reader,
    sql`select phone, ${isFree(holder, today)} as free from number_pool pool
      where phone in (select jsonb_array_elements_text(${JSON.stringify(phones)}::jsonb))`,
  );
  return new Map(known.map(({ phone, free }) => [phone, free ? 'free' : 'taken']));
}

/** Keeps a free number for somebody, from now on; null when somebody else was quicker. */
export async function holdNumber(writer: Db, { personId, companyId }: Holder, phone: string): Promise<NumberHold | null> {
  const until = sql`now() + make_interval(mins => ${holdMinutes})`;
  await writer.execute(sql`delete from number_hold where phone = ${phone} and until < now()`);
  // Two statements instead of an upsert: a hold of somebody else's must neither be changed nor be an error.
  await writer.execute(sql`insert into number_hold (phone, company_id, person_id, until) values (${phone}, ${companyId}, ${personId}, ${until})
    on conflict do nothing`);
  const [held] = await rowsOf<{ until: string }>(
    writer,
    sql`update number_hold set until = ${until} where phone = ${phone} and person_id = ${personId} and company_id = ${companyId}
      returning to_char(until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until`,
  );
  if (held === undefined) return null;
  await writer.execute(sql`delete from number_hold where person_id = ${personId} and phone in (
    select phone from number_hold where person_id = ${personId} order by until desc, phone = ${phone} desc offset ${mostHolds})`);
  return { phone, until: held.until };
}

/** Lets go of numbers that have become somebody's. */
export async function releaseNumbers(writer: Db, phones: readonly string[]): Promise<void> {
  await writer.execute(sql`delete from number_hold where phone in (select jsonb_array_elements_text(${JSON.stringify(phones)}::jsonb))
    and person_id = current_setting('app.person')`);
}
