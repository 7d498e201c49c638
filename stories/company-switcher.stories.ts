import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/company-switcher/ss-company-switcher.ts';
import { answers, at, offline, silent } from '../test/faults.ts';
import { sandboxOfThePage } from './backend.ts';
import { controlled } from './controls.ts';
import { find, press, type } from './hands.ts';
import { withSandbox } from './with-sandbox.ts';

const meta: Meta = {
  title: 'ss-company-switcher',
  component: 'ss-company-switcher',
  render: (args) => html`<ss-company-switcher ${controlled(args)}></ss-company-switcher>`,
};
export default meta;

type Story = StoryObj;

/** Two to seven companies: a select. Two of one name are told apart by their CVR numbers. */
export const Default: Story = { ...withSandbox() };

/** One company: its name, and nothing to operate. */
export const OneCompany: Story = { ...withSandbox({ person: 'ida' }) };

export const NoCompany: Story = { ...withSandbox({ person: 'uffe' }) };

/** From eight companies on the choice is searched; beyond the hundred that came with the session, at the backend. */
export const ManyCompanies: Story = { ...withSandbox({ person: 'mange' }) };

const openPicker: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await press(canvasElement, '.choice-button');
  await find(canvasElement, '.option');
};

export const PickerOpen: Story = { ...withSandbox({ person: 'mange' }), play: openPicker };

export const Search: Story = {
  ...withSandbox({ person: 'mange' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.choice-button');
    await type(canvasElement, '[role=combobox]', 'ølg bag');
  },
};

export const SearchNoHit: Story = {
  ...withSandbox({ person: 'mange' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.choice-button');
    await type(canvasElement, '[role=combobox]', 'Findes ikke');
  },
};

export const SearchFails: Story = {
  ...withSandbox({ person: 'mange', fault: at('/companies', answers(500)) }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.choice-button');
    await type(canvasElement, '[role=combobox]', 'bageri');
  },
};

export const Loading: Story = { ...withSandbox({ fault: silent(), stands: '.bone' }) };

export const Unreachable: Story = { ...withSandbox({ fault: offline() }) };

export const SignedOut: Story = { ...withSandbox({ person: null, stands: '[part=signed-out]' }) };

/** The backend no longer gives the person the company they were in. */
export const CompanyLost: Story = {
  ...withSandbox({ person: 'lost', company: 'c2' }),
  play: async ({ canvasElement }) => {
    const session = (await find(canvasElement, 'ss-session')) as HTMLElement & { resume(): void };
    await find(canvasElement, 'select');
    const giveBack = await (await sandboxOfThePage()).withdraw('lost', 'c2');
    session.resume();
    await find(canvasElement, '.lost');
    await giveBack();
  },
};

export const English: Story = { ...withSandbox({ lang: 'en', person: 'mange' }), play: openPicker };

export const Dark: Story = { ...withSandbox({ dark: true, person: 'mange' }), play: openPicker };

export const Narrow: Story = { ...withSandbox({ width: 200 }) };

export const LongNames: Story = { ...withSandbox({ person: 'long', width: 320 }) };
