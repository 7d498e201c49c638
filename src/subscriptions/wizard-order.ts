/** Sending the order, and what becomes of it. It comes with the last step, or when a draft may have been sent already. */
import { nothing } from 'lit';
import type { OrderRequest } from '../api/order-request.ts';
import type { Order } from '../api/order.ts';
import { findOrder, placeOrder } from '../api/orders.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { OrderPlacedEvent } from '../ui/order-events.ts';
import { sendingStyles, submitButton } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import { Following } from './wizard-follow.ts';
import { messages as orderMessages } from './wizard-order-messages.ts';
import { receipt, receiptStyles, stateWords, type Placed } from './wizard-receipt.ts';
import { refusalsOf } from './wizard-refusals.ts';
import { requestOf } from './wizard-request.ts';
import { review, reviewStyles } from './wizard-review.ts';
import type { Stage } from './wizard-stage.ts';
import { orderStrip, placedWords } from './wizard-strip.ts';

export const styles = [sendingStyles, reviewStyles, receiptStyles];
export const messages = orderMessages;

export class Ordering {
  readonly #stage: Stage;
  readonly #sending: Submission<OrderRequest, Read<Order>>;
  readonly #following: Following;
  #placed: Placed | undefined;
  /** The receipt has been in sight. */
  #seen = false;
  /** Something was refused that stands at no field. */
  #unlisted = false;
  /** Whether there is an order could not be found out: asks once more. */
  #again: (() => void) | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { room } = stage;
    this.#sending = new Submission<OrderRequest, Read<Order>>(room.element, {
      sender: room.sender,
      send: ([client, company], request, key, signal) => placeOrder(client, company, request, key, signal),
      onDone: (order) => {
        this.#done(order, false);
      },
      onProblem: (problem) => {
        this.#refused(problem);
      },
    });
    this.#following = new Following(room, (order) => {
      this.#follow(order);
    });
  }

  /** Whether it is on its way, or may have been placed. */
  get isOpen(): boolean {
    return this.#sending.isOpen;
  }

  get placed(): boolean {
    return this.#placed !== undefined;
  }

  readonly send = (): void => {
    const { content, key, plans } = this.#stage;
    const request = requestOf(content);
    if (!request) return;
    plans?.seen(); // what stands on the screen is what is approved
    this.#unlisted = false;
    this.#sending.submit(request, key);
  };

  /**
   * Finds out whether there is an order of this key; then it is the draft's, whoever sent it (F06, F21). `elsewhere`: another tab has sent it,
   * and told the page.
   */
  readonly find = async (key: string, elsewhere = false): Promise<void> => {
    const { room } = this.#stage;
    const sender = room.sender();
    if (!sender) return;
    const found = await findOrder(...sender, key, new AbortController().signal).catch(() => undefined);
    const now = room.sender();
    // Somebody else is here now, or the answer to the draft's own sending was quicker.
    if (now?.[0] !== sender[0] || now[1] !== sender[1] || this.#stage.key !== key) return;
    this.#again = found ? undefined : () => void this.find(key, elsewhere);
    const order = found?.items[0];
    if (!order) return;
    this.#sending.forget();
    this.#done(order, elsewhere);
  };

  readonly review = (): unknown =>
    review(this.#stage, this.#sending.state, { unlisted: this.#unlisted, check: this.#sending.check, send: this.send });

  /** »Godkend og send«; while the outcome is not known there is only finding out, and nothing for who may not order any more. */
  readonly action = (): unknown => {
    const { say } = this.#stage.room;
    const { state } = this.#sending;
    return state.status === 'unsure' || (state.status === 'failed' && state.problem.kind === 'forbidden')
      ? nothing
      : submitButton({ label: say('act.approveSend'), busyLabel: say('state.sending'), busy: this.#sending.isOpen });
  };

  readonly receipt = (): unknown => {
    this.#seen = true;
    return this.#placed ? receipt(this.#stage.room, this.#placed) : nothing;
  };

  /** What the list says of an order on its way, or of one whose receipt has not been seen. */
  readonly strip = (): unknown => {
    const { room } = this.#stage;
    const { state } = this.#sending;
    if (state.status === 'unsure' || this.isOpen) return orderStrip(room, state.status === 'unsure', undefined);
    return this.#placed && !this.#seen ? orderStrip(room, false, this.#placed.order) : undefined;
  };

  readonly recover = (): void => {
    this.#sending.recover();
    this.#again?.();
  };

  /** Something has been filled in anew: what was said of the last sending is said of it no longer. */
  readonly renew = (): void => {
    if (this.#sending.state.status === 'failed') this.#sending.forget();
  };

  readonly forget = (): void => {
    this.#sending.forget();
    this.#following.stop();
    this.#placed = undefined;
    this.#again = undefined;
  };

  #done(order: Read<Order>, elsewhere: boolean): void {
    const { room, content } = this.#stage;
    this.#placed = { order, moved: content.numberKind === 'move' && content.plan?.included.talk !== false, elsewhere };
    this.#seen = false;
    if (!elsewhere) room.element.dispatchEvent(new OrderPlacedEvent(order.id, order.number ?? ''));
    this.#stage.sent();
    this.#following.start(order);
    if (!room.element.route.startsWith('new')) room.announce(placedWords(room, order));
  }

  #follow(order: Read<Order>): void {
    const { room } = this.#stage;
    const before = this.#placed;
    if (!before) return;
    const placed = { ...before, order };
    const words = stateWords(room.text, placed);
    if (stateWords(room.text, before) !== words) room.announce(words);
    this.#placed = placed;
    room.element.requestUpdate();
    room.changed();
  }

  #refused(problem: Problem): void {
    const { room, key, plans, change, refuse } = this.#stage;
    room.failed(problem);
    if (this.#sending.state.status === 'unsure') void this.#keepFocus();
    if (problem.kind !== 'rejected') return;
    const { fields = [] } = problem;
    // Nothing of it is wrong: the key stands for another order, which another tab has sent from this draft.
    if (!fields.length && key !== undefined) void this.find(key, true);
    const refusals = refusalsOf(this.#stage, fields);
    this.#unlisted = refusals.other || !fields.length;
    if (refusals.plan) plans?.reload();
    // Others are offered.
    if (refusals.taken) change({ phone: '', heldUntil: 0 }, 'number');
    refuse(refusals.fields, refusals.address);
  }

  /** While nobody knows, the button that had the focus is not there: finding out takes its place. */
  async #keepFocus(): Promise<void> {
    const { element, root } = this.#stage.room;
    const isInside = () => Boolean(element.shadowRoot?.activeElement);
    if (!isInside()) return;
    await element.updateComplete;
    if (!isInside()) root.querySelector<HTMLElement>('.outcome button')?.focus();
  }
}
