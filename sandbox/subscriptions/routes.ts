/** The users of a company and their subscriptions. */
import { foundPeople } from '../../src/api/found-person.ts';
import { personQuestion } from '../../src/api/person-question.ts';
import { subscription } from '../../src/subscriptions/subscription.ts';
import { userPage } from '../../src/subscriptions/user-row.ts';
import { userSearch } from '../../src/subscriptions/user-search.ts';
import { user } from '../../src/subscriptions/user.ts';
import { companyRoute, type Route } from '../http/route.ts';
import { changeRoutes } from './changes.ts';
import { findSubscription } from './details.ts';
import { findUser } from './find-user.ts';
import { listUsers } from './list-users.ts';
import { lookUp } from './look-up.ts';

const search = companyRoute({
  method: 'POST',
  path: '/companies/{company}/users/search',
  summary: 'A page of the company’s users and of its subscriptions without a person, searched and in order.',
  needs: 'subscriptions',
  body: userSearch,
  answer: userPage,
  run: ({ reader, grant, body }) => listUsers(reader, grant, body),
});

const people = companyRoute({
  method: 'POST',
  path: '/companies/{company}/users/look-up',
  summary: 'The people of the company whom what is typed may mean, the best first, with nothing of their subscriptions but a number.',
  // Whoever orders a product looks up who it is for.
  needs: ['subscriptions', 'products'],
  body: personQuestion,
  answer: foundPeople,
  run: ({ reader, grant, body }) => lookUp(reader, grant, body),
});

const profile = companyRoute({
  method: 'GET',
  path: '/companies/{company}/users/{user}',
  summary: 'A user with all subscriptions, closed ones last, and the ETag that an edit is meant for.',
  tagged: true,
  needs: 'subscriptions',
  answer: user,
  run: ({ reader, grant, params, clock }) => findUser(reader, grant.companyId, params['user'] ?? '', clock.today()),
});

const details = companyRoute({
  method: 'GET',
  path: '/companies/{company}/subscriptions/{subscription}',
  summary: 'A subscription, also one that no person has: price, what is included, binding, notice and SIM.',
  needs: 'subscriptions',
  answer: subscription,
  run: ({ reader, grant, params, clock }) => findSubscription(reader, grant.companyId, params['subscription'] ?? '', clock.today()),
});

export const subscriptionRoutes: readonly Route[] = [search, people, profile, details, ...changeRoutes];
