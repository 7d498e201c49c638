/** What the person is asked in eFaktura: whether to leave it, and whether to lose what is typed (R31.2, R5.7). */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { closeDialog, dialog, showDialogs } from '../ui/dialog.ts';
import { networkNotice } from '../ui/form-watch.ts';
import { Guard } from '../ui/guard.ts';
import { leaveQuestion } from '../ui/leave-question.ts';
import { submitButton } from '../ui/sending.ts';
import type { Changing } from './e-invoice-change.ts';
import type { EInvoiceRoom } from './e-invoice-words.ts';

export class Questions implements ReactiveController {
  readonly #room: EInvoiceRoom;
  readonly #changing: Changing;
  readonly #guard: Guard;
  #asked: 'leave' | 'signOff' | undefined;
  #answered: ((leave: boolean) => void) | undefined;

  /** `isTouched` says whether something would be lost. */
  constructor(room: EInvoiceRoom, changing: Changing, isTouched: () => boolean) {
    this.#room = room;
    this.#changing = changing;
    this.#guard = new Guard(() => (isTouched() || changing.isOpen ? this.#mayLeave() : Promise.resolve(true)));
    room.element.addController(this);
  }

  hostUpdate(): void {
    this.#guard.at(this.#room.connection);
  }

  hostUpdated(): void {
    if (this.#asked) showDialogs(this.#room.root);
  }

  hostDisconnected(): void {
    this.answer(false);
  }

  get isAsking(): boolean {
    return this.#asked !== undefined;
  }

  readonly render = (): unknown => {
    if (this.#asked === 'leave') return leaveQuestion(this.#room.text.say, this.#room.headingLevel + 1, this.answer);
    return this.#asked ? this.#signOff() : nothing;
  };

  readonly askSignOff = (): void => {
    this.#asked = 'signOff';
    this.#room.element.requestUpdate();
  };

  readonly signOff = (): void => {
    this.#changing.send([]);
  };

  /** There is nothing to ask any more. */
  readonly close = (): void => {
    this.#room.root.querySelector('dialog')?.close();
    this.#asked = undefined;
  };

  readonly answer = (leave: boolean): void => {
    if (this.#asked === 'leave') this.#asked = undefined;
    this.#answered?.(leave);
    this.#answered = undefined;
    this.#room.element.requestUpdate();
  };

  /** Asked before another company or person comes. */
  #mayLeave(): Promise<boolean> {
    this.answer(false);
    this.#asked = 'leave';
    this.#room.element.requestUpdate();
    return new Promise((resolve) => {
      this.#answered = resolve;
    });
  }

  #signOff(): TemplateResult {
    const { text, company, headingLevel, element } = this.#room;
    const { say } = text;
    const { state, isBusy: busy, notice } = this.#changing;
    const unsure = state.status === 'unsure';
    const closed = () => {
      // Closed by force while it is on its way, it stands there again.
      if (!this.#changing.isBusy) this.#asked = undefined;
      element.requestUpdate();
    };
    const close = (event: Event) => {
      closeDialog(event);
      closed(); // at once: the dialog tells of it later
    };
    return dialog({
      title: say('ef.signOffAsk', { company }),
      level: headingLevel + 1,
      content: html`<p>${say('ef.signOffInfo')}</p>
        ${networkNotice(say, state)}${notice(this.signOff)}`,
      actions: html`<button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : close}>
          ${say(unsure ? 'act.close' : 'ef.keep')}
        </button>
        ${
          unsure
            ? nothing
            : submitButton({ label: say('ef.signOff'), busyLabel: say('state.sending'), busy, danger: true, press: this.signOff })
        }`,
      busy,
      closed,
    });
  }
}
