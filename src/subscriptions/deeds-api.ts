/** What is sent from the profile apart from orders. Each rejects with a `ProblemError`, or with the signal's reason. */
import * as z from 'zod/mini';
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { write } from '../api/write.ts';
import type { SecretsRequest, UserEdit } from './changes-request.ts';
import { secrets, type Secrets } from './secrets.ts';
import type { BlockReason } from './subscription.ts';

/** What was changed, by its id: it is the answer that was waited for. All else of it is read afresh. */
const changed = reading(z.object({ id: z.string() }));
type Changed = ReturnType<typeof changed>;

/** Changes what is named of a user, of the version that `match` is the `ETag` of. */
export const editUser = (
  client: Client,
  company: string,
  id: string,
  { edit, match }: { readonly edit: UserEdit; readonly match: string | undefined },
  key: string,
  signal: AbortSignal,
): Promise<Changed> => write(client, path('companies', company, 'users', id), changed, { method: 'patch', body: edit, match, key, signal });

/** Blocks for a reason, or without one opens again. */
export const setBlock = (
  client: Client,
  company: string,
  id: string,
  reason: BlockReason | undefined,
  key: string,
  signal: AbortSignal,
): Promise<Changed> =>
  write(client, path('companies', company, 'subscriptions', id, 'block'), changed, {
    ...(reason === undefined ? { method: 'delete' } : { method: 'post', body: { reason } }),
    ...{ key, signal },
  });

/** What only the holder should know. Each call is a showing, and is written down as one. */
export const readSecrets = (
  client: Client,
  company: string,
  id: string,
  show: SecretsRequest['show'],
  signal: AbortSignal,
): Promise<Read<Secrets>> =>
  write(client, path('companies', company, 'subscriptions', id, 'secrets'), reading(secrets), { method: 'post', body: { show }, signal });
