import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { AreaWidget } from '../ui/area-widget.ts';
import { closeDialog, dialog, dialogStyles, focusFirst, showDialogs } from '../ui/dialog.ts';
import { Later } from '../ui/later.ts';
import { link } from '../ui/link.ts';
import { placeBones, placeHead, placeStyles } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { noAccessNotice, problemNotice, show, waiting } from '../ui/show.ts';
import { styles as common } from '../ui/styles.ts';
import { Text } from '../ui/text.ts';
import { Views } from '../ui/views.ts';
import { listProducts } from './api.ts';
import { messages, type MessageKey } from './messages.ts';
import type { ProductPage } from './product.ts';
import type { Behind, Opening } from './room.ts';
import { shelf, shelfBones } from './shelf.ts';
import { styles } from './styles.ts';

type ShelfArgs = readonly [client: Client, company: string];

/** From these measures on there is room for a dialog (D18): the element's width and the window's height in CSS pixels. */
const roomyWidth = 720;
const roomyHeight = 600;

/**
 * Shows what can be ordered beside subscriptions, takes orders for new and existing users, and follows what is on its way.
 *
 * @tagname ss-product-order
 * @slot empty - Said instead of our words when nothing can be ordered.
 * @slot signed-out - Said instead of our words when nobody is signed in.
 * @csspart shelf - All products, by kind.
 * @csspart product - A product on it.
 * @csspart problem - What went wrong, and the way to try again.
 * @csspart no-access - Why the person cannot see this area.
 * @csspart signed-out - What is said when nobody is signed in.
 * @cssprop --ss-color-accent - The colour of what can be pressed or followed.
 * @cssprop --ss-color-surface - The ground of panels, fields and the order form.
 * @cssprop --ss-color-text - The colour of text.
 * @cssprop --ss-font-family - The font; without it, the page's.
 * @cssprop --ss-font-size - The size of body text, from which all other sizes follow.
 * @cssprop --ss-radius - The radius of controls.
 * @fires {SsNavigateEvent} ss-navigate - The person wants to go to another place in the element; cancelable.
 * @fires {SignInEvent} ss-sign-in - Nobody is signed in.
 * @fires {ProblemEvent} ss-problem - Something failed, and the person has been told.
 * @fires {OrderPlacedEvent} ss-order-placed - Something has been ordered, also when the element has left the page meanwhile.
 * @fires {OrderCancelledEvent} ss-order-cancelled - An order has been taken back, likewise.
 */
export class ProductOrderElement extends AreaWidget<MessageKey> {
  static override styles = [common, placeStyles, dialogStyles, styles];

  static override properties: PropertyDeclarations = { roomy: { state: true } };

  /** Whether the form that is open stands above the shelf; decided when it opens. */
  private roomy = false;

