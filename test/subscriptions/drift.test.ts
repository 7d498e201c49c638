/** A contract that has drifted, and a backend full of hostile words: the field is unknown or plain text, the rest as usual. */
import { expect } from 'chai';
import { html } from 'lit';
import { at } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { bent, open, place } from './open.ts';
import { all, column, one, reads, rows, textOf } from './screen.ts';

const nonsense = /undefined|null|NaN|Invalid|\[object/;

/** The list, with other values in its answer. */
const openBent = (values: Readonly<Record<string, unknown>>) => open('maja', { fetch: at('/search', bent(values))(fetch) });

/** The profile of a user, with other values in its first subscription. */
const profileBent = async (values: Readonly<Record<string, unknown>>) => {
  const element = await open('maja');
  const route = all(element, 'td .link').find(({ innerText }) => innerText === 'Lærke Schytt')?.dataset['route'] ?? '';
  cleanup();
  const inSubscription = Object.fromEntries(Object.entries(values).map(([field, value]) => [`subscriptions.0.${field}`, value]));
  const other = await place(
    'maja',
    { fetch: at(route, bent(inSubscription))(fetch) },
    html`<ss-subscriptions route=${route}></ss-subscriptions>`,
  );
  await until(() => all(other, 'dl').length, 'the profile');
  return other;
};

const fact = (element: Element, term: string): string =>
  all(element, 'dl > div')
    .find((line) => line.innerText.startsWith(term))
    ?.querySelector('dd')?.innerText ?? '';

const hostile = '<img src=x onerror="window.hacked=1">&lt;b&gt;{{7*7}}${7*7}\u202e\u0000';

describe('a list whose contract has drifted', () => {
  afterEach(cleanup);

  for (const name of [null, 7, undefined, true])
    it(`shows a user whose name is ${String(name)} with the rest as usual (F09)`, async () => {
      const element = await openBent({ 'items.0.user.name': name });
      expect(rows(element)[0]?.[0]).to.equal('Uden navn');
      expect(rows(element)).to.have.lengthOf(26);
      expect(rows(element)[1]?.[0]).to.equal('Birthe Bæk');
      expect(textOf(element)).not.to.match(nonsense);
    });

  it('says of an address, a number and subscriptions it cannot read that they are unknown, not that there are none (F09)', async () => {
    const element = await openBent({
      'items.0.user.email': 5,
      'items.1.subscriptions.0.phone': 'ring!',
      'items.2.subscriptions': 'many',
    });
    expect(rows(element)[0]?.[2]).to.equal('Ukendt');
    expect(rows(element)[1]?.[3]).to.equal('Ukendt');
    expect(rows(element)[2]?.[1]).to.equal('Ukendt');
    expect(textOf(element)).not.to.match(nonsense);
  });

  it('shows an unknown state as unknown and neutral, and an unknown plan too (F09)', async () => {
    const element = await openBent({ 'items.1.subscriptions.0.status': 'hibernating', 'items.1.subscriptions.0.plan': { name: 'x' } });
    expect(rows(element)[1]).to.deep.equal(['Birthe Bæk', 'Ukendt', 'birthe.baek@nordlys.example', '67 10 25 78', 'Ukendt']);
    expect(all(element, 'tr:nth-child(2) .tag')[0]?.className.trim()).to.equal('tag');
  });

  it('takes no harm from fields it does not know, nor from counts that are missing (F09)', async () => {
    const element = await openBent({ 'items.0.shoeSize': 44, next: 'page', users: '24', total: undefined });
    expect(rows(element)).to.have.lengthOf(26);
    expect(textOf(element)).not.to.match(nonsense);
    expect(textOf(element)).to.contain('Viser 1–26 af 26').and.not.to.contain('brugere ·');
  });

  for (const day of ['2026-13-45', '2026-02-31', '0000-00-00', '31.12.2026', 20261231]) {
    const never = { lastDay: day, start: day, boundUntil: day, firstLastDay: day };
    it(`shows the row and the profile of a subscription that is to end on »${String(day)}« (F09)`, async () => {
      const element = await openBent({ 'items.14.subscriptions.0.lastDay': day });
      expect(rows(element)[14]?.[0]).to.equal('Lærke Schytt');
      expect(rows(element)[14]?.[4]).to.equal('Nedlægges');
      cleanup();
      const profile = await profileBent(never);
      expect([fact(profile, 'Startdato'), fact(profile, 'Bindingsperiode')]).to.deep.equal(['Ukendt', 'Ukendt']);
      expect(textOf(profile)).to.contain('Mobil 20 GB').and.not.to.match(nonsense);
    });
  }

  it('never gives an amount in kroner, or a notice in days, that the backend did not (F09)', async () => {
    expect(fact(await profileBent({ 'price.currency': 'EUR' }), 'Pris')).to.equal('Ukendt');
    cleanup();
    expect(fact(await profileBent({ 'price.amount': '11900' }), 'Pris')).to.equal('Ukendt');
    cleanup();
    expect(fact(await profileBent({ 'notice.unit': 'weeks' }), 'Opsigelsesvarsel')).to.equal('Ukendt');
  });

  it('says unknown for each part of a subscription that is missing (F09)', async () => {
    const parts = 'plan phone status moveDate lastDay label price included start boundUntil notice firstLastDay sim costCentre'.split(' ');
    const element = await profileBent(Object.fromEntries(parts.map((part) => [part, undefined])));
    const said = all(element, 'dd').map(({ innerText }) => innerText);
    expect(said.pop()).to.equal('Salg'); // the cost centre of the user, where the subscription has none of its own
    expect(said)
      .to.deep.equal(said.map(() => 'Ukendt'))
      .and.to.have.lengthOf(8);
    expect(textOf(element)).not.to.match(nonsense);
  });

  it('fails as a whole rather than lose a row: one without an id makes no shorter list (F07, F09)', async () => {
    const element = await place('maja', { fetch: at('/search', bent({ 'items.3.id': undefined }))(fetch) });
    await reads(element, 'Noget gik galt hos os.');
    expect(rows(element)).to.have.lengthOf(0);
  });

  it('gives a user with a blank name a name that can be followed (R13.1)', async () => {
    const element = await openBent({ 'items.0.user.name': ' ' });
    expect(column(element, 0)[0]).to.equal('Uden navn');
  });
});

describe('a list full of hostile words', () => {
  afterEach(cleanup);

  it('shows names, labels, addresses and plans as the text they are (T12)', async () => {
    const element = await openBent({
      'items.0.user.name': hostile,
      'items.0.user.email': `${hostile}@x.example`,
      'items.0.subscriptions.0.plan': hostile,
      'items.4.label': hostile,
    });
    expect(all(element, 'img, b, script')).to.have.lengthOf(0);
    expect(one(element, 'td.name').textContent).to.contain('<img src=x onerror="window.hacked=1">&lt;b&gt;{{7*7}}${7*7}');
    expect(Reflect.has(window, 'hacked')).to.equal(false);
  });

  it('opens the profile of one as text, and looks for no other place with an id that is a path (T12)', async () => {
    const id = '../../session?x=#y';
    const element = await openBent({ 'items.0.id': id, 'items.0.user': { id, name: hostile, email: null } });
    const asked: string[] = [];
    element.addEventListener('ss-navigate', ({ route }) => asked.push(route));
    one(element, 'td.name .link').click();
    await reads(element, 'Vi kan ikke finde');
    expect(asked).to.deep.equal(['users/..%2F..%2Fsession%3Fx%3D%23y']);
    expect(one(element, 'h2').textContent).to.contain('<img');
  });

  for (const url of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'http://plain.example',
    ' https://x',
    'https:evil',
  ])
    it(`makes no link of the operator’s address »${url}«; a number and an e-mail address lead nowhere else (T12)`, async () => {
      const operator = { name: 'Evil', url, phone: 'javascript:+45 67', email: 'a@b.example?bcc=c@d.example&body=<b>' };
      const element = await place('frida', { fetch: at('/session', bent({ operator }))(fetch) });
      await reads(element, 'Du har ikke adgang til Abonnementer.');
      const addresses = all<HTMLAnchorElement>(element, 'a').map(({ href }) => href);
      expect(addresses).to.deep.equal(['tel:+4567', 'mailto:a@b.example%3Fbcc%3Dc%40d.example%26body%3D%3Cb%3E']);
    });

  it('shows what was searched for as text when nothing is found (T12)', async () => {
    const element = await open('maja');
    const input = one<HTMLInputElement>(element, '#search');
    input.value = '<b>x</b>{0}';
    input.dispatchEvent(new InputEvent('input'));
    await reads(element, 'Vi fandt ingen brugere, der passer til ”<b>x</b>{0}”.');
    expect(all(element, 'b')).to.have.lengthOf(0);
  });

  it('keeps the way to the operator, with real addresses, for one without access (R8.2)', async () => {
    const element = await place('frida', {}, html`<ss-subscriptions></ss-subscriptions>`);
    await reads(element, 'Du har ikke adgang til Abonnementer.');
    expect(textOf(element)).to.contain('Det kommer an på, hvordan du er oprettet som administrator.');
    expect(all<HTMLAnchorElement>(element, 'a').map(({ href }) => href)).to.deep.equal([
      'tel:+4567000050',
      'mailto:erhverv@eksempeltele.example',
      'https://www.eksempeltele.example/kontakt',
    ]);
  });
});
