/** What is on the shelf. */
import { sql } from 'drizzle-orm';
import { mostPieces } from '../../src/api/pieces.ts';
import type { Product, ProductKind, ProductPage } from '../../src/product-order/product.ts';
import { rowsOf, type Db } from '../database/database.ts';

/** A product as an order needs to know it. */
export interface KnownProduct {
  readonly id: string;
  readonly kind: ProductKind;
  readonly name: string;
  readonly description: Product['description'];
  /** Of one, øre without VAT. */
  readonly price: number;
  readonly withdrawn: boolean;
  readonly is_sent: boolean;
  /** How many are left; null for what never runs out. Others may be ordering. */
  readonly stock: number | null;
}

/** All products, in the order of the shelf. Every company sees the same. */
export const productsOf = (reader: Db): Promise<KnownProduct[]> =>
  rowsOf<KnownProduct>(
    reader,
    sql`select id, kind, name, description, price, withdrawn, is_sent, stock from product order by position, id`,
  );

export async function productPageOf(reader: Db): Promise<ProductPage> {
  return { items: (await productsOf(reader)).map(toProduct) };
}

/** Why a product cannot be ordered now, or that it can (R18.3). */
export function stateOf({ withdrawn, stock }: Pick<KnownProduct, 'withdrawn' | 'stock'>): Product['state'] {
  if (withdrawn) return 'withdrawn';
  return stock === 0 ? 'soldOut' : 'available';
}

const toProduct = (known: KnownProduct): Product => {
  const { id, kind, name, description, price, stock, is_sent } = known;
  const state = stateOf(known);
  const most = state === 'available' ? Math.min(stock ?? mostPieces, mostPieces) : 0;
  return { id, kind, name, description, price: { amount: price, currency: 'DKK' }, state, most, isSent: is_sent };
};
