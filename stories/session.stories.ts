import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/company-switcher/ss-company-switcher.ts';
import '../src/session/ss-session.ts';
import '../src/subscriptions/ss-subscriptions.ts';
import { answers } from '../test/faults.ts';
import { problem, withSandbox } from './with-sandbox.ts';

/** The element has no picture of its own: it stands around each story here, and makes what is inside belong together. */
const meta: Meta = {
  title: 'ss-session',
  component: 'ss-session',
  parameters: { controls: { disable: true } }, // they would turn nothing: the session is drawn around the story
  render: () =>
    html`<div class="stack">
      <ss-company-switcher></ss-company-switcher>
      <ss-subscriptions page-size="10"></ss-subscriptions>
    </div>`,
};
export default meta;

type Story = StoryObj;

/** Everything inside follows one session and one active company. */
export const Default: Story = { ...withSandbox({ company: 'c1' }) };

export const SignedOut: Story = { ...withSandbox({ person: null, stands: '[part=signed-out]' }) };

/** The backend has ended the session, and the token callback has no other token. */
export const SessionEnded: Story = { ...withSandbox({ fault: answers(401), stands: '[part=signed-out]' }) };

export const NoCompany: Story = { ...withSandbox({ person: 'uffe' }) };

/** The operator's own words in place of ours. */
export const OwnWords: Story = {
  ...withSandbox({ company: 'c4', words: { da: { 'nav.subscriptions': 'Mobilabonnementer', 'user.empty': 'Her er tomt endnu.' } } }),
};

/** No address of the API: the page that embeds the elements is to blame, and says so. */
export const Misconfigured: Story = {
  ...withSandbox({ stands: problem }),
  render: () =>
    html`<ss-session api="http://api.operator.example/v1">
      <ss-subscriptions></ss-subscriptions>
    </ss-session>`,
};
