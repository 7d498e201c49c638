/** A company whose books are kept twice: by the ledger in a database, and by the model beside it. */
import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { readBooks } from '../../sandbox/billing/books.ts';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { beginBilling, changePrice, chargeSimCard, endBilling, takeBack } from '../../sandbox/billing/ledger.ts';
import { listUpcoming } from '../../sandbox/billing/upcoming.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import type { Grant } from '../../sandbox/database/reading.ts';
import { insertEntries } from '../../sandbox/database/seed.ts';
import { insertRows } from '../../sandbox/database/seed/rows.ts';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import { costOf, firstDay, priceOn, type Event, type Story } from './ledger-model.ts';

export interface Plan {
  readonly id: string;
  readonly monthly_price: number;
}

interface Line {
  readonly id: string;
  readonly subscription: string;
  readonly kind: string;
  readonly plan: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: number;
}

export class World {
  readonly #database: SandboxDatabase;
  readonly #db: Db;
  readonly #grant: Grant;
  readonly #plans: readonly Plan[];
  readonly stories = new Map<string, Story>();
  /** Orders that can be taken back. */
  readonly orders: string[] = [];
  today: string;
  #invoiced: readonly Line[] = [];

  private constructor(database: SandboxDatabase, grant: Grant, plans: readonly Plan[], today: string) {
    this.#database = database;
    this.#db = database.db;
    this.#grant = grant;
    this.#plans = plans;
    this.today = today;
  }

  /** Two subscriptions that were there when the books were opened, and two to come, all of one user or of nobody. */
  static async make(transaction: Db, kind: SandboxDatabase['kind'], plans: readonly Plan[], today: string): Promise<World> {
    const company_id = newId();
    const company = { id: company_id, name: 'Regnskab Demo ApS', cvr: '99000015', words: '', notice_length: 30, notice_unit: 'days' };
    await insertRows(transaction, 'company', [company]);
    const nextInvoice = addDays(endOfMonth(today, 0), 1);
    await transaction.execute(sql`insert into books (next_invoice) values (${nextInvoice})`);
    const user = { id: newId(), key: null, company_id, name: 'Regnar Regn', email: null, cost_centre: null };
    const rest = {
      key: null,
      company_id,
      phone: null,
      move_date: null,
      last_day: null,
      bound_until: null,
      cost_centre: null,
      sim_kind: null,
      sim_number: null,
    };
    const [grantNo] = await rowsOf<{ no: number }>(transaction, sql`select no from company where id = ${company_id}`);
    const world = new World(
      { db: transaction, kind, snapshot: () => Promise.reject(new Error('Not of a part.')), close: () => Promise.resolve() },
      {
        companyId: company_id,
        companyNo: grantNo?.no ?? 0,
        rights: { subscriptions: 'full', products: 'full', invoices: 'full', cases: 'full' },
      },
      plans,
      today,
    );
    const rows = ['active', 'active', 'pendingActive', 'pendingActive'].map((status, index) => {
      const plan = plans[index % plans.length];
      assert.ok(plan);
      const id = newId();
      const old = status === 'active';
      // One of the old ones begins within the month that counts as charged.
      const start = index === 1 ? today : `${today.slice(0, 4)}-01-01`;
      const begin: Event = { kind: 'begin', order: '', day: start, plan: plan.id, monthly: plan.monthly_price };
      world.stories.set(id, { settled: old ? addDays(nextInvoice, -1) : null, events: old ? [begin] : [] });
      return {
        ...rest,
        id,
        user_id: index % 2 ? null : user.id,
        label: index % 2 ? 'Router' : null,
        plan_id: plan.id,
        start,
        status: status as 'active',
      };
    });
    await insertEntries(transaction, [
      { user, subscriptions: rows.filter(({ user_id }) => user_id !== null) },
      ...rows.filter(({ user_id }) => user_id === null).map((row) => ({ user: null, subscriptions: [row] })),
    ]);
    return world;
  }

  /** A subscription by any number, and what has happened to it. */
  pick(number: number): [id: string, story: Story] {
    const entry = [...this.stories][number % this.stories.size];
    assert.ok(entry);
    return entry;
  }

  plan(number: number): Plan {
    const plan = this.#plans[number % this.#plans.length];
    assert.ok(plan);
    return plan;
  }

