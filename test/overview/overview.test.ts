import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { CasePage } from '../../src/api/case.ts';
import type { OrderFigures } from '../../src/overview/figures.ts';
import type { OverviewElement } from '../../src/overview/overview-element.ts';
import type { ProblemEvent, SignInEvent, SsNavigateEvent } from '../../src/ui/events.ts';
import { answers, at, line, network, offline, silent, type Fault } from '../faults.ts';
import { cleanup, fixture, once, signIn, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { companyOf, cvr, rewritten } from '../subscriptions/open.ts';
import { all, control, controls, find, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { entitled, open, page, place, settled, tileOf } from './first-page.ts';

afterEach(() => {
  network(true);
  cleanup();
});

const full = { subscriptions: 'full', products: 'full', invoices: 'full', cases: 'full' } as const;
const none = { subscriptions: 'none', products: 'none', invoices: 'none', cases: 'none' } as const;
const of = (fault: Fault) => ({ fetch: fault((...call) => fetch(...call)) });
const tiles = ['users', 'orders', 'invoices', 'charges', 'cases'] as const;
const addressOf = {
  users: '/users/search',
  orders: '/orders',
  invoices: '/invoices',
  charges: '/upcoming-charges',
  cases: '/cases/search',
};

describe('The overview', () => {
  it('says what matters now in each area, and where to read on (R2.1)', async () => {
    const element = await open('maja');
    expect(one(element, 'h2').innerText).to.equal('Oversigt');
    expect(tileOf(element, 'users')).to.match(/^Abonnementer \d+ brugere \d+ abonnementer Alle abonnementer$/);
    expect(tileOf(element, 'orders')).to.match(/^Bestillinger .* (Alle bestillinger|Se bestillingen)$/);
    expect(tileOf(element, 'invoices')).to.match(/^Faktura [\d.]+,\d\d kr\. At betale .* Jeres fakturaer$/);
    expect(tileOf(element, 'charges')).to.match(
      /^Næste faktura [\d.]+,\d\d kr\. Kommer \d+\. \p{L}+ \d{4}\. Uden moms og forbrug\. Fakturaer$/u,
    );
  });

  it('shows the figures that the areas themselves show (R2.1)', async () => {
    const company = await companyOf('maja', cvr.nordlys);
    const headers = { authorization: 'Bearer maja', 'content-type': 'application/json' };
    const question = JSON.stringify({ search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 1 });
    const response = await fetch(`/v1/companies/${company}/users/search`, { method: 'POST', headers, body: question });
    const { users, subscriptions } = (await response.json()) as { users: number; subscriptions: number };
    const element = await open('maja', { company });
    expect(tileOf(element, 'users')).to.contain(`${String(users)} brugere ${String(subscriptions)} abonnementer`);
  });

  it('asks five things at once, beside the session, and nothing more (R2.1)', async () => {
    const held = gate();
    const record = counting(held.fetch);
    await place('maja', { fetch: record.fetch, company: await companyOf('maja', cvr.nordlys) });
    await until(() => held.waiting.length === 6, 'the session and five answers to be waited for');
    held.open();
    await settled(document.querySelector('ss-overview') ?? document.body);
    const asked = record.paths().map((path) => path.replace(/^\/v1\/(companies\/[^/]+)?|\?.*$/g, ''));
    expect(asked.sort()).to.deep.equal(['/cases/search', '/invoices', '/orders', '/upcoming-charges', '/users/search', 'session']);
  });

  it('offers a new subscription in its head to those who may order one, and to nobody else (D12, R9.4)', async () => {
    const element = await open('maja', of(entitled(full)));
    const [way] = all(element, '.head .primary');
    expect(way?.innerText).to.equal('Opret nyt abonnement');
    const box = way?.getBoundingClientRect();
    expect((box?.right ?? 0) - one(element, '.head').getBoundingClientRect().right).to.be.closeTo(0, 1);
    cleanup();
    for (const subscriptions of ['read', 'none'] as const) {
      expect(find(await open('maja', of(entitled({ ...full, subscriptions }))), 'Opret nyt abonnement')).to.equal(undefined);
      cleanup();
    }
  });

  it('leads to places of the portal by events, and by addresses where the host has some (R2.1)', async () => {
    const element = await open('maja', of(entitled(full)));
    for (const [name, route] of [
      ['Opret nyt abonnement', 'subscriptions/new'],
      ['Alle abonnementer', 'subscriptions'],
      ['Jeres fakturaer', 'invoices'],
      ['Vis alle', 'cases'],
      ['Opret supportsag', 'cases/new'],
    ] as const) {
      const event = once<SsNavigateEvent>(element, 'ss-navigate');
      control(element, name).click();
      expect((await event).route).to.equal(route);
    }
    element.href = (at) => `/portal/${at}`;
    await element.updateComplete;
    expect(control(element, 'Jeres fakturaer').getAttribute('href')).to.equal('/portal/invoices');
  });

  it('counts what is on its way, with the nearest delivery and the nearest change (R2.1, R25.2)', async () => {
    const item = { id: 'i', state: 'inProgress', date: null, product: null } as const;
    const parcel = (expected: string) => ({ ...item, product: { parcel: { expected } } });
    const orders: OrderFigures = {
      total: 4,
      items: [
        { id: 'a', state: 'inProgress', items: [parcel('2026-12-03'), parcel('2026-12-01')] },
        { id: 'b', state: 'acknowledged', items: [{ ...item, date: '2027-01-01' }] },
        { id: 'c', state: 'completed', items: [{ ...parcel('2026-11-01'), state: 'completed' }] },
        { id: 'd', state: 'cancelled', items: [{ ...item, state: 'cancelled', date: '2026-11-01' }] },
      ],
    };
    const element = await open('maja', of(at('/orders', answers(200, {}, orders))));
    expect(tileOf(element, 'orders')).to.equal(
      'Bestillinger 2 på vej Nærmeste levering 1. december 2026 Næste ændring 1. januar 2027 Alle bestillinger',
    );
  });

  it('says when it has not looked at all orders, and when there is nothing on its way (R2.1, F07)', async () => {
    const order = { id: 'a', state: 'inProgress', items: [] } as const;
    const wire = line();
    wire.use(at('/orders', answers(200, {}, { items: [order], total: 900 })));
    const element = await open('maja', { fetch: wire.fetch });
    expect(tileOf(element, 'orders')).to.contain('Mindst 1 på vej Datoen er ikke kendt endnu.');
    cleanup();
    const other = await open('maja', of(at('/orders', answers(200, {}, { items: [], total: 0 }))));
    expect(tileOf(other, 'orders')).to.equal('Bestillinger Ingen på vej Alle bestillinger');
  });

  it('says in words and form what is overdue, and that all is paid (R2.1)', async () => {
    const sum = (amount: number) => ({ amount, currency: 'DKK' });
    const invoices = (outstanding: number, overdue: number, unpaid: number) =>
      of(at('/invoices', answers(200, {}, { outstanding: sum(outstanding), overdue: sum(overdue), unpaid })));
    const element = await open('maja', invoices(1_234_56, 1_000_00, 2));
    expect(tileOf(element, 'invoices')).to.equal(
      'Faktura 1.234,56 kr. At betale 2 fakturaer er ikke betalt Heraf er 1.000,00 kr. forfaldet. Jeres fakturaer',
    );
    expect(all(element, '.late svg')).to.have.length(1);
    cleanup();
    expect(tileOf(await open('maja', invoices(0, 0, 0)), 'invoices')).to.equal('Faktura 0,00 kr. At betale Alt er betalt. Jeres fakturaer');
  });

  for (const failing of tiles)
    it(`shows the rest when ${failing} fails alone, and tries that again by itself (F10, F17)`, async () => {
      const wire = line();
      wire.use(at(addressOf[failing], answers(422)));
      const element = await place('maja', { fetch: wire.fetch });
      const told = once<ProblemEvent>(element, 'ss-problem');
      await settled(element);
      expect((await told).requestId).to.equal('example-request');
      expect(all(element, '[part=problem]')).to.have.length(1);
      expect(tileOf(element, failing)).to.contain('Prøv igen');
      wire.use();
      const record = counting();
      wire.use(() => record.fetch);
      all(element, `[aria-labelledby=${failing}] .problem button`)[0]?.click();
      expect(element.shadowRoot?.activeElement?.tagName).to.equal('H2');
      await until(() => element.shadowRoot?.activeElement?.id === failing, 'the focus at what is tried again');
      await until(() => all(element, '[part=problem]').length === 0, 'the problem to go');
      await settled(element);
      expect(record.requests).to.have.length(1);
    });

  it('asks everything again that failed when the network is back (F01)', async () => {
    const wire = line();
    const element = await place('maja', { fetch: wire.fetch });
    await settled(element);
    cleanup();
    const broken = line();
    broken.use(at('/companies/', offline()));
    const other = await open('maja', { fetch: broken.fetch });
    expect(all(other, '[part=problem]')).to.have.length(5);
    broken.use();
    network(true);
    await until(() => all(other, '[part=problem]').length === 0, 'everything to be there');
  });

  it('says what there is no right to, asks for none of it, and says once how to get it (D5, R6.2, R8.1, R8.2)', async () => {
    const record = counting();
    const element = await open('maja', { fetch: entitled(none)(record.fetch) });
    expect(plain(one(element, '.tiles').innerText)).to.equal(
      'Abonnementer Du har ikke adgang til Abonnementer. Bestillinger Du har ikke adgang til Produkter. Faktura Du har ikke adgang til Faktura.',
    );
    expect(tileOf(element, 'cases')).to.equal('Mine supportsager Du har ikke adgang til supportsager.');
    expect(textOf(element).split('kontakt os endelig')).to.have.length(2);
    await until(() => record.paths().length > 0, 'the session');
    expect(record.paths().map((path) => path.replace(/\?.*/, ''))).to.deep.equal(['/v1/session']);
  });

  for (const area of ['subscriptions', 'invoices', 'cases'] as const)
    it(`leaves the other areas as they are without the right to ${area} (D5, R6.1)`, async () => {
      const element = await open('maja', of(entitled({ ...full, [area]: 'none' })));
      expect(all(element, '.closed')).to.have.length(1);
      expect(all(element, '[part=problem]')).to.have.length(0);
    });

  it('finds out anew what the person may do when an area refuses (R7.3)', async () => {
    const wire = line();
    const record = counting();
    wire.use((inner) => at('/invoices', answers(403))((...call) => record.fetch(...call).catch(() => inner(...call))));
    const element = await place('maja', { fetch: wire.fetch });
    await until(() => record.paths().filter((path) => path.startsWith('/v1/session')).length > 1, 'the session to be asked for again');
    await settled(element);
    expect(tileOf(element, 'invoices')).to.equal('Faktura Du har ikke adgang til Faktura.');
  });

  it('shows nothing of a company while nobody is signed in, and asks the page to sign in (R2.2)', async () => {
    const record = counting();
    signIn('maja', { token: () => Promise.resolve(null), fetch: record.fetch });
    const told = once<SignInEvent>(document, 'ss-sign-in');
    const element = await fixture<OverviewElement>(page);
    expect((await told).asked).to.equal(false);
    await reads(element, 'Du er ikke logget ind.');
    expect(all(element, '.tile, .cases')).to.have.length(0);
    expect(record.requests).to.have.length(0);
  });

  it('says who administers nothing that there is nothing (R2.2)', async () => {
    const element = await place('uffe');
    await reads(element, 'Du er ikke administrator for nogen virksomhed endnu.');
  });

  it('holds the room of what is to come while it is not known who is here (F03)', async () => {
    const element = await place('maja', of(silent()));
    await until(() => all(element, '.bone').length, 'bones');
    expect(controls(element)).to.deep.equal([]);
  });

  it('throws away what comes late for the company before (R5.6, F20)', async () => {
    const [nordlys, aeroe] = [await companyOf('maja', cvr.nordlys), await companyOf('maja', cvr.aeroe)];
    const held = gate();
    const late: typeof fetch = (...call) => {
      const request = new Request(...call);
      return request.url.includes(`${nordlys}/users/search`) ? held.fetch(request) : fetch(request);
    };
    signIn('maja', { company: nordlys, fetch: late });
    const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher>${page}</div>`);
    const [switcher, element] = both.children;
    if (!switcher || !element) throw new Error('The page is not whole.');
    await until(() => held.waiting.length === 1, 'an answer to wait for');
    const [first] = held.waiting;
    const release = () => first?.release(Response.json({ users: 4711, subscriptions: 4711 }));
    await until(() => all(switcher, 'select').length, 'the switcher');
    const select = one<HTMLSelectElement>(switcher, 'select');
    select.value = aeroe;
    select.dispatchEvent(new Event('change'));
    await reads(element, '0 brugere');
    release();
    await new Promise(requestAnimationFrame);
    expect(textOf(element)).not.to.contain('4.711');
    expect(tileOf(element, 'users')).to.contain('0 brugere');
  });

  it('asks for nothing more once it has left the page, and afresh when it is put back (F22)', async () => {
    const record = counting();
    const element = await open('maja', { fetch: record.fetch });
    const parent = element.parentElement;
    element.remove();
    const before = record.requests.length;
    parent?.append(element);
    await until(() => record.requests.length === before + 5, 'everything to be asked for again');
    await settled(element);
  });

  it('survives answers it does not understand (F09)', async () => {
    const element = await open('maja', of(at('/companies/', answers(200, {}, { items: [], users: 'mange', outstanding: 7 }))));
    expect(tileOf(element, 'users')).to.contain('Ukendt');
    expect(tileOf(element, 'invoices')).to.contain('Ukendt');
    expect(all(element, '[part=problem]')).to.have.length(0);
  });
});

describe('»Mine supportsager«', () => {
  const withCases = (change: (answer: CasePage) => unknown) => of(at('/cases/search', rewritten(change)));

  it('lists the five cases that changed last, the newest first, with status and day (R3.1, R3.3, D2)', async () => {
    const company = await companyOf('maja', cvr.aagaard);
    const element = await open('maja', { company });
    expect(one(element, '#cases').innerText).to.equal('Mine supportsager');
    const rows = all(element, '.cases li');
    expect(rows).to.have.length(5);
    for (const row of rows)
      expect(plain(row.innerText)).to.match(
        /(Ny|Åben|Venter på jeres svar|Løst|Lukket)( Nyt svar)? Senest opdateret \d\d\.\d\d\.\d{4} Vis mere/,
      );
    const days = rows.map((row) => /(\d\d)\.(\d\d)\.(\d{4})/.exec(row.innerText)?.slice(1).reverse().join('') ?? '');
    expect(days).to.deep.equal(days.toSorted().reverse());
  });

  it('opens each by a control whose name tells which case (R4.1, R4.2)', async () => {
    const element = await open('maja', { company: await companyOf('maja', cvr.nordlys) });
    const [row] = all(element, '.cases li');
    const more = row?.querySelector<HTMLElement>('.link');
    const subject = plain(row?.querySelector<HTMLElement>('.subject')?.innerText ?? '');
    expect(more?.querySelector('.visually-hidden')?.textContent).to.equal(`Vis mere om sagen ${subject}`);
    const event = once<SsNavigateEvent>(element, 'ss-navigate');
    more?.click();
    expect((await event).route).to.match(/^cases\/[^/]+$/);
  });

  it('marks what has an answer that has not been seen (R3.3)', async () => {
    const element = await open(
      'maja',
      withCases((answer) => {
        answer.items.forEach((item, index) => (item.unread = index === 1));
      }),
    );
    expect(
      all(element, '.cases li')
        .map((row) => row.innerText.includes('Nyt svar'))
        .indexOf(true),
    ).to.equal(1);
    expect(all(element, '.unread')).to.have.length(1);
  });

  it('says that there are none, and keeps the way to a new one (R3.5)', async () => {
    const element = await open(
      'maja',
      of((inner) => at('/cases/search', answers(200, {}, { items: [], total: 0, unread: 0 }))(entitled(full)(inner))),
    );
    expect(tileOf(element, 'cases')).to.equal('Mine supportsager Vis alle I har ingen supportsager. Opret supportsag');
  });

  it('offers no new case to one who may only read (R7.1)', async () => {
    const element = await open('maja', of(entitled({ ...full, cases: 'read' })));
    expect(find(element, 'Opret supportsag')).to.equal(undefined);
    expect(find(element, 'Vis alle')).not.to.equal(undefined);
  });

  it('switches with the company (R3.4)', async () => {
    const [nordlys, aagaard] = [await companyOf('maja', cvr.nordlys), await companyOf('maja', cvr.aagaard)];
    const element = await open('maja', { company: nordlys });
    const before = tileOf(element, 'cases');
    cleanup();
    expect(tileOf(await open('maja', { company: aagaard }), 'cases')).not.to.equal(before);
  });

  it('shows markup and writing of the other direction as the text that they are (T12)', async () => {
    const element = await open(
      'maja',
      withCases(({ items: [first] }) => {
        if (first) first.subject = '<img src=x onerror=alert(1)>\u202egnp.exe';
      }),
    );
    expect(all(element, '.cases img')).to.have.length(0);
    expect(one(element, '.subject').textContent).to.contain('<img src=x');
    expect(getComputedStyle(one(element, '.subject')).unicodeBidi).to.equal('isolate');
  });

  it('stands beside the rest where there is room, below it where there is not, and is reached last in both (R3.2, R38.1)', async () => {
    signIn('maja', of(entitled(full)));
    const frame = await fixture<HTMLElement>(html`<div style="inline-size: 1100px">${page}</div>`);
    const element = frame.querySelector('ss-overview');
    if (!element) throw new Error('The element is not there.');
    await settled(element);
    const boxes = () => [one(element, '.main').getBoundingClientRect(), one(element, '.cases').getBoundingClientRect()] as const;
    const order = async () => {
      const names: string[] = [];
      (document.activeElement as HTMLElement | null)?.blur();
      one(element, 'h2').focus();
      for (let step = 0; step < 7; step++) {
        await sendKeys({ press: 'Tab' });
        names.push(plain((element.shadowRoot?.activeElement as HTMLElement | null)?.innerText ?? ''));
      }
      return names;
    };
    const [main, aside] = boxes();
    expect(aside.left).to.be.greaterThan(main.right);
    expect(aside.top).to.be.closeTo(main.top, 1);
    const wide = await order();
    frame.style.inlineSize = '400px';
    await until(() => boxes()[1].top > boxes()[0].bottom, 'the cases below');
    expect(await order()).to.deep.equal(wide);
    expect(wide[0]).to.equal('Opret nyt abonnement');
    expect(wide[5]).to.equal('Vis alle');
  });

  it('is not broader than its place from 320 to 1440 pixels (R38.1)', async () => {
    signIn('maja');
    const frame = await fixture<HTMLElement>(html`<div>${page}</div>`);
    const element = frame.querySelector('ss-overview');
    if (!element) throw new Error('The element is not there.');
    for (const width of [320, 480, 640, 899, 900, 1440]) {
      frame.style.inlineSize = `${String(width)}px`;
      await settled(element);
      const right = Math.max(...all(element, '.page *').map((part) => part.getBoundingClientRect().right));
      expect(right - element.getBoundingClientRect().right, String(width)).to.be.at.most(1);
    }
  });
});
