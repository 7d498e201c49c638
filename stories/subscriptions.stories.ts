import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/subscriptions/ss-subscriptions.ts';
import { answers, at, html as htmlInstead, network, offline, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { find, press, type } from './hands.ts';
import { problem, withSandbox, type Loaded } from './with-sandbox.ts';

const meta: Meta = {
  title: 'ss-subscriptions/list',
  component: 'ss-subscriptions',
  argTypes: { href: { control: false } }, // a function of the host's
  render: (args, { loaded }) =>
    html`<ss-subscriptions route=${ifDefined((loaded as Loaded).route)} ${controlled(args)}></ss-subscriptions>`,
};
export default meta;

type Story = StoryObj;

const searching =
  (words: string): NonNullable<Story['play']> =>
  ({ canvasElement }) =>
    type(canvasElement, '#search', words);

export const Default: Story = { ...withSandbox({ company: 'c1' }) };

export const English: Story = { ...withSandbox({ company: 'c1', lang: 'en' }) };

export const Dark: Story = { ...withSandbox({ company: 'c1', dark: true }) };

/** 320 pixels: a row becomes two or three lines, and stays a table to those who listen. */
export const Narrow: Story = { ...withSandbox({ company: 'c1', width: 320 }) };

export const Search: Story = { ...withSandbox({ company: 'c1' }), play: searching('aage') };

export const NoMatch: Story = { ...withSandbox({ company: 'c1' }), play: searching('Findes ikke') };

export const SortMenuOpen: Story = {
  ...withSandbox({ company: 'c1' }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'table');
    await press(canvasElement, '.sort-button');
  },
};

/** 1,800 users, and as many more subscriptions. */
export const LargeCompany: Story = { ...withSandbox({ company: 'c3' }), args: { 'page-size': 20 } };

export const SecondPage: Story = {
  ...withSandbox({ company: 'c3' }),
  args: { 'page-size': 10 },
  play: ({ canvasElement }) => press(canvasElement, '[part=pager] button:last-of-type'),
};

export const Empty: Story = { ...withSandbox({ company: 'c4' }) };

export const EmptyWithOwnWords: Story = {
  ...withSandbox({ company: 'c4' }),
  render: () =>
    html`<ss-subscriptions>
      <p slot="empty">
        Velkommen som kunde. Ring til os på <a href="tel:+4567000050">67 00 00 50</a>, så opretter vi jeres første abonnementer.
      </p>
    </ss-subscriptions>`,
};

export const Loading: Story = { ...withSandbox({ company: 'c1', fault: at('/users/', silent()), stands: '.tools ~ div .bone' }) };

/** After five seconds. After ten it says that it took too long. */
export const StillLoading: Story = {
  ...withSandbox({ company: 'c1', fault: at('/users/', silent()), stands: 'p.dim.small[role=status]' }),
};

/** The backend does not answer. */
export const Unreachable: Story = { ...withSandbox({ company: 'c1', fault: offline() }) };

/** The device itself has no network. */
export const Offline: Story = {
  ...withSandbox({ company: 'c1', fault: offline() }),
  tags: ['!autodocs'], // the whole page has none
  beforeEach: () => {
    network(false);
    return () => {
      network(true);
    };
  },
};

export const ServerError: Story = { ...withSandbox({ company: 'c1', fault: at('/users/', answers(500)) }) };

/** The backend wants to be left alone for ten minutes. */
export const Busy: Story = { ...withSandbox({ company: 'c1', fault: at('/users/', answers(429, { 'retry-after': '600' })) }) };

/** Somebody in between answers with a page of their own. */
export const Unexpected: Story = { ...withSandbox({ company: 'c1', fault: at('/users/', htmlInstead()) }) };

/** A person with invoices only. */
export const Forbidden: Story = { ...withSandbox({ company: 'c1', person: 'frida', stands: '[part=no-access]' }) };

/** Who may only read sees the same, and nothing that changes. */
export const ReadOnly: Story = { ...withSandbox({ company: 'c5' }), args: { 'page-size': 10 } };

export const SignedOut: Story = { ...withSandbox({ person: null, stands: '[part=signed-out]' }) };

export const SignedOutWithOwnWords: Story = {
  ...withSandbox({ person: null }),
  render: () =>
    html`<ss-subscriptions>
      <p slot="signed-out">Jeres abonnementer vises her, når du er <a href="#log-ind">logget ind på Mit Eksempeltele</a>.</p>
    </ss-subscriptions>`,
};

export const NoCompany: Story = { ...withSandbox({ person: 'uffe' }) };

export const UnknownPlace: Story = { ...withSandbox({ company: 'c1', stands: problem }), args: { route: 'et/helt/andet/sted' } };

export const LongNames: Story = { ...withSandbox({ person: 'long', company: 'long1' }) };

export const LongNamesNarrow: Story = { ...withSandbox({ person: 'long', company: 'long1', width: 320 }) };

/** Two operators, the list in the look of one and a profile in that of the other: three lines of custom properties each. */
export const Themed: Story = {
  ...withSandbox({ company: 'c1', profile: ['user', 'u1'] }),
  render: (_args, { loaded }) =>
    html`<div class="stack">
      <ss-subscriptions class="fjordnet" page-size="5"></ss-subscriptions>
      <ss-subscriptions class="nordmobil" route=${ifDefined((loaded as Loaded).route)}></ss-subscriptions>
    </div>`,
};
