/** What goes with a draft once something has been filled in: it is not lost unasked, not sent twice, and a number is not kept for ever. */
import { css, html, type ReactiveController } from 'lit';
import { dialogStyles } from '../ui/dialog.ts';
import { watchDrafts } from '../ui/drafts.ts';
import { formatPhone } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import { messages as begunMessages } from './wizard-begun-messages.ts';
import { Question } from './wizard-question.ts';
import type { Stage, StepName } from './wizard-stage.ts';

export const styles = [
  dialogStyles,
  css`
    .begun > :first-child {
      flex: 1 1 300px;
    }
  `,
];
export const messages = begunMessages;

export interface BegunOptions {
  readonly stage: Stage;
  /** Whether it is being sent. */
  readonly sending: () => boolean;
  /** Whether the host keeps it. */
  readonly lasting: () => boolean;
  /** Throws it away. */
  readonly discard: () => void;
  /** Another tab says that it has sent the draft with this key. */
  readonly sentElsewhere: (key: string) => void;
}

export class Begun implements ReactiveController {
  readonly #options: BegunOptions;
  readonly #question: Question;
  #gone = new AbortController();
  #tell: ((key: string) => void) | undefined;
  #heldUntil = 0;
  #lapse: ReturnType<typeof setTimeout> | undefined;

  constructor(options: BegunOptions) {
    this.#options = options;
    const { room } = options.stage;
    this.#question = new Question(room);
    room.element.addController(this);
  }

  hostConnected(): void {
    this.#gone = new AbortController();
    this.#tell = watchDrafts(this.#gone.signal, this.#options.sentElsewhere);
  }

  hostDisconnected(): void {
    this.#gone.abort();
    clearTimeout(this.#lapse);
    this.#heldUntil = 0;
    this.#question.answer(false);
  }

  hostUpdate(): void {
    // What is covered can ask nothing.
    if (!this.#options.stage.room.sender()) this.#question.answer(false);
    this.#watchHold();
  }

  hostUpdated(): void {
    this.#question.show();
  }

  /** Tells other tabs that a draft has been sent. */
  readonly tell = (key: string): void => {
    this.#tell?.(key);
  };

  /** The question, wherever the person is. */
  readonly above = (): unknown => this.#question.render();

  /** What the list says of the draft. */
  readonly strip = (step: StepName): unknown => {
    const { room } = this.#options.stage;
    const { say } = room;
    return html`<div class="strip begun no-print">
      <span>${say('guide.begun')} <span class="dim">${say('step.draftKept')}</span></span>
      ${link(room, `new/${step}`, say('act.continue'), 'button')}
      <button type="button" @click=${() => void this.#discard()}>${say('guide.discard')}</button>
    </div>`;
  };

  /** Another person or company: nothing is asked any more. */
  readonly forget = (): void => {
    this.#question.answer(false);
  };

  /** Asks before what has been filled in is lost; resolves to whether it may be. */
  readonly mayLeave = (): Promise<boolean> => {
    const { sending, lasting } = this.#options;
    return this.#question.ask(sending() ? 'sending' : lasting() ? 'kept' : 'leave');
  };

  async #discard(): Promise<void> {
    const { stage, discard } = this.#options;
    if (!(await this.#question.ask('discard'))) return;
    discard();
    stage.room.root.querySelector<HTMLElement>('h2')?.focus();
  }

  /** The number is let go of when its time is over (NUM-12). */
  #watchHold(): void {
    const { numberKind, heldUntil, phone } = this.#options.stage.content;
    const until = numberKind === 'new' && phone ? heldUntil : 0;
    if (until === this.#heldUntil) return;
    this.#heldUntil = until;
    clearTimeout(this.#lapse);
    if (until === 0) return;
    this.#lapse = setTimeout(() => {
      this.#lapsed(phone);
    }, until - Date.now());
  }

  #lapsed(phone: string): void {
    const { stage, sending } = this.#options;
    if (sending()) return;
    const words = () => stage.room.say('num.lapsed', { phone: formatPhone(phone) });
    stage.change({ phone: '', heldUntil: 0 }, 'number');
    stage.refuse([
      {
        ...{ step: 'number', id: 'phone' },
        // In the language of the moment it is shown.
        get text() {
          return words();
        },
      },
    ]);
    stage.room.announce(words());
  }
}
