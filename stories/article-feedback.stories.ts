import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/article-feedback/ss-article-feedback.ts';
import { answers, at, offline, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { refuses } from './faults.ts';
import { find, press } from './hands.ts';
import { problem, withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** »Var denne artikel en hjælp?« under a help text. */
const meta: Meta = {
  title: 'ss-article-feedback',
  component: 'ss-article-feedback',
  argTypes: { memory: { control: false } }, // an object of the host's
  args: { article: 'opret-abonnement' },
  render: (args) => html`<ss-article-feedback ${controlled(args)}></ss-article-feedback>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const votes = (helpful: number, total: number, helped: boolean | null = null) => at('/vote', answers(200, {}, { helpful, total, helped }));

/** These answers do not change what the other stories find. */
const of = (options: SandboxOptions = {}) => withSandbox({ fault: votes(0, 0), stands: '.answers', ...options });

const answer: Play = async ({ canvasElement }) => {
  await press(canvasElement, '[aria-pressed]');
  await find(canvasElement, 'form');
};

const send: Play = async (context) => {
  await answer(context);
  await press(context.canvasElement, '.submit');
  await find(context.canvasElement, '.summary');
};

/** Nobody has voted: no count. */
export const Default: Story = { ...of() };

export const English: Story = { ...of({ lang: 'en', fault: votes(17, 20) }) };

export const WithVotes: Story = { ...of({ fault: votes(2, 2) }) };

/** The person has voted before. */
export const Voted: Story = { ...of({ fault: votes(1, 3, false) }) };

export const VotedDark: Story = { ...of({ fault: votes(1_204, 1_377, true), dark: true }) };

/** »Fortæl os hvorfor«, with the address of the person. */
export const Why: Story = { ...of({ fault: votes(2, 2, null) }), play: answer };

export const WhyEnglishNarrow: Story = { ...of({ lang: 'en', width: 320 }), play: answer };

export const Wrong: Story = { ...of({ person: 'uffe' }), play: send };

export const WrongDark: Story = { ...of({ person: 'uffe', dark: true, width: 320 }), play: send };

/** The operator fills the slot: then there is a heading. */
export const WithComments: Story = {
  ...of({ fault: votes(2, 2) }),
  render: (args) =>
    html`<ss-article-feedback ${controlled(args)}>
      <div slot="comments">
        <p><strong>Birthe Bæk</strong> Husk, at nummeret først kan flyttes efter tre hverdage.</p>
      </div>
    </ss-article-feedback>`,
};

/** Only a token lets anybody ask, and there is none: no question, rather than one that cannot be answered. */
export const SignedOut: Story = { ...withSandbox({ person: null, stands: 'section' }) };

export const Loading: Story = { ...of({ fault: at('/session', silent()), stands: '.answer-bone' }) };

export const Unreachable: Story = { ...of({ fault: at('/vote', offline()), stands: problem }) };

/** The vote was not accepted, and is taken back. */
export const NotKept: Story = {
  ...of({ fault: at('/vote', refuses(422, 'invalid')), stands: problem }),
};
