/** What has happened in the sandbox before a story begins: somebody at another screen has ordered, blocked, edited or left a draft behind. */
import type { OrderRequestItem } from '../src/api/order-request.ts';
import type { Order } from '../src/api/order.ts';
import type { EInvoice } from '../src/invoices/e-invoice.ts';
import type { NumberPage } from '../src/subscriptions/number.ts';
import type { PlanPage } from '../src/subscriptions/plan.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { emptyDraft, type WizardDraft } from '../src/subscriptions/wizard-draft.ts';
import { keepDraft, newDraft } from '../src/ui/drafts.ts';
import { sandboxOfThePage } from './backend.ts';

/** Asks the sandbox past what may be wrong with the story's own line. */
export type Ask = (path: string, asking?: Asking) => Promise<{ readonly body: unknown; readonly etag: string | null }>;

interface Asking {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a story begins. */
export interface Scene {
  readonly ask: Ask;
  /** The path of its company. */
  readonly company: string;
  /** The path of the user whose profile it is; empty in a story of none. */
  readonly profile: string;
}

export interface Prepared {
  /** Where the host keeps drafts. */
  readonly drafts?: Storage;
}

export type Preparing = (scene: Scene) => Promise<Prepared>;

export const asking =
  (person: string): Ask =>
  async (path, { method, body, headers } = {}) => {
    const { fetch } = await sandboxOfThePage();
    const answer = await fetch(`https://prepared.stories.invalid/v1/${path}`, {
      ...{ method: method ?? 'GET', ...(body !== undefined && { body: JSON.stringify(body) }) },
      headers: { authorization: `Bearer ${person}`, 'content-type': 'application/json', ...headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return { body: await answer.json(), etag: answer.headers.get('etag') };
  };

const subscriptionOf = async ({ ask, profile }: Scene): Promise<Subscription> => {
  const { subscriptions } = (await ask(profile)).body as { subscriptions: readonly Subscription[] };
  const [subscription] = subscriptions;
  if (!subscription) throw new Error(`Without a subscription: ${profile}`);
  return subscription;
};

const plansOf = async ({ ask, company }: Scene): Promise<PlanPage> => (await ask(`${company}/plans`)).body as PlanPage;

const planOf = async (scene: Scene, wanted: string): Promise<PlanPage['items'][number]> => {
  const plan = (await plansOf(scene)).items.find(({ name }) => name === wanted);
  if (!plan) throw new Error(`No plan: ${wanted}`);
  return plan;
};

/** Orders once on each page, however often the story is visited: the key stays. Resolves when its day is known. */
const ordered = async ({ ask, company }: Scene, key: string, item: OrderRequestItem): Promise<Prepared> => {
  const body = { items: [item], delivery: null };
  let order = (await ask(`${company}/orders`, { method: 'POST', body, headers: { 'idempotency-key': key } })).body as Order;
  while (order.items.some(({ date }) => date === null)) {
    await new Promise(requestAnimationFrame); // the operator works in the same turn
    order = (await ask(`${company}/orders/${order.id}`)).body as Order;
  }
  return {};
};

export const changeOrdered: Preparing = async (scene) => {
  const [{ id }, plan, { changesFrom }] = [await subscriptionOf(scene), await planOf(scene, 'Mobil 100 GB'), await plansOf(scene)];
  const item = { kind: 'changePlan', subscription: id, plan: plan.id, monthly: plan.monthly.amount, from: changesFrom } as const;
  return ordered(scene, 'story-change', item);
};

export const closingOrdered: Preparing = async (scene) => {
  const { id } = await subscriptionOf(scene);
  return ordered(scene, 'story-close', { kind: 'closeSubscription', subscription: id, lastDay: '2026-12-31', remaining: 0 });
};

/** The other provider confirms a later day than the one that was wished for. */
export const moveOrdered: Preparing = async (scene) => {
  const plan = await planOf(scene, 'Mobil 20 GB');
  return ordered(scene, 'story-move', {
    ...{ kind: 'newSubscription', user: { id: scene.profile.split('/').at(-1) ?? '' }, plan: plan.id, sim: 'esim' },
    ...{ monthly: plan.monthly.amount, setup: plan.setup.amount },
    number: {
      ...{ kind: 'move', phone: '+4567109000', provider: 'Langsom Tele', ownerCvr: await cvrOf(scene), simNumber: null },
      ...{ timing: 'date', date: '2026-12-01', authority: true },
    },
  });
};

const cvrOf = async ({ ask, company }: Scene): Promise<string> => ((await ask(company)).body as { cvr: string }).cvr;

export const blocked: Preparing = async (scene) => {
  const { id } = await subscriptionOf(scene);
  const headers = { 'idempotency-key': 'story-block' };
  await scene.ask(`${scene.company}/subscriptions/${id}/block`, { method: 'POST', body: { reason: 'stolen' }, headers });
  return {};
};

/** Somebody edits the person of the profile, at this moment. */
export const edited =
  (edit: Readonly<Record<string, string>>): Preparing =>
  async ({ ask, profile }) => {
    const { etag } = await ask(profile);
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': etag ?? '' };
    await ask(profile, { method: 'PATCH', body: edit, headers });
    return {};
  };

/** These get the company's invoices by e-mail; nobody where there are none. */
export const receivers =
  (...addresses: readonly string[]): Preparing =>
  async ({ ask, company }) => {
    const path = `${company}/e-invoice`;
    const { body, etag } = await ask(path);
    if ((body as EInvoice).addresses.join() === addresses.join()) return {};
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': etag ?? '' };
    await ask(path, addresses.length ? { method: 'PUT', body: { addresses }, headers } : { method: 'DELETE', headers });
    return {};
  };

/** What somebody left in the guide, as the host has kept it; filled in and passed up to a step. */
export interface Left extends Omit<Partial<WizardDraft>, 'plan' | 'phone'> {
  /** By its name. */
  readonly plan?: string;
  /** What it cost then, where that is another price than now. Whole øre per month. */
  readonly monthlyThen?: number;
  /** The number that is moved is the company's own, with the other provider. */
  readonly owned?: boolean;
  /** The first of the free numbers, kept for so many minutes from now on; none where it is over. */
  readonly numberFor?: number;
}

export const draftLeft =
  ({ plan: planName, monthlyThen, owned, numberFor, ...part }: Left): Preparing =>
  async (scene) => {
    const { ask, company } = scene;
    const found = planName === undefined ? null : await planOf(scene, planName);
    const plan = found && monthlyThen !== undefined ? { ...found, monthly: { ...found.monthly, amount: monthlyThen } } : found;
    const [free] = numberFor === undefined ? [] : ((await ask(`${company}/numbers`)).body as NumberPage).items;
    const number = free && { numberKind: 'new' as const, phone: free.phone, heldUntil: Date.now() + (numberFor ?? 0) * 60_000 };
    const owner = owned && { ownerCvr: await cvrOf(scene) };
    const { person } = (await ask('session')).body as { person: { id: string } };
    const whose = { person: person.id, company: company.split('/').at(-1) ?? '', form: 'new-subscription' };
    const drafts = new Memory() as unknown as Storage;
    keepDraft(drafts, whose, newDraft<WizardDraft>({ ...emptyDraft, plan, ...number, ...owner, ...part }));
    return { drafts };
  };

/** A storage of one story's own. */
class Memory {
  getItem(name: string): unknown {
    return Reflect.get(this, name) ?? null;
  }

  setItem(name: string, value: string): void {
    Reflect.set(this, name, value);
  }

  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}
