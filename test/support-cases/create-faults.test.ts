/** Whatever goes wrong while a support case is created: there is one case or none, and nothing typed is lost. */
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { CaseCreatedEvent } from '../../src/support-cases/events.ts';
import type { SupportCasesElement } from '../../src/support-cases/support-cases-element.ts';
import { answers, cut, first, line, network, offline, type Fault } from '../faults.ts';
import { cleanup, fixture, once, signIn, until, type Person } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { storage } from '../subscriptions/guide.ts';
import { all, control, heard, one, reads, textOf } from '../subscriptions/screen.ts';
import {
  casesOf,
  dealer,
  field,
  fill,
  formOpen,
  keep,
  listedErrors,
  openForm,
  receipt,
  send,
  write,
  type Company,
} from './create-scene.ts';
import { choose, listed, rowReads, textFile } from './files-host.ts';

const company = dealer(165);

/** The fault meets only the creating of a case. */
const creating =
  (fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return (input, init) =>
      (input instanceof Request && input.method === 'POST' && input.url.endsWith('/cases') ? faulty : inner)(input, init);
  };

const refusing = (...errors: { readonly pointer: string; readonly type: string }[]): Fault =>
  creating(
    answers(
      422,
      { 'content-type': 'application/problem+json' },
      { type: 'urn:selvbetjening:problem:invalid', title: '', status: 422, requestId: 'r1', ...(errors.length && { errors }) },
    ),
  );

const mine = async (of: Company) => (await casesOf(of)).filter((one) => one.mine);

const keys = (seen: ReturnType<typeof counting>): readonly (string | null)[] =>
  seen.requests
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/cases'))
    .map(({ headers }) => headers.get('idempotency-key'));

