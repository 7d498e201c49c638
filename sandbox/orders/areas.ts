/** Whose right an order needs: to products for products, to subscriptions for everything else. */
import { sql } from 'drizzle-orm';
import type { OrderRequest, OrderRequestItem } from '../../src/api/order-request.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';

/** An area in which something can be ordered. */
export type OrderArea = (typeof orderAreas)[number];
export const orderAreas = ['products', 'subscriptions'] as const;

export const areaOf = ({ kind }: OrderRequestItem): OrderArea => (kind === 'product' ? 'products' : 'subscriptions');

/** The areas of all that is to be ordered. */
export const areasIn = ({ items }: OrderRequest): OrderArea[] => [...new Set(items.map(areaOf))];

/** The area of an order that has been placed; none when the company has no such order. */
export async function areasOfOrder(db: Db, companyId: string, orderId: string): Promise<OrderArea[]> {
  const found = await rowsOf<{ area: OrderArea }>(
    db,
    sql`select area from customer_order where company_id = ${companyId} and id = ${orderId}`,
  );
  return found.map(({ area }) => area);
}

/** The areas whose orders may be read. */
export const readable = ({ rights }: Grant): OrderArea[] => orderAreas.filter((area) => rights[area] !== 'none');
