/** »Kommende ændringer«: what has been ordered, how far it has come, and that it is followed until it has come about (R14.4, R17.4, NUM-9). */
import { expect } from 'chai';
import { addDays } from '../../src/api/days.ts';
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import type { Order } from '../../src/api/order.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { formatDay } from '../../src/ui/format.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, at, line, type Fault } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { rewritten } from './open.ts';
import { dealer, openProfile, order, plansOf, profileOf, type Scene } from './profiles.ts';
import { all, control, find, heard, listed, plain, reads, textOf } from './screen.ts';

const deal = dealer(70, 74);
let found: Promise<Scene> | undefined;
/** Whoever is only looked at is the same one. */
const someone = (): Promise<Scene> => (found ??= deal());
const day = (date: string): string => formatDay('da', date);

type Change = Subscription['changes'][number];

const change = (more: Partial<Change>): Change => ({
  ...{ id: 'an-order', kind: 'replaceSim', state: 'acknowledged', date: null, requestedDate: null, moved: false },
  ...{ plan: null, monthly: null, sim: 'sim', canUndo: true },
  ...more,
});

/** The profile with these changes to come. */
const coming = (...changes: Change[]): Fault =>
  at(
    '/users/',
    rewritten((user: User) => {
      const [subscription] = user.subscriptions;
      if (subscription) subscription.changes = changes;
    }),
  );

const hide = (hidden: boolean): void => {
  if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  else Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('what is to come', () => {
  afterEach(() => {
    startClock();
    hide(false);
    cleanup();
  });

  it('stands with its date, its state while there is none, and »Fortryd« where it can be undone (R14.4)', async () => {
    const plan = {
      kind: 'changePlan',
      state: 'inProgress',
      date: '2026-12-01',
      plan: 'Mobil 5 GB',
      monthly: { amount: 7900, currency: 'DKK' },
    } as const;
    const changes = [
      change({}),
      change({ id: '2', state: 'inProgress', sim: 'esim', canUndo: false }),
      change({ ...plan, id: '3' }),
      change({ id: '4', kind: 'closeSubscription', state: 'inProgress', date: '2026-12-31', canUndo: false }),
    ];
    const element = await openProfile(await someone(), { fetch: coming(...changes)(fetch) });
    expect(all(element, '.changes li').map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Et nyt simkort er på vej. Modtaget Fortryd',
      'Et nyt eSIM er på vej. I gang',
      'Ændring planlagt til 1. december 2026 Mobil 5 GB, 79,00 kr. pr. måned Fortryd',
      'Abonnementet nedlægges 31. december 2026.',
    ]);
  });

  it('says of kinds and states it does not know that they are unknown, with the date, and undoes nothing unseen (F09)', async () => {
    const strange = { kind: 'teleport', state: 'floating', date: '2026-12-01', canUndo: 'perhaps' } as unknown as Partial<Change>;
    const element = await openProfile(await someone(), { fetch: coming(change(strange))(fetch) });
    expect(all(element, '.changes li').map(({ innerText }) => plain(innerText))).to.deep.equal(['Ukendt 1. december 2026']);
    expect(find(element, 'Fortryd')).to.equal(undefined);
  });

  it('tells the requested and the confirmed date of a number’s move apart (NUM-9)', async () => {
    const moved = { kind: 'newSubscription', moved: true, requestedDate: '2026-11-27' } as const;
    const changes = [change({ ...moved }), change({ ...moved, id: '2', date: '2026-12-02' })];
    const element = await openProfile(await someone(), { fetch: coming(...changes)(fetch) });
    expect(all(element, '.changes li').map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Nummeret flyttes til os. Det andet teleselskab har ikke bekræftet datoen endnu. Ønsket dato: 27. november 2026 · Modtaget Fortryd',
      'Nummeret flyttes til os 2. december 2026. Ønsket dato: 27. november 2026 · Bekræftet dato: 2. december 2026 Fortryd',
    ]);
  });

  it('is followed with growing pauses while it is under way without a date (R17.4)', async () => {
    let readings = 0;
    const numbered: Fault = at(
      '/users/',
      rewritten((user: User) => {
        const [subscription] = user.subscriptions;
        if (subscription) Object.assign(subscription, { changes: [change({})], costCentre: `Læsning ${String((readings += 1))}` });
      }),
    );
    const clock = stopClock();
    const element = await openProfile(await someone(), { fetch: numbered(fetch) });
    for (const [index, pause] of [1, 2, 3, 5, 8, 13].entries()) {
      const before = index + 1;
      await reads(element, `Læsning ${String(before)}`);
      await clock.advance(pause * 1000 - 1);
      expect(readings, `before ${String(pause)} s`).to.equal(before);
      await clock.advance(1);
      await reads(element, `Læsning ${String(before + 1)}`);
    }
  });

  for (const [what, future] of [
    ['waits for its day', change({ kind: 'closeSubscription', state: 'inProgress', date: '2026-12-31' })],
    ['has a state nobody knows', change({ state: 'floating' as 'inProgress' })],
  ] as const)
    it(`is not followed while it ${what} (R17.4, F09)`, async () => {
      const seen = counting(coming(future)(fetch));
      const clock = stopClock();
      const scene = await someone();
      await openProfile(scene, { fetch: seen.fetch });
      const before = seen.requests.length;
      await clock.advance(120_000);
      expect(seen.requests).to.have.lengthOf(before);
    });

  it('is not asked after while nobody looks, and once when somebody does again (F23)', async () => {
    const seen = counting(coming(change({}))(fetch));
    const clock = stopClock();
    const scene = await someone();
    await openProfile(scene, { fetch: seen.fetch });
    hide(true);
    const before = seen.requests.length;
    await clock.advance(120_000);
    expect(seen.requests).to.have.lengthOf(before);
    hide(false);
    await until(() => seen.requests.length === before + 1, 'one reading');
  });

  for (const [what, leave] of [
    ['the profile is left', (element: HTMLElement & { route: string }) => void (element.route = '')],
    ['the element is taken off the page', (element: HTMLElement) => element.remove()],
  ] as const)
    it(`is followed no more when ${what} (F22)`, async () => {
      const seen = counting(coming(change({}))(fetch));
      const clock = stopClock();
      const scene = await someone();
      const element = await openProfile(scene, { fetch: seen.fetch });
      leave(element);
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      const readings = () => seen.paths().filter((path) => path.includes(`/users/${scene.user}`)).length;
      const before = readings();
      await clock.advance(120_000);
      expect(readings()).to.equal(before);
    });

  it('that fails is told once, and stands there until the profile is left (R17.4)', async () => {
    const wire = line();
    const scene = await someone();
    wire.use(coming(change({})));
    const element = await openProfile(scene, { fetch: wire.fetch });
    await reads(element, 'Et nyt simkort er på vej.');
    const failed: Partial<Order> = { id: 'an-order', state: 'failed', items: [] };
    wire.use(at('/orders/an-order', answers(200, {}, failed)));
    await reads(element, 'Simkortet kunne ikke skiftes.');
    await until(() => heard(element).includes('Simkortet kunne ikke skiftes.'), 'it to be announced');
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
    element.route = `users/${scene.user}`;
    await until(() => all(element, '.card dl').length, 'the profile');
    expect(all(element, '.failure')).to.have.lengthOf(0);
  });

  it('that somebody has taken back is gone without a word (R14.4)', async () => {
    const wire = line();
    wire.use(coming(change({})));
    const element = await openProfile(await someone(), { fetch: wire.fetch });
    const taken: Partial<Order> = { id: 'an-order', state: 'cancelled', items: [] };
    let asked = false;
    wire.use(
      at('/orders/an-order', () => () => {
        asked = true;
        return Promise.resolve(Response.json(taken));
      }),
    );
    await until(() => asked, 'the order to be asked for', 6_000);
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('Kommende ændringer').and.not.to.contain('Simkortet');
  });
});

