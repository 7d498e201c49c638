/** Name, e-mail address and cost centre, edited where they stand; what somebody else has changed meanwhile stands beside what was typed (F18). */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem.ts';
import { errorSummary, focusErrors, type FormError } from '../ui/field.ts';
import { FormWatch, networkNotice } from '../ui/form-watch.ts';
import { sendingNotice, submitButton } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import type { UserEdit } from './changes-request.ts';
import { wrong } from './deed-parts.ts';
import { editUser } from './deeds-api.ts';
import { editField, type Side } from './edit-field.ts';
import { messages as editMessages } from './edit-messages.ts';
import { UserChangedEvent } from './events.ts';
import type { VersionedUser } from './profile-api.ts';
import type { DeedText, EditText } from './profile-room.ts';
import type { Room } from './room.ts';
import { fieldsOf, idOf, merge, names, refusedIn, wrongIn, type Field, type Fields, type SomeFields } from './user-fields.ts';

export const messages = editMessages;

export const styles = css`
  .edit {
    max-inline-size: 880px;
    margin-block-end: 24px;
  }
  .edit .form {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    align-items: start;
    max-inline-size: none;
    margin-block: 16px;
  }
  .edit .form > :is(.summary, .strip) {
    grid-column: 1 / -1;
    margin: 0;
  }
`;

export interface EditPlace {
  readonly room: Room & { readonly text: DeedText };
  /** The person as they were shown when the editing was begun. */
  readonly read: VersionedUser;
  /** As they were read last. */
  readonly newest: () => VersionedUser | undefined;
  readonly refresh: () => Promise<void>;
  /** Takes the form off the screen; with words when something has been saved. */
  readonly leave: (done?: string) => void;
}

export interface UserEditing {
  readonly form: () => unknown;
  /** There is something that would be lost. */
  readonly isDirty: () => boolean;
  readonly recover: () => void;
  readonly dispose: () => void;
}

interface Sent {
  readonly edit: UserEdit;
  readonly match: string | undefined;
}

export const open = (place: EditPlace): UserEditing => new Editing(place);

class Editing implements UserEditing {
  readonly #place: EditPlace;
  readonly #text: EditText;
  readonly #submission: Submission<Sent, { readonly id: string }>;
  readonly #watch: FormWatch;
  /** What the edit is meant for. */
  #base: Fields;
  #etag: string | undefined;
  #typed: Fields;
  /** What somebody else has made of fields that were typed in, until it has been chosen which is to apply. */
  #theirs: SomeFields = {};
  #mine: SomeFields = {};
  #chosen: Partial<Record<Field, Side>> = {};
  #conflict = false;
  #errors: readonly FormError[] = [];
  #fetching = false;

