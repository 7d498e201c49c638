import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { work } from '../../sandbox/orders/worker.ts';
import type { Order, ParcelState } from '../../src/api/order.ts';
import { auditOf, change } from './changing.ts';
import { onBothEngines, onEngine, today } from './engines.ts';
import { delivery, on, openShop, order, readOrder, simItem, undo, workOn, type Shop } from './ordering.ts';
import { bought, productItem } from './shelf.ts';

interface Queued {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

onBothEngines((sandbox) => {
  const parcelOf = async (shop: Shop, placed: Order) => {
    const { state, items } = await readOrder(sandbox(), shop, placed);
    const parcel = items[0]?.product?.parcel;
    return [state, parcel?.state, ...(parcel?.steps.map(({ state: step, day }) => `${step} ${day}`) ?? [])];
  };
  /** The mails that name an order. */
  const mails = ({ number }: Order) =>
    rowsOf<Queued>(sandbox().database.db, sql`select recipient, subject, text from outbox where text like ${`%${number}%`} order by no`);
  /** Bought on a day of its own. */
  const boughtOn = (day: string, shop: Shop, rest = {}) => bought(on(sandbox(), day), shop, 'router4g', rest);
  const steps = (...days: readonly [ParcelState, string][]) => days.map(([state, day]) => `${state} ${day}`);

  describe('the warehouse', () => {
    test('packs on the first working day, sends on the next and has delivered on the one after (R25.1)', async () => {
      const shop = await openShop(sandbox());
      const placed = await bought(sandbox(), shop);
      await workOn(sandbox());
      assert.deepEqual(await parcelOf(shop, placed), ['acknowledged', 'received', 'received 2026-11-22'], 'nobody works on a Sunday');
      const done = steps(['received', '2026-11-22'], ['packed', '2026-11-23'], ['sent', '2026-11-24'], ['delivered', '2026-11-25']);
      for (const [day, state, count] of [
        ['2026-11-23', 'inProgress', 2],
        ['2026-11-24', 'inProgress', 3],
        ['2026-11-25', 'completed', 4],
      ] as const) {
        await workOn(sandbox(), day);
        assert.deepEqual(await parcelOf(shop, placed), [state, done[count - 1]?.split(' ')[0], ...done.slice(0, count)]);
      }
      const { items } = await readOrder(sandbox(), shop, placed);
      assert.deepEqual([items[0]?.date, items[0]?.product?.parcel?.expected], ['2026-11-25', null]);
      assert.deepEqual(
        (await auditOf(sandbox(), placed.id)).map(({ person, deed }) => [person, deed]),
        [
          ['maja', 'order.place'],
          [null, 'order.complete'],
        ],
      );
    });

    test('packs on the day of the order where that is a working day, and rests at weekends and on holidays (NUM-11)', async () => {
      const shop = await openShop(sandbox());
      for (const [ordered, packed, sent, delivered] of [
        ['2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25'],
        ['2026-11-27', '2026-11-27', '2026-11-30', '2026-12-01'],
        ['2026-12-23', '2026-12-23', '2026-12-28', '2026-12-29'],
        ['2026-12-31', '2027-01-04', '2027-01-05', '2027-01-06'],
        ['2027-03-24', '2027-03-24', '2027-03-30', '2027-03-31'],
      ] as const) {
        const placed = await boughtOn(ordered, shop);
        await workOn(sandbox(), delivered);
        assert.deepEqual(
          (await parcelOf(shop, placed)).slice(2),
          steps(['received', ordered], ['packed', packed], ['sent', sent], ['delivered', delivered]),
        );
      }
    });

    test('keeps to its days where the business day is moved far ahead at once (R25.1)', async () => {
      const shop = await openShop(sandbox());
      const placed = await bought(sandbox(), shop);
      await workOn(sandbox(), '2027-02-01');
      assert.deepEqual((await parcelOf(shop, placed)).at(-1), 'delivered 2026-11-25');
    });

    test('takes its time: nothing is packed before the pace has passed (F12)', async () => {
      const shop = await openShop(sandbox());
      const placed = await boughtOn('2026-11-23', shop);
      await work(sandbox().database, createClock('2026-11-23'), { pace: 60_000 });
      assert.equal((await parcelOf(shop, placed))[1], 'received');
    });

    test('gives each parcel a number of the carrier’s when it is sent, and not before (R25.1)', async () => {
      const shop = await openShop(sandbox());
      const [first, second] = [await bought(sandbox(), shop), await bought(sandbox(), shop, 'dongle')];
      await workOn(sandbox(), '2026-11-23');
      const parcels = async () =>
        Promise.all([first, second].map(async (one) => (await readOrder(sandbox(), shop, one)).items[0]?.product?.parcel));
      assert.deepEqual(
        (await parcels()).map((parcel) => [parcel?.tracking, parcel?.trackingUrl]),
        [
          [null, null],
          [null, null],
        ],
      );
      await workOn(sandbox(), '2026-11-24');
      const numbers = (await parcels()).map((parcel) => parcel?.tracking ?? '');
      assert.ok(numbers.every((number) => /^EKS-\d{4}-\d{4}$/.test(number)) && numbers[0] !== numbers[1], numbers.join());
      assert.equal((await parcels())[0]?.trackingUrl, `https://pakker.eksempeltele.example/${numbers[0] ?? ''}`);
    });

    test('has what is not sent ready at once, on whatever day, without a parcel (R18.2)', async () => {
      const shop = await openShop(sandbox(), [{ name: 'Bo Bæk', email: 'bo@kladde.example', subscriptions: [{}] }]);
      const placed = await bought(sandbox(), shop, 'esim', { quantity: 2 });
      await workOn(sandbox());
      const { state, items, delivery: to } = await readOrder(sandbox(), shop, placed);
      assert.deepEqual([state, items[0]?.date, items[0]?.product?.parcel, to], ['completed', today, null, null]);
      const [mail, ...others] = await mails(placed);
      assert.deepEqual([mail?.recipient, mail?.subject, others], ['bo@kladde.example', 'eSIM er klar', []]);
      assert.match(mail?.text ?? '', /^Hej Bo Bæk\n[^]*2 × eSIM\n/);
    });
  });

  describe('an order of a product', () => {
    test('can be taken back until it is packed, and is too late then (R24.4)', async () => {
      const shop = await openShop(sandbox());
      const [early, late] = [await boughtOn('2026-11-23', shop), await boughtOn('2026-11-23', shop)];
      assert.equal((await undo(on(sandbox(), '2026-11-23'), shop, early)).body.state, 'cancelled');
      await workOn(sandbox(), '2026-11-23');
      assert.equal((await readOrder(sandbox(), shop, late)).canCancel, false);
      const refused = await change<{ type: string }>(sandbox(), `${shop.path}/orders/${late.id}`, { method: 'DELETE' });
      assert.deepEqual([refused.status, refused.body.type], [409, 'urn:selvbetjening:problem:too-late']);
      await workOn(sandbox(), '2026-11-25');
      assert.deepEqual((await parcelOf(shop, early)).slice(0, 2), ['cancelled', 'received']);
      assert.deepEqual(await mails(early), []);
    });

    test('does not hold up what is ordered for subscriptions, nor the other way round (F12)', async () => {
      const shop = await openShop(sandbox());
      const product = await bought(sandbox(), shop);
      const card = await order(sandbox(), shop, [simItem(shop)]);
      await workOn(sandbox());
      assert.equal((await readOrder(sandbox(), shop, card.body)).state, 'completed');
      assert.equal((await readOrder(sandbox(), shop, product)).state, 'acknowledged');
    });
  });

  describe('the mail to the receiver', () => {
    test('is queued once, when it is sent, with what is in it, where it goes and under which number (R25.1)', async () => {
      const shop = await openShop(sandbox(), [{ name: 'Bo Bæk', email: 'bo@kladde.example', subscriptions: [{}] }]);
      const placed = await bought(sandbox(), shop, 'dongle', { quantity: 4 });
      await workOn(sandbox(), '2026-11-23');
      assert.deepEqual(await mails(placed), []);
      await workOn(sandbox(), '2026-11-25');
      const tracking = (await readOrder(sandbox(), shop, placed)).items[0]?.product?.parcel?.tracking ?? '';
      assert.deepEqual(await mails(placed), [
        {
          ...{ recipient: 'bo@kladde.example', subject: '4G-dongle er på vej' },
          text: [
            ...[
              'Hej Bo Bæk',
              '',
              'Vi har sendt:',
              '4 × 4G-dongle',
              '',
              'Pakken er på vej til:',
              'Prøvevej 12B, 2. th.',
              '8000 Aarhus C',
              '',
            ],
            ...[`Pakkenummer hos Eksempelpost: ${tracking}`, `Ordrenummer: ${placed.number}`, '', 'Venlig hilsen', 'Eksempeltele', ''],
          ].join('\n'),
        },
      ]);
    });

    test('goes to whoever ordered where the receiver has no e-mail address (R25.1)', async () => {
      const shop = await openShop(sandbox());
      const placed = await bought(sandbox(), shop);
      await workOn(sandbox(), '2026-11-24');
      const [mail, ...others] = await mails(placed);
      assert.deepEqual([mail?.recipient, others], ['maja.holm@nordlys.example', []]);
      assert.match(mail?.text ?? '', /^Hej Maja Holm\n[^]*1 × 4G-router til Bo Bæk\n/);
    });

    test('is undone with the step it belongs to: a step that fails is neither taken nor told of (F29)', async () => {
      const shop = await openShop(sandbox());
      const placed = await bought(sandbox(), shop);
      await workOn(sandbox(), '2026-11-23');
      const { db } = sandbox().database;
      await db.execute(sql`alter table outbox add constraint full_up check (subject <> '4G-router er på vej') not valid`);
      await assert.rejects(workOn(sandbox(), '2026-11-24'));
      assert.deepEqual([(await parcelOf(shop, placed))[1], await mails(placed)], ['packed', []]);
      await db.execute(sql`alter table outbox drop constraint full_up`);
      await workOn(sandbox(), '2026-11-24');
      assert.deepEqual([(await parcelOf(shop, placed))[1], (await mails(placed)).length], ['sent', 1]);
    });
  });
});

onEngine('postgres', (sandbox) => {
  test('several works at once take each step once, and tell of it once (F12, T20)', async () => {
    const shop = await openShop(sandbox());
    const item = await productItem(sandbox(), shop);
    const asked = { json: { items: [item, item, item], delivery } };
    const { body } = await change<Order>(sandbox(), `${shop.path}/orders`, asked);
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) await Promise.all([1, 2, 3, 4].map(() => workOn(sandbox(), day)));
    const { items, state } = await readOrder(sandbox(), shop, body);
    assert.deepEqual([state, items.map(({ product }) => product?.parcel?.steps.length)], ['completed', [4, 4, 4]]);
    const [sent] = await rowsOf<{ mails: number }>(
      sandbox().database.db,
      sql`select count(*)::int as mails from outbox where text like ${`%${body.number}%`}`,
    );
    assert.equal(sent?.mails, 3);
  });
});
