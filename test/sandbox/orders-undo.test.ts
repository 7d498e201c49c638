import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Order } from '../../src/api/order.ts';
import { auditOf, change } from './changing.ts';
import { onBothEngines, today } from './engines.ts';
import {
  changeItem,
  closeItem,
  freeNumber,
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
  type Item,
  type NewItem,
  type Refused,
  type Shop,
} from './ordering.ts';
import { nameOf, search } from './scratch.ts';

onBothEngines((sandbox) => {
  const fresh = async (shop: Shop, rest: Partial<NewItem> = {}) =>
    newItem(shop, { kind: 'new', phone: await freeNumber(sandbox(), shop) }, rest);
  const isThere = async (shop: Shop, user = '') => (await sandbox().ask(`${shop.path}/users/${user}`)).status === 200;
  const userOf = ({ items: [item] }: Order) => item?.user?.id;
  const tooLate = async (shop: Shop, late: Order, day = today) => {
    const path = `${shop.path}/orders/${late.id}`;
    const { status, body } = await change<Refused>(on(sandbox(), day), path, { method: 'DELETE' });
    assert.deepEqual([status, body.type], [409, 'urn:selvbetjening:problem:too-late']);
  };

  describe('an order that is undone', () => {
    test('of a new subscription is gone with its user, as if neither had been (R14.4)', async () => {
      const shop = await openShop(sandbox());
      const bought = await placed(sandbox(), shop, [await fresh(shop)]);
      await workOn(sandbox(), today, 1);
      const { status, body } = await undo(sandbox(), shop, bought);
      assert.deepEqual([status, body.state, body.items[0]?.state, body.canCancel], [200, 'cancelled', 'cancelled', false]);
      assert.equal(body.items[0]?.user?.name, 'Ny Nørgård');
      const list = (await search(sandbox(), shop.company)).body;
      assert.deepEqual([list.total, list.users, list.subscriptions, list.items.map(nameOf)], [1, 1, 1, ['Bo Bæk']]);
      assert.equal(await isThere(shop, userOf(bought)), false);
      assert.equal((await sandbox().ask(`${shop.path}/subscriptions/${bought.items[0]?.subscription?.id ?? ''}`)).status, 404);
      await workOn(sandbox(), '2026-12-31');
      assert.deepEqual(await readOrder(sandbox(), shop, bought), body);
      assert.deepEqual(await auditOf(sandbox(), bought.id).then((rows) => rows.map(({ deed }) => deed)), ['order.place', 'order.cancel']);
      assert.equal(await valueOf(sandbox(), sql`select count(*)::int as value from charge where order_id = ${bought.id}`), 0);
    });

    test('leaves a user who was there before, or has something else by now (R14.4)', async () => {
      const shop = await openShop(sandbox(), [{ name: 'Bo Bæk', subscriptions: [] }]);
      const [bo = ''] = shop.users;
      const forBo = await placed(sandbox(), shop, [await fresh(shop, { user: { id: bo } })]);
      await undo(sandbox(), shop, forBo);
      assert.equal(await isThere(shop, bo), true);
      const first = await placed(sandbox(), shop, [await fresh(shop)]);
      const ny = userOf(first) ?? '';
      const second = await placed(sandbox(), shop, [await fresh(shop, { user: { id: ny } })]);
      await undo(sandbox(), shop, first);
      assert.equal(await isThere(shop, ny), true);
      // Nobody ever used what came with the first order, so the last one takes the person along.
      await undo(sandbox(), shop, second);
      assert.equal(await isThere(shop, ny), false);
      assert.equal((await search(sandbox(), shop.company)).body.users, 1);
    });

    test('of a move stops it until the number is here (R14.4, NUM-9)', async () => {
      const shop = await openShop(sandbox());
      const number = movedNumber(shop, { timing: 'date', date: '2026-12-03' });
      const [first, second] = [
        await placed(sandbox(), shop, [newItem(shop, number)]),
        await placed(sandbox(), shop, [newItem(shop, movedNumber(shop))]),
      ];
      await workOn(sandbox());
      assert.equal((await undo(sandbox(), shop, first)).body.state, 'cancelled');
      await tooLate(shop, second, '2026-11-23');
      await workOn(sandbox(), '2026-12-03');
      await tooLate(shop, second);
      // The number is nobody's again, and can be asked for anew.
      await placed(sandbox(), shop, [newItem(shop, number)]);
    });

    test('of a closing is what it was before: in force, or blocked for the same reason (R14.4)', async () => {
      const shop = await openShop(sandbox(), [
        { name: 'Bo Bæk', subscriptions: [{}] },
        { name: 'Ane Ask', subscriptions: [{}] },
      ]);
      const [bo = '', ane = ''] = shop.subscriptions;
      const block = { reason: 'stolen' };
      assert.equal((await change(sandbox(), `${shop.path}/subscriptions/${ane}/block`, { json: block })).status, 200);
      const closed = await placed(sandbox(), shop, [closeItem(shop, bo), closeItem(shop, ane)]);
      const states = async () => {
        const all = await Promise.all([bo, ane].map((id) => readSubscription(sandbox(), shop, id)));
        return all.map(({ status, lastDay, block: stopped }) => [status, lastDay, stopped?.reason ?? null]);
      };
      assert.deepEqual(await states(), [
        ['pendingTerminate', '2026-12-22', null],
        ['pendingTerminate', '2026-12-22', null],
      ]);
      await undo(sandbox(), shop, closed);
      assert.deepEqual(await states(), [
        ['active', null, null],
        ['suspended', null, 'stolen'],
      ]);
      const again = await placed(sandbox(), shop, [closeItem(shop, bo)]);
      await tooLate(shop, again, '2026-12-23');
      await workOn(sandbox(), '2026-12-23');
      await tooLate(shop, again);
    });

    test('of a change of plan never holds (R14.4)', async () => {
      const shop = await openShop(sandbox());
      const changed = await placed(sandbox(), shop, [changeItem(shop)]);
      await workOn(sandbox());
      await undo(sandbox(), shop, changed);
      await workOn(sandbox(), '2026-12-31');
      const { plan, changes } = await readSubscription(sandbox(), shop, shop.subscriptions[0] ?? '');
      assert.deepEqual([plan, changes], ['Mobil 5 GB', []]);
      await placed(sandbox(), shop, [changeItem(shop, 'Mobil Fri')]);
    });

    test('of another SIM card leaves the one there is, and costs nothing (R14.4)', async () => {
      const shop = await openShop(sandbox());
      const card = await placed(sandbox(), shop, [simItem(shop)]);
      await undo(sandbox(), shop, card);
      await workOn(sandbox());
      assert.equal((await readSubscription(sandbox(), shop, shop.subscriptions[0] ?? '')).sim, null);
      assert.equal(await valueOf(sandbox(), sql`select coalesce(sum(amount), 0)::int as value from charge where order_id = ${card.id}`), 0);
      const another = await placed(sandbox(), shop, [simItem(shop)]);
      await workOn(sandbox());
      await tooLate(shop, another);
    });

    test('is undone as a whole, and not at all once a part of it has applied (R14.4)', async () => {
      const shop = await openShop(sandbox());
      const items: Item[] = [closeItem(shop), await fresh(shop)];
      const whole = await placed(sandbox(), shop, items);
      await undo(sandbox(), shop, whole);
      assert.equal((await readSubscription(sandbox(), shop, shop.subscriptions[0] ?? '')).status, 'active');
      const part = await placed(sandbox(), shop, [closeItem(shop), await fresh(shop)]);
      await workOn(sandbox());
      assert.deepEqual(
        (await readOrder(sandbox(), shop, part)).items.map(({ state }) => state),
        ['inProgress', 'completed'],
      );
      await tooLate(shop, part);
      assert.equal((await readSubscription(sandbox(), shop, shop.subscriptions[0] ?? '')).status, 'pendingTerminate');
    });

    test('of which one move has failed takes back the rest (R14.4, NUM-8)', async () => {
      const shop = await openShop(sandbox());
      const mixed = await placed(sandbox(), shop, [newItem(shop, movedNumber(shop, { provider: 'Afvis Tele' })), changeItem(shop)]);
      await workOn(sandbox());
      const { body } = await undo(sandbox(), shop, mixed);
      assert.deepEqual([body.state, ...body.items.map(({ state }) => state)], ['cancelled', 'failed', 'cancelled']);
    });

    test('twice is undone once, with another key too (F06, F21, T20)', async () => {
      const shop = await openShop(sandbox());
      const changed = await placed(sandbox(), shop, [changeItem(shop)]);
      const path = `${shop.path}/orders/${changed.id}`;
      const key = crypto.randomUUID();
      const answers = [
        await change(sandbox(), path, { method: 'DELETE', key }),
        await change(sandbox(), path, { method: 'DELETE', key }),
        await change(sandbox(), path, { method: 'DELETE' }),
      ];
      assert.deepEqual([...new Set(answers.map(({ status, text }) => `${String(status)} ${text}`))].length, 1);
      assert.equal((await auditOf(sandbox(), changed.id)).length, 2);
      assert.equal((await change(sandbox(), path, { method: 'DELETE', key: null })).status, 400);
    });
  });
});
