/** The order form of a product, in a dialog where there is room and alone where there is not (R19–R24, D18). It comes when it is opened. */
import { html, nothing, type ReactiveController } from 'lit';
import type { Read } from '../api/read.ts';
import { showDialogs } from '../ui/dialog.ts';
import { watchDrafts } from '../ui/drafts.ts';
import { formatMoney } from '../ui/format.ts';
import { Guard } from '../ui/guard.ts';
import { Later } from '../ui/later.ts';
import { placeBones } from '../ui/place-head.ts';
import { problemNotice, show } from '../ui/show.ts';
import type * as DeliveryCode from './form-delivery.ts';
import { emptyDraft, ProductDrafts, type ProductDraft } from './form-draft.ts';
import { messages as formMessages } from './form-messages.ts';
import type { FormRoom, FormStage } from './form-stage.ts';
import { UserQuestion } from './form-user.ts';
import { formView, viewStyles } from './form-view.ts';
import type * as PlacingCode from './placing.ts';
import { canOrder, type Product } from './product.ts';
import type { Behind, ProductRoom } from './room.ts';
import { reason, stateTag } from './shelf.ts';

export const messages = formMessages;
export const styles = viewStyles;

export const open = (room: ProductRoom): Behind => new ProductForm(room as FormRoom); // its words have been learnt when this is made

class ProductForm implements Behind, FormStage, ReactiveController {
  readonly room: FormRoom;
  readonly #drafts = new ProductDrafts();
  readonly #user: UserQuestion;
  /** Where it goes, which is asked of what is sent. */
  readonly #deliveryCode: Later<typeof DeliveryCode>;
  #delivery: DeliveryCode.Delivery | undefined;
  /** Sending, and what becomes of it. */
  readonly #placingCode: Later<typeof PlacingCode>;
  #placing: PlacingCode.Placing | undefined;
  readonly #guard = new Guard(() => this.#mayLeave());
  #gone = new AbortController();
  #tell: ((key: string) => void) | undefined;
  /** Keys of drafts of which it has been asked whether they were sent. */
  readonly #asked = new Set<string>();
  #place: string | undefined;
  /** The product in sight as it was last on the shelf. */
  #known: Read<Product> | undefined;

