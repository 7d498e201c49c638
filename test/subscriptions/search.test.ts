import { expect } from 'chai';
import type { UserSearch } from '../../src/subscriptions/user-search.ts';
import { cut, first, slow } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { open } from './open.ts';
import { column, control, find, focusIn, heard, one, reads, rows, sortBy, textOf, type } from './screen.ts';

const field = (element: Element): HTMLInputElement => one<HTMLInputElement>(element, '#search');

/** Types, and waits until so many rows are found. */
const search = async (element: Element, words: string, hits: number): Promise<void> => {
  type(field(element), words);
  await reads(element, hits === 1 ? '1 resultat' : `${String(hits)} resultater`);
  await until(() => rows(element).length === hits, `${String(hits)} rows`);
};

const questionsOf = (requests: readonly Request[]): Promise<UserSearch[]> =>
  Promise.all(requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<UserSearch>));

describe('the search for a user', () => {
  afterEach(cleanup);

  it('stands above the list, with a label and a hint that can be seen; »Sorter visning« is not needed for it (R11.1, R12.5)', async () => {
    const element = await open('maja');
    expect(field(element).labels?.[0]?.innerText).to.contain('Søg efter bruger');
    expect(textOf(element)).to.contain('Skriv navn, telefonnummer eller e-mailadresse');
    expect(field(element).getBoundingClientRect().bottom).to.be.below(one(element, 'table').getBoundingClientRect().top);
    await search(element, 'birthe', 1);
    expect(column(element, 0)).to.deep.equal(['Birthe Bæk']);
  });

  for (const [words, name] of [
    ['Fie Krogh', 'Fie Krogh-Sørensen'],
    ['67102030', 'Anders Abildgaard'],
    ['67 10 20 30', 'Anders Abildgaard'],
    ['+45 67 10 20 30', 'Anders Abildgaard'],
    ['02030', 'Anders Abildgaard'],
    ['dorte.oerum@', 'Dorte Ørum'],
    ['router', 'Router, lageret Uden bruger'],
  ] as const)
    it(`finds ${name} by »${words}«: by name, number however written, or e-mail address (R11.2)`, async () => {
      const element = await open('lars');
      type(field(element), words);
      await until(() => rows(element).length < 26 && column(element, 0).includes(name), `${name}; it reads ${textOf(element)}`);
    });

  for (const [words, names] of [
    ['aase', ['Åse Ågaard', 'Aase Aagaard']],
    ['soren', ['Fie Krogh-Sørensen', 'Søren Sørensen', 'Søren Sørensen']],
    ['cigdem', ['Çigdem Demir']],
    ['aemilie', ['Æmilie Ærtebjerg']],
  ] as const)
    it(`forgives letters: »${words}« finds ${names.at(-1) ?? ''} (R11.3)`, async () => {
      const element = await open('lars');
      await search(element, words, names.length);
      expect(column(element, 0)).to.deep.equal(names);
    });

  it('shows and announces the number of hits (R11.4)', async () => {
    const element = await open('maja');
    expect(heard(element)).to.equal('');
    await search(element, 'søren', 3);
    expect(heard(element)).to.equal('3 resultater');
  });

  it('says that nothing was found, and offers to clear the search, which gives the whole list back in the order chosen (R11.4, R11.5)', async () => {
    const element = await open('maja');
    await sortBy(element, 'Telefonnummer');
    await until(() => rows(element).at(-1)?.[3] === '–', 'the order by number');
    const before = column(element, 0);
    type(field(element), 'xyzzy');
    await reads(element, 'Vi fandt ingen brugere, der passer til ”xyzzy”.');
    expect(textOf(element)).to.contain('Tjek stavemåden, eller ryd søgningen.').and.not.to.contain('I har endnu');
    expect(heard(element)).to.contain('0 resultater');
    control(element, 'Ryd søgning').click();
    await until(() => rows(element).length === 26, 'the whole list');
    expect(column(element, 0)).to.deep.equal(before);
    expect(field(element).value).to.equal('');
    expect(focusIn()).to.match(/^Søg efter bruger/);
    expect(find(element, 'Sorter visning')?.innerText).to.contain('Telefonnummer');
  });

  it('works together with the order (R11.9)', async () => {
    const element = await open('maja');
    await search(element, 'søren', 3);
    await sortBy(element, 'Abonnement');
    expect(column(element, 1)).to.deep.equal(['Mobil 20 GB', 'Mobil 100 GB', 'Mobil 100 GB']);
    expect(column(element, 0)).to.deep.equal(['Søren Sørensen', 'Fie Krogh-Sørensen', 'Søren Sørensen']);
  });

  it('is one request for each keystroke; the one before is aborted, and a late reply never shows (F03, F20)', async () => {
    const wire = gate();
    const seen = counting(wire.fetch);
    const opening = open('maja', { fetch: seen.fetch });
    await until(() => wire.waiting.length, 'the session');
    wire.waiting[0]?.release();
    await until(() => wire.waiting.length, 'the list');
    wire.waiting[0]?.release();
    const element = await opening;
    let sent = seen.requests.length;
    for (const words of ['s', 'sø', 'søren']) {
      type(field(element), words);
      await until(() => seen.requests.length === sent + 1, `the request for ${words}`);
      sent += 1;
    }
    const questions = await questionsOf(seen.requests);
    expect(questions.map((question) => question.search)).to.deep.equal(['', 's', 'sø', 'søren']);
    expect(seen.requests.map(({ signal }) => signal.aborted)).to.deep.equal([false, false, true, true, false]);
    expect(wire.waiting).to.have.lengthOf(1);
    wire.open();
    await reads(element, '3 resultater');
  });

  it('keeps the rows, marked as busy, until the answer is there; the focus stays in the field (F03)', async () => {
    const element = await open('maja', { fetch: slow(120)(fetch) });
    field(element).focus();
    type(field(element), 'birthe');
    await element.updateComplete;
    expect(rows(element)).to.have.lengthOf(26);
    expect(one(element, '.list').getAttribute('aria-busy')).to.equal('true');
    await until(() => rows(element).length === 1, 'the hit');
    expect(one(element, '.list').getAttribute('aria-busy')).to.equal('false');
    expect(focusIn()).to.match(/^Søg efter bruger/);
  });

  it('asks nothing for spaces around the words, and no address holds what was typed', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    type(field(element), '   ');
    await element.updateComplete;
    expect(seen.requests).to.have.lengthOf(2);
    type(field(element), ' Birthe ');
    await until(() => rows(element).length === 1, 'the hit');
    expect((await questionsOf(seen.requests)).at(-1)?.search).to.equal('Birthe');
    expect(seen.paths().join(' ').toLowerCase()).not.to.contain('birthe');
  });

  it('is repeated by itself when the connection broke before the reply (F05)', async () => {
    const seen = counting(first(1, cut())(fetch));
    const element = await open('maja', { fetch: first(2, (inner) => inner)(seen.fetch) });
    await search(element, 'birthe', 1);
  });
});