  /** It comes into force, so many days late. */
  async begin([id, story]: [string, Story], plan: Plan, late: number, app: boolean): Promise<void> {
    const [order, day, setup] = [this.#order(), addDays(this.today, -late), late === 0 ? 0 : 7920];
    await this.#as(app, async (writer) => {
      await writer.execute(sql`update subscription set status = 'active', start = ${day}, plan_id = ${plan.id} where id = ${id}`);
      const { id: planId, monthly_price: monthly } = plan;
      await beginBilling(writer, { companyId: this.#grant.companyId, subscriptionId: id, orderId: order, day, planId, monthly, setup });
    });
    story.events.push(
      { kind: 'begin', order, day, plan: plan.id, monthly: plan.monthly_price },
      { kind: 'once', order, day, amount: setup },
    );
  }

  async change([id, story]: [string, Story], plan: Plan, from: string, app: boolean): Promise<void> {
    const order = this.#order();
    const entry = {
      companyId: this.#grant.companyId,
      subscriptionId: id,
      orderId: order,
      from,
      planId: plan.id,
      monthly: plan.monthly_price,
    };
    await this.#as(app, (writer) => changePrice(writer, entry));
    story.events.push({ kind: 'change', order, day: from, plan: plan.id, monthly: plan.monthly_price });
  }

  async end([id, story]: [string, Story], lastDay: string, remaining: number, app: boolean): Promise<void> {
    const order = this.#order();
    await this.#as(app, (writer) =>
      endBilling(writer, { companyId: this.#grant.companyId, subscriptionId: id, orderId: order, lastDay, remaining }),
    );
    story.events.push({ kind: 'end', order, day: lastDay }, { kind: 'once', order, day: lastDay, amount: remaining });
  }

  async replaceSim([id, story]: [string, Story], app: boolean): Promise<void> {
    const [order, amount, day] = [this.#order(), 7920, this.today];
    await this.#as(app, (writer) =>
      chargeSimCard(writer, { companyId: this.#grant.companyId, subscriptionId: id, orderId: order, day, amount }),
    );
    story.events.push({ kind: 'once', order, day, amount });
  }

  async takeBack(order: string, app: boolean): Promise<void> {
    await this.#as(app, (writer) => takeBack(writer, this.#grant.companyId, order));
    this.orders.splice(this.orders.indexOf(order), 1);
    for (const story of this.stories.values()) story.events = story.events.filter((event) => event.order !== order);
  }

  /** Closes one month, if one is due; what had been invoiced stays as it was. */
  async close(): Promise<boolean> {
    const closed = await closeMonth(this.#database, { today: () => this.today, now: () => new Date() });
    const invoiced = await this.#lines();
    assert.deepEqual(invoiced.slice(0, this.#invoiced.length), this.#invoiced, 'an invoice is never changed');
    this.#invoiced = invoiced;
    return closed;
  }

  /** What has been invoiced and what is to come must be what the model says, to the øre, and no day twice or not at all. */
  async check(): Promise<void> {
    const { through } = await readBooks(this.#db);
    const upcoming = await this.#as(true, (reader) => listUpcoming(reader, this.#grant, { offset: 0, limit: 100 }));
    assert.equal(upcoming.items.length, upcoming.total);
    const plans = new Map(
      (await rowsOf<{ id: string; name: string }>(this.#db, sql`select id, name from plan`)).map(({ id, name }) => [name, id]),
    );
    const coming = upcoming.items.map(({ id, subscription, kind, plan, from, to, amount: { amount } }): Line => {
      return { id, subscription: subscription?.id ?? '', kind, plan: plans.get(plan ?? '') ?? '', from, to, amount };
    });
    assert.equal(
      upcoming.sum.amount,
      coming.reduce((sum, { amount }) => sum + amount, 0),
    );
    assert.equal(new Set(coming.map(({ id }) => id)).size, coming.length, 'each line has an id of its own');
    for (const [id, story] of this.stories) {
      const lines = [...this.#invoiced, ...coming].filter(({ subscription }) => subscription === id);
      const expected = costOf(story, through);
      assert.equal(
        lines.reduce((sum, { amount }) => sum + amount, 0),
        expected,
        'all invoices and the next add up',
      );
      this.#checkDays(story, lines, through);
    }
  }

  /** Each day stands on as many lines, refunds subtracted, as it is paid for: once or not at all. */
  #checkDays(story: Story, lines: readonly Line[], through: string): void {
    const times = new Map<string, number>();
    for (const { kind, plan, from, to } of lines) {
      for (let day = from; day !== null && to !== null && day <= to; day = addDays(day, 1)) {
        const key = `${day} ${plan}`;
        times.set(key, (times.get(key) ?? 0) + (kind === 'refund' ? -1 : 1));
      }
    }
    for (let day = firstDay(story); day <= through; day = addDays(day, 1)) {
      const price = priceOn(story, day);
      const add = (plan: string, change: number) => times.set(`${day} ${plan}`, (times.get(`${day} ${plan}`) ?? 0) + change);
      if (price) add(price.plan, -1);
      const begin = story.events.find(({ kind }) => kind === 'begin');
      if (story.settled !== null && day <= story.settled && begin?.kind === 'begin' && day >= begin.day) add(begin.plan, 1);
    }
    assert.deepEqual(
      [...times].filter(([, count]) => count !== 0),
      [],
      'no day is charged twice, lost, or under another plan',
    );
  }

  #order(): string {
    const order = newId();
    this.orders.push(order);
    return order;
  }

  #lines(): Promise<Line[]> {
    return rowsOf<Line>(
      this.#db,
      sql`select id, subscription_id as subscription, kind, plan_id as plan, from_day::text as from, to_day::text as to, amount from charge
        where invoice is not null and kind <> 'usage' order by invoice, id`,
    );
  }

  /** As the person's role sees it, or as the operator's works. */
  async #as<T>(app: boolean, act: (db: Db) => Promise<T>): Promise<T> {
    if (!app) return act(this.#db);
    const { companyId, companyNo } = this.#grant;
    await this.#db
      .execute(sql`select set_config('app.company', ${companyId}, true), set_config('app.company_no', ${String(companyNo)}, true),
      set_config('role', 'app', true)`);
    const result = await act(this.#db);
    await this.#db.execute(sql`select set_config('role', 'none', true)`);
    return result;
  }
}
