/** The plans of the example data: those of the file, and two that not everybody may have. */
import data from '../data/seed-data.json' with { type: 'json' };
import type { Db } from '../database.ts';
import { newId } from '../ids.ts';
import type { ExampleCompany } from './companies.ts';
import { insertRows } from './rows.ts';

/** How long a new subscription is bound, whole months, by the plan's key; not at all where nothing stands. */
const binding = new Map([
  ['p-20', 6],
  ['p-100', 12],
  ['p-fri', 12],
  ['p-bb', 12],
  ['p-kom', 6],
]);

/** One that can no longer be ordered, and one made for c3 alone. */
const special = [
  { id: 'p-2', name: 'Mobil 2 GB', monthlyOre: 5900, setupOre: 7920, includedGb: 2, unlimitedTalkAndSms: true },
  { id: 'p-kom', name: 'Mobil Kommune 50 GB', monthlyOre: 9900, setupOre: 0, includedGb: 50, unlimitedTalkAndSms: true },
];

/** Inserts the plans; answers with their ids by their keys. */
export async function insertPlans(transaction: Db): Promise<ReadonlyMap<string, string>> {
  const plans = [...data.plans, ...special].map(({ id, name, monthlyOre, setupOre, includedGb, unlimitedTalkAndSms }) => ({
    ...{ id: newId(), key: id, name, monthly_price: monthlyOre, setup_price: setupOre, data: includedGb, talk: unlimitedTalkAndSms },
    ...{ binding_months: binding.get(id) ?? 0, withdrawn: id === 'p-2' },
  }));
  await insertRows(transaction, 'plan', plans);
  return new Map(plans.map(({ key, id }) => [key, id]));
}

/** Keeps the plan of c3 for c3. */
export async function restrictPlans(
  transaction: Db,
  plans: ReadonlyMap<string, string>,
  companies: readonly ExampleCompany[],
): Promise<void> {
  const own = companies.filter(({ key }) => key === 'c3').map(({ id }) => ({ plan_id: plans.get('p-kom'), company_id: id }));
  await insertRows(transaction, 'plan_restriction', own);
}
