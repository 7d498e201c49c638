import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { closeDialog, dialog, showDialogs } from './dialog.ts';
import type { FormKey } from './form-messages.ts';

type LeaveKey = FormKey & ('state.unsaved' | 'state.leaveUnsaved' | 'act.stay' | 'act.leave');

type Say = (key: LeaveKey) => string;

/** Asks before something typed is lost (R5.7). */
export const leaveQuestion = (say: Say, level: number, answer: (leave: boolean) => void): TemplateResult =>
  dialog({
    title: say('state.unsaved'),
    level,
    content: html`<p>${say('state.leaveUnsaved')}</p>`,
    actions: html`
      <button
        type="button"
        @click=${(event: Event) => {
          closeDialog(event);
          answer(false); // at once: the dialog tells of it later
        }}
      >
        ${say('act.stay')}
      </button>
      <button
        type="button"
        class="primary"
        @click=${() => {
          answer(true);
        }}
      >
        ${say('act.leave')}
      </button>
    `,
    busy: false,
    closed: () => {
      answer(false);
    },
  });

interface Asking {
  readonly element: ReactiveControllerHost;
  readonly root: ParentNode;
  readonly headingLevel: number;
}

/** The question, and whoever waits for its answer. One at a time: what was asked before is answered with no. */
export class LeaveQuestion implements ReactiveController {
  readonly #room: Asking;
  readonly #say: Say;
  #answer: ((leave: boolean) => void) | undefined;

  constructor(room: Asking, say: Say) {
    this.#room = room;
    this.#say = say;
    room.element.addController(this);
  }

  hostUpdated(): void {
    if (this.#answer) showDialogs(this.#room.root);
  }

  hostDisconnected(): void {
    this.answer(true); // nothing is left to be lost
  }

  readonly ask = (): Promise<boolean> => {
    this.answer(false);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  };

  readonly answer = (leave: boolean): void => {
    this.#answer?.(leave);
    this.#answer = undefined;
    this.#room.element.requestUpdate();
  };

  readonly render = (): unknown => (this.#answer ? leaveQuestion(this.#say, this.#room.headingLevel + 1, this.answer) : nothing);
}
