import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Order, OrderPage, Parcel } from '../src/api/order.ts';
import '../src/product-order/ss-product-order.ts';
import type { ProductKind, ProductPage } from '../src/product-order/product.ts';
import type { SessionAnswer } from '../src/session/session.ts';
import type { UserPage } from '../src/subscriptions/user-row.ts';
import { answers, at, network, silent, type Fault } from '../test/faults.ts';
import { bent, lostAndSilent, refuses, sending } from './faults.ts';
import { find, press, pressOn, reads } from './hands.ts';
import type { Scene } from './prepared.ts';
import { problem, withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** »Bestillinger«: what has been ordered, and how far it has come. What is done here is not carried through: the next story finds all as it was. */
const meta: Meta = {
  title: 'ss-product-order/orders',
  component: 'ss-product-order',
  tags: ['!autodocs'], // dialogs open in stories of their own only
  parameters: { controls: { disable: true } },
  render: (_args, { loaded }) => html`<ss-product-order route=${ifDefined((loaded as Loaded).route)}></ss-product-order>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

/** Orders once on each page, however often the story is visited; gives the place of the order. */
const ordered =
  (kind: ProductKind, quantity: number, inList = false) =>
  async ({ ask, company }: Scene): Promise<Loaded> => {
    const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 5 };
    const { items: users } = (await ask(`${company}/users/search`, { method: 'POST', body: question })).body as UserPage;
    const { items: products } = (await ask(`${company}/products`)).body as ProductPage;
    const { mainAddress } = (await ask(company)).body as { mainAddress: Order['delivery'] };
    const user = users.find((row) => row.user)?.user;
    const product = products.find((one) => one.kind === kind && one.state === 'available');
    if (!user || !product) throw new Error('There is nothing to order, or nobody to order it for.');
    const what = { user: { id: user.id }, product: product.id, quantity, price: product.price.amount };
    const body = {
      items: [{ kind: 'product', ...what, costCentre: 'Salg', reference: 'Rekvisition 4711' }],
      delivery: product.isSent ? mainAddress : null,
    };
    const headers = { 'idempotency-key': `story-product-${kind}-${String(quantity)}` };
    const order = (await ask(`${company}/orders`, { method: 'POST', body, headers })).body as Order;
    return { route: inList ? 'orders' : `orders/${order.id}` };
  };

const house = (options: SandboxOptions) => withSandbox({ person: 'story', company: 'house', ...options });
const one = (options: SandboxOptions = {}) => house({ prepare: ordered('dongle', 2), ...options });

const days: Readonly<Record<Parcel['state'], string>> = {
  received: '2026-11-20',
  packed: '2026-11-23',
  sent: '2026-11-24',
  delivered: '2026-11-25',
};

/** The order as it is with its parcel so far on its way. */
const come = (order: Order, state: Parcel['state'], more: Partial<Parcel> = {}): Order => {
  const states = Object.keys(days) as Parcel['state'][];
  const steps = states.slice(0, states.indexOf(state) + 1).map((step) => ({ state: step, day: days[step] }));
  const gone = state === 'sent' || state === 'delivered';
  const parcel = { state, steps, tracking: gone ? 'EP-4711-0815-2342' : null, trackingUrl: null, expected: null, ...more };
  const reached = state === 'received' ? 'acknowledged' : state === 'delivered' ? 'completed' : 'inProgress';
  return {
    ...{ ...order, state: reached, canCancel: state === 'received' },
    items: order.items.map((item) => ({ ...item, state: reached, product: item.product && { ...item.product, parcel } })),
  };
};

/** Stops the way of an order; it is not followed either. */
const stopped = (state: 'cancelled' | 'failed') => (order: Order) => ({
  ...{ ...order, state, canCancel: false },
  items: order.items.map((item) => ({ ...item, state })),
});

const shown = (change: (order: Order) => unknown, options: SandboxOptions = {}) =>
  one({ fault: at('/orders/', bent(change)), stands: '.one-order', ...options });

/** One order in each of its states, and with long names. */
const many = (page: OrderPage): OrderPage => {
  const [first] = page.items;
  if (!first) return page;
  const [item] = first.items;
  const long = 'Udendørsantenne til router med fem meter kabel og beslag til mur og mast';
  const orders = [
    first,
    come(first, 'packed'),
    come(first, 'sent'),
    come(first, 'delivered'),
    stopped('cancelled')(first),
    stopped('failed')(first),
    { ...first, items: item ? [{ ...item, product: item.product && { ...item.product, name: long, quantity: 99 } }] : [] },
  ];
  return { items: orders.map((order, index) => ({ ...order, id: String(index), number: String(1000107 - index) })), total: 7 };
};

const list = (options: SandboxOptions = {}) =>
  house({ prepare: ordered('dongle', 2, true), fault: at('/orders?', bent(many)), stands: '.orders tbody', ...options });

export const List: Story = { ...list() };

export const ListEnglish: Story = { ...list({ lang: 'en' }) };

export const ListDark: Story = { ...list({ dark: true }) };

export const ListNarrow: Story = { ...list({ width: 320 }) };

/** There are more than stand on a page. */
export const ListOfMany: Story = {
  ...list({
    fault: at(
      '/orders?',
      bent((page: OrderPage) => ({ ...many(page), total: 120 })),
    ),
  }),
};

export const ListEmpty: Story = {
  ...list({
    fault: at(
      '/orders?',
      bent(() => ({ items: [], total: 0 })),
    ),
    stands: '.notice .button',
  }),
};

export const ListLoading: Story = { ...list({ fault: at('/orders?', silent()), stands: '.order-bone' }) };

export const ListFailed: Story = { ...list({ fault: at('/orders?', answers(422)), stands: problem }) };

export const Received: Story = { ...one() };

export const ReceivedEnglish: Story = { ...one({ lang: 'en' }) };

export const ReceivedDark: Story = { ...one({ dark: true }) };

export const ReceivedNarrow: Story = { ...one({ width: 320 }) };

export const Packed: Story = { ...shown((order) => come(order, 'packed')) };

/** The carrier shows how far it is. */
export const Sent: Story = { ...shown((order) => come(order, 'sent', { trackingUrl: 'https://pakker.eksempelpost.example/EP' })) };

export const SentWithoutCarrier: Story = { ...shown((order) => come(order, 'sent')) };

export const SentDark: Story = {
  ...shown((order) => come(order, 'sent', { trackingUrl: 'https://pakker.eksempelpost.example/EP' }), { dark: true, width: 320 }),
};

/** The operator promises a day. */
export const Expected: Story = { ...shown((order) => come(order, 'sent', { expected: '2026-11-26' })) };

export const Delivered: Story = { ...shown((order) => come(order, 'delivered')) };

export const DeliveredEnglish: Story = { ...shown((order) => come(order, 'delivered'), { lang: 'en' }) };

export const Cancelled: Story = { ...shown(stopped('cancelled')) };

export const Failed: Story = { ...shown(stopped('failed')) };

/** Of a newer backend, or a sloppier one. */
export const Unknown: Story = {
  ...shown((order) => ({
    ...order,
    state: 'floating',
    placedAt: null,
    delivery: { street: 'Prøvevej' },
    canCancel: false,
    items: [{ ...order.items[0], state: 'x' }],
  })),
};

/** It comes by e-mail, so there is no parcel. */
export const NotSent: Story = {
  ...house({ prepare: ordered('esim', 1) }),
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Bestillingen er klar.');
  },
};

const reader: Fault = at(
  '/session',
  bent((session: SessionAnswer) => ({
    ...session,
    companies: session.companies.map((company) => ({ ...company, rights: { ...company.rights, products: 'read' } })),
  })),
);

/** Who may only read sees the same, and cannot take it back. */
export const ReadOnly: Story = { ...one({ fault: reader, stands: '.one-order' }) };

export const Loading: Story = { ...one({ fault: at('/orders/', silent()), stands: '.order-skeleton' }) };

export const Missing: Story = { ...one({ fault: at('/orders/', refuses(404, 'not-found')) }) };

const ask: Play = async ({ canvasElement }) => {
  await press(canvasElement, '.undo');
  await find(canvasElement, 'dialog[open]');
};

const send =
  (selector: string): Play =>
  async (context) => {
    await ask(context);
    await press(context.canvasElement, 'dialog .submit');
    await find(context.canvasElement, selector);
  };

export const Undo: Story = { ...one(), play: ask };

export const UndoEnglish: Story = { ...one({ lang: 'en' }), play: ask };

export const UndoDark: Story = { ...one({ dark: true }), play: ask };

export const UndoNarrow: Story = { ...one({ width: 320 }), play: ask };

const asked = (fault: Fault) => one({ fault, stands: 'dialog[open]' });

export const UndoSending: Story = { ...asked(sending(silent())), play: send('dialog [aria-disabled=true]') };

export const UndoOffline: Story = {
  ...asked(sending(silent())),
  play: async (context) => {
    await ask(context);
    network(false);
    await press(context.canvasElement, 'dialog .submit');
    await find(context.canvasElement, 'dialog .outcome');
    network(true);
  },
};

export const UndoTooLate: Story = { ...asked(sending(refuses(409, 'too-late'))), play: send('dialog .outcome') };

export const UndoUnsure: Story = { ...asked(sending(answers(500))), play: send('dialog .outcome.unsure') };

export const UndoMayNot: Story = { ...asked(sending(refuses(403, 'forbidden'))), play: send('dialog .outcome') };

/** Its answer was lost, and none comes to the question what became of it. */
export const UndoChecking: Story = { ...asked(sending(lostAndSilent)), play: send('dialog [aria-disabled=true]') };

/** It was put away while nobody knew. */
export const UndoPutAway: Story = {
  ...one({ fault: sending(answers(500)), stands: '.one-order .strip' }),
  play: async (context) => {
    await send('dialog .outcome.unsure')(context);
    await pressOn(context.canvasElement, 'Luk');
    await find(context.canvasElement, '.one-order .strip');
  },
};
