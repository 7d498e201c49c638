/** Ordering products in the tests. */
import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Address } from '../../src/api/address.ts';
import type { Order } from '../../src/api/order.ts';
import type { Product, ProductPage } from '../../src/product-order/product.ts';
import { change } from './changing.ts';
import type { Answer, Question, Sandbox } from './engines.ts';
import { delivery, valueOf, type Item, type Refused, type Shop } from './ordering.ts';

export type ProductItem = Extract<Item, { kind: 'product' }>;
type Asking = Omit<Question, 'json'> & { readonly key?: string };

export const shelf = async (sandbox: Sandbox, path: string, as = 'maja'): Promise<readonly Product[]> =>
  (await sandbox.ask<ProductPage>(`${path}/products`, { as })).body.items;

/** One of a product for the shop's first user, at the price that holds. */
export async function productItem(sandbox: Sandbox, shop: Shop, key = 'router4g', rest: Partial<ProductItem> = {}): Promise<ProductItem> {
  const id = await sandbox.id('product', key);
  const price = (await shelf(sandbox, shop.path)).find((one) => one.id === id)?.price.amount;
  assert.ok(price !== undefined, key);
  return {
    ...{ kind: 'product', user: { id: shop.users[0] ?? '' }, product: id, quantity: 1, price, costCentre: null, reference: null },
    ...rest,
  };
}

/** Asks for products to be sent to the usual address. */
export const orderProducts = <Body = Order>(
  sandbox: Sandbox,
  { path }: Shop,
  items: readonly Item[],
  { to = delivery, ...question }: Asking & { readonly to?: Address | null } = {},
): Promise<Answer<Body>> => change<Body>(sandbox, `${path}/orders`, { ...question, json: { items, delivery: to } });

/** Places an order of one product, which must be taken. */
export async function bought(sandbox: Sandbox, shop: Shop, key?: string, rest?: Partial<ProductItem>): Promise<Order> {
  const item = await productItem(sandbox, shop, key, rest);
  const { status, body, text } = await orderProducts(sandbox, shop, [item], key === 'esim' ? { to: null } : {});
  assert.equal(status, 201, text);
  return body;
}

/** What is wrong with an order of products that must be refused, as `/pointer type`. */
export async function refused(sandbox: Sandbox, shop: Shop, items: readonly Item[], to: unknown = delivery): Promise<string[]> {
  const { status, body, text } = await orderProducts<Refused>(sandbox, shop, items, { to: to as Address | null });
  assert.equal(status, 422, text);
  return (body.errors ?? []).map(({ pointer, type }) => `${pointer} ${type}`);
}

/** How many are left of a product. */
export const stockOf = (sandbox: Sandbox, key: string): Promise<number | null | undefined> =>
  valueOf<number | null>(sandbox, sql`select stock as value from product where key = ${key}`);

export const setStock = (sandbox: Sandbox, key: string, stock: number): Promise<unknown> =>
  sandbox.database.db.execute(sql`update product set stock = ${stock} where key = ${key}`);
