/** Keeps an eye on an order until it has come about, or waits for a day (R17.4). */
import type { ReactiveController } from 'lit';
import type { Order } from '../api/order.ts';
import { readOrder } from '../api/orders.ts';
import { problemIn } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { Room } from './room.ts';

/** Each pause is as long as the two before together: 1, 2, 3, 5, 8, 13 seconds, up to five minutes. Milliseconds. */
const first: readonly [number, number] = [1_000, 2_000];
const longest = 300_000;

/** Whether nothing more will come about by itself in a while: it is settled, or its day is named. */
export const isSettled = ({ state, items }: Read<Order>): boolean =>
  state === 'completed' ||
  state === 'failed' ||
  state === 'cancelled' ||
  (state === 'inProgress' && items.every(({ date }) => Boolean(date)));

export class Following implements ReactiveController {
  readonly #room: Room;
  readonly #changed: (order: Read<Order>) => void;
  #order: Read<Order> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  /** The pause that comes and the one after it. */
  #pauses = first;

  /** `changed` is told of each new state of the order. */
  constructor(room: Room, changed: (order: Read<Order>) => void) {
    this.#room = room;
    this.#changed = changed;
    room.element.addController(this);
  }

  start(order: Read<Order>): void {
    this.stop();
    this.#order = order;
    this.#pauses = first;
    this.#wait();
  }

  readonly stop = (): void => {
    this.#rest();
    this.#order = undefined;
  };

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asking?.abort();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#order || isSettled(this.#order) || !this.#room.element.isConnected) return;
    const [pause, next] = this.#pauses;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#pauses = [next, Math.min(pause + next, longest)];
      this.#look();
    }, pause);
  }

  /** Nobody is there to see it while the page is hidden; it is looked after when it is seen again. */
  readonly #look = (): void => {
    if (!document.hidden && this.#order && this.#timer === undefined) void this.#ask(this.#order);
  };

  async #ask({ id }: Read<Order>): Promise<void> {
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
