import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/subscriptions/ss-subscriptions.ts';
import { answers, at, first, network, silent } from '../test/faults.ts';
import { bent, lostAndSilent, refuses, sending } from './faults.ts';
import { find, press, pressOn, reads, type } from './hands.ts';
import { blocked, changeOrdered } from './prepared.ts';
import { withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** What is done from the profile. Nothing of it is carried through: the next story finds everything as it was. */
const meta: Meta = {
  title: 'ss-subscriptions/profile, what is done',
  component: 'ss-subscriptions',
  tags: ['!autodocs'], // dialogs open in stories of their own only
  parameters: { controls: { disable: true } },
  render: (_args, { loaded }) => html`<ss-subscriptions route=${ifDefined((loaded as Loaded).route)}></ss-subscriptions>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;
type Step = (canvas: HTMLElement) => Promise<unknown>;

const of = (key: string, options: SandboxOptions = {}) => withSandbox({ company: 'c1', profile: ['user', key], ...options });
const house = (key: string, options: SandboxOptions = {}) =>
  withSandbox({ person: 'story', company: 'house', profile: ['user', key], ...options });

const does =
  (...steps: readonly Step[]): Play =>
  async ({ canvasElement }) => {
    for (const step of steps) await step(canvasElement);
  };

/** Begins what a button of the card says. */
const begin =
  (words: string): Step =>
  async (canvas) => {
    await pressOn(canvas, words);
    await find(canvas, 'dialog[open]');
  };

const choose =
  (words: string): Step =>
  (canvas) =>
    pressOn(canvas, words);

const send: Step = (canvas) => press(canvas, 'dialog .submit');

const sees =
  (selector: string): Step =>
  (canvas) =>
    find(canvas, selector);

export const Change: Story = { ...of('u2'), play: does(begin('Ændr abonnement'), sees('dialog .choice')) };

export const ChangeCompared: Story = {
  ...of('u2'),
  play: does(begin('Ændr abonnement'), choose('Mobil 100 GB'), sees('dialog .compare')),
};

export const ChangeEnglish: Story = {
  ...of('u2', { lang: 'en' }),
  play: does(begin('Change subscription'), choose('Mobil 5 GB'), sees('dialog .compare')),
};

export const ChangeDark: Story = {
  ...of('u2', { dark: true }),
  play: does(begin('Ændr abonnement'), choose('Mobil 5 GB'), sees('dialog .compare')),
};

/** Bound, and to stay so. */
export const ChangeBound: Story = {
  ...house('h-bound'),
  play: does(begin('Ændr abonnement'), choose('Mobil 20 GB'), sees('dialog .compare')),
};

export const ChangeNothingChosen: Story = {
  ...of('u2'),
  play: does(begin('Ændr abonnement'), sees('dialog .choice'), send, sees('dialog .summary')),
};

interface Priced {
  readonly items: readonly { readonly name: string; readonly monthly: { readonly amount: number } }[];
}

const cheaper = bent(({ items, ...page }: Priced) => ({
  ...page,
  items: items.map((item) => ({ ...item, monthly: { ...item.monthly, amount: item.monthly.amount - 2000 } })),
}));

/** The price was another one when it was shown: nothing is ordered, and the new one is to be seen. */
export const ChangePriceRefused: Story = {
  ...of('u2', { fault: at('/plans', first(1, cheaper)), stands: 'dialog .summary' }),
  play: does(begin('Ændr abonnement'), choose('Mobil 100 GB'), sees('dialog .compare'), send),
};

/** Somebody else has ordered a closing meanwhile. */
export const ChangeRefused: Story = {
  ...of('u2', {
    fault: sending(refuses(422, 'invalid', [{ pointer: '/items/0/subscription', type: 'closing' }])),
    stands: 'dialog .summary',
  }),
  play: does(begin('Ændr abonnement'), choose('Mobil 100 GB'), sees('dialog .compare'), send),
};

export const Close: Story = { ...of('u8'), play: does(begin('Nedlæg abonnement')) };

export const CloseWithBinding: Story = {
  ...house('h-bound'),
  play: does(begin('Nedlæg abonnement'), (canvas) => reads(canvas, 'Restbinding')),
};

export const CloseDark: Story = { ...house('h-bound', { dark: true }), play: does(begin('Nedlæg abonnement')) };

export const CloseEnglish: Story = { ...house('h-bound', { lang: 'en' }), play: does(begin('Close subscription')) };

export const CloseTooEarly: Story = {
  ...of('u8'),
  play: does(begin('Nedlæg abonnement'), (canvas) => type(canvas, '#close-day', '2026-11-30'), send, sees('dialog .summary')),
};

export const Block: Story = { ...of('u8'), play: does(begin('Spær simkort'), choose('Det er stjålet')) };

export const BlockNoReason: Story = { ...of('u8'), play: does(begin('Spær simkort'), send, sees('dialog .summary')) };

export const Unblock: Story = { ...house('h-block', { prepare: blocked }), play: does(begin('Ophæv spærring')) };

const address: Step = async (canvas) => {
  await begin('Skift simkort')(canvas);
  await choose('Simkort')(canvas);
  await find(canvas, '#replace-address-edit');
};

export const ReplaceSim: Story = { ...house('h-bound'), play: does(address) };

export const ReplaceSimElsewhere: Story = {
  ...house('h-bound'),
  play: does(
    address,
    (canvas) => press(canvas, '#replace-address-edit'),
    (canvas) => type(canvas, '#replace-address-houseNumber', 'tolv'),
    (canvas) => type(canvas, '#replace-address-postcode', '3900'),
    send,
    sees('dialog .summary'),
  ),
};

export const ReplaceWithEsim: Story = { ...house('h-bound'), play: does(begin('Skift simkort'), choose('eSIM')) };

export const Undo: Story = {
  ...house('h-change', { prepare: changeOrdered }),
  play: does(begin('Fortryd')),
};

/** The change has applied meanwhile. */
export const UndoTooLate: Story = {
  ...house('h-change', { prepare: changeOrdered, fault: sending(refuses(409, 'too-late')) }),
  play: does(begin('Fortryd'), send),
};

/** Shown for half a minute; each showing is written down. */
export const Codes: Story = { ...house('h-bound'), play: does(begin('Vis koder'), sees('dialog .code')) };

export const EsimCode: Story = { ...house('h-esim'), play: does(begin('Vis eSIM-kode'), sees('dialog .qr')) };

export const EsimCodeDark: Story = { ...house('h-esim', { dark: true }), play: does(begin('Vis eSIM-kode'), sees('dialog .qr')) };

export const CodesFailed: Story = { ...house('h-esim', { fault: at('/secrets', answers(500)) }), play: does(begin('Vis koder')) };

const closing = (options: SandboxOptions): Story => ({ ...of('u8', options), play: does(begin('Nedlæg abonnement'), send) });

const busy = 'dialog .submit[aria-disabled=true]';

export const Sending: Story = closing({ fault: sending(silent()), stands: busy });

/** The answer was lost, and it is being found out whether it was done. */
export const Checking: Story = {
  ...of('u8', { fault: sending(lostAndSilent), stands: busy }),
  play: does(begin('Nedlæg abonnement'), send, (canvas) => reads(canvas, 'Vi undersøger, om det gik igennem')),
};

/** Whether it was done is not known: there is only finding out. */
export const Unsure: Story = closing({ fault: sending(answers(500)) });

export const UnsureDark: Story = closing({ fault: sending(answers(500)), dark: true });

/** The backend wants to be left alone for ten minutes. */
export const Busy: Story = closing({ fault: sending(answers(429, { 'retry-after': '600' })) });

/** The person may no longer change anything. */
export const ForbiddenMeanwhile: Story = closing({ fault: sending(answers(403)) });

/** The device has lost its network before it was sent. */
export const Offline: Story = {
  ...of('u8', { stands: 'dialog [part=problem]' }),
  beforeEach: () => () => {
    network(true);
  },
  play: does(
    begin('Nedlæg abonnement'),
    () => {
      network(false);
      return Promise.resolve();
    },
    send,
  ),
};
