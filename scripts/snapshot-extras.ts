/** What only the stories need beside the example data: long names, somebody whose rights may be taken away, and companies to change. */
import { snapshotDay } from '../sandbox/browser.ts';
import { wordsText } from '../sandbox/company-switcher/words.ts';
import type { SandboxDatabase } from '../sandbox/database/database.ts';
import { idOf } from '../sandbox/database/example-keys.ts';
import { newId } from '../sandbox/database/ids.ts';
import { insertEntries } from '../sandbox/database/seed.ts';
import { cvrNumbers, simNumber, spareNumber } from '../sandbox/database/seed/numbers.ts';
import { insertRows, type Entry, type SubscriptionRow } from '../sandbox/database/seed/rows.ts';
import { residentsOf, storyCompanies } from './snapshot-house.ts';

const longNames = [
  'Fællesforeningen for Nordøstsjællandske Prøvekommuners Tværgående Eksempelindkøb og Testforsyning A.m.b.a.',
  'Fællesforeningen for Nordvestjyske Prøvekommuners Tværgående Eksempelindkøb og Testforsyning A.m.b.a.',
  'Speciallægeselskabetfornæsehalsogøresygdommeeksempel I/S',
];

interface Long {
  readonly name: string;
  readonly email: string | null;
  readonly subscriptions: readonly (readonly [plan: string, ahead: Partial<SubscriptionRow>])[];
}

const people: readonly Long[] = [
  {
    name: 'Anne-Sofie Frederikke Abildgaard-Christiansen von Øster-Løgumkloster',
    email: 'anne-sofie.frederikke.abildgaard-christiansen.von.oester-loegumkloster@indkoebogtestforsyning.example',
    subscriptions: [
      ['p-5', {}],
      ['p-20', { status: 'suspended' }],
      ['p-100', { status: 'pendingActive', move_date: '2026-12-01' }],
      ['p-fri', { status: 'pendingTerminate', last_day: '2026-12-31' }],
      ['p-ds', {}],
    ],
  },
  { name: 'Bo Ib', email: null, subscriptions: [] },
  {
    name: 'Speciallægekonsulentoverassistentvikaren Åge',
    email: 'speciallaegekonsulentoverassistentvikaren@indkoebogtestforsyning.example',
    subscriptions: [['p-fri', { bound_until: '2028-02-29' }]],
  },
];

/**
 * Adds the person `long` with three companies, the first of them with users, the person `lost` in c1, c2 and c6, and the person `story` in
 * the companies whose people stories change.
 */
export async function addStoryData(database: SandboxDatabase): Promise<void> {
  const plans = new Map<string, string>();
  for (const key of ['p-5', 'p-20', 'p-100', 'p-fri', 'p-ds']) plans.set(key, await idOf(database, 'plan', key));
  const numbers = cvrNumbers(longNames.length + storyCompanies.length, 9_950_000);
  const long = longNames.map((name, index) => ({ key: `long${String(index + 1)}`, name, address: null }));
  const made = [...long, ...storyCompanies].map(({ key, name, address }, index) => ({
    ...{ id: newId(), key, name, cvr: numbers[index], words: wordsText(name) },
    ...{ notice_length: 30, notice_unit: 'days', main_address: address && { floor: null, door: null, place: null, ...address } },
  }));
  const persons = ['long', 'lost', 'story'].map((key) => ({
    id: newId(),
    key,
    name: 'Stine Story',
    email: `${key}@example.com`,
    password: '-',
  }));
  const personOf = (wanted: string) => persons.find(({ key }) => key === wanted)?.id ?? '';
  const own = made.map(({ id, key }) => [personOf(key.startsWith('long') ? 'long' : 'story'), id]);
  const lent: [string, string][] = [];
  for (const key of ['c1', 'c2', 'c6']) lent.push([personOf('lost'), await idOf(database, 'company', key)]);
  const rights = { subscriptions: 'full', products: 'full', invoices: 'full', cases: 'full' };
  await database.db.transaction(async (transaction) => {
    await insertRows(transaction, 'company', made);
    await insertRows(transaction, 'person', persons);
    await insertRows(
      transaction,
      'membership',
      [...own, ...lent].map(([person_id, company_id]) => ({ person_id, company_id, ...rights })),
    );
    const companyOf = (wanted: string) => made.find(({ key }) => key === wanted)?.id ?? '';
    await insertEntries(transaction, [...entriesOf(companyOf('long1'), plans), ...residentsOf(companyOf('house'), plans)]);
  });
}

function entriesOf(company_id: string, plans: ReadonlyMap<string, string>): Entry[] {
  let serial = 1_500_000;
  return people.map(({ name, email, subscriptions }, index) => {
    const user = {
      id: newId(),
      key: `long${String(index + 1)}`,
      company_id,
      name,
      email,
      cost_centre: 'Indkøb, forsyning og tværgående opgaver',
    };
    const rows = subscriptions.map(([plan, ahead]): SubscriptionRow => {
      serial += 1;
      return {
        ...{ id: newId(), key: null, company_id, user_id: user.id, label: null, plan_id: plans.get(plan) ?? '' },
        ...{ phone: spareNumber(serial), status: 'active', move_date: null, last_day: null, start: snapshotDay, bound_until: null },
        ...{ cost_centre: user.cost_centre, sim_kind: 'sim', sim_number: simNumber(serial), ...ahead },
      };
    });
    return { user, subscriptions: rows };
  });
}
