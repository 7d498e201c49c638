import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { readBooks } from '../../sandbox/billing/books.ts';
import { chargeProduct } from '../../sandbox/billing/ledger.ts';
import { meter } from '../../sandbox/billing/metering.ts';
import { premiumPrice } from '../../sandbox/billing/usage-lines.ts';
import { openDatabase, rowsOf, type Db, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { insertRows } from '../../sandbox/database/seed/rows.ts';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import { addedUp, assertAllWritten, assertConsecutive } from './documents.ts';
import { costOf, priceOn, type Story } from './ledger-model.ts';
import { World, type Plan } from './ledger-world.ts';

/** How many histories are tried. */
const histories = 160;

const plans = [7900, 11_901, 4999, 1].map((monthly_price, index) => {
  return { id: newId(), monthly_price, name: `Mobil ${String(index)}`, setup_price: 7920, data: [5, 20, null, 100][index] ?? null };
});

/** One deed. The numbers choose among what is there; one that makes no sense when its turn comes is passed over. */
const deed = fc.record({
  what: fc.constantFrom('buy', 'change', 'end', 'sim', 'takeBack', 'begin', 'days', 'close', 'close'),
  which: fc.nat(11),
  days: fc.integer({ min: 0, max: 45 }),
  app: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

interface Purchase {
  readonly order: string;
  readonly amount: number;
}

interface InForce {
  readonly id: string;
  readonly plan_id: string;
  readonly from: string;
  readonly to: string;
}

/** The world with what is bought and used in it, and its documents. */
class Accounts {
  readonly world: World;
  readonly #db: Db;
  readonly #bought: Purchase[] = [];
  #used = 0;

  constructor(world: World, db: Db) {
    this.world = world;
    this.#db = db;
  }

  async buy({ which }: Deed): Promise<void> {
    const [user] = await rowsOf<{ id: string; name: string; company_id: string }>(
      this.#db,
      sql`select id, name, company_id from telephone_user`,
    );
    assert.ok(user);
    const [orderId, amount] = [newId(), 39_900 * which];
    const words = { product: '4G-router', quantity: 1, costCentre: null, reference: null };
    const { id: userId, name: userName, company_id: companyId } = user;
    await chargeProduct(this.#db, { companyId, orderId, userId, userName, amount, day: this.world.today, ...words });
    this.world.orders.push(orderId);
    this.#bought.push({ order: orderId, amount });
  }

  /** Closes one month if one is due, and adds up what was used in the month before, record by record. */
  async close(): Promise<boolean> {
    const { nextInvoice } = await readBooks(this.#db);
    const inForce = await this.#inForceBefore(nextInvoice);
    if (!(await this.world.close())) return false;
    for (const { id, plan_id, from, to } of inForce) {
      const { data } = plans.find(({ id: plan }) => plan === plan_id) ?? { data: null };
      for (const { where, calls, ...day } of meter(id, { data, talk: true }, { from, to })) {
        for (const { kind, minutes } of calls) this.#used += kind === 'premium' ? minutes * premiumPrice : 0;
        if (typeof where === 'object') this.#used += day.data * where.data + day.talk * where.talk + day.sms * where.sms;
        this.#used += day.content;
      }
    }
    return true;
  }

  /** Subscriptions that were in force in the month before, under the plan of its last day. */
  async #inForceBefore(nextInvoice: string): Promise<InForce[]> {
    const last = addDays(nextInvoice, -1);
    const first = `${last.slice(0, 8)}01`;
    const rows = await rowsOf<{ id: string; plan_id: string; start: string }>(
      this.#db,
      sql`select id, plan_id, start::text from subscription where status = 'active' and start <= ${last}::date`,
    );
    return rows.map(({ id, plan_id, start }) => {
      const { settled = null, events = [] } = this.world.stories.get(id) ?? {};
      // Whether it is paid for does not matter here: what began it may have been taken back, and it is still used, under the plan that was changed to.
      const begun: Story['events'] = [{ kind: 'begin', order: '', day: '', plan: plan_id, monthly: 0 }];
      const ordered: Story = { settled, events: [...begun, ...events.filter(({ kind }) => kind !== 'end')] };
      return { id, plan_id: priceOn(ordered, last)?.plan ?? plan_id, from: start > first ? start : first, to: last };
    });
  }

  /** Closes one month more, so that whatever was done until then is invoiced, and holds all documents against what was agreed. */
  async check(): Promise<void> {
    while (await this.close());
    const { nextInvoice } = await readBooks(this.#db);
    this.world.today = addDays(nextInvoice, 60);
    while (await this.close());
    const { nextInvoice: next } = await readBooks(this.#db);
    const documents = await addedUp(this.#db, sql`true`);
    await assertAllWritten(this.#db);
    for (const { issued } of documents) await assertConsecutive(this.#db, issued.slice(0, 7));
    assert.equal(new Set(documents.map(({ issued }) => issued)).size, documents.length, 'one a month');
    let agreed = this.#used;
    for (const story of this.world.stories.values()) agreed += costOf(story, addDays(next, -1));
    for (const { order, amount } of this.#bought) if (this.world.orders.includes(order)) agreed += amount;
    assert.equal(
      documents.reduce((all, { taxable, vat_free }) => all + taxable + vat_free, 0),
      agreed,
      'all invoices come to what was agreed and used',
    );
  }
}

async function act(accounts: Accounts, given: Deed): Promise<void> {
  const { what, which, days, app } = given;
  const { world } = accounts;
  const chosen = world.pick(which);
  const [, { events, settled }] = chosen;
  const begun = events.some(({ kind }) => kind === 'begin');
  const ended = events.some(({ kind }) => kind === 'end');
  const order = world.orders[which % world.orders.length];
  if (what === 'buy') await accounts.buy(given);
  else if (what === 'days') world.today = addDays(world.today, days);
  else if (what === 'close') await accounts.close();
  else if (what === 'takeBack') {
    if (order !== undefined) await world.takeBack(order, app);
  } else if (what === 'begin') {
    if (settled === null && events.length === 0) await world.begin(chosen, world.plan(days), 0, app);
  } else if (!begun) return;
  else if (what === 'sim') await world.replaceSim(chosen, app);
  else if (ended) return;
  else if (what === 'end') await world.end(chosen, addDays(world.today, days), days % 2 ? 0 : 3950 * days, app);
  else await world.change(chosen, world.plan(days), addDays(endOfMonth(world.today, 0), 1), app);
}

describe('the invoices of any history', () => {
  let database: SandboxDatabase | undefined;
  before(async () => {
    database = await openDatabase({});
    const rest = { talk: true, binding_months: 0, withdrawn: false };
    await insertRows(
      database.db,
      'plan',
      plans.map((plan) => ({ ...plan, ...rest })),
    );
  });
  after(() => database?.close());

  /** A world that is gone afterwards. */
  const inWorld = async (today: string, live: (accounts: Accounts, transaction: Db) => Promise<void>): Promise<void> => {
    assert.ok(database);
    const { db, kind } = database;
    const over = new Error('That was all.');
    await db
      .transaction(async (transaction) => {
        await live(new Accounts(await World.make(transaction, kind, plans satisfies Plan[], today), transaction), transaction);
        throw over;
      })
      .catch((error: unknown) => {
        if (error !== over) throw error;
      });
  };

  test('agree on every level, and come to what was ordered, changed, closed, bought and used (R17.3, R26.2, R28.3, INV-2, INV-4, SUB-9)', async () => {
    const property = fc.asyncProperty(
      fc.date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
      fc.array(deed, { maxLength: 24, size: 'max' }),
      (start, deeds) =>
        inWorld(start.toISOString().slice(0, 10), async (accounts) => {
          for (const one of deeds) await act(accounts, one);
          await accounts.check();
        }),
    );
    await fc.assert(property, { numRuns: histories });
  });

  for (const [begun, amounts, days] of [
    ['2024-02-29', [272, 7900, 7900], ['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01', '2024-04-30']],
    ['2028-02-29', [272, 7900, 7900], ['2028-02-29', '2028-03-01', '2028-03-31', '2028-04-01', '2028-04-30']],
    ['2028-01-31', [255, 7900, 7900], ['2028-01-31', '2028-02-01', '2028-02-29', '2028-03-01', '2028-03-31']],
    ['2027-01-31', [255, 7900, 7900], ['2027-01-31', '2027-02-01', '2027-02-28', '2027-03-01', '2027-03-31']],
  ] as const)
    test(`begun on the last day of a month, ${begun}, have that day, and the usage of that day alone (SUB-9, INV-4)`, () =>
      inWorld(begun, async (accounts, transaction) => {
        const { world } = accounts;
        const young = [...world.stories].find(([, { settled }]) => settled === null);
        const [plan] = plans;
        assert.ok(young && plan);
        await world.begin(young, plan, 0, false);
        const [, , , last] = days;
        world.today = last;
        await accounts.check();
        const lines = await rowsOf<{ kind: string; from: string; to: string; amount: number }>(
          transaction,
          sql`select kind, from_day::text as from, to_day::text as to, amount from charge
            where subscription_id = ${young[0]} and invoice <= ${last}::date order by invoice, kind, from_day`,
        );
        const plainly = lines.filter(({ kind }) => kind !== 'usage');
        assert.deepEqual(
          plainly.map(({ amount }) => amount),
          amounts,
        );
        assert.deepEqual(
          plainly.flatMap(({ from, to }, index) => (index === 0 ? [from] : [from, to])),
          days,
        );
        assert.equal(plainly[0]?.to, begun);
        // Little may be used on a single day; in a whole month there is no doubt.
        const used = lines.filter(({ kind }) => kind === 'usage').map(({ from, to }) => `${from} ${to}`);
        assert.equal(used.at(-1), `${days[1]} ${days[2]}`);
        assert.ok(used.slice(0, -1).every((period) => period === `${begun} ${begun}`));
      }));
});
