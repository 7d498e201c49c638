/** Closing a month: what was to come becomes the lines of its invoice. */
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../database/database.ts';
import { correctedLines, differences, oneOffs, plainLines } from './coming.ts';
import { nextInvoice, takeBooks } from './books.ts';

/**
 * Closes the oldest open month when the day of its invoice has come; resolves to whether there was one. It is one transaction: killed in
 * the middle, nothing of it has happened, and of several instances one does it. Asking costs one short query.
 */
export async function closeMonth(database: SandboxDatabase, clock: Clock): Promise<boolean> {
  if ((await nextInvoice(database.db)) > clock.today()) return false;
  return database.db.transaction(async (transaction) => {
    await takeBooks(transaction);
    // Another instance may have been quicker.
    if ((await nextInvoice(transaction)) > clock.today()) return false;
    await transaction.execute(sql`select set_config('jit', 'off', true)`);
    await writeLines(transaction);
    await transaction.execute(sql`update books set next_invoice = next_invoice + interval '1 month'`);
    return true;
  });
}
