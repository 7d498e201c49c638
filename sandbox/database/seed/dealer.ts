/** Dealing out what no two subscriptions may share, and the subscriptions themselves. */
import { addDays } from '../../../src/api/days.ts';
import { newId } from '../ids.ts';
import type { ExampleCompany } from './companies.ts';
import { isDealable, machineNumber, simNumber, spareNumber } from './numbers.ts';
import type { Chance } from './random.ts';
import type { SubscriptionRow } from './rows.ts';

/** What all entries of one database share. */
export interface Dealer {
  readonly today: string;
  /** The id of a plan by its key, `p-5`. */
  plan(key: string): string;
  /** A telephone number that no other subscription has. */
  phone(): string;
  /** A machine number that no other subscription has. */
  machine(): string;
  /** A SIM card number that no other card has. */
  sim(): string;
}

export function createDealer(today: string, plans: ReadonlyMap<string, string>): Dealer {
  let [serial, machines, cards] = [0, 0, 1000];
  const plan = (key: string) => {
    const id = plans.get(key);
    if (id === undefined) throw new Error(`There is no plan ${key}.`);
    return id;
  };
  const phone = (): string => {
    const number = spareNumber(serial++);
    return isDealable(number) ? number : phone();
  };
  return { today, plan, phone, machine: () => machineNumber(machines++), sim: () => simNumber(cards++) };
}

/** No day to wait for. */
export const nothingAhead = { move_date: null, last_day: null } as const;

/** How many days ago the oldest subscriptions began, at most; those of c6 later than its first invoice, on which there are products alone. */
const oldest = (company: ExampleCompany): number => (company.key === 'c6' ? 630 : 1830);

/** How many days ago the youngest began. */
const youngest = 30;

/** From so many users on, a company has come from another operator not long ago. */
const large = 1000;

/**
 * How many days ago a subscription began. A large company had a tenth of its subscriptions before, and moved the rest here within three
 * months, so that its invoices of two years have grown as it has.
 */
function age(company: ExampleCompany, chance: Chance): number {
  const span = oldest(company) - youngest;
  const drawn = chance.below(span);
  if (company.users < large) return youngest + drawn;
  return youngest + (drawn < span / 10 ? drawn * 10 : Math.floor(drawn / 20));
}

/** A subscription in force, begun up to five years ago, half of them bound for two years from then. */
export function active(company: ExampleCompany, dealer: Dealer, chance: Chance, planKey: string): SubscriptionRow {
  const start = addDays(dealer.today, -age(company, chance));
  const card = { sim_kind: chance.happens(0.25) ? ('esim' as const) : ('sim' as const), sim_number: dealer.sim() };
  return {
    ...{ id: newId(), key: null, company_id: company.id, user_id: null, label: null, plan_id: dealer.plan(planKey), phone: null },
    ...{
      status: 'active',
      ...nothingAhead,
      start,
      bound_until: chance.happens(0.5) ? addDays(start, 730) : null,
      cost_centre: null,
      ...card,
    },
  };
}
