import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/portal/ss-portal.ts';
import type { SessionAnswer } from '../src/session/session.ts';
import { at, network, offline, silent } from '../test/faults.ts';
import { controlled } from './controls.ts';
import { bent, both, entitled } from './faults.ts';
import { find, press } from './hands.ts';
import { withSandbox, type SandboxOptions } from './with-sandbox.ts';

/** The whole Selvbetjening in one tag. Without `base` it keeps its place to itself, so that it leaves this page's address alone. */
const meta: Meta = {
  title: 'ss-portal',
  component: 'ss-portal',
  tags: ['!autodocs'], // each fills a page
  argTypes: {
    ...{ api: { control: false }, mode: { control: false }, company: { control: false } }, // the session around it has them
    base: { control: false }, // it would take this page's address
    route: {
      control: 'select',
      options: ['', 'subscriptions', 'subscriptions/new', 'products', 'invoices', 'invoices/e-invoice', 'cases'],
    },
  },
  render: (args) => html`<ss-portal .signOut=${signOut} ${controlled(args)}></ss-portal>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

/** The host's part; there is nobody here to sign out of. */
const signOut = (): void => undefined;

interface Portal extends SandboxOptions {
  /** The place in the portal. */
  readonly place?: string;
  /** The operator whose look it has; and its mark. */
  readonly brand?: string;
  readonly look?: string;
  readonly hideUnavailable?: boolean;
}

const portal = ({ place = '', brand, look, hideUnavailable = false, ...options }: Portal = {}): Story => ({
  ...withSandbox({ ...(options.person === undefined && { company: 'c1' }), ...options }),
  render: () =>
    html`<ss-portal class=${ifDefined(look)} route=${place} ?hide-unavailable=${hideUnavailable} .signOut=${signOut}>
      ${brand === undefined ? null : html`<strong slot="brand">${brand}</strong>`}
    </ss-portal>`,
});

export const Default: Story = { ...withSandbox({ company: 'c1' }), tags: ['autodocs'] };

export const Dark: Story = portal({ dark: true });

export const English: Story = portal({ lang: 'en' });

export const Subscriptions: Story = portal({ place: 'subscriptions' });

export const NewSubscription: Story = portal({ place: 'subscriptions/new' });

export const Products: Story = portal({ place: 'products' });

export const Orders: Story = portal({ place: 'products/orders' });

export const Invoices: Story = portal({ place: 'invoices' });

export const EInvoice: Story = portal({ place: 'invoices/e-invoice' });

export const Cases: Story = portal({ place: 'cases' });

export const NewCase: Story = portal({ place: 'cases/new' });

/** So many companies that they are searched for. */
export const ManyCompanies: Story = portal({ person: 'mange' });

/** Nothing to choose between: the name alone. */
export const OneCompany: Story = portal({ person: 'ida' });

export const NoCompany: Story = portal({ person: 'uffe' });

/** What there is no access to is shown as such (D5). */
export const InvoicesOnly: Story = portal({ person: 'frida' });

export const InvoicesOnlyNarrow: Story = portal({ person: 'frida', width: 320 });

/** What there is no access to is asked for all the same. */
export const Denied: Story = portal({ person: 'frida', place: 'subscriptions' });

export const HiddenUnavailable: Story = portal({ person: 'frida', hideUnavailable: true });

export const HiddenUnavailableNarrow: Story = portal({ person: 'frida', hideUnavailable: true, width: 375 });

export const ReadOnly: Story = portal({ person: 'lars', place: 'subscriptions' });

export const WithoutAnyRight: Story = portal({
  fault: entitled({ subscriptions: 'none', products: 'none', invoices: 'none', cases: 'none' }),
  stands: 'ss-overview',
});

export const SignedOut: Story = portal({ person: null, stands: '[part=signed-out]' });

export const SignedOutNarrow: Story = portal({ person: null, width: 320, stands: '[part=signed-out]' });

export const Loading: Story = portal({ fault: at('/session', silent()), stands: '.bone' });

/** The device itself has no network. */
export const Offline: Story = {
  ...portal({ fault: offline(), stands: '[part=problem]' }),
  beforeEach: () => {
    network(false);
    return () => {
      network(true);
    };
  },
};

export const UnknownPlace: Story = portal({ place: 'noget/andet' });

/** Where there is no room for the menu, the two choices of »Abonnementer« are a page (D6). */
export const Choices: Story = portal({ place: 'subscriptions/choices', width: 375 });

export const ChoicesReadOnly: Story = portal({ person: 'lars', place: 'subscriptions/choices', width: 375 });

export const Narrow: Story = portal({ width: 320 });

export const NarrowDarkEnglish: Story = portal({ width: 320, dark: true, lang: 'en' });

export const NarrowInvoices: Story = portal({ width: 320, place: 'invoices' });

/** Two rows: the company and the person, and the areas below. */
export const Medium: Story = portal({ width: 800 });

const opens =
  (menu: string): Play =>
  async ({ canvasElement }) => {
    await press(canvasElement, `.opens-${menu}`);
    await find(canvasElement, `#${menu}:popover-open`);
  };

