/** How far an order has come, and whether it can still be taken back. */
import type { OrderKind, OrderState } from '../../src/api/order.ts';

export const isOpen = (state: OrderState): boolean => state === 'acknowledged' || state === 'inProgress';

/** The state of an order by those of its items: on its way until the last one is settled, failed when one of them has failed. */
export function stateOf(items: readonly OrderState[]): OrderState {
  if (items.some(isOpen)) return items.every((state) => state === 'acknowledged') ? 'acknowledged' : 'inProgress';
  if (items.includes('failed')) return 'failed';
  return items.includes('completed') ? 'completed' : 'cancelled';
}

/** An item, and the first business day on which it applies; null while that is not known, or is as soon as it can be. */
interface Applying {
  readonly kind: OrderKind;
  readonly state: OrderState;
  readonly due_day: string | null;
}

/**
 * Whether nothing of an order has applied: by its state, and by the day, since on its day it counts, whether it has been carried out yet or
 * not. A product can be taken back until it is packed.
 */
export const canCancel = ({ state, items }: { readonly state: OrderState; readonly items: readonly Applying[] }, today: string): boolean =>
  isOpen(state) &&
  items.every((item) =>
    item.kind === 'product'
      ? item.state === 'acknowledged'
      : item.state !== 'completed' && (!isOpen(item.state) || item.due_day === null || item.due_day > today),
  );
