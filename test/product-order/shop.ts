/** Orders products as a person does; of the small companies, each file with one of its own. */
import { html, type TemplateResult } from 'lit';
import type { Order, OrderPage } from '../../src/api/order.ts';
import type { ProductDraft } from '../../src/product-order/form-draft.ts';
import { emptyDraft, formOf } from '../../src/product-order/form-draft.ts';
import type { ProductOrderElement } from '../../src/product-order/product-order-element.ts';
import '../../src/product-order/ss-product-order.ts';
import type { Product, ProductPage } from '../../src/product-order/product.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { keepDraft, newDraft } from '../../src/ui/drafts.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { ask, person } from '../subscriptions/profiles.ts';
import { all, control, one, plain, reads, textOf, type } from '../subscriptions/screen.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
}

let companies: Promise<readonly Company[]> | undefined;

/** Those of the form's tests are the companies 185–192 in the list. */
export const companyAt = async (index: number): Promise<Company> => {
  companies ??= ask<{ items: Company[] }>('companies?offset=185&limit=8').then(({ items }) => items);
  const company = (await companies)[index - 185];
  if (!company) throw new Error(`There is no company ${String(index)}.`);
  return company;
};

export const productsOf = async ({ id }: Company): Promise<readonly Product[]> =>
  (await ask<ProductPage>(`companies/${id}/products`)).items;

/** A product by its name. */
export const productCalled = async (company: Company, name: string): Promise<Product> => {
  const found = (await productsOf(company)).find((product) => product.name === name);
  if (!found) throw new Error(`There is no product ${name}.`);
  return found;
};

export const ordersOf = async ({ id }: Company): Promise<readonly Order[]> =>
  (await ask<OrderPage>(`companies/${id}/orders?area=products&limit=100`)).items;

export interface Shop {
  readonly element: ProductOrderElement;
  readonly connection: PageConnection;
}

const atPlace = (route: string): TemplateResult => html`<ss-product-order route=${route}></ss-product-order>`;

/** The element, signed in, as soon as it stands on the page. */
export const place = async (who: Person, options: Partial<ConnectOptions> = {}, template: TemplateResult = atPlace('')): Promise<Shop> => {
  const connection = signIn(who, options);
  return { connection, element: await fixture<ProductOrderElement>(template) };
};

/** The shelf with its products. */
export const openShelf = async (...how: Parameters<typeof place>): Promise<ProductOrderElement> => {
  const { element } = await place(...how);
  await until(() => all(element, 'article.product').length, `products; it reads: ${textOf(element)}`);
  return element;
};

/** The form of a product, opened by its address. */
export const openForm = async (company: Company, name: string, options: Partial<ConnectOptions> = {}): Promise<Shop> => {
  const { id } = await productCalled(company, name);
  const shop = await place(person, { company: company.id, ...options }, atPlace(id));
  await formOpen(shop.element);
  return shop;
};

/** Waits until the form stands with everything it asks. */
export const formOpen = (element: Element): Promise<boolean> =>
  until(
    () => all(element, '.order-form').length > 0 && !all(element, '.order-form .bone').length,
    `the form; it reads: ${textOf(element)}`,
  );

/** Waits until the main address is known. */
export const addressKnown = (element: Element): Promise<boolean> =>
  until(() => all(element, '.order-form address, #delivery-street').length > 0, `the address; it reads: ${textOf(element)}`);

/** Chooses a card by what stands on it first. */
export const pick = (element: Element, words: string): void => {
  const card = all(element, 'label.choice').find((found) => plain(found.innerText).startsWith(words));
  if (!card) throw new Error(`There is no card "${words}" in: ${textOf(element)}`);
  card.querySelector('input')?.click();
};

export const field = (element: Element, id: string): HTMLInputElement => one<HTMLInputElement>(element, `#${id}`);

export const fill = async (element: ProductOrderElement, id: string, words: string): Promise<void> => {
  await until(() => all(element, `#${id}`).length, `the field ${id}`);
  type(field(element, id), words);
  await element.updateComplete;
};

/** Looks somebody up by what is typed and takes the one of this name. */
export const lookUp = async (element: ProductOrderElement, typed: string, name: string): Promise<void> => {
  pick(element, 'En eksisterende bruger');
  await fill(element, 'user', typed);
  const option = await until(
    () => all(element, '[role=option]').find((found) => found.checkVisibility() && plain(found.innerText).startsWith(name)),
    `the suggestion ${name}; it reads: ${textOf(element)}`,
  );
  option.click();
  await element.updateComplete;
};

export const newUser = async (element: ProductOrderElement, name: string): Promise<void> => {
  pick(element, 'En ny bruger');
  await fill(element, 'name', name);
};

export const send = (element: Element): void => {
  control(element, 'Godkend og send').click();
};

export const receipt = (element: Element, milliseconds?: number): Promise<boolean> => reads(element, 'Ordrenummer', milliseconds);

/** The errors in the list, in its order. */
export const listedErrors = (element: Element): string[] => all(element, '.summary li').map(({ innerText }) => plain(innerText));

/** The errors at the fields. */
export const fieldErrors = (element: Element): string[] =>
  all(element, '.error').flatMap((error) => (error.checkVisibility() ? [plain(error.innerText)] : []));

/** What stands at the lower edge: what it costs and where it goes. */
export const foot = (element: Element): string => plain(one(element, '.sum').innerText);

/** A whole draft: all that is left is to send it. */
export const wholeDraft = (product: Product, part: Partial<ProductDraft> = {}): ProductDraft => ({
  ...emptyDraft,
  ...{ userKind: 'new', name: 'Bent Begyndt', price: product.price.amount },
  ...part,
});

/** Keeps a draft as the element would; gives its key. */
export const keep = async (kept: Storage, company: Company, product: Product, draft: ProductDraft, key?: string): Promise<string> => {
  const { person: me } = await ask<{ person: { id: string } }>('session');
  const made = key === undefined ? newDraft(draft) : { content: draft, key };
  keepDraft(kept, { person: me.id, company: company.id, form: formOf(product.id) }, made);
  return made.key;
};
