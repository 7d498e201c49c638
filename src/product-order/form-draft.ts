/** What has been filled in for an order of a product: as it was typed; what is empty has not been chosen. */
import * as z from 'zod/mini';
import { keepDraft, keptDraft, newDraft, type Draft, type DraftOwner } from '../ui/drafts.ts';

const text = z.string();

const productDraft = z.object({
  userKind: z.enum(['', 'new', 'existing']),
  name: text,
  email: text,
  /** An existing user, with what tells namesakes apart. */
  user: z.nullable(z.object({ id: text, name: text, detail: text })),
  quantity: text,
  costCentre: text,
  /** The cost centre of the user who is chosen, as it was put into the field. */
  usersCostCentre: text,
  reference: text,
  /** What is typed in place of the company's main address. */
  typedAddress: z.nullable(z.object({ street: text, houseNumber: text, floor: text, door: text, place: text, postcode: text })),
  /** What one costs, øre: as it was shown when the form was begun, or approved last (T19). Null while nothing is filled in. */
  price: z.nullable(z.number()),
});
export type ProductDraft = z.output<typeof productDraft>;

export const emptyDraft: ProductDraft = {
  ...{ userKind: '', name: '', email: '', user: null, quantity: '1', costCentre: '', usersCostCentre: '', reference: '' },
  ...{ typedAddress: null, price: null },
};

const parse = (kept: unknown): ProductDraft | undefined => {
  const { success, data } = z.safeParse(productDraft, kept);
  return success ? data : undefined;
};

/** The name under which the draft of a product is kept. */
export const formOf = (product: string): string => `product-order/${product}`;

/**
 * One draft of each product, of one person and one company, in memory and where the host lets them be kept (R19.2). One draft is one order:
 * its key stays.
 */
export class ProductDrafts {
  #owner: Omit<DraftOwner, 'form'> | undefined;
  #storage: Storage | undefined;
  readonly #drafts = new Map<string, Draft<ProductDraft> | undefined>();

  /** Whether something has been filled in for any product. */
  get begun(): boolean {
    return [...this.#drafts.values()].some(Boolean);
  }

  /** Whether what is kept outlasts the page being loaded anew. */
  get lasting(): boolean {
    return this.#storage !== undefined;
  }

  /** Tells whose they are from now on. What somebody else has filled in is let go of. */
  own(person: string, company: string, storage: Storage | undefined): void {
    this.#storage = storage;
    if (this.#owner?.person === person && this.#owner.company === company) return;
    this.forget();
    this.#owner = { person, company };
  }

  /** Of a product; one that was kept is fetched when it is asked for first. */
  readonly of = (product: string): Draft<ProductDraft> | undefined => {
    if (!this.#drafts.has(product) && this.#owner)
      this.#drafts.set(product, keptDraft(this.#storage, { ...this.#owner, form: formOf(product) }, parse));
    return this.#drafts.get(product);
  };

  readonly change = (product: string, part: Partial<ProductDraft>): void => {
    const before = this.of(product);
    const content = { ...(before?.content ?? emptyDraft), ...part };
    this.#set(product, before ? { ...before, content } : newDraft(content));
  };

  /** It has been sent. */
  readonly end = (product: string): void => {
    this.#set(product, undefined);
  };

  /** Lets go of all without throwing away what is kept. */
  readonly forget = (): void => {
    this.#drafts.clear();
    this.#owner = undefined;
  };

  #set(product: string, draft: Draft<ProductDraft> | undefined): void {
    this.#drafts.set(product, draft);
    if (this.#owner) keepDraft(this.#storage, { ...this.#owner, form: formOf(product) }, draft);
  }
}
