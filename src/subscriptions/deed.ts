/** What all deeds from the profile have in common: a dialog that names whom it is about, sends once, and says what came of it (R14.3, R14.6, T16). */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { RejectedField } from '../api/problem.ts';
import { closeDialog, dialog, showDialogs } from '../ui/dialog.ts';
import { errorSummary, focusErrors, type FormError } from '../ui/field.ts';
import { FormWatch, networkNotice } from '../ui/form-watch.ts';
import { sendingNotice, submitButton } from '../ui/sending.ts';
import { Submission, type Sender } from '../ui/submission.ts';
import type { DeedKey } from './deed-messages.ts';
import { wrong } from './deed-parts.ts';
import type { ProfileKey } from './profile-messages.ts';
import type { Deed, DeedPlace } from './profile-room.ts';

/** What the fields in a deed's dialog ask of it. */
export interface DeedForm {
  /** What is wrong with a field. */
  readonly errorOf: (id: string) => string | undefined;
  /** Something has been filled in: what was wrong with it is not any more. */
  readonly changed: (id: string) => void;
}

export interface DeedOptions<Content, Value> {
  readonly title: string;
  /** The verb of the deed, which its button repeats. */
  readonly verb: ProfileKey | DeedKey;
  readonly danger?: boolean;
  /** On the way out. */
  readonly wayOut?: DeedKey;
  readonly content: (form: DeedForm) => unknown;
  /** What is to be sent, or what is wrong with it. */
  readonly prepare: () => Content | readonly FormError[] | Promise<Content | readonly FormError[]>;
  readonly send: (sender: Sender, content: Content, key: string, signal: AbortSignal) => Promise<Value>;
  /** Tells the page that it has been done, also when the element has left it meanwhile (F22). */
  readonly report: (value: Value) => Event;
  /** Said once it has been done. */
  readonly done: (value: Value, content: Content) => string;
  /** What is wrong with what the backend has not accepted, by what has been fetched anew; `undefined` where there are no words for it. */
  readonly refused?: (field: RejectedField, content: Content, all: readonly RejectedField[]) => FormError | undefined;
  /** Fetches what else was shown, when something of it was not accepted. */
  readonly renew?: () => Promise<unknown>;
  readonly disposed?: () => void;
}

export class DeedDialog<Content, Value> implements Deed, ReactiveController {
  readonly #place: DeedPlace;
  readonly #options: DeedOptions<Content, Value>;
  readonly #submission: Submission<Content, Value>;
  readonly #watch: FormWatch;
  #errors: readonly FormError[] = [];
  #sent: Content | undefined;
  /** It has been put away, and is not drawn. */
  #isAway = false;
  /** It has failed while it was put away, and nobody has been told. */
  #untold = false;
  /** What is to be sent is being found out. */
  #preparing = false;
  /** It has been let go of. */
  #disposed = false;
  /** What came of it is being fetched. */
  #fetching = false;

