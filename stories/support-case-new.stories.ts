import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CasePage } from '../src/api/case.ts';
import type { SupportTopic } from '../src/api/support-topic.ts';
import '../src/support-cases/ss-support-cases.ts';
import { answers, at, network, silent, type Fault } from '../test/faults.ts';
import { both, entitled, lostAndSilent, refuses } from './faults.ts';
import { choose, find, press, type, until } from './hands.ts';
import type { Scene } from './prepared.ts';
import { withSandbox, type Loaded, type SandboxOptions } from './with-sandbox.ts';

/** The form for a new case. Nothing of it reaches the sandbox: the next story finds all as it was. */
const meta: Meta = {
  title: 'ss-support-cases/new case',
  component: 'ss-support-cases',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: (_args, { loaded }) => html`<ss-support-cases route=${(loaded as Loaded).route ?? 'new'}></ss-support-cases>`,
};
export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

/** The fault meets only a case that is created. */
const creating =
  (fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return (input, init) =>
      (input instanceof Request && input.method === 'POST' && input.url.endsWith('/cases') ? faulty : inner)(input, init);
  };

const form = (options: SandboxOptions = {}) => withSandbox({ company: 'c1', stands: '.drop', ...options });

const led = (topic: SupportTopic, options: SandboxOptions = {}): Story => ({
  ...form(options),
  render: () => html`<ss-support-cases route="new" .topic=${topic}></ss-support-cases>`,
});

export const Empty: Story = { ...form() };

export const EmptyEnglish: Story = { ...form({ lang: 'en' }) };

export const EmptyDark: Story = { ...form({ dark: true }) };

export const EmptyNarrow: Story = { ...form({ width: 320 }) };

const failure: SupportTopic = { category: 'invoice', requestId: '5f1c7a90-4711' };

/** Something failed, and led here. */
export const FromAnError: Story = { ...led(failure) };

export const FromAnErrorNarrow: Story = { ...led(failure, { width: 320 }) };

/** »kontakt os endelig« (R8.2). */
export const NoAccess: Story = { ...led({ category: 'access' }) };

/** The newest invoices to choose from. */
export const AboutAnInvoice: Story = {
  ...form({ stands: 'select#about' }),
  play: ({ canvasElement }) => choose(canvasElement, '#aboutKind', 'invoice'),
};

export const AboutAUser: Story = {
  ...form({ stands: 'input#about' }),
  play: ({ canvasElement }) => choose(canvasElement, '#aboutKind', 'user'),
};

/** The place of the form that follows a closed case. */
const following = async ({ ask, company }: Scene): Promise<Loaded> => {
  const body = { search: '', state: 'closed', mine: false, offset: 0, limit: 1 };
  const { items } = (await ask(`${company}/cases/search`, { method: 'POST', body })).body as CasePage;
  return { route: `new/${items[0]?.id ?? ''}` };
};

export const FollowUp: Story = { ...form({ prepare: following }) };

export const FollowUpEnglish: Story = { ...form({ prepare: following, lang: 'en' }) };

export const ReadOnly: Story = { ...form({ fault: entitled({ cases: 'read' }), stands: 'h2 ~ .under' }) };

const submit: Play = ({ canvasElement }) => press(canvasElement, '.create-form .foot .primary');

const nothingWritten: Play = async (context) => {
  await submit(context);
  await find(context.canvasElement, '.error');
};

export const Missing: Story = { ...form(), play: nothingWritten };

export const MissingEnglish: Story = { ...form({ lang: 'en' }), play: nothingWritten };

export const MissingDark: Story = { ...form({ dark: true }), play: nothingWritten };

export const MissingNarrow: Story = { ...form({ width: 320 }), play: nothingWritten };

export const TooLong: Story = {
  ...form(),
  play: async (context) => {
    const { canvasElement } = context;
    await type(canvasElement, '#subject', 'Der er meget at sige. '.repeat(20));
    await type(canvasElement, '#description', 'Der er meget at fortælle. '.repeat(500));
    await nothingWritten(context);
  },
};

/** Takes files as the backend would, by their names. */
const files: Fault = both(
  (inner) => async (input, init) => {
    if (!(input instanceof Request && input.method === 'POST' && input.url.endsWith('/files'))) return inner(input, init);
    const { name } = (await input.json()) as { name: string };
    return Response.json({ id: name.split(' ')[0], received: 0, complete: false }, { status: 201 });
  },
  (inner) =>
    at(
      '/files/log/',
      answers(200, {}, { id: 'log', received: 1, complete: true }),
    )(
      at(
        '/files/billede/',
        refuses(422, 'invalid', [{ pointer: '/content', type: 'kind' }]),
      )(
        at(
          '/files/dump/',
          answers(403),
        )(at('/parts/1', silent())(at('/files/', answers(200, {}, { id: 'video', received: 1, complete: false }))(inner))),
      ),
    ),
);

