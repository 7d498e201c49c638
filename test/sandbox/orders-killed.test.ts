import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { build } from 'esbuild';
import { openDatabase, rowsOf, type Place } from '../../sandbox/database/database.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';
import type { OrderPage } from '../../src/api/order.ts';
import { auditOf } from './changing.ts';
import { Sandbox, today } from './engines.ts';
import type { Death, Told } from './mortal.ts';
import {
  changeItem,
  closeItem,
  freeNumber,
  listedOrders,
  movedNumber,
  newItem,
  openShop,
  order,
  placed,
  simItem,
  workOn,
  type Shop,
} from './ordering.ts';
import { nameOf, search } from './scratch.ts';
import { bought } from './shelf.ts';

/** The days the works are done on: the one everything is ordered on, and one by which all of it has come about. */
const days = [today, '2026-12-31'];

/** Where what is built lies: inside the project, so that its packages are found. */
const cache = path.join(import.meta.dirname, '../../node_modules/.cache/selvbetjening-elements');
let built = '';
before(async () => {
  await mkdir(cache, { recursive: true });
  built = await mkdtemp(path.join(cache, 'mortal-'));
  // In one file it is there in half the time, and there are many of them.
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const;
  await build({ ...options, entryPoints: [path.join(import.meta.dirname, 'mortal.ts')], outfile: path.join(built, 'mortal.mjs') });
});
after(() => rm(built, { recursive: true, force: true }));

/** Lets a process of its own do something; answers whether it died on the way. */
async function isKilled(told: Told): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(built, 'mortal.mjs'), JSON.stringify(told)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal === 'SIGKILL') return true;
  assert.equal(code, 0);
  return false;
}

/** A company for which everything has been ordered that can be, and that has what comes and goes without an order. */
async function busyShop(sandbox: Sandbox): Promise<Shop> {
  const shop = await openShop(sandbox, [
    { name: 'A skifter', subscriptions: [{}] },
    { name: 'B lukker', subscriptions: [{}] },
    { name: 'C simkort', subscriptions: [{}] },
    { name: 'D slutter', subscriptions: [{}] },
    { name: 'E starter', subscriptions: [{ status: 'pendingActive' }] },
  ]);
  const [changed, closed, card, ending] = shop.subscriptions;
  await sandbox.database.db.execute(
    sql`update subscription set status = 'pendingTerminate', last_day = '2026-12-10' where id = ${ending ?? ''}`,
  );
  await sandbox.database.db.execute(sql`update subscription set move_date = '2026-12-10' where id = ${shop.subscriptions[4] ?? ''}`);
  const user = (name: string) => ({ user: { name, email: null, costCentre: null } });
  await placed(sandbox, shop, [
    newItem(shop, { kind: 'new', phone: await freeNumber(sandbox, shop) }, user('F ny')),
    newItem(shop, { kind: 'none' }, user('G maskine'), 'Datasim 10 GB'),
  ]);
  await placed(sandbox, shop, [newItem(shop, movedNumber(shop), user('H flytter'))]);
  await placed(sandbox, shop, [newItem(shop, movedNumber(shop, { provider: 'Afvis Tele' }), user('I afvises'))]);
  await placed(sandbox, shop, [changeItem(shop, 'Mobil 100 GB', changed), closeItem(shop, closed), simItem(shop, card)]);
  await bought(sandbox, shop, 'router4g', { user: { id: shop.users[0] ?? '' } });
  return shop;
}

/** Everything that came of it, without what is another one each time: ids, numbers, cards and moments. */
async function outcomeOf(sandbox: Sandbox, shop: Shop): Promise<object> {
  const orders = (await listedOrders(sandbox, shop)).items;
  const { db } = sandbox.database;
  const rows = await search(sandbox, shop.company);
  return {
    orders: orders.map(({ state, items, canCancel }) => [
      state,
      canCancel,
      ...items.map((item) => [item.kind, item.state, item.date, item.failure, item.product?.parcel?.steps]),
    ]),
    list: rows.body.items.map((row) => [nameOf(row), row.subscriptions.map(({ plan, status, lastDay }) => [plan, status, lastDay])]),
    counts: [rows.body.total, rows.body.users, rows.body.subscriptions],
    subscriptions: await rowsOf(
      db,
      sql`select u.name, s.status, s.start::text, s.bound_until::text, s.ended_on::text, s.sim_kind, s.sim_number is not null as card
        from subscription s join telephone_user u on u.id = s.user_id where s.company_id = ${shop.company} order by u.name, s.id`,
    ),
    charges: await rowsOf(db, sql`select kind, amount from charge where company_id = ${shop.company} order by kind, amount`),
    cards: await rowsOf(
      db,
      sql`select count(distinct sim_number) = count(sim_number) as once from subscription where company_id = ${shop.company}`,
    ),
    mails: await rowsOf(
      db,
      sql`select count(*)::int as mails from customer_order o join outbox on outbox.text like '%' || o.no || '%' where company_id = ${shop.company}`,
    ),
    deeds: await Promise.all(orders.map(async ({ id }) => (await auditOf(sandbox, id)).map(({ deed }) => deed))),
  };
}