  constructor(place: DeedPlace, options: DeedOptions<Content, Value>) {
    this.#place = place;
    this.#options = options;
    const { element, sender, failed } = place.room;
    element.addController(this);
    this.#watch = new FormWatch(element, () => place.room.root.querySelector('dialog'));
    this.#submission = new Submission(element, {
      sender,
      send: options.send,
      onDone: (value, content) => {
        element.dispatchEvent(options.report(value));
        void this.#finish(options.done(value, content));
      },
      onProblem: (problem) => {
        if (this.#isAway && !this.#submission.isOpen) this.#return();
        if (problem.kind === 'rejected') void this.#refuse(problem.fields ?? []);
        else failed(problem);
        // What was shown is no longer so.
        if (problem.kind === 'late' || problem.kind === 'missing') void place.refresh();
      },
    });
  }

  readonly dialog = (): TemplateResult => {
    const { title, verb, danger = false, wayOut = 'act.cancel', content } = this.#options;
    const { text, headingLevel } = this.#place.room;
    const { state } = this.#submission;
    const unsure = state.status === 'unsure';
    const busy = this.#isBusy;
    this.#isAway = this.#untold = false;
    const count = this.#errors.length;
    const retry = () => void this.#act();
    return dialog({
      title,
      level: headingLevel + 1,
      content: html`
        ${networkNotice(text.say, state)}
        ${errorSummary(text.say(count === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: count }), headingLevel + 2, this.#errors)}
        <div class="deed" ?inert=${busy || unsure}>${content(this.#form)}</div>
        ${sendingNotice(text, state, { listed: true, check: this.#submission.check, retry, ...(!this.#isOver && { reload: this.#reload }) })}
      `,
      actions: html`
        <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : this.#close}>
          ${text.say(unsure || this.#isOver ? 'act.close' : wayOut)}
        </button>
        ${
          unsure || this.#isOver
            ? nothing
            : submitButton({ label: text.say(verb), busyLabel: text.say('state.sending'), busy, danger, press: retry })
        }
      `,
      busy,
      closed: this.#closed,
    });
  };

  readonly isOpen = (): boolean => this.#submission.isOpen || this.#preparing || this.#fetching || this.#untold;

  readonly recover = (): void => {
    this.#submission.recover();
  };

  readonly dispose = (): void => {
    const { element } = this.#place.room;
    this.#disposed = true;
    this.#submission.forget();
    this.#watch.dispose();
    element.removeController(this.#submission);
    element.removeController(this);
    this.#options.disposed?.();
  };

  hostUpdated(): void {
    showDialogs(this.#place.room.root);
  }

  get #isBusy(): boolean {
    const { status } = this.#submission.state;
    return this.#preparing || this.#fetching || status === 'sending' || status === 'waiting';
  }

  /** There is nothing left to be done here. */
  get #isOver(): boolean {
    const { state } = this.#submission;
    return state.status === 'failed' && ['late', 'missing', 'forbidden'].includes(state.problem.kind);
  }

  readonly #form: DeedForm = {
    errorOf: (id) => this.#errors.find((error) => error.id === id)?.text,
    changed: (id) => {
      this.#errors = this.#errors.filter((error) => error.id !== id);
      this.#place.room.element.requestUpdate();
    },
  };

  readonly #act = async (): Promise<void> => {
    if (this.isOpen()) return;
    const prepared = await this.#prepare();
    if (this.#disposed) return; // put away meanwhile, or somebody else's by now
    if (Array.isArray(prepared)) this.#complain(prepared as readonly FormError[]);
    else {
      this.#errors = [];
      this.#sent = prepared as Content;
      this.#submission.submit(this.#sent);
    }
  };

  async #prepare(): Promise<Content | readonly FormError[]> {
    const { element } = this.#place.room;
    this.#preparing = true;
    element.requestUpdate();
    try {
      return await this.#options.prepare();
    } finally {
      this.#preparing = false;
      element.requestUpdate();
    }
  }

  /** It stands there again, with what is wrong. */
  #return(): void {
    this.#untold = true;
    this.#place.show();
  }

  readonly #close = (event: Event): void => {
    closeDialog(event);
    this.#closed(); // at once: the dialog tells of it later
  };

  /** Put away while its outcome is not known, it is found out from the profile; closed by force while it is on its way, it stands there again. */
  readonly #closed = (): void => {
    const { room, leave, refresh } = this.#place;
    if (this.#isAway) return;
    if (this.#isBusy) {
      room.element.requestUpdate();
      return;
    }
    this.#isAway = true;
    if (this.isOpen()) void refresh();
    leave();
  };

  readonly #reload = (): void => {
    void this.#fetch().then(() => {
      this.#submission.forget();
    });
  };

  async #fetch(): Promise<void> {
    this.#fetching = true;
    await Promise.all([this.#place.refresh(), this.#options.renew?.()]);
    this.#fetching = false;
    this.#place.room.element.requestUpdate();
  }

  async #finish(done: string): Promise<void> {
    await this.#fetch();
    this.#place.leave(done);
  }

  async #refuse(fields: readonly RejectedField[]): Promise<void> {
    const { text } = this.#place.room;
    const sent = this.#sent;
    await this.#fetch();
    const unknown = wrong('', () => text.say('err.rejected'));
    const errors = fields.map((field) => (sent === undefined ? undefined : this.#options.refused?.(field, sent, fields)) ?? unknown);
    // Several places of which there is nothing to say are told as one.
    this.#complain(
      (errors.length ? errors : [unknown]).filter((error, index, all) => all.findIndex(({ text }) => text === error.text) === index),
    );
  }

  #complain(errors: readonly FormError[]): void {
    const { element, root } = this.#place.room;
    this.#errors = errors;
    element.requestUpdate();
    void element.updateComplete.then(() => {
      if (!this.#isAway) focusErrors(root.querySelector('dialog') ?? root, errors);
    });
  }
}
