import { expect } from 'chai';
import { html } from 'lit';
import { pageLimit } from '../../src/api/page.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { companyOf, cvr, open } from './open.ts';
import { all, column, control, one, rows, textOf } from './screen.ts';

const rowOf = (element: Element, name: string): string[] | undefined => rows(element).find(([cell]) => cell?.startsWith(name));

/** Every row of the list, page after page. */
const everyName = async (element: Element): Promise<string[]> => {
  const names: string[] = [];
  for (;;) {
    names.push(...column(element, 0));
    const next = control(element, 'Næste');
    if (next.getAttribute('aria-disabled') === 'true') return names;
    const before = one(element, '.pager span').innerText;
    next.click();
    await until(() => one(element, '.pager span').innerText !== before, 'the next page');
  }
};

/** The names of the example data in the order that the rules give them. */
const inOrder = async (): Promise<string[]> => {
  const response = await fetch(new URL('../data/sorting-and-search-cases.json', import.meta.url));
  return ((await response.json()) as { sortedNames: string[] }).sortedNames;
};

describe('the list of users', () => {
  afterEach(cleanup);

  it('opens in Danish alphabetical order by name: æ, ø, å last, aa as å (R10.1)', async () => {
    const names = column(await open('lars'), 0);
    expect(names.slice(0, 4)).to.deep.equal(['Anders Abildgaard', 'Birthe Bæk', 'Bo Ib', 'Çigdem Demir']);
    expect(names.slice(-5)).to.deep.equal(['Æmilie Ærtebjerg', 'Øjvind Wæver', 'Aage Østergaard', 'Åse Ågaard', 'Aase Aagaard']);
    const given = (await inOrder()).filter((name) => names.includes(name));
    expect(names.filter((name) => given.includes(name) && name !== 'Søren Sørensen')).to.deep.equal(
      given.filter((name) => name !== 'Søren Sørensen'),
    );
  });

  it('shows the name, subscription, e-mail address and telephone number of each, and the state in a word (R10.2)', async () => {
    const element = await open('lars');
    const heads = all(element, 'th').map(({ innerText }) => innerText.trim());
    expect(heads).to.deep.equal(['Navn', 'Abonnement', 'E-mailadresse', 'Telefonnummer', 'Status']);
    expect(rowOf(element, 'Birthe')).to.deep.equal(['Birthe Bæk', 'Mobil 20 GB', 'birthe.baek@nordlys.example', '67 10 25 78', 'Aktivt']);
  });

  it('has one row per user: two subscriptions stand inside the row, none is said, and a router stands under its own label (R10.4, D7)', async () => {
    const element = await open('lars');
    expect(rowOf(element, 'Anders')?.slice(1)).to.deep.equal([
      'Datasim 10 GB Mobil 5 GB',
      'anders.abildgaard@nordlys.example',
      '– 67 10 20 30',
      'Aktivt Aktivt',
    ]);
    expect(rowOf(element, 'Øjvind')?.slice(1)).to.deep.equal(['Intet abonnement', 'oejvind.waever@nordlys.example', '–', '']);
    expect(rowOf(element, 'Router')).to.deep.equal([
      'Router, lageret Uden bruger',
      'Mobilt bredbånd 500 GB',
      '',
      '+45 37 12 34 56 70 00',
      'Aktivt',
    ]);
    expect(rowOf(element, 'Bo Ib')?.[2]).to.equal('Ingen e-mailadresse');
  });

  it('says what is going on with a subscription, with its date', async () => {
    const element = await open('lars');
    expect(rowOf(element, 'Isaac')?.[4]).to.equal('Afventer flytning');
    expect(rowOf(element, 'Lærke Schytt')?.[4]).to.equal('Nedlægges 31.12.2026');
    expect(rowOf(element, 'Mette')?.[4]).to.equal('Spærret');
  });

  it('counts the users, and the subscriptions beside them (D7)', async () => {
    expect(textOf(await open('lars'))).to.contain('24 brugere · 26 abonnementer');
  });

  it('holds all of them, on however many pages: what it shows and what it counts agree, in one order across pages (R9.3, R10.3)', async () => {
    const company = await companyOf('maja', cvr.storkoebing);
    const element = await open('maja', { company }, html`<ss-subscriptions page-size="100"></ss-subscriptions>`);
    expect(textOf(element)).to.match(/2\.000 brugere/);
    const total = Number(/af ([\d.]+)/.exec(textOf(element))?.[1]?.replace('.', ''));
    const names = await everyName(element);
    expect(names).to.have.lengthOf(total);
    expect(names.filter((name) => !name.endsWith('Uden bruger'))).to.have.lengthOf(2000);
    const read = names.map((name) => name.replace(' Uden bruger', ''));
    expect(read).to.deep.equal([...read].sort(new Intl.Collator('da', { numeric: true }).compare));
  });

  it('turns pages forth and back, says where one is, and stops at both ends without losing the focus (R10.3)', async () => {
    const company = await companyOf('maja', cvr.oeresund);
    const element = await open('maja', { company });
    const turn = async (name: string, range: string) => {
      control(element, name).click();
      await until(() => textOf(element).includes(range), range);
    };
    expect(textOf(element)).to.contain('Viser 1–50 af 62');
    expect(control(element, 'Forrige').getAttribute('aria-disabled')).to.equal('true');
    await turn('Næste', 'Viser 51–62 af 62');
    expect(rows(element)).to.have.lengthOf(12);
    expect(control(element, 'Næste').getAttribute('aria-disabled')).to.equal('true');
    expect(control(element, 'Næste').matches(':disabled')).to.equal(false);
    control(element, 'Næste').click();
    await turn('Forrige', 'Viser 1–50 af 62');
  });

  it('goes to the last page there is when the one asked for has emptied', async () => {
    const company = await companyOf('maja', cvr.oeresund);
    const seen = counting();
    let short = false;
    const shrunk: typeof fetch = async (...call) => {
      const response = await seen.fetch(...call);
      if (!short) return response;
      const page = (await response.json()) as { items: unknown[]; total: number };
      return Response.json({ ...page, items: page.total > 50 && page.items.length <= 12 ? [] : page.items, total: 50 });
    };
    const element = await open('maja', { company, fetch: shrunk });
    short = true;
    control(element, 'Næste').click();
    await until(() => textOf(element).includes('Viser 1–50 af 50'), 'the first page again');
    expect(rows(element)).to.have.lengthOf(50);
  });

  for (const [size, asked] of [
    ['7', 7],
    ['0', 50],
    ['101', 50],
    ['2.5', 50],
    ['many', 50],
  ] as const)
    it(`asks for ${String(asked)} rows when the page size is »${size}« (F30, T22)`, async () => {
      const seen = counting();
      await open('maja', { fetch: seen.fetch }, html`<ss-subscriptions page-size=${size}></ss-subscriptions>`);
      const question = (await seen.requests.at(-1)?.json()) as { limit: number };
      expect(question.limit).to.equal(asked).and.to.be.at.most(pageLimit);
    });
});