  constructor(place: EditPlace) {
    this.#place = place;
    const { room, read } = place;
    this.#text = room.text as EditText;
    this.#base = this.#typed = fieldsOf(read);
    this.#etag = read.etag;
    const { id } = read.user;
    this.#watch = new FormWatch(room.element, () => room.root.querySelector('.edit'));
    this.#submission = new Submission(room.element, {
      sender: room.sender,
      send: (who, content, key, signal) => editUser(...who, id, content, key, signal),
      onDone: () => {
        room.element.dispatchEvent(new UserChangedEvent(id));
        void this.#finish();
      },
      onProblem: (problem) => {
        this.#fail(problem);
      },
    });
  }

  readonly form = (): TemplateResult => {
    const { room } = this.#place;
    const { headingLevel } = room;
    const text = this.#text;
    const { state } = this.#submission;
    const busy = this.#isBusy;
    const unsure = state.status === 'unsure';
    const count = this.#errors.length;
    return html`<form class="panel card edit" aria-label=${text.say('edit.title')} novalidate @submit=${this.#save}>
      <h3 aria-level=${headingLevel + 1}>${text.say('edit.title')}</h3>
      <div class="form" ?inert=${busy || unsure}>
        ${this.#conflict ? html`<p class="strip" role="alert">${text.say('edit.conflict')}</p>` : nothing}
        ${errorSummary(text.say(count === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: count }), headingLevel + 2, this.#errors)}
        ${names.map((name) => this.#field(name))}
      </div>
      ${networkNotice(text.say, state)}
      ${sendingNotice(text, state, {
        listed: true,
        sending: text.say('state.saving'),
        check: this.#submission.check,
        retry: this.#submit,
        reload: () => void this.#merge(),
      })}
      ${
        unsure
          ? nothing
          : html`<p class="actions">
              ${submitButton({ label: text.say('act.saveChanges'), busyLabel: text.say('state.saving'), busy })}
              <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${this.#cancel}>${text.say('act.cancel')}</button>
            </p>`
      }
    </form>`;
  };

  readonly isDirty = (): boolean => this.#submission.isOpen || names.some((name) => this.#typed[name] !== this.#base[name]);

  readonly recover = (): void => {
    this.#submission.recover();
  };

  readonly dispose = (): void => {
    this.#submission.forget();
    this.#watch.dispose();
    this.#place.room.element.removeController(this.#submission);
  };

  get #isBusy(): boolean {
    const { status } = this.#submission.state;
    return this.#fetching || status === 'sending' || status === 'waiting';
  }

  #field(name: Field): TemplateResult {
    const put = (value: string) => {
      this.#typed = { ...this.#typed, [name]: value };
      this.#errors = this.#errors.filter((error) => error.id !== idOf(name));
      this.#place.room.element.requestUpdate();
    };
    return editField(this.#text, {
      ...{ name, value: this.#typed[name], mine: this.#mine[name], theirs: this.#theirs[name], chosen: this.#chosen[name] },
      error: this.#errors.find(({ id }) => id === idOf(name))?.text,
      typed: put,
      choose: (side, value) => {
        this.#chosen = { ...this.#chosen, [name]: side };
        put(value);
      },
    });
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    this.#submit();
  };

  readonly #cancel = (): void => {
    if (!this.#isBusy) this.#place.leave();
  };

  readonly #submit = (): void => {
    if (this.#isBusy || this.#submission.isOpen) return;
    const tidy = Object.fromEntries(names.map((name) => [name, this.#typed[name].trim()])) as Fields;
    const errors = names.flatMap((name) => this.#wrong(name, tidy[name]) ?? []);
    if (errors.length) {
      this.#complain(errors);
      return;
    }
    this.#errors = [];
    const changed = names.filter((name) => tidy[name] !== this.#base[name]);
    if (!changed.length) {
      this.#place.leave();
      return;
    }
    const edit: UserEdit = Object.fromEntries(changed.map((name) => [name, tidy[name] || null]));
    this.#submission.submit({ edit, match: this.#etag });
  };

  #wrong(name: Field, value: string): FormError | undefined {
    const text = this.#text;
    if (this.#theirs[name] === undefined || this.#chosen[name] !== undefined) return wrongIn(text, name, value);
    return wrong(idOf(name), () => text.say('err.choose', { field: text.say('edit.choose') }));
  }

  #fail(problem: Problem): void {
    if (problem.kind === 'changed') void this.#merge();
    else if (problem.kind === 'rejected') this.#complain(refusedIn(this.#text, problem.fields ?? []));
    else this.#place.room.failed(problem);
  }

  /** Fetches what somebody else has made of it. What was not typed in follows; what was is theirs or mine to choose (F18). */
  async #merge(): Promise<void> {
    this.#fetching = true;
    await this.#place.refresh();
    this.#fetching = false;
    const newest = this.#place.newest();
    if (newest && newest.etag !== this.#etag) {
      const theirs = fieldsOf(newest);
      const merged = merge(this.#base, this.#typed, theirs);
      this.#typed = merged.typed;
      this.#mine = merged.mine;
      this.#theirs = merged.theirs;
      this.#chosen = {};
      this.#base = theirs;
      this.#etag = newest.etag;
      this.#conflict = true;
      this.#submission.forget();
    }
    this.#complain([]);
  }

  #complain(errors: readonly FormError[]): void {
    const { element, root } = this.#place.room;
    this.#errors = errors;
    element.requestUpdate();
    void element.updateComplete.then(() => {
      const form = root.querySelector('.edit');
      if (form && errors.length) focusErrors(form, errors);
    });
  }

  async #finish(): Promise<void> {
    this.#fetching = true;
    await this.#place.refresh();
    this.#fetching = false;
    this.#place.leave(this.#text.say('state.saved'));
  }
}
