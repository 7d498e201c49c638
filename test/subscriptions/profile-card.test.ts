/** The card of a subscription: what has been used, and what can be done with it as it stands (R14.1, R7.1, SIM-6, SIM-7). */
import { expect } from 'chai';
import type { Subscription, Usage } from '../../src/subscriptions/subscription.ts';
import { answers, at, cut, line, network } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { writes } from './doings.ts';
import { bent, open } from './open.ts';
import { begin, boxButton, boxReads, closed, dealer, isActive, openProfile, ordersOf, shown, type Scene } from './profiles.ts';
import { all, control, controls, find, focusIn, heard, one, plain, reads, textOf } from './screen.ts';

const deal = dealer(66, 70);
let found: Promise<Scene> | undefined;
/** Looking changes nothing, so that one is enough. */
const someone = (): Promise<Scene> => (found ??= deal((subscription) => isActive(subscription) && subscription.included.data !== null));

/** The profile of somebody whose subscription is a little different. */
const openBent = async (values: Readonly<Record<string, unknown>>) => {
  const inSubscription = Object.fromEntries(Object.entries(values).map(([field, value]) => [`subscriptions.0.${field}`, value]));
  return openProfile(await someone(), { fetch: at('/users/', bent(inSubscription))(fetch) });
};

const used = (more: Partial<Usage>): Usage => ({
  ...{ from: '2026-11-01', to: '2026-11-22', data: 6_250, dataEu: 480, euLimit: 8_000, talk: 1_187, sms: 31 },
  ...more,
});

const lines = (element: Element): string[] => all(element, '.usage li').map(({ innerText }) => plain(innerText));
const bars = (element: Element): (string | null)[] => all(element, '.usage svg').map((bar) => bar.getAttribute('aria-label'));
const width = (element: Element, bar: number): number => Number(all(element, '.usage svg rect')[bar]?.getAttribute('width'));

describe('the usage of this period', () => {
  afterEach(cleanup);

  it('stands in figures, with a bar where there is a limit, and for which days (R14.1, SIM-6)', async () => {
    const element = await openBent({ usage: used({}), 'included.data': 20 });
    expect(textOf(element)).to.contain('Forbrug i denne periode 1. november 2026 – 22. november 2026');
    expect(lines(element)).to.deep.equal([
      'Data Brugt 6,3 GB af 20 GB',
      'Roaming i EU Brugt 0,5 GB af 8 GB',
      'Taletid 1.187 min.',
      'Sms 31',
    ]);
    expect(bars(element)).to.deep.equal(['31 % brugt', '6 % brugt']);
    expect(width(element, 0)).to.be.closeTo(31.25, 0.01);
    expect(textOf(element)).to.contain('Husk at oplyse jeres medarbejdere om, at I kan se deres forbrug.');
  });

  it('is the backend’s own (R14.1)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const { usage } = scene.subscription;
    expect(lines(element)[3]).to.equal(`Sms ${String(usage?.sms)}`);
    expect(lines(element)).to.have.lengthOf(4);
  });

  it('says in words when what is included is used up (SIM-7, SIM-6)', async () => {
    const element = await openBent({ usage: used({ data: 20_001, dataEu: 8_100 }), 'included.data': 20 });
    expect(lines(element).slice(0, 2)).to.deep.equal([
      'Data Brugt 20 GB af 20 GB Hastigheden er sat ned, fordi jeres inkluderede data er brugt op.',
      'Roaming i EU Brugt 8,1 GB af 8 GB De data, der kan bruges i EU, er brugt op.',
    ]);
    expect([width(element, 0), width(element, 1)]).to.deep.equal([100, 100]);
  });

  it('has no bar without a limit, and neither calls nor messages where the plan has none (SIM-6)', async () => {
    const element = await openBent({ usage: used({ euLimit: null }), 'included.data': null, 'included.talk': false });
    expect(lines(element)).to.deep.equal(['Data 6,3 GB', 'Roaming i EU 0,5 GB']);
    expect(bars(element)).to.deep.equal([]);
  });

  it('is not there before the subscription has begun (R14.1)', async () => {
    expect(textOf(await openBent({ usage: null }))).not.to.contain('Forbrug i denne periode');
  });

  it('says unknown for each figure that is, and never a figure that is none (F09)', async () => {
    const strange = { from: 'x', to: 5, data: '6 GB', dataEu: undefined, euLimit: {}, talk: 1.5, sms: null };
    const element = await openBent({ usage: strange });
    expect(lines(element)).to.deep.equal(['Data Ukendt', 'Roaming i EU Ukendt', 'Taletid Ukendt', 'Sms Ukendt']);
    cleanup();
    const nothing = await openBent({ usage: used({ data: 0, euLimit: 0, dataEu: 0 }), 'included.data': 0 });
    expect(textOf(nothing)).not.to.match(/NaN|Infinity|undefined/);
    expect(bars(nothing)).to.deep.equal(['0 % brugt', '0 % brugt']);
  });
});

/** The names of what can be done with the subscription. */
const deeds = (element: Element): string[] => all(element, '[part=subscription] .deeds button').map(({ innerText }) => plain(innerText));
const everything = ['Ændr abonnement', 'Nedlæg abonnement', 'Spær simkort', 'Skift simkort', 'Vis koder'];

