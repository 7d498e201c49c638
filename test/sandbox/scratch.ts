/** A company of a test's own, beside the example data. */
import { wordsText } from '../../sandbox/company-switcher/words.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { insertEntries } from '../../sandbox/database/seed.ts';
import { cvrNumbers } from '../../sandbox/database/seed/numbers.ts';
import { insertRows, type SubscriptionRow } from '../../sandbox/database/seed/rows.ts';
import type { UserPage, UserRow } from '../../src/subscriptions/user-row.ts';
import type { UserSearch } from '../../src/subscriptions/user-search.ts';
import { today, type Answer, type Sandbox } from './engines.ts';

/** Somebody, or with `label` something, in a scratch company. */
export interface Given {
  readonly name?: string;
  readonly label?: string;
  readonly email?: string | null;
  /** Plans by key and numbers; nothing else differs. */
  readonly subscriptions?: readonly { plan?: string; phone?: string | null; status?: SubscriptionRow['status'] }[];
}

/** Enough for a property that is told what fails and looks for the least of it. */
const numbers = cvrNumbers(3000).slice(200);

/** Makes a company that Maja administers with these in it, and answers with its id. */
export async function scratchCompany(sandbox: Sandbox, given: readonly Given[], name = 'Kladde Eksempel'): Promise<string> {
  const company_id = newId();
  const cvr = numbers.pop() ?? '';
  const notice = { notice_length: 30, notice_unit: 'days' };
  const plans = new Map<string, string>();
  for (const key of ['p-5', 'p-20', 'p-100', 'p-fri', 'p-bb', 'p-ds']) plans.set(key, await sandbox.id('plan', key));
  const maja = await sandbox.id('person', 'maja');
  await sandbox.database.db.transaction(async (transaction) => {
    await insertRows(transaction, 'company', [{ id: company_id, name, cvr, ...notice, words: wordsText(name) }]);
    const rights = { subscriptions: 'full', products: 'full', invoices: 'full', cases: 'full' };
    await insertRows(transaction, 'membership', [{ person_id: maja, company_id, ...rights }]);
    await insertEntries(
      transaction,
      given.map(({ name, label, email = null, subscriptions = label === undefined ? [] : [{}] }) => {
        const user = name === undefined ? null : { id: newId(), key: null, company_id, name, email, cost_centre: null };
        const common = { key: null, company_id, user_id: user?.id ?? null, label: label ?? null, move_date: null, last_day: null };
        const rest = { start: today, bound_until: null, cost_centre: null, sim_kind: null, sim_number: null };
        const rows = subscriptions.map(({ plan = 'p-5', phone = null, status = 'active' }) => {
          return { ...common, ...rest, id: newId(), plan_id: plans.get(plan) ?? '', phone, status };
        });
        return { user, subscriptions: rows };
      }),
    );
  });
  return company_id;
}

/** What the list says of a row: the person's name, or the label. */
export const nameOf = ({ user, label }: UserRow): string | null => user?.name ?? label;

/** Searches a company; all in order of name unless the question says otherwise. */
export const search = (sandbox: Sandbox, company: string, question: Partial<UserSearch> = {}, as = 'maja'): Promise<Answer<UserPage>> =>
  sandbox.ask<UserPage>(`/companies/${company}/users/search`, {
    as,
    json: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 100, ...question },
  });

/** The names on all pages of a search, fetched `limit` at a time. */
export async function allNames(sandbox: Sandbox, company: string, question: Partial<UserSearch> = {}): Promise<(string | null)[]> {
  const limit = question.limit ?? 100;
  const names: (string | null)[] = [];
  for (;;) {
    const { body } = await search(sandbox, company, { ...question, limit, offset: names.length });
    names.push(...body.items.map(nameOf));
    if (body.items.length === 0 || names.length >= body.total) return names;
  }
}
