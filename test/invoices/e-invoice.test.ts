import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { EInvoice } from '../../src/invoices/e-invoice.ts';
import type { EInvoiceChangedEvent } from '../../src/invoices/events.ts';
import type { InvoicesElement } from '../../src/invoices/invoices-element.ts';
import '../../src/company-switcher/ss-company-switcher.ts';
import '../../src/invoices/ss-invoices.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { choose } from '../company-switcher/open.ts';
import { answers, at, cut, first, silent, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, fixture, once, signIn, until, type Person } from '../helpers.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { ask, person } from '../subscriptions/profiles.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf, type } from '../subscriptions/screen.ts';

interface Company {
  readonly id: string;
  readonly name: string;
}

let given = 0;

/** A company of the test's own: nothing else asks who gets its invoices. */
const company = async (): Promise<Company> => {
  const { items } = await ask<{ items: Company[] }>(`companies?offset=${String(given++)}&limit=1`);
  const [found] = items;
  if (!found) throw new Error('There is no such company.');
  return found;
};

const path = ({ id }: Company): string => `companies/${id}/e-invoice`;
const receiversOf = async (of: Company): Promise<readonly string[]> => (await ask<EInvoice>(path(of))).addresses;

/** Signs up as a colleague would, at another screen. */
const signUp = async (of: Company, addresses: readonly string[]): Promise<void> => {
  const answer = await fetch(`/v1/${path(of)}`, { headers: { authorization: `Bearer ${person}` } });
  await ask(path(of), { method: 'PUT', body: { addresses }, headers: { 'if-match': answer.headers.get('etag') ?? '' } });
};

const open = async (of: Company | undefined, options: Partial<ConnectOptions> = {}, who: Person = person) => {
  const connection = signIn(who, { ...(of && { company: of.id }), ...options });
  const element = await fixture<InvoicesElement>(html`<ss-invoices route="e-invoice"></ss-invoices>`);
  await until(() => all(element, '.e-invoice').length, `eFaktura; it reads: ${textOf(element)}`);
  return { connection, element };
};

const fields = (element: Element): HTMLInputElement[] => all<HTMLInputElement>(element, '.addresses input');
const fill = async (element: InvoicesElement, index: number, text: string): Promise<void> => {
  const field = fields(element)[index];
  if (!field) throw new Error(`There is no field ${String(index)}.`);
  type(field, text);
  await element.updateComplete;
};
const press = async (element: InvoicesElement, name: string): Promise<void> => {
  control(element, name).click();
  await element.updateComplete;
};
/** Pastes as a person does: the browser tells first what is about to come. */
const paste = (element: Element, index: number, text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const field = fields(element)[index];
  field?.focus();
  field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
};
/** Presses with the mouse, down and up, as slowly as a person: what moves in between is missed. */
const pressWithMouse = async (button: HTMLElement): Promise<void> => {
  const { x, y, width, height } = button.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await sendMouse({ type: 'down' });
  await new Promise(requestAnimationFrame);
  await sendMouse({ type: 'up' });
};
/** The fault meets only what changes something. */
const writing = (fault: Fault): Fault =>
  at('/e-invoice', (inner) => {
    const faulty = fault(inner);
    return (input, init) => (input instanceof Request && input.method !== 'GET' ? faulty : inner)(input, init);
  });

