/** The users of a company and their subscriptions. */
import { sql } from 'drizzle-orm';
import { subscription } from '../../src/subscriptions/subscription.ts';
import { userSearch } from '../../src/subscriptions/user-search.ts';
import { userPage } from '../../src/subscriptions/user-row.ts';
import { user } from '../../src/subscriptions/user.ts';
import { rowsOf } from '../database/database.ts';
import { companyRoute, type Route } from '../http/route.ts';
import { findSubscription, subscriptionsOfUser } from './details.ts';
import { listUsers } from './list-users.ts';

const search = companyRoute({
  method: 'POST',
  path: '/companies/{company}/users/search',
  summary: 'A page of the company’s users and of its subscriptions without a person, searched and in order.',
  needs: 'subscriptions',
  body: userSearch,
  answer: userPage,
  run: ({ reader, grant, body }) => listUsers(reader, grant, body),
});

const profile = companyRoute({
  method: 'GET',
  path: '/companies/{company}/users/{user}',
  summary: 'A user with all subscriptions, closed ones last.',
  needs: 'subscriptions',
  answer: user,
  run: async ({ reader, grant: { companyId }, params, clock }) => {
    const [found] = await rowsOf<{ id: string; name: string; email: string | null; cost_centre: string | null }>(
      reader,
      sql`select id, name, email, cost_centre from telephone_user where company_id = ${companyId} and id = ${params['user'] ?? ''}`,
    );
    if (found === undefined) return null;
    const { id, name, email, cost_centre } = found;
    return { id, name, email, costCentre: cost_centre, subscriptions: await subscriptionsOfUser(reader, companyId, id, clock.today()) };
  },
});

const details = companyRoute({
  method: 'GET',
  path: '/companies/{company}/subscriptions/{subscription}',
  summary: 'A subscription, also one that no person has: price, what is included, binding, notice and SIM.',
  needs: 'subscriptions',
  answer: subscription,
  run: ({ reader, grant, params, clock }) => findSubscription(reader, grant.companyId, params['subscription'] ?? '', clock.today()),
});

export const subscriptionRoutes: readonly Route[] = [search, profile, details];
