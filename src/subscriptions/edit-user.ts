/** Name, e-mail address and cost centre, edited where they stand; what somebody else has changed meanwhile stands beside what was typed (F18). */
import { css, html, type TemplateResult } from 'lit';
import { isEmail } from '../api/identifiers.ts';
import type { Problem, RejectedField } from '../api/problem.ts';
import { choicesField, errorSummary, focusErrors, textField, type FormError } from '../ui/field.ts';
import { sendingNotice, submitButton } from '../ui/sending.ts';
import { Submission } from '../ui/submission.ts';
import type { UserEdit } from './changes-request.ts';
import { editUser } from './deeds-api.ts';
import { messages as editMessages } from './edit-messages.ts';
import { UserChangedEvent } from './events.ts';
import type { VersionedUser } from './profile-api.ts';
import type { DeedText, EditText } from './profile-room.ts';
import type { Room } from './room.ts';

export const messages = editMessages;

export const styles = css`
  .edit {
    max-inline-size: none;
    margin-block-end: 24px;
  }
  .edit .form {
    margin-block: 16px;
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

const names = ['name', 'email', 'costCentre'] as const;
type Field = (typeof names)[number];
type Fields = Readonly<Record<Field, string>>;

/** How long each may be. */
const most: Readonly<Record<Field, number>> = { name: 100, email: 254, costCentre: 50 };
const labels = { name: 'user.name', email: 'user.email', costCentre: 'user.costCentre' } as const;
const idOf = (field: Field): string => `edit-${field}`;

const fieldsOf = ({ user: { name, email, costCentre } }: VersionedUser): Fields => ({
  name: name ?? '',
  email: email ?? '',
  costCentre: costCentre ?? '',
});

interface Sent {
  readonly edit: UserEdit;
  readonly match: string | undefined;
}

export const open = (place: EditPlace): UserEditing => new Editing(place);

class Editing implements UserEditing {
  readonly #place: EditPlace;
  readonly #text: EditText;
  readonly #submission: Submission<Sent, VersionedUser>;
  /** What the edit is meant for. */
  #base: Fields;
  #etag: string | undefined;
  #typed: Fields;
  /** What somebody else has made of fields that were typed in, until it has been chosen which is to apply. */
  #theirs: Partial<Record<Field, string>> = {};
  #mine: Partial<Record<Field, string>> = {};
  #chosen: Partial<Record<Field, 'mine' | 'theirs'>> = {};
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
        ${this.#conflict ? html`<p class="strip" role="alert">${text.say('edit.conflict')}</p>` : ''}
        ${errorSummary(text.say(count === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: count }), headingLevel + 2, this.#errors)}
        ${names.map((name) => this.#field(name))}
      </div>
      ${sendingNotice(text, state, {
        listed: true,
        sending: text.say('state.saving'),
        check: this.#submission.check,
        retry: this.#submit,
        reload: () => void this.#merge(),
      })}
      <p class="actions">
        ${unsure ? '' : submitButton({ label: text.say('act.saveChanges'), busyLabel: text.say('state.saving'), busy })}
        <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${this.#cancel}>
          ${text.say(unsure ? 'act.close' : 'act.cancel')}
        </button>
      </p>
    </form>`;
  };

  readonly isDirty = (): boolean => this.#submission.isOpen || names.some((name) => this.#typed[name] !== this.#base[name]);

  readonly recover = (): void => {
    this.#submission.recover();
  };

  readonly dispose = (): void => {
    this.#submission.forget();
    this.#place.room.element.removeController(this.#submission);
  };

  get #isBusy(): boolean {
    const { status } = this.#submission.state;
    return this.#fetching || status === 'sending' || status === 'waiting';
  }

  /** The field, or what is to be chosen between in its place. */
  #field(name: Field): TemplateResult {
    const text = this.#text;
    const id = idOf(name);
    const label = text.say(labels[name]);
    const error = this.#errors.find((found) => found.id === id)?.text;
    const theirs = this.#theirs[name];
    const mine = this.#mine[name];
    if (theirs === undefined || mine === undefined)
      return textField({
        ...{ id, label, error, value: this.#typed[name], most: most[name] },
        type: name === 'email' ? 'email' : 'text',
        optional: name === 'name' ? undefined : text.say('state.optional'),
        typed: (value) => {
          this.#typed = { ...this.#typed, [name]: value };
          this.#changed(id);
        },
      });
    const shown = (value: string) => value || text.say('edit.empty');
    return choicesField({
      ...{ id, label, error },
      value: this.#chosen[name],
      choices: [
        { value: 'mine', label: text.say('edit.mine'), below: shown(mine) },
        { value: 'theirs', label: text.say('edit.theirs'), below: shown(theirs) },
      ],
      chosen: (value) => {
        this.#chosen = { ...this.#chosen, [name]: value };
        this.#typed = { ...this.#typed, [name]: value === 'mine' ? mine : theirs };
        this.#changed(id);
      },
    });
  }

  #changed(id: string): void {
    this.#errors = this.#errors.filter((error) => error.id !== id);
    this.#place.room.element.requestUpdate();
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    this.#submit();
  };

  readonly #cancel = (): void => {
    if (this.#isBusy) return;
    if (this.#submission.isOpen) void this.#place.refresh();
    this.#place.leave();
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
    const field = text.say(labels[name]);
    const say = (words: string) => ({ id: idOf(name), text: words });
    if (this.#theirs[name] !== undefined && this.#chosen[name] === undefined)
      return say(text.say('err.choose', { field: text.say('edit.choose') }));
    if (name === 'name' && !value) return say(text.say('err.fill', { field: field.toLowerCase() }));
    if (value.length > most[name]) return say(text.say('err.tooLong', { field, n: most[name] }));
    return name === 'email' && value && !isEmail(value) ? say(text.say('err.email')) : undefined;
  }

  #fail(problem: Problem): void {
    if (problem.kind === 'changed') void this.#merge();
    else if (problem.kind === 'rejected') this.#refuse(problem.fields ?? []);
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
      const touched = names.filter((name) => this.#typed[name] !== this.#base[name]);
      const conflicts = touched.filter((name) => theirs[name] !== this.#base[name] && theirs[name] !== this.#typed[name]);
      const pick = (from: Fields, of: readonly Field[]) => Object.fromEntries(of.map((name) => [name, from[name]]));
      this.#mine = pick(this.#typed, conflicts);
      this.#theirs = pick(theirs, conflicts);
      this.#chosen = {};
      this.#typed = { ...theirs, ...pick(this.#typed, touched) };
      this.#base = theirs;
      this.#etag = newest.etag;
      this.#conflict = true;
      this.#submission.forget();
    }
    this.#complain([]);
  }

  #refuse(fields: readonly RejectedField[]): void {
    const text = this.#text;
    const errors = fields.flatMap(({ pointer }) => {
      const name = names.find((found) => pointer === `/${found}`);
      if (!name) return [];
      const field = text.say(labels[name]);
      const words = name === 'email' ? text.say('err.email') : text.say('err.tooLong', { field, n: most[name] });
      return [{ id: idOf(name), text: words }];
    });
    this.#complain(errors.length === fields.length && errors.length ? errors : [...errors, { id: '', text: text.say('err.rejected') }]);
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