describe('works that are killed (kill -9)', () => {
  let server: Postgres | undefined;
  let sandbox: Sandbox | undefined;
  before(async () => {
    server = await startPostgres();
    const database = await openDatabase({ url: server.url });
    await seed(database, { today, users: 1, months: 3 });
    sandbox = new Sandbox(database);
    // What the example data have to come is out of the way.
    for (const day of days) await workOn(sandbox, day);
  });
  after(async () => {
    await sandbox?.database.close();
    await server?.stop();
  });
  const running = (): { readonly own: Sandbox; readonly place: Place } => {
    if (sandbox === undefined || server === undefined) throw new Error('The database is not there before the tests run.');
    return { own: sandbox, place: { url: server.url } };
  };

  for (const side of ['before', 'after'] as const) {
    test(`right ${side} any commit are taken up by others, and everything comes about once (F06, F12, F29, R14.6)`, async () => {
      const { own, place } = running();
      const undisturbed = await busyShop(own);
      for (const day of days) await workOn(own, day);
      const expected = await outcomeOf(own, undisturbed);
      let deaths = 0;
      for (let commit = 1; ; commit++) {
        const shop = await busyShop(own);
        const killed = await isKilled({ place, days, death: { commit, side } });
        // The server may not have noticed yet that somebody has died, and holds what they held.
        await own.database.db.execute(sql`select from company where id = ${shop.company} for no key update`);
        for (const day of days) await workOn(own, day);
        assert.deepEqual(await outcomeOf(own, shop), expected, `killed ${side} commit ${String(commit)}`);
        if (!killed) break;
        deaths++;
      }
      // Two steps for most items, three for the agreed move and for the parcel, one for each of what came and went without an order.
      assert.ok(deaths >= 20, `killed ${String(deaths)} times`);
    });
  }

  test('at the commit of an order, or of its undoing, have done it or not; asked again, it is done once (F06, F29, R14.6, T20)', async () => {
    const { own, place } = running();
    for (const side of ['before', 'after'] as const) {
      const death: Death = { commit: 1, side };
      const shop = await openShop(own);
      const [key, items] = [crypto.randomUUID(), [newItem(shop, { kind: 'new', phone: await freeNumber(own, shop) })]];
      const asked = { path: `${shop.path}/orders`, method: 'POST', key, json: { items, delivery: null } };
      assert.ok(await isKilled({ place, asked, death }));
      const found = (await own.ask<OrderPage>(`${shop.path}/orders?key=${key}`)).body;
      assert.equal(found.total, side === 'before' ? 0 : 1);
      const again = await order(own, shop, items, { key });
      assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [201, side === 'before' ? null : 'true']);
      const undone = { path: `${shop.path}/orders/${again.body.id}`, method: 'DELETE', key };
      assert.ok(await isKilled({ place, asked: undone, death }));
      assert.equal((await listedOrders(own, shop)).items[0]?.state, side === 'before' ? 'acknowledged' : 'cancelled');
      const { body } = await own.ask<{ state: string }>(undone.path, { method: 'DELETE', headers: { 'idempotency-key': key } });
      assert.equal(body.state, 'cancelled');
      const deeds = (await auditOf(own, again.body.id)).map(({ deed }) => deed);
      assert.deepEqual([deeds, (await search(own, shop.company)).body.users], [['order.place', 'order.cancel'], 1]);
    }
  });
});

describe('works on a folder that are killed (kill -9)', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('at every commit, one after the other, go on where they were each time (F12, F29, R14.6)', async () => {
    const place: Place = { folder: path.join(folder, 'pg') };
    const first = await openDatabase(place);
    await seed(first, { today, users: 1, months: 3 });
    let sandbox = new Sandbox(first);
    for (const day of days) await workOn(sandbox, day);
    const undisturbed = await openShop(sandbox);
    const orderAll = async (shop: Shop) => {
      await placed(sandbox, shop, [newItem(shop, movedNumber(shop))]);
    };
    await orderAll(undisturbed);
    for (const day of days) await workOn(sandbox, day);
    const expected = await outcomeOf(sandbox, undisturbed);
    const shop = await openShop(sandbox);
    await orderAll(shop);
    await first.close();
    let deaths = 0;
    // Each one has what the one before has left. The third finds nothing due on the first day, which is a commit too, and goes on to the next.
    for (const commit of [1, 1, 2]) {
      for (const side of ['before', 'after'] as const) if (await isKilled({ place, days, death: { commit, side } })) deaths++;
    }
    assert.equal(deaths, 6);
    const last = await openDatabase(place);
    sandbox = new Sandbox(last);
    for (const day of days) await workOn(sandbox, day);
    assert.deepEqual(await outcomeOf(sandbox, shop), expected);
    await last.close();
  });
});
