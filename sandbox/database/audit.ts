/** Who did what, for which company, on whom, when (PRV-7). It is written in the transaction of the deed, and never changed. */
import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { newId } from './ids.ts';

/** A deed that is written down. `worker` deeds have no person. */
export interface Deed {
  /** Null when the operator's own works did it. */
  readonly personId: string | null;
  readonly companyId: string;
  readonly deed:
    | 'order.place'
    | 'order.cancel'
    | 'order.complete'
    | 'order.fail'
    | 'user.edit'
    | 'subscription.block'
    | 'subscription.unblock'
    | 'secrets.codes'
    | 'secrets.activationCode'
    | 'number.hold'
    | 'eInvoice.change'
    | 'eInvoice.leave'
    | 'case.create'
    | 'case.reply'
    | 'case.resolve'
    | 'case.reopen';
  /** The id of what it was done to; a held number is its own, eFaktura is the company's. */
  readonly subject: string;
  readonly requestId: string | null;
}

export async function writeAudit(writer: Db, { personId, companyId, deed, subject, requestId }: Deed): Promise<void> {
  await writer.execute(sql`insert into audit (id, person_id, company_id, deed, subject, request_id)
    values (${newId()}, ${personId}, ${companyId}, ${deed}, ${subject}, ${requestId})`);
}
