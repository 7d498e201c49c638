import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { work } from '../../sandbox/orders/worker.ts';
import { parseSimNumber } from '../../src/api/identifiers.ts';
import type { Order } from '../../src/api/order.ts';
import { auditOf, change } from './changing.ts';
import { onBothEngines, today } from './engines.ts';
import {
  changeItem,
  closeItem,
  foreignNumber,
  freeNumber,
  listedOrders,
  movedNumber,
  newItem,
  on,
  openShop,
  placed,
  readOrder,
  readSubscription,
  simItem,
  undo,
  valueOf,
  workOn,
  type NewItem,
  type Number,
  type Shop,
} from './ordering.ts';
import { nameOf, search } from './scratch.ts';

onBothEngines((sandbox, kind) => {
  const fresh = async (shop: Shop, rest: Partial<NewItem> = {}, plan?: string) =>
    newItem(shop, { kind: 'new', phone: await freeNumber(sandbox(), shop) }, rest, plan);
  const subscriptionOf = ({ items: [item] }: Order): string => item?.subscription?.id ?? '';
  const stateOf = async (shop: Shop, placedOrder: Order) => {
    const { state, items } = await readOrder(sandbox(), shop, placedOrder);
    return [state, ...items.map((item) => item.state)];
  };
  const charged = (id: string) => valueOf<number>(sandbox(), sql`select count(*)::int as value from charge where order_id = ${id}`);
  const deeds = async ({ id }: Order) => (await auditOf(sandbox(), id)).map(({ person, deed }) => [person, deed]);

  describe('a new subscription', () => {
    test('is taken in hand, and then in force, bound and with a card of its own (R16.5, R17.4, SIM-1, SUB-9)', async () => {
      const shop = await openShop(sandbox());
      const bought = await placed(sandbox(), shop, [await fresh(shop, { sim: 'sim' })]);
      await workOn(sandbox(), today, 1);
      assert.deepEqual(await stateOf(shop, bought), ['inProgress', 'inProgress']);
      assert.equal((await readSubscription(sandbox(), shop, subscriptionOf(bought))).status, 'pendingActive');
      await workOn(sandbox(), today, 1);
      const done = await readOrder(sandbox(), shop, bought);
      assert.deepEqual([done.state, done.items[0]?.state, done.items[0]?.date, done.canCancel], ['completed', 'completed', today, false]);
      const { status, start, boundUntil, sim, changes } = await readSubscription(sandbox(), shop, subscriptionOf(bought));
      assert.deepEqual([status, start, boundUntil, sim?.kind, changes], ['active', today, '2027-05-21', 'sim', []]);
      assert.equal(parseSimNumber(sim?.number ?? ''), sim?.number);
      assert.deepEqual(await deeds(bought), [
        ['maja', 'order.place'],
        [null, 'order.complete'],
      ]);
      assert.equal(await charged(bought.id), 1);
    });

    test('begins on the business day it comes into force, unbound where the plan binds nobody (R14.1)', async () => {
      const shop = await openShop(sandbox());
      const items = [await fresh(shop, {}, 'Mobil 5 GB'), newItem(shop, { kind: 'none' }, {}, 'Datasim 10 GB')];
      const bought = await placed(sandbox(), shop, items);
      await workOn(sandbox(), '2026-11-25');
      const all = await Promise.all(bought.items.map(({ subscription }) => readSubscription(sandbox(), shop, subscription?.id ?? '')));
      assert.deepEqual(
        all.map(({ status, start, boundUntil }) => [status, start, boundUntil]),
        [0, 1].map(() => ['active', '2026-11-25', null]),
      );
      assert.notEqual(all[0]?.sim?.number, all[1]?.sim?.number);
    });

    test('takes its time: no step before the pace has passed (F12)', async () => {
      const shop = await openShop(sandbox());
      const bought = await placed(sandbox(), shop, [await fresh(shop)]);
      const clock = createClock(today);
      while (await work(sandbox().database, clock, { pace: 60_000 }));
      assert.deepEqual(await stateOf(shop, bought), ['acknowledged', 'acknowledged']);
      const wait = (seconds: number) =>
        sandbox().database.db.execute(
          sql`update order_item set moved_at = moved_at - make_interval(secs => ${seconds}) where order_id = ${bought.id}`,
        );
      await wait(61);
      while (await work(sandbox().database, clock, { pace: 60_000 }));
      assert.deepEqual(await stateOf(shop, bought), ['inProgress', 'inProgress']);
      await wait(61);
      while (await work(sandbox().database, clock, { pace: 60_000 }));
      assert.deepEqual(await stateOf(shop, bought), ['completed', 'completed']);
    });
  });

  describe('the move of a number', () => {
    const move = async (rest: Parameters<typeof movedNumber>[1] = {}) => {
      const shop = await openShop(sandbox());
      const bought = await placed(sandbox(), shop, [newItem(shop, movedNumber(shop, rest))]);
      await workOn(sandbox());
      const { state, items, canCancel } = await readOrder(sandbox(), shop, bought);
      const [item] = items;
      return { shop, bought, state, canCancel, date: item?.date, failure: item?.failure, item };
    };
    const statusOn = async ({ shop, bought }: Awaited<ReturnType<typeof move>>, day: string) => {
      await workOn(sandbox(), day);
      return (await readSubscription(sandbox(), shop, subscriptionOf(bought))).status;
    };

    test('is confirmed for the next working day, and happens on that day (R16.6, R17.4, NUM-5, NUM-9)', async () => {
      const moved = await move();
      assert.deepEqual([moved.state, moved.date, moved.failure, moved.canCancel], ['inProgress', '2026-11-23', null, true]);
      const before = await readSubscription(sandbox(), moved.shop, subscriptionOf(moved.bought));
      assert.deepEqual([before.status, before.moveDate], ['pendingActive', '2026-11-23']);
      assert.deepEqual(
        before.changes.map((coming) => [coming.kind, coming.date, coming.moved, coming.canUndo]),
        [['newSubscription', '2026-11-23', true, true]],
      );
      assert.equal(await charged(moved.bought.id), 0);
      await workOn(sandbox(), '2026-11-24');
      const { status, start, moveDate, phone, boundUntil } = await readSubscription(sandbox(), moved.shop, subscriptionOf(moved.bought));
      assert.deepEqual([status, start, moveDate, boundUntil], ['active', '2026-11-23', null, '2027-05-22']);
      assert.equal(phone, moved.item?.phone);
      assert.deepEqual(await stateOf(moved.shop, moved.bought), ['completed', 'completed']);
    });

    test('is confirmed for the day that was wished for (R16.6, NUM-5, NUM-9)', async () => {
      const moved = await move({ timing: 'date', date: '2026-12-03' });
      assert.deepEqual([moved.state, moved.date, moved.item?.requestedDate], ['inProgress', '2026-12-03', '2026-12-03']);
      assert.deepEqual([await statusOn(moved, '2026-12-02'), await statusOn(moved, '2026-12-03')], ['pendingActive', 'active']);
    });

    test('waits until nothing binds the number elsewhere (R16.6, NUM-6)', async () => {
      const moved = await move({ timing: 'afterBinding' });
      assert.deepEqual([moved.state, moved.date], ['inProgress', '2026-12-22']);
      assert.equal(await statusOn(moved, '2026-12-22'), 'active');
    });

    test('is late where the other provider is slow: three working days after the one wished for (R16.6, NUM-9)', async () => {
      assert.equal((await move({ provider: 'Langsom Tele' })).date, '2026-11-26');
      const moved = await move({ provider: 'langsom tele', timing: 'date', date: '2026-12-22' });
      assert.deepEqual([moved.date, moved.item?.requestedDate], ['2026-12-29', '2026-12-22']);
      const { moveDate } = await readSubscription(sandbox(), moved.shop, subscriptionOf(moved.bought));
      assert.equal(moveDate, '2026-12-29');
      assert.deepEqual([await statusOn(moved, '2026-12-28'), await statusOn(moved, '2026-12-29')], ['pendingActive', 'active']);
    });

    test('is answered for a later day when the business has gone on meanwhile (NUM-5)', async () => {
      const shop = await openShop(sandbox());
      const bought = await placed(sandbox(), shop, [newItem(shop, movedNumber(shop, { timing: 'date', date: '2026-11-24' }))]);
      await workOn(sandbox(), '2026-11-27');
      assert.equal((await readOrder(sandbox(), shop, bought)).items[0]?.date, '2026-11-30');
    });

    const refusals: [string, Parameters<typeof movedNumber>[1], string][] = [
      ['the owner is another', { ownerCvr: '99000015' }, 'wrongOwner'],
      ['the other provider does not know the number', { phone: foreignNumber('99') }, 'unknownNumber'],
      ['the other provider says no', { provider: 'Afvis Tele' }, 'refused'],
    ];
    for (const [why, rest, failure] of refusals) {
      test(`fails when ${why}: no subscription, nothing to pay, and the person stays (R16.6, NUM-8)`, async () => {
        const moved = await move(rest);
        assert.deepEqual([moved.state, moved.failure, moved.date, moved.canCancel], ['failed', failure, null, false]);
        const { body } = await search(sandbox(), moved.shop.company);
        assert.deepEqual([body.users, body.subscriptions, body.items.map(nameOf)], [2, 1, ['Bo Bæk', 'Ny Nørgård']]);
        assert.equal((await sandbox().ask(`${moved.shop.path}/subscriptions/${subscriptionOf(moved.bought)}`)).status, 404);
        assert.deepEqual(await deeds(moved.bought), [
          ['maja', 'order.place'],
          [null, 'order.fail'],
        ]);
        assert.equal(await charged(moved.bought.id), 0);
        // The number is nobody's: it can be asked for again, for the same person, as its owner.
        const phone = moved.item?.phone ?? '';
        if (failure === 'unknownNumber') return;
        const again = newItem(moved.shop, movedNumber(moved.shop, { phone }), { user: { id: moved.item?.user?.id ?? '' } });
        const retried = await placed(sandbox(), moved.shop, [again]);
        await workOn(sandbox());
        assert.equal((await readOrder(sandbox(), moved.shop, retried)).items[0]?.failure, null);
      });
    }

    test('that fails lets the rest of the order go on (R16.6)', async () => {
      const shop = await openShop(sandbox());
      const number: Number = movedNumber(shop, { provider: 'Afvis Tele' });
      const bought = await placed(sandbox(), shop, [newItem(shop, number), changeItem(shop), await fresh(shop)]);
      await workOn(sandbox());
      assert.deepEqual(await stateOf(shop, bought), ['inProgress', 'failed', 'inProgress', 'completed']);
      await workOn(sandbox(), '2026-12-01');
      assert.deepEqual(await stateOf(shop, bought), ['failed', 'failed', 'completed', 'completed']);
      assert.deepEqual(await deeds(bought), [
        ['maja', 'order.place'],
        [null, 'order.fail'],
      ]);
    });
  });

  describe('a change of plan', () => {
    test('holds from its day, in the list too, and leaves the binding as it was (R14.2, R14.4, SUB-6)', async () => {
      const shop = await openShop(sandbox());
      const [id = ''] = shop.subscriptions;
      await sandbox().database.db.execute(sql`update subscription set bound_until = '2027-01-31' where id = ${id}`);
      const changed = await placed(sandbox(), shop, [changeItem(shop)]);
      await workOn(sandbox(), '2026-11-30');
      const before = await readSubscription(sandbox(), shop, id);
      assert.deepEqual([before.plan, before.price.amount], ['Mobil 5 GB', 7900]);
      const [coming] = before.changes;
      assert.deepEqual(before.changes, [
        {
          ...{ id: changed.id, kind: 'changePlan', state: 'inProgress', date: '2026-12-01', requestedDate: null, moved: false, sim: null },
          ...{ plan: 'Mobil 100 GB', monthly: { amount: 17900, currency: 'DKK' }, canUndo: true },
        },
      ]);
      assert.equal(coming?.id, changed.id);
      await workOn(sandbox(), '2026-12-01');
      const { plan, price, boundUntil, changes } = await readSubscription(sandbox(), shop, id);
      assert.deepEqual([plan, price.amount, boundUntil, changes], ['Mobil 100 GB', 17900, '2027-01-31', []]);
      assert.deepEqual(await stateOf(shop, changed), ['completed', 'completed']);
      const byPlan = await search(sandbox(), shop.company, { sort: 'subscription' });
      assert.equal(byPlan.body.items[0]?.subscriptions[0]?.plan, 'Mobil 100 GB');
      assert.equal(await valueOf(sandbox(), sql`select plan as value from directory where id = ${shop.users[0] ?? ''}`), 'Mobil 100 GB');
    });
  });

  describe('a closing', () => {
    test('ends the subscription when its last day is over, and takes it off the list (R14.3, R14.4, SUB-7)', async () => {
      const shop = await openShop(sandbox());
      const [id = ''] = shop.subscriptions;
      const closed = await placed(sandbox(), shop, [closeItem(shop)]);
      await workOn(sandbox(), '2026-12-22');
      const before = await readSubscription(sandbox(), shop, id);
      assert.deepEqual([before.status, before.lastDay, before.changes[0]?.kind], ['pendingTerminate', '2026-12-22', 'closeSubscription']);
      await workOn(sandbox(), '2026-12-23');
      const after = await readSubscription(sandbox(), shop, id);
      assert.deepEqual([after.status, after.lastDay, after.changes], ['terminated', '2026-12-22', []]);
      assert.deepEqual(await stateOf(shop, closed), ['completed', 'completed']);
      const { body } = await search(sandbox(), shop.company);
      assert.deepEqual([body.users, body.subscriptions, body.items[0]?.subscriptions], [1, 0, []]);
    });

    test('of what no person has takes its row off the list (R14.4, D7)', async () => {
      const shop = await openShop(sandbox(), [{ label: 'Router, loftet', subscriptions: [{ plan: 'p-bb' }] }]);
      await placed(sandbox(), shop, [closeItem(shop)]);
      await workOn(sandbox(), '2026-12-23');
      assert.equal((await search(sandbox(), shop.company)).body.total, 0);
    });

    test('of another order goes on while a card is on its way (R14.3)', async () => {
      const shop = await openShop(sandbox());
      await placed(sandbox(), shop, [closeItem(shop)]);
      const card = await placed(sandbox(), shop, [simItem(shop)]);
      await workOn(sandbox(), '2026-12-23');
      assert.equal((await readSubscription(sandbox(), shop, shop.subscriptions[0] ?? '')).status, 'terminated');
      assert.deepEqual(await stateOf(shop, card), ['completed', 'completed']);
    });
  });

  describe('another SIM card', () => {
    test('as eSIM is ready at the next step; as a card when it has been sent (D11)', async () => {
      const shop = await openShop(sandbox(), [
        { name: 'Bo Bæk', subscriptions: [{}] },
        { name: 'Ane Ask', subscriptions: [{ status: 'suspended' }] },
      ]);
      const [first = '', second = ''] = shop.subscriptions;
      const esim = await placed(sandbox(), shop, [simItem(shop, first)]);
      const card = await placed(sandbox(), shop, [{ ...simItem(shop, second), sim: 'sim' }]);
      const clock = createClock(today);
      const pass = async (seconds: number) => {
        await sandbox().database.db.execute(sql`update order_item set moved_at = moved_at - make_interval(secs => ${seconds})
          where order_id in (${esim.id}, ${card.id})`);
        while (await work(sandbox().database, clock, { pace: 60_000 }));
        return [(await stateOf(shop, esim))[0], (await stateOf(shop, card))[0]];
      };
      const states = [await pass(61), await pass(61), await pass(100), await pass(30)];
      assert.deepEqual(states, [
        ['inProgress', 'inProgress'],
        ['completed', 'inProgress'],
        ['completed', 'inProgress'],
        ['completed', 'completed'],
      ]);
      const [one, other] = await Promise.all([first, second].map((id) => readSubscription(sandbox(), shop, id)));
      assert.deepEqual([one?.sim?.kind, other?.sim?.kind, other?.status], ['esim', 'sim', 'suspended']);
      assert.ok(one?.sim?.number !== other?.sim?.number && parseSimNumber(other?.sim?.number ?? '') !== undefined);
      assert.equal((await readOrder(sandbox(), shop, card)).items[0]?.date, today);
      assert.deepEqual([await charged(esim.id), await charged(card.id)], [1, 1]);
    });
  });

  describe('what was agreed before the example data begin', () => {
    test('comes about on its day without an order (R14.4, R17.4)', async () => {
      const company = await sandbox().id('company', 'c1');
      const of = async (key: string) => {
        const path = `/companies/${company}/subscriptions/${await sandbox().id('subscription', key)}`;
        const { body } = await sandbox().ask<{ status: string; start: string; moveDate: string | null; changes: unknown[] }>(path);
        return [body.status, body.moveDate, body.changes];
      };
      await workOn(sandbox(), '2026-12-31');
      assert.deepEqual(
        [await of('s-u13'), await of('s-u17')],
        [
          ['active', null, []],
          ['pendingTerminate', null, []],
        ],
      );
      await workOn(sandbox(), '2027-01-01');
      assert.equal((await of('s-u17'))[0], 'terminated');
      const { body } = await search(sandbox(), company);
      assert.deepEqual(body.items.find((row) => nameOf(row) === 'Lærke Schytt')?.subscriptions, []);
      const left = await valueOf<number>(
        sandbox(),
        sql`select count(*)::int as value from subscription where (status = 'pendingTerminate' and last_day < '2027-01-01')
          or (status = 'pendingActive' and coalesce(move_date, start) <= '2027-01-01')`,
      );
      assert.equal(left, 0);
    });
  });

  // PGlite has one connection, on which nobody meets anybody.
  if (kind === 'postgres') {
    describe('the works', () => {
      test('do not wait for a company that somebody is busy with (F29)', async () => {
        const [busy, other] = [await openShop(sandbox()), await openShop(sandbox())];
        const [waiting, done] = [await placed(sandbox(), busy, [simItem(busy)]), await placed(sandbox(), other, [simItem(other)])];
        await sandbox().database.db.transaction(async (transaction) => {
          await transaction.execute(sql`select from company where id = ${busy.company} for no key update`);
          await workOn(sandbox());
        });
        assert.deepEqual(
          [await stateOf(busy, waiting), await stateOf(other, done)],
          [
            ['acknowledged', 'acknowledged'],
            ['completed', 'completed'],
          ],
        );
        await workOn(sandbox());
        assert.deepEqual(await stateOf(busy, waiting), ['completed', 'completed']);
      });

      test('either carry an order out or find it taken back, when both come at once (F21, R14.4)', async () => {
        for (let round = 0; round < 20; round++) {
          const shop = await openShop(sandbox());
          const bought = await placed(sandbox(), shop, [await fresh(shop)]);
          await workOn(sandbox(), today, 1);
          const [{ status }] = await Promise.all([undo(sandbox(), shop, bought), workOn(sandbox())]);
          const { body } = await search(sandbox(), shop.company);
          const [state] = await stateOf(shop, bought);
          const isUndone = status === 200;
          assert.deepEqual(
            [state, body.users, body.subscriptions, await charged(bought.id)],
            isUndone ? ['cancelled', 1, 1, 0] : ['completed', 2, 2, 1],
          );
          assert.ok(isUndone || status === 409);
        }
      });

      test('of several instances do each step once (F12, F29, R14.6)', async () => {
        const shop = await openShop(
          sandbox(),
          Array.from({ length: 8 }, (_, index) => ({ name: `Navn ${String(index)}`, subscriptions: [{}] })),
        );
        const orders: Order[] = [];
        for (const id of shop.subscriptions) orders.push(await placed(sandbox(), shop, [simItem(shop, id), await fresh(shop)]));
        const clock = createClock(today);
        const instance = async () => {
          // An instance that finds everything busy asks again, as the works do.
          for (let idle = 0; idle < 20;) idle = (await work(sandbox().database, clock, { pace: 0 })) ? 0 : idle + 1;
        };
        await Promise.all([instance(), instance(), instance(), instance()]);
        for (const one of orders) {
          assert.deepEqual(await stateOf(shop, one), ['completed', 'completed', 'completed']);
          assert.equal((await deeds(one)).filter(([, deed]) => deed === 'order.complete').length, 1);
          assert.equal(await charged(one.id), 2);
        }
        const cards = await rowsOf<{ sim_number: string }>(
          sandbox().database.db,
          sql`select distinct sim_number from subscription where company_id = ${shop.company}`,
        );
        assert.equal(cards.length, 16);
      });
    });
  }

  describe('an item that cannot be carried out', () => {
    test('is said to be so, changes nothing, and holds up nobody (F29)', async () => {
      const [stuck, other] = [await openShop(sandbox()), await openShop(sandbox())];
      const [first, second] = [await placed(sandbox(), stuck, [simItem(stuck)]), await placed(sandbox(), other, [simItem(other)])];
      const { db } = sandbox().database;
      await db.execute(sql`alter table subscription add constraint stuck check (company_id <> ${sql.raw(`'${stuck.company}'`)}) not valid`);
      const clock = createClock(today);
      let refusals = 0;
      for (let step = 0; step < 8; step++) await work(sandbox().database, clock, { pace: 0 }).catch(() => refusals++);
      assert.ok(refusals > 0);
      assert.deepEqual(
        [await stateOf(stuck, first), await stateOf(other, second)],
        [
          ['inProgress', 'inProgress'],
          ['completed', 'completed'],
        ],
      );
      await db.execute(sql`alter table subscription drop constraint stuck`);
      await workOn(sandbox());
      assert.deepEqual(await stateOf(stuck, first), ['completed', 'completed']);
    });
  });

  describe('the changes to come of a subscription', () => {
    test('are told nearest first, and whether they can be undone (R14.4)', async () => {
      const shop = await openShop(sandbox());
      const card = await placed(sandbox(), shop, [simItem(shop)]);
      const changed = await placed(sandbox(), shop, [changeItem(shop)]);
      const of = async (day = today) =>
        (await readSubscription(on(sandbox(), day), shop, shop.subscriptions[0] ?? '')).changes.map(({ id, canUndo }) => [id, canUndo]);
      assert.deepEqual(await of(), [
        [card.id, true],
        [changed.id, true],
      ]);
      // On its day it counts, whether it has been carried out yet or not.
      assert.deepEqual(await of('2026-12-01'), [
        [card.id, true],
        [changed.id, false],
      ]);
      await workOn(sandbox());
      assert.deepEqual(await of(), [[changed.id, true]]);
      const { status } = await change(on(sandbox(), '2026-12-01'), `${shop.path}/orders/${changed.id}`, { method: 'DELETE' });
      assert.equal(status, 409);
      assert.equal((await listedOrders(sandbox(), shop)).items[0]?.state, 'inProgress');
    });
  });
});
