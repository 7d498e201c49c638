/** What the profile asks the backend. Each rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { subscription, type Subscription } from './subscription.ts';
import { user, type User } from './user.ts';

/** A user, and the version that an edit is meant for (F18). */
export interface VersionedUser {
  readonly user: Read<User>;
  readonly etag: string | undefined;
}

/** The profile of one user. */
export const readUser = (client: Client, company: string, id: string, signal: AbortSignal): Promise<VersionedUser> =>
  client.read(
    path('companies', company, 'users', id),
    (answer, headers) => ({ user: reading(user)(answer), etag: headers.get('etag') ?? undefined }),
    { signal },
  );

/** A subscription that no person has. */
export const readSubscription = (client: Client, company: string, id: string, signal: AbortSignal): Promise<Read<Subscription>> =>
  client.read(path('companies', company, 'subscriptions', id), reading(subscription), { signal });
