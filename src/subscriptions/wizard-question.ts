/** What is asked before a draft is lost (R5.7, F02). */
import { html, nothing } from 'lit';
import { closeDialog, dialog, showDialogs } from '../ui/dialog.ts';
import type { WizardRoom } from './wizard-stage.ts';

/** `leave` loses the draft, `kept` leaves it where the host keeps it, `sending` loses sight of what becomes of the order, `discard` throws the draft away. */
type Asked = 'leave' | 'kept' | 'sending' | 'discard';

export class Question {
  readonly #room: WizardRoom;
  #asked: Asked | undefined;
  #answered: ((yes: boolean) => void) | undefined;

  constructor(room: WizardRoom) {
    this.#room = room;
  }

  /** Asks, and resolves to whether the person wants it done. What was asked before and is still open is answered with no. */
  readonly ask = (asked: Asked): Promise<boolean> => {
    this.answer(false);
    this.#asked = asked;
    this.#room.element.requestUpdate();
    return new Promise((resolve) => {
      this.#answered = resolve;
    });
  };

  readonly answer = (yes: boolean): void => {
    this.#answered?.(yes);
    this.#answered = undefined;
    this.#asked = undefined;
    this.#room.element.requestUpdate();
  };

  /** Opens what has been drawn. */
  readonly show = (): void => {
    if (this.#asked) showDialogs(this.#room.root);
  };

  readonly render = (): unknown => {
    const asked = this.#asked;
    if (!asked) return nothing;
    const { text, headingLevel, company } = this.#room;
    const discard = asked === 'discard';
    const title = text.say(
      ({ leave: 'state.unsaved', kept: 'guide.begun', sending: 'receipt.sending', discard: 'guide.discardAsk' } as const)[asked],
    );
    const content = {
      leave: text.say('state.leaveUnsaved'),
      kept: text.say('guide.leaveKept', { company }),
      sending: text.say('guide.leaveSending'),
      discard: text.say('guide.discardInfo'),
    }[asked];
    const button = (yes: boolean, words: string, kind: string) =>
      html`<button
        type="button"
        class=${kind}
        @click=${(event: Event) => {
          closeDialog(event); // the focus is back before anything else happens
          this.answer(yes);
        }}
      >
        ${words}
      </button>`;
    return dialog({
      title,
      level: headingLevel,
      content: html`<p>${content}</p>`,
      actions: html`${button(false, text.say(discard ? 'guide.keep' : 'act.stay'), '')}
      ${button(true, text.say(discard ? 'guide.discard' : 'act.leave'), 'danger')}`,
      busy: false,
      closed: () => {
        this.answer(false);
      },
    });
  };
}
