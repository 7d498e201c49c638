import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { InvoicePage, InvoiceSummary } from '../src/invoices/invoice.ts';
import '../src/invoices/ss-invoices.ts';
import { answers, at, html as htmlInstead, network, offline, silent, type Fault } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { bent, entitled, refuses } from './faults.ts';
import { choose, find, press } from './hands.ts';
import { problem, withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** »Jeres fakturaer«: the list, what is to be paid, and the files. */
const meta: Meta = {
  title: 'ss-invoices/list',
  component: 'ss-invoices',
  argTypes: { href: { control: false } }, // a function of the host's
  render: (args) => html`<ss-invoices ${controlled(args)}></ss-invoices>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const of = (company: string, options: SandboxOptions = {}) => withSandbox({ company, ...options });

/** Two years of them, a credit note, and what should have been paid. */
export const Default: Story = { ...of('c1') };

export const English: Story = { ...of('c1', { lang: 'en' }) };

export const Dark: Story = { ...of('c1', { dark: true }) };

/** 320 pixels: a row becomes a card, and stays a row of a table to those who listen. */
export const Narrow: Story = { ...of('c1', { width: 320 }) };

export const NarrowDark: Story = { ...of('c1', { width: 320, dark: true }) };

export const NarrowEnglish: Story = { ...of('c1', { width: 320, lang: 'en' }) };

/** Two are overdue; of the older one there has been a reminder. Who looks may only read. */
export const Overdue: Story = { ...of('c5') };

/** The newest is not due yet. */
export const Outstanding: Story = {
  ...of('c1', {
    fault: at(
      '/invoices',
      bent((page: InvoicePage) => ({
        ...{ ...page, overdue: { ...page.overdue, amount: 0 } },
        items: page.items.map((invoice) => (invoice.outstanding.amount > 0 ? { ...invoice, due: '2026-11-30' } : invoice)),
      })),
    ),
    stands: '.list',
  }),
};

export const AllPaid: Story = { ...of('c2') };

export const PartiallyPaid: Story = { ...of('c6') };

/** One that came to nothing. */
export const Nothing: Story = { ...of('x2', { person: 'mange' }) };

/** The newest invoice has been taken back whole. */
const credited = ({ items, ...page }: InvoicePage) => {
  const isNewest = (invoice: InvoiceSummary) => invoice === items.find(({ credits }) => credits === null);
  const none = { ...page.outstanding, amount: 0 };
  return {
    ...{ ...page, outstanding: none, overdue: none, unpaid: 0 },
    items: items.map((invoice) => (isNewest(invoice) ? { ...invoice, state: 'credited', outstanding: none } : invoice)),
  };
};

export const Credited: Story = { ...of('c1', { fault: at('/invoices', bent(credited)), stands: '.list' }) };

export const SecondPage: Story = {
  ...of('c1'),
  args: { 'page-size': 10 },
  play: ({ canvasElement }) => press(canvasElement, '[part=pager] button:last-of-type'),
};

/** The host begins with what is not paid. */
export const Unpaid: Story = { ...of('c5'), args: { status: 'unpaid' } };

export const CreditNotes: Story = { ...of('c1'), args: { status: 'creditNotes' } };

const chooseNothing: Play = async ({ canvasElement }) => {
  await choose(canvasElement, '[name=year]', '2025');
  await choose(canvasElement, '[name=state]', 'unpaid');
  await find(canvasElement, '.notice');
};

export const NoMatch: Story = { ...of('c1'), play: chooseNothing };

export const NoMatchNarrow: Story = { ...of('c1', { width: 320 }), play: chooseNothing };

export const Empty: Story = { ...of('c4') };

export const EmptyEnglish: Story = { ...of('c4', { lang: 'en' }) };

export const EmptyWithOwnWords: Story = {
  ...of('c4'),
  render: () =>
    html`<ss-invoices>
      <p slot="empty">Den første faktura kommer den 1. i næste måned. Den sender vi til jer med e-mail.</p>
    </ss-invoices>`,
};

/** Of a newer backend, or a sloppier one: a state nobody knows, no amount, no day, no number. */
export const Unknown: Story = {
  ...of('c1', {
    fault: at(
      '/invoices',
      bent((page: InvoicePage) => ({
        ...page,
        items: page.items.map((invoice, index) => {
          if (index === 0) return { ...invoice, state: 'floating' };
          if (index === 1) return { ...invoice, total: { amount: 'meget', currency: 'DKK' }, due: '2026-13-45' };
          return index === 2 ? { ...invoice, number: null, issued: null } : invoice;
        }),
      })),
    ),
    stands: '.list',
  }),
};

export const LargeAmounts: Story = {
  ...of('c3', {
    width: 320,
    fault: at(
      '/invoices',
      bent((page: InvoicePage) => ({
        ...{ ...page, outstanding: { ...page.outstanding, amount: 987_654_321_00 }, unpaid: page.items.length },
        items: page.items.map((invoice) => {
          const amount = { ...invoice.total, amount: 987_654_321_00 };
          return { ...invoice, state: 'sent', total: amount, outstanding: amount };
        }),
      })),
    ),
    stands: '.list',
  }),
};

const listing = (fault: Fault) => at('/invoices', fault);

export const Loading: Story = { ...of('c1', { fault: listing(silent()), stands: '.bone' }) };

export const LoadingNarrow: Story = { ...of('c1', { fault: listing(silent()), stands: '.bone', width: 320 }) };

/** After five seconds. After ten it says that it took too long. */
export const StillLoading: Story = { ...of('c1', { fault: listing(silent()), stands: 'p.dim.small[role=status]' }) };

export const Unreachable: Story = { ...of('c1', { fault: offline() }) };

/** The device itself has no network. */
export const Offline: Story = {
  ...of('c1', { fault: offline() }),
  tags: ['!autodocs'], // the whole page has none
  beforeEach: () => {
    network(false);
    return () => {
      network(true);
    };
  },
};

export const ServerError: Story = { ...of('c1', { fault: listing(answers(500)) }) };

/** The backend wants to be left alone for ten minutes. */
export const Busy: Story = { ...of('c1', { fault: listing(answers(429, { 'retry-after': '600' })) }) };

/** Somebody in between answers with a page of their own. */
export const Unexpected: Story = { ...of('c1', { fault: listing(htmlInstead()) }) };

/** Whoever looks has nothing to do with invoices. */
export const Forbidden: Story = { ...of('c1', { fault: entitled({ invoices: 'none' }), stands: '[part=no-access]' }) };

export const SignedOut: Story = { ...withSandbox({ person: null, stands: '[part=signed-out]' }) };

export const SignedOutWithOwnWords: Story = {
  ...withSandbox({ person: null }),
  render: () =>
    html`<ss-invoices>
      <p slot="signed-out">Jeres fakturaer vises her, når du er <a href="#log-ind">logget ind på Mit Eksempeltele</a>.</p>
    </ss-invoices>`,
};

export const NoCompany: Story = { ...withSandbox({ person: 'uffe' }) };

export const UnknownPlace: Story = { ...of('c1', { stands: problem }), args: { route: 'et/helt/andet/sted' } };

/** Two operators, the same list in the look of each. */
export const Themed: Story = {
  ...of('c2'),
  render: () =>
    html`<div class="stack">
      <ss-invoices class="fjordnet" page-size="4"></ss-invoices>
      <ss-invoices class="nordmobil" page-size="4"></ss-invoices>
    </div>`,
};

/** What there is to say of a file stands under the row it was asked for in. */
const file = (fault: Fault, options: SandboxOptions = {}): Story => ({
  ...of('c1', { fault: at('/pdf', fault), stands: '.download', ...options }),
  tags: ['!autodocs'], // pressed in stories of their own only
  args: { 'page-size': 5 },
  play: ({ canvasElement }) => press(canvasElement, '.pdf'),
});

/** It begins to come, and takes long. */
export const FileComing: Story = file(silent());

/** The sandbox in a browser makes no PDFs: it answers that the file is not ready, and is asked again for two minutes. */
export const FileBeingMade: Story = file((inner) => inner);

export const FileBeingMadeEnglish: Story = file((inner) => inner, { lang: 'en' });

export const FileBeingMadeNarrow: Story = file((inner) => inner, { width: 320, dark: true });

/** It will take longer than anybody waits. */
const notReady = answers(
  409,
  { 'content-type': 'application/problem+json', 'retry-after': '600' },
  { type: 'urn:selvbetjening:problem:not-ready', title: '', status: 409, requestId: 'example-request' },
);

export const FileNotReady: Story = file(notReady);

export const FileNotReadyDark: Story = file(notReady, { dark: true });

export const FileFailed: Story = file(answers(500));

/** It says that it is a PDF, and ends in the middle of one. */
export const FileCutOff: Story = file(answers(200, { 'content-type': 'application/pdf' }, '%PDF-1.7\nOne pa'));

export const FileOffline: Story = file(offline());

export const FileGone: Story = file(refuses(404, 'not-found'));

/** The right was taken away after the list had been shown. */
export const FileForbidden: Story = file(refuses(403, 'forbidden'));
