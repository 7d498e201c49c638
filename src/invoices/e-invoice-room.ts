/** eFaktura: whether the company is signed up, who gets the invoice, and changing that (R30, R31). It comes when it is opened. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import { focusErrors, type FormError } from '../ui/field.ts';
import { FormWatch } from '../ui/form-watch.ts';
import { formatDay } from '../ui/format.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { readEInvoice, type VersionedEInvoice } from './e-invoice-api.ts';
import { Changing } from './e-invoice-change.ts';
import { deliveries } from './e-invoice-deliveries.ts';
import { AddressDraft } from './e-invoice-draft.ts';
import { addressForm } from './e-invoice-form.ts';
import { messages as eInvoiceMessages } from './e-invoice-messages.ts';
import { Questions } from './e-invoice-questions.ts';
import { receivers } from './e-invoice-receivers.ts';
import { eInvoiceStyles } from './e-invoice-styles.ts';
import type { EInvoiceRoom } from './e-invoice-words.ts';
import type { Behind, InvoicesRoom } from './room.ts';
import { whenSeenAgain } from './seen-again.ts';

export const messages = eInvoiceMessages;
export const styles = eInvoiceStyles;

export const open = (room: InvoicesRoom): Behind => new EInvoicePlace(room as EInvoiceRoom); // its words have been learnt when this is made

class EInvoicePlace implements Behind {
  readonly #room: EInvoiceRoom;
  readonly #found: Resource<readonly [Client, string], VersionedEInvoice>;
  readonly #draft: AddressDraft;
  readonly #changing: Changing;
  readonly #questions: Questions;
  /** What was done last: signed up, or changed who gets it; or signed off. */
  #done: 'ef.saved' | 'ef.signedOff' | undefined;

  constructor(room: EInvoiceRoom) {
    this.#room = room;
    const { element, sender, text, announce } = room;
    this.#draft = new AddressDraft({
      ...{ text, announce },
      // A question or the sending has taken the focus, not the person.
      isWaiting: () => this.#changing.isOpen || this.#questions.isAsking,
      drawn: (focus) => {
        this.#focus(focus === undefined ? undefined : `#${focus}`);
      },
      changed: () => {
        this.#done = undefined;
        announce(''); // it was said of what stood there before
        this.#changing.settle();
      },
    });
    new FormWatch(element, () => room.root.querySelector('.e-invoice'));
    this.#found = new Resource(element, {
      owner: 2,
      args: () => (element.route === 'e-invoice' ? sender() : undefined),
      load: (args, signal) => readEInvoice(...args, signal),
      onProblem: room.failed,
      onValue: () => {
        this.#changing.found();
      },
    });
    this.#changing = new Changing(room, {
      found: () => (this.#found.state.status === 'ready' ? this.#found.state.value : undefined),
      isTouched: () => this.#draft.isTouched,
      done: (signedUp) => {
        this.#finish(signedUp);
      },
      refused: (problem) => {
        this.#complain(this.#draft.refuse(problem));
      },
      overtaken: () => {
        this.#questions.close();
      },
      reload: this.#found.reload,
    });
    this.#questions = new Questions(room, this.#changing, () => this.#draft.isTouched);
    whenSeenAgain(element, this.renew);
  }

  readonly head = (): ReturnType<Behind['head']> => ({ name: this.#room.text.say('ef.title'), under: this.#room.company });

  readonly render = (): unknown => {
    const { state, reload } = this.#found;
    return show(this.#room, state, {
      waiting: placeBones,
      value: (found) => this.#place(this.#changing.shown ?? found),
      retry: reload,
      forbidden: this.#room.noAccess,
    });
  };

  readonly above = (): unknown => this.#questions.render();

  readonly forget = (): void => {
    this.#draft.forget();
    this.#done = undefined;
    this.#questions.answer(false);
    this.#changing.forget();
  };

  readonly recover = (): void => {
    this.#found.recover();
    this.#changing.recover();
  };

  /** What is being changed stays the change of what the person saw (F18). */
  readonly renew = (): void => {
    const { isOpen, isTouched } = this.#draft;
    if (this.#found.state.status === 'ready' && !isOpen && !isTouched && !this.#changing.isOpen) this.#found.reload();
  };

  #place({ eInvoice }: VersionedEInvoice): TemplateResult {
    const { mayChange, company, text, headingLevel } = this.#room;
    const { say, language } = text;
    const { addresses = [], next, ean } = eInvoice;
    const signedUp = addresses.length > 0;
    return html`<div class="panel e-invoice" part="e-invoice">
        <p role="status">${this.#done ? html`<span class="strip">${say(this.#done, { company })}</span>` : nothing}</p>
        <div>
          <p><strong>${say(signedUp ? 'ef.signedUp' : 'ef.notSignedUp', { company })}</strong></p>
          ${signedUp && next ? html`<p>${say('ef.next', { date: formatDay(language, next) })}</p>` : nothing}
          ${signedUp ? nothing : html`<p>${say('ef.explain')} ${say('ef.perCompany')}</p>`}
        </div>
        ${this.#draft.isOpen || (!signedUp && mayChange) ? this.#form(signedUp) : signedUp ? this.#receivers(eInvoice) : nothing}
        ${mayChange ? nothing : html`<p class="dim">${say('ef.mayNot')}</p>`}
        <p class="dim small">${say('ef.isNot')} ${ean ? say('ef.ean', { ean }) : nothing}</p>
      </div>
      ${deliveries({ ...this.#room, text, headingLevel }, eInvoice.deliveries)}`;
  }

  #receivers(eInvoice: VersionedEInvoice['eInvoice']): TemplateResult {
    const { isOpen, notice } = this.#changing;
    return receivers(eInvoice, {
      text: this.#room.text,
      // It stands in the question that began it, until that has been put away.
      notice: this.#questions.isAsking ? nothing : notice(this.#questions.signOff),
      mayChange: this.#room.mayChange && !isOpen,
      edit: this.#edit,
      signOff: this.#askSignOff,
    });
  }

  #form(signedUp: boolean): TemplateResult {
    const { text, headingLevel } = this.#room;
    return addressForm({
      ...{ text, headingLevel, signedUp },
      draft: this.#draft,
      changing: this.#changing,
      send: this.#send,
      cancel: this.#cancel,
    });
  }

  readonly #edit = (): void => {
    this.#done = undefined;
    this.#changing.settle();
    this.#draft.open(this.#changing.shown?.eInvoice.addresses ?? []);
  };

  readonly #cancel = (): void => {
    if (this.#changing.isBusy) return;
    this.#draft.forget();
    this.#changing.giveUp();
    this.#focus('#edit-addresses');
  };

  readonly #send = (): void => {
    if (this.#changing.isOpen) return;
    const errors = this.#draft.check();
    if (errors.length) this.#complain(errors);
    else this.#changing.send(this.#draft.addresses);
  };

  readonly #askSignOff = (): void => {
    this.#done = undefined;
    this.#questions.askSignOff();
  };

  #finish(signedUp: boolean): void {
    this.#draft.forget();
    this.#questions.close();
    this.#done = signedUp ? 'ef.saved' : 'ef.signedOff';
    this.#focus('h2');
  }

  #complain(errors: readonly FormError[]): void {
    const { element, root, announce } = this.#room;
    element.requestUpdate();
    // One alone stands in no list that says it; in the field that has the focus already nothing would be heard.
    if (errors.length === 1) announce(errors[0]?.text ?? '');
    void element.updateComplete.then(() => {
      focusErrors(root, errors);
    });
  }

  #focus(selector?: string): void {
    const { element, root } = this.#room;
    element.requestUpdate();
    if (selector) void element.updateComplete.then(() => root.querySelector<HTMLElement>(selector)?.focus());
  }
}
