/** »Fortæl os hvorfor«: comes after a vote, is nobody's duty, and needs an e-mail address and a text when it is sent (R35, R36). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Client } from '../api/client.ts';
import { isEmail } from '../api/email.ts';
import { path } from '../api/path.ts';
import type { RejectedField } from '../api/problem.ts';
import { reading } from '../api/read.ts';
import { write } from '../api/write.ts';
import { describedBy, errorSummary, field, fieldStyles, focusErrors, textField, type FormError } from '../ui/field.ts';
import { checkIcon } from '../ui/icons.ts';
import { sendingNotice, sendingStyles, submitButton } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import type { Values } from '../ui/text.ts';
import { writingStyles } from '../ui/writing-styles.ts';
import { messages as words, type WhyKey } from './form-messages.ts';
import type { MessageKey } from './messages.ts';
import { ownEmail } from './own-email.ts';
import type { FeedbackRoom, Why } from './room.ts';
import type { FeedbackRequest } from './vote-request.ts';

export const messages = words;
export const styles = [
  fieldStyles,
  writingStyles,
  sendingStyles,
  css`
    .form textarea {
      min-block-size: 7em;
      max-block-size: 70vh;
    }
    .fields {
      display: grid;
      gap: 16px;
    }
  `,
];

/** With the words of the form, which have been learnt when it is made. */
interface WhyRoom extends Omit<FeedbackRoom, 'say'> {
  readonly say: (key: MessageKey | WhyKey, values?: Values) => string;
}

export const open = (room: FeedbackRoom): Why => new WhyForm(room as WhyRoom);

const mostText = 10_000;
const mostEmail = 254;

class WhyForm implements Why {
  readonly #room: WhyRoom;
  readonly #sending: Submission<FeedbackRequest, object>;
  #text = '';
  #email = '';
  /** Whose address has been asked for, and whether it was typed in otherwise. */
  #known: string | undefined;
  #typed = false;
  /** The person wanted to send it as it is, so that what is wrong is told. */
  #tried = false;
  /** What the backend did not accept, by the value that it was. */
  #refused: readonly { readonly id: string; readonly value: string }[] = [];

  constructor(room: WhyRoom) {
    this.#room = room;
    this.#sending = new Submission<FeedbackRequest, object>(room.element, {
      sender: room.sender,
      send: ([client], content, key, signal) =>
        write(client, path('articles', room.article, 'feedback'), () => ({}), { method: 'post', body: content, key, signal }),
      onProblem: (problem) => {
        room.report(problem);
        if (problem.kind === 'rejected') this.#refuse(problem.fields ?? []);
      },
      onDone: () => {
        this.#text = '';
        void this.#focus('.thanks');
      },
    });
  }

  readonly know = (client: Client, person: string): void => {
    if (this.#known === person) return;
    this.#known = person;
    const { signal } = new AbortController();
    void client.read('session', reading(ownEmail), { signal }).then(
      ({ person: found }) => {
        // Late, it takes nothing away that was typed, and says nothing of anybody else.
        if (this.#known !== person || found?.id !== person || this.#typed) return;
        this.#email = found.email ?? '';
        this.#room.element.requestUpdate();
      },
      () => {
        // Then the person types it.
      },
    );
  };

  readonly forget = (): void => {
    this.#sending.forget();
    this.#text = this.#email = '';
    this.#known = undefined;
    this.#typed = this.#tried = false;
    this.#refused = [];
  };

  readonly recover = (): void => {
    this.#sending.recover();
  };

  readonly render = (): TemplateResult => {
    const { say, headingLevel } = this.#room;
    const { state, isOpen } = this.#sending;
    if (state.status === 'done') return html`<p class="thanks" role="status" tabindex="-1">${checkIcon}${say('fb.thanks')}</p>`;
    const errors = this.#tried ? this.#errors() : [];
    return html`<form class="form" novalidate @submit=${this.#submit}>
      ${errorSummary(say('fb.form'), headingLevel + 1, errors)}
      <div class="fields" ?inert=${isOpen}>${this.#textField(errors)} ${this.#emailField(errors)}</div>
      ${sendingNotice(this.#room, state, { check: this.#sending.check, retry: this.#send, notDone: say('why.notSent'), listed: errors.length > 0 })}
      <div class="actions">
        ${state.status === 'unsure' ? nothing : submitButton({ label: say('fb.send'), busyLabel: say('state.sending'), busy: isOpen })}
      </div>
    </form>`;
  };

  #textField(errors: readonly FormError[]): TemplateResult {
    const { say } = this.#room;
    const parts = { id: 'why', label: say('fb.why'), optional: say('state.optional'), error: errorIn(errors, 'why') };
    return field(
      parts,
      html`<textarea
        id="why"
        rows="4"
        aria-invalid=${parts.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(parts))}
        .value=${this.#text}
        @input=${(event: Event) => {
          this.#text = (event.target as HTMLTextAreaElement).value;
          this.#room.element.requestUpdate();
        }}
      ></textarea>`,
    );
  }

  #emailField(errors: readonly FormError[]): TemplateResult {
    return textField({
      ...{ id: 'email', type: 'email', inputmode: 'email', autocomplete: 'email', value: this.#email },
      ...{ label: this.#room.say('user.email'), error: errorIn(errors, 'email') },
      typed: (email) => {
        this.#email = email;
        this.#typed = true;
        this.#room.element.requestUpdate();
      },
    });
  }

  /** What is wrong now; what the backend did not accept is wrong until it is changed. */
  #errors(): readonly FormError[] {
    const { say } = this.#room;
    const wrong: FormError[] = [];
    const field = say('why.text');
    const refused = (id: string, value: string) => this.#refused.some((one) => one.id === id && one.value === value);
    if (this.#text.trim() === '' || refused('why', this.#text)) wrong.push({ id: 'why', text: say('err.fill', { field }) });
    else if (this.#text.trim().length > mostText)
      wrong.push({ id: 'why', text: say('err.tooLong', { field: capital(field), n: mostText }) });
    const email = this.#email.trim();
    if (!isEmail(email) || email.length > mostEmail || refused('email', this.#email)) wrong.push({ id: 'email', text: say('err.email') });
    return wrong;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#send();
  };

  readonly #send = (): void => {
    const errors = this.#errors();
    this.#tried = errors.length > 0;
    this.#room.element.requestUpdate();
    if (this.#tried) void this.#point(errors);
    else this.#sending.submit({ email: this.#email.trim(), text: this.#text.trim() });
  };

  #refuse(fields: readonly RejectedField[]): void {
    const values: Readonly<Record<string, readonly [id: string, value: string]>> = {
      '/text': ['why', this.#text],
      '/email': ['email', this.#email],
    };
    this.#refused = fields.flatMap(({ pointer }) => {
      const [id, value] = values[pointer] ?? [];
      return id === undefined || value === undefined ? [] : [{ id, value }];
    });
    this.#tried = this.#refused.length > 0;
    if (this.#tried) void this.#point(this.#errors());
  }

  async #point(errors: readonly FormError[]): Promise<void> {
    await this.#room.element.updateComplete;
    focusErrors(this.#room.root, errors);
  }

  /** What had the focus has gone: what took its place has it. */
  async #focus(selector: string): Promise<void> {
    await this.#room.element.updateComplete;
    this.#room.root.querySelector<HTMLElement>(selector)?.focus();
  }
}

const errorIn = (errors: readonly FormError[], id: string): string | undefined => errors.find((error) => error.id === id)?.text;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
