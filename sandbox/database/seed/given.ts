/** The people of the file. */
import { addDays, daysBetween } from '../../../src/api/days.ts';
import data from '../data/seed-data.json' with { type: 'json' };
import { newId } from '../ids.ts';
import type { ExampleCompany } from './companies.ts';
import { active, type Dealer } from './dealer.ts';
import { chanceFrom } from './random.ts';
import type { Entry, SubscriptionRow } from './rows.ts';

/** The day the file's dates were written for; all are moved as far as the clock's start is from it. */
const written = '2026-11-22';

/** The file's words for a state, as the contract has them; none is active. */
const statuses = new Map<string, SubscriptionRow['status']>([
  ['awaitingMove', 'pendingActive'],
  ['terminating', 'pendingTerminate'],
  ['blocked', 'suspended'],
]);

/** The file's people of c1, and its two subscriptions without a person. */
export function givenEntries(company: ExampleCompany, dealer: Dealer): Entry[] {
  const chance = chanceFrom(company.key);
  const moved = (day: string | undefined) => (day === undefined ? null : addDays(dealer.today, daysBetween(written, day)));
  const users = data.users.map((person): Entry => {
    const { id, name, email = null, costCentre, plan, phone, iccid = null, state, extraSubscriptions = [] } = person;
    const user = { id: newId(), key: id, company_id: company.id, name, email, cost_centre: costCentre };
    const own = { user_id: user.id, cost_centre: costCentre };
    const ahead = {
      status: statuses.get(state ?? '') ?? 'active',
      move_date: moved(person.moveDate),
      last_day: moved(person.lastDay),
    };
    const main =
      plan === null ? [] : [{ ...active(company, dealer, chance, plan), ...own, ...ahead, key: `s-${id}`, phone, sim_number: iccid }];
    return { user, subscriptions: [...main, ...extraSubscriptions.map((key) => ({ ...active(company, dealer, chance, key), ...own }))] };
  });
  const router = { ...active(company, dealer, chance, 'p-bb'), key: 's-router', label: 'Router, lageret', phone: dealer.machine() };
  const card = { ...active(company, dealer, chance, 'p-ds'), key: 's-datasim', label: 'Datasim, varevogn 4', cost_centre: 'Drift' };
  return [...users, { user: null, subscriptions: [router] }, { user: null, subscriptions: [card] }];
}
