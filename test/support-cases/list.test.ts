/** »Mine supportsager«: what the list shows, how it is narrowed, and what it says when it cannot show anything. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { CountEvent, SsNavigateEvent } from '../../src/ui/events.ts';
import { choose } from '../company-switcher/open.ts';
import { answers, at, line, network, offline, silent } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { bent, companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, controls, find, focusIn, heard, one, plain, reads, rows, textOf, type } from '../subscriptions/screen.ts';
import { dealer } from './create-scene.ts';
import { atPlace, created, listed, openOf, pageOf, place, talking, urlOf, withSwitcher } from './talks.ts';

const company = dealer(100);

const select = (element: Element, value: string): void => {
  const field = one<HTMLSelectElement>(element, 'select[name=state]');
  field.value = value;
  field.dispatchEvent(new Event('change'));
};

const subjects = (element: Element): string[] => all(element, 'td .name').map(({ innerText }) => plain(innerText));

describe('the list of support cases', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('shows subject, status, last change and number of each, the newest change first (R3.3, R4.1, FMT-2, SUP-1)', async () => {
    const { element } = await openOf(cvr.nordlys);
    expect(all(element, '.list th').map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Emne',
      'Status',
      'Senest ændret',
      'Sagsnummer',
      'Vis mere',
    ]);
    const { items } = await pageOf('maja', await companyOf('maja', cvr.nordlys));
    expect(subjects(element)).to.deep.equal(items.map(({ subject }) => subject));
    const changes = items.map(({ changedAt }) => changedAt);
    expect(changes).to.deep.equal([...changes].sort().reverse());
    expect(rows(element).map(([, status]) => status)).to.include.members(['Ny', 'Åben', 'Venter på jeres svar', 'Løst', 'Lukket']);
    expect(rows(element)[0]?.[2]).to.match(/^\d\d\.\d\d\.2026 kl\. \d\d\.\d\d$/);
    expect(rows(element).map((cells) => cells[3]?.replace('Nr. ', ''))).to.deep.equal(items.map(({ number }) => number));
  });

  it('has a »Vis mere« of each, whose name says which case and begins with what is seen (R4.1, R4.2)', async () => {
    const { element } = await openOf(cvr.nordlys);
    const ways = all(element, 'td.ways > *');
    expect(ways.map(({ textContent }) => plain(textContent))).to.deep.equal(
      subjects(element).map((subject) => `Vis mereVis mere om sagen ${subject}`),
    );
    expect(ways.map((way) => way.querySelector('[aria-hidden=true]')?.textContent)).to.deep.equal(ways.map(() => 'Vis mere'));
    const [first] = (await pageOf('maja', await companyOf('maja', cvr.nordlys))).items;
    const asked = once<SsNavigateEvent>(element, 'ss-navigate');
    ways[0]?.click();
    expect((await asked).route).to.equal(first?.id);
    await talking(element);
    expect(one(element, 'h2').innerText).to.equal(first?.subject);
  });

  it('has one »Opret supportsag« that leads to the form (R4.3)', async () => {
    const { element } = await openOf(cvr.nordlys);
    const asked = once<SsNavigateEvent>(element, 'ss-navigate');
    expect(controls(element).filter((name) => name === 'Opret supportsag')).to.have.length(1);
    control(element, 'Opret supportsag').click();
    expect((await asked).route).to.equal('new');
  });

  it('marks those of the person, and can be narrowed to them (D2)', async () => {
    const { element } = await openOf(cvr.nordlys);
    const { items } = await pageOf('maja', await companyOf('maja', cvr.nordlys));
    const own = items.filter(({ mine }) => mine).map(({ subject }) => subject);
    const marked = all(element, 'tbody tr').filter((row) => row.querySelector('.yours'));
    expect(marked.map((row) => row.querySelector('.name')?.textContent)).to.deep.equal(own);
    expect(own.length).to.be.lessThan(items.length);
    control(element, 'Kun mine').click();
    await until(() => subjects(element).length === own.length && all(element, '.list[aria-busy=false]').length, 'only the own ones');
    expect(subjects(element)).to.deep.equal(own);
  });

  it('is searched by words and by number, without a word of it in an address, and tells how many were found (R4.1, PRV-6)', async () => {
    const asked = counting();
    const { element } = await openOf(cvr.nordlys, { fetch: asked.fetch });
    type(one(element, '#search'), 'simkort');
    await reads(element, '1 sag fundet');
    expect(subjects(element)).to.deep.equal(['Nyt simkort virker ikke']);
    expect(one(element, '.hits').getAttribute('role')).to.equal('status');
    type(one(element, '#search'), '100236');
    await until(() => subjects(element).join() === 'Routeren er ikke kommet frem', 'the case with the number');
    expect(asked.paths().filter((path) => /simkort|100236/.test(path))).to.deep.equal([]);
  });

  it('is narrowed by status; what fits nothing says so and leads back (R3.3)', async () => {
    const { element } = await openOf(cvr.nordlys);
    select(element, 'pending');
    await until(() => all(element, '.list[aria-busy=false] tbody tr').length === 1, 'those that wait');
    expect(rows(element)[0]?.[1]).to.equal('Venter på jeres svar');
    type(one(element, '#search'), 'findes ikke');
    await reads(element, 'Ingen sager passer til det, I har valgt.');
    control(element, 'Ryd filtre').click();
    await until(() => subjects(element).length === 7, 'all of them');
    expect(focusIn()).to.equal('Søg efter emne eller sagsnummer');
    expect(one<HTMLSelectElement>(element, 'select').value).to.equal('');
  });

  it('shows the newest ten, and all of them page by page after »Vis alle« (D3)', async () => {
    const { element } = await openOf(cvr.aagaard);
    expect(subjects(element)).to.have.length(10);
    const { total } = await pageOf('maja', await companyOf('maja', cvr.aagaard));
    expect(textOf(element)).to.contain(`Viser 1–10 af ${String(total)}`);
    control(element, 'Vis alle').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => subjects(element).length === 50, 'fifty of them');
    expect(focusIn()).to.contain('Vis mere');
    expect(heard(element)).to.contain(`Viser 1–50 af ${String(total)}`);
    control(element, 'Næste').click();
    await until(() => subjects(element).length === total - 50 && all(element, '.list[aria-busy=false]').length, 'the second page');
    expect(focusIn()).not.to.equal('');
  });

  it('says that there are none, and leads on (R3.5)', async () => {
    const { element } = await place('ida');
    await reads(element, 'I har ingen supportsager.');
    expect(controls(element)).to.deep.equal(['Opret supportsag', 'Opret supportsag']);
  });

  it('offers nothing that changes to those who may only read (R7.1)', async () => {
    const { element } = await place('lars');
    await listed(element);
    expect(find(element, 'Opret supportsag')).to.equal(undefined);
  });

  it('says why it shows nothing without the right to it, and asks for nothing (R8.1, R8.2)', async () => {
    const asked = counting();
    const { element } = await place('frida', { fetch: asked.fetch });
    await reads(element, 'Du har ikke adgang til Mine supportsager.');
    expect(asked.paths().filter((path) => path.includes('/cases'))).to.deep.equal([]);
  });

  it('tells the page how many have a new answer, and again when one has been read (R3.3)', async () => {
    const { id } = await company();
    const { unread: before } = await pageOf('mange', id);
    const counts: number[] = [];
    const { element } = await place('mange', { company: id });
    element.addEventListener('ss-count', ({ count }: CountEvent) => counts.push(count));
    await listed(element);
    expect(before).to.be.greaterThan(0);
    expect(counts).to.deep.equal([before]);
    expect(plain(one(element, 'tr.unread').innerText)).to.contain('Nyt svar');
    one(element, 'tr.unread [data-route]').click();
    await talking(element);
    await until(() => counts.length === 2, 'the count without it');
    expect(counts).to.deep.equal([before, before - 1]);
    control(element, 'Tilbage til').click();
    await until(() => all(element, '.list[aria-busy=false]').length && all(element, 'tr.unread').length === before - 1, 'one less unread');
  });

  it('is that of the company that is chosen, also when the answer for the one before comes later (R3.4, R5.5, F20, T05)', async () => {
    const before = await companyOf('maja', cvr.nordlys);
    const other = await pageOf('maja', await companyOf('maja', cvr.aagaard));
    const held = gate();
    const { element, switcher } = await withSwitcher({
      company: before,
      fetch: (...call) => (urlOf(call).includes('/cases') ? held.fetch : fetch)(...call),
    });
    await until(() => held.waiting.length === 1, 'the first question');
    await until(() => all(switcher, 'select').length, 'the switcher');
    choose(switcher, 'Aagaard');
    await until(() => held.waiting.some(({ request }) => !request.url.includes(before)), 'the second question');
    held.open();
    await listed(element);
    expect(subjects(element)).to.deep.equal(other.items.slice(0, 10).map(({ subject }) => subject));
  });

  it('forgets what was searched for and which page it was when the company changes (R5.5)', async () => {
    const { element, switcher } = await withSwitcher({ company: await companyOf('maja', cvr.aagaard) });
    await listed(element);
    control(element, 'Vis alle').click();
    type(one(element, '#search'), 'antenne');
    await reads(element, 'fundet');
    choose(switcher, 'Nordlys Eksempel A/S');
    await until(() => subjects(element).includes('Nyt simkort virker ikke'), 'the other company');
    expect(one<HTMLInputElement>(element, '#search').value).to.equal('');
    expect(subjects(element)).to.have.length(7);
  });

  it('keeps room while it waits, says what failed, and tries again (F01, F10)', async () => {
    const broken = line();
    broken.use(at('/cases', answers(422)));
    const { element } = await place('maja', { company: await companyOf('maja', cvr.nordlys), fetch: broken.fetch });
    await until(() => all(element, '[part=problem]').length, 'the problem');
    expect(heard(element)).to.contain('Noget gik galt hos os.');
    broken.use();
    control(element, 'Prøv igen').click();
    await listed(element);
    expect(focusIn()).to.equal('Mine supportsager');
  });

  it('has bones as long as nothing has come (F03)', async () => {
    const { element } = await place('maja', { fetch: at('/cases', silent())(fetch) });
    await until(() => all(element, '.bone-row').length, 'bones');
    expect(textOf(element)).not.to.contain('I har ingen supportsager.');
  });

  it('loads itself when the network comes (F01)', async () => {
    const broken = line();
    const { element } = await place('maja', { company: await companyOf('maja', cvr.nordlys), fetch: broken.fetch });
    await listed(element);
    broken.use(offline());
    network(false);
    select(element, 'closed');
    await reads(element, 'Der er ingen forbindelse lige nu.');
    broken.use();
    network(true);
    await until(() => all(element, '.list[aria-busy=false] tbody tr').length === 1, 'the closed one');
  });

  it('shows markup, letters that run the other way and endless words as the text they are (T12, F26)', async () => {
    const { id } = await company();
    const hostile = '<img src=x onerror=alert(1)> \u202Etxet esrever\u2066';
    const endless = 'Donaudampfskibsselskabskaptajn'.repeat(6);
    await created(id, { subject: hostile });
    await created(id, { subject: endless });
    const { element } = await place('mange', { company: id });
    await listed(element);
    expect(all(element, 'td .name').map(({ textContent }) => textContent)).to.include.members([hostile, endless]);
    expect(all(element, 'td img')).to.have.length(0);
    expect(all(element, 'td .name').every(({ localName }) => localName === 'bdi')).to.equal(true);
    const { right } = element.getBoundingClientRect();
    expect(all(element, 'td').filter((cell) => cell.getBoundingClientRect().right > right + 1)).to.have.length(0);
  });

  it('reads an answer that it does not understand as far as it does (F09)', async () => {
    const { element } = await openOf(cvr.nordlys, {
      fetch: at(
        '/cases/search',
        bent({ 'items.0.state': 'floating', 'items.1.changedAt': 'i går', 'items.2.subject': null, 'items.3.number': 7, unread: 'mange' }),
      )(fetch),
    });
    expect(rows(element)[0]?.[1]).to.equal('Ukendt');
    expect(rows(element)[1]?.[2]).to.equal('Ukendt');
    expect(rows(element)[2]?.[0]).to.contain('Ukendt');
    expect(textOf(element)).not.to.match(/undefined|NaN|Invalid/);
  });

  it('knows no place that is written wrong (F17)', async () => {
    const { element } = await place('maja', {}, atPlace('a/b/c'));
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
  });
});