describe('eFaktura', () => {
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
  });

  it('is signed up for with several addresses, says who gets the invoice and when, and what it is not (R30.1, R30.2, R31.1, R31.2, R31.4, D19)', async () => {
    const own = await company();
    const { element } = await open(own);
    await reads(element, `${own.name} er ikke tilmeldt eFaktura.`);
    expect(textOf(element)).to.contain('Efter tilmelding får I hver måned fakturaen på de e-mailadresser, som I angiver.');
    expect(textOf(element)).to.contain('Det er ikke det samme som elektroniske fakturaer til det offentlige.');
    await fill(element, 0, 'faktura@firma.example');
    await press(element, 'Tilføj e-mailadresse');
    expect(focusIn()).to.equal('E-mailadresse 2');
    await sendKeys({ type: ' bogholder@firma.example' });
    const told = once<EInvoiceChangedEvent>(element, 'ss-e-invoice-changed');
    await sendKeys({ press: 'Enter' });
    expect((await told).signedUp).to.equal(true);
    await reads(element, `${own.name} er tilmeldt eFaktura.`);
    expect(textOf(element)).to.contain('Næste faktura sendes omkring 1. december 2026.');
    expect(heard(element)).to.contain('Fremover sender vi fakturaen til de her e-mailadresser.');
    expect(await receiversOf(own)).to.deep.equal(['faktura@firma.example', 'bogholder@firma.example']);
    expect(focusIn()).to.equal('eFaktura');
  });

  it('says at each address what is wrong with it, and sends nothing (R31.1, F19)', async () => {
    const own = await company();
    const { element } = await open(own);
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'Tilføj mindst én e-mailadresse.');
    expect(focusIn()).to.equal('E-mailadresse 1');
    await fill(element, 0, 'Faktura@firma.example');
    expect(textOf(element)).not.to.contain('Tilføj mindst én');
    await press(element, 'Tilføj e-mailadresse');
    await fill(element, 1, 'faktura@firma.example');
    await press(element, 'Tilføj e-mailadresse');
    await fill(element, 2, 'ingen adresse');
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'Der er 2 fejl i formularen');
    expect(all(element, '.error').map(({ innerText }) => plain(innerText))).to.include('E-mailadressen er allerede på listen.');
    expect(all(element, '[aria-invalid=true]')).to.have.lengthOf(2);
    expect(await receiversOf(own)).to.deep.equal([]);
  });

  it('says what is wrong also where the focus is in the field already (R31.1, F19, R38.1)', async () => {
    const { element } = await open(await company());
    fields(element)[0]?.focus();
    await sendKeys({ type: 'forkert' });
    await sendKeys({ press: 'Enter' });
    await until(() => heard(element).includes('Skriv en gyldig e-mailadresse, fx navn@example.com.'), 'the error, said');
    expect(focusIn()).to.equal('E-mailadresse 1');
  });

  it('leaves words that are pasted and are no addresses in one field (R31.1)', async () => {
    const { element } = await open(await company());
    paste(element, 0, 'bogholderi uden snabel-a');
    await element.updateComplete;
    expect(fields(element)).to.have.lengthOf(1);
    paste(element, 0, 'a@firma.example b@firma.example');
    await until(() => fields(element).length === 2, 'one for each');
  });

  it('takes a list that is pasted into one field apart (R31.1)', async () => {
    const own = await company();
    const { element } = await open(own);
    await fill(element, 0, 'a@firma.example; b@firma.example, c@firma.example');
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['a@firma.example', 'b@firma.example', 'c@firma.example']);
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'er tilmeldt eFaktura.');
    expect(await receiversOf(own)).to.have.lengthOf(3);
  });

  it('keeps the lines of a pasted list apart, and leaves out the names that stand before addresses (R31.1)', async () => {
    const own = await company();
    const { element } = await open(own);
    paste(element, 0, 'a@firma.example\r\nb@firma.example\n\nBo Berg <c@firma.example>; "Eksempel, Dorte" <d@firma.example>\n');
    await until(() => fields(element).length > 1, 'the fields');
    const written = ['a@firma.example', 'b@firma.example', 'c@firma.example', 'd@firma.example'];
    expect(fields(element).map(({ value }) => value)).to.deep.equal(written);
    await until(() => focusIn() === 'E-mailadresse 4', 'the focus where the typing goes on');
    await until(() => heard(element).includes('4 adresser er sat ind.'), 'how many they were');
  });

  it('leaves a field whole while somebody types words into it, and says what is wrong once it is left (R31.1)', async () => {
    const own = await company();
    const { element } = await open(own);
    fields(element)[0]?.focus();
    await sendKeys({ type: 'bo berg firma.example' });
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['bo berg firma.example']);
    expect(all(element, '.error')).to.have.lengthOf(0);
    await sendKeys({ press: 'Tab' });
    await reads(element, 'Skriv en gyldig e-mailadresse, fx navn@example.com.');
    expect(focusIn()).to.equal('Tilføj e-mailadresse');
  });

  it('takes the press of a button although leaving the field says what is wrong with it (R31.1, R24.2)', async () => {
    const own = await company();
    const { element } = await open(own);
    fields(element)[0]?.focus();
    await sendKeys({ type: 'ingen' });
    await pressWithMouse(control(element, 'Tilføj e-mailadresse'));
    await until(() => fields(element).length === 2, 'the second field');
  });

  for (const [what, typed, words] of [
    ['has no @', 'faktura.firma.example', 'Skriv en gyldig e-mailadresse, fx navn@example.com.'],
    ['has nothing before the @', '@firma.example', 'Skriv en gyldig e-mailadresse, fx navn@example.com.'],
    ['has two @', 'a@b@firma.example', 'Skriv en gyldig e-mailadresse, fx navn@example.com.'],
    ['has 300 characters', `a@${'b'.repeat(290)}.example`, 'E-mailadresse 1 må højst have 254 tegn.'],
    ['is nothing but space', '   ', 'Tilføj mindst én e-mailadresse.'],
  ] as const)
    it(`is not signed up for with an address that ${what} (R31.1, F19)`, async () => {
      const own = await company();
      const { element } = await open(own);
      await fill(element, 0, typed);
      await press(element, 'Tilmeld eFaktura');
      await reads(element, words);
      await until(() => focusIn() === 'E-mailadresse 1', 'the focus on the field');
      expect(fields(element)[0]?.value).to.equal(typed);
      expect(await receiversOf(own)).to.deep.equal([]);
    });

  it('refuses the same address in capitals at the second of the two (R31.1)', async () => {
    const own = await company();
    const { element } = await open(own);
    await fill(element, 0, 'faktura@firma.example FAKTURA@FIRMA.EXAMPLE');
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'E-mailadressen er allerede på listen.');
    await until(() => focusIn() === 'E-mailadresse 2', 'the focus on the second');
    expect(await receiversOf(own)).to.deep.equal([]);
  });

  it('says at the hundred and first address that there may be a hundred, loses none, and signs up with the rest (R31.1)', async () => {
    const own = await company();
    const { element } = await open(own);
    paste(element, 0, Array.from({ length: 101 }, (_, index) => `modtager${String(index)}@firma.example`).join('\n'));
    await until(() => fields(element).length === 101, 'all of them');
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'I kan højst angive 100 e-mailadresser.');
    await until(() => focusIn() === 'E-mailadresse 101', 'the focus on what is too much');
    expect(await receiversOf(own)).to.deep.equal([]);
    await press(element, 'Fjern modtager0@firma.example');
    await press(element, 'Tilmeld eFaktura');
    await reads(element, `${own.name} er tilmeldt eFaktura.`);
    expect(await receiversOf(own)).to.have.lengthOf(100);
  });

  it('keeps saying that it failed while the person walks through the fields, until something is typed anew (F13)', async () => {
    const own = await company();
    const { element } = await open(own, { fetch: writing(answers(403))(fetch) });
    await fill(element, 0, 'faktura@firma.example');
    await press(element, 'Tilmeld eFaktura');
    await until(() => all(element, '.outcome').length, 'that it failed');
    fields(element)[0]?.focus();
    await sendKeys({ press: 'Tab' });
    await element.updateComplete;
    expect(all(element, '.outcome')).to.have.lengthOf(1);
    await fill(element, 0, 'anden@firma.example');
    expect(all(element, '.outcome')).to.have.lengthOf(0);
  });

  it('changes who gets it where they stand; what is given up is as it was (R31.2)', async () => {
    const own = await company();
    await signUp(own, ['a@firma.example', 'b@firma.example']);
    const { element } = await open(own);
    await press(element, 'Ret e-mailadresser');
    expect(focusIn()).to.equal('E-mailadresse 1');
    await press(element, 'Fjern a@firma.example');
    await until(() => heard(element).includes('a@firma.example er fjernet.'), 'that it is gone');
    expect(focusIn()).to.equal('E-mailadresse 1');
    await press(element, 'Annuller');
    expect(textOf(element)).to.contain('a@firma.example');
    expect(focusIn()).to.equal('Ret e-mailadresser');
    await press(element, 'Ret e-mailadresser');
    await press(element, 'Fjern a@firma.example');
    await press(element, 'Gem ændringer');
    await reads(element, 'Fremover sender vi fakturaen til de her e-mailadresser.');
    expect(await receiversOf(own)).to.deep.equal(['b@firma.example']);
  });

  it('is left only when the person has said so twice (R31.2)', async () => {
    const own = await company();
    await signUp(own, ['a@firma.example']);
    const { element } = await open(own);
    await press(element, 'Afmeld eFaktura');
    await reads(element, `Vil I afmelde eFaktura for ${own.name}?`);
    expect(focusIn()).to.equal('Behold eFaktura');
    await sendKeys({ press: 'Enter' });
    await until(() => !all(element, 'dialog').length, 'the question to go');
    expect(await receiversOf(own)).to.deep.equal(['a@firma.example']);
    await press(element, 'Afmeld eFaktura');
    await sendKeys({ press: 'Tab' });
    const told = once<EInvoiceChangedEvent>(element, 'ss-e-invoice-changed');
    await sendKeys({ press: 'Enter' });
    expect((await told).signedUp).to.equal(false);
    await reads(element, `eFaktura er afmeldt for ${own.name}.`);
    expect(await receiversOf(own)).to.deep.equal([]);
  });

  it('offers nothing to who may only look, and shows who gets it (R7.1, R30.1)', async () => {
    const { element } = await open(undefined, {}, 'lars');
    expect(textOf(element)).to.contain('faktura@nordlys.example');
    expect(textOf(element)).to.contain('Du kan se, hvem der får fakturaen, men ikke ændre det.');
    expect(find(element, 'Ret e-mailadresser')).to.equal(undefined);
    expect(find(element, 'Afmeld eFaktura')).to.equal(undefined);
  });

  it('whose answer was lost is found out with the same key, and done once (F06)', async () => {
    const own = await company();
    const { element } = await open(own, { fetch: writing(first(1, cut()))(fetch) });
    await fill(element, 0, 'faktura@firma.example');
    let times = 0;
    element.addEventListener('ss-e-invoice-changed', () => (times += 1));
    await press(element, 'Tilmeld eFaktura');
    await reads(element, `${own.name} er tilmeldt eFaktura.`);
    expect(times).to.equal(1);
    expect(await receiversOf(own)).to.deep.equal(['faktura@firma.example']);
  });

  it('that failed keeps what was typed, and may be sent again (F13)', async () => {
    const own = await company();
    const { element } = await open(own, { fetch: writing(first(1, answers(500)))(fetch) });
    await fill(element, 0, 'faktura@firma.example');
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'Vi er ikke sikre på, at det gik igennem.');
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['faktura@firma.example']);
    await press(element, 'Undersøg igen');
    await reads(element, `${own.name} er tilmeldt eFaktura.`);
  });

  it('that somebody else has changed meanwhile shows theirs beside what was typed (F18)', async () => {
    const own = await company();
    await signUp(own, ['a@firma.example']);
    const { element } = await open(own);
    await press(element, 'Ret e-mailadresser');
    await fill(element, 0, 'min@firma.example');
    await signUp(own, ['deres@firma.example']);
    await press(element, 'Gem ændringer');
    await reads(element, 'Nu er det: deres@firma.example.');
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['min@firma.example']);
    expect(await receiversOf(own)).to.deep.equal(['deres@firma.example']);
    await press(element, 'Gem ændringer');
    await reads(element, 'Fremover sender vi fakturaen til de her e-mailadresser.');
    expect(await receiversOf(own)).to.deep.equal(['min@firma.example']);
  });

  it('says at its field what the operator does not accept (F19)', async () => {
    const own = await company();
    const errors = [{ pointer: '/addresses/0', type: 'form' }];
    const body = { type: 'urn:selvbetjening:problem:invalid', title: 'Example', status: 422, requestId: 'example', errors };
    const { element } = await open(own, { fetch: writing(answers(422, {}, body))(fetch) });
    await fill(element, 0, 'faktura@firma.example');
    await press(element, 'Tilmeld eFaktura');
    await reads(element, 'Skriv en gyldig e-mailadresse, fx navn@example.com.');
    await until(() => focusIn() === 'E-mailadresse 1', 'the focus on the field');
  });

  it('asks before what is typed is lost to another company, and shows nothing of it there (R5.7, T05)', async () => {
    signIn('maja', { company: await companyOf('maja', cvr.nordlys) });
    const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-invoices route="e-invoice"></ss-invoices></div>`);
    const element = both.querySelector('ss-invoices');
    const switcher = both.querySelector('ss-company-switcher');
    if (!element || !switcher) throw new Error('The page is not whole.');
    await until(() => find(element, 'Ret e-mailadresser') && all(switcher, 'select').length, 'the addresses');
    await press(element, 'Ret e-mailadresser');
    await fill(element, 0, 'hemmelig@firma.example');
    choose(switcher, 'Aagaard');
    await reads(element, 'Vil du forlade siden uden at gemme?');
    await press(element, 'Forlad siden');
    await until(() => element.route === '', 'the list');
    element.route = 'e-invoice';
    await reads(element, 'Aagaard & Søn Demo ApS er ikke tilmeldt eFaktura.');
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['']);
  });

  const scenes: Readonly<Record<string, (own: Company) => Promise<InvoicesElement>>> = {
    'not signed up': async (own) => (await open(own)).element,
    'signed up': async (own) => {
      await signUp(own, ['faktura@firma.example', `${'meget-lang-adresse'.repeat(3)}@${'firma-'.repeat(8)}navn.example`]);
      return (await open(own)).element;
    },
    'with errors': async (own) => {
      const { element } = await open(own);
      await fill(element, 0, 'a@firma.example b@firma.example c@@ a@firma.example');
      await press(element, 'Tilmeld eFaktura');
      await reads(element, 'Der er 2 fejl i formularen');
      return element;
    },
    sending: async (own) => {
      const { element } = await open(own, { fetch: writing(silent())(fetch) });
      await fill(element, 0, 'a@firma.example');
      await press(element, 'Tilmeld eFaktura');
      await reads(element, 'Sender …');
      return element;
    },
    'asking whether to leave': async (own) => {
      await signUp(own, ['faktura@firma.example']);
      const { element } = await open(own);
      await press(element, 'Afmeld eFaktura');
      await until(() => all(element, 'dialog[open]').length, 'the question');
      return element;
    },
  };

  for (const [name, scene] of Object.entries(scenes))
    it(`leaves axe nothing to say ${name}, light and dark, speaks English, and fits every width (R38.1, R38.2, F26)`, async function () {
      this.timeout(30_000);
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
      const element = await scene(await company());
      for (const colorScheme of ['light', 'dark'] as const) {
        await emulateMedia({ colorScheme });
        await expectAccessible(element);
      }
      for (const width of [320, 480, 768, 1440]) {
        await setViewport({ width, height: 800 });
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide = all(element, '*').filter((part) => part.getBoundingClientRect().right > clientWidth);
        expect(scrollWidth, `${String(width)}: ${wide.map(({ className, id }) => className + id).join(', ')}`).to.be.at.most(clientWidth);
      }
      element.lang = 'en';
      await until(() => one(element, '.root').lang === 'en', 'English');
      await element.updateComplete;
      expect(textOf(element)).not.to.match(
        /\b(Tilmeld|Tilføj|Fjern|tilmeldt|Afmeld|Skriv|Sender|Der er)\b|\b(ef|err|act|state|inv)\.[a-zA-Z]/,
      );
    });
});
