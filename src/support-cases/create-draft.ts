/** What has been written for a new case: as it was typed; what is empty has not been chosen. */
import * as z from 'zod/mini';
import { caseAboutKind, caseCategory, casePriority } from '../api/case.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import { keepDraft, keptDraft, newDraft, type Draft, type DraftOwner } from '../ui/drafts.ts';

const text = z.string();

const caseDraft = z.object({
  subject: text,
  description: text,
  category: z.nullable(caseCategory),
  priority: z.nullable(casePriority),
  aboutKind: z.nullable(caseAboutKind),
  /** Its name is empty while only the id is known. */
  about: z.nullable(z.object({ id: text, name: text, detail: text })),
  /** The backend's name for the call that failed; it goes along with the description. */
  code: text,
  /** The code that led here last: once it has been taken away it does not come again. */
  codeSeen: text,
  /** Files that are there already. */
  files: z.array(z.object({ id: text, name: text, size: z.number() })),
});
export type CaseDraft = z.output<typeof caseDraft>;

export const emptyDraft: CaseDraft = {
  ...{ subject: '', description: '', category: null, priority: null, aboutKind: null, about: null },
  ...{ code: '', codeSeen: '', files: [] },
};

const parse = (kept: unknown): CaseDraft | undefined => {
  const { success, data } = z.safeParse(caseDraft, kept);
  return success ? data : undefined;
};

/** What the place that led here knows is filled in where the person has said nothing. */
export const beginningWith = (content: CaseDraft, { category, requestId, about }: SupportTopic): CaseDraft => ({
  ...content,
  category: content.category ?? category ?? null,
  ...(about && !content.aboutKind && { aboutKind: about.kind, about: { id: about.id, name: '', detail: '' } }),
  ...(requestId && requestId !== content.codeSeen && { code: requestId, codeSeen: requestId }),
});

/** The name under which the draft of a place is kept: of a case that follows another, by the id of that. */
export const formOf = (place: string): string => `support-case/${place}`;

/** One draft of each place, of one person and one company, in memory and where the host lets them be kept. One draft is one case: its key stays. */
export class CaseDrafts {
  #owner: Omit<DraftOwner, 'form'> | undefined;
  #storage: Storage | undefined;
  readonly #drafts = new Map<string, Draft<CaseDraft> | undefined>();

  /** The places where something has been written. */
  get begun(): readonly string[] {
    return [...this.#drafts].flatMap(([place, draft]) => (draft ? [place] : []));
  }

  /** Whether what is kept outlasts the page being loaded anew. */
  get lasting(): boolean {
    return this.#storage !== undefined;
  }

  /** Tells whose they are from now on. What somebody else has written is let go of. */
  own(person: string, company: string, storage: Storage | undefined): void {
    this.#storage = storage;
    if (this.#owner?.person === person && this.#owner.company === company) return;
    this.forget();
    this.#owner = { person, company };
  }

  /** Of a place; one that was kept is fetched when it is asked for first. */
  readonly of = (place: string): Draft<CaseDraft> | undefined => {
    if (!this.#drafts.has(place) && this.#owner)
      this.#drafts.set(place, keptDraft(this.#storage, { ...this.#owner, form: formOf(place) }, parse));
    return this.#drafts.get(place);
  };

  /** Keeps what is written now; the first time, the draft gets its key. */
  readonly keep = (place: string, content: CaseDraft): void => {
    const before = this.of(place);
    this.#set(place, before ? { ...before, content } : newDraft(content));
  };

  /** It has been sent, or is begun anew. */
  readonly end = (place: string): void => {
    this.#set(place, undefined);
  };

  /** Lets go of all without throwing away what is kept. */
  readonly forget = (): void => {
    this.#drafts.clear();
    this.#owner = undefined;
  };

  #set(place: string, draft: Draft<CaseDraft> | undefined): void {
    this.#drafts.set(place, draft);
    if (this.#owner) keepDraft(this.#storage, { ...this.#owner, form: formOf(place) }, draft);
  }
}
