import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { User } from '../../src/subscriptions/user.ts';
import { auditOf } from './changing.ts';
import { onBothEngines } from './engines.ts';
import { delivery, listedOrders, openShop, readOrder, undo, type Refused } from './ordering.ts';
import { nameOf, search } from './scratch.ts';
import { bought, orderProducts, productItem, refused, setStock, shelf, stockOf } from './shelf.ts';

onBothEngines((sandbox) => {
  describe('the shelf', () => {
    test('shows what can be ordered and what cannot, with price and description, in its own order (R18.1, R18.2, R18.3)', async () => {
      const shop = await openShop(sandbox());
      await setStock(sandbox(), 'router5g', 12);
      const items = await shelf(sandbox(), shop.path);
      assert.deepEqual(
        items.map(({ name, kind, price: { amount }, state, most, isSent }) => [name, kind, amount, state, most, isSent]),
        [
          ['Simkort', 'sim', 0, 'available', 99, true],
          ['eSIM', 'esim', 0, 'available', 99, false],
          ['4G-dongle', 'dongle', 39_900, 'available', 99, true],
          ['5G-router', 'router', 249_900, 'available', 12, true],
          ['4G-router', 'router', 119_900, 'available', 99, true],
          ['Udendørsantenne til router', 'antenna', 89_900, 'soldOut', 0, true],
        ],
      );
      for (const { description } of items) assert.ok(description.da.length > 20 && description.en.length > 20);
    });

    test('says of what is no longer sold that it is withdrawn, however many are left (R18.3)', async () => {
      const shop = await openShop(sandbox());
      await sandbox().database.db.execute(sql`update product set withdrawn = true where key = 'dongle'`);
      const dongle = (await shelf(sandbox(), shop.path)).find(({ kind }) => kind === 'dongle');
      assert.deepEqual([dongle?.state, dongle?.most], ['withdrawn', 0]);
      assert.deepEqual(await refused(sandbox(), shop, [await productItem(sandbox(), shop, 'dongle')]), ['/items/0/product withdrawn']);
      await sandbox().database.db.execute(sql`update product set withdrawn = false where key = 'dongle'`);
    });
  });

  describe('an order of a product', () => {
    test('is answered with everything that was ordered, and read again the same (R25.1, R25.3)', async () => {
      const shop = await openShop(sandbox());
      const item = await productItem(sandbox(), shop, 'router4g', { quantity: 3, costCentre: 'Lager', reference: 'Rekv. 4711' });
      const { body, status } = await orderProducts(sandbox(), shop, [item]);
      assert.equal(status, 201);
      assert.deepEqual(body, {
        ...{ id: body.id, number: body.number, state: 'acknowledged', placedAt: body.placedAt, placedBy: 'Maja Holm', canCancel: true },
        items: [
          {
            ...{ id: body.items[0]?.id, kind: 'product', action: 'add', state: 'acknowledged' },
            ...{ user: { id: shop.users[0], name: 'Bo Bæk' }, subscription: null, plan: null, phone: null },
            product: {
              ...{ id: item.product, name: '4G-router', quantity: 3, price: { amount: 119_900, currency: 'DKK' } },
              ...{ costCentre: 'Lager', reference: 'Rekv. 4711' },
              parcel: {
                state: 'received',
                steps: [{ state: 'received', day: '2026-11-22' }],
                tracking: null,
                trackingUrl: null,
                expected: null,
              },
            },
            ...{ date: null, requestedDate: null, sim: null, failure: null },
          },
        ],
        ...{ delivery, oneOff: { amount: 359_700, currency: 'DKK' }, monthly: { amount: 0, currency: 'DKK' } },
      });
      assert.deepEqual(await readOrder(sandbox(), shop, body), body);
      assert.deepEqual(
        (await auditOf(sandbox(), body.id)).map(({ person, deed }) => [person, deed]),
        [['maja', 'order.place']],
      );
    });

    test('for a new user puts them on the list without a subscription, and takes them away with the order (R20.2, R22.1)', async () => {
      const shop = await openShop(sandbox());
      const user = { name: 'Ny Nørgård', email: 'ny@kladde.example', costCentre: 'Salg' };
      const order = await bought(sandbox(), shop, 'sim', { user });
      const listed = async () => (await search(sandbox(), shop.company)).body.items.map((row) => [nameOf(row), row.subscriptions.length]);
      assert.deepEqual(await listed(), [
        ['Bo Bæk', 1],
        ['Ny Nørgård', 0],
      ]);
      const { email, costCentre } = (await sandbox().ask<User>(`${shop.path}/users/${order.items[0]?.user?.id ?? ''}`)).body;
      assert.deepEqual([email, costCentre], ['ny@kladde.example', 'Salg']);
      const second = await bought(sandbox(), shop, 'sim', { user: { id: order.items[0]?.user?.id ?? '' } });
      assert.equal((await undo(sandbox(), shop, order)).body.state, 'cancelled');
      assert.equal((await listed()).length, 2, 'something is on its way to them still');
      assert.equal((await undo(sandbox(), shop, second)).body.state, 'cancelled');
      assert.deepEqual(await listed(), [['Bo Bæk', 1]]);
      assert.deepEqual((await readOrder(sandbox(), shop, order)).items[0]?.user?.name, 'Ny Nørgård');
    });

    test('that is taken back leaves a user who came with another order, which failed (R20.2, F06)', async () => {
      const shop = await openShop(sandbox());
      const user = { name: 'Ny Nørgård', email: null, costCentre: null };
      const order = await bought(sandbox(), shop, 'sim', { user });
      const id = order.items[0]?.user?.id ?? '';
      await sandbox().database.db.execute(sql`update order_item set state = 'failed' where order_id = ${order.id}`);
      await sandbox().database.db.execute(sql`update customer_order set state = 'failed' where id = ${order.id}`);
      const second = await bought(sandbox(), shop, 'sim', { user: { id } });
      assert.equal((await undo(sandbox(), shop, second)).body.state, 'cancelled');
      assert.equal((await sandbox().ask(`${shop.path}/users/${id}`)).status, 200);
    });

    test('leaves the company’s main address as it is, and keeps the one it is sent to to the letter (R23.7, R25.3, D17)', async () => {
      const shop = await openShop(sandbox());
      const main = async () => (await sandbox().ask<{ mainAddress: unknown }>(shop.path)).text;
      const before = await main();
      const to = { ...delivery, street: 'Aa-Prøvevej', place: 'Færgekajen Fiktiv', floor: 'kl', door: '12a' };
      const { body } = await orderProducts(sandbox(), shop, [await productItem(sandbox(), shop)], { to });
      assert.deepEqual((await readOrder(sandbox(), shop, body)).delivery, to);
      assert.equal(await main(), before);
    });

    test('keeps markup, quotes and signs of any script in what is only text (T12)', async () => {
      const shop = await openShop(sandbox());
      const reference = '<b onclick="x">=1+1</b> 😀 »Øl« {{7*7}}';
      const { items } = await bought(sandbox(), shop, 'sim', {
        reference,
        costCentre: '</script>',
        user: { name: reference, email: null, costCentre: null },
      });
      assert.deepEqual(
        [items[0]?.product?.reference, items[0]?.product?.costCentre, items[0]?.user?.name],
        [reference, '</script>', reference],
      );
    });

    test('sent again is placed once, and its key stands for nothing else (F06, R24.4, T20)', async () => {
      const shop = await openShop(sandbox());
      const [key, item] = [crypto.randomUUID(), await productItem(sandbox(), shop)];
      const before = (await stockOf(sandbox(), 'router4g')) ?? 0;
      const first = await orderProducts(sandbox(), shop, [item], { key });
      const again = await orderProducts(sandbox(), shop, [item], { key });
      assert.deepEqual([again.status, again.text, again.headers.get('idempotency-replayed')], [201, first.text, 'true']);
      const reused = await orderProducts<Refused>(sandbox(), shop, [{ ...item, quantity: 2 }], { key });
      assert.deepEqual([reused.status, reused.body.type], [422, 'urn:selvbetjening:problem:key-reused']);
      assert.deepEqual([(await listedOrders(sandbox(), shop)).total, await stockOf(sandbox(), 'router4g')], [1, before - 1]);
    });
  });
});
