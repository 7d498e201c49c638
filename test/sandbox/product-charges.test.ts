import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import type { Charge, UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { onBothEngines } from './engines.ts';
import { delivery, on, openShop, undo, type Shop } from './ordering.ts';
import { bought, orderProducts, productItem } from './shelf.ts';

/** What a line says, shortly. */
const said = ({ kind, user, plan, product, amount }: Charge) => [
  ...[user?.name ?? null, kind, plan ?? (product && `${String(product.quantity)} × ${product.name}`), amount.amount],
];

describe('what a product costs', () => {
  onBothEngines((sandbox) => {
    const upcoming = async ({ path }: Shop, query = '') => (await sandbox().ask<UpcomingCharges>(`${path}/upcoming-charges${query}`)).body;
    const lines = async (shop: Shop) => (await upcoming(shop)).items.map(said);
    /** Closes every month up to a day, and answers with a company's lines for products on the invoices. */
    const invoiced = async (day: string, { company }: Shop) => {
      while (await closeMonth(sandbox().database, createClock(day)));
      return rowsOf<Record<string, unknown>>(
        sandbox().database.db,
        sql`select kind, user_name, product, quantity, amount, cost_centre, reference, invoice::text from charge
          where company_id = ${company} and product is not null and invoice is not null order by invoice, kind`,
      );
    };

    test('stands on the next invoice as soon as it is ordered, under its user, with number, reference and amount (R26.2, R17.3)', async () => {
      const shop = await openShop(sandbox());
      await bought(sandbox(), shop, 'router4g', { quantity: 2, reference: 'Rekv. 4711', costCentre: 'Lager' });
      const { items, sum, total, invoiceDate } = await upcoming(shop);
      assert.deepEqual(items[1], {
        ...{ id: items[1]?.id, kind: 'product', user: { id: shop.users[0], name: 'Bo Bæk' }, subscription: null, plan: null, phone: null },
        product: { name: '4G-router', quantity: 2, reference: 'Rekv. 4711' },
        ...{ from: null, to: null, amount: { amount: 239_800, currency: 'DKK' } },
      });
      assert.deepEqual([total, sum.amount, invoiceDate], [2, 239_800 + 7900, '2026-12-01']);
    });

    test('stands among the lines of its user, who may have no others, in the order of the list (R26.2, D8)', async () => {
      const shop = await openShop(sandbox(), [
        { name: 'Åse Ågård', subscriptions: [{}] },
        { name: 'Bo Bæk', subscriptions: [{}] },
        { label: 'Router, lageret', subscriptions: [{ plan: 'p-bb' }] },
      ]);
      await bought(sandbox(), shop, 'dongle', { user: { name: 'Ny Ørn', email: null, costCentre: null } });
      await bought(sandbox(), shop, 'dongle', { user: { id: shop.users[0] ?? '' } });
      await bought(sandbox(), shop, 'router4g', { user: { id: shop.users[1] ?? '' } });
      const all = [
        ['Bo Bæk', 'subscription', 'Mobil 5 GB', 7900],
        ['Bo Bæk', 'product', '1 × 4G-router', 119_900],
        ['Ny Ørn', 'product', '1 × 4G-dongle', 39_900],
        ['Åse Ågård', 'subscription', 'Mobil 5 GB', 7900],
        ['Åse Ågård', 'product', '1 × 4G-dongle', 39_900],
      ];
      assert.deepEqual((await lines(shop)).slice(0, 5), all);
      const paged: unknown[] = [];
      for (let offset = 0; offset < 5; offset += 2)
        paged.push(...(await upcoming(shop, `?offset=${String(offset)}&limit=2`)).items.map(said));
      assert.deepEqual(paged.slice(0, 5), all);
      assert.equal((await upcoming(shop, '?offset=2&limit=2')).total, 6);
    });

    test('of nothing makes no line (R26.2)', async () => {
      const shop = await openShop(sandbox());
      await bought(sandbox(), shop, 'sim', { quantity: 5 });
      await bought(sandbox(), shop, 'esim');
      assert.deepEqual(await lines(shop), [['Bo Bæk', 'subscription', 'Mobil 5 GB', 7900]]);
    });

    test('is not charged when it is taken back before the invoice, whether it is sent to somebody new or not (R24.4, R26.2)', async () => {
      const shop = await openShop(sandbox());
      const before = await upcoming(shop);
      const order = await bought(sandbox(), shop, 'router4g', { user: { name: 'Ny Ørn', email: null, costCentre: null } });
      await undo(sandbox(), shop, order);
      assert.deepEqual(await upcoming(shop), before);
    });

    test('is paid back on the next invoice when it is taken back after one, to whom it was for, also where they are gone (R26.2, INV-6)', async () => {
      const shop = await openShop(sandbox(), [{ name: 'Bo Bæk', subscriptions: [] }]);
      // On a Sunday nothing is packed, and the month is closed on the day after.
      assert.deepEqual(await invoiced('2027-01-31', shop), []);
      const sunday = on(sandbox(), '2027-01-31');
      const user = { name: 'Ny Ørn', email: null, costCentre: 'Salg' };
      const item = await productItem(sunday, shop, 'router4g', { user, reference: 'R1', costCentre: 'Drift' });
      const { body } = await orderProducts(sunday, shop, [item]);
      const line = { user_name: 'Ny Ørn', product: '4G-router', quantity: 1, cost_centre: 'Drift', reference: 'R1' };
      assert.deepEqual(await invoiced('2027-02-01', shop), [{ ...line, kind: 'product', amount: 119_900, invoice: '2027-02-01' }]);
      assert.deepEqual(await lines(shop), []);
      await undo(on(sandbox(), '2027-02-01'), shop, body);
      assert.deepEqual(await lines(shop), [['Ny Ørn', 'refund', '1 × 4G-router', -119_900]]);
      assert.equal((await upcoming(shop)).sum.amount, -119_900);
      assert.deepEqual(
        (await invoiced('2027-03-01', shop)).map(({ kind, amount, user_name, reference, invoice }) => [
          kind,
          amount,
          user_name,
          reference,
          invoice,
        ]),
        [
          ['product', 119_900, 'Ny Ørn', 'R1', '2027-02-01'],
          ['refund', -119_900, 'Ny Ørn', 'R1', '2027-03-01'],
        ],
      );
    });

    test('has the name of its day on the invoice, and today’s until then (R28.5, INV-6)', async () => {
      const shop = await openShop(sandbox(), [{ name: 'Bo Bæk', subscriptions: [] }]);
      await bought(on(sandbox(), '2027-03-10'), shop, 'dongle');
      const rename = (name: string) =>
        sandbox().database.db.execute(sql`update telephone_user set name = ${name} where id = ${shop.users[0] ?? ''}`);
      await rename('Bo Bech');
      const names = async (day: string) => (await invoiced(day, shop)).map(({ user_name }) => user_name);
      assert.deepEqual(await names('2027-04-01'), ['Bo Bech']);
      await rename('Bo Beck');
      assert.deepEqual(await names('2027-05-01'), ['Bo Bech']);
    });

    test('is charged once, however often the same is sent (F06, T20)', async () => {
      const shop = await openShop(sandbox());
      const [key, items] = [crypto.randomUUID(), [await productItem(sandbox(), shop, 'dongle')]];
      for (let times = 0; times < 3; times++) await orderProducts(sandbox(), shop, items, { key, to: delivery });
      assert.equal((await lines(shop)).filter(([, kind]) => kind === 'product').length, 1);
    });
  });
});
