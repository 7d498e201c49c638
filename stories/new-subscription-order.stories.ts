import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/subscriptions/ss-subscriptions.ts';
import { answers, at, network, silent } from '../test/faults.ts';
import { both, lostAndSilent, refuses, sending } from './faults.ts';
import { find, press, pressOn, reads } from './hands.ts';
import { draftLeft, type Left } from './prepared.ts';
import { withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** The last step of »Opret nyt abonnement«, sending, and what becomes of it. What is ordered is ordered for a company of the stories' own. */
const meta: Meta = {
  title: 'ss-subscriptions/new subscription, order',
  component: 'ss-subscriptions',
  tags: ['!autodocs'], // the guide is one page of many steps, each a story of its own
  parameters: { controls: { disable: true } },
  render: () => html`<ss-subscriptions route="new/review"></ss-subscriptions>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const passed = ['user', 'plan', 'number', 'sim', 'delivery'];
const user = { userKind: 'new', name: 'Signe Nyholm', email: 'signe.nyholm@vejviser.example', costCentre: 'Salg' } as const;
const address = { street: 'Testallé', houseNumber: '101', floor: 'st', door: 'tv', place: null, postcode: '2300', town: 'København S' };
const card: Left = { ...user, plan: 'Mobil 20 GB', numberFor: 14, sim: 'sim', delivery: address, passed };
const move = { numberKind: 'move', provider: 'Gammelt Tele', timing: 'asap', authority: true } as const;
const moved: Left = { ...user, ...move, plan: 'Mobil 20 GB', movedPhone: '67 10 90 20', sim: 'esim', passed };
const data: Left = { ...user, name: 'Kasseapparat 3', email: '', plan: 'Datasim 10 GB', sim: 'esim', passed };

/** In a company that nothing is ordered for. */
const review = (left: Left, options: SandboxOptions = {}) => withSandbox({ company: 'c1', prepare: draftLeft(left), ...options });

const send: Play = async ({ canvasElement }) => {
  await find(canvasElement, 'form .part-line');
  await press(canvasElement, 'form .submit');
};

const stand: Play = async ({ canvasElement }) => {
  await find(canvasElement, 'form .submit');
};

export const Review: Story = { ...review(card), play: stand };

export const ReviewMovedNumber: Story = { ...review({ ...moved, owned: true }), play: stand };

export const ReviewDataOnly: Story = { ...review(data), play: stand };

export const ReviewEnglish: Story = { ...review(card, { lang: 'en' }), play: stand };

export const ReviewDark: Story = { ...review(card, { dark: true }), play: stand };

export const ReviewNarrow: Story = { ...review(card, { width: 320 }), play: stand };

/** The price has become another one since the plan was chosen. */
export const ReviewPriceChanged: Story = {
  ...review({ ...data, monthlyThen: 3900 }),
  play: async (context) => {
    await stand(context);
    await find(context.canvasElement, 'form > .strip');
  },
};

const busy = 'form .submit[aria-disabled=true]';
const sent = (fault: SandboxOptions['fault'], options: SandboxOptions = {}): Story => ({
  ...review(data, { ...(fault && { fault }), ...options }),
  play: send,
});

export const Sending: Story = sent(sending(silent()), { stands: busy });

export const Checking: Story = {
  ...sent(sending(lostAndSilent), { stands: busy }),
  play: async (context) => {
    await send(context);
    await reads(context.canvasElement, 'Vi undersøger, om det gik igennem');
  },
};

export const Unsure: Story = sent(sending(answers(500)));

export const UnsureDark: Story = sent(sending(answers(500)), { dark: true });

export const UnsureNarrow: Story = sent(sending(answers(500)), { width: 320 });

/** The list tells of an order that is not known to have been placed. */
export const UnsureInList: Story = {
  ...sent(sending(answers(500)), { stands: 'table' }),
  play: async (context) => {
    await send(context);
    await find(context.canvasElement, 'form [part=problem]');
    await press(context.canvasElement, '.back-link');
    await find(context.canvasElement, '.root > .strip, .strip');
  },
};

export const Busy: Story = sent(sending(answers(429, { 'retry-after': '600' })));

export const Offline: Story = {
  ...sent(undefined, { stands: 'form [part=problem]' }),
  beforeEach: () => () => {
    network(true);
  },
  play: async (context) => {
    await find(context.canvasElement, 'form .part-line');
    network(false);
    await send(context);
  },
};

export const ForbiddenMeanwhile: Story = sent(sending(answers(403)));

const taken = refuses(422, 'invalid', [{ pointer: '/items/0/number/phone', type: 'taken' }]);

/** Somebody else has the number since. Whoever is led back to its step finds it gone there too. */
export const NumberRefused: Story = {
  ...review(card, { fault: both(at('/hold', taken), sending(taken)), stands: '.numbers .error' }),
  play: send,
};

export const AddressRefused: Story = {
  ...review(card, { fault: sending(refuses(422, 'invalid', [{ pointer: '/delivery/postcode', type: 'box' }])), stands: 'form .summary' }),
  play: send,
};

const order = (left: Left, options: SandboxOptions = {}) =>
  withSandbox({ person: 'story', company: 'guide', prepare: draftLeft(left), ...options });

const until =
  (selector: string): Play =>
  async (context) => {
    await send(context);
    await find(context.canvasElement, `.receipt ${selector}`);
  };

/** Nothing is heard of it after that. */
export const ReceiptReceived: Story = { ...order(data, { fault: at('/orders/', silent()), stands: '.receipt' }), play: send };

export const ReceiptActive: Story = { ...order(data), play: until('.tag.good') };

export const ReceiptActiveEnglish: Story = { ...order(data, { lang: 'en' }), play: until('.tag.good') };

export const ReceiptCardSent: Story = {
  ...order({ ...data, sim: 'sim', delivery: address }, { fault: at('/orders/', silent()), stands: '.receipt' }),
  play: send,
};

let visits = 0;

/** A number of another provider's; on each visit another one, because a number is moved once. */
const foreign = (last = 1): string => `671091${String(visits++ % 10)}${String(last)}`;

/** The other provider wants a later day than the one that was wished for. */
export const ReceiptAwaitingMove: Story = {
  ...order(
    {},
    {
      prepare: (scene) =>
        draftLeft({ ...moved, provider: 'Langsom Tele', movedPhone: foreign(), owned: true, timing: 'date', date: '2026-12-01' })(scene),
    },
  ),
  play: async (context) => {
    await send(context);
    await reads(context.canvasElement, 'Bekræftet dato');
  },
};

/** The other provider says that somebody else owns the number. */
export const ReceiptFailed: Story = {
  ...order({}, { prepare: (scene) => draftLeft({ ...moved, movedPhone: foreign(2), ownerCvr: '99000015' })(scene) }),
  play: until('.tag.stopped'),
};

export const ReceiptFailedDark: Story = {
  ...order({}, { dark: true, prepare: (scene) => draftLeft({ ...moved, movedPhone: foreign(3), ownerCvr: '99000015' })(scene) }),
  play: until('.tag.stopped'),
};

export const ReceiptNarrow: Story = { ...order(data, { width: 320 }), play: until('.tag.good') };

/** The new user stands in the list at once, and follows the order. */
export const InList: Story = {
  ...order(data),
  play: async (context) => {
    await send(context);
    await find(context.canvasElement, '.receipt');
    await pressOn(context.canvasElement, 'Tilbage til');
    await find(context.canvasElement, 'table');
  },
};
