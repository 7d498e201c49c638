/** Replies that have been begun, by the case: kept over a reload where the host allows it (R4.5). */
import * as z from 'zod/mini';
import { keepDraft, keptDraft, newDraft, type Draft, type DraftOwner } from '../ui/drafts.ts';

const replyDraft = z.object({
  text: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
});
export type ReplyDraft = z.output<typeof replyDraft>;

const empty: ReplyDraft = { text: '', files: [] };
const isEmpty = ({ text, files }: ReplyDraft): boolean => text === '' && files.length === 0;

const parse = (kept: unknown): ReplyDraft | undefined => {
  const { success, data } = z.safeParse(replyDraft, kept);
  return success ? data : undefined;
};

export class ReplyDrafts {
  #owner: Omit<DraftOwner, 'form'> | undefined;
  #storage: Storage | undefined;
  readonly #drafts = new Map<string, Draft<ReplyDraft> | undefined>();

  /** Something has been written that a reload would lose. */
  get atRisk(): boolean {
    return this.#storage === undefined && [...this.#drafts.values()].some(Boolean);
  }

  /** Tells whose they are from now on. What somebody else has written is let go of. */
  own(person: string, company: string, storage: Storage | undefined): void {
    this.#storage = storage;
    if (person === this.#owner?.person && company === this.#owner.company) return;
    this.forget();
    this.#owner = { person, company };
  }

  readonly of = (id: string): Draft<ReplyDraft> | undefined => {
    if (!this.#drafts.has(id) && this.#owner) this.#drafts.set(id, keptDraft(this.#storage, { ...this.#owner, form: formOf(id) }, parse));
    return this.#drafts.get(id);
  };

  readonly content = (id: string): ReplyDraft => this.of(id)?.content ?? empty;

  /** Other content is another reply, with another key: a copy of the same in another tab is the same one (F21). */
  readonly change = (id: string, part: Partial<ReplyDraft>): void => {
    const content = { ...this.content(id), ...part };
    this.#keep(id, isEmpty(content) ? undefined : newDraft(content));
  };

  readonly drop = (id: string): void => {
    this.#keep(id, undefined);
  };

  /** The case whose draft has this key. */
  readonly find = (key: string): string | undefined => [...this.#drafts].find(([, draft]) => draft?.key === key)?.[0];

  /** Lets go of all without throwing away what is kept. */
  readonly forget = (): void => {
    this.#drafts.clear();
    this.#owner = undefined;
  };

  #keep(id: string, draft: Draft<ReplyDraft> | undefined): void {
    this.#drafts.set(id, draft);
    if (this.#owner) keepDraft(this.#storage, { ...this.#owner, form: formOf(id) }, draft);
  }
}

const formOf = (id: string): string => `case-reply-${id}`;
