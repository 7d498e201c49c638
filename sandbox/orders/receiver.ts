/** The user something is ordered for: one of the company's, or one who comes with the order (R20). */
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import type { Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/seed/rows.ts';
import type { Known, KnownUser } from './known.ts';

type Asked = Extract<OrderRequestItem, { user: unknown }>['user'];

/** Finds or makes the user of an item that has passed its checks. */
export async function receiverOf(
  writer: Db,
  { companyId, known }: { readonly companyId: string; readonly known: Known },
  asked: Asked,
): Promise<KnownUser & { readonly isNew: boolean }> {
  if ('id' in asked) {
    const user = known.users.get(asked.id);
    if (user === undefined) throw new Error('An order was taken up that had not been checked.');
    return { ...user, isNew: false };
  }
  const user = { id: newId(), name: asked.name, cost_centre: asked.costCentre };
  await insertRows(writer, 'telephone_user', [{ ...user, company_id: companyId, email: asked.email, version: 1 }]);
  return { ...user, isNew: true };
}