describe('creating a support case', function () {
  this.timeout(30_000);
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('whose answer is lost finds out by itself: one case each, with its number (F06)', async () => {
    for (let time = 0; time < 4; time++) {
      const own = await company();
      const seen = counting(creating((inner) => first((time % 2) + 1, cut())(inner))(fetch));
      const { element } = await openForm(own, { fetch: seen.fetch });
      await write(element);
      send(element);
      const number = await receipt(element);
      expect(
        (await mine(own)).map((one) => one.number),
        `time ${String(time)}`,
      ).to.deep.equal([number]);
      expect(new Set(keys(seen)).size).to.equal(1);
      cleanup();
    }
  });

  it('is busy at once, and takes no second click and no Enter meanwhile (F21)', async () => {
    const own = await company();
    const held = gate();
    const seen = counting(creating(() => held.fetch)(fetch));
    const { element } = await openForm(own, { fetch: seen.fetch });
    await write(element);
    for (let click = 0; click < 3; click++) send(element);
    one<HTMLFormElement>(element, 'form').requestSubmit();
    await until(() => heard(element).includes('Sender …'), 'that it is being sent');
    expect(one(element, '.fields').inert).to.equal(true);
    held.open();
    await receipt(element);
    expect(keys(seen)).to.have.lengthOf(1);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('without a network sends nothing and says so; typing goes on, and later it is sent once (R4.5, F02)', async () => {
    const own = await company();
    const wire = line();
    const { element } = await openForm(own, { fetch: wire.fetch });
    await write(element);
    wire.use(offline());
    network(false);
    send(element);
    await reads(element, 'Der er ingen forbindelse lige nu, så der er ikke sendt noget.');
    await fill(element, 'subject', 'Skrevet uden net');
    network(true);
    wire.use();
    send(element);
    await receipt(element);
    expect((await mine(own)).map(({ subject }) => subject)).to.deep.equal(['Skrevet uden net']);
  });

  it('keeps everything typed when it fails, and its files, and can be sent again (R4.5, F19)', async () => {
    const own = await company();
    const wire = line();
    const { element } = await openForm(own, { fetch: wire.fetch });
    await write(element);
    choose(element, textFile('log.txt'));
    await rowReads(element, 'log.txt', 'Klar');
    wire.use(refusing({ pointer: '/subject', type: 'form' }, { pointer: '/odd', type: 'x' }));
    send(element);
    await until(() => listedErrors(element).length === 1, `the refusal; it reads: ${textOf(element)}`);
    expect(listedErrors(element)).to.deep.equal(['Tjek emne.']);
    expect(textOf(element)).to.contain('Det kunne ikke lade sig gøre.');
    expect([field(element, 'subject').value, field(element, 'description').value, listed(element).length]).to.deep.equal([
      'Ingen dækning',
      'Siden i morges.',
      1,
    ]);
    wire.use();
    await fill(element, 'subject', 'Andet emne');
    send(element);
    await receipt(element);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('of whose outcome the backend knows nothing asks to find out, and does (F13)', async () => {
    const own = await company();
    const wire = line();
    const { element } = await openForm(own, { fetch: wire.fetch });
    await write(element);
    wire.use(creating(answers(500)));
    send(element);
    await reads(element, 'Vi er ikke sikre på, at det gik igennem.', 8000);
    expect(all(element, '.submit')).to.have.lengthOf(0);
    wire.use();
    control(element, 'Undersøg igen').click();
    await receipt(element);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('is kept through the end of the session, and goes on when the same person is back (F15)', async () => {
    const own = await company();
    const wire = line();
    const { element, connection } = await openForm(own, { fetch: wire.fetch });
    await write(element);
    wire.use(answers(401));
    send(element);
    await reads(element, 'Du er ikke logget ind.', 8000);
    expect(all(element, '.create-form')).to.have.lengthOf(0);
    wire.use();
    connection.resume();
    await receipt(element);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('shows what was typed to nobody else who signs in (F15, T23)', async () => {
    let who: Person = 'mange';
    const kept = storage();
    const { element, connection } = await openForm(await company(), {
      drafts: kept,
      token: () => Promise.resolve({ token: who, expiresIn: 3600 }),
    });
    await write(element, 'Hemmeligt emne');
    who = 'maja';
    connection.resume();
    await until(() => element.route === '' && all(element, 'tbody tr').length, 'the list of the other person');
    expect(element.shadowRoot?.innerHTML).not.to.contain('Hemmeligt');
    element.route = 'new';
    await formOpen(element);
    expect(field(element, 'subject').value).to.equal('');
    expect(Object.keys(kept)).to.deep.equal([]);
  });

  it('begins where it was left when the page was loaded anew, with its files, and becomes one case (F02, F21)', async () => {
    const own = await company();
    const kept = storage();
    const seen = counting();
    const { element } = await openForm(own, { drafts: kept, fetch: seen.fetch });
    await write(element, 'Gemt emne');
    choose(element, textFile('gemt.txt'));
    await rowReads(element, 'gemt.txt', 'Klar');
    cleanup();
    const again = await openForm(own, { drafts: kept, fetch: seen.fetch });
    await rowReads(again.element, 'gemt.txt', 'Klar');
    expect(field(again.element, 'subject').value).to.equal('Gemt emne');
    send(again.element);
    await receipt(again.element);
    expect(Object.keys(kept)).to.deep.equal([]);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('of a draft whose file the backend no longer has says so at the file (F19, F25)', async () => {
    const own = await company();
    const kept = storage();
    await keep(kept, own, { subject: 'Emne', description: 'Tekst', files: [{ id: 'findes-ikke', name: 'væk.txt', size: 5 }] });
    const { element } = await openForm(own, { drafts: kept });
    await rowReads(element, 'væk.txt', 'Klar');
    send(element);
    await rowReads(element, 'væk.txt', 'Vi har ikke filen længere. Vælg den igen.');
    expect(listedErrors(element)).to.deep.equal(['Nogle af filerne er ikke klar. Vent på dem, prøv igen, eller fjern dem.']);
    control(element, 'Fjern væk.txt').click();
    send(element);
    await receipt(element);
  });

  it('from the same draft in two tabs is one case, and the other tab learns of it (F21)', async () => {
    const own = await company();
    const kept = storage();
    await keep(kept, own, { subject: 'To faner', description: 'Tekst' });
    const { element } = await openForm(own, { drafts: kept });
    const other = await fixture<SupportCasesElement>(html`<ss-support-cases route="new"></ss-support-cases>`);
    await formOpen(other);
    send(element);
    await receipt(element);
    await reads(other, 'Den her supportsag ser ud til at være sendt fra et andet vindue.');
    send(other);
    await receipt(other);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('with a key that stands for another case says that it seems to be sent, and creates none (F21, T20)', async () => {
    const own = await company();
    const kept = storage();
    const { element } = await openForm(own, { drafts: kept, fetch: refusing()(fetch) });
    await write(element);
    send(element);
    await reads(element, 'Den her supportsag ser ud til at være sendt fra et andet vindue.');
    control(element, 'Begynd på en ny').click();
    await element.updateComplete;
    expect(field(element, 'subject').value).to.equal('');
    expect(Object.keys(kept)).to.deep.equal([]);
  });

  it('goes on by itself when what it was to follow is gone (SUP-2, F17)', async () => {
    const own = await company();
    const { element } = await openForm(own, {}, html`<ss-support-cases route="new/findes-ikke"></ss-support-cases>`);
    await write(element);
    send(element);
    await reads(element, 'Vi kan ikke finde den sag, der følges op på.');
    send(element);
    await receipt(element);
    expect(await mine(own)).to.have.lengthOf(1);
  });

  it('finishes when the element has left the page, and reports by event (F22)', async () => {
    const own = await company();
    const held = gate();
    const { element } = await openForm(own, { fetch: creating(() => held.fetch)(fetch) });
    await write(element);
    const reported = once<CaseCreatedEvent>(element, 'ss-case-created');
    send(element);
    await until(() => held.waiting.length, 'the request');
    element.remove();
    held.open();
    const { number } = await reported;
    expect((await mine(own)).map((one) => one.number)).to.deep.equal([number]);
  });

  it('asks before what was typed is lost to another company, where nothing keeps it; then nothing of it is left (R5.7, T05)', async () => {
    signIn('maja');
    const both = await fixture(
      html`<div><ss-company-switcher></ss-company-switcher><ss-support-cases route="new"></ss-support-cases></div>`,
    );
    const [switcher, element] = both.children as unknown as [Element, SupportCasesElement];
    await formOpen(element);
    await until(() => all(switcher, 'select').length, 'the switcher');
    await write(element, 'Ikke tabt');
    const before = one<HTMLSelectElement>(switcher, 'select').value;
    const another = () => {
      const select = one<HTMLSelectElement>(switcher, 'select');
      select.value = [...select.options].find(({ value }) => value !== before)?.value ?? '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    another();
    await until(() => all(element, 'dialog[open]').length, `the question; it reads: ${textOf(element)}`);
    expect(textOf(element)).to.contain('Vil du forlade siden uden at gemme?');
    control(element, 'Bliv på siden').click();
    await until(() => !all(element, 'dialog').length && one<HTMLSelectElement>(switcher, 'select').value === before, 'the question to go');
    expect(field(element, 'subject').value).to.equal('Ikke tabt');
    another();
    await until(() => all(element, 'dialog[open]').length, `the second question; it reads: ${textOf(element)}`);
    control(element, 'Forlad siden').click();
    await until(() => element.route === '' && all(element, 'tbody tr, .notice').length, 'the list of the other company');
    expect(element.shadowRoot?.innerHTML).not.to.contain('Ikke tabt');
  });

  it('that has been begun is told of in the list, with the way back to it (R5.7)', async () => {
    const { element } = await openForm(await company());
    await write(element, 'Begyndt');
    control(element, 'Tilbage til Mine supportsager').click();
    await reads(element, 'Du er begyndt på en supportsag, som ikke er sendt.');
    control(element, 'Gå videre med den').click();
    await formOpen(element);
    expect(field(element, 'subject').value).to.equal('Begyndt');
  });
});
