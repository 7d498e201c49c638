/** The form for a new support case: what it asks, what is said when something is missing, and its receipt. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { SupportTopic } from '../../src/api/support-topic.ts';
import { messages as ofAbout } from '../../src/support-cases/create-about-messages.ts';
import { messages as ofForm } from '../../src/support-cases/create-messages.ts';
import { messages as ofSending } from '../../src/support-cases/create-sending-messages.ts';
import type { CaseCreatedEvent } from '../../src/support-cases/events.ts';
import { at } from '../faults.ts';
import { cleanup, expectAccessible, once, until } from '../helpers.ts';
import { bent } from '../subscriptions/open.ts';
import { ask } from '../subscriptions/profiles.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';
import {
  caseOf,
  casesOf,
  chosenIn,
  dealer,
  field,
  fill,
  formOpen,
  listedErrors,
  openForm,
  place,
  press,
  receipt,
  send,
  write,
} from './create-scene.ts';
import { choose, holding, listed, rowReads, textFile } from './files-host.ts';

const company = dealer(140);

const about = (topic: SupportTopic) => html`<ss-support-cases route="new" .topic=${topic}></ss-support-cases>`;

/** The newest order or invoice of a company. */
const newest = async (path: string): Promise<{ readonly id: string; readonly number: string }> => {
  const { items } = await ask<{ items: { id: string; number: string }[] }>(`${path}?offset=0&limit=1`);
  const [found] = items;
  if (!found) throw new Error(`There is nothing at ${path}.`);
  return found;
};

