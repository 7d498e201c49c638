/**
 * The operator's warehouse: what is ordered is packed on the first working day, sent on the next one, and there on the one after. The days
 * are those it was to happen on, also where the business day has moved on further meanwhile.
 */
import { sql } from 'drizzle-orm';
import type { OrderState, Parcel } from '../../src/api/order.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { queueMail } from '../mail/outbox.ts';
import { settle } from '../orders/settle.ts';
import { workingDayAfter } from '../orders/working-days.ts';
import { readyMail, sentMail, type Consignment } from './parcel-mail.ts';

/** A parcel as it is kept; how far it has come is its last step. */
export type KeptParcel = Pick<Parcel, 'steps' | 'tracking'>;

/** A product that is to go a step further. */
export interface DueProduct {
  readonly id: string;
  readonly order_id: string;
  readonly company_id: string;
  readonly kind: 'product';
  readonly state: OrderState;
  readonly date: string | null;
  readonly due_day: string | null;
  readonly parcel: KeptParcel | null;
}

/** A parcel when it has been ordered. */
export const received = (day: string): KeptParcel => ({ steps: [{ state: 'received', day }], tracking: null });

/** Where the carrier, who is invented as its numbers are, shows how far a parcel is. */
export const trackingUrlOf = (tracking: string): string => `https://pakker.eksempeltele.example/${tracking}`;

/** Takes a product a step further. What is not sent is ready at once. */
export async function carryProduct(transaction: Db, item: DueProduct, today: string): Promise<void> {
  const day = item.due_day ?? today;
  const step = item.parcel?.steps.at(-1)?.state;
  const dueDay = workingDayAfter(day);
  switch (step) {
    case undefined:
      await settle(transaction, item, { state: 'completed', date: day });
      await tell(transaction, item, readyMail);
      break;
    case 'received':
      await addStep(transaction, item, { state: 'packed', day });
      await settle(transaction, item, { state: 'inProgress', dueDay });
      break;
    case 'packed':
      await addStep(transaction, item, { state: 'sent', day }, await nextTracking(transaction));
      await settle(transaction, item, { state: 'inProgress', dueDay });
      await tell(transaction, item, sentMail);
      break;
    case 'sent':
    case 'delivered':
      await addStep(transaction, item, { state: 'delivered', day });
      await settle(transaction, item, { state: 'completed', date: day });
      break;
  }
}

async function addStep(transaction: Db, { id, parcel }: DueProduct, step: Parcel['steps'][number], tracking = parcel?.tracking ?? null) {
  const steps = [...(parcel?.steps ?? []), step];
  await transaction.execute(
    sql`update order_item set parcel = ${JSON.stringify({ steps, tracking } satisfies KeptParcel)}::jsonb where id = ${id}`,
  );
}

/** The carrier's number of the next parcel, `EKS-1000-0001`. */
async function nextTracking(transaction: Db): Promise<string> {
  const [next] = await rowsOf<{ serial: string }>(transaction, sql`select nextval('parcel_serial')::text as serial`);
  if (next === undefined) throw new Error('A sequence always has a next number.');
  return `EKS-${next.serial.slice(0, -4)}-${next.serial.slice(-4)}`;
}

/** Tells the receiver; whoever ordered where the receiver has no e-mail address. */
async function tell(transaction: Db, { id }: DueProduct, mailOf: (consignment: Consignment) => { subject: string; text: string }) {
  const [found] = await rowsOf<Consignment & { email: string }>(
    transaction,
    sql`select coalesce(u.email, p.email) as email, case when u.email is null then p.name else u.name end as addressee,
        coalesce(u.name, i.user_name) as "user", o.no::text as number, o.delivery,
        i.product_name as product, i.quantity, i.parcel->>'tracking' as tracking
      from order_item i join customer_order o on o.id = i.order_id join person p on p.id = o.person_id
        left join telephone_user u on u.id = i.user_id
      where i.id = ${id}`,
  );
  if (found === undefined) throw new Error('An item that is carried out has an order.');
  await queueMail(transaction, { to: found.email, ...mailOf(found) });
}
