/** What has been ordered, and how far it has come (TMF622). One order holds one or more items of any kind. */
import * as z from 'zod/mini';
import { address } from './address.ts';
import { orderKind, orderState, parcelState } from './order-state.ts';
import { pageOf } from './page.ts';
import { day, moment, money, phoneNumber, whole } from './values.ts';

export type OrderState = z.output<typeof orderState>;
export type OrderKind = z.output<typeof orderKind>;
export type ParcelState = z.output<typeof parcelState>;

/** What is on its way to somebody (R25): how far it has come, and when each step was taken. */
export const parcel = z.object({
  state: parcelState,
  /** The steps that have been taken, in their order, with the day of each. */
  steps: z.array(z.object({ state: parcelState, day })),
  /** The carrier's number, once it has been sent. */
  tracking: z.nullable(z.string()),
  /** Where the carrier shows how far it is: `https:`; null when the carrier has no such page. */
  trackingUrl: z.nullable(z.string()),
  /** The day it will be there, where the operator promises one (R25.2). */
  expected: z.nullable(day),
});
export type Parcel = z.output<typeof parcel>;

/** A product that was ordered: as it was called that day, how many, and what each cost without VAT. */
export const orderedProduct = z.object({
  id: z.string(),
  name: z.string(),
  quantity: whole,
  price: money,
  costCentre: z.nullable(z.string()),
  /** The company's own reference. */
  reference: z.nullable(z.string()),
  /** Null for what is not sent, an eSIM for instance. */
  parcel: z.nullable(parcel),
});
export type OrderedProduct = z.output<typeof orderedProduct>;

/** Why a number was not moved: the other provider knows another owner (NUM-8), does not know the number, or says no without a reason. */
export const moveFailure = z.enum(['wrongOwner', 'unknownNumber', 'refused']);
export type MoveFailure = z.output<typeof moveFailure>;

export const orderItem = z.object({
  id: z.string(),
  kind: orderKind,
  /** What happens to the subscription: it comes, changes or goes. A product is added. */
  action: z.enum(['add', 'modify', 'delete']),
  state: orderState,
  /** Whose it is; null for a subscription that no person has. */
  user: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** Null for a product, and so is its plan. */
  subscription: z.nullable(z.object({ id: z.string() })),
  /** The name of the plan that is ordered, changed to or closed. */
  plan: z.nullable(z.string()),
  /** Null for everything else. */
  product: z.nullable(orderedProduct),
  phone: z.nullable(phoneNumber),
  /** The day it applies: the first day of a plan, the last of a subscription, the confirmed one of a move. Null while not known. */
  date: z.nullable(day),
  /** The day a move was wished for; null is as soon as possible (NUM-9). */
  requestedDate: z.nullable(day),
  sim: z.nullable(z.enum(['sim', 'esim'])),
  failure: z.nullable(moveFailure),
});
export type OrderItem = z.output<typeof orderItem>;

/** `POST /companies/{c}/orders`, `GET …/orders/{id}`, and each of a page of orders. */
export const order = z.object({
  id: z.string(),
  /** What people call it: digits, rising. */
  number: z.string(),
  state: orderState,
  placedAt: moment,
  placedBy: z.string(),
  items: z.array(orderItem),
  /** Where something is sent; null when nothing is. */
  delivery: z.nullable(address),
  /** Once, without VAT. */
  oneOff: money,
  /** Per month, without VAT. */
  monthly: money,
  /** Whether it can still be taken back with `DELETE`. */
  canCancel: z.boolean(),
});
export type Order = z.output<typeof order>;

/**
 * `GET /companies/{c}/orders`: the newest first, of the areas the person may read; with `area`, of that one. With `key`, the person's own
 * order of that idempotency key, or none (F06).
 */
export const orderPage = pageOf(order);
export type OrderPage = z.output<typeof orderPage>;
