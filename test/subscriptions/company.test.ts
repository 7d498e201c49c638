/** What becomes of the list when the company is switched: nothing of the former one is ever to be seen or heard. */
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { CountEvent } from '../../src/ui/events.ts';
import { choose, shown } from '../company-switcher/open.ts';
import { cleanup, fixture, signIn, until, type Person } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { companyOf, cvr } from './open.ts';
import { all, control, listed, one, reads, rows, sortBy, textOf, type } from './screen.ts';

/** A page with both elements, signed in. */
const page = async (person: Person, options: Parameters<typeof signIn>[1] = {}) => {
  signIn(person, options);
  const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-subscriptions></ss-subscriptions></div>`);
  const switcher = both.querySelector('ss-company-switcher');
  const list = both.querySelector('ss-subscriptions');
  if (!switcher || !list) throw new Error('The page is not whole.');
  return { switcher, list };
};

/** Everything in a shadow tree that a person could read, hear or look up: text, attributes and what fields hold. */
const everything = (element: SubscriptionsElement): string =>
  all(element, '*')
    .flatMap((part) => [
      ...[...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent),
      ...[...part.attributes].map(({ value }) => value),
      part instanceof HTMLInputElement ? part.value : '',
    ])
    .join('\n');

/** Watches for traces in every frame and at every change of the tree. `end` gives those it has seen. */
const watch = (element: SubscriptionsElement, traces: readonly string[]): { end: () => string[] } => {
  const seen = new Set<string>();
  const look = () => {
    const all = everything(element);
    for (const trace of traces) if (all.includes(trace)) seen.add(trace);
  };
  let frame = requestAnimationFrame(function again() {
    look();
    frame = requestAnimationFrame(again);
  });
  const observer = new MutationObserver(look);
  const root = element.shadowRoot;
  if (root) observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  return {
    end: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      return [...seen];
    },
  };
};

/** The names, addresses, numbers and ids in a list. */
const tracesOf = (list: SubscriptionsElement): string[] =>
  [
    ...rows(list).flatMap(([name = '', , address = '', number = '']) => [
      name.replace(' Uden bruger', ''),
      address,
      number.replaceAll(' ', '\u00a0'),
    ]),
    ...all(list, 'td [data-route]').map((link) => link.dataset['route'] ?? ''),
  ].filter((trace) => trace.length > 3 && trace !== 'Ingen\u00a0e-mailadresse' && trace !== 'Ingen e-mailadresse');

describe('after a switch of company', () => {
  afterEach(cleanup);

  it('the list belongs to the new company from the next frame on: no row, address, number, route or count of the old one (R5.5, T05)', async () => {
    const wire = gate();
    const seen = counting(wire.fetch);
    const opening = page('maja', { fetch: seen.fetch });
    for (let request = 0; request < 2; request++) (await until(() => wire.waiting[0], 'a request')).release();
    const { switcher, list } = await opening;
    await listed(list);
    const traces = tracesOf(list);
    expect(traces).to.have.lengthOf.above(90);
    choose(switcher, 'Aagaard');
    await until(() => shown(switcher).startsWith('Aagaard'), 'the switch');
    await list.updateComplete;
    const probe = watch(list, [...traces, '24 brugere', 'Viser 1']);
    await until(() => wire.waiting.length === 2, 'the session and the list, in flight together');
    await new Promise(requestAnimationFrame);
    expect(all(list, '.bone-row').length).to.be.above(0);
    wire.open();
    await listed(list);
    expect(probe.end()).to.deep.equal(['Viser 1']);
    expect(rows(list)).to.have.lengthOf(3);
  });

  it('no search text, order, page, profile or announcement of the old one is left (R5.5, T05)', async () => {
    const { switcher, list } = await page('maja', { company: await companyOf('maja', cvr.oeresund) });
    await listed(list);
    await sortBy(list, 'E-mailadresse');
    type(one(list, '#search'), 'a');
    await until(() => textOf(list).includes('resultat'), 'the hits');
    choose(switcher, 'Storkøbing');
    await until(() => textOf(list).includes('2.000'), 'the other list');
    expect(one<HTMLInputElement>(list, '#search').value).to.equal('');
    expect(textOf(list)).not.to.contain('resultat').and.not.to.contain('Listen er sorteret');
    expect(textOf(list)).to.contain('Sorter visning Navn').and.to.contain('Viser 1–50');
  });

  it('one lands in the same area, at its first page, also from a profile (R5.8, D4)', async () => {
    const { switcher, list } = await page('maja');
    await listed(list);
    control(list, 'Birthe Bæk').click();
    await until(() => all(list, 'dl').length, 'the profile');
    const probe = watch(list, ['birthe.baek', '67\u00a010\u00a025\u00a078']);
    const routes: string[] = [];
    list.addEventListener('ss-navigate', ({ route, replace }) => routes.push(`${route}|${String(replace)}`));
    probe.end();
    choose(switcher, 'Aagaard');
    await until(() => shown(switcher).startsWith('Aagaard'), 'the switch');
    await list.updateComplete;
    const after = watch(list, ['Birthe', 'birthe.baek', '67\u00a010\u00a025\u00a078']);
    await listed(list);
    expect(after.end()).to.deep.equal([]);
    expect(list.route).to.equal('');
    expect(routes).to.deep.equal(['|true']);
  });

  it('one who has no access there is told so, and nothing is asked for that they may not see (R5.8, R6.1, R8.1, D4, D5)', async () => {
    const seen = counting();
    const { switcher, list } = await page('frida', { fetch: seen.fetch });
    await reads(list, 'Du har ikke adgang til Abonnementer.');
    choose(switcher, 'Aagaard');
    await until(() => shown(switcher).startsWith('Aagaard'), 'the switch');
    await reads(list, 'Du har ikke adgang til Abonnementer.');
    expect(seen.paths().filter((path) => path.includes('/users'))).to.deep.equal([]);
  });

  it('a late reply for the old company is thrown away, and the page hears of no count of it (R5.6, F20, T05)', async () => {
    const wire = gate();
    const deaf: typeof fetch = (input, init) => wire.fetch(new Request(input, { ...init, signal: null }));
    const counts: number[] = [];
    const opening = page('maja', { fetch: deaf });
    (await until(() => wire.waiting[0], 'the session')).release();
    const { switcher, list } = await opening;
    list.addEventListener('ss-count', (event: CountEvent) => counts.push(event.count));
    await until(() => all(switcher, 'select').length && wire.waiting[0], 'the first list');
    choose(switcher, 'Aagaard');
    await until(() => wire.waiting.length === 3, 'the other list');
    const [late] = wire.waiting;
    const probe = watch(list, ['Anders', '24 brugere']);
    for (const held of wire.waiting.slice(1)) held.release();
    await listed(list);
    late?.release();
    await (await fetch('/v1/session', { headers: { authorization: 'Bearer maja' } })).text();
    await new Promise(requestAnimationFrame);
    expect(probe.end()).to.deep.equal([]);
    expect(rows(list)).to.have.lengthOf(3);
    expect(counts).to.deep.equal([3]);
  });

  it('whoever switches quickly ends where they went last, whatever order the replies come in (R5.6, F20)', async () => {
    for (const order of ['oldest first', 'newest first']) {
      const wire = gate();
      const deaf: typeof fetch = (input, init) => wire.fetch(new Request(input, { ...init, signal: null }));
      const opening = page('maja', { fetch: deaf });
      (await until(() => wire.waiting[0], 'the session')).release();
      const { switcher, list } = await opening;
      await until(() => all(switcher, 'select').length && wire.waiting[0], 'the first list');
      for (const name of ['Øresund', 'Aagaard', 'Ærø', 'Aagaard']) {
        choose(switcher, name);
        await until(() => shown(switcher).startsWith(name), name);
        await list.updateComplete;
      }
      await until(() => wire.waiting.length === 9, `all requests; there are ${String(wire.waiting.length)}`);
      while (wire.waiting.length) (order === 'oldest first' ? wire.waiting[0] : wire.waiting.at(-1))?.release();
      await listed(list);
      await until(() => rows(list).length === 3 && textOf(list).includes('3 brugere'), 'the list of Aagaard');
      expect(shown(switcher)).to.contain('Aagaard');
      cleanup();
    }
  });

  it('the list costs one request, and the rights another, at the same time (R7.2)', async () => {
    const seen = counting();
    const { switcher, list } = await page('maja', { fetch: seen.fetch });
    await listed(list);
    const before = seen.requests.length;
    choose(switcher, 'Aagaard');
    await until(() => rows(list).length === 3, 'the other list');
    await until(() => seen.requests.length === before + 2, 'both requests');
    const kinds = seen
      .paths()
      .slice(before)
      .map((path) => (path.startsWith('/v1/session') ? 'session' : 'list'));
    expect(kinds.sort()).to.deep.equal(['list', 'session']);
  });
});
