/** One order: how far it has come, followed while it is under way, what is known of it, and the way to take it back (R25, T16). */
import { html, nothing, type ReactiveController } from 'lit';
import type { Client } from '../api/client.ts';
import type { Order } from '../api/order.ts';
import { readOrder } from '../api/orders.ts';
import { ProblemError, type Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { GrowingPauses } from '../ui/growing-pauses.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { bones, facts, progress } from './order-detail-parts.ts';
import { OrderUndo } from './order-detail-undo.ts';
import { productOf, type OrdersRoom } from './orders-table.ts';
import { progressOf } from './parcel.ts';

type DetailArgs = readonly [client: Client, company: string, id: string];

/** The longest pause before an order that is under way is read again, seconds. */
const longest = 300;

export interface DetailOptions {
  /** The row that led here, so that its name stands there before the order has come. */
  readonly known: (id: string) => Read<Order> | undefined;
  /** The order is no longer what the list says. */
  readonly changed: () => void;
}

export class OrderDetail implements ReactiveController {
  readonly #room: OrdersRoom;
  readonly #options: DetailOptions;
  readonly #order: Resource<DetailArgs, Read<Order>>;
  readonly #pauses: GrowingPauses;
  /** What is being taken back, by the order's id: also one that was left before its outcome was known. */
  readonly #undoing = new Map<string, OrderUndo>();
  /** The one the person is at. */
  #present: string | undefined;
  /** The order and its state as they were seen last. */
  #seen: { readonly id: string; readonly states: string } | undefined;
  /** Those who wait for the order to be read again. */
  #waiting: (() => void)[] = [];

  constructor(room: OrdersRoom, options: DetailOptions) {
    this.#room = room;
    this.#options = options;
    this.#order = new Resource<DetailArgs, Read<Order>>(room.element, {
      owner: 3,
      args: () => this.#args(),
      load: read,
      onProblem: (problem) => {
        this.#fail(problem);
      },
      onValue: (order) => {
        this.#look(order);
      },
    });
    this.#pauses = new GrowingPauses(this.#order.reload, longest);
    room.element.addController(this);
  }

  /** What the place is called. */
  readonly head = (): { readonly name: string; readonly under: string } => {
    const { text, param } = this.#room;
    const order = this.#shown ?? this.#options.known(param('order') ?? '');
    return {
      name: order?.number === undefined ? text.say('order.unnamed') : text.say('order.named', { number: order.number }),
      under: order?.items.map((item) => productOf(text, item)).join(', ') ?? '\u00a0',
    };
  };

  readonly render = (): unknown => {
    const room = this.#room;
    return show(room, this.#order.state, {
      waiting: bones,
      value: (order) => this.#body(order),
      retry: this.#order.reload,
      forbidden: room.noAccess,
    });
  };

  /** What stands above everything: the question whether to take it back. */
  readonly above = (): unknown => {
    const undo = this.#present === undefined ? undefined : this.#undoing.get(this.#present);
    return undo && this.#present === this.#room.param('order') ? undo.dialog() : nothing;
  };

  readonly forget = (): void => {
    for (const undo of this.#undoing.values()) undo.dispose();
    this.#undoing.clear();
    this.#present = undefined;
    this.#seen = undefined;
    this.#pauses.stop();
  };

  readonly recover = (): void => {
    this.#order.recover();
    for (const undo of this.#undoing.values()) undo.recover();
  };

  /** Elsewhere nothing is followed, and a question that is still only a question is let go of. */
  hostUpdate(): void {
    const id = this.#room.param('order');
    if (this.#order.state.status === 'idle') this.#settle();
    if (this.#seen && this.#seen.id !== id) this.#rest();
    for (const one of this.#undoing.keys()) if (one !== id) this.#drop(one);
  }

  hostDisconnected(): void {
    this.#rest();
    this.#present = undefined;
    for (const id of this.#undoing.keys()) this.#drop(id);
  }

  get #shown(): Read<Order> | undefined {
    const { state } = this.#order;
    return state.status === 'ready' ? state.value : undefined;
  }

  #args(): DetailArgs | undefined {
    const { sender, param } = this.#room;
    const who = sender();
    const id = param('order');
    return who && id !== undefined ? [...who, id] : undefined;
  }

  #rest(): void {
    this.#pauses.stop();
    this.#seen = undefined;
    this.#settle();
  }

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Tells a change of state once, and looks again later while more is to come. */
  #look(order: Read<Order>): void {
    const room = this.#room;
    const { id, items, state } = order;
    const reached = items.map((item) => progressOf(order, item));
    const states = reached.join();
    if (this.#seen?.id !== id) this.#pauses.restart();
    else if (this.#seen.states !== states) {
      this.#pauses.restart();
      room.announce([...new Set(reached)].map((at) => room.text.say(`says.${at}`)).join(' '));
      this.#options.changed();
      // What was ordered is in stock again.
      if (state === 'cancelled') room.changed();
    }
    this.#seen = { id, states };
    if (state === 'acknowledged' || state === 'inProgress') this.#pauses.wait();
    else this.#pauses.stop();
    this.#settle();
  }

  #fail(problem: Problem): void {
    this.#settle();
    this.#room.failed(problem);
    // What stands there is asked after again, unless it has gone.
    if (this.#shown) this.#pauses.wait();
    else this.#pauses.stop();
  }

  readonly #refresh = (): Promise<void> => {
    if (this.#order.state.status === 'idle') return Promise.resolve();
    this.#order.reload();
    return new Promise((resolve) => this.#waiting.push(resolve));
  };

  #body(order: Read<Order>): unknown {
    const { text, headingLevel, mayChange } = this.#room;
    const { say } = text;
    const level = headingLevel + 1;
    return html`<div class="one-order">
      <section class="panel order-part" aria-label=${say('order.status')}>
        ${order.items.map((item) => progress(text, level, order, item))} ${this.#strip(order)}
        ${
          mayChange && order.canCancel && !this.#undoing.get(order.id)?.isOpen
            ? html`<button type="button" class="undo no-print" @click=${this.#begin}>${say('undo.order')}</button>`
            : nothing
        }
      </section>
      <section class="panel order-part">
        <h3 aria-level=${level}>${say('order.details')}</h3>
        ${facts(text, order)}
      </section>
    </div>`;
  }

  /** Said of a taking back whose outcome is not known, and which is not in sight. */
  #strip({ id }: Read<Order>): unknown {
    const { text, element } = this.#room;
    if (this.#present === id || !this.#undoing.get(id)?.isOpen) return nothing;
    const check = () => {
      this.#present = id;
      element.requestUpdate();
    };
    return html`<div class="strip">
      <span>${text.say('err.unsure')}</span>
      <button type="button" @click=${check}>${text.say('act.check')}</button>
    </div>`;
  }

  readonly #begin = (): void => {
    const order = this.#shown;
    if (!order) return;
    const { id } = order;
    let last = order;
    const latest = () => (last = this.#shown?.id === id ? this.#shown : last);
    if (!this.#undoing.has(id))
      this.#undoing.set(id, new OrderUndo(this.#room, { order: latest, refresh: this.#refresh, left: () => void this.#leave(id) }));
    this.#present = id;
    this.#room.element.requestUpdate();
  };

  /** The question goes away; where what was pressed has gone too, the focus goes to the head of the place. */
  async #leave(id: string): Promise<void> {
    const { element, root } = this.#room;
    const present = this.#present === id;
    if (present) this.#present = undefined;
    this.#drop(id);
    element.requestUpdate();
    await element.updateComplete;
    if (present && !root.querySelector(':focus')) root.querySelector('h2')?.focus();
  }

  /** Lets go of one whose outcome is known. */
  #drop(id: string): void {
    const undo = this.#undoing.get(id);
    if (!undo || undo.isOpen) return;
    undo.dispose();
    this.#undoing.delete(id);
  }
}

/** Rejects with `missing` for an order of something else than products. */
const read = async (args: DetailArgs, signal: AbortSignal): Promise<Read<Order>> => {
  const order = await readOrder(...args, signal);
  if (order.items.every(({ product }) => product === null)) throw new ProblemError({ kind: 'missing' });
  return order;
};
