/** Keeps an eye on an order until it has come about, or waits for a day (R17.4). */
import type { ReactiveController } from 'lit';
import type { Order } from '../api/order.ts';
import { readOrder } from '../api/orders.ts';
import { problemIn } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { GrowingPauses } from '../ui/growing-pauses.ts';
import type { Room } from './room.ts';

/** The longest pause, seconds. */
const longest = 300;

/** Whether nothing more will come about by itself in a while: it is settled, or its day is named. */
export const isSettled = ({ state, items }: Read<Order>): boolean =>
  state === 'completed' ||
  state === 'failed' ||
  state === 'cancelled' ||
  (state === 'inProgress' && items.every(({ date }) => Boolean(date)));

export class Following implements ReactiveController {
  readonly #room: Room;
  readonly #changed: (order: Read<Order>) => void;
  readonly #pauses: GrowingPauses;
  #order: Read<Order> | undefined;
  #asking: AbortController | undefined;

  /** `changed` is told of each new state of the order. */
  constructor(room: Room, changed: (order: Read<Order>) => void) {
    this.#room = room;
    this.#changed = changed;
    this.#pauses = new GrowingPauses(() => void this.#ask(), longest);
    room.element.addController(this);
  }

  start(order: Read<Order>): void {
    this.stop();
    this.#order = order;
    this.#pauses.restart();
    this.#wait();
  }

  readonly stop = (): void => {
    this.#rest();
    this.#order = undefined;
  };

  hostConnected(): void {
    this.#wait();
  }

  hostDisconnected(): void {
    this.#rest();
  }

  #rest(): void {
    this.#pauses.stop();
    this.#asking?.abort();
  }

  #wait(): void {
    if (this.#order && !isSettled(this.#order) && this.#room.element.isConnected) this.#pauses.wait();
  }

  async #ask(): Promise<void> {
    if (!this.#order) return;
    const { id } = this.#order;
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const sender = this.#room.sender();
    try {
      const order = sender && (await readOrder(...sender, id, signal));
      if (signal.aborted) return;
      if (order) this.#take(order);
    } catch (error) {
      if (signal.aborted) return;
      // There is no such order any more. Whatever else it is may pass.
      if (problemIn(error).kind === 'missing') this.stop();
    }
    this.#wait();
  }

  #take(order: Read<Order>): void {
    const before = this.#order;
    this.#order = order;
    if (JSON.stringify(before) !== JSON.stringify(order)) this.#changed(order);
  }
}
