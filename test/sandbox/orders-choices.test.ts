import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { enterCompany, readAs } from '../../sandbox/database/reading.ts';
import type { NumberHold, NumberPage } from '../../src/subscriptions/number.ts';
import type { PlanPage } from '../../src/subscriptions/plan.ts';
import { auditOf, change } from './changing.ts';
import { onBothEngines } from './engines.ts';
import { closeItem, newItem, on, openShop, order, placed, refusal, undo, workOn, type Refused, type Shop } from './ordering.ts';

onBothEngines((sandbox, kind) => {
  const companyPath = async (key: string) => `/companies/${await sandbox().id('company', key)}`;

  describe('the plans that can be chosen', () => {
    const names = async (company: string, as = 'maja') =>
      (await sandbox().ask<PlanPage>(`${await companyPath(company)}/plans`, { as })).body.items.map(({ name }) => name);

    test('are those the company may have, in the order of the list (R14.2, D9)', async () => {
      const common = ['Datasim 10 GB', 'Mobil 5 GB', 'Mobil 20 GB', 'Mobil 100 GB', 'Mobil Fri', 'Mobilt bredbånd 500 GB'];
      assert.deepEqual(await names('c1'), common);
      assert.deepEqual(await names('c1', 'lars'), common);
      assert.deepEqual(await names('c3'), [...common.slice(0, 4), 'Mobil Fri', 'Mobil Kommune 50 GB', 'Mobilt bredbånd 500 GB']);
    });

    test('come with price, content, binding and the days that go with an order (R14.2, R16.6, NUM-5, SUB-6)', async () => {
      const { body } = await sandbox().ask<PlanPage>(`${await companyPath('c1')}/plans`);
      assert.deepEqual([body.total, body.today, body.changesFrom, body.movesFrom], [6, '2026-11-22', '2026-12-01', '2026-11-23']);
      const plan = body.items.find(({ name }) => name === 'Mobil 20 GB');
      assert.deepEqual(plan, {
        ...{ id: plan?.id, name: 'Mobil 20 GB', included: { data: 20, talk: true }, bindingMonths: 6 },
        ...{ monthly: { amount: 11900, currency: 'DKK' }, setup: { amount: 7920, currency: 'DKK' } },
      });
      const later = await on(sandbox(), '2026-12-31').ask<PlanPage>(`${await companyPath('c1')}/plans`);
      assert.deepEqual([later.body.today, later.body.changesFrom, later.body.movesFrom], ['2026-12-31', '2027-01-01', '2027-01-04']);
    });

    test('are told to nobody without the right to read (T03)', async () => {
      for (const address of ['plans', 'numbers', 'orders'])
        assert.equal((await sandbox().ask(`${await companyPath('c1')}/${address}`, { as: 'frida' })).status, 403, address);
    });
  });

  describe('free numbers', () => {
    const find = async (shop: Shop, query = '', as = 'maja') =>
      (await sandbox().ask<NumberPage>(`${shop.path}/numbers${query}`, { as })).body;
    const hold = (shop: Shop, phone: string, as = 'maja') =>
      sandbox().ask<NumberHold & Refused>(`${shop.path}/numbers/${encodeURIComponent(phone)}/hold`, { as, method: 'POST' });
    /** Lets somebody else administer the company too. */
    const invite = async ({ company }: Shop, person: string) => {
      const id = await sandbox().id('person', person);
      await sandbox().database.db.execute(sql`insert into membership values (${id}, ${company}, 'full', 'full', 'full', 'full')`);
    };
    const first = async (shop: Shop, as = 'maja') => (await find(shop, '?limit=1', as)).items[0]?.phone ?? '';
    const isOffered = async (shop: Shop, phone: string, as = 'maja') => (await find(shop, `?digits=${phone.slice(3)}`, as)).total === 1;
    const notFree = (type: string) => ({ status: 422, errors: [{ pointer: '/number', type }] });
    const refused = async (answer: ReturnType<typeof hold>) => {
      const { status, body } = await answer;
      return { status, errors: body.errors };
    };

    test('are found by digits in a row, nine at a time, in the same order every time (R16.5)', async () => {
      const shop = await openShop(sandbox());
      const all = await find(shop);
      assert.deepEqual([all.items.length, all.total > 3900, await find(shop)], [9, true, all]);
      const some = await find(shop, '?digits=123');
      assert.ok(some.total > 0 && some.items.every(({ phone }) => /^\+45\d*123/.test(phone)));
      const pages = new Set<string>();
      for (let offset = 0; offset < some.total; offset += 20) {
        for (const { phone } of (await find(shop, `?digits=123&limit=20&offset=${String(offset)}`)).items) pages.add(phone);
      }
      assert.equal(pages.size, some.total);
      assert.deepEqual(await find(shop, `?digits=123&offset=${String(some.total)}`), { items: [], total: some.total });
      assert.deepEqual(await find(shop, '?digits=99999999'), { items: [], total: 0 });
      for (const query of ['?limit=21', '?limit=0', '?digits=12%2034', '?digits=123456789', '?digits=1&digits=2', '?of=1'])
        assert.equal((await sandbox().ask(`${shop.path}/numbers${query}`)).status, 422, query);
    });

    test('can be kept for fifteen minutes, and again (R16.5, NUM-12)', async () => {
      const shop = await openShop(sandbox());
      const phone = await first(shop);
      const { status, body } = await hold(shop, phone);
      assert.deepEqual([status, body.phone], [200, phone]);
      const minutes = (Date.parse(body.until) - Date.now()) / 60_000;
      assert.ok(minutes > 14 && minutes < 16, body.until);
      assert.ok(await isOffered(shop, phone));
      const again = await hold(shop, phone);
      assert.ok(again.status === 200 && again.body.until > body.until);
      const [row, ...others] = (await auditOf(sandbox(), phone)).map(({ person, deed }) => [person, deed]);
      assert.deepEqual([row, others.length], [['maja', 'number.hold'], 1]);
    });

    test('that somebody keeps are nobody else’s, a colleague’s neither, and no answer says whose (R16.5, NUM-12, T01)', async () => {
      const [mine, theirs] = [await openShop(sandbox()), await sandbox().id('company', 'c6')];
      await invite(mine, 'ida');
      const other = { ...mine, company: theirs, path: `/companies/${theirs}` };
      const phone = await first(mine);
      assert.equal((await hold(mine, phone)).status, 200);
      for (const [shop, as] of [[mine, 'ida'] as const, [other, 'ida'] as const, [other, 'maja'] as const]) {
        assert.equal(await isOffered(shop, phone, as), false);
        assert.deepEqual(await refused(hold(shop, phone, as)), notFree('taken'));
      }
      const answer = await order<Refused>(sandbox(), mine, [newItem(mine, { kind: 'new', phone })], { as: 'ida' });
      assert.deepEqual([answer.status, answer.body.errors], [422, [{ pointer: '/items/0/number/phone', type: 'taken' }]]);
    });

    test('are anybody’s again when the fifteen minutes are over (R16.5, NUM-12)', async () => {
      const shop = await openShop(sandbox());
      await invite(shop, 'ida');
      const phone = await first(shop);
      await hold(shop, phone);
      await sandbox().database.db.execute(sql`update number_hold set until = now() - interval '1 second' where phone = ${phone}`);
      assert.ok(await isOffered(shop, phone, 'ida'));
      assert.equal((await hold(shop, phone, 'ida')).status, 200);
      assert.deepEqual(await refused(hold(shop, phone)), notFree('taken'));
      await sandbox().database.db.execute(sql`update number_hold set until = now() - interval '1 second' where phone = ${phone}`);
      await placed(sandbox(), shop, [newItem(shop, { kind: 'new', phone })]);
    });

    test('are kept twenty at a time by one person, wherever; the oldest is let go (T22)', async () => {
      const [one, two] = [await openShop(sandbox()), await openShop(sandbox())];
      const phones = [...(await find(one, '?limit=20')).items, ...(await find(one, '?limit=2&offset=20')).items].map(({ phone }) => phone);
      for (const [index, phone] of phones.entries()) assert.equal((await hold(index < 11 ? one : two, phone)).status, 200);
      const kept = await rowsOf<{ phone: string }>(
        sandbox().database.db,
        sql`select phone from number_hold where person_id = (select id from person where key = 'maja') and until > now() order by until`,
      );
      assert.deepEqual(
        kept.map(({ phone }) => phone),
        phones.slice(2),
      );
    });

    test('are the operator’s own: others, and what is no number, cannot be kept (T19)', async () => {
      const shop = await openShop(sandbox());
      for (const phone of ['+4567102030', '+4520304050', '68912345', '+45689', 'x', '+4568912345678'])
        assert.deepEqual(await refused(hold(shop, phone)), notFree('unknown'), phone);
    });

    test('are kept only by who may order for the company (T03)', async () => {
      const shop = await openShop(sandbox());
      const phone = await first(shop);
      assert.equal((await hold(shop, phone, 'ida')).status, 404);
      const c1 = { ...shop, path: await companyPath('c1') };
      assert.deepEqual([(await hold(c1, phone, 'lars')).status, (await hold(c1, phone, 'frida')).status], [403, 403]);
      assert.ok(await isOffered(shop, phone));
    });

    test('are gone with the order, and back when it is undone (R14.4, NUM-12)', async () => {
      const shop = await openShop(sandbox());
      const phone = await first(shop);
      await hold(shop, phone);
      const order = await placed(sandbox(), shop, [newItem(shop, { kind: 'new', phone })]);
      assert.equal(await isOffered(shop, phone), false);
      assert.deepEqual(await refused(hold(shop, phone)), notFree('taken'));
      assert.deepEqual(await refusal(sandbox(), shop, [newItem(shop, { kind: 'new', phone })]), ['/items/0/number/phone taken']);
      assert.equal((await undo(sandbox(), shop, order)).body.state, 'cancelled');
      assert.ok(await isOffered(shop, phone));
    });

    test('rest for six months after somebody has had them (R14.3, SUB-7)', async () => {
      const shop = await openShop(sandbox());
      const phone = await first(shop);
      const bought = await placed(sandbox(), shop, [newItem(shop, { kind: 'new', phone }, {}, 'Mobil 5 GB')]);
      await workOn(sandbox());
      const subscription = bought.items[0]?.subscription?.id ?? '';
      await placed(sandbox(), shop, [closeItem(shop, subscription)]);
      await workOn(sandbox(), '2026-12-23');
      const offeredOn = async (day: string) =>
        (await on(sandbox(), day).ask<NumberPage>(`${shop.path}/numbers?digits=${phone.slice(3)}`)).body.total;
      assert.deepEqual([await offeredOn('2026-12-23'), await offeredOn('2027-06-21'), await offeredOn('2027-06-22')], [0, 0, 1]);
    });

    if (kind === 'postgres') {
      test('go to exactly one of two who want the same at once (F21, NUM-12, T20)', async () => {
        for (let round = 0; round < 10; round++) {
          const shops = [await openShop(sandbox()), await openShop(sandbox())] as const;
          const phone = await first(shops[0]);
          const holds = await Promise.all(shops.map((shop) => hold(shop, phone)));
          assert.deepEqual(holds.map(({ status }) => status).sort(), [200, 422]);
          await sandbox().database.db.execute(sql`delete from number_hold where phone = ${phone}`);
          const orders = await Promise.all(
            shops.map((shop) =>
              change<Refused>(sandbox(), `${shop.path}/orders`, {
                json: { items: [newItem(shop, { kind: 'new', phone })], delivery: null },
              }),
            ),
          );
          assert.deepEqual(orders.map(({ status }) => status).sort(), [201, 422]);
          const lost = orders.find(({ status }) => status === 422);
          assert.deepEqual(lost?.body.errors, [{ pointer: '/items/0/number/phone', type: 'taken' }]);
        }
      });
    }
  });

  test('what is taken is known to the company’s own role without seeing whose it is (T01)', async () => {
    const [maja, shop] = [await sandbox().id('person', 'maja'), await openShop(sandbox())];
    const [row] = await readAs(sandbox().database, maja, async (reader) => {
      await enterCompany(reader, maja, shop.company);
      return rowsOf<object>(
        reader,
        sql`select (select count(*)::int from subscription) as seen,
          (select count(*)::int from information_schema.columns where table_name = 'number_in_use') as columns`,
      );
    });
    assert.deepEqual(row, { seen: 1, columns: 2 });
  });
});
