/** »Marker som løst« and »Genåbn«: what is decided, and what has become of it (SUP-2). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { sendingNotice, submitButton } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import { decide, type Decision } from './case-api.ts';
import type { CaseRoom } from './case-words.ts';
import type { SupportCase } from './case.ts';

export interface DecisionOptions {
  readonly done: (answer: Read<SupportCase>) => void;
  /** It was too late, or there is nothing to decide any more: what holds now is fetched. */
  readonly reload: () => void;
}

interface Decided {
  readonly id: string;
  readonly decision: Decision;
}

export class Decisions {
  readonly #room: CaseRoom;
  readonly #options: DecisionOptions;
  readonly #submission: Submission<Decided, Read<SupportCase>>;
  #of: string | undefined;
  #late = false;

  constructor(room: CaseRoom, options: DecisionOptions) {
    this.#room = room;
    this.#options = options;
    this.#submission = new Submission(room.element, {
      sender: room.sender,
      send: ([client, company], { id, decision }, key, signal) => decide([client, company, id], decision, key, signal),
      onDone: (answer, { decision }) => {
        room.announce(room.say(decision === 'resolve' ? 'decide.resolved' : 'decide.reopened'));
        options.done(answer);
      },
      onProblem: (problem) => {
        if (problem.kind === 'late') {
          this.#submission.forget();
          this.#late = true;
          options.reload();
        } else room.failed(problem);
      },
    });
  }

  get isOpen(): boolean {
    return this.#submission.isOpen;
  }

  /** The one that may be made; it stays the same button when the other one takes its place, so that the focus stays too. */
  readonly button = ({ id, may }: Read<SupportCase>): unknown => {
    const { say } = this.#room;
    const decision: Decision | undefined = may?.resolve ? 'resolve' : may?.reopen ? 'reopen' : undefined;
    const { status } = this.#submission.state;
    if (!decision || status === 'unsure') return nothing;
    return html`<span class="decide"
      >${submitButton({
        label: say(decision === 'resolve' ? 'case.solve' : 'case.reopen'),
        busyLabel: say('state.sending'),
        busy: status === 'sending' || status === 'waiting',
        press: () => {
          this.#of = id;
          this.#late = false;
          this.#submission.submit({ id, decision });
        },
      })}</span
    >`;
  };

  readonly notice = (id: string): TemplateResult => {
    const { say, text } = this.#room;
    if (this.#of !== id) return html``;
    return html`${this.#late ? html`<p class="strip" role="alert">${say('decide.late')}</p>` : nothing}
    ${sendingNotice({ say, language: text.language }, this.#submission.state, {
      check: this.#submission.check,
      reload: () => {
        this.#submission.forget();
        this.#options.reload();
      },
    })}`;
  };

  readonly forget = (): void => {
    this.#late = false;
    this.#submission.forget();
  };

  readonly recover = (): void => {
    this.#submission.recover();
  };
}
