import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openDatabase, type Db, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { insertRows } from '../../sandbox/database/seed/rows.ts';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import { World, type Plan } from './ledger-world.ts';

/** How many sequences of deeds are tried. */
const sequences = 320;

/** One deed. The numbers choose among what is there; one that makes no sense when its turn comes is passed over. */
const deed = fc.record({
  what: fc.constantFrom('change', 'change', 'end', 'end', 'sim', 'takeBack', 'days', 'days', 'close', 'close'),
  which: fc.nat(11),
  days: fc.integer({ min: 0, max: 70 }),
  app: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function act(world: World, { what, which, days, app }: Deed): Promise<void> {
  const chosen = world.pick(which);
  const [, { events, settled }] = chosen;
  const begun = events.some(({ kind }) => kind === 'begin');
  const ending = events.find(({ kind }) => kind === 'end');
  const order = world.orders[which % world.orders.length];
  if (what === 'days') world.today = addDays(world.today, days);
  else if (what === 'close') {
    await world.close();
    if (which % 2) await world.check();
  } else if (what === 'takeBack') {
    if (order !== undefined) await world.takeBack(order, app);
  } else if (!begun) {
    if (settled === null && events.length === 0) await world.begin(chosen, world.plan(days), days % 5, app);
  } else if (what === 'sim') await world.replaceSim(chosen, app);
  else if (ending) await world.takeBack(ending.order, app);
  else if (what === 'end') await world.end(chosen, addDays(world.today, days), days % 2 ? 0 : 3950 * days, app);
  // Most apply from the first of the next month, as the operator has it; any other day must come out right too.
  else await world.change(chosen, world.plan(days), days % 3 ? addDays(endOfMonth(world.today, 0), 1) : addDays(world.today, days), app);
}

describe('the books', () => {
  let database: SandboxDatabase | undefined;
  let plans: Plan[] = [];
  before(async () => {
    database = await openDatabase({});
    // Prices that hardly ever come out even.
    plans = [7900, 11_901, 4999, 1, 0].map((monthly_price) => ({ id: newId(), monthly_price }));
    const rows = plans.map((plan, index) => ({ ...plan, name: `Mobil ${String(index)} GB`, setup_price: 7920, data: null, talk: true }));
    await insertRows(
      database.db,
      'plan',
      rows.map((row) => ({ ...row, binding_months: 0, withdrawn: false })),
    );
  });
  after(() => database?.close());

  test('lose no øre and count none twice, whatever happens in whatever order (SUB-6, SUB-9, INV-4)', async () => {
    assert.ok(database);
    const { db, kind } = database;
    const property = fc.asyncProperty(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
      fc.array(deed, { maxLength: 30, size: 'max' }),
      async (start, deeds) => {
        await rolledBack(db, async (transaction) => {
          const world = await World.make(transaction, kind, plans, start.toISOString().slice(0, 10));
          for (const one of deeds) await act(world, one);
          while (await world.close());
          await world.check();
        });
      },
    );
    await fc.assert(property, { numRuns: sequences });
  });
});

/** Leaves the database as it was, so that each sequence begins with nothing in it. */
async function rolledBack(db: Db, act: (transaction: Db) => Promise<void>): Promise<void> {
  const over = new Error('That was all.');
  await db
    .transaction(async (transaction) => {
      await act(transaction);
      throw over;
    })
    .catch((error: unknown) => {
      if (error !== over) throw error;
    });
}
