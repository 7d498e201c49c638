/** The guide for everybody: each step and state before axe, a walk by keyboard alone, narrow and wide, in English. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { ConnectOptions } from '../../src/session/connection.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { WizardDraft } from '../../src/subscriptions/wizard-draft.ts';
import { answers, at as faultAt, silent } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import {
  at,
  companyAt,
  foreignNumber,
  keep,
  listedErrors,
  next,
  ordering,
  pick,
  planCalled,
  receipt,
  send,
  storage,
  wholeDraft,
  type Company,
} from './guide.ts';
import { boxText, person } from './profiles.ts';
import { all, control, find, focusIn, heard, listed, one, plain, reads, textOf, type } from './screen.ts';

let last = 94;
/** One after the other of those in which the step for the user is tried out. */
const company = (): Promise<Company> => companyAt(94 + (last++ % 8));

const has = (selector: string) => (element: Element) => until(() => all(element, selector).length, selector);

interface Scene {
  readonly route: string;
  /** What is filled in already. */
  readonly part?: Partial<WizardDraft>;
  readonly options?: () => Partial<ConnectOptions>;
  /** Brings the element into the state, and resolves when it is there. */
  readonly until: (element: SubscriptionsElement) => Promise<unknown>;
}

const moving: Partial<WizardDraft> = {
  ...{ numberKind: 'move', movedPhone: '20 30 40 50', provider: 'Gammelt Tele', ownerCvr: '99000015', timing: 'date', date: '2026-11-27' },
  authority: true,
};

/** A plan with calls, so that there is a step for the number. */
const calls = async (own: Company): Promise<Partial<WizardDraft>> => ({ plan: await planCalled(own, 'Mobil 5 GB') });

const chosen = (element: SubscriptionsElement, words: string): Promise<boolean> => {
  pick(element, words);
  return element.updateComplete;
};

const wrong = async (element: SubscriptionsElement): Promise<unknown> => {
  next(element);
  return until(() => listedErrors(element).length, 'the errors');
};

const scenes: Readonly<Record<string, Scene>> = {
  'at its first step': { route: 'new', until: has('#userKind') },
  'at its first step, for somebody new': {
    route: 'new',
    until: async (element) => (await has('#userKind')(element), await chosen(element, 'En ny bruger')),
  },
  'at its first step, looking somebody up': {
    route: 'new',
    until: async (element) => {
      await has('#userKind')(element);
      pick(element, 'En eksisterende');
      await has('#user')(element);
      one(element, '#user').focus();
      await sendKeys({ type: 'a' });
      await until(() => all(element, '.look-up-popup').some((popup) => popup.checkVisibility()), 'what was found');
    },
  },
  'with errors': { route: 'new', until: async (element) => (await has('#userKind')(element), await wrong(element)) },
  'at the plans': { route: 'new/plan', part: { passed: ['user'] }, until: has('.choice') },
  'waiting for the plans': {
    route: 'new/plan',
    part: { passed: ['user'] },
    options: () => ({ fetch: faultAt('/plans', silent())(fetch) }),
    until: has('.bone'),
  },
  'without the plans': {
    route: 'new/plan',
    part: { passed: ['user'] },
    options: () => ({ fetch: faultAt('/plans', answers(422))(fetch) }),
    until: has('[part=problem]'),
  },
  'at the free numbers': { route: 'new/number', part: { passed: ['user', 'plan'], numberKind: 'new' }, until: has('.numbers .choice') },
  'with a number kept': {
    route: 'new/number',
    part: { passed: ['user', 'plan'], numberKind: 'new' },
    until: async (element) => {
      await has('.numbers .choice')(element);
      one(element, '.numbers input').click();
      await until(() => /reserve(ret|d)/.test(textOf(element)), 'the reservation');
    },
  },
  'at a number that moves': { route: 'new/number', part: { passed: ['user', 'plan'], ...moving }, until: has('#date') },
  'at a number that moves, with errors': {
    route: 'new/number',
    part: { passed: ['user', 'plan'], numberKind: 'move' },
    until: async (element) => (await has('#movedPhone')(element), await wrong(element)),
  },
  'at the SIM card': { route: 'new/sim', part: { passed: ['user', 'plan', 'number'], sim: '' }, until: has('#sim') },
  'at the delivery': { route: 'new/delivery', part: { passed: ['user', 'plan', 'number', 'sim'], sim: 'sim' }, until: has('address') },
  'at another address': {
    route: 'new/delivery',
    part: {
      passed: ['user', 'plan', 'number', 'sim'],
      sim: 'sim',
      typedAddress: { street: 'Prøvevej', houseNumber: '', floor: '', door: '', place: '', postcode: '12' },
    },
    until: async (element) => (await has('#delivery-street')(element), await wrong(element)),
  },
  'at its last step': {
    route: 'new/review',
    part: moving,
    until: async (element) => until(() => find(element, 'Godkend og send'), 'the button'),
  },
  'while it is being sent': {
    route: 'new/review',
    options: () => ({ fetch: ordering(() => gate().fetch)(fetch) }),
    until: async (element) => {
      await until(() => find(element, 'Godkend og send'), 'the button');
      send(element);
      await until(() => heard(element).includes('Sender …'), 'that it is sent');
    },
  },
  'when nobody knows': {
    route: 'new/review',
    options: () => ({ fetch: ordering(answers(500))(fetch) }),
    until: async (element) => {
      await until(() => find(element, 'Godkend og send'), 'the button');
      send(element);
      await has('.outcome')(element);
    },
  },
  'at its receipt': {
    route: 'new/review',
    until: async (element) => {
      await until(() => find(element, 'Godkend og send'), 'the button');
      send(element);
      await receipt(element);
    },
  },
  'in the list, unfinished': { route: '', until: async (element) => (await listed(element), await has('.begun')(element)) },
  'asking whether to throw it away': {
    route: '',
    until: async (element) => {
      await listed(element);
      await until(() => find(element, 'Slet kladde'), 'the way to throw it away');
      control(element, 'Slet kladde').click();
      await until(() => boxText(element), 'the question');
    },
  },
};

