/** Opens profiles whose subscriptions may be changed: of the small companies, each test with people of its own. */
import { html } from 'lit';
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import type { Order } from '../../src/api/order.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { PlanPage } from '../../src/subscriptions/plan.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { all, control, one, plain, textOf } from './screen.ts';

export const person: Person = 'mange';

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

let keys = 0;

/** Asks the sandbox directly, as somebody else at another screen would. */
export const ask = async <Answer>(path: string, { method = 'GET', body, headers = {} }: Asking = {}): Promise<Answer> => {
  const response = await fetch(`/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${person}`,
      'idempotency-key': `colleague-${String(Date.now())}-${String((keys += 1))}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${await response.text()}`);
  return (await response.json()) as Answer;
};

/** A person with a subscription. */
export interface Scene {
  readonly company: string;
  readonly user: string;
  readonly name: string;
  readonly subscription: Subscription;
}

/** What a test needs of the subscription it changes. */
export type Wish = (subscription: Subscription) => boolean;

export const isActive: Wish = ({ status, included, phone }) => status === 'active' && included.talk && phone !== null;
export const isBound: Wish = (subscription) => isActive(subscription) && subscription.boundUntil !== null;

/**
 * Deals out people of the companies from one place of the session's list to another, each once: no test file disturbs another, nor a test the
 * next. The companies of the profile tests are the first eighty.
 */
export const dealer = (from: number, to: number): ((wish?: Wish) => Promise<Scene>) => {
  const given = new Set<string>();
  const known = new Map<string, Scene[]>();
  const peopleOf = async (company: string): Promise<Scene[]> => {
    const found = known.get(company);
    if (found) return found;
    const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 };
    const { items } = await ask<UserPage>(`companies/${company}/users/search`, { method: 'POST', body: question });
    const users = await Promise.all(items.flatMap(({ user }) => (user ? [ask<User>(`companies/${company}/users/${user.id}`)] : [])));
    const scenes = users.flatMap(({ id, name, subscriptions }) => {
      const [subscription] = subscriptions;
      return subscription && subscriptions.length === 1 ? [{ company, user: id, name, subscription }] : [];
    });
    known.set(company, scenes);
    return scenes;
  };
  return async (wish = isActive) => {
    const { companies } = await ask<{ companies: { id: string }[] }>('session');
    for (const { id } of companies.slice(from, to))
      for (const scene of await peopleOf(id))
        if (!given.has(scene.user) && wish(scene.subscription)) {
          given.add(scene.user);
          return scene;
        }
    throw new Error('There is nobody left like that.');
  };
};

export const profileOf = ({ company, user }: Scene): Promise<User> => ask(`companies/${company}/users/${user}`);

export const subscriptionOf = ({ company, subscription }: Scene): Promise<Subscription> =>
  ask(`companies/${company}/subscriptions/${subscription.id}`);

export const plansOf = ({ company }: Scene): Promise<PlanPage> => ask(`companies/${company}/plans`);

/** What has been ordered for the subscription, the latest first. */
export const ordersOf = async ({ company, subscription }: Scene): Promise<Order[]> => {
  const { items } = await ask<{ items: Order[] }>(`companies/${company}/orders?limit=100`);
  return items.filter((placed) => placed.items.some((item) => item.subscription?.id === subscription.id));
};

/** Orders as somebody else at another screen would. */
export const order = ({ company }: Scene, ...items: OrderRequestItem[]): Promise<Order> =>
  ask(`companies/${company}/orders`, { method: 'POST', body: { items, delivery: null } });

/** Another plan of the same kind, which the company may have. */
export const otherPlan = async (scene: Scene): Promise<PlanPage['items'][number] & { readonly from: string }> => {
  const { items, changesFrom } = await plansOf(scene);
  const found = items.find(({ id, included }) => id !== scene.subscription.planId && included.talk);
  if (!found) throw new Error('There is no other plan.');
  return { ...found, from: changesFrom };
};

/** The profile of a person, and what the host page holds of the session. */
export const openSession = async (
  scene: Scene,
  options: Partial<ConnectOptions> = {},
): Promise<{ readonly element: SubscriptionsElement; readonly connection: PageConnection }> => {
  const connection = signIn(person, { company: scene.company, ...options });
  const element = await fixture<SubscriptionsElement>(html`<ss-subscriptions route=${`users/${scene.user}`}></ss-subscriptions>`);
  await shown(element);
  return { element, connection };
};

export const openProfile = async (...how: Parameters<typeof openSession>): Promise<SubscriptionsElement> =>
  (await openSession(...how)).element;

/** Waits until a profile is on the screen. */
export const shown = (element: Element): Promise<number> =>
  until(() => all(element, '.card dl').length, 'the profile').catch((error: unknown) => {
    throw new Error(`${String(error)}. It reads: ${textOf(element)}`, { cause: error });
  });

export const box = (element: Element): HTMLDialogElement | undefined => all<HTMLDialogElement>(element, 'dialog[open]').at(-1);

/** What is written in the dialog that is open. */
export const boxText = (element: Element): string => plain(box(element)?.innerText ?? '');

/** A button of the dialog that is open, by its name. */
export const boxButton = (element: Element, name: string): HTMLElement => {
  const found = [...(box(element)?.querySelectorAll('button') ?? [])].find(
    (button) => button.checkVisibility() && plain(button.innerText).startsWith(name),
  );
  if (!found) throw new Error(`There is no button "${name}" in the dialog: ${boxText(element)}`);
  return found;
};

/** Waits until these words are in the dialog. */
export const boxReads = (element: Element, words: string, milliseconds?: number): Promise<boolean> =>
  until(() => boxText(element).includes(words), `"${words}" in the dialog`, milliseconds).catch((error: unknown) => {
    throw new Error(`${String(error)}. It reads: ${boxText(element) || textOf(element)}`, { cause: error });
  });

/** Presses a button of the card, and waits for what it opens. */
export const begin = async (element: Element, name: string): Promise<void> => {
  control(element, name).click();
  await until(() => box(element), `the dialog of »${name}«`);
};

/** Waits until no dialog is open any more. */
export const closed = (element: Element): Promise<boolean> =>
  until(() => !box(element), 'the dialog to close').catch((error: unknown) => {
    throw new Error(`${String(error)}. It reads: ${boxText(element)}`, { cause: error });
  });

/** Chooses a radio button by the beginning of what stands on its card. */
export const pick = (element: Element, words: string): void => {
  const label = all(element, 'label.choice').find((found) => plain(found.innerText).startsWith(words));
  if (!label) throw new Error(`There is no choice "${words}" in: ${textOf(element)}`);
  label.querySelector('input')?.click();
};

/** Sets a date as the browser's own picker does. */
export const setDay = (element: Element, day: string): void => {
  const field = one<HTMLInputElement>(element, 'dialog input[type=date]');
  field.value = day;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
