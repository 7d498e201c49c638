/** The shelf: what can be ordered, grouped by kind, each with what it is, what it costs, and the way to order it (R18). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatMoney } from '../ui/format.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { ShowHost } from '../ui/show.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import { picture } from './pictures.ts';
import { canOrder, type Product } from './product.ts';

export interface ShelfHost extends ShowHost, LinkHost {
  readonly text: Text<MessageKey>;
  readonly headingLevel: number;
}

type Kind = Exclude<Product['kind'], 'esim'>;
interface Group {
  readonly kind: Kind;
  readonly products: Read<Product>[];
}

/** An eSIM stands with the SIM cards; what kind something is of may not be known (F09). */
const kindOf = ({ kind = 'other' }: Read<Product>): Kind => (kind === 'esim' ? 'sim' : kind);

/** Kinds stand in the order in which their first products come. */
const groupsOf = (products: readonly Read<Product>[]): Group[] => {
  const groups: Group[] = [];
  for (const product of products) {
    const kind = kindOf(product);
    const group = groups.find((one) => one.kind === kind);
    if (group) group.products.push(product);
    else groups.push({ kind, products: [product] });
  }
  return groups;
};

const width = (count: number): string => (count === 1 ? '' : count === 2 ? 'two' : 'more');

export const shelf = (host: ShelfHost, products: readonly Read<Product>[], mayOrder: boolean): TemplateResult =>
  html`<div class="shelf" part="shelf">
    ${groupsOf(products).map(
      ({ kind, products: ofKind }) =>
        html`<section class="kind ${width(ofKind.length)}" aria-labelledby="kind-${kind}">
          <h3 id="kind-${kind}" aria-level=${host.headingLevel + 1}>${host.text.say(`kind.${kind}`)}</h3>
          ${ofKind.map((product) => card(host, product, mayOrder))}
        </section>`,
    )}
  </div>`;

const card = (host: ShelfHost, product: Read<Product>, mayOrder: boolean): TemplateResult => {
  const { text, headingLevel, language } = host;
  const { id, kind, name = text.say('state.unknown'), description, price } = product;
  const open = canOrder(product);
  return html`<article class="panel product ${open && mayOrder ? 'open' : ''}" part="product" aria-labelledby="product-${id}">
    ${picture(kind)}
    <div class="about">
      <h4 id="product-${id}" aria-level=${headingLevel + 2}>${name}</h4>
      <p class="dim">${description?.[language] ?? nothing}</p>
    </div>
    <div class="buy">
      <div class="price">
        ${stateTag(text, product)}
        <p>
          ${
            price?.amount === undefined
              ? text.say('product.noPrice')
              : html`<strong>${formatMoney(language, price.amount)}</strong> <span class="dim small">${text.say('product.exVat')}</span>`
          }
        </p>
      </div>
      ${open ? (mayOrder ? way(host, id, name) : nothing) : html`<p class="dim small why">${reason(text, product)}</p>`}
    </div>
  </article>`;
};

/** »Bestil«, and for those who hear it alone, what. */
const way = (host: ShelfHost, id: string, name: string): TemplateResult => {
  const [before, after] = host.text.say('prod.order', { product: '\0' }).split('\0');
  const words = html`${before}<span class="visually-hidden">${name}</span>${after}`;
  return link(host, encodeURIComponent(id), words, 'button order no-print');
};

/** Whether it can be ordered now, in a word, a colour and a shape (R18.3). */
export const stateTag = ({ say }: Text<MessageKey>, product: Read<Product>): TemplateResult => {
  const [kind, words] = canOrder(product)
    ? (['good', product.isSent ? 'product.inStock' : 'product.ready'] as const)
    : ([product.state === 'withdrawn' ? 'stopped' : 'ending', 'prod.soldOut'] as const);
  return html`<p><span class="tag ${kind}">${say(words)}</span></p>`;
};

/** Why it cannot be ordered (R18.3). */
export const reason = ({ say }: Text<MessageKey>, { state }: Read<Product>): string =>
  say(state === 'soldOut' || state === 'withdrawn' ? `product.${state}` : 'product.unclear');

/** As many cards as there may be. */
export const shelfBones = (): TemplateResult =>
  html`<div class="shelf bones">
    ${['two', '', 'two', ''].map(
      (span) =>
        html`<div class="kind ${span}">
          <h3><span class="bone short"></span></h3>
          ${Array.from(
            { length: span ? 2 : 1 },
            () =>
              html`<div class="panel product">
                <div class="picture bone"></div>
                <div class="about"><span class="bone"></span></div>
                <div class="buy"><span class="bone short"></span></div>
              </div>`,
          )}
        </div>`,
    )}
  </div>`;
