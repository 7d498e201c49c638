import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Order } from '../../src/api/order.ts';
import { untilAnswered } from './changing.ts';
import { onBothEngines, onEngine } from './engines.ts';
import { listedOrders, openShop, undo, valueOf, workOn, type Refused, type Shop } from './ordering.ts';
import { bought, orderProducts, productItem, refused, setStock, stockOf } from './shelf.ts';

onBothEngines((sandbox) => {
  describe('stock', () => {
    test('goes down by what is ordered, and back up when that is taken back, once (R18.3, R24.4)', async () => {
      const shop = await openShop(sandbox());
      await setStock(sandbox(), 'router5g', 5);
      const order = await bought(sandbox(), shop, 'router5g', { quantity: 3 });
      assert.equal(await stockOf(sandbox(), 'router5g'), 2);
      for (let times = 0; times < 2; times++) assert.equal((await undo(sandbox(), shop, order)).body.state, 'cancelled');
      assert.equal(await stockOf(sandbox(), 'router5g'), 5);
    });

    test('of what never runs out is not counted (R18.3)', async () => {
      const shop = await openShop(sandbox());
      const order = await bought(sandbox(), shop, 'esim', { quantity: 99 });
      await undo(sandbox(), shop, order);
      assert.equal(await stockOf(sandbox(), 'esim'), null);
    });

    test('can be ordered to the last piece, and then no more (T19)', async () => {
      const shop = await openShop(sandbox());
      await setStock(sandbox(), 'router5g', 2);
      await bought(sandbox(), shop, 'router5g', { quantity: 2 });
      assert.deepEqual(await refused(sandbox(), shop, [await productItem(sandbox(), shop, 'router5g')]), ['/items/0/product soldOut']);
    });

    test('cannot go below zero, whoever writes it (T19)', async () => {
      await assert.rejects(sandbox().database.db.execute(sql`update product set stock = -1 where key = 'router5g'`));
    });
  });
});

onEngine('postgres', (sandbox) => {
  const shops = async (count: number): Promise<Shop[]> => {
    const open: Shop[] = [];
    for (let index = 0; index < count; index++) open.push(await openShop(sandbox()));
    return open;
  };

  describe('many who order at once', () => {
    test('share what there is: of 200 orders for 12 pieces, 12 are taken and the others told that it is gone (T19, T20)', async (context) => {
      await setStock(sandbox(), 'router5g', 12);
      const open = await shops(20);
      const items = await Promise.all(open.map((shop) => productItem(sandbox(), shop, 'router5g')));
      const begun = performance.now();
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) => {
          const [shop, item, key] = [open[index % open.length], items[index % open.length], crypto.randomUUID()];
          assert.ok(shop && item);
          return untilAnswered(() => orderProducts<Order & Refused>(sandbox(), shop, [item], { key }));
        }),
      );
      const took = performance.now() - begun;
      const taken = answers.filter(({ status }) => status === 201);
      assert.deepEqual([taken.length, new Set(taken.map(({ body }) => body.id)).size, await stockOf(sandbox(), 'router5g')], [12, 12, 0]);
      for (const { status, body } of answers) {
        if (status === 201) continue;
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/items/0/product', type: 'soldOut' }]]);
      }
      const sold = await valueOf<number>(
        sandbox(),
        sql`select sum(quantity)::int as value from order_item where product_id = ${items[0]?.product ?? ''} and state <> 'cancelled'`,
      );
      assert.equal(sold, 12);
      context.diagnostic(`200 orders of 12 pieces took ${String(Math.round(took))} ms`);
    });

    test('of several products each, in either order, never wait in a circle, and sell no more than there is (T19, T20)', async () => {
      await setStock(sandbox(), 'router4g', 30);
      await setStock(sandbox(), 'dongle', 45);
      const open = await shops(10);
      const answers = await Promise.all(
        Array.from({ length: 80 }, async (_, index) => {
          const [shop, key] = [open[index % open.length], crypto.randomUUID()];
          assert.ok(shop);
          const keys = index % 2 ? ['router4g', 'dongle'] : ['dongle', 'router4g'];
          const items = await Promise.all(keys.map((one) => productItem(sandbox(), shop, one)));
          const answer = await untilAnswered(() => orderProducts(sandbox(), shop, items, { key }));
          // Some are taken back in the middle of it.
          if (answer.status !== 201 || index % 5 > 0) return answer.status;
          const { status } = await untilAnswered(() => undo(sandbox(), shop, answer.body));
          return status === 200 ? 'undone' : status;
        }),
      );
      const kept = answers.filter((answer) => answer === 201).length;
      assert.ok(
        answers.every((answer) => answer === 201 || answer === 422 || answer === 'undone'),
        answers.join(),
      );
      assert.deepEqual([await stockOf(sandbox(), 'router4g'), await stockOf(sandbox(), 'dongle')], [30 - kept, 45 - kept]);
      assert.ok(kept > 0 && kept <= 30, String(kept));
    });

    test('the same 200 times have ordered once (F06, R24.4, T20)', async () => {
      await setStock(sandbox(), 'router5g', 12);
      const [shop] = await shops(1);
      assert.ok(shop);
      const [key, item] = [crypto.randomUUID(), await productItem(sandbox(), shop, 'router5g', { quantity: 5 })];
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => untilAnswered(() => orderProducts(sandbox(), shop, [item], { key }))),
      );
      assert.deepEqual([...new Set(answers.map(({ status, text }) => `${String(status)} ${text}`))].length, 1);
      assert.deepEqual(
        [answers[0]?.status, (await listedOrders(sandbox(), shop)).total, await stockOf(sandbox(), 'router5g')],
        [201, 1, 7],
      );
    });

    test('and take back while it is packed: either way, what is there and what is on its way add up (R24.4, T19)', async () => {
      await setStock(sandbox(), 'router5g', 10);
      const open = await shops(10);
      const orders = await Promise.all(open.map((shop) => bought(sandbox(), shop, 'router5g')));
      const undone = Promise.all(
        orders.map(async (order, index) => {
          const shop = open[index];
          assert.ok(shop);
          return (await untilAnswered(() => undo(sandbox(), shop, order))).status;
        }),
      );
      await Promise.all([workOn(sandbox(), '2026-11-23'), workOn(sandbox(), '2026-11-23')]);
      const back = (await undone).filter((status) => status === 200).length;
      await workOn(sandbox(), '2026-11-23');
      const packed = await valueOf<number>(
        sandbox(),
        sql`select count(*)::int as value from order_item where id in (select jsonb_array_elements_text(${JSON.stringify(
          orders.flatMap(({ items }) => items.map(({ id }) => id)),
        )}::jsonb)) and state = 'inProgress'`,
      );
      assert.deepEqual([await stockOf(sandbox(), 'router5g'), packed], [back, 10 - back]);
    });
  });
});
