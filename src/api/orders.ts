/** Ordering, and finding out what became of it. Each rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from './client.ts';
import type { OrderRequest } from './order-request.ts';
import { order, orderPage, type Order, type OrderPage } from './order.ts';
import { path } from './path.ts';
import { reading, type Read } from './read.ts';
import { write } from './write.ts';

/** Orders once, however often it is called with the same key. */
export const placeOrder = (
  client: Client,
  company: string,
  request: OrderRequest,
  key: string,
  signal: AbortSignal,
): Promise<Read<Order>> =>
  write(client, path('companies', company, 'orders'), reading(order), { method: 'post', body: request, key, signal });

/** Takes an order back, as long as that can be done; after that it rejects with `late`. */
export const cancelOrder = (client: Client, company: string, id: string, key: string, signal: AbortSignal): Promise<Read<Order>> =>
  write(client, path('companies', company, 'orders', id), reading(order), { method: 'delete', key, signal });

export const readOrder = (client: Client, company: string, id: string, signal: AbortSignal): Promise<Read<Order>> =>
  client.read(path('companies', company, 'orders', id), reading(order), { signal });

/** The person's own order of this key, on a page of one, or none. */
export const findOrder = (client: Client, company: string, key: string, signal: AbortSignal): Promise<Read<OrderPage>> =>
  client.read(path('companies', company, 'orders'), reading(orderPage), { signal, query: { key } });

/** What has been ordered in an area, the newest first. */
export const listOrders = (
  client: Client,
  company: string,
  { area, offset, limit }: { readonly area: 'products' | 'subscriptions'; readonly offset: number; readonly limit: number },
  signal: AbortSignal,
): Promise<Read<OrderPage>> =>
  client.read(path('companies', company, 'orders'), reading(orderPage), {
    signal,
    query: { area, offset: String(offset), limit: String(limit) },
  });
