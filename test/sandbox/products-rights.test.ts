import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { newId } from '../../sandbox/database/ids.ts';
import type { FoundPeople } from '../../src/api/found-person.ts';
import type { Order, OrderPage } from '../../src/api/order.ts';
import { change, everything } from './changing.ts';
import { onBothEngines, type Answer } from './engines.ts';
import { delivery, openShop, order, placed, simItem, type Shop } from './ordering.ts';
import { search } from './scratch.ts';
import { bought, productItem } from './shelf.ts';

type Level = 'none' | 'read' | 'full';

/** What anybody could tell two answers apart by, but for the request's own id. */
const seen = ({ status, headers, text }: Answer<unknown>) => {
  const id = headers.get('request-id') ?? '';
  return { status, text: text.replaceAll(id, ''), headers: [...headers].map(([name, value]) => [name, value.replaceAll(id, '')]) };
};

describe('the rights to products', () => {
  onBothEngines((sandbox) => {
    /** A company with an order of each area, and Ida in it with these rights. */
    const withRights = async ({ subscriptions, products }: { readonly subscriptions: Level; readonly products: Level }) => {
      const shop = await openShop(sandbox());
      const ida = await sandbox().id('person', 'ida');
      await sandbox().database.db.execute(
        sql`insert into membership values (${ida}, ${shop.company}, ${subscriptions}, ${products}, 'full', 'full')`,
      );
      const [product, change] = [await bought(sandbox(), shop), await placed(sandbox(), shop, [simItem(shop)])];
      return { shop, product, change };
    };
    const statusOf = async (path: string, as = 'ida') => (await sandbox().ask(path, { as })).status;
    const post = async (shop: Shop, items: unknown) =>
      change<Order>(sandbox(), `${shop.path}/orders`, { as: 'ida', json: { items, delivery } });
    const take = async (shop: Shop, { id }: Order, as = 'ida') =>
      (await change(sandbox(), `${shop.path}/orders/${id}`, { as, method: 'DELETE' })).status;
    const listed = async (shop: Shop, query = '') =>
      (await sandbox().ask<OrderPage>(`${shop.path}/orders${query}`, { as: 'ida' })).body.items.map(({ id }) => id);

    test('to read show the shelf and its orders, and let nobody order or take back (R6.1, R7.1, T03)', async () => {
      const { shop, product, change: other } = await withRights({ subscriptions: 'none', products: 'read' });
      assert.equal(await statusOf(`${shop.path}/products`), 200);
      assert.equal(await statusOf(`${shop.path}/orders/${product.id}`), 200);
      assert.equal(await statusOf(`${shop.path}/orders/${other.id}`), 403);
      assert.deepEqual(await listed(shop), [product.id]);
      assert.deepEqual(await listed(shop, '?area=products'), [product.id]);
      assert.equal(await statusOf(`${shop.path}/orders?area=subscriptions`), 403);
      const before = await everything(sandbox());
      assert.equal((await post(shop, [await productItem(sandbox(), shop)])).status, 403);
      assert.deepEqual([await take(shop, product), await take(shop, other)], [403, 403]);
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('to order let products be ordered and taken back, and nothing that happens to subscriptions (R6.1, T02, T03)', async () => {
      const { shop, product, change: other } = await withRights({ subscriptions: 'read', products: 'full' });
      const own = await post(shop, [await productItem(sandbox(), shop)]);
      assert.equal(own.status, 201);
      assert.equal((await order(sandbox(), shop, [simItem(shop)], { as: 'ida' })).status, 403);
      assert.equal((await post(shop, [await productItem(sandbox(), shop), simItem(shop)])).status, 403);
      assert.equal(await take(shop, other), 403);
      assert.deepEqual(await listed(shop), [own.body.id, other.id, product.id]);
      assert.deepEqual(await listed(shop, '?area=subscriptions'), [other.id]);
      assert.deepEqual([await take(shop, product), await take(shop, own.body)], [200, 200]);
    });

    test('are others than those to subscriptions (R6.1, T03)', async () => {
      const { shop, product, change: other } = await withRights({ subscriptions: 'full', products: 'none' });
      assert.deepEqual([await statusOf(`${shop.path}/products`), await statusOf(`${shop.path}/orders/${product.id}`)], [403, 403]);
      assert.equal((await post(shop, [await productItem(sandbox(), shop)])).status, 403);
      assert.deepEqual([await listed(shop), await take(shop, product), await take(shop, other)], [[other.id], 403, 200]);
    });

    test('let the users be looked up, but not their profiles (R21.1, T03)', async () => {
      const { shop } = await withRights({ subscriptions: 'none', products: 'read' });
      const question = { method: 'POST', as: 'ida', json: { search: 'b', limit: 10 } };
      const { status, body } = await sandbox().ask<FoundPeople>(`${shop.path}/users/look-up`, question);
      assert.deepEqual([status, body.items[0]?.name], [200, 'Bo Bæk']);
      assert.equal((await search(sandbox(), shop.company, {}, 'ida')).status, 403);
      assert.equal(await statusOf(`${shop.path}/users/${shop.users[0] ?? ''}`), 403);
      const neither = await withRights({ subscriptions: 'none', products: 'none' });
      assert.equal((await sandbox().ask(`${neither.shop.path}/users/look-up`, question)).status, 403);
      assert.equal(await statusOf(`${neither.shop.path}/orders`), 403);
      assert.deepEqual(
        [await statusOf(`${neither.shop.path}/orders/${neither.product.id}`), await statusOf(`${neither.shop.path}/orders/${newId()}`)],
        [403, 403],
        'which orders there are is not told',
      );
    });

    test('that are withdrawn end with the next request, also one that was answered before (R7.3, T06, T20)', async () => {
      const { shop } = await withRights({ subscriptions: 'full', products: 'full' });
      const asked = { as: 'ida', key: crypto.randomUUID(), json: { items: [await productItem(sandbox(), shop)], delivery } };
      assert.equal((await change(sandbox(), `${shop.path}/orders`, asked)).status, 201);
      await sandbox().database.db.execute(sql`update membership set products = 'read' where company_id = ${shop.company}`);
      assert.equal((await change(sandbox(), `${shop.path}/orders`, asked)).status, 403);
    });

    test('to another company’s orders are nobody’s: they are as if they were not there (R6.2, T01, T02, T22)', async () => {
      const mine = await withRights({ subscriptions: 'full', products: 'full' });
      const other = await openShop(sandbox());
      const theirs = await bought(sandbox(), other);
      const at = (path: string, id: string) => sandbox().ask(`${path}/orders/${id}`, { as: 'ida' });
      const nowhere = seen(await at(mine.shop.path, newId()));
      assert.equal(nowhere.status, 404);
      assert.deepEqual(seen(await at(mine.shop.path, theirs.id)), nowhere);
      assert.deepEqual(seen(await at(other.path, theirs.id)), nowhere);
      assert.deepEqual([await take(mine.shop, theirs), await take(other, theirs)], [404, 404]);
      assert.equal(await statusOf(`${other.path}/products`), 404);
      const item = await productItem(sandbox(), other);
      assert.equal((await change(sandbox(), `${other.path}/orders`, { as: 'ida', json: { items: [item], delivery } })).status, 404);
      const refused = await change<{ errors: object[] }>(sandbox(), `${mine.shop.path}/orders`, {
        ...{ as: 'ida', json: { items: [item], delivery } },
      });
      assert.deepEqual([refused.status, refused.body.errors], [422, [{ pointer: '/items/0/user/id', type: 'unknown' }]]);
    });

    test('are asked of whoever is signed in: nobody else sees the shelf (R6.2, T03)', async () => {
      const shop = await openShop(sandbox());
      assert.equal((await sandbox().ask(`${shop.path}/products`, { as: null })).status, 401);
    });

    test('are those of the list too: an area that is none is refused (T19)', async () => {
      const { shop } = await withRights({ subscriptions: 'full', products: 'full' });
      for (const query of ['?area=', '?area=invoices', '?area=products&area=subscriptions'])
        assert.equal(await statusOf(`${shop.path}/orders${query}`), 422, query);
    });
  });
});
