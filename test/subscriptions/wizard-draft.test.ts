/** The unfinished order: it survives whatever is not meant for it, reaches nobody else, and can be thrown away. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import { discardDrafts } from '../../src/ui/drafts.ts';
import { choose, shown } from '../company-switcher/open.ts';
import { cleanup, fixture, signIn, until, type Person } from '../helpers.ts';
import {
  at,
  begin,
  companiesFrom,
  fill,
  fillPlan,
  fillUser,
  keep,
  next,
  openAt,
  openReview,
  pick,
  send,
  receipt,
  storage,
  title,
  wholeDraft,
} from './guide.ts';
import { boxButton, boxText } from './profiles.ts';
import { all, control, find, focusIn, listed, one, reads, textOf } from './screen.ts';

const company = companiesFrom(146, 159);

const strip = 'Du er i gang med at oprette et abonnement.';

/** Both elements, signed in as somebody with a handful of companies; nothing is ordered there. */
const page = async (options: Partial<ConnectOptions> = {}) => {
  const connection = signIn('maja', options);
  const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-subscriptions></ss-subscriptions></div>`);
  const switcher = both.querySelector('ss-company-switcher');
  const list = both.querySelector('ss-subscriptions');
  if (!switcher || !list) throw new Error('The page is not whole.');
  await listed(list);
  return { connection, switcher, list };
};

/** Begins a draft, and stays at its first step. */
const beginHere = async (list: SubscriptionsElement, name = 'Ufærdig Ulriksen'): Promise<void> => {
  list.route = 'new';
  await at(list, 'Bruger');
  pick(list, 'En ny bruger');
  await fill(list, 'name', name);
};

const toList = async (element: SubscriptionsElement): Promise<void> => {
  control(element, 'Tilbage til Abonnementer').click();
  await listed(element);
};

const asked = (element: Element): Promise<boolean> => until(() => boxText(element) !== '', 'the question');

const nameIn = (element: Element): string | undefined => all<HTMLInputElement>(element, '#name')[0]?.value;

describe('a draft of the guide', () => {
  afterEach(cleanup);

  it('survives leaving the guide: the list says so and leads back to the step one was at (R16.3)', async () => {
    const element = await begin(await company());
    await fillUser(element, 'Ufærdig Ulriksen');
    await toList(element);
    await reads(element, strip);
    expect(textOf(element)).to.contain('Kladden er gemt, til du lukker siden.');
    control(element, 'Fortsæt').click();
    await at(element, 'Abonnement');
    expect(focusIn()).to.equal('Trin 2 af 6 Abonnement');
    one(element, '.steps [data-route="new/user"]').click();
    await at(element, 'Bruger');
    expect(nameIn(element)).to.equal('Ufærdig Ulriksen');
  });

  it('is not there before anything has been filled in (R16.3)', async () => {
    const element = await begin(await company());
    await toList(element);
    expect(textOf(element)).not.to.contain(strip);
  });

  it('can be thrown away, which asks first; by keyboard too (R5.7)', async () => {
    const kept = storage();
    const element = await begin(await company(), { drafts: kept });
    await fillUser(element);
    await toList(element);
    await until(() => find(element, 'Slet kladde'), 'the way to throw it away');
    control(element, 'Slet kladde').focus();
    await sendKeys({ press: 'Enter' });
    await asked(element);
    expect(boxText(element)).to.contain('Vil du slette kladden?').and.to.contain('Det, du har udfyldt, kan ikke hentes igen.');
    await sendKeys({ press: 'Escape' });
    await until(() => boxText(element) === '', 'the dialog to close');
    expect(focusIn()).to.equal('Slet kladde');
    expect(textOf(element)).to.contain(strip);
    control(element, 'Slet kladde').click();
    await asked(element);
    boxButton(element, 'Slet kladde').click();
    await until(() => !textOf(element).includes(strip), 'the strip to go');
    expect(focusIn()).to.equal('Abonnementer');
    expect(Object.keys(kept)).to.deep.equal([]);
    control(element, 'Opret nyt abonnement').click();
    await at(element, 'Bruger');
    expect(all(element, ':checked')).to.have.lengthOf(0);
  });

  it('survives that the session is renewed, and is as it was for the same person (F15)', async () => {
    const { connection, list } = await page();
    await beginHere(list);
    connection.resume();
    await until(() => nameIn(list) === undefined, 'everything to be covered');
    await until(() => nameIn(list) === 'Ufærdig Ulriksen', 'the same form');
    expect(list.route).to.equal('new');
  });

  it('reaches nobody else who signs in, in no frame (F15, F24, T05)', async () => {
    let person: Person = 'maja';
    const { connection, list } = await page({ token: () => Promise.resolve({ token: person, expiresIn: 3600 }) });
    await beginHere(list);
    person = 'lars';
    let leaked = false;
    const watch = new MutationObserver(() => (leaked ||= (list.shadowRoot?.innerHTML ?? '').includes('Ulriksen')));
    connection.resume();
    await until(() => nameIn(list) === undefined, 'everything to be covered');
    if (list.shadowRoot) watch.observe(list.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
    await listed(list);
    expect(textOf(list)).not.to.contain(strip);
    watch.disconnect();
    expect(leaked).to.equal(false);
    person = 'maja';
    connection.resume();
    await until(() => find(list, 'Opret nyt abonnement'), 'the first person');
    expect(textOf(list)).not.to.contain(strip);
  });

  it('asks before the company is switched: whoever stays has lost nothing (R5.7)', async () => {
    const { switcher, list } = await page();
    await beginHere(list);
    await until(() => textOf(list), 'the form');
    choose(switcher, 'Aagaard');
    await asked(list);
    expect(boxText(list)).to.contain('Der er ændringer, som ikke er gemt.').and.to.contain('Vil du forlade siden uden at gemme?');
    boxButton(list, 'Bliv på siden').click();
    await until(() => boxText(list) === '', 'the dialog to close');
    expect(shown(switcher)).to.contain('Nordlys');
    expect(nameIn(list)).to.equal('Ufærdig Ulriksen');
    expect(list.route).to.equal('new');
  });

  it('is gone with the company that whoever leaves has left, and is not in the other (R5.5, R5.7, T05)', async () => {
    const { switcher, list } = await page();
    await beginHere(list);
    choose(switcher, 'Aagaard');
    await asked(list);
    boxButton(list, 'Forlad siden').click();
    await until(() => shown(switcher).startsWith('Aagaard'), 'the switch');
    await listed(list);
    expect(list.shadowRoot?.innerHTML).not.to.contain('Ulriksen');
    expect(textOf(list)).not.to.contain(strip);
    list.route = 'new';
    await at(list, 'Bruger');
    expect(all(list, ':checked')).to.have.lengthOf(0);
    choose(switcher, 'Nordlys Eksempel');
    await until(() => shown(switcher).startsWith('Nordlys Eksempel'), 'the way back, without a question');
    await listed(list);
    expect(textOf(list)).not.to.contain(strip);
  });

  it('that the host keeps is there again with its company, and nowhere else (R5.5, F02)', async () => {
    const { switcher, list } = await page({ drafts: storage() });
    await beginHere(list);
    choose(switcher, 'Aagaard');
    await asked(list);
    expect(boxText(list)).to.contain('Kladden er gemt for Nordlys');
    boxButton(list, 'Forlad siden').click();
    await until(() => shown(switcher).startsWith('Aagaard'), 'the switch');
    await listed(list);
    expect(textOf(list)).not.to.contain(strip);
    choose(switcher, 'Nordlys Eksempel');
    await reads(list, strip);
    control(list, 'Fortsæt').click();
    await at(list, 'Bruger');
    expect(nameIn(list)).to.equal('Ufærdig Ulriksen');
  });

  it('survives a reload where the host allows it: the list says so, and the guide is as it was (R16.3, F02)', async () => {
    const own = await company();
    const kept = storage();
    const before = await begin(own, { drafts: kept });
    await fillUser(before, 'Genindlæst Gade');
    await fillPlan(before, 'Mobil 100 GB');
    cleanup();
    const { element } = await openAt(own, '', { drafts: kept });
    await listed(element);
    await reads(element, strip);
    control(element, 'Fortsæt').click();
    await at(element, 'Nummer');
    await until(() => textOf(element).includes('Genindlæst Gade'), 'what was chosen');
    one(element, '.steps [data-route="new/plan"]').click();
    await at(element, 'Abonnement');
    expect(one<HTMLInputElement>(element, ':checked').closest('label')?.innerText).to.contain('Mobil 100 GB');
    cleanup();
    const again = (await openAt(own, 'new/number', { drafts: kept })).element;
    await at(again, 'Nummer');
    expect(title(again)).to.equal('Trin 3 af 6 Nummer');
  });

  it('is kept nowhere unless the host gives a place for it (PRV-5)', async () => {
    const own = await company();
    const element = await begin(own);
    await fillUser(element, 'Uden Spor');
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])).not.to.contain('Spor');
    cleanup();
    const other = (await openAt(own, '')).element;
    await listed(other);
    control(other, 'Opret nyt abonnement').click();
    await at(other, 'Bruger');
    expect(all(other, ':checked')).to.have.lengthOf(0);
  });

  it('of somebody else is removed from the storage, and so is everything when the host signs out (T23)', async () => {
    const own = await company();
    const kept = storage();
    await keep(kept, own, await wholeDraft(own));
    signIn('maja', { drafts: kept });
    const list = await fixture<SubscriptionsElement>(html`<ss-subscriptions></ss-subscriptions>`);
    await listed(list);
    await until(() => Object.keys(kept).length === 0, 'the draft to be removed');
    expect(textOf(list)).not.to.contain(strip);
    await keep(kept, own, await wholeDraft(own));
    discardDrafts(kept);
    expect(Object.keys(kept)).to.deep.equal([]);
  });

  for (const [what, content] of [
    ['broken', '{"content":{"passed":'],
    ['of another shape', JSON.stringify({ content: { passed: 'all', plan: 7 }, key: 'a-key-of-old' })],
    ['with a plan that is none', JSON.stringify({ content: { plan: { id: 'x', monthly: 'free' } }, key: 'a-key-of-old' })],
  ] as const)
    it(`that is ${what} in the storage is as good as none (F30)`, async () => {
      const own = await company();
      const kept = storage();
      await keep(kept, own, await wholeDraft(own));
      const [name = ''] = Object.keys(kept);
      kept.setItem(name, content);
      const { element } = await openAt(own, 'new/review', { drafts: kept });
      await at(element, 'Bruger');
      expect(all(element, ':checked')).to.have.lengthOf(0);
    });

  it('works on without a storage that is blocked or full (F30)', async () => {
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    const blocked = { getItem: refuse, setItem: refuse, removeItem: refuse } as unknown as Storage;
    const { element } = await openAt(await company(), 'new', { drafts: blocked });
    await at(element, 'Bruger');
    await fillUser(element, 'Fuld Lager');
    await toList(element);
    await reads(element, strip);
  });

  it('is gone from memory and storage once it has been sent (F21)', async () => {
    const own = await company();
    const { element, kept } = await openReview(own);
    expect(Object.keys(kept)).to.have.lengthOf(1);
    send(element);
    await receipt(element);
    expect(Object.keys(kept)).to.deep.equal([]);
    await toList(element);
    expect(textOf(element)).not.to.contain(strip);
  });

  it('stays as it is when the element is moved on the page (F22)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Flyttet Friis');
    const elsewhere = document.createElement('section');
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await until(() => nameIn(element) === 'Flyttet Friis', 'the same form');
    next(element);
    await at(element, 'Abonnement');
  });
});
