/** A resolved case that nobody comes back to is over: after two weeks it is closed, and can be answered no more (SUP-2). */
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { rowsOf, type SandboxDatabase } from '../database/database.ts';

/** Days of the business clock after the day it was resolved on. */
export const closedAfter = 14;

/** The longest list that one transaction closes, so that a clock that has jumped for years holds nobody up. */
const most = 500;

/**
 * Closes what has been resolved for long enough by the business day; resolves to whether there was anything. Whatever happens in a case
 * moves `changed_at`, and what is said opens it, so that moment is when it was resolved or last looked after. Days are Copenhagen's: resolved
 * late one evening or early that morning, it is closed on the same day. The moment it is closed at is that of the clock, also when the day has
 * jumped: until then it could be answered.
 *
 * Cases that somebody holds are left to the next round, so several instances share them, and a reply on its way is not overtaken.
 */
export async function closeResolved({ db }: SandboxDatabase, clock: Clock): Promise<boolean> {
  const due = sql`state = 'resolved' and changed_at < (${clock.today()}::date - ${closedAfter - 1}::integer)::timestamp at time zone 'Europe/Copenhagen'`;
  const closed = await rowsOf(
    db,
    sql`with due as (
        select id from support_case where ${due} order by changed_at limit ${most} for update skip locked
      ), closed as (
        update support_case c set state = 'closed', changed_at = greatest(c.changed_at, ${clock.now().toISOString()}) from due
          where c.id = due.id and c.state = 'resolved' returning c.id, c.company_id, c.changed_at
      )
      insert into case_step (case_id, company_id, state, at) select id, company_id, 'closed', changed_at from closed returning case_id`,
  );
  return closed.length > 0;
}
