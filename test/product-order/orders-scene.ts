/** Orders of products in small companies: placed as a colleague would, opened in the element, and bent on their way. */
import { html } from 'lit';
import type { Order, OrderPage, Parcel } from '../../src/api/order.ts';
import type { ProductOrderElement } from '../../src/product-order/product-order-element.ts';
import type { ProductKind, ProductPage } from '../../src/product-order/product.ts';
import '../../src/product-order/ss-product-order.ts';
import type { CompanyDetails } from '../../src/session/company.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import { at, type Fault } from '../faults.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { rewritten } from '../subscriptions/open.ts';
import { ask, person } from '../subscriptions/profiles.ts';
import { all, plain, textOf } from '../subscriptions/screen.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
}

/** Those of the tests of orders are the companies 193–199 in the list. */
export const companyAt = async (index: number): Promise<Company> => {
  const { items } = await ask<{ items: Company[] }>(`companies?offset=${String(index)}&limit=1`);
  const [company] = items;
  if (!company) throw new Error(`There is no company ${String(index)}.`);
  return company;
};

export interface Wish {
  readonly kind?: ProductKind;
  readonly quantity?: number;
  readonly reference?: string | null;
  readonly costCentre?: string | null;
}

/** Orders something for the first user of the company, to its main address. */
export const order = async (
  { id }: Company,
  { kind = 'dongle', quantity = 1, reference = null, costCentre = null }: Wish = {},
): Promise<Order> => {
  const [{ items: products }, { mainAddress }, { items: users }] = await Promise.all([
    ask<ProductPage>(`companies/${id}/products`),
    ask<CompanyDetails>(`companies/${id}`),
    ask<UserPage>(`companies/${id}/users/search`, {
      method: 'POST',
      body: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 9 },
    }),
  ]);
  const product = products.find((found) => found.kind === kind && found.state === 'available');
  const user = users.find((row) => row.user)?.user;
  if (!product || !user) throw new Error('There is nothing to order, or nobody to order it for.');
  const item = {
    kind: 'product',
    user: { id: user.id },
    product: product.id,
    quantity,
    price: product.price.amount,
    costCentre,
    reference,
  };
  return ask(`companies/${id}/orders`, { method: 'POST', body: { items: [item], delivery: product.isSent ? mainAddress : null } });
};

export const orderOf = ({ id }: Company, placed: Order): Promise<Order> => ask(`companies/${id}/orders/${placed.id}`);

export interface Opened {
  readonly element: ProductOrderElement;
  readonly connection: PageConnection;
}

export const openAt = async (
  company: Company,
  route: string,
  options: Partial<ConnectOptions> = {},
  as: Person = person,
): Promise<Opened> => {
  const connection = signIn(as, { company: company.id, ...options });
  const href = (place: string) => `/produkter/${place}`;
  const element = await fixture<ProductOrderElement>(html`<ss-product-order route=${route} .href=${href}></ss-product-order>`);
  return { element, connection };
};

/** The list, with its rows. */
export const openList = async (...[company, options]: readonly [Company, Partial<ConnectOptions>?]): Promise<ProductOrderElement> => {
  const { element } = await openAt(company, 'orders', options);
  await rowsOf(element);
  return element;
};

export const rowsOf = (element: Element): Promise<HTMLElement[]> =>
  until(
    () => {
      const rows = all(element, '.orders[aria-busy=false] tbody tr');
      return rows.length > 0 ? rows : undefined;
    },
    `rows; it reads: ${textOf(element)}`,
  );

/** One order, as soon as it stands there. */
export const openOrder = async (
  company: Company,
  placed: Order,
  options: Partial<ConnectOptions> = {},
  as?: Person,
): Promise<ProductOrderElement> => {
  const { element } = await openAt(company, `orders/${placed.id}`, options, as);
  await stands(element);
  return element;
};

export const stands = (element: Element): Promise<number> =>
  until(() => all(element, '.one-order').length, `the order; it reads: ${textOf(element)}`);

/** The order as it is answered, changed; the list stays as it is. */
export const changed = (change: (order: Order) => unknown): Fault => at('/orders/', rewritten(change));

/** The list as it is answered, changed. */
export const changedList = (change: (page: OrderPage) => unknown): Fault => at('/orders?', rewritten(change));

/** The state that the item of an order has with a parcel that has come so far. */
export const under = (placed: Order, parcel: Partial<Parcel> | null, more: object = {}): Order => {
  const [item] = placed.items;
  if (!item?.product) throw new Error('It is no order of a product.');
  const before = item.product.parcel;
  const product = { ...item.product, parcel: parcel && before && { ...before, ...parcel } };
  return { ...placed, ...more, items: [{ ...item, product, ...more }] };
};

const days = { received: '2026-11-22', packed: '2026-11-23', sent: '2026-11-24', delivered: '2026-11-25' } as const;

/** The steps up to one, each with its day. */
export const stepsTo = (last: keyof typeof days): Parcel['steps'] => {
  const states = Object.keys(days) as (keyof typeof days)[];
  return states.slice(0, states.indexOf(last) + 1).map((state) => ({ state, day: days[state] }));
};

/** The steps on screen, each as a sentence; the present one with a mark in front. */
export const steps = (element: Element): string[] =>
  all(element, '.parcel li').map((step) => (step.ariaCurrent === 'step' ? '* ' : '') + plain(step.innerText));
