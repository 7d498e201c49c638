/** What the form gives to its parts. */
import type { RejectedField } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { FormError } from '../ui/field.ts';
import type { Text, Values } from '../ui/text.ts';
import type { Delivery } from './form-delivery.ts';
import type { ProductDraft } from './form-draft.ts';
import type { FormKey } from './form-messages.ts';
import type { MessageKey } from './messages.ts';
import type { Product } from './product.ts';
import type { ProductRoom } from './room.ts';

export type FormText = Text<MessageKey | FormKey>;

export interface FormRoom extends ProductRoom {
  readonly text: FormText;
  readonly say: (key: MessageKey | FormKey, values?: Values) => string;
}

/** Why a product is not to be had, as the backend says when it is ordered. */
export type Unavailable = 'soldOut' | 'withdrawn' | 'gone';

/** What the backend did not accept, as far as the form has a place for it. */
export interface Refusal {
  readonly fields: readonly FormError[];
  readonly address: readonly RejectedField[];
  readonly unavailable: Unavailable | undefined;
  /** Fewer are left than wanted. */
  readonly stock: boolean;
}

export interface FormStage {
  readonly room: FormRoom;
  /** The id of the product whose form is in sight; `undefined` elsewhere. */
  readonly place: string | undefined;
  /** The product as it was read last. */
  readonly product: Read<Product> | undefined;
  readonly content: ProductDraft;
  /** The key of a product's draft, and so of its order; there is one once something has been filled in. */
  readonly keyOf: (product: string) => string | undefined;
  /** Where it is to be sent; it comes with the form of what is sent. */
  readonly delivery: Delivery | undefined;
  /** Fetches that; resolves when it is there, or cannot be had. */
  readonly loadDelivery: () => Promise<void>;
  /** What is wrong with a field, once it is to be told. */
  readonly errorOf: (id: string) => string | undefined;
  readonly change: (part: Partial<ProductDraft>) => void;
  /** A field was left: if there is something in it, what is wrong with that is told. */
  readonly left: (id: keyof ProductDraft) => void;
  /** Sends, unless something is missing: that is told instead. */
  readonly submit: () => void;
  /** The draft of a product has become an order. */
  readonly sent: (product: string) => void;
}
