/** The plans a company may have. */
import { sql } from 'drizzle-orm';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import type { Plan, PlanPage } from '../../src/subscriptions/plan.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { workingDayAfter } from './working-days.ts';

/** A plan as an order needs to know it. */
export interface KnownPlan {
  readonly id: string;
  readonly name: string;
  readonly monthly_price: number;
  readonly setup_price: number;
  readonly data: number | null;
  readonly talk: boolean;
  readonly binding_months: number;
  /** Those who have it keep it; nobody else gets it. */
  readonly withdrawn: boolean;
}

/** The plans made for everybody and those made for the company, the withdrawn ones among them, in the order of the list (D9). */
export const plansOf = (reader: Db, companyId: string): Promise<KnownPlan[]> =>
  rowsOf<KnownPlan>(
    reader,
    sql`select id, name, monthly_price, setup_price, data, talk, binding_months, withdrawn from plan
      where not exists (select from plan_restriction where plan_id = plan.id)
        or exists (select from plan_restriction where plan_id = plan.id and company_id = ${companyId})
      order by name, id`,
  );

/** The first day a change of plan applies that is ordered on a day: the first of the next month (SUB-6). */
export const changesFrom = (today: string): string => addDays(endOfMonth(today, 0), 1);

/** The first day a number can be moved here that is ordered on a day (NUM-5). */
export const movesFrom = (today: string): string => workingDayAfter(today);

/** Everything that can be chosen today. */
export async function planPageOf(reader: Db, companyId: string, today: string): Promise<PlanPage> {
  const offered = (await plansOf(reader, companyId)).filter(({ withdrawn }) => !withdrawn);
  return { items: offered.map(toPlan), total: offered.length, today, changesFrom: changesFrom(today), movesFrom: movesFrom(today) };
}

const toPlan = ({ id, name, monthly_price, setup_price, data, talk, binding_months }: KnownPlan): Plan => ({
  ...{ id, name },
  monthly: { amount: monthly_price, currency: 'DKK' },
  setup: { amount: setup_price, currency: 'DKK' },
  included: { data, talk },
  bindingMonths: binding_months,
});