  constructor(room: FormRoom) {
    this.room = room;
    const { element, adopt } = room;
    this.#user = new UserQuestion(this);
    const deliver = async (module: typeof DeliveryCode) => {
      await adopt(module);
      this.#delivery = new module.Delivery({
        room,
        needed: () => this.product?.isSent === true,
        changed: (typedAddress) => {
          this.change({ typedAddress });
        },
      });
      this.#delivery.restore(this.content.typedAddress);
    };
    this.#deliveryCode = new Later(element, () => import('./form-delivery.ts'), deliver);
    const begin = async (module: typeof PlacingCode) => {
      await adopt(module);
      this.#placing = new module.Placing(this);
    };
    this.#placingCode = new Later(element, () => import('./placing.ts'), begin);
    element.addController(this);
  }

  readonly head = () => {
    const { say, language } = this.room;
    const { name, price } = this.product ?? {};
    if (this.#placing?.receipt()) return { name: say('step.orderThanks'), under: this.room.company };
    return {
      name: name === undefined ? say('nav.products') : say('prod.order', { product: name }),
      under: price?.amount === undefined ? '\u00a0' : `${formatMoney(language, price.amount)} ${say('product.exVat')}`,
    };
  };

  readonly render = (): unknown => {
    const { room, product, draft } = this;
    const done = this.#placing?.receipt();
    if (done)
      return room.asDialog()
        ? done
        : html`${done}
            <p class="actions no-print ways">${this.#placing?.ways()}</p>`;
    if (!product)
      return show(room, room.products(), {
        waiting: placeBones,
        forbidden: room.noAccess,
        retry: room.changed,
        value: () => problemNotice(room, { kind: 'missing' }, undefined),
      });
    return canOrder(product) || draft
      ? this.#form()
      : html`${stateTag(room.text, product)}
          <p>${reason(room.text, product)}</p>`;
  };

  /** The form has its own way out beside what sends. */
  readonly actions = (): unknown => {
    if (this.#placing?.receipt()) return this.#placing.ways();
    return this.product && (canOrder(this.product) || this.draft) ? nothing : undefined;
  };

  readonly busy = (): boolean => this.#placing?.busy ?? false;

  readonly above = (): unknown => this.#placing?.leaving.render() ?? nothing;

  readonly onShelf = (): unknown => (this.room.mayChange && this.#place === undefined ? this.#placing?.strip() : nothing);

  readonly forget = (): void => {
    this.#drafts.forget();
    this.#placing?.forget();
    this.#placing?.leaving.answer(true);
    this.#enter(undefined);
  };

  readonly recover = (): void => {
    this.#user.recover();
    this.#delivery?.recover();
    this.#placing?.recover();
    this.#findOut();
  };

  get place(): string | undefined {
    return this.#place;
  }

  get product(): Read<Product> | undefined {
    const state = this.room.products();
    const found = state.status === 'ready' ? state.value.items.find(({ id }) => id === this.#place) : undefined;
    if (found) this.#known = found;
    return this.#known;
  }

  get draft(): { readonly content: ProductDraft; readonly key: string } | undefined {
    return this.#place === undefined ? undefined : this.#drafts.of(this.#place);
  }

  get content(): ProductDraft {
    return this.draft?.content ?? emptyDraft;
  }

  get delivery(): DeliveryCode.Delivery | undefined {
    return this.#delivery;
  }

  readonly loadDelivery = (): Promise<void> => this.#deliveryCode.load();

  readonly keyOf = (product: string): string | undefined => this.#drafts.of(product)?.key;

  readonly errorOf = (id: string): string | undefined => this.#placing?.checking.told.textOf(id);

  readonly change = (part: Partial<ProductDraft>): void => {
    if (this.#place === undefined || this.#isLocked) return; // what is being sent stays as it is
    const price = this.content.price ?? this.product?.price?.amount ?? null;
    this.#drafts.change(this.#place, { price, ...part });
    this.#asked.add(this.keyOf(this.#place) ?? '');
    this.#placing?.checking.change(part);
    this.#placing?.renew();
    void this.#placingCode.load();
    this.room.element.requestUpdate();
  };

  readonly left = (id: keyof ProductDraft): void => {
    this.#placing?.checking.left(id);
  };

  readonly sent = (product: string): void => {
    const { room } = this;
    const key = this.keyOf(product);
    const inside = Boolean(room.element.shadowRoot?.activeElement);
    this.#drafts.end(product);
    if (key !== undefined) this.#tell?.(key);
    if (product === this.#place) this.#clear();
    room.changed();
    room.element.requestUpdate();
    if (inside && product === this.#place)
      void room.element.updateComplete.then(() => {
        room.root.querySelector<HTMLElement>(room.asDialog() ? '.receipt' : 'h2')?.focus();
      });
  };

  readonly submit = (): void => {
    void this.#placingCode.load().then(() => {
      this.#placing?.submit();
    });
  };

  hostConnected(): void {
    this.#gone = new AbortController();
    this.#tell = watchDrafts(this.#gone.signal, (key) => {
      this.#asked.delete(key);
      this.#findOut();
    });
  }

  hostDisconnected(): void {
    this.#gone.abort();
    this.#guard.at(undefined);
    this.#placing?.leaving.answer(true);
  }

  hostUpdate(): void {
    const { connection, person, sender, param, mayChange } = this.room;
    this.#guard.at(connection);
    const company = sender()?.[1];
    // What is covered can ask nothing.
    if (company === undefined) this.#placing?.leaving.answer(false);
    if (person === undefined || company === undefined) return;
    this.#drafts.own(person, company, connection?.drafts);
    const place = mayChange ? param('product') : undefined;
    if (place !== this.#place) this.#enter(place);
  }

  hostUpdated(): void {
    showDialogs(this.room.root);
    const { open } = this.#placing ?? {};
    // One order at a time: another form waits until it is known what became of it.
    if (open !== undefined && this.#place !== undefined && open !== this.#place)
      void this.room.element.updateComplete.then(() => {
        this.room.navigate(encodeURIComponent(open), true);
      });
  }

  get #isLocked(): boolean {
    return this.#placing?.open !== undefined;
  }

  #enter(place: string | undefined): void {
    this.#place = place;
    this.#known = undefined;
    this.#placing?.leave();
    this.#clear();
    this.#findOut();
  }

  /** Nothing of what was filled in is left but what the draft holds. */
  #clear(): void {
    this.#placing?.checking.forget();
    this.#user.forget();
    this.#delivery?.restore(this.content.typedAddress);
  }

  /** Whether the draft has become an order: a message or a kept key alone decides nothing (F06, F21, T17). */
  #findOut(): void {
    const { draft } = this;
    const place = this.#place;
    if (!draft || place === undefined || this.#isLocked || this.#asked.has(draft.key)) return;
    this.#asked.add(draft.key);
    void this.#placingCode.load().then(async () => {
      // Not found out: it is asked again when what failed may work again.
      if (!(await this.#placing?.find(place, draft.key))) this.#asked.delete(draft.key);
    });
  }

  #form(): unknown {
    const { room, product } = this;
    const placing = this.#placing;
    const most = product?.most ?? 0;
    return formView(this, {
      told: placing?.checking.told,
      locked: this.#isLocked,
      user: this.#user.render(),
      news: placing?.news(),
      delivery: product?.isSent === false ? undefined : this.#where(),
      most,
      notice: placing?.notice() ?? (this.#placingCode.failed ? problemNotice(room, { kind: 'unreachable' }, this.submit) : nothing),
      actions: html`${
        room.asDialog()
          ? html`<button type="button" @click=${room.close}>${room.say(this.#isLocked ? 'act.close' : 'act.cancel')}</button>`
          : nothing
      }
      ${placing?.action() ?? html`<button class="primary">${room.say('act.approveSend')}</button>`}`,
      submit: this.submit,
    });
  }

  #where(): unknown {
    const { room } = this;
    if (this.#delivery) return this.#delivery.render();
    if (!this.#deliveryCode.failed) void this.#deliveryCode.load();
    return this.#deliveryCode.failed
      ? problemNotice(room, { kind: 'unreachable' }, () => void this.#deliveryCode.load())
      : html`<span class="bone"></span>`;
  }

  /** Where the host keeps what was filled in, nothing is lost. */
  async #mayLeave(): Promise<boolean> {
    if (!this.#isLocked && (!this.#drafts.begun || this.#drafts.lasting)) return true;
    await this.#placingCode.load();
    return this.#placing?.leaving.ask() ?? false;
  }
}