const file = (name: string, size: number): File => new File(['a'.repeat(size)], name, { lastModified: 1 });

const attached: Play = async ({ canvasElement }) => {
  const input = (await find(canvasElement, '#files')) as HTMLInputElement;
  const data = new DataTransfer();
  for (const one of [
    file('log fra mandag.txt', 12_345),
    file('billede af skærmen.png', 84_000),
    file('dump 1.txt', 1_000),
    file('video af fejlen som den ser ud på kontoret i Østerå.pdf', 900_000),
    file('video 2.pdf', 600_000),
    file('venter.txt', 1_000),
    file('tom.pdf', 0),
    file('program.exe', 1_000),
  ])
    data.items.add(one);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(
    () =>
      [...(canvasElement.querySelector('ss-support-cases')?.shadowRoot?.querySelectorAll('progress') ?? [])].every((bar) => bar.value > 0),
    'that the files are on their way',
  );
};

/** Files in every state: there, refused, stopped, on their way, waiting. */
export const Files: Story = { ...form({ fault: files, stands: 'progress' }), play: attached };

export const FilesEnglish: Story = { ...form({ fault: files, stands: 'progress', lang: 'en' }), play: attached };

export const FilesDark: Story = { ...form({ fault: files, stands: 'progress', dark: true }), play: attached };

export const FilesNarrow: Story = { ...form({ fault: files, stands: 'progress', width: 320 }), play: attached };

/** Not sent before the files are ready. */
export const FilesNotReady: Story = {
  ...form({ fault: files, stands: '.form-field > .error' }),
  play: async (context) => {
    await attached(context);
    await submit(context);
  },
};

const send: Play = async (context) => {
  const { canvasElement } = context;
  await type(canvasElement, '#subject', 'Ingen dækning på lageret');
  await type(canvasElement, '#description', 'Siden i morges kan ingen på lageret ringe ud.');
  await submit(context);
};

const sent = (fault: Fault, options: SandboxOptions = {}): Story => ({
  ...form({ fault: creating(fault), stands: '.outcome', ...options }),
  play: send,
});

export const Sending: Story = { ...sent(silent(), { stands: '.sending:not(.quiet)' }) };

/** The answer was lost; what became of it is asked for. */
export const Checking: Story = { ...sent(lostAndSilent, { stands: '.sending:not(.quiet)' }) };

export const Unsure: Story = { ...sent(answers(500, { 'request-id': 'example-request' })) };

export const UnsureEnglish: Story = { ...sent(answers(500), { lang: 'en' }) };

export const Busy: Story = { ...sent(answers(429, { 'retry-after': '120' })) };

export const NotAllowedAnyMore: Story = { ...sent(refuses(403, 'forbidden')) };

/** The backend knows better, also about something the form has no place for. */
export const Refused: Story = {
  ...sent(
    refuses(422, 'invalid', [
      { pointer: '/subject', type: 'form' },
      { pointer: '/odd', type: 'form' },
    ]),
  ),
};

/** Another window has sent it from the same draft. */
export const SentElsewhere: Story = { ...sent(refuses(422, 'key-reused'), { stands: '.create-form > .strip' }) };

export const SendOffline: Story = {
  ...form(),
  play: async (context) => {
    await find(context.canvasElement, '.drop');
    network(false);
    await send(context);
    await find(context.canvasElement, '.outcome');
    network(true);
  },
};

const created = answers(
  201,
  {},
  {
    ...{ id: 'new-case', number: '100260', subject: 'Ingen dækning på lageret', state: 'acknowledged', category: null, priority: 'normal' },
    ...{
      createdAt: '2026-11-22T08:05:00Z',
      changedAt: '2026-11-22T08:05:00Z',
      mine: true,
      unread: false,
      reporter: 'Maja Holm',
      about: null,
    },
    ...{ follows: null, messages: [], seen: 1, history: [], filesLeft: 20, may: { reply: true, resolve: true, reopen: false } },
  },
);

export const Receipt: Story = { ...sent(created, { stands: '.created' }) };

export const ReceiptEnglish: Story = { ...sent(created, { stands: '.created', lang: 'en' }) };

export const ReceiptDark: Story = { ...sent(created, { stands: '.created', dark: true }) };

export const ReceiptNarrow: Story = { ...sent(created, { stands: '.created', width: 320 }) };