describe('the form for a new support case', () => {
  beforeEach(() => setViewport({ width: 800, height: 900 }));
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
    await setViewport({ width: 800, height: 600 });
  });

  it('asks for subject and description, and for more that is marked as optional (R4.3)', async () => {
    const { element } = await openForm(await company());
    expect(one(element, 'h2').innerText).to.equal('Opret supportsag');
    expect(all(element, '.create-form .form-field > label, #files-label').map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Emne',
      'Beskrivelse',
      'Kategori Valgfrit',
      'Prioritet Valgfrit',
      'Handler sagen om noget bestemt? Valgfrit',
      'Vedhæftede filer Valgfrit',
    ]);
    expect([...(field(element, 'category') as HTMLSelectElement).options].map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Ikke valgt',
      'Abonnement og nummer',
      'Simkort og eSIM',
      'Faktura',
      'Bestilling og levering',
      'Fejl og dækning',
      'Adgang og rettigheder',
      'Andet',
    ]);
    expect(textOf(element)).to.contain('Haster er til, når mange hos jer ikke kan ringe eller komme på nettet.');
  });

  it('creates the case, shows its number with the ways on, and tells the page (R4.3, R4.4)', async () => {
    const own = await company();
    const { element } = await openForm(own);
    await write(element, '  Ingen   dækning ', 'Siden i morges.\nPå kontoret.');
    await fill(element, 'category', 'fault');
    await fill(element, 'priority', 'urgent');
    choose(element, textFile('log.txt'));
    await rowReads(element, 'log.txt', 'Klar');
    const told = once<CaseCreatedEvent>(element, 'ss-case-created');
    control(element, 'Emne').focus();
    send(element);
    const number = await receipt(element);
    const { caseId } = await told;
    expect((await told).number).to.equal(number);
    expect(heard(element)).to.contain(`Supportsagen er oprettet. Sagsnummeret er ${number}.`);
    await until(() => focusIn() === `Supportsagen er oprettet. Sagsnummeret er ${number}.`, `the focus; it is on: ${focusIn()}`);
    const made = await caseOf(own, caseId);
    expect([made.subject, made.category, made.priority, made.state]).to.deep.equal(['Ingen dækning', 'fault', 'urgent', 'acknowledged']);
    expect(made.messages[0]?.text).to.equal('Siden i morges.\nPå kontoret.');
    expect(made.messages[0]?.files.map(({ name }) => name)).to.deep.equal(['log.txt']);
    press(element, 'Se alle supportsager');
    await until(() => all(element, 'tbody tr').length, `the list; it reads: ${textOf(element)}`);
    const [first] = all(element, 'tbody tr');
    expect(plain(first?.innerText ?? ''))
      .to.contain('Ingen dækning')
      .and.to.contain('Ny');
  });

  it('begins anew after the receipt, with nothing of the last one (R4.3)', async () => {
    const { element } = await openForm(await company());
    await write(element);
    choose(element, textFile('log.txt'));
    await rowReads(element, 'log.txt', 'Klar');
    send(element);
    await receipt(element);
    press(element, 'Se alle supportsager');
    await reads(element, 'Mine supportsager');
    press(element, 'Opret supportsag');
    await formOpen(element);
    expect(field(element, 'subject').value + field(element, 'description').value).to.equal('');
    expect(listed(element)).to.deep.equal([]);
  });

  it('says what is missing, lists it with links, and puts the focus on the first (F19)', async () => {
    const own = await company();
    const { element } = await openForm(own);
    one(element, '.create-form .foot .primary').focus();
    send(element);
    await until(() => listedErrors(element).length === 2, `two errors; it reads: ${textOf(element)}`);
    expect(listedErrors(element)).to.deep.equal(['Udfyld emne.', 'Udfyld beskrivelse.']);
    expect(textOf(element)).to.contain('Der er 2 fejl i formularen');
    await until(() => focusIn() === 'Emne', `the focus; it is on: ${focusIn()}`);
    press(element, 'Udfyld beskrivelse.');
    expect(element.shadowRoot?.activeElement?.id).to.equal('description');
    await write(element, ' \u00a0 ', '\n\n');
    send(element);
    await until(() => listedErrors(element).length === 2, 'that white space says nothing');
    expect((await casesOf(own)).some(({ mine }) => mine)).to.equal(false);
  });

  it('keeps a text of 100,000 characters as it is, and says how much of it is too much (T13, F26)', async () => {
    const { element } = await openForm(await company());
    await write(element, 'x'.repeat(100_000), 'y'.repeat(100_000));
    await reads(element, 'Der er 90.000 tegn for meget.');
    send(element);
    await reads(element, 'Der er 2 fejl i formularen');
    expect(listedErrors(element)).to.deep.equal(['Emne må højst have 200 tegn.', 'Beskrivelse må højst have 10.000 tegn.']);
    expect(field(element, 'description').value).to.have.lengthOf(100_000);
    await fill(element, 'description', 'y'.repeat(9_600));
    await reads(element, 'Der er plads til 400 tegn mere.');
    await fill(element, 'description', 'y'.repeat(9_000));
    expect(textOf(element)).not.to.contain('tegn mere');
  });

  it('sends markup and turned letters as the text they are (T12)', async () => {
    const own = await company();
    const { element } = await openForm(own);
    const words = '<script>alert(1)</script> \u202eomvendt\u202c {number} && "x"';
    await write(element, words, words);
    send(element);
    await receipt(element);
    expect(all(element, '.created script')).to.have.lengthOf(0);
    expect(one(element, '.created .subject').innerText).to.contain('<script>alert(1)</script>');
    const made = (await casesOf(own)).find(({ mine }) => mine);
    expect((await caseOf(own, made?.id ?? '')).messages[0]?.text).to.equal(words);
  });

  it('begins with what led here: the category, and the code of what failed as a line of its own that can be taken away (R4.3)', async () => {
    const own = await company();
    const { element } = await openForm(own, {}, about({ category: 'invoice', requestId: 'req-4711' }));
    expect(chosenIn(element, 'category')).to.equal('Faktura');
    expect(textOf(element)).to.contain('Vi sender fejlkoden req-4711 med.');
    await write(element, 'Kan ikke hente', 'Fakturaen kommer ikke.');
    send(element);
    await receipt(element);
    const made = (await casesOf(own)).find(({ mine }) => mine);
    expect((await caseOf(own, made?.id ?? '')).messages[0]?.text).to.equal('Fakturaen kommer ikke.\n\nFejlkode: req-4711');
    press(element, 'Se alle supportsager');
    await reads(element, 'Mine supportsager');
    press(element, 'Opret supportsag');
    await formOpen(element);
    expect(textOf(element)).not.to.contain('req-4711');
  });

  it('sends no code that was taken away (R4.3)', async () => {
    const own = await company();
    const { element } = await openForm(own, {}, about({ requestId: 'req-4712' }));
    await write(element);
    press(element, 'Fjern fejlkoden');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).to.equal('description');
    send(element);
    await receipt(element);
    const made = (await casesOf(own)).find(({ mine }) => mine);
    expect((await caseOf(own, made?.id ?? '')).messages[0]?.text).to.equal('Siden i morges.');
  });

  it('is about a user who is looked up by name (R4.3, R21.1)', async () => {
    const own = await company();
    const body = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 9 };
    const { items } = await ask<{ items: { user: { id: string; name: string } | null }[] }>(`companies/${own.id}/users/search`, {
      method: 'POST',
      body,
    });
    const user = items.find((item) => item.user)?.user;
    const { element } = await openForm(own);
    await fill(element, 'aboutKind', 'user');
    await fill(element, 'about', user?.name.slice(0, 3) ?? '');
    send(element);
    await until(() => listedErrors(element).includes('Vælg en bruger på listen.'), `the error; it reads: ${textOf(element)}`);
    await fill(element, 'about', user?.name ?? '');
    const option = await until(
      () => all(element, '[role=option]').find((one) => one.checkVisibility() && plain(one.innerText).startsWith(user?.name ?? '')),
      'the suggestion',
    );
    option.click();
    await write(element);
    send(element);
    await receipt(element);
    const made = (await casesOf(own)).find(({ mine }) => mine);
    expect((await caseOf(own, made?.id ?? '')).about).to.deep.equal({ kind: 'user', id: user?.id, name: user?.name });
  });

  it('is about an invoice chosen among the newest, which are fetched when that is chosen (R4.3)', async () => {
    const own = await company();
    const { number, id } = await newest(`companies/${own.id}/invoices`);
    const { element } = await openForm(own);
    await fill(element, 'aboutKind', 'invoice');
    await until(() => all(element, 'select#about').length, `the invoices; it reads: ${textOf(element)}`);
    await write(element);
    send(element);
    await until(() => listedErrors(element).includes('Vælg den faktura, sagen handler om.'), `the error; it reads: ${textOf(element)}`);
    await fill(element, 'about', id);
    expect(chosenIn(element, 'about')).to.contain(number);
    send(element);
    await receipt(element);
    const made = (await casesOf(own)).find(({ mine }) => mine);
    expect((await caseOf(own, made?.id ?? '')).about).to.deep.equal({ kind: 'invoice', id, name: number });
  });

  it('finds the name of what led here (R4.3)', async () => {
    const own = await company();
    const { id, number } = await newest(`companies/${own.id}/invoices`);
    const { element } = await openForm(own, {}, about({ about: { kind: 'invoice', id } }));
    await until(() => all(element, 'select#about').length, `the invoices; it reads: ${textOf(element)}`);
    expect(chosenIn(element, 'aboutKind')).to.equal('En faktura');
    expect(chosenIn(element, 'about')).to.contain(number);
  });

  it('asks anew what it is about when what led here is gone (F17)', async () => {
    const { element } = await openForm(await company(), {}, about({ about: { kind: 'user', id: 'nobody' } }));
    await until(() => chosenIn(element, 'aboutKind') === 'Nej', `nothing chosen; it reads: ${textOf(element)}`);
    expect(all(element, '#about')).to.have.lengthOf(0);
  });

  it('offers only what the person may see, whatever led here (R7.3, T03)', async () => {
    const fault = at('/session', bent({ 'companies.0.rights.invoices': 'none', 'companies.0.rights.subscriptions': 'none' }));
    const { element } = await openForm(undefined, { fetch: fault(fetch) }, about({ about: { kind: 'invoice', id: 'x' } }));
    expect([...(field(element, 'aboutKind') as HTMLSelectElement).options].map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Nej',
      'En bestilling',
    ]);
    expect(chosenIn(element, 'aboutKind')).to.equal('Nej');
  });

  it('says why there is no form for one who may only read (R7.3)', async () => {
    const fault = at('/session', bent({ 'companies.0.rights.cases': 'read' }));
    const { element } = await place(undefined, { fetch: fault(fetch) });
    await reads(element, 'Du kan se supportsager, men ikke oprette dem.');
    expect(all(element, 'form, #files')).to.have.lengthOf(0);
  });

  it('takes files that are pasted or let go of anywhere in it (F25)', async () => {
    const { element } = await openForm(await company());
    const description = field(element, 'description');
    const clipboardData = holding([textFile('klippet.txt')]);
    description.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
    await rowReads(element, 'klippet.txt', 'Klar');
    const dataTransfer = holding([textFile('sluppet.txt')]);
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true, composed: true });
    field(element, 'subject').dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    field(element, 'subject').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    await rowReads(element, 'sluppet.txt', 'Klar');
  });

  it('is not sent before its files are ready, and says so at them (F25)', async () => {
    const { element } = await openForm(await company());
    await write(element);
    choose(element, new File([], 'tom.txt'));
    await rowReads(element, 'tom.txt', 'Filen er tom.');
    control(element, 'Emne').focus();
    send(element);
    await reads(element, 'Nogle af filerne er ikke klar. Vent på dem, prøv igen, eller fjern dem.');
    await until(() => element.shadowRoot?.activeElement?.id === 'files', 'the focus on the files');
    press(element, 'Fjern tom.txt');
    send(element);
    await receipt(element);
  });

  it('follows a closed case, and says which (SUP-2)', async () => {
    const maja = await fetch('/v1/session', { headers: { authorization: 'Bearer maja' } });
    const { companies } = (await maja.json()) as { companies: { id: string; name: string; rights: { cases: string } }[] };
    // The cases of the first two are counted elsewhere.
    const closed = await closedCase(companies.filter(({ name, rights }) => rights.cases === 'full' && !/^(Nordlys|Aagaard)/.test(name)));
    const { element } = await openForm(
      { id: closed.company, name: '' },
      {},
      html`<ss-support-cases route=${`new/${closed.id}`}></ss-support-cases>`,
      'maja',
    );
    await reads(element, `Følger sag nr. ${closed.number}`);
    await write(element, 'Det er galt igen');
    send(element);
    await receipt(element);
    press(element, 'Se supportsagen');
    await reads(element, closed.number);
  });

  it('has nothing for axe to find, empty, with errors and as a receipt, light and dark, wide and narrow (R38.1)', async () => {
    const { element } = await openForm(await company(), {}, about({ requestId: 'req-1', category: 'fault' }));
    await expectAccessible(element);
    await fill(element, 'aboutKind', 'invoice');
    await until(() => all(element, 'select#about').length, 'the invoices');
    send(element);
    await reads(element, 'Der er 3 fejl i formularen');
    await expectAccessible(element);
    await setViewport({ width: 320, height: 700 });
    const root = one(element, '.root');
    expect(root.scrollWidth).to.be.at.most(root.clientWidth);
    await emulateMedia({ colorScheme: 'dark' });
    Object.assign(document.documentElement.style, { colorScheme: 'dark', background: '#0d1319' });
    await expectAccessible(element);
    await fill(element, 'aboutKind', '');
    await write(element);
    send(element);
    await receipt(element);
    await expectAccessible(element);
  });

  it('can be filled in and sent with the keyboard alone (R38.1)', async () => {
    const { element } = await openForm(await company());
    field(element, 'subject').focus();
    await sendKeys({ type: 'Telefonen er død' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Den kan ikke tændes' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'siden i går.' });
    expect(field(element, 'description').value).to.equal('Den kan ikke tændes\nsiden i går.');
    for (let stop = 0; stop < 9 && focusIn() !== 'Opret supportsag Sender …' && focusIn() !== 'Opret supportsag'; stop++)
      await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.contain('Opret supportsag');
    await sendKeys({ press: 'Enter' });
    await receipt(element);
  });

  it('speaks English to those who read it (R38.2)', async () => {
    const { element } = await place(await company(), {}, html`<ss-support-cases lang="en" route="new"></ss-support-cases>`);
    await until(() => find(element, 'Subject'), `English; it reads: ${textOf(element)}`);
    await reads(element, 'Drag files here, or choose files');
  });

  it('takes an answer that it does not wholly understand for a case that was created (F08, F09)', async () => {
    const own = await company();
    const fault = at('/cases', (inner) => async (...call) => {
      const response = await inner(...call);
      return response.status === 201 && call[0] instanceof Request && call[0].url.endsWith('/cases')
        ? Response.json({ ...((await response.json()) as object), number: 7, subject: null }, { status: 201 })
        : response;
    });
    const { element } = await openForm(own, { fetch: fault(fetch) });
    await write(element);
    send(element);
    await reads(element, 'Supportsagen er oprettet.');
    expect(textOf(element)).not.to.contain('undefined').and.not.to.contain('null');
  });
});

/** A case that is closed, of one of these companies of Maja's. */
const closedCase = async (companies: readonly { id: string }[]): Promise<{ id: string; number: string; company: string }> => {
  for (const { id: company } of companies) {
    const answer = await fetch(`/v1/companies/${company}/cases/search`, {
      method: 'POST',
      headers: { authorization: 'Bearer maja', 'content-type': 'application/json' },
      body: JSON.stringify({ search: '', state: 'closed', mine: false, offset: 0, limit: 1 }),
    });
    const { items = [] } = (await answer.json()) as { items?: { id: string; number: string }[] };
    if (items[0]) return { ...items[0], company };
  }
  throw new Error('There is no closed case.');
};

describe('The words of a new support case', () => {
  for (const [what, messages] of Object.entries({ 'the form': ofForm, 'what it is about': ofAbout, 'sending and the receipt': ofSending }))
    it(`for ${what} are those of the glossary where it has them, and are there in both languages (R38.2)`, async () => {
      expect(await expectGlossary(messages)).to.be.greaterThan(4);
      await expectBothLanguages(messages);
    });
});
