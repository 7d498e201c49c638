/** The people of the example companies: those of the file, and as many more as are asked for. */
import { addDays } from '../../../src/api/days.ts';
import { double, plain } from '../../subscriptions/fold.ts';
import { newId } from '../ids.ts';
import type { ExampleCompany } from './companies.ts';
import { active, nothingAhead, type Dealer } from './dealer.ts';
import { givenEntries } from './given.ts';
import { personName } from './names.ts';
import { chanceFrom, type Chance } from './random.ts';
import type { Entry, SubscriptionRow } from './rows.ts';

/** Everybody in every company. */
export function* entriesOf(companies: readonly ExampleCompany[], dealer: Dealer): Generator<Entry> {
  for (const company of companies) yield* company.key === 'c1' ? givenEntries(company, dealer) : madeUpEntries(company, dealer);
}

const centres = ['Salg', 'Drift', 'Økonomi', 'Ledelse', 'Lager', 'Kundeservice', 'IT', 'Ældre & Omsorg'];
const things = [
  'Router, lageret',
  'Router, kantinen',
  'Router, byggeplads 2',
  'Alarm, port 3',
  'Datasim, varevogn',
  'Elevator, opgang B',
  'Måler, Åvej',
];

/**
 * Made-up people, the same at every seeding but for their ids: one in 33 without e-mail, as many without subscription, one in twelve with two. In
 * c3 everybody has one that is paid for.
 */
function* madeUpEntries(company: ExampleCompany, dealer: Dealer): Generator<Entry> {
  const chance = chanceFrom(company.key);
  const addresses = new Map<string, number>();
  // Its newest invoice is the one with 1,800 users.
  const everybodyPays = company.key === 'c3';
  for (let index = 0; index < company.users; index++) {
    const name = personName(chance);
    const email = chance.happens(0.03) ? null : addressOf(name, company.domain, addresses);
    const user = {
      id: newId(),
      key: null,
      company_id: company.id,
      name,
      email,
      cost_centre: chance.happens(0.9) ? chance.pick(centres) : null,
    };
    const own = { user_id: user.id, cost_centre: user.cost_centre };
    const subscriptions: SubscriptionRow[] = [];
    if (!chance.happens(0.03)) {
      const plan = chance.pick(['p-5', 'p-5', 'p-20', 'p-20', 'p-20', 'p-100', 'p-fri']);
      subscriptions.push({ ...active(company, dealer, chance, plan), ...own, phone: dealer.phone(), ...stateOf(dealer, chance) });
    }
    if (everybodyPays && !subscriptions.some(isPaid)) {
      subscriptions.push({ ...active(company, dealer, chance, 'p-5'), ...own, phone: dealer.phone() });
    }
    if (chance.happens(0.08)) {
      const plan = chance.pick(['p-ds', 'p-bb']);
      subscriptions.push({ ...active(company, dealer, chance, plan), ...own, phone: chance.happens(0.5) ? dealer.machine() : null });
    }
    yield { user, subscriptions };
    if (index % 40 === 17) {
      const label = `${chance.pick(things)}${company.users > 100 ? ` ${String(index)}` : ''}`;
      const thing = {
        ...active(company, dealer, chance, chance.pick(['p-bb', 'p-ds'])),
        label,
        phone: chance.happens(0.7) ? dealer.machine() : null,
      };
      yield { user: null, subscriptions: [thing] };
    }
  }
}

/** Where a subscription stands in its life: nine in ten simply in force. */
function stateOf({ today }: Dealer, chance: Chance): Pick<SubscriptionRow, 'status' | 'move_date' | 'last_day'> & { start?: string } {
  const throwOf = chance.next();
  if (throwOf < 0.03) return { status: 'suspended', ...nothingAhead };
  if (throwOf < 0.05) return { status: 'pendingActive', ...nothingAhead, start: addDays(today, 2 + chance.below(20)) };
  if (throwOf < 0.07) return { status: 'pendingActive', move_date: addDays(today, 1 + chance.below(30)), last_day: null };
  if (throwOf < 0.09) return { status: 'pendingTerminate', move_date: null, last_day: addDays(today, 1 + chance.below(60)) };
  if (throwOf < 0.1) return { status: 'terminated', move_date: null, last_day: addDays(today, -1 - chance.below(400)) };
  return { status: 'active', ...nothingAhead };
}

/** Whether it is on the newest invoice. */
const isPaid = ({ status }: SubscriptionRow): boolean => status !== 'pendingActive' && status !== 'terminated';

/** An address nobody else in the company has: namesakes are numbered from the second on. */
function addressOf(name: string, domain: string, taken: Map<string, number>): string {
  const local = double(plain(name))
    .replaceAll(/[^a-z\d]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
  const before = taken.get(local) ?? 0;
  taken.set(local, before + 1);
  return `${local}${before === 0 ? '' : String(before + 1)}@${domain}`;
}
