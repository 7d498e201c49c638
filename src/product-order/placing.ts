/** Sending the order of a product, and what becomes of it. It comes once something has been filled in, or when a draft may have been sent already. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OrderRequest } from '../api/order-request.ts';
import type { Order } from '../api/order.ts';
import { findOrder, placeOrder } from '../api/orders.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { FormWatch, networkNotice } from '../ui/form-watch.ts';
import { LeaveQuestion } from '../ui/leave-question.ts';
import { link } from '../ui/link.ts';
import { OrderPlacedEvent } from '../ui/order-events.ts';
import { sendingNotice, sendingStyles, submitButton } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import { Checking } from './checking.ts';
import { refusedIn, requestOf } from './form-request.ts';
import type { FormStage } from './form-stage.ts';
import { news, newsStyles } from './news.ts';
import { messages as placingMessages } from './placing-messages.ts';
import { canOrder } from './product.ts';
import { receipt, receiptStyles, receiptWays, type Placed } from './receipt.ts';

export const styles = [sendingStyles, newsStyles, receiptStyles];
export const messages = placingMessages;

export class Placing {
  /** What is wrong with what was filled in. */
  readonly checking: Checking;
  /** Asked before what was filled in is lost, or sight of what is being sent. */
  readonly leaving: LeaveQuestion;
  readonly #stage: FormStage;
  readonly #sending: Submission<OrderRequest, Read<Order>>;
  /** The product whose order is being sent. */
  #product: string | undefined;
  #placed: Placed | undefined;
  /** The receipt has been in sight. */
  #seen = false;
  /** Something was refused that stands at no field. */
  #unlisted = false;
  #priceRefused = false;
  /** What is filled in changes because of the refusal, which is still to be told. */
  #refusing = false;

  constructor(stage: FormStage) {
    this.#stage = stage;
    this.checking = new Checking(stage);
    const { room } = stage;
    this.leaving = new LeaveQuestion(room, room.say);
    this.#sending = new Submission<OrderRequest, Read<Order>>(room.element, {
      sender: room.sender,
      send: ([client, company], request, key, signal) => placeOrder(client, company, request, key, signal),
      onDone: (order) => {
        this.#done(order, this.#product ?? '', false);
      },
      onProblem: (problem) => {
        this.#refused(problem);
      },
    });
    new FormWatch(room.element, () => room.root.querySelector('.order-form'));
  }

  /** The product whose order is on its way, or may have been placed. */
  get open(): string | undefined {
    return this.#sending.isOpen ? this.#product : undefined;
  }

  /** Nothing can be done but wait. */
  get busy(): boolean {
    const { status } = this.#sending.state;
    return status === 'sending' || status === 'waiting';
  }

  /** Sends what stands in the form in sight. */
  readonly #send = (): void => {
    const { place, product, delivery, change, keyOf } = this.#stage;
    if (place === undefined || !product || !canOrder(product)) return;
    change({ price: product.price.amount }); // what stands on the screen is what is approved
    const request = requestOf(product, this.#stage.content, delivery?.address);
    const key = keyOf(place);
    if (!request || key === undefined) return;
    this.#product = place;
    this.#unlisted = false;
    this.#sending.submit(request, key);
  };

  /** Sends, unless something is missing. */
  readonly submit = (): void => {
    if (!this.#sending.isOpen) void this.checking.submit(this.#send);
  };

  readonly news = (): unknown => news(this.#stage, this.checking.unavailable);

  /** Finds out whether there is an order of this key; then it is the draft's, whoever sent it (F06, F21). Gives back whether that is known now. */
  readonly find = async (product: string, key: string): Promise<boolean> => {
    const { room } = this.#stage;
    const sender = room.sender();
    if (!sender) return false;
    const found = await findOrder(...sender, key, new AbortController().signal).catch(() => undefined);
    if (!found) return false;
    const [order] = found.items;
    const now = room.sender();
    // Somebody else is here now, or the answer to the draft's own sending was quicker.
    if (!order || now?.[0] !== sender[0] || now[1] !== sender[1] || this.#stage.keyOf(product) !== key) return true;
    if (this.#product === product) this.#sending.forget();
    this.#done(order, product, true);
    return true;
  };

  readonly notice = (): TemplateResult => {
    const { room } = this.#stage;
    return html`${networkNotice(room.say, this.#sending.state)}${sendingNotice(room, this.#sending.state, {
      notDone: room.say('err.notSent'),
      listed: !this.#unlisted,
      check: this.#sending.check,
      retry: this.submit,
    })}${this.#priceNotice()}`;
  };

  /** »Godkend og send«; while the outcome is not known there is only finding out, and nothing for who may not order any more. */
  readonly action = (): unknown => {
    const { say } = this.#stage.room;
    const { state } = this.#sending;
    return state.status === 'unsure' || (state.status === 'failed' && state.problem.kind === 'forbidden')
      ? nothing
      : submitButton({ label: say('act.approveSend'), busyLabel: say('state.sending'), busy: this.#sending.isOpen });
  };

  /** Of the order that was placed from the form in sight. */
  readonly receipt = (): unknown => {
    if (!this.#placed || this.#placed.product !== this.#stage.place) return undefined;
    this.#seen = true;
    return receipt(this.#stage.room, this.#placed);
  };

  /** The ways on from there. */
  readonly ways = (): TemplateResult => receiptWays(this.#stage.room);

  /** What the shelf says of an order on its way, or of one whose receipt has not been seen. */
  readonly strip = (): unknown => {
    const { room } = this.#stage;
    const { state } = this.#sending;
    const { open } = this;
    const unsure = state.status === 'unsure';
    if (open !== undefined)
      return strip(
        room.say(unsure ? 'err.unsure' : 'receipt.sending'),
        link(room, encodeURIComponent(open), room.say(unsure ? 'act.check' : 'receipt.see'), 'button'),
      );
    if (!this.#placed || this.#seen) return nothing;
    return strip(this.#words(this.#placed), link(room, encodeURIComponent(this.#placed.product), room.say('receipt.see'), 'button'));
  };

  /** Another place is in sight: a receipt that has been seen is put away. */
  readonly leave = (): void => {
    this.checking.forget();
    if (this.#seen) this.#placed = undefined;
    this.renew();
  };

  /** Something has been filled in anew: what was said of the last sending is said of it no longer. */
  readonly renew = (): void => {
    if (this.#refusing) return;
    if (this.#sending.state.status === 'failed') this.#sending.forget();
    this.#priceRefused = false;
  };

  readonly recover = (): void => {
    this.#sending.recover();
  };

  readonly forget = (): void => {
    this.#sending.forget();
    this.#placed = undefined;
  };

  #done(order: Read<Order>, product: string, elsewhere: boolean): void {
    const { room } = this.#stage;
    this.#placed = { product, order, elsewhere };
    this.#seen = false;
    if (!elsewhere) room.element.dispatchEvent(new OrderPlacedEvent(order.id, order.number ?? ''));
    if (this.#stage.place !== product) room.announce(this.#words(this.#placed));
    this.#stage.sent(product);
  }

  #words({ order: { number } }: Placed): string {
    const { say } = this.#stage.room;
    return `${say('step.orderThanks')}. ${number === undefined ? '' : say('step.orderNo', { number })}`.trim();
  }

  #refused(problem: Problem): void {
    const { room, keyOf } = this.#stage;
    const product = this.#product ?? '';
    room.failed(problem);
    if (problem.kind !== 'rejected') return;
    const { fields = [] } = problem;
    const key = keyOf(product);
    // Nothing of it is wrong: the key stands for another order, which another tab has sent from this draft.
    if (!fields.length && key !== undefined) void this.find(product, key);
    const refused = refusedIn(this.#stage, fields);
    this.#unlisted = refused.other;
    this.#priceRefused = refused.price;
    if (refused.price || refused.other) room.changed();
    this.#refusing = true;
    this.checking.refuse(refused);
    this.#refusing = false;
  }

  /** Another price holds, and has not come yet: it is never approved unseen (T19). */
  #priceNotice(): unknown {
    const { room, product, content } = this.#stage;
    if (!this.#priceRefused || product?.price?.amount !== content.price || room.products().status === 'loading') return nothing;
    return html`<div class="strip">
      <span role="alert">${room.say('err.price')}</span>
      <button type="button" @click=${room.changed}>${room.say('act.reload')}</button>
    </div>`;
  }
}

const strip = (words: string, way: TemplateResult): TemplateResult =>
  html`<div class="strip no-print"><span role="status">${words}</span> ${way}</div>`;
