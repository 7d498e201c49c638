/** What is wrong with what was filled in, when that is told, and what may be sent (R24.2, F19). */
import { isEmail } from '../api/email.ts';
import { mostPieces } from '../api/pieces.ts';
import { focusErrors, inSentence, type FormError } from '../ui/field.ts';
import { Told } from '../ui/told.ts';
import type { ProductDraft } from './form-draft.ts';
import type { FormStage, Refusal, Unavailable } from './form-stage.ts';
import { canOrder } from './product.ts';
import { piecesIn } from './quantity.ts';

export class Checking {
  readonly #stage: FormStage;
  readonly #told = new Told();
  /** Why the backend would not take an order of the product. */
  #refusedProduct: Unavailable | undefined;
  /** Fewer were left than wanted. */
  #stockRefused = false;
  #preparing = false;

  constructor(stage: FormStage) {
    this.#stage = stage;
  }

  /** What is told now; what is no longer wrong goes. */
  get told(): Told {
    this.#told.renew(this.#errors());
    return this.#told;
  }

  /** Why the product cannot be ordered any more, as the shelf says or the backend did. */
  get unavailable(): Unavailable | undefined {
    const { product } = this.#stage;
    if (!product || canOrder(product)) return this.#refusedProduct;
    return product.state === 'soldOut' || product.state === 'withdrawn' ? product.state : 'gone';
  }

  readonly change = (part: Partial<ProductDraft>): void => {
    // What was refused of the one kind of user says nothing of the other.
    this.#told.change([...Object.keys(part), ...(part.userKind === undefined ? [] : ['user', 'name', 'email'])]);
    if (part.quantity !== undefined) this.#stockRefused = false;
  };

  /** A field was left: if there is something in it, what is wrong with that is told. */
  readonly left = (id: keyof ProductDraft): void => {
    const errors = this.#errors();
    if (!this.#stage.content[id] || !errors.some((error) => error.id === id)) return;
    this.#told.leave(id, errors);
    this.#stage.room.element.requestUpdate();
  };

  /** Something was not accepted, and is told at its place. */
  readonly refuse = ({ fields, address, unavailable, stock }: Refusal): void => {
    const { room, delivery } = this.#stage;
    this.#told.refuse(fields);
    this.#refusedProduct = unavailable;
    this.#stockRefused = stock;
    if (address.length) delivery?.reject(address);
    if (unavailable ?? stock) room.changed();
    this.#list(this.#errors());
  };

  /** Gives what is to be sent to `send`, unless something is missing: that is listed, and the focus goes there. */
  readonly submit = async (send: () => void): Promise<void> => {
    const { product, place, room } = this.#stage;
    if (!product || this.#preparing) return;
    this.#preparing = true;
    this.#refusedProduct = undefined;
    if (product.isSent) {
      await this.#stage.loadDelivery();
      await this.#stage.delivery?.check();
    }
    this.#preparing = false;
    if (this.#stage.place !== place) return;
    const errors = this.#errors();
    this.#list(errors);
    // There may be more of it on the shelf again.
    if (this.unavailable || (piecesIn(this.#stage.content.quantity) ?? 0) > (product.most ?? 0)) room.changed();
    if (!errors.length) send();
  };

  /** Another form, or none: nothing is told of it. */
  readonly forget = (): void => {
    this.#told.forget();
    this.#refusedProduct = undefined;
    this.#stockRefused = false;
  };

  #list(errors: readonly FormError[]): void {
    const { element, root } = this.#stage.room;
    this.#told.list(errors);
    element.requestUpdate();
    if (errors.length)
      void element.updateComplete.then(() => {
        if (element.shadowRoot?.activeElement) focusErrors(root.querySelector('.order-form') ?? root, errors);
      });
  }

  #errors(): readonly FormError[] {
    const { product, room, delivery } = this.#stage;
    const { say } = room;
    if (!product) return [];
    const gone = this.unavailable;
    const quantity = gone ? undefined : this.#quantity(product.most ?? 0);
    const refused = this.#told.refusedIn();
    const own: FormError[] = [
      ...(gone ? [{ id: '', text: say(`form.${gone}`, { product: product.name ?? '' }) }] : []),
      ...this.#user(),
      ...(quantity === undefined ? [] : [{ id: 'quantity', text: quantity }]),
      ...(product.isSent ? (delivery?.errors() ?? [{ id: '', text: say('err.unreachable') }]) : []),
    ];
    return [...refused, ...own.filter(({ id }) => !refused.some((one) => one.id === id))];
  }

  #user(): FormError[] {
    const { room, content } = this.#stage;
    const { say } = room;
    const { userKind, name, email, user } = content;
    if (userKind === '') return [{ id: 'userKind', text: say('err.userKind') }];
    if (userKind === 'existing') return user ? [] : [{ id: 'user', text: say('err.userPick') }];
    return [
      ...(name.trim() ? [] : [{ id: 'name', text: say('err.fill', { field: inSentence(say('user.name')) }) }]),
      ...(email.trim() && !isEmail(email.trim()) ? [{ id: 'email', text: say('err.email') }] : []),
    ];
  }

  /** `most` is how many can be had at once. */
  #quantity(most: number): string | undefined {
    const { room, content } = this.#stage;
    const { say } = room;
    if (!content.quantity.trim()) return say('err.fill', { field: inSentence(say('prod.quantity')) });
    const pieces = piecesIn(content.quantity);
    if (pieces === undefined) return say('err.whole');
    if (pieces < 1) return say('err.atLeast');
    if (pieces > mostPieces) return say('err.atMost', { n: mostPieces });
    if (pieces > most) return say('err.stock', { n: most });
    return this.#stockRefused ? say('err.stockGone') : undefined;
  }
}