/** Orders another subscription for the same person, with a number that another provider has. */
const move = async (scene: Scene, phone: string, provider: string, ownerCvr: string): Promise<void> => {
  const { items } = await plansOf(scene);
  const plan = items.find(({ included }) => included.talk);
  if (!plan) throw new Error('There is no plan.');
  const number = { kind: 'move', phone, provider, ownerCvr, simNumber: null, timing: 'asap', date: null, authority: true } as const;
  const shown = { plan: plan.id, monthly: plan.monthly.amount, setup: plan.setup.amount };
  const item: OrderRequestItem = { kind: 'newSubscription', user: { id: scene.user }, ...shown, number, sim: 'esim' };
  await order(scene, item);
};

const cvrOf = async ({ company }: Scene): Promise<string> => {
  const answer = await fetch(`/v1/companies/${company}`, { headers: { authorization: 'Bearer mange' } });
  return ((await answer.json()) as { cvr: string }).cvr;
};

describe('a number on its way here, in the profile', () => {
  afterEach(cleanup);

  it('has its date as soon as the other provider has agreed, without a reload (NUM-9, R17.4)', async () => {
    const scene = await deal();
    await move(scene, '+4520304051', 'Eksempel Mobil', await cvrOf(scene));
    const element = await openProfile(scene);
    await until(() => textOf(element).includes('Bekræftet dato: 23. november 2026'), 'the confirmed date', 8_000);
    expect(textOf(element)).to.contain('Afventer flytning').and.to.contain('Abonnementet kan ikke ændres, før det er oprettet.');
  });

  it('is told to come later where the other provider is slow (NUM-9)', async () => {
    const scene = await deal();
    await move(scene, '+4520304052', 'Langsom Tele', await cvrOf(scene));
    const element = await openProfile(scene);
    await until(() => textOf(element).includes('Bekræftet dato:'), 'the confirmed date', 8_000);
    const { subscriptions } = await profileOf(scene);
    const date = subscriptions.find(({ changes }) => changes.length)?.changes[0]?.date ?? '';
    expect(date > addDays('2026-11-22', 1)).to.equal(true);
    expect(textOf(element)).to.contain(`Nummeret flyttes til os ${day(date)}.`);
  });

  it('is said not to come where the other provider knows another owner, and is gone from the profile (NUM-8, R17.4)', async () => {
    const scene = await deal();
    await move(scene, '+4520304053', 'Eksempel Mobil', '99000015');
    const element = await openProfile(scene);
    await reads(element, 'Abonnementet kunne ikke oprettes.', 8_000);
    expect(all(element, '[part=subscription]')).to.have.lengthOf(1);
  });
});
