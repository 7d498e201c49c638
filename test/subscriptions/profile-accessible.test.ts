/** The profile and everything that is done from it, in each state: before axe in light and dark, in English, and with little and much room. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { answers, at, silent, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until } from '../helpers.ts';
import { problem, writes } from './doings.ts';
import { bent, rewritten } from './open.ts';
import { begin, box, boxButton, boxReads, boxText, dealer, isActive, person, pick, shown, type Scene } from './profiles.ts';
import { all, control, focusIn, one, reads, textOf, type } from './screen.ts';

const deal = dealer(74, 80);
let found: Promise<Scene> | undefined;
/** Nothing is really done to whoever is looked at. */
const someone = (): Promise<Scene> => (found ??= deal((subscription) => isActive(subscription) && subscription.boundUntil !== null));

interface State {
  readonly fault?: Fault;
  /** Brings the profile into the state, and resolves when it is there. */
  readonly until?: (element: SubscriptionsElement) => Promise<unknown>;
}

/** The first subscription of the profile, a little different. */
const different = (values: Readonly<Record<string, unknown>>): Fault =>
  at(
    '/users/',
    rewritten((user: User) => {
      Object.assign(user.subscriptions[0] ?? {}, values);
    }),
  );

const undoable = {
  ...{ id: 'x', kind: 'changePlan', state: 'inProgress', date: '2026-12-01', requestedDate: null, moved: false },
  ...{ plan: 'Mobil Erhverv Europa Ekstra Plus 500 GB data', monthly: { amount: 12_345_600, currency: 'DKK' }, sim: null, canUndo: true },
};
const usage = { from: '2026-11-01', to: '2026-11-22', data: 120_400, dataEu: 9_480, euLimit: 8_000, talk: 1_187, sms: 31 };
const rejected = (pointer: string, type: string): Fault => writes(answers(422, {}, problem('invalid', { errors: [{ pointer, type }] })));

const plans = async (element: Element): Promise<void> => {
  await begin(element, 'Ændr abonnement');
  await until(() => all(element, 'dialog .choice').length, 'the plans');
};
const edit = async (element: Element): Promise<void> => {
  control(element, 'Rediger oplysninger').click();
  await until(() => all(element, '#edit-name').length, 'the form');
};
const send = (element: Element): void => {
  one(element, '.submit').click();
};

const states: Readonly<Record<string, State>> = {
  'the profile': { fault: different({ usage, changes: [undoable] }) },
  'the profile, blocked': { fault: different({ status: 'suspended', block: { reason: 'stolen', since: '2026-11-20' } }) },
  'the profile, unknown': { fault: different({ status: 'x', changes: 1, usage: { data: 'x' }, price: null }) },
  'the choice of a plan': { until: plans },
  'a chosen plan': {
    until: async (element) => {
      await plans(element);
      one(element, 'dialog .choice input').click();
      await boxReads(element, 'Ændringen gælder fra');
    },
  },
  'no chosen plan': {
    until: async (element) => {
      await plans(element);
      send(element);
      await boxReads(element, 'Vælg nyt abonnement.');
    },
  },
  'plans that cannot be had': {
    fault: at('/plans', answers(422)),
    until: async (element) => {
      await begin(element, 'Ændr abonnement');
      await boxReads(element, 'Noget gik galt hos os.');
    },
  },
  closing: { until: (element) => begin(element, 'Nedlæg abonnement') },
  'closing on a day that cannot be': {
    until: async (element) => {
      await begin(element, 'Nedlæg abonnement');
      type(one(element, 'dialog input'), '2026-11-23');
      send(element);
      await boxReads(element, 'Vælg en dato tidligst');
    },
  },
  'closing while it is sent': {
    fault: writes(silent()),
    until: async (element) => {
      await begin(element, 'Nedlæg abonnement');
      send(element);
      await boxReads(element, 'Sender …');
    },
  },
  'closing that may have been done': {
    fault: writes(answers(500)),
    until: async (element) => {
      await begin(element, 'Nedlæg abonnement');
      send(element);
      await boxReads(element, 'Undersøg igen');
    },
  },
  'closing that is refused': {
    fault: rejected('/items/0/subscription', 'closing'),
    until: async (element) => {
      await begin(element, 'Nedlæg abonnement');
      send(element);
      await boxReads(element, 'Abonnementet er allerede ved at blive nedlagt.');
    },
  },
  'closing that may still be unknown, put away': {
    fault: writes(answers(500)),
    until: async (element) => {
      await begin(element, 'Nedlæg abonnement');
      send(element);
      await boxReads(element, 'Undersøg igen');
      boxButton(element, 'Luk').click();
      await until(() => !box(element) && all(element, '.card .strip button').length, 'the strip');
    },
  },
  undoing: {
    fault: different({ changes: [undoable] }),
    until: (element) => begin(element, 'Fortryd'),
  },
  'undoing too late': {
    fault: (inner) => different({ changes: [undoable] })(writes(answers(409, {}, problem('too-late')))(inner)),
    until: async (element) => {
      await begin(element, 'Fortryd');
      send(element);
      await boxReads(element, 'Det er for sent at fortryde.');
    },
  },
  blocking: { until: (element) => begin(element, 'Spær simkort') },
  unblocking: {
    fault: different({ status: 'suspended', block: { reason: 'other', since: '2026-11-20' } }),
    until: (element) => begin(element, 'Ophæv spærring'),
  },
  'another card': {
    until: async (element) => {
      await begin(element, 'Skift simkort');
      await until(() => all(element, 'dialog address').length, 'the address');
    },
  },
  'another card to another address': {
    until: async (element) => {
      await begin(element, 'Skift simkort');
      await until(() => all(element, 'dialog address').length, 'the address');
      boxButton(element, 'Ret').click();
      await until(() => all(element, '#replace-address-street').length, 'the fields');
    },
  },
  'an eSIM': {
    until: async (element) => {
      await begin(element, 'Skift simkort');
      pick(element, 'eSIM');
      await until(() => !boxText(element).includes('Leveringsadresse'), 'the address to go');
    },
  },
  codes: {
    until: async (element) => {
      await begin(element, 'Vis koder');
      await boxReads(element, '12345678');
    },
  },
  'the code of an eSIM': {
    fault: (inner) =>
      different({ sim: { kind: 'esim', number: '8945990000000000018' } })(
        at('/secrets', bent({ pin: null, puk: null, activationCode: 'LPA:1$smdp.example.com$ABCD-1234-EFGH-5678' }))(inner),
      ),
    until: async (element) => {
      await begin(element, 'Vis eSIM-kode');
      await until(() => all(element, 'dialog .qr').length, 'the QR code');
    },
  },
  editing: { until: edit },
  'editing with errors': {
    until: async (element) => {
      await edit(element);
      type(one(element, '#edit-name'), '');
      type(one(element, '#edit-email'), 'x');
      send(element);
      await reads(element, 'Der er 2 fejl i formularen');
    },
  },
  'editing what a colleague has changed': {
    fault: at('/users/', (inner) => {
      let readings = 0;
      return async (...call) => {
        const response = await writes(answers(412, {}, problem('changed')))(inner)(...call);
        if (!response.ok || ++readings === 1) return response;
        const user = (await response.json()) as User;
        return Response.json({ ...user, name: 'Deres Navn' }, { headers: { etag: '"99"' } });
      };
    }),
    until: async (element) => {
      await edit(element);
      type(one(element, '#edit-name'), 'Mit Navn');
      send(element);
      await reads(element, 'Den andens ændring');
    },
  },
  'editing while it is sent': {
    fault: writes(silent()),
    until: async (element) => {
      await edit(element);
      type(one(element, '#edit-name'), 'Mit Navn');
      send(element);
      await reads(element, 'Gemmer …');
    },
  },
};

