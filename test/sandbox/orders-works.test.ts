import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { openDatabase } from '../../sandbox/database/database.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { startWorks, type WorksOptions } from '../../sandbox/works.ts';
import { startPostgres } from '../../scripts/postgres.ts';
import type { Order } from '../../src/api/order.ts';
import { onBothEngines, Sandbox, today } from './engines.ts';
import { freeNumber, newItem, openShop, placed, readOrder, simItem, type Shop } from './ordering.ts';
import { openWire } from './wire.ts';

/** Waits until an order has come to a state. */
async function reached(sandbox: Sandbox, shop: Shop, wanted: Order, state: Order['state']): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    const now = (await readOrder(sandbox, shop, wanted)).state;
    if (now === state) return;
    assert.ok(performance.now() < end, `The order is still ${now}.`);
    await delay(20);
  }
}

/** Waits until something is true. */
async function until(question: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!question()) {
    assert.ok(performance.now() < end, 'Waited in vain.');
    await delay(20);
  }
}

const clock = createClock(today);

/** Starts works that end with the test, however it ends. */
function start(context: TestContext, options: Omit<WorksOptions, 'clock' | 'pace'>): ReturnType<typeof startWorks> {
  const works = startWorks({ ...options, clock, pace: 20 });
  context.after(() => works.stop());
  return works;
}

describe('the works beside the API', () => {
  onBothEngines((sandbox) => {
    test('carry out what is ordered by themselves, and end when told to (R17.4, F29)', async (context) => {
      const { database } = sandbox();
      const shop = await openShop(sandbox());
      let rounds = 0;
      const faults: unknown[] = [];
      const works = start(context, {
        ...{ database, fault: (error) => faults.push(error) },
        hooks: [() => Promise.resolve(rounds++)],
      });
      const bought = await placed(sandbox(), shop, [newItem(shop, { kind: 'new', phone: await freeNumber(sandbox(), shop) })]);
      await reached(sandbox(), shop, bought, 'completed');
      await until(() => rounds > 1);
      await works.stop();
      const before = rounds;
      const later = await placed(sandbox(), shop, [simItem(shop)]);
      await delay(200);
      assert.deepEqual([(await readOrder(sandbox(), shop, later)).state, rounds, faults], ['acknowledged', before, []]);
    });

    test('go on after a fault of what else they do (F29)', async (context) => {
      const { database } = sandbox();
      const shop = await openShop(sandbox());
      const faults: unknown[] = [];
      start(context, {
        ...{ database, fault: (error) => faults.push(error) },
        hooks: [() => Promise.reject(new Error('The books are stuck.'))],
      });
      const bought = await placed(sandbox(), shop, [simItem(shop)]);
      await reached(sandbox(), shop, bought, 'completed');
      await until(() => faults.length > 0);
      assert.match(String(faults[0]), /The books are stuck/);
    });
  });

  test('outlive a database that is away, and go on when it is back (F10, F29)', async (context) => {
    // Whatever happens, all is closed again, the last first.
    const closings: (() => unknown)[] = [];
    context.after(async () => {
      for (const close of closings.reverse()) await close();
    });
    const server = await startPostgres();
    closings.push(() => server.stop());
    const near = await openDatabase({ url: server.url });
    closings.push(() => near.close());
    await seed(near, { today, users: 1, months: 3 });
    const sandbox = new Sandbox(near);
    const wire = await openWire(server.url);
    closings.push(() => {
      wire.close();
    });
    const far = await openDatabase({ url: wire.url });
    closings.push(() => far.close());
    const faults: unknown[] = [];
    const works = startWorks({ database: far, clock, pace: 20, fault: (error) => faults.push(error) });
    closings.push(() => works.stop());
    const shop = await openShop(sandbox);
    await reached(sandbox, shop, await placed(sandbox, shop, [simItem(shop)]), 'completed');
    // In the middle of something, which must end that and nothing else.
    const broken = far.db.transaction(async (transaction) => {
      await transaction.execute(sql`select 1`);
      wire.cut();
      await transaction.execute(sql`select 1`);
    });
    await assert.rejects(broken);
    const meanwhile = await placed(sandbox, shop, [simItem(shop)]);
    await until(() => faults.length > 1);
    assert.equal((await readOrder(sandbox, shop, meanwhile)).state, 'acknowledged');
    wire.mend();
    await reached(sandbox, shop, meanwhile, 'completed');
  });
});