/** The element with a draft, in a state. */
const stage = async ({ route, part, options, until: come }: Scene) => {
  const own = await company();
  const kept = storage();
  if (part || route !== 'new')
    await keep(
      kept,
      own,
      await wholeDraft(own, {
        ...(part?.passed?.includes('plan') || part?.numberKind ? await calls(own) : {}),
        ...part,
        ...(route === 'new/review' && part?.numberKind && { passed: ['user', 'plan', 'number', 'sim'] }),
      }),
    );
  signIn(person, { company: own.id, drafts: kept, ...options?.() });
  const page = await fixture<HTMLElement>(
    html`<main lang="da">
      <h1>Selvbetjening</h1>
      <ss-subscriptions route=${route}></ss-subscriptions>
    </main>`,
  );
  const element = page.querySelector('ss-subscriptions');
  if (!element) throw new Error('The page is not whole.');
  await come(element);
  return { page, element };
};

describe('the guide, for everybody,', () => {
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
  });

  for (const [state, scene] of Object.entries(scenes))
    it(`leaves axe nothing to say ${state}, light and dark, and speaks English (R38.1, R38.2)`, async function () {
      this.timeout(30_000);
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
      const { page, element } = await stage(scene);
      for (const colorScheme of ['light', 'dark'] as const) {
        await emulateMedia({ colorScheme });
        await expectAccessible(page);
      }
      page.lang = 'en';
      await until(() => one(element, '.root').lang === 'en', 'English');
      await element.updateComplete;
      expect(textOf(element)).not.to.match(
        /\b(Trin|Fortsæt|Tilbage|Vælg|Skriv|Nummer|Levering|Simkort|Bruger|Henter|måned|ekskl|fejl|Ret|Kladden)\b/,
      );
      expect(textOf(element)).not.to.match(/\b(step|guide|num|sim|plan|err|receipt|review|del|prod|lookUp|act|state)\.[a-zA-Z]/);
      await expectAccessible(page);
    });

  for (const width of [320, 480, 768, 1024, 1440])
    it(`fits ${String(width)} px in every step (R38.1, F26)`, async function () {
      this.timeout(60_000);
      await setViewport({ width, height: 900 });
      for (const [state, scene] of Object.entries(scenes)) {
        const { element } = await stage(scene);
        const root = document.documentElement;
        expect(root.scrollWidth, state).to.be.at.most(root.clientWidth);
        const { right } = element.getBoundingClientRect();
        for (const part of all(element, '.root *').filter(
          (found) => found.checkVisibility() && !found.closest('.visually-hidden, svg, [popover], dialog'),
        ))
          expect(part.getBoundingClientRect().right, `${state}: ${part.outerHTML.slice(0, 80)}`).to.be.at.most(right + 1);
        cleanup();
      }
    });

  it('keeps its edges, its line of progress and its chosen cards in forced colours (F30)', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { element } = await stage({ route: 'new/number', part: { passed: ['user', 'plan'], ...moving }, until: has('#date') });
    expect(getComputedStyle(one(element, '.choice')).borderTopStyle).to.equal('solid');
    const [line, gone] = all(element, '.steps path').map((path) => getComputedStyle(path).stroke);
    expect(line).not.to.equal(gone);
  });

  it('has targets of 24 pixels or more, and focus that can be seen, in every step (R38.1)', async function () {
    this.timeout(40_000);
    for (const [state, scene] of Object.entries(scenes)) {
      const { element } = await stage(scene);
      for (const target of all(element, 'a, button, input, label.choice').filter(
        (found) => found.checkVisibility() && !found.closest('li, [popover]'),
      )) {
        const box = (target.closest('label') ?? target).getBoundingClientRect();
        expect(Math.min(box.width, box.height), `${state}: ${target.outerHTML.slice(0, 80)}`).to.be.at.least(20);
      }
      cleanup();
    }
  });

  it('is walked through by keyboard alone, from the list to the receipt (R38.1, R16.7)', async function () {
    this.timeout(40_000);
    const own = await company();
    signIn(person, { company: own.id });
    const element = await fixture<SubscriptionsElement>(html`<ss-subscriptions></ss-subscriptions>`);
    await listed(element);
    /** Goes on with Tab until the focus is on something. */
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        if (focusIn().startsWith(name)) return;
        await sendKeys({ press: 'Tab' });
      }
      throw new Error(`The focus never came to "${name}"; it is on "${focusIn()}".`);
    };
    const goOn = async (step: string): Promise<void> => {
      await tabTo('Fortsæt');
      await sendKeys({ press: 'Enter' });
      await at(element, step);
      await until(() => focusIn().endsWith(step), `the focus on ${step}`);
    };
    control(element, 'Opret nyt abonnement').focus();
    await sendKeys({ press: 'Enter' });
    await at(element, 'Bruger');
    await until(() => focusIn().endsWith('Bruger'), 'the heading');
    await tabTo('En ny bruger');
    await sendKeys({ press: 'Space' });
    await tabTo('Navn');
    await sendKeys({ type: 'Tasta Tur' });
    await goOn('Abonnement');
    await tabTo('Datasim');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await goOn('Nummer');
    await tabTo('Nyt nummer');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => all(element, '#movedPhone').length, 'the fields');
    for (const [label, words] of [
      ['Telefonnummer, der', foreignNumber()],
      ['Nuværende teleselskab', 'Gammelt Tele'],
      ['CVR-nummer', own.cvr],
    ] as const) {
      await tabTo(label);
      await sendKeys({ type: words });
    }
    await tabTo('Hurtigst muligt');
    await sendKeys({ press: 'Space' });
    await tabTo('Jeg har fuldmagt');
    await sendKeys({ press: 'Space' });
    await goOn('Simkort');
    await tabTo('Simkort');
    await sendKeys({ press: 'Space' });
    await goOn('Levering');
    await tabTo('Ret');
    await sendKeys({ press: 'Enter' });
    await until(() => all(element, '#delivery-street').length, 'the fields of the address');
    type(one(element, '#delivery-street'), 'Testallé');
    await goOn('Gennemse og godkend');
    await tabTo('Godkend og send');
    await sendKeys({ press: 'Enter' });
    await receipt(element);
    await until(() => focusIn() === 'Tak for bestillingen', 'the heading of the receipt');
    expect(plain(one(element, '.receipt').innerText)).to.contain('Tasta Tur · Mobil 20 GB');
    await tabTo('Se profilen for Tasta Tur');
    await sendKeys({ press: 'Enter' });
    await reads(element, 'Afventer flytning');
  });
});