describe('what can be done with a subscription', () => {
  afterEach(cleanup);

  const closing = { id: 'x', kind: 'closeSubscription', state: 'inProgress', date: '2026-12-31', requestedDate: null, moved: false };
  const coming = (kind: string) => [{ ...closing, kind, plan: null, monthly: null, sim: null, canUndo: true }];
  const states: Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, readonly string[], string]>> = {
    'is active': [{}, everything, ''],
    'is blocked': [
      { status: 'suspended', block: { reason: 'lost', since: '2026-11-20' } },
      ['Ændr abonnement', 'Nedlæg abonnement', 'Ophæv spærring', 'Skift simkort', 'Vis koder'],
      'Simkortet er spærret, fordi det er tabt (20. november 2026).',
    ],
    'has an eSIM': [{ 'sim.kind': 'esim' }, [...everything, 'Vis eSIM-kode'], ''],
    'has no card': [{ sim: null }, everything.slice(0, 3), ''],
    'is being closed': [
      { status: 'pendingTerminate', lastDay: '2026-12-31' },
      ['Skift simkort', 'Vis koder'],
      'Abonnementet kan ikke ændres, fordi det er ved at blive nedlagt.',
    ],
    'is to change': [
      { changes: coming('changePlan') },
      ['Spær simkort', 'Skift simkort', 'Vis koder'],
      'Abonnementet kan ikke ændres, før den planlagte ændring er sket eller fortrudt.',
    ],
    'is to get another card': [{ changes: coming('replaceSim') }, everything.filter((deed) => deed !== 'Skift simkort'), ''],
    'is coming': [{ status: 'pendingActive' }, [], 'Abonnementet kan ikke ændres, før det er oprettet.'],
    'is closed': [{ status: 'terminated' }, [], 'Nedlagt'],
    'is in a state nobody knows': [{ status: 'hibernating' }, [], 'Abonnementet kan ikke ændres, fordi vi ikke kender dets status.'],
    'has changes nobody knows': [
      { changes: 'many' },
      ['Spær simkort', 'Vis koder'],
      'Abonnementet kan ikke ændres, fordi vi ikke kender dets status.',
    ],
    'has a price nobody knows': [{ 'price.amount': '119' }, everything.filter((deed) => deed !== 'Nedlæg abonnement'), ''],
  };
  for (const [state, [values, offered, words]] of Object.entries(states))
    it(`that ${state} is what its state allows, and why not more is said (F09, R14.1)`, async () => {
      const element = await openBent(values);
      expect(deeds(element)).to.deep.equal(offered);
      expect(textOf(element)).to.contain(words);
    });

  it('is nothing for one who may only read (R7.1)', async () => {
    const element = await open('lars');
    control(element, 'Birthe Bæk').click();
    await shown(element);
    expect(controls(element)).to.deep.equal(['Tilbage til Abonnementer']);
    expect(textOf(element)).to.contain('Forbrug i denne periode').and.not.to.contain('kan ikke ændres');
  });

  it('is the same for a subscription that no person has, but for editing (D7, D11)', async () => {
    const element = await open('maja');
    control(element, 'Router, lageret').click();
    await shown(element);
    expect(deeds(element)).to.include.members(['Ændr abonnement', 'Nedlæg abonnement']);
    expect(find(element, 'Rediger oplysninger')).to.equal(undefined);
    await begin(element, 'Nedlæg abonnement');
    await boxReads(element, 'Vil I nedlægge abonnementet for Router, lageret?');
  });

  it('stands there again when it turns out not to have been done after its dialog was put away (F13, F19)', async () => {
    const scene = await deal();
    const wire = line();
    const element = await openProfile(scene, { fetch: wire.fetch });
    wire.use(writes(answers(500)));
    await begin(element, 'Nedlæg abonnement');
    one(element, 'dialog .submit').click();
    await boxReads(element, 'Vi er ikke sikre på, at det gik igennem.');
    boxButton(element, 'Luk').click();
    await closed(element);
    wire.use(
      writes(
        answers(422, {}, { type: 'urn:selvbetjening:problem:invalid', errors: [{ pointer: '/items/0/subscription', type: 'closing' }] }),
      ),
    );
    network(false);
    network(true);
    await boxReads(element, 'Abonnementet er allerede ved at blive nedlagt.');
  });

  it('stays to be found out where its outcome is not known, also when its dialog is put away (F13, F06)', async () => {
    const scene = await deal();
    const wire = line();
    const element = await openProfile(scene, { fetch: wire.fetch });
    wire.use(writes(cut()));
    await begin(element, 'Nedlæg abonnement');
    one(element, 'dialog .submit').click();
    await boxReads(element, 'Vi er ikke sikre på, at det gik igennem.');
    expect(focusIn()).not.to.equal('');
    boxButton(element, 'Luk').click();
    await closed(element);
    await reads(element, 'Vi er ikke sikre på, at det gik igennem.');
    await until(() => textOf(element).includes('Abonnementet nedlægges'), 'how things stand');
    wire.use();
    control(element, 'Undersøg igen').click();
    await boxReads(element, 'Undersøg igen');
    boxButton(element, 'Undersøg igen').click();
    await closed(element);
    expect(textOf(element)).not.to.contain('Vi er ikke sikre på');
    await until(() => heard(element).includes('Abonnementet nedlægges'), 'it to be announced');
    expect(await ordersOf(scene)).to.have.lengthOf(1);
  });

  it('names a notice of the running month alone as that (SUB-4)', async () => {
    const notice: Subscription['notice'] = { length: 0, unit: 'monthsAfterRunning' };
    expect(textOf(await openBent({ notice }))).to.contain('Opsigelsesvarsel Løbende måned Tidligste');
  });
});
