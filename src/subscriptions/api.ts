/** What the subscriptions room asks the backend. Each rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { reading, type Read } from '../api/read.ts';
import { subscription, type Subscription } from './subscription.ts';
import type { UserSearch } from './user-search.ts';
import { user, userPage, type User, type UserPage } from './user.ts';

const at = (company: string, ...path: string[]): string => ['companies', company, ...path].map(encodeURIComponent).join('/');

/** One page of users, searched and sorted by the backend. */
export const searchUsers = (client: Client, company: string, question: UserSearch, signal: AbortSignal): Promise<Read<UserPage>> =>
  client.read(at(company, 'users', 'search'), reading(userPage), { question, signal });

/** The profile of one user. */
export const readUser = (client: Client, company: string, id: string, signal: AbortSignal): Promise<Read<User>> =>
  client.read(at(company, 'users', id), reading(user), { signal });

/** A subscription that no person has. */
export const readSubscription = (client: Client, company: string, id: string, signal: AbortSignal): Promise<Read<Subscription>> =>
  client.read(at(company, 'subscriptions', id), reading(subscription), { signal });