/** The two choices of »Abonnementer«. */
export const MenuOpen: Story = { ...portal(), play: opens('choices') };

export const MenuOpenReadOnly: Story = { ...portal({ person: 'lars' }), play: opens('choices') };

export const PersonMenuOpen: Story = { ...portal(), play: opens('person') };

export const PersonMenuOpenDark: Story = { ...portal({ dark: true }), play: opens('person') };

export const SheetOpen: Story = { ...portal({ width: 375 }), play: opens('sheet') };

export const SheetOpenReadOnly: Story = { ...portal({ person: 'lars', place: 'cases', width: 320 }), play: opens('sheet') };

/** Names at their longest, also in the words of the menu. */
const long: SandboxOptions = {
  fault: at(
    '/session',
    bent((session: SessionAnswer) => ({
      ...session,
      person: { ...session.person, name: 'Karoline Amalie Frederikke Rosenstand-Vestergaard' },
      companies: session.companies.map((company) => ({
        ...company,
        name: 'Andelsselskabet Nordvestjyllands Forenede Maskinstationer og Entreprenørforretninger A.m.b.a.',
      })),
    })),
  ),
  words: { da: { 'nav.subscriptions': 'Mobil- og databåndsabonnementer', 'nav.products': 'Produkter og tilbehør til kontoret' } },
  stands: 'ss-overview',
};
const longBrand = 'Vesthimmerlands Kommunikation Erhverv';

export const LongNames: Story = portal({ ...long, brand: longBrand });

export const LongNamesNarrow: Story = portal({ ...long, brand: longBrand, width: 320 });

/** Three lines make the look of an operator: a round and friendly one, and a square and serious one. */
const friendly = { look: 'fjordnet', brand: 'fjordnet' };
const serious = { look: 'granit', brand: 'Granit' };

export const FriendlyOverview: Story = portal(friendly);
export const FriendlySubscriptions: Story = portal({ ...friendly, place: 'subscriptions' });
export const FriendlyProducts: Story = portal({ ...friendly, place: 'products' });
export const FriendlyInvoicesDark: Story = portal({ ...friendly, place: 'invoices', dark: true });
export const FriendlyNarrow: Story = portal({ ...friendly, width: 375 });

export const SeriousOverview: Story = portal(serious);
export const SeriousSubscriptions: Story = portal({ ...serious, place: 'subscriptions' });
export const SeriousCases: Story = portal({ ...serious, place: 'cases' });
export const SeriousInvoicesDark: Story = portal({ ...serious, place: 'invoices', dark: true });
export const SeriousNarrow: Story = portal({ ...serious, width: 375 });

/** The invoices cannot be had; the rest stands. */
export const OneAreaFailed: Story = portal({ fault: both(at('/invoices', offline()), at('/e-invoice', offline())), place: 'invoices' });
