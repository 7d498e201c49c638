/** Whether products can be ordered as they were shown to the person (R18.3, T19). */
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import { stateOf, type KnownProduct } from './products.ts';

type ProductItem = Extract<OrderRequestItem, { kind: 'product' }>;

/** What is wrong with the product, its price and how many are wanted; `before` are wanted of it further up in the order. */
export function productComplaints(
  item: ProductItem,
  product: KnownProduct | undefined,
  before: number,
): (readonly [pointer: string, type: string])[] {
  if (product === undefined) return [['/product', 'unknown']];
  const state = stateOf(product);
  if (state === 'withdrawn') return [['/product', state]];
  const tooMany = product.stock !== null && before + item.quantity > product.stock;
  return [
    ...(state === 'soldOut' ? [['/product', state] as const] : tooMany ? [['/quantity', 'stock'] as const] : []),
    ...(product.price === item.price ? [] : [['/price', 'changed'] as const]),
  ];
}

/** How many of the same product are wanted by the items before one. */
export const wantedBefore = (items: readonly OrderRequestItem[], index: number, product: string): number =>
  items.slice(0, index).reduce((sum, item) => sum + (item.kind === 'product' && item.product === product ? item.quantity : 0), 0);
