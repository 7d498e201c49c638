import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { newId } from '../../sandbox/database/ids.ts';
import type { Order, OrderPage } from '../../src/api/order.ts';
import type { PlanPage } from '../../src/subscriptions/plan.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { auditOf, change, everything } from './changing.ts';
import { onBothEngines, today } from './engines.ts';
import {
  changeItem,
  closeItem,
  delivery,
  freeNumber,
  listedOrders,
  movedNumber,
  newItem,
  on,
  openShop,
  order,
  placed,
  readOrder,
  readSubscription,
  refusal,
  simItem,
  undo,
  valueOf,
  type Item,
  type NewItem,
  type Refused,
  type Shop,
} from './ordering.ts';
import { nameOf, search } from './scratch.ts';

onBothEngines((sandbox, kind) => {
  const fresh = async (shop: Shop, rest: Partial<NewItem> = {}, plan?: string) =>
    newItem(shop, { kind: 'new', phone: await freeNumber(sandbox(), shop) }, rest, plan);
  const two = [
    { name: 'Bo Bæk', subscriptions: [{}] },
    { name: 'Ane Ask', subscriptions: [{}] },
  ];
  const bind = (shop: Shop, until: string, index = 0) =>
    sandbox().database.db.execute(sql`update subscription set bound_until = ${until} where id = ${shop.subscriptions[index] ?? ''}`);
  const setNotice = (shop: Shop, length: number, unit: string) =>
    sandbox().database.db.execute(sql`update company set notice_length = ${length}, notice_unit = ${unit} where id = ${shop.company}`);

  describe('an order', () => {
    test('of a new subscription is there at once, with its user, under creation (R16.5, R17.4, R10.2)', async () => {
      const shop = await openShop(sandbox());
      const item = await fresh(shop, { sim: 'sim' });
      const { body, status } = await order(sandbox(), shop, [item]);
      assert.equal(status, 201);
      const [first] = body.items;
      assert.ok(first);
      const phone = item.number.kind === 'new' ? item.number.phone : '';
      assert.deepEqual(body, {
        ...{ id: body.id, number: body.number, state: 'acknowledged', placedAt: body.placedAt, placedBy: 'Maja Holm', canCancel: true },
        items: [
          {
            ...{ id: first.id, kind: 'newSubscription', action: 'add', state: 'acknowledged', plan: 'Mobil 20 GB', phone, sim: 'sim' },
            ...{ user: { id: first.user?.id, name: 'Ny Nørgård' }, subscription: { id: first.subscription?.id }, product: null },
            ...{ date: null, requestedDate: null, failure: null },
          },
        ],
        ...{ delivery, oneOff: { amount: 7920, currency: 'DKK' }, monthly: { amount: 11900, currency: 'DKK' } },
      });
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.parse(body.placedAt));
      assert.ok(day === today && /^\d{7,}$/.test(body.number), `${body.placedAt} ${body.number}`);
      const { items, users, subscriptions } = (await search(sandbox(), shop.company)).body;
      assert.deepEqual([users, subscriptions], [2, 2]);
      const row = items.find((one) => nameOf(one) === 'Ny Nørgård');
      assert.deepEqual(row?.subscriptions, [
        { id: first.subscription?.id, plan: 'Mobil 20 GB', phone, status: 'pendingActive', moveDate: null, lastDay: null },
      ]);
      const person = (await sandbox().ask<User>(`${shop.path}/users/${row.user?.id ?? ''}`)).body;
      assert.deepEqual([person.email, person.costCentre], ['ny@kladde.example', 'Salg']);
      const [subscription] = person.subscriptions;
      assert.deepEqual([subscription?.costCentre, subscription?.sim, subscription?.boundUntil], ['Salg', null, null]);
      assert.deepEqual(await auditOf(sandbox(), body.id).then((rows) => rows.map(({ person: who, deed }) => [who, deed])), [
        ['maja', 'order.place'],
      ]);
    });

    test('for a user who exists adds nobody, and keeps to their cost centre (R16.5, R22)', async () => {
      const shop = await openShop(sandbox());
      await sandbox().database.db.execute(sql`update telephone_user set cost_centre = 'Drift' where id = ${shop.users[0] ?? ''}`);
      const { items } = await placed(sandbox(), shop, [await fresh(shop, { user: { id: shop.users[0] ?? '' } })]);
      assert.deepEqual(items[0]?.user, { id: shop.users[0], name: 'Bo Bæk' });
      const { body } = await search(sandbox(), shop.company);
      assert.deepEqual([body.users, body.subscriptions], [1, 2]);
      assert.equal((await readSubscription(sandbox(), shop, items[0].subscription?.id ?? '')).costCentre, 'Drift');
    });

    test('of a plan without calls gets a machine’s number (R16.5, NUM-1)', async () => {
      const shop = await openShop(sandbox());
      const items = [0, 1].map(() => newItem(shop, { kind: 'none' }, {}, 'Datasim 10 GB'));
      const phones = (await placed(sandbox(), shop, items)).items.map(({ phone }) => phone);
      assert.ok(phones.every((phone) => /^\+4537\d{10}$/.test(phone ?? '')) && phones[0] !== phones[1], phones.join());
    });

    test('of a move waits for its day from the start (R16.6, NUM-5, NUM-9)', async () => {
      const shop = await openShop(sandbox());
      const moves = [
        movedNumber(shop),
        movedNumber(shop, { timing: 'date', date: '2026-12-03' }),
        movedNumber(shop, { timing: 'afterBinding' }),
      ];
      const { items } = await placed(
        sandbox(),
        shop,
        moves.map((number) => newItem(shop, number)),
      );
      assert.deepEqual(
        items.map(({ date, requestedDate }) => [date, requestedDate]),
        [
          [null, null],
          [null, '2026-12-03'],
          [null, null],
        ],
      );
      const days = await Promise.all(
        items.map(async ({ subscription }) => (await readSubscription(sandbox(), shop, subscription?.id ?? '')).moveDate),
      );
      assert.deepEqual(days, ['2026-11-23', '2026-12-03', '2026-12-22']);
    });

    test('to close shows the last day at once; to change waits until its day (R14.2, R14.4, SUB-6)', async () => {
      const shop = await openShop(sandbox(), two);
      const { items, oneOff, monthly } = await placed(sandbox(), shop, [
        closeItem(shop),
        changeItem(shop, 'Mobil 100 GB', shop.subscriptions[1]),
      ]);
      assert.deepEqual([oneOff.amount, monthly.amount], [0, 17900]);
      assert.deepEqual(
        items.map(({ kind: of, action, plan, date }) => [of, action, plan, date]),
        [
          ['closeSubscription', 'delete', 'Mobil 5 GB', '2026-12-22'],
          ['changePlan', 'modify', 'Mobil 100 GB', '2026-12-01'],
        ],
      );
      const [closing, changing] = await Promise.all(shop.subscriptions.map((id) => readSubscription(sandbox(), shop, id)));
      assert.deepEqual(
        [closing?.status, closing?.lastDay, changing?.status, changing?.plan],
        [...['pendingTerminate', '2026-12-22', 'active', 'Mobil 5 GB']],
      );
      const { body } = await search(sandbox(), shop.company);
      assert.equal(body.items.find((row) => nameOf(row) === 'Bo Bæk')?.subscriptions[0]?.lastDay, '2026-12-22');
    });

    test('adds up what is paid once and what is paid every month (R16.4)', async () => {
      const shop = await openShop(sandbox(), [...two, { name: 'Ib Is', subscriptions: [{ plan: 'p-20' }] }]);
      await bind(shop, '2027-01-31');
      // December's last nine days and all of January, at 79 kr.
      const remaining = Math.round((7900 * 9) / 31) + 7900;
      const { oneOff, monthly } = await placed(sandbox(), shop, [
        await fresh(shop),
        newItem(shop, { kind: 'none' }, {}, 'Datasim 10 GB'),
        { ...closeItem(shop), remaining },
        simItem(shop, shop.subscriptions[1]),
        changeItem(shop, 'Mobil Fri', shop.subscriptions[2]),
      ]);
      assert.deepEqual([oneOff.amount, monthly.amount], [2 * 7920 + remaining + 7920, 11900 + 4900 + 24900]);
    });

    test('is listed with the newest first, page by page, and read by its id (R14.4, R25)', async () => {
      const shop = await openShop(sandbox());
      const orders: Order[] = [];
      for (let index = 0; index < 3; index++) orders.unshift(await placed(sandbox(), shop, [await fresh(shop)]));
      assert.deepEqual(await listedOrders(sandbox(), shop), { items: orders, total: 3 });
      assert.deepEqual(await listedOrders(sandbox(), shop, '?offset=1&limit=1'), { items: orders.slice(1, 2), total: 3 });
      assert.deepEqual(await listedOrders(sandbox(), shop, '?offset=3'), { items: [], total: 3 });
      const [newest] = orders;
      assert.ok(newest);
      assert.deepEqual(await readOrder(sandbox(), shop, newest), newest);
    });

    test('is found by the key it was placed under, by whoever placed it, when the answer was lost (F06, T20)', async () => {
      const shop = await openShop(sandbox());
      const [key, other] = [crypto.randomUUID(), crypto.randomUUID()];
      // The answer never arrives; the order has been placed all the same.
      await order(sandbox(), shop, [await fresh(shop)], { key });
      const { items, total } = await listedOrders(sandbox(), shop, `?key=${key}`);
      assert.deepEqual([items.length, total, items[0]?.state], [1, 1, 'acknowledged']);
      assert.deepEqual(await listedOrders(sandbox(), shop, `?key=${other}`), { items: [], total: 0 });
      const ida = await sandbox().id('person', 'ida');
      await sandbox().database.db.execute(sql`insert into membership values (${ida}, ${shop.company}, 'full', 'full', 'full', 'full')`);
      const theirs = await sandbox().ask<OrderPage>(`${shop.path}/orders?key=${key}`, { as: 'ida' });
      assert.deepEqual(theirs.body, { items: [], total: 0 });
      for (const query of ['?key=a%20b', '?key=', '?limit=101', '?keys=1'])
        assert.equal((await sandbox().ask(`${shop.path}/orders${query}`)).status, 422, query);
    });

    test('sent again is placed once, and answered as the first time (F06, R14.6, R24.4, T20)', async () => {
      const shop = await openShop(sandbox());
      const [key, items] = [crypto.randomUUID(), [await fresh(shop)]];
      const first = await order(sandbox(), shop, items, { key });
      const again = await order(sandbox(), shop, items, { key });
      assert.deepEqual([again.status, again.text, again.headers.get('idempotency-replayed')], [201, first.text, 'true']);
      const reused = await order<Refused>(sandbox(), shop, [await fresh(shop)], { key });
      assert.deepEqual([reused.status, reused.body.type], [422, 'urn:selvbetjening:problem:key-reused']);
      assert.equal((await listedOrders(sandbox(), shop)).total, 1);
    });

    test('that was refused leaves nothing behind, its key neither (T19, T20)', async () => {
      const shop = await openShop(sandbox(), two);
      const key = crypto.randomUUID();
      const before = await everything(sandbox());
      const wrong = [await fresh(shop), closeItem(shop), { ...changeItem(shop, 'Mobil Fri', shop.subscriptions[1]), from: '2026-12-02' }];
      assert.equal((await order(sandbox(), shop, wrong as Item[], { key })).status, 422);
      assert.deepEqual(await everything(sandbox()), before);
      assert.equal((await order(sandbox(), shop, [closeItem(shop)], { key })).status, 201);
    });
  });

  describe('an order that is not as it was shown is refused', () => {
    test('by what is wrong with a new subscription (T19, F19)', async () => {
      const shop = await openShop(sandbox());
      const good = await fresh(shop);
      const restricted = (await sandbox().ask<PlanPage>(`/companies/${await sandbox().id('company', 'c3')}/plans`)).body.items;
      const kommune = restricted.find(({ name }) => name === 'Mobil Kommune 50 GB')?.id ?? '';
      const cases: [Partial<NewItem>, string[]][] = [
        [{ plan: newId() }, ['/plan unknown']],
        [{ plan: kommune, monthly: 9900, setup: 0 }, ['/plan unknown']],
        [{ plan: await sandbox().id('plan', 'p-2'), monthly: 5900 }, ['/plan withdrawn']],
        [{ monthly: 11899 }, ['/monthly changed']],
        [{ setup: 0 }, ['/setup changed']],
        [{ number: { kind: 'none' } }, ['/number wrongKind']],
        [{ plan: shop.plan('Datasim 10 GB').id, monthly: 4900 }, ['/number wrongKind']],
        [{ user: { id: await sandbox().id('user', 'u1') } }, ['/user/id unknown']],
        [{ number: { kind: 'new', phone: '+4520304050' } }, ['/number/phone unknown']],
        [{ monthly: 0, setup: 1, user: { id: newId() } }, ['/monthly changed', '/setup changed', '/user/id unknown']],
      ];
      for (const [wrong, expected] of cases) {
        assert.deepEqual(
          await refusal(sandbox(), shop, [{ ...good, ...wrong }]),
          expected.map((one) => `/items/0${one}`),
        );
      }
    });

    test('by what is wrong with a move (R16.6, NUM-5, NUM-7, NUM-11, T19)', async () => {
      const shop = await openShop(sandbox());
      const say = async (rest: Parameters<typeof movedNumber>[1]) => refusal(sandbox(), shop, [newItem(shop, movedNumber(shop, rest))]);
      const onDay = (date: string | null) => say({ timing: 'date', date });
      assert.deepEqual(await onDay('2026-11-22'), ['/items/0/number/date tooEarly']);
      assert.deepEqual(await onDay('2026-12-24'), ['/items/0/number/date notWorkingDay']);
      assert.deepEqual(await onDay('2026-11-28'), ['/items/0/number/date notWorkingDay']);
      assert.deepEqual(await onDay('2028-12-01'), ['/items/0/number/date tooLate']);
      assert.deepEqual(await onDay(null), ['/items/0/number/date missing']);
      assert.deepEqual(await say({ date: '2026-12-03' }), ['/items/0/number/date unneeded']);
      // Neither a number of the operator's own nor one that is here already can come from elsewhere.
      assert.deepEqual(await say({ phone: await freeNumber(sandbox(), shop) }), ['/items/0/number/phone taken']);
      assert.deepEqual(await say({ phone: '+4567102030' }), ['/items/0/number/phone taken']);
      for (const rest of [{ authority: false }, { ownerCvr: '99000016' }, { simNumber: '8945990000000000019' }, { phone: '+4512345678' }])
        assert.equal((await order(sandbox(), shop, [newItem(shop, { ...movedNumber(shop), ...rest } as never)])).status, 422);
      assert.equal((await listedOrders(sandbox(), shop)).total, 0);
    });

    test('by what is wrong with a change (R14.2, T19)', async () => {
      const shop = await openShop(sandbox(), [...two, { name: 'Ib Is', subscriptions: [{ status: 'pendingActive' }] }]);
      const good = changeItem(shop) as Extract<Item, { kind: 'changePlan' }>;
      const say = (rest: Partial<typeof good>) => refusal(sandbox(), shop, [{ ...good, ...rest }]);
      assert.deepEqual(await say({ plan: newId() }), ['/items/0/plan unknown']);
      assert.deepEqual(await say({ plan: await sandbox().id('plan', 'p-2') }), ['/items/0/plan withdrawn']);
      assert.deepEqual(await say({ plan: shop.plan('Mobil 5 GB').id }), ['/items/0/plan same']);
      assert.deepEqual(await say({ plan: shop.plan('Datasim 10 GB').id, monthly: 4900 }), ['/items/0/plan wrongKind']);
      assert.deepEqual(await say({ monthly: 17901 }), ['/items/0/monthly changed']);
      assert.deepEqual(await say({ from: '2026-12-02' }), ['/items/0/from changed']);
      assert.deepEqual(await say({ subscription: await sandbox().id('subscription', 's-u1') }), ['/items/0/subscription unknown']);
      assert.deepEqual(await say({ subscription: shop.subscriptions[2] ?? '' }), ['/items/0/subscription notActive']);
      await placed(sandbox(), shop, [good, closeItem(shop, shop.subscriptions[1])]);
      assert.deepEqual(await say({}), ['/items/0/subscription changing']);
      assert.deepEqual(await say({ subscription: shop.subscriptions[1] ?? '' }), ['/items/0/subscription closing']);
      const later = await order<Refused>(on(sandbox(), '2026-12-01'), shop, [{ ...good, subscription: shop.subscriptions[1] ?? '' }]);
      assert.ok(later.body.errors?.some(({ pointer, type }) => `${pointer} ${type}` === '/items/0/from changed'));
    });

    test('by what is wrong with a closing, by thirty days’ notice (R14.5, SUB-4, SUB-5, T19)', async () => {
      const shop = await openShop(sandbox(), [...two, { name: 'Ib Is', subscriptions: [{ status: 'pendingActive' }] }]);
      const good = closeItem(shop);
      const say = (rest: Partial<typeof good>) => refusal(sandbox(), shop, [{ ...good, ...rest }]);
      assert.deepEqual(await say({ lastDay: '2026-12-21' }), ['/items/0/lastDay tooEarly']);
      assert.deepEqual(await say({ lastDay: '2020-01-01' }), ['/items/0/lastDay tooEarly']);
      assert.deepEqual(await say({ lastDay: '2028-11-23' }), ['/items/0/lastDay tooLate']);
      assert.deepEqual(await say({ remaining: 1 }), ['/items/0/remaining changed']);
      await bind(shop, '2027-01-31');
      assert.deepEqual(await say({}), ['/items/0/remaining changed']);
      assert.deepEqual(await say({ subscription: shop.subscriptions[2] ?? '' }), ['/items/0/subscription notActive']);
      assert.deepEqual(await say({ subscription: newId() }), ['/items/0/subscription unknown']);
      // After the binding there is nothing left to be paid; two years ahead is not too far.
      await placed(sandbox(), shop, [{ ...good, lastDay: '2027-01-31' }, closeItem(shop, shop.subscriptions[1])]);
      assert.deepEqual(await say({}), ['/items/0/subscription closing']);
      const two2 = await openShop(sandbox());
      await placed(sandbox(), two2, [{ ...closeItem(two2), lastDay: '2028-11-22' }]);
    });

    test('by what is wrong with a closing, by a notice of whole months (R14.5, SUB-4)', async () => {
      const shop = await openShop(sandbox());
      await setNotice(shop, 1, 'monthsAfterRunning');
      assert.deepEqual(await refusal(sandbox(), shop, [{ ...closeItem(shop), lastDay: '2026-12-30' }]), ['/items/0/lastDay tooEarly']);
      await placed(sandbox(), shop, [{ ...closeItem(shop), lastDay: '2026-12-31' }]);
      const other = await openShop(sandbox());
      await setNotice(other, 0, 'monthsAfterRunning');
      await placed(sandbox(), other, [{ ...closeItem(other), lastDay: '2026-11-30' }]);
    });

    test('by what is wrong with another SIM card (D11, T19)', async () => {
      const shop = await openShop(sandbox(), [
        ...two,
        { name: 'Ib Is', subscriptions: [{ status: 'suspended' }] },
        { name: 'Lis Lund', subscriptions: [{ status: 'terminated' }] },
      ]);
      const gone = await valueOf<string>(
        sandbox(),
        sql`select id as value from subscription where company_id = ${shop.company} and status = 'terminated'`,
      );
      const good = simItem(shop);
      const say = (rest: Partial<typeof good>) => refusal(sandbox(), shop, [{ ...good, ...rest }]);
      assert.deepEqual(await say({ price: 0 }), ['/items/0/price changed']);
      assert.deepEqual(await say({ subscription: gone ?? '' }), ['/items/0/subscription notActive']);
      // One that is blocked or being closed is still in use, or will be: a lost card is why.
      await placed(sandbox(), shop, [good, simItem(shop, shop.subscriptions[2])]);
      await placed(sandbox(), shop, [closeItem(shop, shop.subscriptions[1])]);
      await placed(sandbox(), shop, [simItem(shop, shop.subscriptions[1])]);
      assert.deepEqual(await say({}), ['/items/0/sim pending']);
    });

    test('when it says twice what happens to one subscription or number (T19)', async () => {
      const shop = await openShop(sandbox());
      const item = await fresh(shop);
      assert.deepEqual(await refusal(sandbox(), shop, [item, item]), ['/items/1/number/phone repeated']);
      assert.deepEqual(await refusal(sandbox(), shop, [closeItem(shop), simItem(shop)]), ['/items/1/subscription repeated']);
    });

    test('when there is nowhere to send a card, or nothing to send (R16.5, R23.3, D16, ADR-2, ADR-5)', async () => {
      const shop = await openShop(sandbox());
      const [card, esim] = [await fresh(shop, { sim: 'sim' }), await fresh(shop)];
      const say = async (item: Item, address: object | null) => {
        const { status, body } = await change<Refused>(sandbox(), `${shop.path}/orders`, { json: { items: [item], delivery: address } });
        return [status, ...(body.errors ?? []).map(({ pointer, type }) => `${pointer} ${type}`)];
      };
      assert.deepEqual(await say(card, null), [422, '/delivery missing']);
      assert.deepEqual(await say(esim, delivery), [422, '/delivery unneeded']);
      assert.deepEqual(await say(card, { ...delivery, postcode: '3900', town: 'Nuuk' }), [422, '/delivery/postcode notDenmark']);
      assert.deepEqual(await say(card, { ...delivery, postcode: '0001', town: 'Ingensteds' }), [422, '/delivery/postcode unknown']);
      assert.deepEqual(await say(card, { ...delivery, postcode: '0800', town: 'Høje Taastrup' }), [422, '/delivery/postcode box']);
      assert.deepEqual(await say(card, { ...delivery, houseNumber: '12 b' }), [422, '/delivery/houseNumber form']);
      assert.deepEqual(await say(card, { ...delivery, town: 'Odense C' }), [422, '/delivery/town unknown']);
      assert.deepEqual(await say(card, delivery), [201]);
    });

    test('when it holds more than the contract knows, or less (T04, T19)', async () => {
      const shop = await openShop(sandbox());
      const good = await fresh(shop);
      const { setup: _left, ...without } = good;
      for (const item of [
        { ...good, discount: 100 },
        without,
        { ...good, monthly: 118.5 },
        { ...good, monthly: -1 },
        { ...good, sim: 'both' },
      ]) {
        const { status } = await order(sandbox(), shop, [item as Item]);
        assert.equal(status, 422);
      }
      for (const json of [{ items: [], delivery: null }, { items: Array(21).fill(good), delivery: null }, { items: [good] }, []])
        assert.equal((await change(sandbox(), `${shop.path}/orders`, { json })).status, 422);
      assert.equal((await listedOrders(sandbox(), shop)).total, 0);
    });
  });

  describe('somebody who may not', () => {
    test('cannot order, read or undo for a company of others, and changes nothing by trying (T02, R6.2)', async () => {
      const shop = await openShop(sandbox());
      const theirs = await placed(sandbox(), shop, [await fresh(shop)]);
      const before = await everything(sandbox());
      const own = { ...shop, path: `/companies/${await sandbox().id('company', 'c6')}` };
      const item = newItem(shop, { kind: 'none' }, { user: { id: shop.users[0] ?? '' } }, 'Datasim 10 GB');
      for (const path of [`${shop.path}/orders`, `/companies/${newId()}/orders`]) {
        assert.equal((await change(sandbox(), path, { as: 'ida', json: { items: [item], delivery: null } })).status, 404);
        for (const address of [path, `${path}/${theirs.id}`]) assert.equal((await sandbox().ask(address, { as: 'ida' })).status, 404);
        assert.equal((await change(sandbox(), `${path}/${theirs.id}`, { as: 'ida', method: 'DELETE' })).status, 404);
      }
      // Under the address of one's own company, what is another's is as if it were not there.
      assert.deepEqual(await refusal(sandbox(), own, [item]), ['/items/0/user/id unknown']);
      for (const foreign of [closeItem(shop), changeItem(shop), simItem(shop)])
        assert.deepEqual(await refusal(sandbox(), own, [foreign]), ['/items/0/subscription unknown']);
      assert.equal((await sandbox().ask(`${own.path}/orders/${theirs.id}`)).status, 404);
      assert.equal((await undo(sandbox(), own, theirs)).status, 404);
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('with the right to read sees orders and places none; without it sees none (T03, R7.1)', async () => {
      const path = `/companies/${await sandbox().id('company', 'c1')}`;
      const shop = { ...(await openShop(sandbox())), path };
      const theirs = await placed(sandbox(), shop, [newItem(shop, { kind: 'none' }, {}, 'Datasim 10 GB')]);
      const before = await everything(sandbox());
      for (const as of ['lars', 'frida']) {
        const read = [await sandbox().ask(`${path}/orders`, { as }), await sandbox().ask(`${path}/orders/${theirs.id}`, { as })];
        assert.deepEqual(
          read.map(({ status }) => status),
          as === 'lars' ? [200, 200] : [403, 403],
        );
        assert.equal((await order(sandbox(), shop, [newItem(shop, { kind: 'none' }, {}, 'Datasim 10 GB')], { as })).status, 403);
        assert.equal((await change(sandbox(), `${path}/orders/${theirs.id}`, { as, method: 'DELETE' })).status, 403);
      }
      assert.deepEqual(await everything(sandbox()), before);
    });
  });

  if (kind === 'postgres') {
    describe('at once', () => {
      test('two hundred posts of one intention are one order and one answer (T20, F21, R14.6)', async () => {
        const shop = await openShop(sandbox());
        const [key, items] = [crypto.randomUUID(), [await fresh(shop)]];
        const answers = await Promise.all(Array.from({ length: 200 }, () => order(sandbox(), shop, items, { key })));
        assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
        assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
        assert.equal(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true').length, 199);
        const { body } = await search(sandbox(), shop.company);
        assert.deepEqual([(await listedOrders(sandbox(), shop)).total, body.users, body.subscriptions], [1, 2, 2]);
      });

      test('two closings, two changes or two cards for one subscription are one, and the other is told so (T20, F21)', async () => {
        const kinds: [(shop: Shop) => Item, string][] = [
          [closeItem, '/items/0/subscription closing'],
          [changeItem, '/items/0/subscription changing'],
          [simItem, '/items/0/sim pending'],
        ];
        for (let round = 0; round < 15; round++) {
          const shop = await openShop(sandbox());
          const [make, why] = kinds[round % 3] ?? [closeItem, ''];
          const answers = await Promise.all([0, 1].map(() => order<Refused>(sandbox(), shop, [make(shop)])));
          assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422]);
          const lost = answers.find(({ status }) => status === 422);
          assert.deepEqual(
            lost?.body.errors?.map(({ pointer, type }) => `${pointer} ${type}`),
            [why],
          );
          assert.equal((await listedOrders(sandbox(), shop)).total, 1);
        }
      });

      test('an order and its undoing, and many of a company’s, leave the list right (T20, R9.3)', async () => {
        const shop = await openShop(sandbox(), two);
        const items = [await fresh(shop), await fresh(shop), await fresh(shop), await fresh(shop)];
        const orders = await Promise.all(items.map((item) => placed(sandbox(), shop, [item])));
        const [first, second] = orders;
        assert.ok(first && second);
        const undone = await Promise.all([first, first, second].map((one) => undo(sandbox(), shop, one)));
        assert.deepEqual(
          undone.map(({ status, body }) => [status, body.state]),
          [0, 1, 2].map(() => [200, 'cancelled']),
        );
        const { body } = await search(sandbox(), shop.company);
        assert.deepEqual([body.items.length, body.total, body.users, body.subscriptions], [4, 4, 4, 4]);
        assert.equal((await auditOf(sandbox(), first.id)).filter(({ deed }) => deed === 'order.cancel').length, 1);
      });
    });
  }
});
