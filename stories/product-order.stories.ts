import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/product-order/ss-product-order.ts';
import { answers, at, first, offline, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { bent, lostAndSilent, sending } from './faults.ts';
import { find, pressOn, reads, type } from './hands.ts';
import { withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** The shelf, the order form and the receipt. */
const meta: Meta = {
  title: 'ss-product-order',
  component: 'ss-product-order',
  argTypes: { href: { control: false } },
  render: (args) => html`<ss-product-order ${controlled(args)}></ss-product-order>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;
type Doing = (canvas: HTMLElement) => Promise<unknown>;

const story = (options: SandboxOptions = {}): Story => withSandbox({ company: 'c1', ...options });

const play = (...doings: readonly Doing[]): { readonly play: Play } => ({
  play: async ({ canvasElement }) => {
    for (const doing of doings) await doing(canvasElement);
  },
});

const on =
  (words: string): Doing =>
  (canvas) =>
    pressOn(canvas, words);

const writes =
  (id: string, words: string): Doing =>
  (canvas) =>
    type(canvas, `#${id}`, words);

const sees =
  (selector: string): Doing =>
  (canvas) =>
    find(canvas, selector);

const says =
  (words: string): Doing =>
  (canvas) =>
    reads(canvas, words);

/** The form of a product, opened from the shelf. */
const opened = (product: string): Doing => on(`Bestil ${product}`);
const address = sees('.order-form address');
const whole: readonly Doing[] = [opened('4G-dongle'), address, on('En ny bruger'), writes('name', 'Signe Nyholm')];
const sent = on('Godkend og send');

interface Products {
  items: Record<'name' | 'state' | 'most' | 'price', unknown>[];
}

/** The shelf as it was when it was fetched first, with one product different from now. */
const before = (name: string, then: Partial<Products['items'][number]>) =>
  at(
    '/products',
    first(
      1,
      bent(({ items }: Products) => ({ items: items.map((product) => (product.name === name ? { ...product, ...then } : product)) })),
    ),
  );

export const Default: Story = { ...story(), ...play(sees('article.product')) };

export const Dark: Story = { ...story({ dark: true }), ...play(sees('article.product')) };

export const Narrow: Story = { ...story({ width: 320 }), ...play(sees('article.product')) };

export const English: Story = { ...story({ lang: 'en' }), ...play(sees('article.product')) };

export const ReadOnly: Story = { ...story({ person: 'lars' }), ...play(sees('article.product')) };

export const Withdrawn: Story = {
  ...story({ fault: before('Simkort', { state: 'withdrawn', most: 0 }), stands: '.why' }),
  ...play(says('Sælges ikke længere')),
};

export const Empty: Story = {
  ...story({ fault: at('/products', answers(200, {}, { items: [] })), stands: '.notice' }),
  ...play(says('Der er ingen produkter')),
};

export const Loading: Story = { ...story({ fault: at('/products', silent()), stands: '.shelf.bones' }), ...play(sees('.shelf.bones')) };

export const Offline: Story = { ...story({ fault: at('/products', offline()) }), ...play(sees('[part=problem]')) };

export const NoAccess: Story = { ...story({ person: 'frida' }), ...play(sees('[part=no-access]')) };

export const SignedOut: Story = { ...story({ person: null }), ...play(sees('[part=signed-out]')) };

export const Form: Story = { ...story(), ...play(opened('4G-dongle'), address) };

export const FormAlone: Story = { ...story({ width: 420 }), ...play(opened('4G-dongle'), address) };

export const FormDark: Story = { ...story({ dark: true }), ...play(opened('4G-dongle'), address) };

export const FormExistingUser: Story = {
  ...story(),
  ...play(opened('4G-dongle'), address, on('En eksisterende bruger'), writes('user', 's'), sees('[role=option]')),
};

export const FormNobodyFound: Story = {
  ...story(),
  ...play(opened('4G-dongle'), address, on('En eksisterende bruger'), writes('user', 'xyz'), says('Vi fandt ingen bruger med det navn.')),
};

export const FormNamesake: Story = {
  ...story(),
  ...play(opened('4G-dongle'), address, on('En ny bruger'), writes('name', 'Bo Ib'), says('Der findes allerede en bruger med det navn.')),
};

export const FormOtherAddress: Story = { ...story(), ...play(...whole, on('Ret'), sees('#delivery-street')) };

export const FormNotSent: Story = { ...story(), ...play(opened('eSIM'), says('Der bliver ikke sendt en pakke.')) };

export const FormWithErrors: Story = {
  ...story(),
  ...play(opened('4G-dongle'), address, writes('quantity', '1000'), sent, sees('.order-form .summary')),
};

export const FormPriceChanged: Story = {
  ...story({ fault: before('4G-dongle', { price: { amount: 34900, currency: 'DKK' } }), stands: '.news p' }),
  ...play(...whole, sent, says('er ændret: nu')),
};

const antenna = 'Udendørsantenne til router';

export const FormSoldOut: Story = {
  ...story({ fault: before(antenna, { state: 'available', most: 9 }), stands: '.news p' }),
  ...play(opened(antenna), address, on('En ny bruger'), writes('name', 'Signe Nyholm'), sent, says('er udsolgt')),
};

export const FormFewLeft: Story = {
  ...story({ fault: before('5G-router', { most: 99 }), stands: '#quantity-error' }),
  ...play(
    opened('5G-router'),
    address,
    on('En ny bruger'),
    writes('name', 'Signe Nyholm'),
    writes('quantity', '90'),
    sent,
    sees('#quantity-error'),
  ),
};

export const Sending: Story = { ...story({ fault: sending(silent()), stands: '.sending' }), ...play(...whole, sent, says('Sender …')) };

export const Unsure: Story = {
  ...story({ fault: sending(lostAndSilent), stands: '.sending' }),
  ...play(...whole, sent, sees('.order-form .sending')),
};

export const NotSent: Story = { ...story({ fault: sending(answers(403)), stands: '.outcome' }), ...play(...whole, sent, sees('.outcome')) };

export const Receipt: Story = { ...story(), ...play(...whole, sent, sees('.receipt')) };

export const ReceiptNotSent: Story = {
  ...story(),
  ...play(opened('eSIM'), on('En ny bruger'), writes('name', 'Signe Nyholm'), sent, sees('.receipt')),
};

export const FormInEnglish: Story = { ...story({ lang: 'en' }), ...play(on('Order 4G-dongle'), address) };

export const ReceiptInEnglish: Story = {
  ...story({ lang: 'en' }),
  ...play(on('Order eSIM'), on('A new user'), writes('name', 'Signe Nyholm'), on('Approve and send'), sees('.receipt')),
};
