/** A company of a test's own with one subscription, and what it is to pay. */
import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import type { UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import type { Sandbox } from './engines.ts';
import { scratchCompany, type Given } from './scratch.ts';

/** What a line says: kind, plan, days and øre. */
export type Said = readonly [kind: string, plan: string | null, from: string | null, to: string | null, amount: number];

export class Account {
  readonly sandbox: Sandbox;
  readonly company: string;
  readonly subscription: string;

  constructor(sandbox: Sandbox, company: string, subscription: string) {
    this.sandbox = sandbox;
    this.company = company;
    this.subscription = subscription;
  }

  /** With one user, Bo, who has `Mobil 5 GB` since today unless it says otherwise. */
  static async open(sandbox: Sandbox, given: Given = { name: 'Bo Ib', subscriptions: [{}] }): Promise<Account> {
    const company = await scratchCompany(sandbox, [given]);
    const [found] = await rowsOf<{ id: string }>(sandbox.database.db, sql`select id from subscription where company_id = ${company}`);
    assert.ok(found);
    return new Account(sandbox, company, found.id);
  }

  entry(order: string) {
    return { companyId: this.company, subscriptionId: this.subscription, orderId: order };
  }

  async read(query = ''): Promise<UpcomingCharges> {
    const { status, body } = await this.sandbox.ask<UpcomingCharges>(`/companies/${this.company}/upcoming-charges${query}`);
    assert.equal(status, 200);
    return body;
  }

  async lines(): Promise<Said[]> {
    const { items, total, sum } = await this.read();
    assert.deepEqual([items.length, items.reduce((all, { amount }) => all + amount.amount, 0)], [total, sum.amount]);
    return items.map(({ kind, plan, from, to, amount }) => [kind, plan, from, to, amount.amount]);
  }

  /** What has been invoiced, but for usage: that is what it happens to be. */
  async invoiced(): Promise<Said[]> {
    const rows = await rowsOf<{ said: Said }>(
      this.sandbox.database.db,
      sql`select jsonb_build_array(kind, plan, from_day, to_day, amount) as said from charge
        where company_id = ${this.company} and invoice is not null and kind <> 'usage' order by invoice, from_day nulls first, amount`,
    );
    return rows.map(({ said }) => said);
  }
}
