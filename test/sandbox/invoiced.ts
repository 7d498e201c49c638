/** Reading a whole invoice the way a person can: page by page, user by user. */
import assert from 'node:assert/strict';
import type { InvoiceCall, InvoiceCallPage, InvoiceLine, InvoiceLinePage } from '../../src/invoices/invoice-line.ts';
import type { InvoiceUser, InvoiceUserPage } from '../../src/invoices/invoice-user.ts';
import type { Invoice } from '../../src/invoices/invoice.ts';
import type { Answer, Sandbox } from './engines.ts';

/** One invoice of a company. */
export class Invoiced {
  readonly sandbox: Sandbox;
  readonly address: string;

  constructor(sandbox: Sandbox, company: string, id: string) {
    this.sandbox = sandbox;
    this.address = `/companies/${company}/invoices/${id}`;
  }

  async read(): Promise<Invoice> {
    return this.#good(await this.sandbox.ask<Invoice>(this.address));
  }

  /** All users that are found, in order. */
  users(search = '', limit = 100): Promise<InvoiceUser[]> {
    return this.#all(async (offset) =>
      this.#good(await this.sandbox.ask<InvoiceUserPage>(`${this.address}/users/search`, { json: { search, offset, limit } })),
    );
  }

  async names(search = ''): Promise<string[]> {
    return (await this.users(search)).map(({ name }) => name);
  }

  /** All lines of a user, of no user for null. */
  lines(user: string | null, limit = 100): Promise<InvoiceLine[]> {
    return this.#all(async (offset) => this.#good(await this.sandbox.ask<InvoiceLinePage>(this.#of('lines', user, offset, limit))));
  }

  calls(user: string | null, limit = 100): Promise<InvoiceCall[]> {
    return this.#all(async (offset) => this.#good(await this.sandbox.ask<InvoiceCallPage>(this.#of('calls', user, offset, limit))));
  }

  #of(what: string, user: string | null, offset: number, limit: number): string {
    return `${this.address}/${what}?offset=${String(offset)}&limit=${String(limit)}${user === null ? '' : `&user=${user}`}`;
  }

  #good<Body>({ status, text, body }: Answer<Body>): Body {
    assert.equal(status, 200, text);
    return body;
  }

  async #all<Item>(page: (offset: number) => Promise<{ items: Item[]; total: number }>): Promise<Item[]> {
    const items: Item[] = [];
    for (;;) {
      const next = await page(items.length);
      items.push(...next.items);
      if (items.length >= next.total || next.items.length === 0) {
        assert.equal(items.length, next.total);
        return items;
      }
    }
  }
}

const sum = (amounts: readonly { readonly amount: { readonly amount: number } }[]): number =>
  amounts.reduce((all, { amount }) => all + amount.amount, 0);

/** Fails unless lines, users, groups, what carries VAT and what does not, VAT and total agree to the øre (R28.3, INV-4). Gives all lines. */
export async function assertAgrees(invoiced: Invoiced): Promise<InvoiceLine[]> {
  const invoice = await invoiced.read();
  const users = await invoiced.users();
  const all: InvoiceLine[] = [];
  for (const user of users) {
    const lines = await invoiced.lines(user.id);
    assert.deepEqual([sum(lines), lines.length], [user.amount.amount, user.lines], `${user.name} on ${invoice.number}`);
    const used = (kind: string) =>
      lines.filter((line) => line.kind === kind && line.group !== 'content').reduce((count, { quantity }) => count + quantity, 0);
    assert.deepEqual(user.usage, { data: used('data'), talk: used('talk'), sms: used('sms') });
    all.push(...lines);
  }
  const shared = await invoiced.lines(null);
  assert.deepEqual([users.length, sum(users)], [invoice.users, invoice.ofUsers.amount], invoice.number);
  assert.equal(sum(shared), invoice.ofCompany.amount);
  all.push(...shared);
  assert.equal(all.length, invoice.lines);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const { group, amount } of invoice.groups) assert.equal(sum(all.filter((line) => line.group === group)), amount.amount, group);
  assert.deepEqual(new Set(invoice.groups.map(({ group }) => group)), new Set(all.map(({ group }) => group)));
  assert.equal(sum(all.filter(({ vatFree }) => vatFree)), invoice.vatFree.amount);
  assert.equal(sum(all.filter(({ vatFree }) => !vatFree)), invoice.taxable.amount);
  assert.equal(sum(invoice.groups), invoice.taxable.amount + invoice.vatFree.amount);
  const { taxable, vatFree, vat, total } = invoice;
  // Half away from zero: away, that is, on either side of it.
  assert.equal(vat.amount, Math.sign(taxable.amount) * Math.floor(Math.abs(taxable.amount) / 4 + 0.5));
  assert.equal(total.amount, taxable.amount + vatFree.amount + vat.amount);
  for (const { price, quantity, amount } of all) if (price !== null) assert.equal(price.amount * quantity, amount.amount);
  return all;
}
