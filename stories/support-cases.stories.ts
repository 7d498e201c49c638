import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CasePage } from '../src/api/case.ts';
import '../src/support-cases/ss-support-cases.ts';
import { answers, at, html as htmlInstead, network, offline, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { bent, entitled } from './faults.ts';
import { choose, find, press, type } from './hands.ts';
import { problem, withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** »Mine supportsager«: the list. */
const meta: Meta = {
  title: 'ss-support-cases/list',
  component: 'ss-support-cases',
  argTypes: { href: { control: false }, topic: { control: false } }, // a function and an object of the host's
  render: (args) => html`<ss-support-cases ${controlled(args)}></ss-support-cases>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const of = (company: string, options: SandboxOptions = {}) => withSandbox({ company, ...options });

/** One in each status, two of them with an answer that Maja has not seen. */
export const Default: Story = { ...of('c1') };

export const English: Story = { ...of('c1', { lang: 'en' }) };

export const Dark: Story = { ...of('c1', { dark: true }) };

/** 320 pixels: a row becomes a card, and stays a row of a table to those who listen. */
export const Narrow: Story = { ...of('c1', { width: 320 }) };

export const NarrowDark: Story = { ...of('c1', { width: 320, dark: true }) };

const changed = (change: (page: CasePage) => unknown, options: SandboxOptions = {}) =>
  of('c1', { fault: at('/cases/search', bent(change)), stands: '.list', ...options });

const read = ({ items, ...page }: CasePage) => ({ ...page, unread: 0, items: items.map((one) => ({ ...one, unread: false })) });

/** Everything has been seen. */
export const AllRead: Story = { ...changed(read) };

const named =
  (...subjects: readonly string[]) =>
  ({ items, ...page }: CasePage) => ({ ...page, items: items.map((one, index) => ({ ...one, subject: subjects[index] ?? one.subject })) });

const longNames = named(
  'Vi kan hverken ringe ud, modtage opkald eller sende beskeder fra lageret, kontoret og kantinen, siden der blev skiftet router i tirsdags',
  'Donaudampfskibsselskabskaptajnskahytsdørsnøglehullernesrengøringspersonaleplanlægningsmøde',
  'الشبكة لا تعمل في المستودع منذ يوم الاثنين',
  '<b>Er det her fed skrift?</b>',
);

/** Subjects as people write them: long, in one word, from right to left, with markup. */
export const LongNames: Story = { ...changed(longNames) };

export const LongNamesNarrow: Story = { ...changed(longNames, { width: 320 }) };

/** Of a newer backend, or a sloppier one: a status nobody knows, no day, no subject. */
export const Unknown: Story = {
  ...changed(({ items, ...page }) => ({
    ...page,
    items: items.map((one, index) => {
      if (index === 0) return { ...one, state: 'floating' };
      return index === 1 ? { ...one, changedAt: 'i går' } : index === 2 ? { ...one, subject: null } : one;
    }),
  })),
};

/** The newest ten of many. */
export const Many: Story = { ...of('c2') };

/** »Vis alle«: all of them, page by page. */
export const All: Story = {
  ...of('c2'),
  play: ({ canvasElement }) => press(canvasElement, '[part=pager] button'),
};

export const OnlyMine: Story = { ...of('c1'), play: ({ canvasElement }) => press(canvasElement, '[name=mine]') };

export const Search: Story = { ...of('c1'), play: ({ canvasElement }) => type(canvasElement, '#search', 'simkort') };

const findNothing: Play = async ({ canvasElement }) => {
  await choose(canvasElement, '[name=state]', 'closed');
  await type(canvasElement, '#search', 'simkort');
  await find(canvasElement, '.notice');
};

export const NoMatch: Story = { ...of('c1'), play: findNothing };

export const NoMatchEnglish: Story = { ...of('c1', { lang: 'en' }), play: findNothing };

export const Empty: Story = { ...of('c6', { person: 'ida' }) };

export const EmptyEnglish: Story = { ...of('c6', { person: 'ida', lang: 'en' }) };

export const EmptyNarrow: Story = { ...of('c6', { person: 'ida', width: 320 }) };

export const Loading: Story = { ...of('c1', { fault: at('/cases', silent()), stands: '.bone' }) };

/** After five seconds. */
export const LoadingLong: Story = {
  ...of('c1', { fault: at('/cases', silent()), stands: '.bone' }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.long');
  },
};

export const Failed: Story = { ...of('c1', { fault: at('/cases', answers(500, { 'request-id': 'example-request' })) }) };

export const FailedEnglish: Story = { ...of('c1', { lang: 'en', fault: at('/cases', answers(500, { 'request-id': 'example-request' })) }) };

export const Unexpected: Story = { ...of('c1', { fault: at('/cases', htmlInstead()) }) };

export const Busy: Story = { ...of('c1', { fault: at('/cases', answers(429, { 'retry-after': '120' })) }) };

export const Offline: Story = {
  ...of('c1', { fault: at('/cases', offline()) }),
  play: async ({ canvasElement }) => {
    network(false);
    await find(canvasElement, problem);
    network(true);
  },
};

export const NoAccess: Story = { ...of('c1', { person: 'frida' }) };

export const NoAccessEnglish: Story = { ...of('c1', { person: 'frida', lang: 'en' }) };

/** Nothing that changes is offered. */
export const ReadOnly: Story = { ...of('c1', { fault: entitled({ cases: 'read' }), stands: '.list' }) };

export const SignedOut: Story = { ...withSandbox({ person: null }) };
