/** »Specificeret«: an invoice down to each line, as a person sees it. */
import { expect } from 'chai';
import type { InvoiceLinePage } from '../../src/invoices/invoice-line.ts';
import type { InvoiceUserPage } from '../../src/invoices/invoice-user.ts';
import type { Invoice, InvoiceSummary } from '../../src/invoices/invoice.ts';
import { choose } from '../company-switcher/open.ts';
import { answers, at, broken, first, line } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { bent, companyOf, cvr, rewritten } from '../subscriptions/open.ts';
import { all, control, find, focusIn, one, plain, reads, textOf, type } from '../subscriptions/screen.ts';
import { ask, atPlace, listed, oere, openInvoice, place, withSwitcher, urlOf } from './bills.ts';

const isWhole = ({ credits, issued }: InvoiceSummary) => credits === null && issued === '2026-10-01';
const names = (element: Element): string[] =>
  all(element, '.users > table > tbody > tr:not(.opened) .disclosure').map(({ innerText }) => plain(innerText));
const amounts = (element: Element, selector: string): number[] => all(element, selector).map(({ innerText }) => oere(innerText));
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
const inside = (element: Element): HTMLElement[] => all(element, '.opened:not([hidden]) .lines:not(.calls)');

const opened = async (element: Element, count: number): Promise<void> => {
  await until(() => inside(element).length === count, `${String(count)} users with their lines; it reads: ${textOf(element)}`, 8000);
};

