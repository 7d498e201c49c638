/** The order that a form amounts to, and what the backend did not accept of it. */
import type { Address } from '../api/address.ts';
import type { OrderRequest } from '../api/order-request.ts';
import type { RejectedField } from '../api/problem.ts';
import { inSentence, type FormError } from '../ui/field.ts';
import type { ProductDraft } from './form-draft.ts';
import type { FormKey } from './form-messages.ts';
import type { FormStage, Refusal, Unavailable } from './form-stage.ts';
import type { Product } from './product.ts';
import { piecesIn } from './quantity.ts';

type Item = Extract<OrderRequest['items'][number], { kind: 'product' }>;

/** One line without white space around it. */
const tidied = (text: string): string => text.trim().replace(/\s+/g, ' ');
const optional = (text: string): string | null => tidied(text) || null;

/** `undefined` while something is missing. What belongs to another choice is not sent (R20.3). */
export const requestOf = (product: Product, draft: ProductDraft, delivery: Address | undefined): OrderRequest | undefined => {
  const quantity = piecesIn(draft.quantity);
  const user = userIn(draft);
  if (!user || quantity === undefined || (product.isSent && !delivery)) return undefined;
  const { id, price } = product;
  const references = { costCentre: optional(draft.costCentre), reference: optional(draft.reference) };
  return {
    items: [{ kind: 'product', user, product: id, quantity, price: price.amount, ...references }],
    delivery: product.isSent && delivery ? delivery : null,
  };
};

const userIn = ({ userKind, name, email, costCentre, user }: ProductDraft): Item['user'] | undefined =>
  userKind === 'new'
    ? { name: tidied(name), email: email.trim() || null, costCentre: optional(costCentre) }
    : user
      ? { id: user.id }
      : undefined;

const item = '/items/0';

/** Fields of an item and where they stand. */
const places: Readonly<Record<string, readonly [id: string, label: FormKey]>> = {
  '/user/name': ['name', 'user.name'],
  '/user/email': ['email', 'user.email'],
  '/user/costCentre': ['costCentre', 'user.costCentre'],
  '/costCentre': ['costCentre', 'user.costCentre'],
  '/reference': ['reference', 'inv.yourRef'],
};

const unavailable: Readonly<Record<string, Unavailable>> = { soldOut: 'soldOut', withdrawn: 'withdrawn', unknown: 'gone' };

export interface Refused extends Refusal {
  /** Another price holds (T19). */
  readonly price: boolean;
  /** Something that the form has no place for. */
  readonly other: boolean;
}

export const refusedIn = (stage: FormStage, rejected: readonly RejectedField[]): Refused => {
  const at = (pointer: string) => rejected.find((one) => one.pointer === item + pointer);
  const ofProduct = at('/product');
  const address = rejected.filter(({ pointer }) => /^\/delivery\/(?:street|houseNumber|floor|door|place|postcode|town)$/.test(pointer));
  const fields = rejected.flatMap((one) => fieldOf(stage, one) ?? []);
  const stock = Boolean(at('/quantity'));
  const price = Boolean(at('/price'));
  const told = fields.length + address.length + [ofProduct, stock, price].filter(Boolean).length;
  return {
    // A cost centre that is not accepted is so of the user and of the order; it is told once.
    fields: fields.filter(({ id }, index) => fields.findIndex((one) => one.id === id) === index),
    ...{ address, stock, price },
    unavailable: ofProduct && (unavailable[ofProduct.type] ?? 'gone'),
    other: told < rejected.length || rejected.length === 0,
  };
};

const fieldOf = ({ room: { say } }: FormStage, { pointer }: RejectedField): FormError | undefined => {
  if (!pointer.startsWith(item)) return undefined;
  const part = pointer.slice(item.length);
  const [id, label] = part === '/user/id' ? ['user', undefined] : (places[part] ?? []);
  if (id === undefined) return undefined;
  return {
    id,
    // Said each time it is drawn, in the language of that moment.
    get text() {
      return label === undefined ? say('err.userGone') : say('err.look', { field: inSentence(say(label)) });
    },
  };
};
