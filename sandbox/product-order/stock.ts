/**
 * Taking from stock and giving back. Whoever orders at the same time waits at the product's row, so it is the last lock a transaction
 * takes: after the company and the books, and of several products in the order of their ids, so that nobody waits in a circle.
 */
import { sql } from 'drizzle-orm';
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { Problem } from '../http/problem.ts';

/** Takes what an order wants; never more than there is. @throws Problem 422 when others have been quicker since it was checked. */
export async function takeStock(writer: Db, items: readonly OrderRequestItem[]): Promise<void> {
  const wanted = items.flatMap((item) => (item.kind === 'product' ? item : []));
  for (const [product, quantity] of sumsOf(wanted)) {
    const taken = await rowsOf(
      writer,
      // What never runs out is null, and stays it.
      sql`update product set stock = stock - ${quantity}::integer where id = ${product} and coalesce(stock >= ${quantity}::integer, true)
        returning id`,
    );
    if (taken.length > 0) continue;
    const [left] = await rowsOf<{ stock: number }>(writer, sql`select stock from product where id = ${product}`);
    const [pointer, type] = left?.stock === 0 ? ['product', 'soldOut'] : ['quantity', 'stock'];
    const errors = items.flatMap((item, index) =>
      item.kind === 'product' && item.product === product ? { pointer: `/items/${String(index)}/${pointer}`, type } : [],
    );
    throw new Problem('invalid', { errors });
  }
}

/** Puts back on the shelf what was taken for an order. */
export async function giveBackStock(writer: Db, items: readonly Taken[]): Promise<void> {
  for (const [product, quantity] of sumsOf(items)) {
    await writer.execute(sql`update product set stock = stock + ${quantity}::integer where id = ${product}`);
  }
}

export interface Taken {
  readonly product: string;
  readonly quantity: number;
}

/** How many of each product, in the order of their ids. */
function sumsOf(items: readonly Taken[]): [product: string, quantity: number][] {
  const sums = new Map<string, number>();
  for (const { product, quantity } of items) sums.set(product, (sums.get(product) ?? 0) + quantity);
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
}
