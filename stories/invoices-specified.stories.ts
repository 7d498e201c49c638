import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { InvoiceUserPage } from '../src/invoices/invoice-user.ts';
import type { Invoice, InvoicePage, InvoiceSummary } from '../src/invoices/invoice.ts';
import '../src/invoices/ss-invoices.ts';
import { answers, at, silent } from '../test/faults.ts';
import { bent, both, refuses } from './faults.ts';
import { find, press, pressOn, reads, seen, type, until } from './hands.ts';
import type { Scene } from './prepared.ts';
import { problem, withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** »Specificeret«: an invoice down to each line and call. */
const meta: Meta = {
  title: 'ss-invoices/specified',
  component: 'ss-invoices',
  tags: ['!autodocs'], // a page of them all would be one invoice many times
  parameters: { controls: { disable: true } },
  render: (_args, { loaded }) => html`<ss-invoices route=${ifDefined((loaded as Loaded).route)}></ss-invoices>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;
type Wanted = (invoice: InvoiceSummary) => boolean;

const isWhole: Wanted = ({ credits }) => credits === null;
const issued =
  (day: string): Wanted =>
  (invoice) =>
    isWhole(invoice) && invoice.issued === day;

/** The newest document of the company for which this holds; at a user of it, where one is named. */
const opened =
  (isWanted: Wanted, user?: string) =>
  async ({ ask, company }: Scene): Promise<Loaded> => {
    const { items } = (await ask(`${company}/invoices?limit=100`)).body as InvoicePage;
    const found = items.find(isWanted);
    if (!found) throw new Error('There is no such invoice.');
    if (user === undefined) return { route: found.id };
    const body = { search: user, offset: 0, limit: 1 };
    const page = (await ask(`${company}/invoices/${found.id}/users/search`, { method: 'POST', body })).body as InvoiceUserPage;
    return { route: `${found.id}/users/${page.items[0]?.id ?? ''}` };
  };

const of = (company: string, isWanted: Wanted, options: SandboxOptions = {}) =>
  withSandbox({ company, prepare: opened(isWanted), ...options });

/** Of a company with every kind of usage. */
const usual = (options: SandboxOptions = {}) => of('c1', isWhole, options);

export const Default: Story = { ...usual() };

export const English: Story = { ...usual({ lang: 'en' }) };

export const Dark: Story = { ...usual({ dark: true }) };

export const Narrow: Story = { ...usual({ width: 320 }) };

const searching =
  (words: string): Play =>
  async ({ canvasElement }) => {
    await type(canvasElement, '#search', words);
  };

export const Search: Story = { ...usual(), play: searching('aage') };

export const NoMatch: Story = { ...usual(), play: searching('Findes ikke') };

const openUser: Play = async ({ canvasElement }) => {
  await press(canvasElement, '.users .disclosure');
  await find(canvasElement, '.users .lines');
};

export const UserOpen: Story = { ...usual(), play: openUser };

export const UserOpenEnglish: Story = { ...usual({ lang: 'en' }), play: openUser };

export const UserOpenDark: Story = { ...usual({ dark: true }), play: openUser };

export const UserOpenNarrow: Story = { ...usual({ width: 320 }), play: openUser };

const openCalls: Play = async (context) => {
  await openUser(context);
  await press(context.canvasElement, '.inside button.link');
  await find(context.canvasElement, '.calls');
};

export const Calls: Story = { ...usual(), play: openCalls };

export const CallsEnglish: Story = { ...usual({ lang: 'en' }), play: openCalls };

export const CallsNarrow: Story = { ...usual({ width: 320 }), play: openCalls };

/** The place of one user, as a mail or a profile may lead to it. */
export const OneUser: Story = { ...usual({ prepare: opened(isWhole, 'Anders Abildgaard') }) };

export const OneUserNarrow: Story = { ...usual({ prepare: opened(isWhole, 'Anders Abildgaard'), width: 320 }) };

const openAll: Play = async ({ canvasElement }) => {
  await press(canvasElement, '.per-user .tools button[aria-disabled=false]');
  await find(canvasElement, '.users .lines');
};

export const AllOpen: Story = { ...usual(), play: openAll };

export const AllOpenNarrow: Story = { ...usual({ width: 320 }), play: openAll };

const openNobody: Play = async ({ canvasElement }) => {
  await press(canvasElement, '.nobody .disclosure');
  await find(canvasElement, '.nobody .lines');
};

/** What is of no user. */
export const WithoutUser: Story = { ...usual(), play: openNobody };

/** Somebody who has left is on it by the name they had then. */
export const FormerUser: Story = { ...of('c1', issued('2026-03-01')), play: searching('Gunnhild') };

/** The first invoice of somebody who came in the middle of a month. */
export const PartOfAMonth: Story = { ...of('c1', issued('2024-12-01')), play: openUser };

/** Part of what had been paid for is paid back. */
export const Refund: Story = {
  ...of('c2', issued('2026-07-01')),
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Vagn Åkjær');
    await pressOn(canvasElement, 'Vagn Åkjær');
    await find(canvasElement, '.lines');
  },
};

export const OnlyProducts: Story = { ...of('c6', issued('2024-12-01')), play: openUser };

export const Nothing: Story = { ...of('x2', issued('2026-11-01'), { person: 'mange' }), play: openUser };

/** The fees of a reminder carry no VAT. */
export const VatFree: Story = { ...of('c5', issued('2026-11-01')), play: openNobody };

export const VatFreeDark: Story = { ...of('c5', issued('2026-11-01'), { dark: true }), play: openNobody };

export const Reminded: Story = { ...of('c5', issued('2026-10-01')) };

export const CreditNote: Story = { ...of('c1', ({ credits }) => credits !== null), play: openUser };

export const CreditNoteEnglish: Story = { ...of('c1', ({ credits }) => credits !== null, { lang: 'en' }) };

export const CreditNoteNarrow: Story = { ...of('c1', ({ credits }) => credits !== null, { width: 320, dark: true }) };

/** Part of it has been taken back. */
export const Credited: Story = { ...of('c1', issued('2026-10-01')) };

/** All of it has been taken back. */
export const CreditedWhole: Story = {
  ...of('c1', issued('2026-10-01'), {
    fault: at(
      '/invoices/',
      bent((answer: Invoice) => ('creditNotes' in answer ? { ...answer, state: 'credited' } : answer)),
    ),
    stands: '.users',
  }),
};

/** 1,800 users: the sums stand at once, the users come a page at a time. */
export const LargeCompany: Story = { ...of('c3', isWhole) };

export const LargeCompanySecondPage: Story = {
  ...of('c3', isWhole),
  play: ({ canvasElement }) => press(canvasElement, '.per-user [part=pager] button:last-of-type'),
};

const longNames = at(
  '/users/search',
  bent((page: InvoiceUserPage) => ({
    ...page,
    items: page.items.map((user, index) => ({
      ...user,
      name:
        index % 2 ? 'Speciallægekonsulentoverassistentvikaren Åge' : 'Anne-Sofie Frederikke Abildgaard-Christiansen von Øster-Løgumkloster',
      costCentre: 'Indkøb, forsyning og tværgående opgaver',
    })),
  })),
);

export const LongNames: Story = { ...of('c2', isWhole, { fault: longNames, stands: '.users' }), play: openUser };

export const LongNamesNarrow: Story = { ...of('c2', isWhole, { fault: longNames, stands: '.users', width: 320 }), play: openUser };

/** Of a newer backend, or a sloppier one. */
export const Unknown: Story = {
  ...usual({
    fault: both(
      at(
        '/lines?',
        bent((page: { readonly items: readonly object[] }) => ({
          ...page,
          items: page.items.map((line, index) => (index === 0 ? { ...line, kind: 'floating', group: 'floating', amount: 'meget' } : line)),
        })),
      ),
      at(
        '/invoices/',
        bent((answer: Invoice) =>
          'creditNotes' in answer ? { ...answer, state: 'floating', payment: 'ja', vat: null, ahead: 'altid' } : answer,
        ),
      ),
    ),
    stands: '.users .lines',
  }),
  play: openUser,
};

export const Loading: Story = { ...usual({ fault: at('/invoices/', silent()), stands: '.bone' }) };

export const UsersLoading: Story = { ...usual({ fault: at('/users/search', silent()), stands: '.per-user .bone' }) };

export const UsersFailed: Story = { ...usual({ fault: at('/users/search', answers(500)) }) };

const pressUser: Play = ({ canvasElement }) => press(canvasElement, '.users .disclosure');

export const LinesLoading: Story = { ...usual({ fault: at('/lines?', silent()), stands: '.inside .bone' }), play: pressUser };

export const LinesFailed: Story = { ...usual({ fault: at('/lines?', answers(500)) }), play: pressUser };

export const LinesFailedNarrow: Story = { ...usual({ fault: at('/lines?', answers(500)), width: 320 }), play: pressUser };

/** Another company's, or none. */
export const Missing: Story = { ...usual({ fault: at('/invoices/', refuses(404, 'not-found')) }) };

export const MissingEnglish: Story = { ...usual({ fault: at('/invoices/', refuses(404, 'not-found')), lang: 'en' }) };

export const Failed: Story = { ...usual({ fault: at('/invoices/', answers(500)), stands: problem }) };

/** What there is to say of each of the files stands under their buttons. */
const files: Play = async ({ canvasElement }) => {
  await press(canvasElement, '.facts .actions button:first-of-type');
  await find(canvasElement, '.download');
  await press(canvasElement, '.facts .actions button:last-of-type');
  await until(() => seen(canvasElement, '.download').length === 2, 'both files');
};

export const FilesComing: Story = {
  ...usual({ fault: both(at('/pdf', silent()), at('/csv', silent())), stands: '.download' }),
  play: files,
};

export const FilesFailed: Story = {
  ...usual({ fault: both(at('/pdf', answers(500)), at('/csv', refuses(403, 'forbidden'))), stands: '.download' }),
  play: files,
};

export const FilesFailedNarrow: Story = {
  ...usual({ fault: both(at('/pdf', answers(500)), at('/csv', answers(500))), stands: '.download', width: 320 }),
  play: files,
};
