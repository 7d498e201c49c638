/**
 * The operator's works: carrying out what has been ordered, and what falls due with the business day. Each step is one transaction
 * that changes the state and does what the state says, so that it makes no difference when a process dies, or how many there are.
 */
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../database/database.ts';
import { hasCode } from '../database/writing.ts';
import { carryOn, type DueItem } from './carry-on.ts';
import { beginDue, endDue } from './daily.ts';

/** After this long, waiting for somebody else is given up, milliseconds; the step comes round again. */
const lockLimit = 5_000;

/** How long a card takes compared with everything else: it is packed and sent. */
const cardPaces = 3;

/** How long a product waits on the shelf, likewise: whoever has changed their mind can take it back until it is packed. */
const shelfPaces = 20;

/**
 * Does one step that is due, if there is one; answers whether it is worth asking again. `pace` is how long each step of an order takes,
 * milliseconds.
 *
 * @throws what went wrong, with an item or with the database; the item goes to the back of the queue, so that it holds up nobody.
 */
export async function work({ db }: SandboxDatabase, clock: Clock, { pace = 1500 }: { readonly pace?: number } = {}): Promise<boolean> {
  const today = clock.today();
  let taken: string | undefined;
  try {
    return await db.transaction(async (transaction) => {
      await transaction.execute(sql`select set_config('lock_timeout', ${String(lockLimit)}, true)`);
      const item = await nextItem(transaction, today, pace);
      taken = item?.id;
      if (item !== undefined) await carryOn(transaction, item, today);
      return item !== undefined || (await endDue(transaction, today)) || (await beginDue(transaction, today));
    });
  } catch (error) {
    // Somebody stood in the way, and this was the one who had to yield.
    if (hasCode(error, '40P01') || hasCode(error, '40001')) return true;
    // Somebody is busy for longer than it is good to wait.
    if (hasCode(error, '55P03')) return false;
    if (taken !== undefined) await db.execute(sql`update order_item set moved_at = now() where id = ${taken}`).catch(() => {});
    throw error;
  }
}

/**
 * The item that has waited longest. Its company is locked first, as by everybody who changes what a company has ordered; those that
 * somebody is busy with are left for later. Only then is the item read, as whoever was busy before has left it.
 */
async function nextItem(transaction: Db, today: string, pace: number): Promise<DueItem | undefined> {
  const due = sql`i.state in ('acknowledged', 'inProgress') and (i.due_day is null or i.due_day <= ${today}::date
      or i.state = 'acknowledged' and i.kind <> 'product')
    and i.moved_at <= now() - make_interval(secs => ${pace / 1000}::float8
      * case when i.kind = 'replaceSim' and i.sim = 'sim' and i.state = 'inProgress' then ${cardPaces}::float8
        when i.kind = 'product' and i.state = 'acknowledged' and i.due_day is not null then ${shelfPaces}::float8 else 1 end)`;
  for (;;) {
    const [candidate] = await rowsOf<{ id: string }>(
      transaction,
      sql`select i.id from order_item i join company c on c.id = i.company_id where ${due}
        order by i.moved_at, i.id limit 1 for no key update of c skip locked`,
    );
    if (candidate === undefined) return undefined;
    const [item] = await rowsOf<DueItem>(
      transaction,
      sql`select i.id, i.order_id, i.company_id, i.kind, i.state, i.subscription_id, i.user_id, i.plan_id, i.monthly, i.one_off, i.date::text,
          i.requested_date::text, i.due_day::text, i.sim, i.move, i.phone, i.parcel, p.binding_months, c.cvr
        from order_item i join company c on c.id = i.company_id left join plan p on p.id = i.plan_id
        where i.id = ${candidate.id} and ${due}`,
    );
    // It may have been carried on, or taken back, just before the lock was given; then there is another one.
    if (item !== undefined) return item;
  }
}
