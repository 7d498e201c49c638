import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/company-switcher/ss-company-switcher.ts';
import '../src/subscriptions/ss-subscriptions.ts';
import { at, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { refuses } from './faults.ts';
import { find, press, pressOn, reads, seen, type, until } from './hands.ts';
import { draftLeft, type Left } from './prepared.ts';
import { withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** »Opret nyt abonnement«, step by step up to the last one. Nothing is ordered here. */
const meta: Meta = {
  title: 'ss-subscriptions/new subscription',
  component: 'ss-subscriptions',
  tags: ['!autodocs'], // the guide is one page of many steps, each a story of its own
  argTypes: { href: { control: false } },
  render: (args) => html`<ss-subscriptions ${controlled(args)}></ss-subscriptions>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;
type Doing = (canvas: HTMLElement) => Promise<unknown>;

/** A step, with what was left in those before it. */
const step = (name: string, left: Left | undefined, options: SandboxOptions = {}): Story => ({
  ...withSandbox({ company: 'c1', ...(left && { prepare: draftLeft(left) }), ...options }),
  args: { route: `new/${name}` },
});

const play = (...doings: readonly Doing[]): { readonly play: Play } => ({
  play: async ({ canvasElement }) => {
    await find(canvasElement, '#step-title');
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

/** Waits for what a step shows once it has come, and goes on. */
const goOn =
  (...selectors: readonly string[]): Doing =>
  async (canvas) => {
    for (const selector of selectors) await find(canvas, selector);
    await pressOn(canvas, 'Fortsæt');
  };

const listed = sees('form > .summary');

const user = { userKind: 'new', name: 'Signe Nyholm', email: 'signe.nyholm@nordlys.example', costCentre: 'Salg' } as const;
const toPlan: Left = { ...user, passed: ['user'] };
const toNumber: Left = { ...user, plan: 'Mobil 20 GB', passed: ['user', 'plan'] };
const toSim: Left = { ...toNumber, numberFor: 14, passed: ['user', 'plan', 'number'] };
const toDelivery: Left = { ...toSim, sim: 'sim', passed: ['user', 'plan', 'number', 'sim'] };

export const User: Story = { ...step('user', undefined), ...play(sees('form .choice')) };

export const UserNew: Story = { ...step('user', user), ...play(sees('#email')) };

export const UserNothingChosen: Story = { ...step('user', undefined), ...play(goOn('form .choice'), listed) };

export const UserWithErrors: Story = {
  ...step('user', { userKind: 'new', email: 'signe.nyholm' }),
  ...play(goOn('#email'), listed),
};

/** Somebody of that name is there already. */
export const UserNamesake: Story = { ...step('user', { userKind: 'new' }), ...play(writes('name', 'Søren Sørensen'), sees('form .strip')) };

export const UserDark: Story = { ...step('user', { userKind: 'new' }, { dark: true }), ...play(goOn('#email'), listed) };

export const UserEnglish: Story = { ...step('user', user, { lang: 'en' }), ...play(sees('#email')) };

export const UserNarrow: Story = { ...step('user', { userKind: 'new' }, { width: 320 }), ...play(goOn('#email'), listed) };

const lookUp =
  (words: string): Doing =>
  async (canvas) => {
    const input = await find(canvas, '#user');
    input.focus();
    await type(canvas, '#user', words);
  };

export const LookUp: Story = {
  ...step('user', { userKind: 'existing' }),
  ...play(lookUp('sø'), sees('[role=option]')),
};

export const LookUpDark: Story = {
  ...step('user', { userKind: 'existing' }, { dark: true }),
  ...play(lookUp('k'), sees('[role=option]')),
};

export const LookUpNoHit: Story = {
  ...step('user', { userKind: 'existing' }),
  ...play(lookUp('Zenobia Zimmer'), sees('.look-up-note button')),
};

export const LookUpNarrow: Story = {
  ...step('user', { userKind: 'existing' }, { width: 320 }),
  ...play(lookUp('a'), sees('[role=option]')),
};

export const LookUpChosen: Story = {
  ...step('user', { userKind: 'existing' }),
  ...play(lookUp('aage'), sees('[role=option]'), (canvas) => press(canvas, '[role=option]'), sees('.look-up-who')),
};

export const LookUpNothingChosen: Story = { ...step('user', { userKind: 'existing' }), ...play(goOn('#user'), listed) };

export const Plan: Story = { ...step('plan', toPlan), ...play(sees('#plan')) };

export const PlanNothingChosen: Story = { ...step('plan', toPlan), ...play(goOn('#plan'), listed) };

export const PlanChosen: Story = { ...step('plan', toPlan), ...play(on('Mobil 20 GB'), sees('aside .amount')) };

export const PlanDark: Story = { ...step('plan', toPlan, { dark: true }), ...play(on('Mobil Fri'), sees('aside .amount')) };

export const PlanEnglish: Story = { ...step('plan', toPlan, { lang: 'en' }), ...play(on('Mobil 20 GB'), sees('aside .amount')) };

export const PlanNarrow: Story = { ...step('plan', toPlan, { width: 320 }), ...play(on('Mobil 20 GB'), sees('aside .amount')) };

export const PlanLoading: Story = {
  ...step('plan', undefined, { prepare: draftLeft(toPlan), fault: at('/plans', silent()), stands: 'form .bone' }),
};

/** The price has become another one since the plan was chosen. */
export const PlanPriceChanged: Story = { ...step('plan', { ...toNumber, monthlyThen: 9900 }), ...play(sees('form > .strip')) };

export const Number: Story = { ...step('number', toNumber), ...play(sees('#numberKind')) };

export const NumberNothingChosen: Story = { ...step('number', toNumber), ...play(goOn('#numberKind'), listed) };

export const NumberNew: Story = { ...step('number', toNumber), ...play(on('Nyt nummer'), sees('.numbers .choice')) };

/** Kept for a quarter of an hour. */
export const NumberHeld: Story = {
  ...step('number', toNumber),
  ...play(
    on('Nyt nummer'),
    sees('.numbers .choice'),
    (canvas) => press(canvas, '.numbers .choice'),
    (canvas) => reads(canvas, 'er reserveret til dig'),
  ),
};

export const NumberNewNarrow: Story = { ...step('number', toNumber, { width: 320 }), ...play(on('Nyt nummer'), sees('.numbers .choice')) };

export const NumberNoHit: Story = {
  ...step('number', toNumber),
  ...play(on('Nyt nummer'), writes('digits', '00000000'), (canvas) => reads(canvas, 'Ingen ledige numre')),
};

/** Somebody else was quicker. */
export const NumberTaken: Story = {
  ...step('number', toNumber, {
    fault: at('/hold', refuses(422, 'invalid', [{ pointer: '/phone', type: 'taken' }])),
    stands: '.numbers .error',
  }),
  ...play(on('Nyt nummer'), sees('.numbers .choice'), (canvas) => press(canvas, '.numbers .choice'), sees('.numbers .error')),
};

/** The quarter of an hour is over. */
export const NumberHoldRunOut: Story = {
  ...step('number', { ...toSim, numberFor: -1 }),
  ...play((canvas) => reads(canvas, 'Vælg et nummer igen')),
};

export const NumberMoved: Story = { ...step('number', { ...toNumber, numberKind: 'move' }), ...play(sees('#authority')) };

export const NumberMovedWithErrors: Story = {
  ...step('number', {
    ...toNumber,
    numberKind: 'move',
    movedPhone: '12 34 56 78',
    ownerCvr: '99 00 00 16',
    timing: 'date',
    date: '2026-12-05',
  }),
  ...play(goOn('#authority'), listed),
};

const moved: Left = {
  ...{ ...toNumber, numberKind: 'move', movedPhone: '67 10 90 20', provider: 'Gammelt Tele', ownerCvr: '99 00 00 15' },
  ...{ timing: 'date', date: '2026-12-01', authority: true },
};

export const NumberMovedFilled: Story = { ...step('number', moved), ...play(sees('#date')) };

export const NumberMovedNarrow: Story = { ...step('number', moved, { width: 320 }), ...play(sees('#date')) };

export const NumberMovedDark: Story = { ...step('number', moved, { dark: true }), ...play(sees('#date')) };

export const NumberMovedEnglish: Story = { ...step('number', moved, { lang: 'en' }), ...play(sees('#date')) };

export const Sim: Story = { ...step('sim', toSim), ...play(sees('#sim')) };

export const SimNothingChosen: Story = { ...step('sim', toSim), ...play(goOn('#sim'), listed) };

export const SimNarrow: Story = { ...step('sim', { ...toSim, sim: 'sim' }, { width: 320 }), ...play(sees('#sim')) };

export const Delivery: Story = { ...step('delivery', toDelivery), ...play(sees('#delivery-edit')) };

const elsewhere: Doing = async (canvas) => {
  await press(canvas, '#delivery-edit');
  await type(canvas, '#delivery-street', 'Testallé');
  await type(canvas, '#delivery-houseNumber', '101');
  await type(canvas, '#delivery-postcode', '2300');
  await until(() => seen(canvas, '#delivery-town').some((town) => (town as HTMLInputElement).value === 'København S'), 'the town');
};

export const DeliveryElsewhere: Story = { ...step('delivery', toDelivery), ...play(elsewhere) };

const wrong: Doing = async (canvas) => {
  await press(canvas, '#delivery-edit');
  await type(canvas, '#delivery-street', '');
  await type(canvas, '#delivery-houseNumber', 'tolv');
  await type(canvas, '#delivery-floor', 'loftet');
  await type(canvas, '#delivery-postcode', '3900');
  await pressOn(canvas, 'Fortsæt');
};

export const DeliveryWithErrors: Story = { ...step('delivery', toDelivery), ...play(wrong, listed) };

export const DeliveryWithErrorsNarrow: Story = { ...step('delivery', toDelivery, { width: 320 }), ...play(wrong, listed) };

export const DeliveryDark: Story = { ...step('delivery', toDelivery, { dark: true }), ...play(elsewhere) };

/** The list tells of what was begun. */
export const DraftInList: Story = {
  ...withSandbox({ company: 'c1', prepare: draftLeft(toPlan) }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.begun');
  },
};

export const DraftInListNarrow: Story = {
  ...withSandbox({ company: 'c1', width: 320, prepare: draftLeft(toPlan) }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.begun');
  },
};

export const DiscardQuestion: Story = {
  ...withSandbox({ company: 'c1', prepare: draftLeft(toPlan) }),
  play: async ({ canvasElement }) => {
    await pressOn(canvasElement, 'Slet kladde');
    await find(canvasElement, 'dialog[open]');
  },
};

const withSwitcher = (): TemplateResult =>
  html`<div class="stack">
    <ss-company-switcher></ss-company-switcher>
    <ss-subscriptions route="new"></ss-subscriptions>
  </div>`;

const switchCompany: Doing = async (canvas) => {
  const select = (await find(canvas, 'select')) as HTMLSelectElement;
  select.selectedIndex = select.selectedIndex === 0 ? 1 : 0;
  select.dispatchEvent(new Event('change'));
  await find(canvas, 'dialog[open]');
};

/** Somebody goes to another company before what they filled in is sent. */
export const LeaveQuestion: Story = {
  ...withSandbox({ company: 'c1' }),
  render: withSwitcher,
  ...play(on('En ny bruger'), writes('name', 'Signe Nyholm'), goOn(), sees('#plan'), switchCompany),
};

/** The same where the host keeps drafts. */
export const LeaveQuestionKept: Story = {
  ...withSandbox({ company: 'c1', prepare: draftLeft(user) }),
  render: withSwitcher,
  ...play(sees('#email'), switchCompany),
};

/** The guide is for those who may change something. */
export const NoRight: Story = { ...step('user', undefined, { person: 'lars', stands: '[part=no-access]' }) };
