/**
 * What is ordered. Apart from the answer, because an element only writes it: its checks are the backend's to make.
 *
 * Amounts are those the person was shown, in whole øre without VAT: the backend's own count, and one that differs is refused as
 * `changed` at its pointer, so that nobody pays what they did not see (T19).
 */
import * as z from 'zod/mini';
import { address } from './address.ts';
import { isEmail } from './email.ts';
import { parseCvr, parseSimNumber } from './identifiers.ts';
import { mostPieces } from './pieces.ts';
import { day } from './values.ts';

/** One line of text: neither empty nor with white space around it, and without control characters and halves of characters. */
export const line = (most: number) =>
  z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^(?!\s)[^\p{Cc}\p{Cs}\u2028\u2029]*(?<!\s)$/u));

export const email = z.string().check(z.maxLength(254), z.refine(isEmail));

const id = z.string().check(z.maxLength(100), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));
const shown = z.int().check(z.gte(0), z.lte(100_000_000));
const simKind = z.enum(['sim', 'esim']);
const danishNumber = z.string().check(z.regex(/^\+45[2-9]\d{7}$/));

/** A user to be: what the list shows of a person. */
export const newUser = z.strictObject({ name: line(100), email: z.nullable(email), costCentre: z.nullable(line(50)) });

/** A number that another provider has today (NUM-8). */
const movedNumber = z.strictObject({
  kind: z.literal('move'),
  phone: danishNumber,
  provider: line(100),
  ownerCvr: z.string().check(z.refine((text) => parseCvr(text) === text)),
  simNumber: z.nullable(z.string().check(z.refine((text) => parseSimNumber(text) === text))),
  /** As soon as possible, on `date`, or when binding and notice at the other provider have ended. */
  timing: z.enum(['asap', 'date', 'afterBinding']),
  /** With `timing: 'date'` only: a working day, the next one at the earliest (NUM-5). */
  date: z.nullable(day),
  /** The express consent without which no number is moved (NUM-7). */
  authority: z.literal(true),
});

const newSubscription = z.strictObject({
  kind: z.literal('newSubscription'),
  user: z.union([z.strictObject({ id }), newUser]),
  plan: id,
  monthly: shown,
  setup: shown,
  /** `new` is one of the free numbers. A plan without calls takes `none`: the operator gives it a machine's number. */
  number: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new'), phone: danishNumber }),
    movedNumber,
    z.strictObject({ kind: z.literal('none') }),
  ]),
  sim: simKind,
});

const changePlan = z.strictObject({
  kind: z.literal('changePlan'),
  subscription: id,
  plan: id,
  monthly: shown,
  /** The day the change applies from, as it was shown. */
  from: day,
});

const closeSubscription = z.strictObject({
  kind: z.literal('closeSubscription'),
  subscription: id,
  /** Not before notice allows (R14.5). */
  lastDay: day,
  /** What is to be paid for the rest of the binding. */
  remaining: shown,
});

const replaceSim = z.strictObject({ kind: z.literal('replaceSim'), subscription: id, sim: simKind, price: shown });

const product = z.strictObject({
  kind: z.literal('product'),
  user: z.union([z.strictObject({ id }), newUser]),
  product: id,
  quantity: z.int().check(z.gte(1), z.lte(mostPieces)),
  /** Of one. */
  price: shown,
  costCentre: z.nullable(line(50)),
  /** The company's own, for its bookkeeping; it stands on the invoice. */
  reference: z.nullable(line(50)),
});

/** Products, or what happens to subscriptions: not both, since other people may order the one and the other. */
export const orderRequest = z.strictObject({
  items: z
    .array(z.discriminatedUnion('kind', [newSubscription, changePlan, closeSubscription, replaceSim, product]))
    .check(z.minLength(1), z.maxLength(20)),
  /** Where cards and products are sent; null where nothing is. */
  delivery: z.nullable(
    z.strictObject({
      street: line(100),
      houseNumber: line(4),
      floor: z.nullable(line(2)),
      door: z.nullable(line(10)),
      place: z.nullable(line(100)),
      postcode: address.shape.postcode,
      town: line(50),
    }),
  ),
});
export type OrderRequest = z.output<typeof orderRequest>;
export type OrderRequestItem = OrderRequest['items'][number];
