import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/company-switcher/ss-company-switcher.ts';
import '../src/subscriptions/ss-subscriptions.ts';
import { answers, at, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { bent, both, sending } from './faults.ts';
import { find, press, pressOn, reads, type } from './hands.ts';
import { asking, blocked, changeOrdered, closingOrdered, edited, moveOrdered } from './prepared.ts';
import { problem, withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** The profile as it stands. What is done from it opens above it: see »profile, what is done«. */
const meta: Meta = {
  title: 'ss-subscriptions/profile',
  component: 'ss-subscriptions',
  tags: ['!autodocs'], // a page of them all would be one profile many times
  argTypes: { href: { control: false } },
  render: (args, { loaded }) =>
    html`<ss-subscriptions route=${ifDefined((loaded as Loaded).route)} ${controlled(args)}></ss-subscriptions>`,
};
export default meta;

type Story = StoryObj;

/** In a company that nothing is changed in. */
const of = (key: string, options: SandboxOptions = {}) => withSandbox({ company: 'c1', profile: ['user', key], ...options });

/** Of somebody in the house where stories change something. */
const house = (key: string, options: SandboxOptions = {}) =>
  withSandbox({ person: 'story', company: 'house', profile: ['user', key], ...options });

export const Default: Story = { ...of('u2') };

export const English: Story = { ...of('u2', { lang: 'en' }) };

export const Dark: Story = { ...of('u2', { dark: true }) };

export const Narrow: Story = { ...of('u1', { width: 320 }) };

export const TwoSubscriptions: Story = { ...of('u1') };

/** A router in the store room has a subscription and no user. */
export const WithoutPerson: Story = { ...withSandbox({ company: 'c1', profile: ['subscription', 's-router'] }) };

export const WithoutSubscription: Story = { ...of('u22') };

interface Profile {
  readonly subscriptions: readonly object[];
}

/** A subscription that the operator has only just been asked for, which in the sandbox it is for a moment. */
const underway = (change: object, more: object) =>
  both(
    at('/orders/', silent()),
    at(
      '/users/',
      bent(({ subscriptions: [first], ...profile }: Profile) => {
        const coming = { id: 'o', kind: 'newSubscription', state: 'acknowledged', date: null, requestedDate: null, moved: false };
        const changes = [{ ...coming, plan: null, monthly: null, sim: null, canUndo: true, ...change }];
        return {
          ...profile,
          subscriptions: [{ ...first, start: '2026-11-22', status: 'pendingActive', sim: null, usage: null, changes, ...more }],
        };
      }),
    ),
  );

export const BeingSetUp: Story = { ...of('u13', { fault: underway({}, { moveDate: null }), stands: '.changes' }) };

/** The other provider has not answered yet. */
export const MoveRequested: Story = {
  ...of('u13', { fault: underway({ moved: true, state: 'inProgress', requestedDate: '2026-12-01' }, {}), stands: '.changes' }),
};

/** The other provider wants another day than the one that was wished for. */
export const MoveConfirmed: Story = { ...house('h-move', { prepare: moveOrdered }) };

export const Closing: Story = { ...house('h-close', { prepare: closingOrdered }) };

/** It was ordered otherwise, so it cannot be taken back here. */
export const ClosingOrderedElsewhere: Story = { ...of('u17') };

export const ChangePlanned: Story = { ...house('h-change', { prepare: changeOrdered }) };

export const Blocked: Story = { ...house('h-block', { prepare: blocked }) };

export const DataUsedUp: Story = { ...house('h-used') };

export const Bound: Story = { ...house('h-bound') };

/** Who may only read sees the same, and nothing that changes. */
export const ReadOnly: Story = { ...of('u2', { person: 'lars' }) };

export const LongNames: Story = {
  ...withSandbox({ person: 'long', company: 'long1', profile: ['user', 'long1'], width: 480 }),
};

export const Loading: Story = { ...of('u2', { fault: at('/users/', silent()), stands: '.back ~ div .bone' }) };

export const Missing: Story = { ...withSandbox({ company: 'c1', stands: problem }), args: { route: 'users/findes-ikke' } };

const openEdit: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await press(canvasElement, '.person button');
  await find(canvasElement, '#edit-name');
};

export const Edit: Story = { ...of('u2'), play: openEdit };

export const EditNarrow: Story = { ...of('u2', { width: 320 }), play: openEdit };

export const EditWithErrors: Story = {
  ...of('u2'),
  play: async (context) => {
    const { canvasElement } = context;
    await openEdit(context);
    await type(canvasElement, '#edit-name', ' ');
    await type(canvasElement, '#edit-email', 'aage.oestergaard');
    await press(canvasElement, '.edit .submit');
    await find(canvasElement, '.edit .summary');
  },
};

export const EditSaving: Story = {
  ...of('u2', { fault: sending(silent()), stands: '.edit .submit[aria-disabled=true]' }),
  play: async (context) => {
    const { canvasElement } = context;
    await openEdit(context);
    await type(canvasElement, '#edit-costCentre', 'Kvalitet og miljø');
    await press(canvasElement, '.edit .submit');
  },
};

export const EditUnsure: Story = {
  ...of('u2', { fault: sending(answers(503)) }),
  play: EditSaving.play ?? openEdit,
};

/** A colleague has changed the same field and another one meanwhile: what they have made of it stands beside what was typed. */
export const EditChangedByColleague: Story = {
  ...house('h-edit', { prepare: edited({ costCentre: 'Salg', email: 'jens.krag@storyhuset.example' }) }),
  play: async (context) => {
    const { canvasElement, loaded } = context;
    await openEdit(context);
    await type(canvasElement, '#edit-costCentre', 'Salg, Fyn');
    const { companyId = '', route = '' } = loaded as Loaded;
    const company = `companies/${companyId}`;
    const edit = edited({ costCentre: 'Marketing', email: 'jens@storyhuset.example' });
    await edit({ ask: asking('story'), company, profile: `${company}/${route}` });
    await press(canvasElement, '.edit .submit');
    await find(canvasElement, '.edit .choice');
  },
};

export const EditChangedByColleagueNarrow: Story = {
  ...house('h-edit', { width: 320, prepare: edited({ costCentre: 'Salg', email: 'jens.krag@storyhuset.example' }) }),
  play: EditChangedByColleague.play ?? openEdit,
};

/** Somebody goes to another company before what they typed is saved. */
export const EditLeaveQuestion: Story = {
  ...house('h-edit'),
  render: (_args, { loaded }) =>
    html`<div class="stack">
      <ss-company-switcher></ss-company-switcher>
      <ss-subscriptions route=${ifDefined((loaded as Loaded).route)}></ss-subscriptions>
    </div>`,
  play: async (context) => {
    const { canvasElement } = context;
    await openEdit(context);
    await type(canvasElement, '#edit-costCentre', 'Indkøb');
    const select = (await find(canvasElement, 'select')) as HTMLSelectElement;
    select.selectedIndex = 1 - select.selectedIndex;
    select.dispatchEvent(new Event('change'));
    await find(canvasElement, 'dialog[open]');
  },
};

/** What was being done was put away before its outcome was known. */
export const UnsureInCard: Story = {
  ...of('u2', { fault: sending(answers(500)), stands: '.card > .strip' }),
  play: async ({ canvasElement }) => {
    await pressOn(canvasElement, 'Nedlæg abonnement');
    await reads(canvasElement, 'Vil I nedlægge');
    await press(canvasElement, 'dialog .submit');
    await find(canvasElement, problem);
    await pressOn(canvasElement, 'Luk');
  },
};
