/** Language, signing out, whoever comes after, and the portal that leaves its page. */
import { expect } from 'chai';
import { html } from 'lit';
import type { LanguageChangeEvent } from '../../src/portal/events.ts';
import type { PortalElement } from '../../src/portal/portal-element.ts';
import { emptyDraft } from '../../src/subscriptions/wizard-draft.ts';
import { keepDraft, newDraft } from '../../src/ui/drafts.ts';
import { answers, at } from '../faults.ts';
import { cleanup, fixture, once, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { backend, closeAll, opened, type Backend } from '../session/backend.ts';
import { storage } from '../subscriptions/guide.ts';
import { all, control, heard, listed, one, reads, rows, textOf, type } from '../subscriptions/screen.ts';
import { field, formOpen, write } from '../support-cases/create-scene.ts';
import { goHome, openAt, step, whereabouts } from './home.ts';
import { area, known, narrow, open, placed, press, says } from './open.ts';

const title = document.title;

afterEach(() => {
  closeAll();
  cleanup();
  goHome();
  document.title = title;
});

const speak = (portal: PortalElement, language: string) => one(portal, `.languages [lang=${language}]`).click();
const signOut = (portal: PortalElement) => one(portal, '[part=sign-out]').click();

/** Answers the question before unfinished forms are given up. */
const answer = async (portal: PortalElement, words: string): Promise<void> => {
  await until(() => all(portal, 'dialog[open]').length, 'the question');
  press(portal, words);
  await until(() => all(portal, 'dialog[open]').length === 0, 'the question to go');
};

/** A portal in a session whose person can change. */
const staged = async (properties: Partial<PortalElement> = {}): Promise<readonly [PortalElement, Backend, () => void]> => {
  const maja = backend('maja');
  const { connection } = await opened(maja.options);
  const portal = await placed(properties);
  await known(portal);
  return [
    portal,
    maja,
    () => {
      connection.resume();
    },
  ];
};

describe('The language', () => {
  it('changes on the spot: the same nodes, what was typed, no other request, and the title (R38.2)', async () => {
    document.title = 'Nordnet';
    openAt('/selvbetjening/subscriptions');
    const record = counting();
    const portal = await open('maja', { base: '/selvbetjening/' }, { fetch: record.fetch });
    const list = await area(portal, 'ss-subscriptions');
    await listed(list);
    const field = one<HTMLInputElement>(list, 'input[type=search]');
    type(field, 'an');
    await until(() => rows(list).length < 10 && all(list, '.list[aria-busy=false]').length, 'what is found');
    expect(document.title).to.equal('Abonnementer – Nordnet');
    const asked = record.requests.length;
    speak(portal, 'en');
    await until(() => textOf(portal).includes('Self-service') && textOf(list).includes('Subscriptions'), 'English');
    expect(portal.lang).to.equal('en');
    expect(document.title).to.equal('Subscriptions – Nordnet');
    expect(one(list, 'input[type=search]') === field, 'the same field').to.equal(true);
    expect([field.value, record.requests.length]).to.deep.equal(['an', asked]);
    expect(one(portal, '.languages [lang=en]').ariaPressed).to.equal('true');
    speak(portal, 'da');
    await until(() => textOf(portal).includes('Selvbetjening'), 'Danish');
    expect(document.title).to.equal('Abonnementer – Nordnet');
  });

  it('stays where the host answers by itself (R38.2)', async () => {
    const portal = await open('maja');
    const told = once<LanguageChangeEvent>(portal, 'ss-language-change');
    portal.addEventListener('ss-language-change', (event) => {
      event.preventDefault();
    });
    speak(portal, 'en');
    expect((await told).language).to.equal('en');
    await portal.updateComplete;
    expect([portal.lang, textOf(portal).includes('Selvbetjening')]).to.deep.equal(['', true]);
  });
});

describe('Signing out', () => {
  it('is not offered where the host has no part in it', async () => {
    expect(all(await open('maja'), '[part=sign-out]')).to.have.length(0);
  });

  it('asks before unfinished forms are given up, then the host once, throws away those and nothing else, and shows nobody within a second (R5.7, T23)', async () => {
    const drafts = storage();
    const maja = backend('maja');
    let asked = 0;
    const portal = await placed({
      api: '/v1',
      mode: 'token',
      token: () => Promise.resolve(maja.person === 'maja' ? { token: 'maja', expiresIn: 3600 } : null),
      drafts,
      signOut: () => {
        asked += 1;
        maja.person = 'nobody';
      },
    });
    await known(portal);
    const overview = await says(portal, 'ss-overview', 'Oversigt');
    keepDraft(drafts, { person: 'p', company: 'c', form: 'new-subscription' }, newDraft(emptyDraft));
    drafts.setItem('theirs', 'stays');
    signOut(portal);
    await answer(portal, 'Bliv på siden');
    expect([asked, Object.keys(drafts).length]).to.deep.equal([0, 2]);
    signOut(portal);
    await answer(portal, 'Forlad siden');
    await until(() => textOf(overview).includes('Du er ikke logget ind.'), 'that nobody is signed in', 1000);
    expect(textOf(portal) + textOf(overview)).not.to.match(/Maja|Nordlys/);
    expect([asked, Object.keys(drafts)]).to.deep.equal([1, ['theirs']]);
    expect(all(portal, '.areas, .foot, [part=sign-out]')).to.have.length(0);
  });

  it("throws away the unfinished forms of a session that is the page's own as well (T23)", async () => {
    const drafts = storage();
    const portal = await open('maja', { signOut: () => {} }, { drafts });
    keepDraft(drafts, { person: 'p', company: 'c', form: 'new-subscription' }, newDraft(emptyDraft));
    signOut(portal);
    await answer(portal, 'Forlad siden');
    await until(() => Object.keys(drafts).length === 0, 'the storage to be empty');
  });

  it('is done also where the storage is blocked (F30)', async () => {
    let asked = 0;
    const drafts = new Proxy(storage(), {
      ownKeys: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const portal = await open('maja', { drafts, signOut: () => void (asked += 1) });
    signOut(portal);
    await until(() => asked === 1, 'the host to be asked');
  });

  it('says when the host could not do it, and can be tried again (F13)', async () => {
    let fails = true;
    let asked = 0;
    const portal = await open('maja', {
      signOut: () => {
        asked += 1;
        return fails ? Promise.reject(new Error('host')) : Promise.resolve();
      },
    });
    signOut(portal);
    await until(() => all(portal, 'main [role=alert]').length, 'the problem');
    expect(heard(portal)).not.to.equal('');
    fails = false;
    signOut(portal);
    await until(() => all(portal, 'main [role=alert]').length === 0, 'the problem to go');
    expect(asked).to.equal(2);
  });

  it("is the host's alone when it answers by itself", async () => {
    let asked = 0;
    const drafts = storage();
    const portal = await open('maja', { drafts, signOut: () => void (asked += 1) });
    drafts.setItem('selvbetjening.draft.x', '{}');
    portal.addEventListener('ss-sign-out', (event) => {
      event.preventDefault();
    });
    signOut(portal);
    await new Promise(requestAnimationFrame);
    expect([asked, Object.keys(drafts)]).to.deep.equal([0, ['selvbetjening.draft.x']]);
  });
});

describe('Whoever signs in after the session has ended', () => {
  const half = async (): Promise<readonly [PortalElement, HTMLElement, Backend, () => void]> => {
    const [portal, maja, resume] = await staged({ route: 'cases/new' });
    const form = await area(portal, 'ss-support-cases');
    await formOpen(form);
    await write(form as never, 'Halvt udfyldt');
    maja.use(at('/', answers(401)));
    maja.person = 'nobody';
    resume();
    await reads(form, 'Du er ikke logget ind.');
    maja.use();
    return [portal, form, maja, resume];
  };

  it('finds the half-filled form, being the same person (F15)', async () => {
    const [portal, form, maja, resume] = await half();
    maja.person = 'maja';
    resume();
    await formOpen(form);
    expect([portal.route, field(form, 'subject').value]).to.deep.equal(['cases/new', 'Halvt udfyldt']);
  });

  for (const [what, elsewhere] of [
    ['goes on at the heading of the place where they asked for it', false],
    ['is left where they have gone meanwhile', true],
  ] as const)
    it(`${what} (F15)`, async () => {
      const [portal, form, maja, resume] = await half();
      const login = control(form, 'Log ind');
      login.focus();
      login.click();
      if (elsewhere) one(portal, '.opens-person').focus();
      maja.person = 'maja';
      resume();
      await formOpen(form);
      expect(form.shadowRoot?.activeElement?.tagName).to.equal(elsewhere ? undefined : 'H2');
    });

  it('finds nothing of the former, being another (F15, F24)', async () => {
    const [portal, , maja, resume] = await half();
    maja.person = 'ida';
    resume();
    await until(() => all(portal, '.who')[0]?.textContent.includes('Ida Enkel'), 'Ida');
    await until(() => portal.route === 'cases', `the first page; it is at ${portal.route}`);
    const page = await area(portal, 'ss-support-cases');
    await reads(page, 'Mine supportsager');
    expect(page.shadowRoot?.innerHTML).not.to.contain('Halvt udfyldt');
  });
});

describe('A portal with addresses', () => {
  it('keeps the place when the person stays, though Back was pressed (R5.7)', async () => {
    openAt('/selvbetjening/');
    const portal = await open('maja', { base: '/selvbetjening/' });
    await area(portal, 'ss-overview');
    press(portal, 'Mine supportsager');
    await area(portal, 'ss-support-cases');
    press(portal, 'Faktura');
    await area(portal, 'ss-invoices');
    await step(-1);
    const cases = await area(portal, 'ss-support-cases');
    control(cases, 'Opret supportsag').click();
    await formOpen(cases);
    await write(cases as never, 'Ikke tabt');
    press(portal, 'Faktura');
    await until(() => all(cases, 'dialog[open]').length, 'the question');
    control(cases, 'Bliv på siden').click();
    await until(() => all(cases, 'dialog[open]').length === 0, 'the question to go');
    await step(-2);
    await until(() => all(cases, 'dialog[open]').length, 'the question again');
    control(cases, 'Bliv på siden').click();
    await until(() => whereabouts() === '/selvbetjening/cases/new', 'the address of the form');
    expect([portal.route, field(cases, 'subject').value]).to.deep.equal(['cases/new', 'Ikke tabt']);
  });

  it('shares its page with a second one that has none, and says so once in the console (F30)', async () => {
    const told: unknown[][] = [];
    const before = console.error;
    console.error = (...words: unknown[]) => void told.push(words);
    try {
      openAt(location.pathname, '#/invoices');
      const one = await open('maja', { base: '#/' });
      const other = await placed({ base: '#/' });
      await known(other);
      await area(one, 'ss-invoices');
      await area(other, 'ss-overview');
      expect(told.map(String)).to.have.length(1);
      expect(told[0]?.join(' ')).to.contain('#/').and.to.contain('another element');
      press(other, 'Produkter');
      await area(other, 'ss-product-order');
      expect([location.hash, one.route, all(other, 'a.way')]).to.deep.equal(['#/invoices', 'invoices', []]);
      press(one, 'Mine supportsager');
      await area(one, 'ss-support-cases');
      expect([location.hash, other.route]).to.deep.equal(['#/cases', 'products']);
    } finally {
      console.error = before;
    }
  });

  it('gives the title back when it is removed, listens to nothing, and works when it is put back (F22)', async () => {
    document.title = 'Nordnet';
    openAt('/selvbetjening/invoices');
    const portal = await open('maja', { base: '/selvbetjening/' });
    await area(portal, 'ss-invoices');
    expect(document.title).to.equal('Faktura – Nordnet');
    press(portal, 'Produkter');
    await area(portal, 'ss-product-order');
    portal.remove();
    expect([document.title, history.scrollRestoration]).to.deep.equal(['Nordnet', 'auto']);
    await step(-1);
    await new Promise(requestAnimationFrame);
    expect([portal.route, document.title]).to.deep.equal(['products', 'Nordnet']);
    const host = await fixture(html`<div style="inline-size: ${String(narrow)}px"></div>`);
    host.append(portal);
    await known(portal);
    await area(portal, 'ss-invoices');
    expect([portal.route, document.title]).to.deep.equal(['invoices', 'Faktura – Nordnet']);
    await step(1);
    await area(portal, 'ss-product-order');
    expect(document.title).to.equal('Produkter – Nordnet');
  });
});
