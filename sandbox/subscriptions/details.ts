/** A subscription with everything the profile shows of it (R14.1). */
import { sql, type SQL } from 'drizzle-orm';
import type { Notice } from '../../src/api/values.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { rowsOf, type Db } from '../database/database.ts';
import { comingChangesOf } from '../orders/coming-changes.ts';
import { firstLastDay } from './notice.ts';
import { usageOf } from './usage.ts';

/** What another SIM card or eSIM costs, øre without VAT. */
export const simPrice = data.fees.simReplacementOre;

interface Found {
  readonly id: string;
  readonly plan: string;
  readonly plan_id: string;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly block_reason: 'lost' | 'stolen' | 'other' | null;
  readonly blocked_on: string | null;
  readonly phone: string | null;
  readonly status: Subscription['status'];
  readonly move_date: string | null;
  readonly last_day: string | null;
  readonly label: string | null;
  readonly monthly_price: number;
  readonly data: number | null;
  readonly talk: boolean;
  readonly start: string;
  readonly bound_until: string | null;
  readonly notice_length: number;
  readonly notice_unit: Notice['unit'];
  readonly cost_centre: string | null;
  readonly sim_kind: 'sim' | 'esim' | null;
  readonly sim_number: string | null;
}

/** Those of one user, closed ones last. */
export const subscriptionsOfUser = (reader: Db, companyId: string, userId: string, today: string): Promise<Subscription[]> =>
  find(reader, companyId, sql`s.user_id = ${userId}`, today);

/** One by its id, whether a person has it or not; null when the company has none such. */
export async function findSubscription(reader: Db, companyId: string, id: string, today: string): Promise<Subscription | null> {
  const [found] = await find(reader, companyId, sql`s.id = ${id}`, today);
  return found ?? null;
}

async function find(reader: Db, companyId: string, which: SQL, today: string): Promise<Subscription[]> {
  const found = await rowsOf<Found>(
    reader,
    sql`select s.id, p.name as plan, s.plan_id, u.id as user_id, u.name as user_name, s.block_reason, s.blocked_on::text, s.phone, s.status, s.move_date::text, s.last_day::text, s.label, p.monthly_price, p.data, p.talk,
        s.start::text, case when s.bound_until >= ${today}::date then s.bound_until::text end as bound_until,
        c.notice_length, c.notice_unit, s.cost_centre, s.sim_kind, s.sim_number
      from subscription s join plan p on p.id = s.plan_id join company c on c.id = s.company_id
        left join telephone_user u on u.id = s.user_id
      where s.company_id = ${companyId} and ${which}
      order by s.status = 'terminated', p.name, s.phone nulls last, s.id`,
  );
  const ids = found.map(({ id }) => id);
  const coming = await comingChangesOf(reader, companyId, ids, today);
  return found.map((row) => toSubscription(row, coming.get(row.id) ?? [], today));
}

function toSubscription(row: Found, changes: Subscription['changes'], today: string): Subscription {
  const { id, plan, phone, status, label, start, sim_kind, sim_number } = row;
  const notice: Notice = { length: row.notice_length, unit: row.notice_unit };
  return {
    ...{ id, plan, phone, status, moveDate: row.move_date, lastDay: row.last_day, label, start, notice },
    price: { amount: row.monthly_price, currency: 'DKK' },
    included: { data: row.data, talk: row.talk },
    boundUntil: row.bound_until,
    firstLastDay: firstLastDay(notice, today),
    costCentre: row.cost_centre,
    sim: sim_kind === null || sim_number === null ? null : { kind: sim_kind, number: sim_number },
    planId: row.plan_id,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' },
    simPrice: { amount: simPrice, currency: 'DKK' },
    block: row.status === 'suspended' ? { reason: row.block_reason ?? 'other', since: row.blocked_on ?? today } : null,
    usage:
      status === 'pendingActive' || status === 'terminated' || start > today
        ? null
        : usageOf(id, { data: row.data, talk: row.talk }, today, start),
    changes,
  };
}
