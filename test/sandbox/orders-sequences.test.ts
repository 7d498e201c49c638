import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { work } from '../../sandbox/orders/worker.ts';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import type { Order } from '../../src/api/order.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { change } from './changing.ts';
import { onEngine, today, type Sandbox } from './engines.ts';
import {
  foreignNumber,
  freeNumber,
  listedOrders,
  movedNumber,
  newItem,
  on,
  openShop,
  order,
  readSubscription,
  type Item,
  type NewItem,
  type Shop,
} from './ordering.ts';
import { search } from './scratch.ts';
import { bought } from './shelf.ts';

/** What somebody, or time, does next; numbers choose among what there is. */
const deed = fc.oneof(
  fc.record({ deed: fc.constant('buy' as const), way: fc.nat(3), who: fc.nat(5) }),
  fc.record({ deed: fc.constant('product' as const), way: fc.nat(2), who: fc.nat(5) }),
  fc.record({ deed: fc.constantFrom('change', 'close', 'card', 'block', 'open'), which: fc.nat(7), way: fc.nat(3) }),
  fc.record({ deed: fc.constant('undo' as const), which: fc.nat(9) }),
  fc.record({ deed: fc.constant('work' as const), steps: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ deed: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 9, 40) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

/** A company in the course of one sequence. */
interface Course {
  readonly sandbox: Sandbox;
  readonly shop: Shop;
  day: string;
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)];

/** Does it, as far as it can be done; whether it could must have been said before. */
async function doDeed(course: Course, next: Deed): Promise<void> {
  const { shop, day } = course;
  const sandbox = on(course.sandbox, day);
  if (next.deed === 'wait') course.day = addDays(day, next.days);
  else if (next.deed === 'work') {
    for (let step = 0; step < next.steps; step++) await work(sandbox.database, createClock(day), { pace: 0 });
  } else if (next.deed === 'buy') await buy(sandbox, shop, next);
  else if (next.deed === 'product') {
    const user = await someone(sandbox, shop, next.who);
    await bought(sandbox, shop, ['dongle', 'esim'][next.way % 2], { user, quantity: 1 + next.way });
  } else if (next.deed === 'undo') {
    const chosen = pick((await listedOrders(sandbox, shop)).items, next.which);
    if (chosen === undefined) return;
    const { status, body } = await change<Order>(sandbox, `${shop.path}/orders/${chosen.id}`, { method: 'DELETE' });
    assert.deepEqual(
      [status, status === 200 && body.state],
      chosen.canCancel || chosen.state === 'cancelled' ? [200, 'cancelled'] : [409, false],
    );
  } else await changeOne(sandbox, shop, day, next);
}

/** Somebody new for 0, else one of those on the list. */
async function someone(sandbox: Sandbox, shop: Shop, who: number): Promise<NewItem['user']> {
  const users = (await search(sandbox, shop.company)).body.items.flatMap((row) => row.user ?? []);
  const known = who === 0 ? undefined : pick(users, who);
  return known ? { id: known.id } : { name: 'Ny Nørgård', email: null, costCentre: null };
}

async function buy(sandbox: Sandbox, shop: Shop, { way, who }: Extract<Deed, { deed: 'buy' }>): Promise<void> {
  const user = await someone(sandbox, shop, who);
  const number = [
    { kind: 'new' as const, phone: await freeNumber(sandbox, shop) },
    movedNumber(shop, { provider: 'Langsom Tele' }),
    movedNumber(shop, { phone: foreignNumber('99') }),
    { kind: 'none' as const },
  ][way] ?? { kind: 'none' };
  const item = newItem(shop, number, { user }, number.kind === 'none' ? 'Datasim 10 GB' : 'Mobil 20 GB');
  assert.equal((await order(sandbox, shop, [item])).status, 201);
}

/** Something is ordered for, or done to, a subscription: it goes through exactly when the profile lets one expect it. */
async function changeOne(
  sandbox: Sandbox,
  shop: Shop,
  day: string,
  { deed: what, which, way }: Extract<Deed, { which: number; way: number }>,
): Promise<void> {
  const rows = (await search(sandbox, shop.company)).body.items.flatMap((row) => row.subscriptions);
  const chosen = pick(rows, which);
  if (chosen === undefined) return;
  const known = await readSubscription(sandbox, shop, chosen.id);
  const isOn = known.status === 'active' || known.status === 'suspended';
  const isComing = (kind: string) => known.changes.some((coming) => coming.kind === kind);
  if (what === 'block' || what === 'open') {
    const method = what === 'block' ? 'POST' : 'DELETE';
    const { status } = await change(sandbox, `${shop.path}/subscriptions/${known.id}/block`, {
      method,
      ...(what === 'block' && { json: { reason: 'lost' } }),
    });
    assert.equal(status, isOn ? 200 : 422);
    return;
  }
  const plan = shop.plan(
    known.included.talk ? (pick(['Mobil 5 GB', 'Mobil 100 GB', 'Mobil Fri', 'Mobil 20 GB'], way) ?? '') : 'Mobilt bredbånd 500 GB',
  );
  const lastDay = addDays(known.firstLastDay, way * 20);
  const unbound = await unboundFrom(sandbox, known.id, lastDay);
  const items: Record<string, Item> = {
    change: {
      kind: 'changePlan',
      subscription: known.id,
      plan: plan.id,
      monthly: plan.monthly.amount,
      from: addDays(endOfMonth(day, 0), 1),
    },
    close: { kind: 'closeSubscription', subscription: known.id, lastDay: unbound, remaining: 0 },
    card: { kind: 'replaceSim', subscription: known.id, sim: 'esim', price: known.simPrice.amount },
  };
  const item = items[what];
  if (item === undefined) return;
  const { status } = await order(sandbox, shop, [item]);
  const expected = {
    change: isOn && !isComing('changePlan') && plan.id !== known.planId,
    close: isOn && !isComing('changePlan'),
    card: (isOn || known.status === 'pendingTerminate') && !isComing('replaceSim'),
  };
  assert.equal(status, expected[item.kind === 'changePlan' ? 'change' : item.kind === 'closeSubscription' ? 'close' : 'card'] ? 201 : 422);
}

/** A last day that leaves nothing of the binding. */
async function unboundFrom(sandbox: Sandbox, id: string, lastDay: string): Promise<string> {
  const [row] = await rowsOf<{ day: string }>(
    sandbox.database.db,
    sql`select greatest(bound_until, ${lastDay}::date)::text as day from subscription where id = ${id}`,
  );
  return row?.day ?? lastDay;
}

/** What must hold after everything, whatever has happened. */
async function check({ sandbox, shop }: Course): Promise<void> {
  const { db } = sandbox.database;
  const { company } = shop;
  const [wrong] = await rowsOf<Record<string, number>>(
    db,
    sql`with open as (select * from order_item where company_id = ${company} and state in ('acknowledged', 'inProgress')),
        own as (select * from subscription where company_id = ${company}),
        bought as (select * from order_item where company_id = ${company} and kind = 'product' and state <> 'cancelled')
      select
        (select count(*)::int from own where status = 'pendingActive' and id not in (select subscription_id from open where kind = 'newSubscription')) as unordered,
        (select count(*)::int from open where kind = 'newSubscription' and subscription_id not in (select id from own where status = 'pendingActive')) as lost,
        (select count(*)::int from own where status = 'pendingTerminate' and id not in (select subscription_id from open where kind = 'closeSubscription')) as stuck,
        (select count(*)::int from open where kind = 'closeSubscription' and subscription_id not in (select id from own where status = 'pendingTerminate')) as ajar,
        (select count(*) - count(distinct (subscription_id, kind))::int from open where kind <> 'product')::int as twice,
        (select count(*) - count(distinct sim_number)::int from own where sim_number is not null)::int as cards,
        (select count(*)::int from customer_order o where company_id = ${company} and (state in ('acknowledged', 'inProgress'))
          <> exists (select from open where order_id = o.id)) as unsettled,
        (select count(*)::int from telephone_user u where company_id = ${company} and not exists (select from directory d where d.id = u.id)) as unlisted,
        (select count(*)::int from bought where user_id not in (select id from telephone_user where company_id = ${company})) as nobodys,
        (select count(*)::int from bought where parcel is not null and (jsonb_array_length(parcel->'steps'), state) not in
          ((1, 'acknowledged'), (2, 'inProgress'), (3, 'inProgress'), (4, 'completed'))) as astray,
        (select coalesce(sum(one_off), 0)::int from bought)
          - (select coalesce(sum(amount), 0)::int from charge where company_id = ${company} and product is not null) as unpaid,
        (select stock + (select coalesce(sum(quantity), 0)::int from order_item where product_id = product.id and state <> 'cancelled') - 800
          from product where key = 'dongle') as missing`,
  );
  const nothing = { unordered: 0, lost: 0, stuck: 0, ajar: 0, twice: 0, cards: 0, unsettled: 0, unlisted: 0 };
  assert.deepEqual(wrong, { ...nothing, nobodys: 0, astray: 0, unpaid: 0, missing: 0 });
}

/** The list, its figures and the profiles say the same. */
async function checkList({ sandbox, shop }: Course): Promise<void> {
  const { body } = await search(sandbox, shop.company);
  const subscriptions = body.items.flatMap((row) => row.subscriptions);
  assert.deepEqual([body.items.length, subscriptions.length], [body.total, body.subscriptions]);
  for (const row of body.items) {
    const profile = (await sandbox.ask<User>(`${shop.path}/users/${row.user?.id ?? ''}`)).body;
    const existing = profile.subscriptions.filter(({ status }) => status !== 'terminated');
    assert.deepEqual(existing.map(({ id }) => id).sort(), row.subscriptions.map(({ id }) => id).sort());
  }
}

onEngine('pglite', (sandbox) => {
  test('whatever is ordered, undone, blocked and carried out in whatever order, each thing is in one state and the list shows it (R9.3, R14.4, R17.4)', async () => {
    let deeds = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (sequence) => {
        const shop = await openShop(sandbox(), [
          { name: 'Bo Bæk', subscriptions: [{}] },
          { name: 'Ane Ask', subscriptions: [{ plan: 'p-20' }] },
        ]);
        const course: Course = { sandbox: sandbox(), shop, day: today };
        for (const next of sequence) {
          await doDeed(course, next);
          deeds++;
          await check(course);
        }
        await checkList(course);
      }),
      { numRuns: 40 },
    );
    assert.ok(deeds > 200);
  });
});
