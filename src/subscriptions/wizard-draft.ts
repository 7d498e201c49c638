/** What has been filled in on the way to a new subscription: as it was typed; what is empty has not been chosen. */
import * as z from 'zod/mini';
import { keepDraft, keptDraft, newDraft, type Draft, type DraftOwner } from '../ui/drafts.ts';
import { plan } from './plan.ts';

const text = z.string();
const part = z.nullable(text);

const wizardDraft = z.object({
  /** The steps that were left with nothing wrong in them, and not touched since. */
  passed: z.array(text),
  userKind: z.enum(['', 'new', 'existing']),
  name: text,
  email: text,
  costCentre: text,
  /** An existing user, with what tells namesakes apart. */
  user: z.nullable(z.object({ id: text, name: text, detail: text })),
  /** The plan as it was shown when it was chosen, for what was shown is what is ordered (T19). */
  plan: z.nullable(plan),
  numberKind: z.enum(['', 'new', 'move']),
  /** One of the free numbers, E.164. */
  phone: text,
  /** Until when it is kept for the person, milliseconds since 1970 by this device's clock; 0 while it is not. */
  heldUntil: z.number(),
  movedPhone: text,
  provider: text,
  ownerCvr: text,
  simNumber: text,
  timing: z.enum(['', 'asap', 'date', 'afterBinding']),
  date: text,
  authority: z.boolean(),
  sim: z.enum(['', 'sim', 'esim']),
  /** What is typed in place of the company's main address. */
  typedAddress: z.nullable(z.object({ street: text, houseNumber: text, floor: text, door: text, place: text, postcode: text })),
  /** Where the card is sent, in the register's writing. */
  delivery: z.nullable(z.object({ street: text, houseNumber: text, floor: part, door: part, place: part, postcode: text, town: text })),
});
export type WizardDraft = z.output<typeof wizardDraft>;

export const emptyDraft: WizardDraft = {
  ...{ passed: [], userKind: '', name: '', email: '', costCentre: '', user: null, plan: null },
  ...{ numberKind: '', phone: '', heldUntil: 0, movedPhone: '', provider: '', ownerCvr: '', simNumber: '' },
  ...{ timing: '', date: '', authority: false, sim: '', typedAddress: null, delivery: null },
};

const parse = (kept: unknown): WizardDraft | undefined => {
  const { success, data } = z.safeParse(wizardDraft, kept);
  return success ? data : undefined;
};

/** One draft at a time, of one person and one company, in memory and where the host lets it be kept. One draft is one order: its key stays. */
export class WizardDrafts {
  #owner: DraftOwner | undefined;
  #storage: Storage | undefined;
  #draft: Draft<WizardDraft> | undefined;

  /** Whether something has been filled in. */
  get begun(): boolean {
    return this.#draft !== undefined;
  }

  get content(): WizardDraft {
    return this.#draft?.content ?? emptyDraft;
  }

  get key(): string | undefined {
    return this.#draft?.key;
  }

  /** Whether what is kept outlasts the page being loaded anew. */
  get lasting(): boolean {
    return this.#storage !== undefined;
  }

  /**
   * Tells whose it is from now on. What somebody else has filled in is let go of, and what the owner has kept is fetched; answers whether
   * there was anything.
   */
  own(person: string, company: string, storage: Storage | undefined): boolean {
    this.#storage = storage;
    if (this.#owner?.person === person && this.#owner.company === company) return false;
    this.#owner = { person, company, form: 'new-subscription' };
    this.#draft = keptDraft(storage, this.#owner, parse);
    return this.begun;
  }

  readonly change = (part: Partial<WizardDraft>): void => {
    const content = { ...this.content, ...part };
    this.#draft = this.#draft ? { ...this.#draft, content } : newDraft(content);
    if (this.#owner) keepDraft(this.#storage, this.#owner, this.#draft);
  };

  /** It has been sent, or thrown away. */
  readonly end = (): void => {
    this.#draft = undefined;
    if (this.#owner) keepDraft(this.#storage, this.#owner, undefined);
  };

  /** Lets go of it without throwing away what is kept. */
  readonly forget = (): void => {
    this.#draft = undefined;
    this.#owner = undefined;
  };
}
