import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/subscriptions/ss-subscriptions.ts';
import { answers, at, silent } from '../test/faults.ts';
import { find, press, pressOn, reads, seen, type, until } from './hands.ts';
import { withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** »Søg efter adresse« where something is sent: here with another SIM card, and the same in the guide and with products. Nothing is sent. */
const meta: Meta = {
  title: 'ss-subscriptions/search for an address',
  component: 'ss-subscriptions',
  tags: ['!autodocs'], // dialogs open in stories of their own only
  parameters: { controls: { disable: true } },
  render: (_args, { loaded }) => html`<ss-subscriptions route=${ifDefined((loaded as Loaded).route)}></ss-subscriptions>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const of = (options: SandboxOptions = {}) => withSandbox({ company: 'c1', profile: ['user', 'u2'], ...options });

const field = '#replace-address-search';
const current = '.look-up-popup[aria-busy=false]';

/** Opens the fields of another address. */
const edit = async (canvas: HTMLElement, words = 'Skift simkort'): Promise<void> => {
  await pressOn(canvas, words);
  await find(canvas, 'dialog[open]');
  const choice = (await find(canvas, 'dialog .choice input[value=sim]')) as HTMLInputElement;
  if (!choice.checked) choice.click();
  await press(canvas, '#replace-address-edit');
  await find(canvas, '#replace-address-street');
};

const search =
  (words: string, sees: string, begin?: string): Play =>
  async ({ canvasElement }) => {
    await edit(canvasElement, begin);
    await type(canvasElement, field, words);
    await find(canvasElement, sees);
  };

const option = `${current} [role=option]`;

/** Chooses an entrance, and sees its floors and doors. */
const look: Play = async (context) => {
  const { canvasElement } = context;
  await search('prøvevej 12b 8000', option)(context);
  await press(canvasElement, option);
  await until(() => seen(canvasElement, option).length > 2, 'the doors');
};

export const Plain: Story = {
  ...of(),
  play: async ({ canvasElement }) => {
    await edit(canvasElement);
    await find(canvasElement, field);
  },
};

export const Found: Story = { ...of(), play: search('prøvevej 12', option) };

export const FoundEnglish: Story = { ...of({ lang: 'en' }), play: search('prøvevej 12', option, 'Replace SIM card') };

export const FoundNarrow: Story = { ...of({ width: 320 }), play: search('prøvevej 12', option) };

export const FloorsAndDoors: Story = { ...of(), play: look };

export const FloorsAndDoorsDark: Story = { ...of({ dark: true }), play: look };

export const FilledIn: Story = {
  ...of(),
  play: async (context) => {
    await look(context);
    await press(context.canvasElement, option);
    await reads(context.canvasElement, 'Felterne herunder er udfyldt.');
  },
};

export const NothingFits: Story = { ...of(), play: search('qqqq', `${current} .look-up-note`) };

export const Searching: Story = {
  ...of({ fault: at('/addresses', silent()), stands: field }),
  play: search('prøve', '.look-up-popup .look-up-note'),
};

export const Failing: Story = {
  ...of({ fault: at('/addresses', answers(422)), stands: field }),
  play: search('prøve', `${current} .look-up-note button`),
};

/** The operator has no address service: the fields are all there is. */
export const NoService: Story = {
  ...of({ fault: at('/addresses', answers(404)), stands: '#replace-address-street' }),
  play: async ({ canvasElement }) => {
    await edit(canvasElement);
    await until(() => seen(canvasElement, field).length === 0, 'no search');
  },
};
