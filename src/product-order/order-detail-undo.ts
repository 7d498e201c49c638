/** »Fortryd bestillingen«: a dialog that names what and whom it is about, sends once, and says what came of it (T16). */
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Order } from '../api/order.ts';
import { cancelOrder } from '../api/orders.ts';
import type { Read } from '../api/read.ts';
import { closeDialog, dialog, dialogStyles, showDialogs } from '../ui/dialog.ts';
import { FormWatch, networkNotice } from '../ui/form-watch.ts';
import { OrderCancelledEvent } from '../ui/order-events.ts';
import { sendingNotice, sendingStyles, submitButton, type SendingHost } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import { fact } from './order-detail-parts.ts';
import { productOf, type OrdersRoom } from './orders-table.ts';

export const undoStyles = [
  dialogStyles,
  sendingStyles,
  css`
    .order-about[inert] {
      opacity: 0.6;
    }
    .dialog-body > [role='status']:empty {
      position: absolute;
    }
  `,
];

export interface UndoOptions {
  /** As it was read last. */
  readonly order: () => Read<Order>;
  /** Reads the order again; resolves when it stands on the screen, or cannot be had. */
  readonly refresh: () => Promise<void>;
  /** It has been put away: by the person, or because it has been done. */
  readonly left: () => void;
}

export class OrderUndo implements ReactiveController {
  readonly #room: OrdersRoom;
  readonly #options: UndoOptions;
  readonly #submission: Submission<{ readonly id: string }, Read<Order>>;
  readonly #watch: FormWatch;
  /** It has been put away, and is not drawn. */
  #isAway = false;
  /** What came of it is being fetched. */
  #fetching = false;

  constructor(room: OrdersRoom, options: UndoOptions) {
    this.#room = room;
    this.#options = options;
    const { element, sender, failed } = room;
    element.addController(this);
    this.#watch = new FormWatch(element, () => room.root.querySelector('dialog'));
    this.#submission = new Submission(element, {
      sender,
      send: (who, { id }, key, signal) => cancelOrder(...who, id, key, signal),
      onDone: (_order, { id }) => {
        element.dispatchEvent(new OrderCancelledEvent(id));
        void this.#finish();
      },
      onProblem: (problem) => {
        failed(problem);
        // What was shown is no longer so.
        if (problem.kind === 'late' || problem.kind === 'missing') void options.refresh();
      },
    });
  }

  /** Whether it is on its way or may have been done: it must not be let go of. */
  get isOpen(): boolean {
    return this.#submission.isOpen || this.#fetching;
  }

  /** Drawn above everything while the person is at it. */
  readonly dialog = (): TemplateResult => {
    const { text, headingLevel } = this.#room;
    const { say } = text;
    const { state, check } = this.#submission;
    const order = this.#options.order();
    const unsure = state.status === 'unsure';
    const busy = this.#isBusy;
    const over = unsure || this.#isOver;
    this.#isAway = false;
    return dialog({
      title: say('undo.orderAsk'),
      level: headingLevel + 1,
      content: html`
        ${networkNotice(say, state)}
        <dl class="order-about" ?inert=${busy || unsure}>
          ${order.items.map((item) => [fact(text, say('prod.one'), productOf(text, item)), fact(text, say('order.user'), item.user?.name)])}
          ${fact(text, say('order.number'), order.number)}
        </dl>
        ${over ? nothing : html`<p>${say(order.delivery === null ? 'undo.orderNotSent' : 'undo.orderSent')}</p>`}
        ${sendingNotice(this.#speaker, state, { check, retry: this.#send })}
      `,
      actions: html`
        <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : this.#close}>
          ${say(over ? 'act.close' : 'undo.orderKeep')}
        </button>
        ${
          over
            ? nothing
            : submitButton({ label: say('undo.order'), busyLabel: say('state.sending'), busy, danger: true, press: this.#send })
        }
      `,
      busy,
      closed: this.#closed,
    });
  };

  readonly recover = (): void => {
    this.#submission.recover();
  };

  readonly dispose = (): void => {
    const { element } = this.#room;
    this.#submission.forget();
    this.#watch.dispose();
    element.removeController(this.#submission);
    element.removeController(this);
  };

  hostUpdated(): void {
    showDialogs(this.#room.root);
  }

  /** Says in the words of an order that it is too late. */
  get #speaker(): SendingHost {
    const { say, language } = this.#room.text;
    return { language, say: (key, values) => say(key === 'err.late' ? 'undo.orderLate' : key, values) };
  }

  get #isBusy(): boolean {
    const { status } = this.#submission.state;
    return this.#fetching || status === 'sending' || status === 'waiting';
  }

  /** There is nothing left to be done here. */
  get #isOver(): boolean {
    const { state } = this.#submission;
    return state.status === 'failed' && ['late', 'missing', 'forbidden'].includes(state.problem.kind);
  }

  readonly #send = (): void => {
    if (!this.isOpen) this.#submission.submit({ id: this.#options.order().id });
  };

  readonly #close = (event: Event): void => {
    closeDialog(event);
    this.#closed(); // at once: the dialog tells of it later
  };

  /** Put away while its outcome is not known, it is found out from the order; closed by force while it is on its way, it stands there again. */
  readonly #closed = (): void => {
    const { element, root } = this.#room;
    // The browser tells late: meanwhile it may have been opened again.
    if (this.#isAway || root.querySelector('dialog[open]')) return;
    if (this.#isBusy) {
      element.requestUpdate();
      return;
    }
    this.#isAway = true;
    if (this.isOpen) void this.#options.refresh();
    this.#options.left();
  };

  async #finish(): Promise<void> {
    this.#fetching = true;
    await this.#options.refresh();
    this.#fetching = false;
    this.#isAway = true;
    this.#options.left();
  }
}
