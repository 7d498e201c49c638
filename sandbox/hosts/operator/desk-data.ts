/** What the operator's own employee sees of all companies: the books, the latest orders and the record. */
import { sql } from 'drizzle-orm';
import type { MoveFailure, OrderKind, OrderState } from '../../../src/api/order.ts';
import { readBooks } from '../../billing/books.ts';
import type { Deed } from '../../database/audit.ts';
import { rowsOf, type Db } from '../../database/database.ts';
import type { KeptParcel } from '../../product-order/warehouse.ts';

export interface DeskOrder {
  readonly number: string;
  readonly company: string;
  readonly placedAt: string;
  readonly placedBy: string;
  readonly state: OrderState;
  readonly items: readonly DeskItem[];
}

export interface DeskItem {
  readonly kind: OrderKind;
  readonly user: string | null;
  readonly phone: string | null;
  /** The day it applies, as far as that is known. */
  readonly date: string | null;
  readonly failure: MoveFailure | null;
  /** What is bought, and how many; null for what happens to a subscription. */
  readonly product: string | null;
  readonly quantity: number | null;
  /** How far it has come; null for what is not sent. */
  readonly parcel: KeptParcel | null;
}

export interface DeskDeed {
  readonly at: string;
  /** Null is the operator's works. */
  readonly person: string | null;
  readonly company: string;
  readonly deed: Deed['deed'];
  /** What it was done to, in words where there are any, else its id. */
  readonly subject: string;
}

export interface DeskData {
  readonly nextInvoice: string;
  /** The newest first. */
  readonly orders: readonly DeskOrder[];
  readonly deeds: readonly DeskDeed[];
}

/** How many orders and deeds are shown. */
const [orderCount, deedCount] = [50, 100];

/** Whether somebody works for the operator. */
export async function isEmployee(db: Db, personId: string): Promise<boolean> {
  const [person] = await rowsOf<{ employee: boolean }>(db, sql`select employee from person where id = ${personId}`);
  return person?.employee === true;
}

/** Read as the operator: no company is closed to it. */
export async function readDesk(db: Db): Promise<DeskData> {
  const moment = (column: string) => sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const orders = await rowsOf<DeskOrder>(
    db,
    sql`select o.no::text as number, c.name as company, ${moment('o.placed_at')} as "placedAt", o.placed_by as "placedBy", o.state,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'user', user_name, 'phone', phone, 'date', date, 'failure', failure,
          'product', product_name, 'quantity', quantity, 'parcel', parcel)
          order by position), '[]') from order_item where order_id = o.id) as items
      from customer_order o join company c on c.id = o.company_id order by o.no desc limit ${orderCount}`,
  );
  const deeds = await rowsOf<DeskDeed>(
    db,
    sql`select ${moment('a.at')} as at, p.name as person, coalesce(c.name, a.company_id) as company, a.deed,
        coalesce('Ordre ' || o.no, 'Sag ' || sc.no, u.name, owner.name, s.label, s.phone, a.subject) as subject
      from (select * from audit order by no desc limit ${deedCount}) a
        left join person p on p.id = a.person_id left join company c on c.id = a.company_id
        left join customer_order o on o.id = a.subject left join support_case sc on sc.id = a.subject
        left join telephone_user u on u.id = a.subject
        left join subscription s on s.id = a.subject left join telephone_user owner on owner.id = s.user_id
      order by a.no desc`,
  );
  return { nextInvoice: (await readBooks(db)).nextInvoice, orders, deeds };
}
