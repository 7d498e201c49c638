import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '../../sandbox/database/ids.ts';
import { everything } from './changing.ts';
import { onEngine } from './engines.ts';
import { closeItem, delivery, newItem, openShop } from './ordering.ts';
import { orderProducts, productItem, refused, setStock, stockOf } from './shelf.ts';

onEngine('postgres', (sandbox) => {
  describe('an order of products that is not as it was shown is refused', () => {
    test('with everything that is wrong at once, and leaves nothing behind (F19, T19)', async () => {
      const shop = await openShop(sandbox());
      await setStock(sandbox(), 'router5g', 12);
      const item = await productItem(sandbox(), shop, 'router5g');
      const before = await everything(sandbox());
      const foreign = await sandbox().id('user', 'u1');
      assert.deepEqual(
        await refused(
          sandbox(),
          shop,
          [
            { ...item, product: newId() },
            { ...item, quantity: 13, price: 1, user: { id: foreign } },
            await productItem(sandbox(), shop, 'antenne'),
            { ...item, user: { id: newId() } },
          ],
          { ...delivery, houseNumber: '12b', town: 'Odense' },
        ),
        [
          ...['/items/0/product unknown', '/items/1/quantity stock', '/items/1/price changed', '/items/1/user/id unknown'],
          ...['/items/2/product soldOut', '/items/3/quantity stock', '/items/3/user/id unknown'],
          ...['/delivery/houseNumber form', '/delivery/town unknown'],
        ],
      );
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('where several items together want more than there are (T19)', async () => {
      const shop = await openShop(sandbox());
      await setStock(sandbox(), 'router5g', 12);
      const item = await productItem(sandbox(), shop, 'router5g', { quantity: 6 });
      assert.deepEqual(await refused(sandbox(), shop, [item, item, { ...item, quantity: 1 }]), ['/items/2/quantity stock']);
      assert.equal((await orderProducts(sandbox(), shop, [item, item])).status, 201);
      assert.equal(await stockOf(sandbox(), 'router5g'), 0);
      assert.deepEqual(await refused(sandbox(), shop, [item]), ['/items/0/product soldOut']);
      await setStock(sandbox(), 'router5g', 12);
    });

    for (const quantity of [0, -1, 1000, 100, 1.5, '2', null])
      test(`of ${JSON.stringify(quantity)} pieces (T19)`, async () => {
        const shop = await openShop(sandbox());
        const item = { ...(await productItem(sandbox(), shop)), quantity } as never;
        const [first = ''] = await refused(sandbox(), shop, [item]);
        assert.match(first, /^\/items\/0\/quantity /);
      });

    for (const [part, value, expected] of [
      ['postcode', '0999', 'box'],
      ['postcode', '9999', 'unknown'],
      ['postcode', '3900', 'notDenmark'],
      ['postcode', '100', 'invalid-format'],
      ['street', 'x'.repeat(200), 'too-big'],
      ['street', 'Prøvevej 😀', 'form'],
      ['street', '<script>alert(1)</script>', 'form'],
      ['place', '<img src=x>', 'form'],
    ] as const)
      test(`to an address with »${value.slice(0, 30)}« for its ${part} (R23.3, R23.5, D16, ADR-3, ADR-5)`, async () => {
        const shop = await openShop(sandbox());
        const address = { ...delivery, [part]: value };
        const found = await refused(sandbox(), shop, [await productItem(sandbox(), shop)], address);
        assert.ok(found.includes(`/delivery/${part} ${expected}`), found.join());
      });

    test('without an address where something is sent, and with one where nothing is (D16)', async () => {
      const shop = await openShop(sandbox());
      const [card, code] = [await productItem(sandbox(), shop, 'sim'), await productItem(sandbox(), shop, 'esim')];
      assert.deepEqual(await refused(sandbox(), shop, [code, card], null), ['/delivery missing']);
      assert.deepEqual(await refused(sandbox(), shop, [code]), ['/delivery unneeded']);
      assert.deepEqual(await refused(sandbox(), shop, [{ ...card, product: newId() }], null), ['/items/0/product unknown']);
    });

    test('together with what happens to subscriptions (T19)', async () => {
      const shop = await openShop(sandbox());
      const item = await productItem(sandbox(), shop);
      assert.deepEqual(await refused(sandbox(), shop, [item, closeItem(shop)]), ['/items/1/kind mixed']);
      const subscription = newItem(shop, { kind: 'none' }, {}, 'Datasim 10 GB');
      assert.deepEqual(await refused(sandbox(), shop, [subscription, item, item]), ['/items/1/kind mixed', '/items/2/kind mixed']);
    });

    test('for a new user without a name or with an address that is none (R20.2, T19)', async () => {
      const shop = await openShop(sandbox());
      const item = await productItem(sandbox(), shop);
      for (const [user, pointer] of [
        [{ name: '', email: null, costCentre: null }, '/items/0/user'],
        [{ name: 'Ny', email: 'ny@', costCentre: null }, '/items/0/user'],
      ] as const) {
        const found = await refused(sandbox(), shop, [{ ...item, user }]);
        assert.ok(
          found.some((one) => one.startsWith(pointer)),
          found.join(),
        );
      }
    });
  });
});
