/**
 * What happens to subscriptions, as money. Each of these is called in the transaction of the deed it belongs to, as the person or as the
 * operator's works, and none may be called twice for the same order and subscription.
 */
import type { Db } from '../database/database.ts';

interface Entry {
  readonly companyId: string;
  readonly subscriptionId: string;
  readonly orderId: string;
}

/** A subscription comes into force on a day: the set-up is charged, and the monthly price from that day on. Amounts in øre without VAT. */
export async function beginBilling(
  _writer: Db,
  _entry: Entry & { readonly day: string; readonly planId: string; readonly monthly: number; readonly setup: number },
): Promise<void> {}

/** From a day on, another plan at another price. Called when it is ordered; the day may lie ahead. */
export async function changePrice(
  _writer: Db,
  _entry: Entry & { readonly from: string; readonly planId: string; readonly monthly: number },
): Promise<void> {}

/** The last day that is paid for, and what remains of the binding after it. Called when it is ordered; the day may lie ahead. */
export async function endBilling(_writer: Db, _entry: Entry & { readonly lastDay: string; readonly remaining: number }): Promise<void> {}

/** Another SIM card. */
export async function chargeSimCard(_writer: Db, _entry: Entry & { readonly day: string; readonly amount: number }): Promise<void> {}

/** The order is taken back: whatever it has put in the books is as if it had never been, also where it has been invoiced already. */
export async function takeBack(_writer: Db, _companyId: string, _orderId: string): Promise<void> {}
