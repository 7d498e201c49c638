/** The companies in which stories change something: people to be changed, each for one state, and a company that stories order for. */
import { snapshotDay } from '../sandbox/browser.ts';
import { newId } from '../sandbox/database/ids.ts';
import { simNumber, spareNumber } from '../sandbox/database/seed/numbers.ts';
import type { Entry, SubscriptionRow } from '../sandbox/database/seed/rows.ts';
import { usageOf } from '../sandbox/subscriptions/usage.ts';

export const storyCompanies = [
  { key: 'house', name: 'Storyhuset Prøve A/S', address: { street: 'Prøvevej', houseNumber: '3', postcode: '8000', town: 'Aarhus C' } },
  {
    key: 'guide',
    name: 'Vejviser Eksempel ApS',
    address: { street: 'Eksempelgade', houseNumber: '21C', postcode: '5000', town: 'Odense C' },
  },
] as const;

interface Resident {
  /** The key of the user; that of the subscription is the same with `s-` before it. */
  readonly key: string;
  readonly name: string;
  readonly costCentre?: string;
  readonly plan?: string;
  readonly ahead?: Partial<SubscriptionRow>;
}

const residents: readonly Resident[] = [
  { key: 'h-change', name: 'Cecilie Dam', plan: 'p-20' },
  { key: 'h-close', name: 'Ditlev Emborg', plan: 'p-20' },
  { key: 'h-move', name: 'Ellen Fuglsang' },
  { key: 'h-block', name: 'Frode Gammelgaard', plan: 'p-5' },
  { key: 'h-bound', name: 'Gerda Hjort', plan: 'p-fri', ahead: { bound_until: '2027-08-31' } },
  { key: 'h-esim', name: 'Holger Iversen', plan: 'p-100', ahead: { sim_kind: 'esim' } },
  { key: 'h-used', name: 'Inger Juhl', plan: 'p-5', ahead: { id: idWithAllUsed() } },
  { key: 'h-edit', name: 'Jens Krag', costCentre: 'Salg', plan: 'p-20' },
];

export function residentsOf(company_id: string, plans: ReadonlyMap<string, string>): Entry[] {
  return residents.map(({ key, name, costCentre = 'Drift', plan, ahead }, index) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@storyhuset.example`;
    const user = { id: newId(), key, company_id, name, email, cost_centre: costCentre };
    const serial = 1_600_000 + index;
    const subscription: SubscriptionRow = {
      ...{ id: newId(), key: `s-${key}`, company_id, user_id: user.id, label: null, plan_id: plans.get(plan ?? '') ?? '' },
      ...{ phone: spareNumber(serial), status: 'active', move_date: null, last_day: null, start: '2025-03-01', bound_until: null },
      ...{ cost_centre: user.cost_centre, sim_kind: 'sim', sim_number: simNumber(serial), ...ahead },
    };
    return { user, subscriptions: plan === undefined ? [] : [subscription] };
  });
}

/** What has been used is made up from the subscription's id: the id of one that has used all of its five gigabytes, some of them abroad. */
function idWithAllUsed(): string {
  for (;;) {
    const id = newId();
    const { data, dataEu } = usageOf(id, { data: 5, talk: true }, snapshotDay);
    if (data > 5000 && dataEu > 0) return id;
  }
}
