import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CasePage } from '../src/api/case.ts';
import '../src/overview/ss-overview.ts';
import { answers, at, html as htmlInstead, network, offline, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { bent, both, entitled } from './faults.ts';
import { withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** »Oversigt«: what matters now in each area, and the newest support cases. */
const meta: Meta = {
  title: 'ss-overview',
  component: 'ss-overview',
  argTypes: { href: { control: false } }, // a function of the host's
  render: (args) => html`<ss-overview ${controlled(args)}></ss-overview>`,
};
export default meta;

type Story = StoryObj;

const of = (company: string, options: SandboxOptions = {}) => withSandbox({ company, stands: '.page', ...options });

export const Default: Story = { ...of('c1') };

export const English: Story = { ...of('c1', { lang: 'en' }) };

export const Dark: Story = { ...of('c1', { dark: true }) };

/** The support cases come after the rest. */
export const Narrow: Story = { ...of('c1', { width: 320 }) };

export const NarrowDarkEnglish: Story = { ...of('c1', { width: 320, dark: true, lang: 'en' }) };

export const Medium: Story = { ...of('c1', { width: 760 }) };

/** Something is overdue; who looks may only read. */
export const Overdue: Story = { ...of('c5') };

export const ManyUsers: Story = { ...of('c2') };

/** A company that has just begun. */
export const New: Story = { ...of('c4') };

export const NoCases: Story = {
  ...of('c1', {
    fault: at(
      '/cases/search',
      bent((page: CasePage) => ({ ...page, items: [], total: 0, unread: 0, changedAt: null })),
    ),
  }),
};

/** Each state of a case, one of them with an answer that has not been seen; and of a newer backend a state nobody knows. */
export const CaseStates: Story = {
  ...of('c2', {
    fault: at(
      '/cases/search',
      bent((page: CasePage) => ({
        ...page,
        items: page.items.map((item, index) => ({
          ...item,
          state: ['acknowledged', 'inProgress', 'pending', 'resolved', 'floating'][index],
          unread: index === 2,
        })),
      })),
    ),
  }),
};

const allOf = (access: 'none' | 'read') => entitled({ subscriptions: access, products: access, invoices: access, cases: access });

export const ReadOnly: Story = { ...of('c1', { fault: allOf('read') }) };

export const WithoutInvoices: Story = { ...of('c1', { fault: entitled({ invoices: 'none' }) }) };

export const WithoutAnyRight: Story = { ...of('c1', { fault: allOf('none') }) };

export const WithoutAnyRightNarrow: Story = { ...of('c1', { fault: allOf('none'), width: 320 }) };

export const Loading: Story = { ...of('c1', { fault: at('/companies/', silent()), stands: '.bone' }) };

export const SessionLoading: Story = { ...of('c1', { fault: at('/session', silent()), stands: '.bone' }) };

/** One fails, the others stand. */
export const InvoicesFailed: Story = { ...of('c1', { fault: at('/invoices', answers(500)), stands: '[part=problem]' }) };

export const CasesFailedNarrow: Story = {
  ...of('c1', { fault: at('/cases/search', htmlInstead()), width: 320, stands: '[part=problem]' }),
};

export const SomeFailedDark: Story = {
  ...of('c1', {
    fault: both(at('/orders', answers(500)), at('/users/search', answers(429, { 'retry-after': '600' }))),
    dark: true,
    stands: '[part=problem]',
  }),
};

export const AllUnreachable: Story = { ...of('c1', { fault: at('/companies/', offline()), stands: '[part=problem]' }) };

/** The device itself has no network. */
export const Offline: Story = {
  ...of('c1', { fault: offline(), stands: '[part=problem]' }),
  tags: ['!autodocs'], // the whole page has none
  beforeEach: () => {
    network(false);
    return () => {
      network(true);
    };
  },
};

export const SignedOut: Story = { ...withSandbox({ person: null, stands: '[part=signed-out]' }) };

export const NoCompany: Story = { ...withSandbox({ person: 'uffe' }) };

/** In the look of one operator, and of another. */
export const ThemedFjordnet: Story = { ...of('c2'), render: () => html`<ss-overview class="fjordnet"></ss-overview>` };
export const ThemedNordmobil: Story = { ...of('c2'), render: () => html`<ss-overview class="nordmobil"></ss-overview>` };
