/** What can be ordered beside subscriptions: SIM cards and hardware (R18). */
import * as z from 'zod/mini';
import type { Read } from '../api/read.ts';
import { money, whole } from '../api/values.ts';

/** What a product is by its nature; the shelf is grouped by it, and it chooses the picture. */
export const productKind = z.enum(['sim', 'esim', 'dongle', 'router', 'antenna', 'other']);
export type ProductKind = z.output<typeof productKind>;

export const product = z.object({
  id: z.string(),
  kind: productKind,
  name: z.string(),
  /** A sentence or two about it, by language. */
  description: z.object({ da: z.string(), en: z.string() }),
  /** Of one, once, without VAT. */
  price: money,
  /** `soldOut` for the time being, `withdrawn` for good (R18.3). */
  state: z.enum(['available', 'soldOut', 'withdrawn']),
  /** How many can be ordered at once now: 0 unless available, at most 99. */
  most: whole,
  /** Whether it is sent somewhere; an eSIM is not. */
  isSent: z.boolean(),
});
export type Product = z.output<typeof product>;

/** `GET /companies/{c}/products`: all the company may see, in the order of the shelf. */
export const productPage = z.object({ items: z.array(product) });
export type ProductPage = z.output<typeof productPage>;

/** All that is needed to order it is known of it, and it can be had (R18.3, F09). */
export const canOrder = (product: Read<Product>): product is Product =>
  product.state === 'available' &&
  (product.most ?? 0) > 0 &&
  product.name !== undefined &&
  product.isSent !== undefined &&
  product.price?.amount !== undefined &&
  product.price.currency !== undefined;