/** The profile in a state, on a page that is one. */
const enter = async ({ fault, until: reached }: State): Promise<readonly [page: HTMLElement, element: SubscriptionsElement]> => {
  const scene = await someone();
  signIn(person, { company: scene.company, ...(fault && { fetch: fault(fetch) }) });
  const page = await fixture<HTMLElement>(
    html`<main lang="da">
      <h1>Selvbetjening</h1>
      <ss-subscriptions route=${`users/${scene.user}`}></ss-subscriptions>
    </main>`,
  );
  const element = page.querySelector('ss-subscriptions');
  if (!element) throw new Error('The page is not whole.');
  await shown(element);
  await reached?.(element);
  return [page, element];
};

const danish = /Henter|Prøv igen|abonnement\b|simkort|Fortryd|Luk\b|Annuller|Gem |Rediger|koder?\b|måned/;

describe('the accessibility of the profile', () => {
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light' });
    await setViewport({ width: 800, height: 600 });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
  });

  for (const [name, state] of Object.entries(states)) {
    it(`has nothing to say against ${name}, light and dark, in Danish and English (R38.1, R38.2)`, async () => {
      // axe takes a page without a ground for white.
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
      const [page, element] = await enter(state);
      for (const colorScheme of ['light', 'dark'] as const) {
        await emulateMedia({ colorScheme });
        await expectAccessible(page);
      }
      page.lang = 'en';
      await until(() => one(element, '.root').lang === 'en', 'English');
      await expectAccessible(page);
      const said = textOf(element).replaceAll(/Den andens|Mobil \S+|Fri\b/g, '');
      if (!box(element) || name === 'the profile') expect(said).not.to.match(danish);
    });

    it(`fits ${name} into 320 and into 1440 px (F30, R38.1)`, async () => {
      await setViewport({ width: 320, height: 640 });
      const [, element] = await enter(state);
      for (const width of [320, 1440]) {
        await setViewport({ width, height: 640 });
        await new Promise(requestAnimationFrame);
        const page = document.documentElement;
        expect(page.scrollWidth, 'the page').to.be.at.most(page.clientWidth);
        const frame = box(element) ?? element;
        const { left, right } = frame.getBoundingClientRect();
        for (const part of all(element, box(element) ? 'dialog *' : '.cards *, .edit *'))
          if (part.checkVisibility() && !part.closest('.visually-hidden')) {
            const edges = part.getBoundingClientRect();
            expect(edges.right, part.outerHTML.slice(0, 120)).to.be.at.most(right + 1);
            expect(edges.left, part.outerHTML.slice(0, 120)).to.be.at.least(left - 1);
          }
      }
    });
  }

  it('leads by keyboard alone through everything that can be done, and from each back to where it began (R38.1)', async () => {
    const [, element] = await enter({});
    one(element, 'h2').focus();
    const met: string[] = [];
    for (let steps = 0; steps < 6; steps++) {
      await sendKeys({ press: 'Tab' });
      const name = focusIn();
      met.push(name);
      await sendKeys({ press: 'Enter' });
      const opened = await until(() => box(element) ?? all(element, '.edit')[0], `what »${name}« opens`);
      await until(() => opened.querySelector(':focus'), 'the focus in it');
      if (box(element)) await sendKeys({ press: 'Escape' });
      else control(element, 'Annuller').click();
      await until(() => !box(element) && !all(element, '.edit').length, 'it to close');
      await until(() => focusIn() === name, `the focus back on »${name}«`);
    }
    expect(met).to.deep.equal([
      'Rediger oplysninger',
      'Ændr abonnement',
      'Nedlæg abonnement',
      'Spær simkort',
      'Skift simkort',
      'Vis koder',
    ]);
  });
});