  protected override readonly area = 'products';

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #products = new Resource<ShelfArgs, Read<ProductPage>>(this, {
    owner: 2,
    args: () => this.#shelfArgs(),
    load: (args, signal) => listProducts(...args, signal),
    onProblem: this.failed,
  });

  protected override readonly views = new Views(
    this,
    [
      { path: '', render: () => this.#shelf() },
      { path: 'orders', render: () => this.#behind('orders') },
      { path: 'orders/:order', render: () => this.#behind('orders') },
      { path: ':product', render: () => this.#order() },
    ],
    () => this.#nowhere(),
  );

  /** The rooms behind the shelf that have come. */
  readonly #rooms: Partial<Record<'form' | 'orders', Behind>> = {};
  readonly #form = this.#opening('form', () => import('./form.ts'));
  readonly #orders = this.#opening('orders', () => import('./orders.ts'));

  /** What the shelf was asked for: the orders leave it as it is, so that the way back shows it at once. */
  #asked: ShelfArgs | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const route = this.route || '';
    const later = this.#isForm ? this.#form : this.#orders;
    if (route && !later.failed) void later.load();
    if (changed.has('route') && this.#isForm) this.roomy = this.getBoundingClientRect().width >= roomyWidth && innerHeight >= roomyHeight;
  }

  protected override view(): unknown {
    return this.access === 'none'
      ? html`${this.#shelfHead()}${this.noAccess()}`
      : html`${this.views.outlet()}${this.#dialog()}${this.#rooms.form?.above?.()}${this.#rooms.orders?.above?.()}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    showDialogs(this.renderRoot);
  }

  protected override bones(): unknown {
    return this.route && !(this.#isForm && this.roomy) ? placeBones() : shelfBones();
  }

  protected override forget(): void {
    this.#asked = undefined;
    for (const room of Object.values(this.#rooms)) room.forget();
    this.navigate('', true);
  }

  protected override recover(): void {
    this.#products.recover();
    for (const room of Object.values(this.#rooms)) room.recover();
  }

  protected override arrive(from: string | undefined): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    if (this.#isForm && this.roomy) return; // the dialog takes the focus
    // Back on the shelf or in the list, what was opened from there; what is only now being fetched is not there.
    (find(`:is(.product, td) [data-route="${CSS.escape(from ?? '')}"]`) ?? find('h2'))?.focus();
  }

  #shelf(): TemplateResult {
    const { state } = this.#products;
    return html`
      ${this.#shelfHead()}${this.#rooms.form?.onShelf?.()}
      ${show(this, state, {
        waiting: shelfBones,
        value: ({ items }) =>
          items.length
            ? html`<div @pointerover=${this.#form.load} @focusin=${this.#form.load}>${shelf(this, items, this.mayChange)}</div>`
            : html`<slot name="empty"
                ><div class="panel notice">
                  <p><strong>${this.say('product.empty')}</strong></p>
                </div></slot
              >`,
        retry: this.#products.reload,
        forbidden: () => this.noAccess(),
      })}
    `;
  }

  #shelfHead(): TemplateResult {
    const may = this.access !== 'none';
    return html`<div class="head">
      <h2 aria-level=${this.headingLevel} tabindex="-1">${this.say('nav.products')}</h2>
      <p class="dim under">${may ? this.say(this.mayChange ? 'product.choose' : 'product.mayNot') : nothing}</p>
      ${may ? link(this, 'orders', this.say('nav.orders'), 'button lead no-print') : nothing}
    </div>`;
  }

  /** The form stands above the shelf where there is room, and alone where there is not (D18). */
  #order(): unknown {
    if (!this.mayChange) return html`${this.#head(this.say('nav.products'), this.say('product.mayNot'))}`;
    return this.roomy && !this.#form.failed ? this.#shelf() : this.#behind('form');
  }

  /** The form above the shelf: its frame at once, its bones until its code has come (D18). */
  #dialog(): unknown {
    if (!this.#isForm || !this.roomy || !this.mayChange || this.#form.failed) return nothing;
    const room = this.#rooms.form;
    const { name, under } = room?.head() ?? { name: this.say('nav.products'), under: '\u00a0' };
    return dialog({
      title: name,
      level: this.headingLevel + 1,
      id: 'order-title',
      content: html`<p class="dim under-title">${under}</p>
        ${room ? room.render() : waiting(this, false, placeBones)}`,
      actions: room?.actions?.() ?? html`<button type="button" @click=${this.#close}>${this.say('act.close')}</button>`,
      busy: room?.busy?.() ?? false,
      closed: this.#closed,
    });
  }

  readonly #close = (event: Event): void => {
    closeDialog(event);
    this.#closed(); // at once: the dialog tells of it later
  };

  /** The way back to the shelf; what is filled in is kept. Closed by force while it is on its way, it stands there again. */
  readonly #closed = (): void => {
    if (!this.#isForm || !this.roomy) return;
    if (this.#rooms.form?.busy?.()) this.requestUpdate();
    else this.navigate('');
  };

  /** A room behind the shelf: its head at once, its bones until its code has come. */
  #behind(kind: 'form' | 'orders'): unknown {
    const room = this.#rooms[kind];
    const later = kind === 'form' ? this.#form : this.#orders;
    const title = this.say(kind === 'form' ? 'nav.products' : 'nav.orders');
    const { name, under, back } = room?.head() ?? { name: title, under: '\u00a0', back: undefined };
    return html`${this.#head(name, under, back)}
    ${room ? room.render() : later.failed ? problemNotice(this, { kind: 'unreachable' }, () => void later.load()) : waiting(this, false, placeBones)}`;
  }

  #head(name: string, under: unknown, back?: 'orders'): TemplateResult {
    return placeHead(this, { name, under, back, page: this.say(back ? 'nav.orders' : 'nav.products') });
  }

  get #isForm(): boolean {
    return Boolean(this.route) && !/^orders(?:\/|$)/.test(this.route);
  }

  #opening(kind: 'form' | 'orders', fetch: () => Promise<Opening>): Later<Opening> {
    return new Later(this, fetch, async (module) => {
      await this.adopt(module);
      this.#rooms[kind] = module.open(
        this.room({
          asDialog: () => this.roomy,
          close: this.#close,
          products: () => this.#products.state,
          failed: (problem: Problem) => {
            this.failed(problem);
          },
          changed: this.#products.reload,
        }),
      );
      this.requestUpdate();
      await this.updateComplete;
      // What had the focus in its dialog until it came has gone.
      for (const opened of this.renderRoot.querySelectorAll('dialog[open]')) focusFirst(opened);
    });
  }

  #nowhere(): unknown {
    return html`${this.#head(this.say('nav.products'), nothing)}${problemNotice(this, { kind: 'missing' }, undefined)}`;
  }

  protected override noAccess(): TemplateResult {
    return noAccessNotice(this, this.say('nav.products'), this.contact());
  }

  #shelfArgs(): ShelfArgs | undefined {
    const owner = this.sender();
    if (!owner) return undefined;
    return this.route && !this.#isForm ? this.#asked : (this.#asked = owner);
  }
}
