/** What things cost, as far as it has not been invoiced. */
import * as z from 'zod/mini';
import { upcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { companyRoute, type Route } from '../http/route.ts';
import { listUpcoming } from './upcoming.ts';

/** The query of `GET …/upcoming-charges`. */
const chargesQuery = z.strictObject({
  offset: z._default(z.int().check(z.gte(0), z.lte(10_000_000)), 0),
  limit: z._default(z.int().check(z.gte(1), z.lte(100)), 50),
});

const upcoming = companyRoute({
  method: 'GET',
  path: '/companies/{company}/upcoming-charges',
  summary: 'What will stand on the next invoice so far, by user in Danish order, without VAT.',
  needs: 'invoices',
  query: chargesQuery,
  answer: upcomingCharges,
  run: ({ reader, grant, query }) => listUpcoming(reader, grant, query),
});

export const billingRoutes: readonly Route[] = [upcoming];
