import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/company-switcher/ss-company-switcher.ts';
import type { EInvoice } from '../src/invoices/e-invoice.ts';
import '../src/invoices/ss-invoices.ts';
import { answers, at, network, silent, type Fault } from '../test/faults.ts';
import { bent, entitled, lostAndSilent, refuses, sending } from './faults.ts';
import { find, press, type } from './hands.ts';
import { asking, receivers } from './prepared.ts';
import { problem, withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** eFaktura: who gets the invoices by e-mail. Whatever is changed here, the next story begins with its own. */
const meta: Meta = {
  title: 'ss-invoices/eFaktura',
  component: 'ss-invoices',
  tags: ['!autodocs'], // questions open in stories of their own only
  parameters: { controls: { disable: true } },
  render: () => html`<ss-invoices route="e-invoice"></ss-invoices>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const house = (options: SandboxOptions) => withSandbox({ person: 'story', company: 'house', ...options });

const none = (options: SandboxOptions = {}) => house({ prepare: receivers(), ...options });

const both = ['faktura@storyhuset.example', 'bogholderi@storyhuset.example'] as const;
const signedUp = (options: SandboxOptions = {}) => house({ prepare: receivers(...both), ...options });

export const NotSignedUp: Story = { ...none() };

export const NotSignedUpEnglish: Story = { ...none({ lang: 'en' }) };

export const NotSignedUpDark: Story = { ...none({ dark: true }) };

export const NotSignedUpNarrow: Story = { ...none({ width: 320 }) };

/** Writes one address into each field, and presses the button that sends. */
const enrol =
  (...addresses: readonly string[]): Play =>
  async ({ canvasElement }) => {
    for (const [index, address] of addresses.entries()) {
      if (index) await press(canvasElement, '#add-address');
      await type(canvasElement, `.addresses li:nth-child(${String(index + 1)}) input`, address);
    }
    await press(canvasElement, '.e-invoice .submit');
  };

const wrong: Play = async (context) => {
  await enrol('bogholderi.uden.snabel-a', 'faktura@firma.example', 'FAKTURA@firma.example', `${'lang'.repeat(70)}@firma.example`)(context);
  await find(context.canvasElement, '.error');
};

/** No address, one that is there twice, one that is too long. */
export const Wrong: Story = { ...none(), play: wrong };

export const WrongEnglish: Story = { ...none({ lang: 'en' }), play: wrong };

export const WrongDark: Story = { ...none({ dark: true }), play: wrong };

export const WrongNarrow: Story = { ...none({ width: 320 }), play: wrong };

export const WrongNone: Story = {
  ...none(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.e-invoice .submit');
    await find(canvasElement, '.error');
  },
};

const send = enrol('faktura@firma.example');

/** The backend knows better. */
export const Refused: Story = {
  ...none({ fault: sending(refuses(422, 'invalid', [{ pointer: '/addresses/0', type: 'form' }])), stands: '.error' }),
  play: send,
};

export const Sending: Story = { ...none({ fault: sending(silent()), stands: '.e-invoice [aria-disabled=true]' }), play: send };

export const SendingFailed: Story = { ...none({ fault: sending(refuses(403, 'forbidden')), stands: '.outcome' }), play: send };

/** The answer was lost; what became of it is asked for. */
export const Checking: Story = { ...none({ fault: sending(lostAndSilent), stands: '.e-invoice [aria-disabled=true]' }), play: send };

export const Unsure: Story = { ...none({ fault: sending(answers(500)), stands: '.outcome.unsure' }), play: send };

/** There is no network; it is sent as soon as there is. */
export const SendOffline: Story = {
  ...none({ fault: sending(silent()), stands: '.e-invoice' }),
  play: async (context) => {
    network(false);
    await send(context);
    await find(context.canvasElement, '.outcome');
    network(true);
  },
};

export const JustSignedUp: Story = {
  ...none(),
  play: async (context) => {
    await send(context);
    await find(context.canvasElement, '.receivers');
  },
};

export const SignedUp: Story = { ...signedUp() };

export const SignedUpEnglish: Story = { ...signedUp({ lang: 'en' }) };

export const SignedUpDark: Story = { ...signedUp({ dark: true }) };

export const SignedUpNarrow: Story = { ...signedUp({ width: 320 }) };

/** What was sent last month and this one; this month's has not reached everybody. */
const delivered = ({ addresses, ...eInvoice }: EInvoice): EInvoice => {
  const [reached, other] = [addresses[0] ?? '', addresses[1] ?? ''];
  const [now, before] = [
    { id: 'now', number: '2026110009' },
    { id: 'before', number: '2026100009' },
  ];
  return {
    ...{ ...eInvoice, addresses },
    deliveries: [
      { invoice: now, address: reached, state: 'sent', at: '2026-11-01T05:12:00Z' },
      { invoice: now, address: other, state: 'failed', at: '2026-11-02T05:12:00Z' },
      { invoice: before, address: reached, state: 'sent', at: '2026-10-01T04:12:00Z' },
      { invoice: before, address: other, state: 'sent', at: '2026-10-01T04:12:00Z' },
    ],
  };
};

const sent = (change: (eInvoice: EInvoice) => unknown, options: SandboxOptions = {}) =>
  signedUp({ fault: at('/e-invoice', bent(change)), stands: '.deliveries', ...options });

/** One of the two did not get it. */
export const Bounced: Story = { ...sent(delivered) };

export const BouncedEnglish: Story = { ...sent(delivered, { lang: 'en' }) };

export const BouncedDark: Story = { ...sent(delivered, { dark: true }) };

export const BouncedNarrow: Story = { ...sent(delivered, { width: 320 }) };

/** The mail server is being waited for. */
export const UnderWay: Story = {
  ...sent((eInvoice) => {
    const { deliveries, ...rest } = delivered(eInvoice);
    return { ...rest, deliveries: deliveries.slice(0, 2).map((delivery) => ({ ...delivery, state: 'waiting' })) };
  }),
};

/** Of a newer backend, or a sloppier one. */
export const Unknown: Story = {
  ...sent((eInvoice) => {
    const { deliveries, ...rest } = delivered(eInvoice);
    return { ...rest, next: 'snart', deliveries: deliveries.map((delivery) => ({ ...delivery, state: 'floating', at: 'i går' })) };
  }),
};

export const ManyAddresses: Story = {
  ...house({
    prepare: receivers(...Array.from({ length: 40 }, (_, index) => `bogholderi.afdeling.${String(index + 1)}@storyhuset.example`)),
    width: 480,
  }),
};

const longAddress = `${'oekonomi-og-indkoeb-'.repeat(3)}@${'storyhuset-proeve-'.repeat(4)}1.example`;

export const LongAddress: Story = { ...house({ prepare: receivers(longAddress), width: 320 }) };

/** A public body: its EAN number has nothing to do with this. */
export const PublicCompany: Story = { ...withSandbox({ company: 'c3' }) };

export const PublicCompanyEnglish: Story = { ...withSandbox({ company: 'c3', lang: 'en' }) };

/** Who may only read sees who gets it, and cannot change that. */
export const ReadOnly: Story = { ...signedUp({ fault: entitled({ invoices: 'read' }), stands: '.receivers' }) };

export const ReadOnlyNotSignedUp: Story = { ...none({ fault: entitled({ invoices: 'read' }), stands: '.e-invoice' }) };

export const Forbidden: Story = { ...signedUp({ fault: entitled({ invoices: 'none' }), stands: '[part=no-access]' }) };

const edit: Play = async ({ canvasElement }) => {
  await press(canvasElement, '#edit-addresses');
  await find(canvasElement, '.addresses input');
};

export const Edit: Story = { ...signedUp(), play: edit };

export const EditEnglish: Story = { ...signedUp({ lang: 'en' }), play: edit };

export const EditNarrow: Story = { ...signedUp({ width: 320 }), play: edit };

const overtaken: Play = async (context) => {
  const { canvasElement, loaded } = context;
  await edit(context);
  await type(canvasElement, '.addresses input', 'direktion@storyhuset.example');
  const company = `companies/${(loaded as Loaded).companyId ?? ''}`;
  await receivers('kollega@storyhuset.example')({ ask: asking('story'), company, profile: company });
  await press(canvasElement, '.e-invoice .submit');
  await find(canvasElement, '.strip[role=alert]');
};

/** Somebody else changes them meanwhile. */
export const EditChangedByColleague: Story = { ...signedUp(), play: overtaken };

export const EditChangedByColleagueNarrow: Story = { ...signedUp({ width: 320 }), play: overtaken };

/** Somebody goes to another company before what they typed is saved. */
export const EditLeaveQuestion: Story = {
  ...signedUp(),
  render: () =>
    html`<div class="stack">
      <ss-company-switcher></ss-company-switcher>
      <ss-invoices route="e-invoice"></ss-invoices>
    </div>`,
  play: async (context) => {
    const { canvasElement } = context;
    await edit(context);
    await type(canvasElement, '.addresses input', 'direktion@storyhuset.example');
    const select = (await find(canvasElement, 'select')) as HTMLSelectElement;
    select.selectedIndex = 1 - select.selectedIndex;
    select.dispatchEvent(new Event('change'));
    await find(canvasElement, 'dialog[open]');
  },
};

const ask: Play = async ({ canvasElement }) => {
  await press(canvasElement, '.e-invoice button.link');
  await find(canvasElement, 'dialog[open]');
};

export const SignOff: Story = { ...signedUp(), play: ask };

export const SignOffEnglish: Story = { ...signedUp({ lang: 'en' }), play: ask };

export const SignOffDark: Story = { ...signedUp({ dark: true }), play: ask };

export const SignOffNarrow: Story = { ...signedUp({ width: 320 }), play: ask };

const signOff = (fault: Fault, selector: string): Story => ({
  ...signedUp({ fault: sending(fault), stands: 'dialog[open]' }),
  play: async (context) => {
    await ask(context);
    await press(context.canvasElement, 'dialog .submit');
    await find(context.canvasElement, selector);
  },
});

export const SignOffSending: Story = signOff(silent(), 'dialog [aria-disabled=true]');

export const SignOffUnsure: Story = signOff(answers(500), 'dialog .outcome.unsure');

export const SignOffMayNot: Story = signOff(refuses(403, 'forbidden'), 'dialog .outcome');

export const JustSignedOff: Story = {
  ...signedUp(),
  play: async (context) => {
    const { canvasElement } = context;
    await ask(context);
    await press(canvasElement, 'dialog .submit');
    await find(canvasElement, '.addresses input');
  },
};

export const Loading: Story = { ...signedUp({ fault: at('/e-invoice', silent()), stands: '.bone' }) };

export const Failed: Story = { ...signedUp({ fault: at('/e-invoice', answers(500)), stands: problem }) };
