/** A company of a test's own, ordering for it, and seeing to it that what is ordered is carried out. */
import assert from 'node:assert/strict';
import type { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { work } from '../../sandbox/orders/worker.ts';
import type { OrderRequest } from '../../src/api/order-request.ts';
import type { Order, OrderPage } from '../../src/api/order.ts';
import type { NumberPage } from '../../src/subscriptions/number.ts';
import type { Plan, PlanPage } from '../../src/subscriptions/plan.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import { change } from './changing.ts';
import { Sandbox, today, type Answer, type Question } from './engines.ts';
import { scratchCompany, search, type Given } from './scratch.ts';

export type Item = OrderRequest['items'][number];
export type NewItem = Extract<Item, { kind: 'newSubscription' }>;
export type Number = NewItem['number'];

/** What a refused order is answered with. */
export interface Refused {
  readonly type: string;
  readonly errors?: readonly { readonly pointer: string; readonly type: string }[];
}

/** Where cards are sent to. */
export const delivery = {
  ...{ street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: null, postcode: '8000', town: 'Aarhus C' },
};

/** The address of a company, what can be ordered there, and the ids of what it has, in the order it was given. */
export interface Shop {
  readonly company: string;
  readonly path: string;
  readonly cvr: string;
  readonly plan: (name: string) => Plan;
  readonly users: readonly string[];
  readonly subscriptions: readonly string[];
}

/** Makes a company with these people in it; Bo with a subscription in force if nothing is said. */
export async function openShop(sandbox: Sandbox, given: readonly Given[] = [{ name: 'Bo Bæk', subscriptions: [{}] }]): Promise<Shop> {
  const company = await scratchCompany(sandbox, given);
  const path = `/companies/${company}`;
  const { items } = (await sandbox.ask<PlanPage>(`${path}/plans`)).body;
  const plan = (name: string) => {
    const found = items.find((one) => one.name === name);
    assert.ok(found, name);
    return found;
  };
  const rows = (await search(sandbox, company)).body.items;
  const byName = new Map(rows.map((row) => [row.user?.name ?? row.label, row]));
  const inOrder = given.map(({ name, label }) => byName.get(name ?? label ?? null));
  const { cvr } = (await sandbox.ask<{ cvr: string }>(path)).body;
  const users = inOrder.flatMap((row) => row?.user?.id ?? []);
  return { company, path, cvr, plan, users, subscriptions: inOrder.flatMap((row) => row?.subscriptions.map(({ id }) => id) ?? []) };
}

let asked = 0;
/** A number nobody has, another one each time. */
export async function freeNumber(sandbox: Sandbox, { path }: Shop): Promise<string> {
  const [found] = (await sandbox.ask<NumberPage>(`${path}/numbers?limit=1&offset=${String(asked++)}`)).body.items;
  assert.ok(found);
  return found.phone;
}

let serial = 300_000;
/** A number of another provider's, another one each time, that ends in these two digits. */
export const foreignNumber = (end = '10'): string => `+45${String(serial++)}${end}`;

/** A new subscription for a new person, with an eSIM, at the prices that hold. */
export const newItem = (shop: Shop, number: Number, rest: Partial<NewItem> = {}, name = 'Mobil 20 GB'): NewItem => {
  const { id, monthly, setup } = shop.plan(name);
  const user = { name: 'Ny Nørgård', email: 'ny@kladde.example', costCentre: 'Salg' };
  return { kind: 'newSubscription', user, plan: id, monthly: monthly.amount, setup: setup.amount, number, sim: 'esim', ...rest };
};

export const movedNumber = (shop: Shop, rest: Partial<Extract<Number, { kind: 'move' }>> = {}): Number => ({
  ...{ kind: 'move', phone: foreignNumber(), provider: 'Fjordtele', ownerCvr: shop.cvr, simNumber: null, timing: 'asap', date: null },
  authority: true,
  ...rest,
});

export const changeItem = (shop: Shop, name = 'Mobil 100 GB', subscription = shop.subscriptions[0] ?? ''): Item => {
  const { id, monthly } = shop.plan(name);
  return { kind: 'changePlan', subscription, plan: id, monthly: monthly.amount, from: '2026-12-01' };
};

/** The first day that thirty days' notice allows, without a binding. */
export const closeItem = (shop: Shop, subscription = shop.subscriptions[0] ?? ''): Extract<Item, { kind: 'closeSubscription' }> => ({
  ...{ kind: 'closeSubscription', subscription, lastDay: '2026-12-22', remaining: 0 },
});

export const simItem = (shop: Shop, subscription = shop.subscriptions[0] ?? ''): Extract<Item, { kind: 'replaceSim' }> => ({
  ...{ kind: 'replaceSim', subscription, sim: 'esim', price: 7920 },
});

/** Asks for an order; something is sent where something has to be. */
export function order<Body = Order>(
  sandbox: Sandbox,
  { path }: Shop,
  items: readonly Item[],
  question: Omit<Question, 'json'> & { readonly key?: string } = {},
): Promise<Answer<Body>> {
  const sent = items.some((item) => 'sim' in item && item.sim === 'sim');
  return change<Body>(sandbox, `${path}/orders`, { ...question, json: { items, delivery: sent ? delivery : null } });
}

/** Places an order that must be taken. */
export async function placed(sandbox: Sandbox, shop: Shop, items: readonly Item[]): Promise<Order> {
  const { status, body, text } = await order(sandbox, shop, items);
  assert.equal(status, 201, text);
  return body;
}

/** What is wrong with an order that must be refused, as `/pointer type`. */
export async function refusal(sandbox: Sandbox, shop: Shop, items: readonly Item[]): Promise<string[]> {
  const { status, body, text } = await order<Refused>(sandbox, shop, items);
  assert.equal(status, 422, text);
  return (body.errors ?? []).map(({ pointer, type }) => `${pointer} ${type}`);
}

export const undo = (sandbox: Sandbox, { path }: Shop, { id }: Order): Promise<Answer<Order>> =>
  change<Order>(sandbox, `${path}/orders/${id}`, { method: 'DELETE' });

export const readOrder = async (sandbox: Sandbox, { path }: Shop, { id }: Order): Promise<Order> =>
  (await sandbox.ask<Order>(`${path}/orders/${id}`)).body;

export const listedOrders = async (sandbox: Sandbox, { path }: Shop, query = ''): Promise<OrderPage> =>
  (await sandbox.ask<OrderPage>(`${path}/orders${query}`)).body;

export const readSubscription = async (sandbox: Sandbox, { path }: Shop, id: string): Promise<Subscription> =>
  (await sandbox.ask<Subscription>(`${path}/subscriptions/${id}`)).body;

const days = new WeakMap<Sandbox['database'], Map<string, Sandbox>>();
/** The same sandbox on another business day. */
export function on({ database }: Sandbox, day: string): Sandbox {
  const known = days.get(database) ?? new Map<string, Sandbox>();
  const sandbox = known.get(day) ?? new Sandbox(database, { clock: createClock(day) });
  days.set(database, known.set(day, sandbox));
  return sandbox;
}

/** Lets the works do everything that is due on a business day, or so many steps of it. */
export async function workOn(sandbox: Sandbox, day = today, steps = Infinity): Promise<void> {
  const clock = createClock(day);
  for (let step = 0; step < steps; step++) if (!(await work(sandbox.database, clock, { pace: 0 }))) return;
}

/** One column of one row. */
export async function valueOf<Value>(sandbox: Sandbox, query: ReturnType<typeof sql>): Promise<Value | undefined> {
  const [row] = await rowsOf<{ value: Value }>(sandbox.database.db, query);
  return row?.value;
}
