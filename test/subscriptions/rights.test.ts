/** What a person may see and do, as the backend decides it; and the whole way by keyboard alone. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { SessionAnswer } from '../../src/session/session.ts';
import { shown } from '../company-switcher/open.ts';
import { answers, at, line } from '../faults.ts';
import { cleanup, fixture, signIn, until } from '../helpers.ts';
import { companyOf, cvr, open, place, rewritten } from './open.ts';
import { all, control, controls, focusIn, heard, listed, one, plain, reads, rows, textOf } from './screen.ts';

/** The session of somebody from whom the right to the first company's subscriptions has been taken. */
const withdrawn = rewritten((session: SessionAnswer) => {
  for (const { cvr: number, rights } of session.companies) if (number === cvr.nordlys) rights.subscriptions = 'none';
});

describe('the rights of a person', () => {
  afterEach(cleanup);

  it('are the backend’s: it refuses one without the right who asks it directly (R6.1, R6.2)', async () => {
    const company = await companyOf('frida', cvr.nordlys);
    const body = JSON.stringify({ search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 });
    const headers = { authorization: 'Bearer frida', 'content-type': 'application/json' };
    const { status } = await fetch(`/v1/companies/${company}/users/search`, { method: 'POST', headers, body });
    expect(status).to.equal(403);
  });

  it('let one who may only read see a whole profile, with no control but the way back (R7.1)', async () => {
    const element = await open('lars');
    control(element, 'Birthe Bæk').click();
    await until(() => all(element, 'dl').length, 'the profile');
    expect(controls(element)).to.deep.equal(['Tilbage til Abonnementer']);
    expect(textOf(element)).to.contain('119,00 kr. pr. måned');
  });

  it('differ from company to company: what is read in one may be changed in another (R6.1)', async () => {
    const response = await fetch('/v1/session', { headers: { authorization: 'Bearer maja' } });
    const { companies } = (await response.json()) as SessionAnswer;
    expect(new Set(companies.map(({ rights }) => rights.subscriptions))).to.deep.equal(new Set(['full', 'read']));
    expect(rows(await open('maja', { company: await companyOf('maja', cvr.oeresund) }))).to.have.lengthOf(50);
  });

  it('once taken away, show the no-access text with the next refused call, wipe what was seen, and leave the rest (R7.3, T06, F17)', async () => {
    const wire = line();
    signIn('maja', { fetch: wire.fetch });
    const page = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-subscriptions></ss-subscriptions></div>`);
    const [switcher, list] = [page.querySelector('ss-company-switcher'), page.querySelector('ss-subscriptions')];
    if (!switcher || !list) throw new Error('The page is not whole.');
    await listed(list);
    wire.use((inner) => at('/users/', answers(403))(at('/session', withdrawn)(inner)));
    control(list, 'Birthe Bæk').click();
    await reads(list, 'Du har ikke adgang til Abonnementer.');
    await until(() => !list.shadowRoot?.textContent.includes('Birthe'), 'the name to be gone');
    expect(textOf(list)).not.to.contain('Noget gik galt');
    expect(heard(list)).to.equal('Du har ikke adgang til Abonnementer.');
    expect(list.shadowRoot?.textContent).not.to.match(/@nordlys\.example|67\u00a010/);
    expect(shown(switcher)).to.contain('Nordlys Eksempel A/S');
  });

  it('that are missing are explained, and the way to the operator can be reached by keyboard (R8.1, R8.2, R8.3, D5)', async () => {
    const element = await place('frida');
    await reads(element, 'Du har ikke adgang til Abonnementer.');
    expect(one(element, 'h2').innerText).to.equal('Abonnementer');
    one(element, 'h2').focus();
    const ways: string[] = [];
    for (let way = 0; way < 3; way++) {
      await sendKeys({ press: 'Tab' });
      ways.push(focusIn());
    }
    expect(ways).to.deep.equal(['67 00 00 50', 'erhverv@eksempeltele.example', 'Kontakt os']);
  });
});

describe('the whole way by keyboard alone', () => {
  afterEach(cleanup);

  it('leads from the search over the order and a name to the profile and back (R11.1, R12.3, R13.1)', async () => {
    const element = await open('maja');
    one(element, 'h2').focus();
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Opret nyt abonnement');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.match(/^Søg efter bruger/);
    await sendKeys({ type: 'soren' });
    await until(() => rows(element).length === 3, 'the hits');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.match(/^Sorter visning/);
    await sendKeys({ press: 'Space' });
    await until(() => focusIn().startsWith('Navn'), 'the choices');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => all(element, 'th[aria-sort]').some(({ innerText }) => plain(innerText) === 'Abonnement'), 'the order');
    await until(() => all(element, '.list[aria-busy=false]').length, 'the list in it');
    expect(focusIn()).to.match(/^Sorter visning Abonnement/);
    await sendKeys({ press: 'Tab' });
    const name = focusIn();
    expect(name).to.equal(rows(element)[0]?.[0]);
    await sendKeys({ press: 'Enter' });
    await until(() => all(element, 'dl').length, 'the profile');
    expect([focusIn(), one(element, 'h2').matches(':focus')]).to.deep.equal([name, true]);
    await sendKeys({ press: 'Shift+Tab' });
    await sendKeys({ press: 'Enter' });
    await listed(element);
    expect([focusIn(), rows(element).length]).to.deep.equal([name, 3]);
  });
});
