import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { CasePage } from '../src/api/case.ts';
import type { CaseMessage, SupportCase } from '../src/support-cases/case.ts';
import '../src/support-cases/ss-support-cases.ts';
import { answers, at, network, silent, type Fault } from '../test/faults.ts';
import { bent, both, entitled, lostAndSilent, refuses, sending } from './faults.ts';
import { find, press, pressOn, type } from './hands.ts';
import type { Scene } from './prepared.ts';
import { problem, withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** A case with its conversation. What is done here is not carried through: the next story finds all as it was. */
const meta: Meta = {
  title: 'ss-support-cases/case',
  component: 'ss-support-cases',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: (_args, { loaded }) => html`<ss-support-cases route=${ifDefined((loaded as Loaded).route)}></ss-support-cases>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

/** The place of a case of c1 by its number. */
const numbered =
  (wanted: string) =>
  async ({ ask, company }: Scene): Promise<Loaded> => {
    const body = { search: wanted, state: null, mine: false, offset: 0, limit: 1 };
    const { items } = (await ask(`${company}/cases/search`, { method: 'POST', body })).body as CasePage;
    return { route: items[0]?.id ?? '' };
  };

/** What is seen here is not counted as read, so that it is new in each story. */
const unseen: Fault = at('/read', answers(200, {}, { unread: 2 }));

const one = (number: string, { fault, ...options }: SandboxOptions = {}) =>
  withSandbox({
    ...{ company: 'c1', prepare: numbered(number), stands: fault ? problem : '.message', ...options },
    fault: fault ? both(unseen, fault) : unseen,
  });

/** The operator waits for an answer, and has said something new. */
export const Pending: Story = { ...one('100201') };

export const PendingEnglish: Story = { ...one('100201', { lang: 'en' }) };

export const PendingDark: Story = { ...one('100201', { dark: true }) };

export const PendingNarrow: Story = { ...one('100201', { width: 320 }) };

export const InProgress: Story = { ...one('100229') };

export const New: Story = { ...one('100222') };

/** A reply opens it again. */
export const Resolved: Story = { ...one('100236') };

export const ResolvedEnglish: Story = { ...one('100236', { lang: 'en' }) };

/** It cannot be answered; a new one can follow it. */
export const Closed: Story = { ...one('100243') };

export const ClosedNarrow: Story = { ...one('100243', { width: 320 }) };

export const ReadOnly: Story = { ...one('100208', { fault: entitled({ cases: 'read' }), stands: '.message' }) };

const shown = (change: (found: SupportCase) => unknown, options: SandboxOptions = {}) =>
  one('100201', { fault: at('/cases/', bent(change)), stands: '.message', ...options });

const many = ({ messages, ...found }: SupportCase) => ({
  ...found,
  seen: 195,
  messages: Array.from({ length: 200 }, (_, index): Partial<CaseMessage> => ({ ...messages[index % 2], id: `message-${String(index)}` })),
});

/** 200 messages, five of them new. */
export const LongConversation: Story = { ...shown(many) };

const talkative = ({ messages, ...found }: SupportCase) => ({
  ...found,
  subject: 'Vi kan hverken ringe ud, modtage opkald eller sende beskeder fra lageret, kontoret og kantinen, siden der blev skiftet router',
  about: { kind: 'invoice', id: 'x', name: '2026110042' },
  follows: { id: 'y', number: '100187' },
  messages: messages.map((message, index) => ({
    ...message,
    author: index ? 'Dorte-Marie Rosenkrantz af den Allerlængste Supportafdeling' : message.author,
    text: index ? message.text : `<b>Fed?</b> الشبكة لا تعمل\n${'Donaudampfskibsselskab'.repeat(8)}`,
    files: [
      {
        id: 'a',
        name: 'Kvittering for returneret router – bilag til sag 100201 fra lageret i Østerå.pdf',
        type: 'application/pdf',
        size: 1_240_000,
      },
      { id: 'b', name: 'skærm.png', type: 'image/png', size: 84_210 },
    ],
  })),
});

/** Files, what it is about, what it follows, markup, another direction, endless words. */
export const Everything: Story = { ...shown(talkative) };

export const EverythingNarrow: Story = { ...shown(talkative, { width: 320 }) };

/** A file that is not there any more. */
export const FileMissing: Story = {
  ...shown(talkative, { stands: problem }),
  play: ({ canvasElement }) => press(canvasElement, '.file-button'),
};

export const History: Story = { ...one('100201'), play: ({ canvasElement }) => press(canvasElement, '.facts summary') };

export const Loading: Story = { ...one('100201', { fault: at('/cases/', silent()), stands: '.bone' }) };

export const Failed: Story = { ...one('100201', { fault: at('/cases/', answers(500, { 'request-id': 'example-request' })) }) };

export const FailedEnglish: Story = {
  ...one('100201', { lang: 'en', fault: at('/cases/', answers(500, { 'request-id': 'example-request' })) }),
};

/** Of another company, or never there: the two look the same. */
export const Missing: Story = {
  ...withSandbox({ company: 'c1', prepare: () => Promise.resolve({ route: 'never-was' } as Loaded), stands: problem }),
};

const reply = 'De sidste fire cifre er 4711.';

const send: Play = async ({ canvasElement }) => {
  await type(canvasElement, '#reply', reply);
  await pressOn(
    canvasElement,
    (canvasElement.querySelector('[lang]')?.getAttribute('lang') ?? '').includes('en') ? 'Send reply' : 'Send svar',
  );
};

const sent = (fault: Fault, options: SandboxOptions = {}) => ({
  ...one('100201', { fault: sending(fault), stands: '.outcome', ...options }),
  play: send,
});

export const Sending: Story = { ...sent(silent(), { stands: '.sending:not(.quiet)' }) };

/** The backend does not know whether it went through: only asking again tells. */
export const Unsure: Story = { ...sent(answers(500, { 'request-id': 'example-request' })) };

export const UnsureEnglish: Story = { ...sent(answers(500, { 'request-id': 'example-request' }), { lang: 'en' }) };

export const Checking: Story = { ...sent(lostAndSilent, { stands: '.sending:not(.quiet)' }) };

export const SendingFailed: Story = { ...sent(refuses(422, 'invalid')) };

export const SendingBusy: Story = { ...sent(answers(429, { 'retry-after': '120' })) };

export const NotAllowedAnyMore: Story = { ...sent(refuses(403, 'forbidden')) };

/** The operator has closed it while the reply was written: nothing of it is lost. */
export const ClosedMeanwhile: Story = {
  ...one('100201', {
    fault: both(
      at('/messages', refuses(409, 'too-late')),
      at('/cases/', (inner) => {
        let asked = 0;
        return async (...call) => {
          asked += 1;
          return asked === 1 ? inner(...call) : bent((found: SupportCase) => ({ ...found, state: 'closed', may: {} }))(inner)(...call);
        };
      }),
    ),
    stands: '.strip',
  }),
  play: send,
};

export const Offline: Story = {
  ...one('100201'),
  play: async (context) => {
    await find(context.canvasElement, '#reply');
    network(false);
    await send(context);
    await find(context.canvasElement, '.outcome');
    network(true);
  },
};

export const EmptyReply: Story = {
  ...one('100201'),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '#reply');
    await pressOn(canvasElement, 'Send svar');
    await find(canvasElement, '.reply .error');
  },
};

export const TooLong: Story = {
  ...one('100201'),
  play: async ({ canvasElement }) => {
    await type(canvasElement, '#reply', 'Der er meget at fortælle. '.repeat(400));
    await pressOn(canvasElement, 'Send svar');
    await find(canvasElement, '.reply .error');
  },
};

export const Attaching: Story = {
  ...one('100201'),
  play: async ({ canvasElement }) => {
    await pressOn(canvasElement, 'Vedhæft fil');
    await find(canvasElement, '.drop');
  },
};
