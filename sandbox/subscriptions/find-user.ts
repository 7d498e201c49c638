/** A user as the profile shows it, with the version an edit is meant for (R14.1, T21). */
import { sql } from 'drizzle-orm';
import type { User } from '../../src/subscriptions/user.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { Tagged } from '../http/route.ts';
import { subscriptionsOfUser } from './details.ts';

/** The `ETag` of a user: it changes with name, e-mail and cost centre, not with what the user subscribes to. */
export const etagOf = (version: number): string => `"${String(version)}"`;

/** A user with all subscriptions, closed ones last; null when the company has none such. */
export async function findUser(reader: Db, companyId: string, userId: string, today: string): Promise<Tagged<User> | null> {
  const [found] = await rowsOf<Omit<User, 'subscriptions'> & { version: number }>(
    reader,
    sql`select id, name, email, cost_centre as "costCentre", version from telephone_user where company_id = ${companyId} and id = ${userId}`,
  );
  if (found === undefined) return null;
  const { version, ...user } = found;
  return new Tagged({ ...user, subscriptions: await subscriptionsOfUser(reader, companyId, userId, today) }, etagOf(version));
}
