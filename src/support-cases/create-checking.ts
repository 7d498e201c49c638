/** What is wrong with what was written, when that is told, and what is sent of it (F19). */
import type { RejectedField } from '../api/problem.ts';
import { focusErrors, inSentence, type FormError } from '../ui/field.ts';
import { Told } from '../ui/told.ts';
import type { CaseRequest } from './case-request.ts';
import type { CaseDraft } from './create-draft.ts';
import { mostDescription, mostSubject, wholeDescription, type CreateStage } from './create-stage.ts';

/** Fields of what is sent, where they stand, and what they are called there. */
const places: Readonly<
  Partial<Record<string, readonly [id: string, label: 'case.subject' | 'case.description' | 'case.category' | 'case.priority']>>
> = {
  '/subject': ['subject', 'case.subject'],
  '/description': ['description', 'case.description'],
  '/category': ['category', 'case.category'],
  '/priority': ['priority', 'case.priority'],
};

export class Checking {
  readonly #stage: CreateStage;
  readonly #told = new Told();
  /** The case that it was to follow is not to be found. */
  #alone = false;

  constructor(stage: CreateStage) {
    this.#stage = stage;
  }

  /** What is told now; what is no longer wrong goes. */
  get told(): Told {
    this.#told.renew(this.#errors());
    return this.#told;
  }

  get alone(): boolean {
    return this.#alone;
  }

  /** The case that is asked for. */
  readonly request = (): CaseRequest => {
    const { room, content, place, attachments } = this.#stage;
    const { category, priority, aboutKind, about, subject } = content;
    return {
      // One line, whatever was pasted into it.
      subject: subject.trim().replace(/\s+/g, ' '),
      description: wholeDescription(room, content),
      ...{ category, priority },
      about: aboutKind && about && { kind: aboutKind, id: about.id },
      follows: place && !this.#alone ? place : null,
      files: (attachments?.complete() ?? content.files).map(({ id }) => id),
    };
  };

  readonly change = (part: Partial<CaseDraft>): void => {
    const about = part.aboutKind === undefined && part.about === undefined ? [] : ['about', 'aboutKind'];
    this.#told.change([...Object.keys(part), ...about]);
  };

  /** A field was left: if there is something in it, what is wrong with that is told. */
  readonly left = (id: string): void => {
    const errors = this.#errors();
    if (!this.#stage.content[id as keyof CaseDraft] || !errors.some((error) => error.id === id)) return;
    this.#told.leave(id, errors);
    this.#stage.room.element.requestUpdate();
  };

  /** Whether it can be sent; what is missing is listed, and the focus goes there. */
  readonly isWhole = (): boolean => {
    const errors = this.#errors();
    this.#list(errors);
    return !errors.length;
  };

  /** Something was not accepted, and is told at its place; gives back whether there was a place for all of it. */
  readonly refuse = (rejected: readonly RejectedField[], sent: CaseRequest): boolean => {
    const fields = rejected.map((one) => this.#refused(one));
    const gone = rejected.flatMap(({ pointer }) => sent.files[Number(/^\/files\/(\d+)$/.exec(pointer)?.[1] ?? NaN)] ?? []);
    if (gone.length) this.#stage.attachments?.gone(gone);
    this.#alone ||= rejected.some(({ pointer }) => pointer === '/follows');
    this.#told.refuse(fields.flatMap((field) => (field?.id ? [field] : [])));
    this.#list(this.#errors());
    return fields.every(Boolean) && fields.length > 0;
  };

  /** Another form, or none: nothing is told of it. */
  readonly forget = (): void => {
    this.#told.forget();
    this.#alone = false;
  };

  #refused({ pointer }: RejectedField): FormError | undefined {
    const { say } = this.#stage.room;
    const [id, label] = places[pointer] ?? [];
    if (id !== undefined && label !== undefined) return told(id, () => say('err.look', { field: inSentence(say(label)) }));
    // Told at the file itself, and above the form.
    if (pointer.startsWith('/files/') || pointer === '/follows') return { id: '', text: '' };
    if (pointer === '/files') return told('files', () => say('err.filesMany'));
    return pointer.startsWith('/about') ? told('about', () => say('err.aboutGone')) : undefined;
  }

  #list(errors: readonly FormError[]): void {
    const { element, root } = this.#stage.room;
    this.#told.list(errors);
    element.requestUpdate();
    if (errors.length)
      void element.updateComplete.then(() => {
        if (element.shadowRoot?.activeElement) focusErrors(root.querySelector('.create-form') ?? root, errors);
      });
  }

  #errors(): readonly FormError[] {
    const { room, content, attachments } = this.#stage;
    const { say } = room;
    const refused = this.#told.refusedIn();
    const { aboutKind, about } = content;
    const subject = content.subject.trim().replace(/\s+/g, ' ');
    const chosen = { user: say('err.aboutUser'), order: say('err.aboutOrder'), invoice: say('err.aboutInvoice') };
    const own: FormError[] = [
      ...this.#text('subject', subject, subject.length, mostSubject),
      ...this.#text('description', content.description.trim(), wholeDescription(room, content).length, mostDescription),
      ...(aboutKind && !about ? [{ id: 'about', text: chosen[aboutKind] }] : []),
      ...(attachments?.isOpen() ? [{ id: 'files', text: say('err.filesOpen') }] : []),
    ];
    return [...refused, ...own.filter(({ id }) => !refused.some((one) => one.id === id))];
  }

  #text(id: 'subject' | 'description', text: string, length: number, most: number): FormError[] {
    const { say } = this.#stage.room;
    const label = say(`case.${id}`);
    if (!text) return [{ id, text: say('err.fill', { field: inSentence(label) }) }];
    return length > most ? [{ id, text: say('err.tooLong', { field: label, n: most }) }] : [];
  }
}

/** In the language of the moment it is shown. */
const told = (id: string, words: () => string): FormError => ({
  id,
  get text() {
    return words();
  },
});
