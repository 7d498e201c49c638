/** What is changed at once, without an order: a user's name and reference, a block, and the showing of what is secret. */
import { sql } from 'drizzle-orm';
import { blockRequest, secretsRequest, userEdit, type UserEdit } from '../../src/subscriptions/changes-request.ts';
import { secrets } from '../../src/subscriptions/secrets.ts';
import { subscription, type BlockReason, type Subscription } from '../../src/subscriptions/subscription.ts';
import { user, type User } from '../../src/subscriptions/user.ts';
import { writeAudit } from '../database/audit.ts';
import { rowsOf } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { companyWrite, type Route, type WriteCall, type Written } from '../http/route.ts';
import { lockCompany } from '../orders/known.ts';
import { findSubscription } from './details.ts';
import { refreshDirectory } from './directory.ts';
import { etagOf, findUser } from './find-user.ts';
import { secretsOf } from './sim-secrets.ts';

const edit = companyWrite({
  method: 'PATCH',
  path: '/companies/{company}/users/{user}',
  summary: 'Changes name, e-mail address and cost centre of a user; subscriptions that had the user’s cost centre follow.',
  needs: 'subscriptions',
  body: userEdit,
  answer: user,
  matched: true,
  run: editUser,
});

async function editUser({
  writer,
  clock,
  grant,
  params,
  body,
  match,
  personId,
  requestId,
}: WriteCall<UserEdit>): Promise<Written<User> | null> {
  if (Object.keys(body).length === 0) throw new Problem('invalid', { errors: [{ pointer: '', type: 'empty' }] });
  const { companyId } = grant;
  const userId = params['user'] ?? '';
  await lockCompany(writer, companyId); // first, as by everybody who changes the list, so that nobody waits in a circle
  // The row is held, so that of two who edit at once the second one sees the first one's version.
  const [known] = await rowsOf<{ name: string; email: string | null; costCentre: string | null; version: number }>(
    writer,
    sql`select name, email, cost_centre as "costCentre", version from telephone_user
      where company_id = ${companyId} and id = ${userId} for no key update`,
  );
  if (known === undefined) return null;
  if (match !== etagOf(known.version)) throw new Problem('changed');
  const { name = known.name, email = known.email, costCentre = known.costCentre } = body;
  await writer.execute(sql`update telephone_user set name = ${name}, email = ${email}, cost_centre = ${costCentre}, version = version + 1
    where company_id = ${companyId} and id = ${userId}`);
  // A cost centre of a subscription's own stays, and what is closed keeps the one its invoices have had.
  await writer.execute(sql`update subscription set cost_centre = ${costCentre}
    where company_id = ${companyId} and user_id = ${userId} and status <> 'terminated' and cost_centre is not distinct from ${known.costCentre}`);
  await refreshDirectory(writer, [userId]);
  await writeAudit(writer, { personId, companyId, deed: 'user.edit', subject: userId, requestId });
  return findUser(writer, companyId, userId, clock.today());
}

const blockPath = '/companies/{company}/subscriptions/{subscription}/block';

const block = companyWrite({
  method: 'POST',
  path: blockPath,
  summary: 'Blocks an active subscription, or says why it is blocked; one that is coming, closing or closed is refused.',
  needs: 'subscriptions',
  body: blockRequest,
  answer: subscription,
  run: (call) => setBlock(call, call.body.reason),
});

const unblock = companyWrite({
  method: 'DELETE',
  path: blockPath,
  summary: 'Opens a blocked subscription again.',
  needs: 'subscriptions',
  answer: subscription,
  run: (call) => setBlock(call, null),
});

/** Blocks for a reason, or with null opens again. Doing it twice does no harm: the day of the first time stays. */
async function setBlock(
  { writer, clock, grant: { companyId }, params, personId, requestId }: WriteCall<unknown>,
  reason: BlockReason | null,
): Promise<Written<Subscription> | null> {
  const id = params['subscription'] ?? '';
  const today = clock.today();
  const [known] = await rowsOf<{ status: Subscription['status']; block_reason: BlockReason | null }>(
    writer,
    sql`select status, block_reason from subscription where company_id = ${companyId} and id = ${id} for no key update`,
  );
  if (known === undefined) return null;
  if (known.status !== 'active' && known.status !== 'suspended')
    throw new Problem('invalid', { errors: [{ pointer: '/subscription', type: 'notActive' }] });
  const status = reason === null ? 'active' : 'suspended';
  if (known.status !== status || known.block_reason !== reason) {
    const since = reason === null ? sql`null` : sql`coalesce(blocked_on, ${today}::date)`;
    await writer.execute(sql`update subscription set status = ${status}, block_reason = ${reason}, blocked_on = ${since}
      where company_id = ${companyId} and id = ${id}`);
    const deed = reason === null ? 'subscription.unblock' : 'subscription.block';
    await writeAudit(writer, { personId, companyId, deed, subject: id, requestId });
  }
  const answer = await findSubscription(writer, companyId, id, today);
  return answer && { answer };
}

const showSecrets = companyWrite({
  method: 'POST',
  path: '/companies/{company}/subscriptions/{subscription}/secrets',
  summary: 'PIN and PUK, or an eSIM’s activation code. Each showing is written down before it is answered.',
  needs: 'subscriptions',
  body: secretsRequest,
  answer: secrets,
  // Asking again is another showing, and is written down as one.
  repeatable: true,
  run: async ({ writer, grant: { companyId }, params, body: { show }, personId, requestId }) => {
    const id = params['subscription'] ?? '';
    const [found] = await rowsOf<{ kind: 'sim' | 'esim' | null; number: string | null }>(
      writer,
      sql`select sim_kind as kind, case when status <> 'terminated' then sim_number end as number
        from subscription where company_id = ${companyId} and id = ${id}`,
    );
    if (found === undefined) return null;
    await writeAudit(writer, { personId, companyId, deed: `secrets.${show}`, subject: id, requestId });
    const { kind, number } = found;
    return { answer: await secretsOf(kind === null || number === null ? null : { kind, number }, show) };
  },
});

export const changeRoutes: readonly Route[] = [edit, block, unblock, showSecrets];
