/** What can be ordered, ordering it, and taking it back. */
import * as z from 'zod/mini';
import { orderRequest } from '../../src/api/order-request.ts';
import { order, orderPage } from '../../src/api/order.ts';
import { pageLimit } from '../../src/api/page.ts';
import { numberHold, numberPage } from '../../src/subscriptions/number.ts';
import { planPage } from '../../src/subscriptions/plan.ts';
import { writeAudit } from '../database/audit.ts';
import { Problem } from '../http/problem.ts';
import { companyRoute, companyWrite, type Route } from '../http/route.ts';
import { areasIn, areasOfOrder, orderAreas, readable } from './areas.ts';
import { cancelOrder } from './cancel.ts';
import { holdNumber, listNumbers, standingOf } from './numbers.ts';
import { placeOrder } from './place.ts';
import { planPageOf } from './plans.ts';
import { findOrder, listOrders } from './read-orders.ts';

const offset = z._default(z.int().check(z.gte(0), z.lte(10_000_000)), 0);

const plans = companyRoute({
  method: 'GET',
  path: '/companies/{company}/plans',
  summary: 'The plans the company may have, in the order of the list, and the days that go with an order placed today.',
  needs: 'subscriptions',
  answer: planPage,
  run: ({ reader, grant, clock }) => planPageOf(reader, grant.companyId, clock.today()),
});

/** Up to eight digits that stand in a row. */
const numbersQuery = z.strictObject({
  digits: z._default(z.string().check(z.regex(/^\d{0,8}$/)), ''),
  offset,
  limit: z._default(z.int().check(z.gte(1), z.lte(20)), 9),
});

const numbers = companyRoute({
  method: 'GET',
  path: '/companies/{company}/numbers',
  summary: 'Free telephone numbers with these digits in a row; those the person holds are free to them.',
  needs: 'subscriptions',
  query: numbersQuery,
  answer: numberPage,
  run: ({ reader, personId, grant: { companyId }, clock, query }) => listNumbers(reader, { personId, companyId }, clock.today(), query),
});

const hold = companyWrite({
  method: 'POST',
  path: '/companies/{company}/numbers/{number}/hold',
  summary: 'Keeps a free number, E.164, for the person in this company for fifteen minutes from now; holding it again begins them anew.',
  needs: 'subscriptions',
  answer: numberHold,
  repeatable: true,
  run: async ({ writer, personId, grant: { companyId }, params, clock, requestId }) => {
    const phone = params['number'] ?? '';
    const standing = (await standingOf(writer, { personId, companyId }, clock.today(), [phone])).get(phone);
    const held = standing === 'free' ? await holdNumber(writer, { personId, companyId }, phone) : null;
    if (held === null)
      throw new Problem('invalid', { errors: [{ pointer: '/number', type: standing === undefined ? 'unknown' : 'taken' }] });
    await writeAudit(writer, { personId, companyId, deed: 'number.hold', subject: phone, requestId });
    return { answer: held };
  },
});

const place = companyWrite({
  method: 'POST',
  path: '/companies/{company}/orders',
  summary: 'Orders all of it or nothing; the amounts are those the person was shown, and must be those that hold.',
  needs: orderAreas,
  also: ({ body }) => areasIn(body),
  status: 201,
  body: orderRequest,
  answer: order,
  run: async (call) => {
    const answer = await placeOrder(call);
    return answer && { answer };
  },
});

const ordersQuery = z.strictObject({
  offset,
  limit: z._default(z.int().check(z.gte(1), z.lte(pageLimit)), 50),
  key: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/))),
  area: z.optional(z.enum(orderAreas)),
});

const orders = companyRoute({
  method: 'GET',
  path: '/companies/{company}/orders',
  summary:
    'The company’s orders of the areas the person may read, or of the one `area`, the newest first; with `key`, the one the person placed under that Idempotency-Key.',
  needs: orderAreas,
  also: ({ query: { area } }) => (area === undefined ? [] : [area]),
  query: ordersQuery,
  answer: orderPage,
  run: ({ reader, personId, grant, clock, query: { area, ...query } }) => {
    const areas = area === undefined ? readable(grant) : [area];
    return listOrders(reader, { companyId: grant.companyId, personId, today: clock.today() }, { ...query, areas });
  },
});

const one = companyRoute({
  method: 'GET',
  path: '/companies/{company}/orders/{order}',
  summary: 'An order, and how far it has come; 403 where its area may not be read.',
  needs: orderAreas,
  also: ({ db, companyId, params }) => areasOfOrder(db, companyId, params['order'] ?? ''),
  answer: order,
  run: ({ reader, grant, params, clock }) => findOrder(reader, grant.companyId, params['order'] ?? '', clock.today()),
});

const cancel = companyWrite({
  method: 'DELETE',
  path: '/companies/{company}/orders/{order}',
  summary: 'Takes back all of an order as long as nothing of it has applied, and no product is packed; 409 `too-late` after that.',
  needs: orderAreas,
  also: ({ db, companyId, params }) => areasOfOrder(db, companyId, params['order'] ?? ''),
  answer: order,
  run: async (call) => {
    const answer = await cancelOrder(call);
    return answer && { answer };
  },
});

export const orderRoutes: readonly Route[] = [plans, numbers, hold, place, orders, one, cancel];