describe('an itemised invoice', () => {
  afterEach(cleanup);

  it('tells what it is, for which days, how it is paid, and what its groups come to (R28.2, R28.3, INV-4, INV-8)', async () => {
    const { element, company, invoice } = await openInvoice(cvr.nordlys, isWhole);
    const detail = await ask<Invoice>(`companies/${company}/invoices/${invoice.id}`);
    expect(one(element, 'h2').innerText).to.equal(`Faktura ${invoice.number}`);
    const facts = all(element, '.facts dl > div').map(({ innerText }) => plain(innerText));
    expect(facts).to.include('Abonnement for 01.10.2026 – 31.10.2026');
    expect(facts).to.include('Forbrug for 01.09.2026 – 30.09.2026');
    expect(facts).to.include(`Betalingslinje (FIK) +71<${detail.payment?.id ?? ''}+${detail.payment?.creditor ?? ''}<`);
    const groups = amounts(element, '.sums tbody:first-of-type .amount');
    expect(groups).to.deep.equal(detail.groups.map(({ amount }) => amount.amount));
    expect(sum(groups)).to.equal(detail.taxable.amount + detail.vatFree.amount);
    expect(amounts(element, '.sums tbody:nth-of-type(2) .amount')).to.deep.equal([detail.taxable.amount, detail.vat.amount]);
    expect(amounts(element, '.sums .total .amount')).to.deep.equal([invoice.total.amount]);
  });

  it('has every user on it and what is of no user, and both agree with the sum of its groups (R28.2, R28.3, R28.4)', async () => {
    const { element, company, invoice } = await openInvoice(cvr.nordlys, isWhole);
    const detail = await ask<Invoice>(`companies/${company}/invoices/${invoice.id}`);
    expect(names(element)).to.have.lengthOf(detail.users);
    const users = amounts(element, '.users > table > tbody > tr > .sum');
    const [nobody = NaN] = amounts(element, '.nobody-head .amount');
    expect(sum(users)).to.equal(detail.ofUsers.amount);
    expect(sum(users) + nobody).to.equal(detail.taxable.amount + detail.vatFree.amount);
    expect(textOf(element)).to.contain('Husk at oplyse jeres medarbejdere om, at I kan se deres forbrug.');
  });

  it('opens each user in place: group by group with quantity, price and amount, to the øre of the row (R28.2, R28.3, INV-5)', async () => {
    const { element, company, invoice } = await openInvoice(cvr.nordlys, isWhole);
    const button = control(element, 'Anders Abildgaard');
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    await opened(element, 1);
    expect(button.ariaExpanded).to.equal('true');
    const { items } = await ask<InvoiceLinePage>(
      `companies/${company}/invoices/${invoice.id}/lines?user=${(button.getAttribute('aria-controls') ?? '').replace('of-', '')}`,
    );
    const groups = all(element, '.lines .group').map(({ innerText }) => plain(innerText));
    expect(groups.slice(0, 2)).to.deep.equal(['Abonnement', 'Forbrug i Danmark']);
    expect(groups).to.have.lengthOf(new Set(items.map(({ group }) => group)).size);
    expect(amounts(element, '.lines .sum')).to.deep.equal(items.map(({ amount }) => amount.amount));
    expect(sum(amounts(element, '.lines .sum'))).to.equal(amounts(element, '.users > table > tbody > tr > .sum')[0]);
    expect(plain(inside(element)[0]?.innerText ?? '')).to.match(
      /Mobil 5 GB 67 10 20 30 · 01\.10\.2026 – 31\.10\.2026 1 79,00 kr\. 79,00 kr\./,
    );
    button.click();
    await until(() => inside(element).length === 0, 'the lines to go');
  });

  it('opens all on the page, and asks for four at a time at most (R28.2)', async () => {
    let most = 0;
    let under = 0;
    const watched: typeof fetch = async (...call) => {
      if (!urlOf(call).includes('/lines')) return fetch(...call);
      most = Math.max(most, ++under);
      return fetch(...call).finally(() => (under -= 1));
    };
    const { element } = await openInvoice(cvr.nordlys, isWhole, { fetch: watched });
    control(element, 'Vis alle på siden').click();
    await opened(element, names(element).length);
    expect(most).to.equal(4);
    expect(sum(amounts(element, '.users .lines .sum'))).to.equal(sum(amounts(element, '.users > table > tbody > tr > .sum')));
    control(element, 'Skjul alle').click();
    await until(() => inside(element).length === 0, 'the lines to go');
  });

  it('shows what is of no user in a group of its own, line by line (R28.4)', async () => {
    const { element } = await openInvoice(cvr.nordlys, isWhole);
    control(element, 'Uden bruger').click();
    await until(() => all(element, '.nobody .lines').length, 'the lines');
    expect(sum(amounts(element, '.nobody .lines .sum'))).to.equal(amounts(element, '.nobody-head .amount')[0]);
    expect(textOf(element)).to.contain('Router, lageret');
  });

  it('has who has left since by the name they had then (R28.5)', async () => {
    const { element } = await openInvoice(cvr.nordlys, ({ issued, credits }) => credits === null && issued === '2026-03-01');
    expect(names(element)).to.include('Gunnhild Ærenlund');
  });

  it('shows calls with their last two digits hidden, and says so, and that free ones are left out (R28.6, PRV-1, PRV-2)', async () => {
    const { element } = await openInvoice(cvr.nordlys, isWhole);
    control(element, 'Birthe Bæk').click();
    await opened(element, 1);
    control(element, 'Vis opkald').click();
    await until(() => all(element, '.calls tbody tr').length, 'the calls');
    const numbers = all(element, '.called').map(({ innerText }) => plain(innerText));
    for (const number of numbers) expect(number).to.match(/^6[78] \d\d \d\d ••$/);
    await reads(
      element,
      'De to sidste cifre i de kaldte numre er skjult af hensyn til brugernes privatliv. Gratis opkald er ikke med i specifikationen.',
    );
  });

  it('fetches calls a hundred at a time, and more when asked (R28.7)', async () => {
    const company = await companyOf('maja', cvr.oesteraa);
    const [{ id } = { id: '' }] = (await ask<{ items: InvoiceSummary[] }>(`companies/${company}/invoices`)).items;
    const { items } = await ask<InvoiceUserPage>(`companies/${company}/invoices/${id}/users/search`, { search: '', offset: 0, limit: 100 });
    const talker = items.reduce((one, other) => (other.usage.talk > one.usage.talk ? other : one));
    const element = await place('maja', { company }, atPlace(`${id}/users/${talker.id}`));
    await opened(element, 1);
    control(element, 'Vis opkald').click();
    await until(() => all(element, '.calls tbody tr').length === 100, 'a hundred calls');
    await reads(element, 'Viser 100 af');
    control(element, 'Vis flere').click();
    await until(() => all(element, '.calls tbody tr').length > 100, 'more calls');
    const times = all(element, '.calls .what').map(({ innerText }) => innerText);
    expect(new Set(times).size).to.be.greaterThan(100);
  });

  it('finds users by parts of a name and by a number, the newest answer wins, and says how many (R28.7)', async () => {
    const { element } = await openInvoice(cvr.nordlys, isWhole);
    const field = control(element, 'Søg efter bruger');
    for (const typed of ['s', 'sø', 'sør', 'søren']) type(field, typed);
    await reads(element, '3 resultater');
    // What is found is no part of what the field is called.
    expect(plain((field as HTMLInputElement).labels?.[0]?.innerText ?? '')).to.equal('Søg efter bruger Skriv navn eller telefonnummer');
    expect(names(element)).to.deep.equal(['Fie Krogh-Sørensen', 'Søren Sørensen', 'Søren Sørensen']);
    type(field, '67 10 25 78');
    await until(() => names(element).length === 1, 'the one of that number');
    expect(names(element)).to.deep.equal(['Birthe Bæk']);
    type(field, 'xyzzy');
    await reads(element, 'Vi fandt ingen brugere, der passer til ”xyzzy”.');
    control(element, 'Ryd søgning').click();
    await until(() => names(element).length > 10, 'all users again');
    expect(focusIn()).to.contain('Søg efter bruger');
  });

  it('asks for users in no address: neither names nor numbers (PRV-6)', async () => {
    const seen = counting();
    const { element } = await openInvoice(cvr.nordlys, isWhole, { fetch: seen.fetch });
    type(control(element, 'Søg efter bruger'), 'Birthe');
    await until(() => names(element).length === 1, 'the one');
    expect(seen.paths().filter((path) => /birthe/i.test(path))).to.have.lengthOf(0);
  });

  it('renders a page of more than a thousand users at a time, and turns to the next (R28.7, F26)', async () => {
    const { element, company, invoice } = await openInvoice(cvr.oesteraa);
    const { total } = await ask<InvoiceUserPage>(`companies/${company}/invoices/${invoice.id}/users/search`, {
      search: '',
      offset: 0,
      limit: 1,
    });
    expect(total).to.be.at.least(1600);
    expect(names(element)).to.have.lengthOf(50);
    control(element, 'Næste').click();
    await reads(element, 'Viser 51–100 af');
  });

  it('opens one user by the place a host names, wherever in the order they are, and leads on to all (R28.2)', async () => {
    const company = await companyOf('maja', cvr.oesteraa);
    const { items } = await ask<{ items: InvoiceSummary[] }>(`companies/${company}/invoices`);
    const id = items[0]?.id ?? '';
    const { items: users } = await ask<InvoiceUserPage>(`companies/${company}/invoices/${id}/users/search`, {
      search: '',
      offset: 120,
      limit: 1,
    });
    const element = await place('maja', { company }, atPlace(`${id}/users/${users[0]?.id ?? ''}`));
    await opened(element, 1);
    expect(names(element)).to.deep.equal([users[0]?.name]);
    control(element, 'Vis alle brugere').click();
    await until(() => names(element).length === 50, 'all users');
  });

  it('leads from a credit note to its invoice and back (INV-12)', async () => {
    const { element, invoice } = await openInvoice(cvr.nordlys, ({ credits }) => credits !== null);
    expect(one(element, 'h2').innerText).to.equal(`Kreditnota ${invoice.number}`);
    control(element, invoice.credits?.number ?? 'none').click();
    await reads(element, `Faktura ${invoice.credits?.number ?? ''}`);
    await until(() => find(element, invoice.number), 'the way back');
    expect(textOf(element)).to.contain(`Krediteret med kreditnota ${invoice.number}`);
  });

  it('marks what carries no VAT, and says what the mark means (INV-3)', async () => {
    const { element } = await openInvoice(cvr.oeresund);
    expect(textOf(element)).to.contain('Beløb mærket med * er uden moms.');
    const [, , free] = amounts(element, '.sums tbody:nth-of-type(2) .amount');
    expect(free).to.equal(41_000);
    control(element, 'Uden bruger').click();
    await until(() => all(element, '.nobody .lines').length, 'the lines');
    expect(plain(one(element, '.nobody .lines').innerText)).to.match(
      /Rykkergebyr 1 100,00 kr\. 100,00 kr\. \* Kompensationsbeløb 1 310,00 kr\. 310,00 kr\. \*/,
    );
  });

  it('that is credited while it is open says so when the page is seen again, and so does the list (R28.1, INV-12)', async () => {
    const wire = line();
    const { element, invoice } = await openInvoice(cvr.nordlys, isWhole, { fetch: wire.fetch });
    control(element, 'Anders Abildgaard').click();
    await opened(element, 1);
    const note = { id: 'a-note', number: '2026119999' };
    wire.use((inner) => (...call) => {
      const isThis = urlOf(call).endsWith(`/invoices/${invoice.id}`);
      return isThis ? bent({ state: 'credited', creditNotes: [note] })(inner)(...call) : inner(...call);
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await reads(element, 'Krediteret med kreditnota 2026119999');
    expect(one(element, '.head .tag, .tag').innerText).to.equal('Krediteret');
    expect(inside(element)).to.have.lengthOf(1);
  });

  it('is asked for again when its lines turn out to be gone, once, and is told to be gone when it is (F17)', async () => {
    const wire = line();
    const seen = counting(wire.fetch);
    const { element, invoice } = await openInvoice(cvr.nordlys, isWhole, { fetch: seen.fetch });
    const asked = () => seen.paths().filter((path) => path.endsWith(`/invoices/${invoice.id}`)).length;
    expect(asked()).to.equal(1);
    wire.use(answers(404));
    control(element, 'Anders Abildgaard').click();
    await until(() => asked() === 2, 'the second question');
    await until(() => !all(element, '.bill').length, 'the invoice to go');
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
    expect(asked()).to.equal(2);
  });

  it('says that it fetches, but not of each of many that are opened at once (R28.2, R38.1)', async () => {
    const held = gate();
    const { element } = await openInvoice(cvr.nordlys, isWhole, {
      fetch: (...call) => (urlOf(call).includes('/lines') ? held.fetch : fetch)(...call),
    });
    control(element, 'Anders Abildgaard').click();
    const told = () => all(element, '.users [role=status]').length;
    await until(() => told() === 1, 'it to be said of one');
    control(element, 'Vis alle på siden').click();
    await until(() => held.waiting.length === 4, 'the first questions');
    expect(all(element, '.opened:not([hidden])').length).to.be.greaterThan(10);
    expect(told()).to.equal(0);
  });

  it('tells whose calls a button shows where many are open (R28.6, R38.1)', async () => {
    const { element } = await openInvoice(cvr.nordlys, isWhole);
    control(element, 'Vis alle på siden').click();
    const buttons = () => all(element, '.inside button').filter(({ innerText }) => innerText === 'Vis opkald');
    await until(() => buttons().length === names(element).length, 'the buttons');
    const whose = buttons().map((button) => {
      const by = element.shadowRoot?.getElementById(button.getAttribute('aria-describedby') ?? '');
      return by && plain(by.innerText);
    });
    expect(whose).to.deep.equal(names(element));
  });

  it('gives the lines of a user the whole width, and a name as long as may be its amount beside it, with little room (R28.2, R38.1)', async () => {
    const name = `${'Donaudampfschifffahrt'.repeat(5)} ${'Christoffersen-Østergaard '.repeat(4)}`.trim();
    const { element } = await openInvoice(cvr.nordlys, isWhole, {
      fetch: at(
        '/users/search',
        rewritten((page: InvoiceUserPage) => ({ ...page, items: page.items.map((user) => ({ ...user, name })) })),
      )(fetch),
    });
    element.style.inlineSize = '320px';
    const [first] = all(element, '.users .name');
    const [sum] = all(element, '.users .sum');
    const [used] = all(element, '.users .used');
    await until(() => sum && used && used.getBoundingClientRect().top >= sum.getBoundingClientRect().bottom, 'what was used below');
    expect(sum?.getBoundingClientRect().top).to.be.closeTo(first?.getBoundingClientRect().top ?? NaN, 2);
    all(element, '.disclosure')[0]?.click();
    await until(() => all(element, '.lines').length, 'the lines');
    element.style.inlineSize = '700px';
    const lines = one(element, '.lines').getBoundingClientRect();
    expect(lines.width).to.be.closeTo(one(element, '.users').getBoundingClientRect().width - 34, 2);
  });

  it('opened by its address asks for the invoice and a page of its users, each once, and says how late it is (R27.2, R28.7)', async () => {
    const seen = counting();
    const { element } = await openInvoice(cvr.nordlys, ({ outstanding }) => outstanding.amount > 0, { fetch: seen.fetch });
    const asked = seen.paths().filter((path) => path.includes('/invoices'));
    expect(asked.map((path) => path.replace(/^.*\/invoices/, '').replace(element.route, '{id}'))).to.have.members([
      '/{id}',
      '/{id}/users/search',
    ]);
    expect(plain(one(element, '.tag').innerText)).to.match(/^Forfalden for \d+ dage siden$/);
  });

  it('has no search among a single user (R28.7)', async () => {
    const { element } = await openInvoice(cvr.nordlys, ({ credits }) => credits !== null);
    expect(names(element)).to.have.lengthOf(1);
    expect(find(element, 'Søg efter bruger')).to.equal(undefined);
  });

  it('says that an invoice is not there, by an unknown id or by that of another company, and nothing of it (F17, T01)', async () => {
    const other = await openInvoice(cvr.nordlysNord);
    const { number } = other.invoice;
    for (const id of ['nothing-by-this-id', other.invoice.id]) {
      const element = await place('maja', { company: await companyOf('maja', cvr.nordlys) }, atPlace(id));
      await reads(element, 'Vi kan ikke finde det, du leder efter.');
      expect(textOf(element)).not.to.contain(number);
      cleanup();
    }
  });

  it('shows no part of lines that broke off as whole, and gets them when asked again (F07)', async () => {
    const { element } = await openInvoice(cvr.nordlys, isWhole, { fetch: at('/lines', first(2, broken()))(fetch) });
    control(element, 'Birthe Bæk').click();
    await reads(element, 'Noget gik galt hos os.');
    expect(inside(element)).to.have.lengthOf(0);
    control(element, 'Prøv igen').click();
    await opened(element, 1);
  });

  it('keeps the sums when the users fail (F10)', async () => {
    const company = await companyOf('maja', cvr.nordlys);
    const [{ id } = { id: '' }] = (await ask<{ items: InvoiceSummary[] }>(`companies/${company}/invoices`)).items;
    const element = await place('maja', { company, fetch: at('/users/search', answers(422))(fetch) }, atPlace(id));
    await reads(element, 'Noget gik galt hos os.');
    expect(all(element, '.bill')).to.have.lengthOf(1);
  });

  it('shows what came wrong as unknown, and the rest as usual (F09)', async () => {
    const wrong: typeof fetch = (...call) => {
      const url = urlOf(call);
      if (url.includes('/users/search')) return bent({ 'items.0.usage': null, 'items.1.amount': 'much' })(fetch)(...call);
      return /\/invoices\/[^/?]+$/.test(url)
        ? bent({ taxable: null, ahead: 7, 'groups.0.group': 'ghosts' })(fetch)(...call)
        : fetch(...call);
    };
    const { element } = await openInvoice(cvr.nordlys, isWhole, { fetch: wrong });
    expect(plain(one(element, '.sums').innerText)).to.match(/^Varelinjer Ukendt .*Beløb ekskl\. moms Ukendt/);
    expect(plain(all(element, '.users .used')[0]?.innerText ?? '')).to.contain('Ukendt');
    expect(textOf(element)).not.to.match(/NaN|undefined|\bnull\b|Invalid/);
  });

  it('shows each line also where its group is unknown (F09, R28.2)', async () => {
    const { element } = await openInvoice(cvr.nordlys, isWhole, { fetch: at('/lines', bent({ 'items.0.group': 'ghosts' }))(fetch) });
    control(element, 'Vis alle på siden').click();
    await until(() => all(element, '.inside table.lines').length > 0, 'lines');
    const [table] = all(element, '.inside table.lines');
    const { items } = await ask<{ items: unknown[] }>(
      `companies/${await companyOf('maja', cvr.nordlys)}/invoices/${element.route}/lines?user=${(table?.closest('td')?.id ?? '').replace('of-', '')}`,
    );
    expect(table?.querySelectorAll('td.what')).to.have.lengthOf(items.length);
  });

  it('goes back to the list when the company is switched, and shows nothing of the former one (T05, F20)', async () => {
    const held = gate();
    const { element, switcher } = await withSwitcher({
      company: await companyOf('maja', cvr.nordlys),
      fetch: (...call) => (/\/invoices\/[^/?]+$/.test(urlOf(call)) ? held.fetch : fetch)(...call),
    });
    await listed(element);
    const number = plain(one(element, '.list td strong').innerText);
    one(element, 'td [data-route]').click();
    await until(() => held.waiting.length, 'the question');
    choose(switcher, 'Aagaard');
    await until(() => element.route === '', 'the list');
    held.open();
    await listed(element);
    expect(textOf(element)).not.to.contain(number);
  });
});
