/** Name, e-mail address and cost centre, edited where they stand (D11); and what a colleague has made of them meanwhile (F18, T21). */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { answers, first } from '../faults.ts';
import { cleanup, fixture, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import '../session/probe.ts';
import type { ProbeElement } from '../session/probe.ts';
import { problem, writes } from './doings.ts';
import { ask, box, boxButton, boxReads, closed, dealer, openProfile, pick, profileOf, shown, type Scene } from './profiles.ts';
import { all, control, find, focusIn, heard, listed, one, reads, textOf, type } from './screen.ts';

const someone = dealer(49, 55);

const beginEdit = async (element: Element): Promise<void> => {
  control(element, 'Rediger oplysninger').click();
  await until(() => all(element, '#edit-name').length, 'the form');
};

const field = (element: Element, name: 'name' | 'email' | 'costCentre'): HTMLInputElement =>
  one<HTMLInputElement>(element, `#edit-${name}`);

const save = (element: Element): void => {
  control(element, 'Gem ændringer').click();
};

const saved = (element: Element): Promise<HTMLElement> => until(() => find(element, 'Rediger oplysninger'), 'the form to close');

const etagOf = async ({ company, user }: Scene): Promise<string> => {
  const { headers } = await fetch(`/v1/companies/${company}/users/${user}`, { headers: { authorization: 'Bearer mange' } });
  return headers.get('etag') ?? '';
};

/** Changes the same person at another screen. */
const colleague = async (scene: Scene, body: object): Promise<void> => {
  const { company, user } = scene;
  await ask(`companies/${company}/users/${user}`, { method: 'PATCH', body, headers: { 'if-match': await etagOf(scene) } });
};

const changesOf = ({ requests }: { requests: readonly Request[] }): Request[] => requests.filter(({ method }) => method === 'PATCH');

describe('editing a person', () => {
  afterEach(cleanup);

  it('begins in place with what is there, the focus in the first field (D11)', async () => {
    const scene = await someone();
    const { name, email, costCentre } = await profileOf(scene);
    const element = await openProfile(scene);
    await beginEdit(element);
    await until(() => focusIn().startsWith('Navn'), 'the focus in the field');
    expect([field(element, 'name').value, field(element, 'email').value, field(element, 'costCentre').value]).to.deep.equal([
      name,
      email ?? '',
      costCentre ?? '',
    ]);
  });

  it('sends only what has been changed, for the version that was shown, and shows it in profile and list (D11, T21)', async () => {
    const scene = await someone();
    const before = await profileOf(scene);
    const seen = counting();
    const element = await openProfile(scene, { fetch: seen.fetch });
    await beginEdit(element);
    type(field(element, 'name'), '  Aase Nyborg-Ærø ');
    save(element);
    await saved(element);
    expect(one(element, 'h2').innerText).to.equal('Aase Nyborg-Ærø');
    expect(focusIn()).to.equal('Rediger oplysninger');
    await until(() => heard(element).includes('Ændringerne er gemt.'), 'it to be announced');
    const [change, ...more] = changesOf(seen);
    expect(more).to.have.lengthOf(0);
    expect([await change?.json(), change?.headers.get('if-match')]).to.deep.equal([{ name: 'Aase Nyborg-Ærø' }, '"1"']);
    expect(await profileOf(scene)).to.include({ name: 'Aase Nyborg-Ærø', email: before.email, costCentre: before.costCentre });
    control(element, 'Tilbage til Abonnementer').click();
    await reads(element, 'Aase Nyborg-Ærø');
  });

  it('takes an address and a cost centre away, and puts them there again (D11)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'email'), '');
    type(field(element, 'costCentre'), ' ');
    save(element);
    await saved(element);
    expect(textOf(element)).to.contain('Ingen e-mailadresse');
    expect(await profileOf(scene)).to.include({ email: null, costCentre: null });
    await beginEdit(element);
    type(field(element, 'email'), 'ny.adresse@x.example');
    save(element);
    await saved(element);
    expect(one(element, '.under').innerText).to.equal('ny.adresse@x.example');
  });

  it('sends nothing when nothing has been changed, or when it is cancelled; the focus goes back (D11)', async () => {
    const scene = await someone();
    const seen = counting();
    const element = await openProfile(scene, { fetch: seen.fetch });
    await beginEdit(element);
    save(element);
    await saved(element);
    await beginEdit(element);
    type(field(element, 'name'), 'Somebody Else');
    control(element, 'Annuller').click();
    await saved(element);
    expect(focusIn()).to.equal('Rediger oplysninger');
    expect(one(element, 'h2').innerText).to.equal(scene.name);
    await beginEdit(element);
    expect(field(element, 'name').value).to.equal(scene.name);
    expect(changesOf(seen)).to.have.lengthOf(0);
  });

  it('says what is wrong at each field and in a list, and leads to the first (F19)', async () => {
    const scene = await someone();
    const seen = counting();
    const element = await openProfile(scene, { fetch: seen.fetch });
    await beginEdit(element);
    type(field(element, 'name'), ' ');
    type(field(element, 'email'), 'navn@uden');
    type(field(element, 'costCentre'), 'x'.repeat(51));
    save(element);
    await reads(
      element,
      'Der er 3 fejl i formularen Udfyld navn. Skriv en gyldig e-mailadresse, fx navn@example.com. Omkostningssted må højst have 50 tegn.',
    );
    await until(() => field(element, 'name').matches(':focus'), 'the focus in the first field');
    expect(all(element, '[aria-invalid=true]').map(({ id }) => id)).to.deep.equal(['edit-name', 'edit-email', 'edit-costCentre']);
    type(field(element, 'name'), 'Ny Person');
    await until(() => field(element, 'name').getAttribute('aria-invalid') === 'false', 'the error to go');
    expect(changesOf(seen)).to.have.lengthOf(0);
  });

  it('puts what the backend does not accept at its field, and keeps what was typed (F19)', async () => {
    const scene = await someone();
    const refused = answers(422, {}, problem('invalid', { errors: [{ pointer: '/email', type: 'format' }] }));
    const element = await openProfile(scene, { fetch: writes(first(1, refused))(fetch) });
    await beginEdit(element);
    type(field(element, 'email'), 'ny@x.example');
    save(element);
    await until(() => field(element, 'email').getAttribute('aria-invalid') === 'true', 'the error');
    await until(() => field(element, 'email').matches(':focus'), 'the focus in the field');
    expect(field(element, 'email').value).to.equal('ny@x.example');
    save(element);
    await saved(element);
    expect((await profileOf(scene)).email).to.equal('ny@x.example');
  });

  it('shows what a colleague has made of the same field beside what was typed, and saves what is chosen: mine (F18, T21)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'costCentre'), 'Mit sted');
    await colleague(scene, { costCentre: 'Deres sted' });
    save(element);
    await reads(element, 'En anden har ændret oplysningerne, mens du skrev. Se dem igennem, og gem igen.');
    expect(textOf(element)).to.contain('Omkostningssted Din ændring Mit sted Den andens ændring Deres sted');
    expect((await profileOf(scene)).costCentre).to.equal('Deres sted');
    save(element);
    await reads(element, 'Der er 1 fejl i formularen Vælg hvad der skal gælde.');
    pick(element, 'Din ændring');
    save(element);
    await saved(element);
    expect((await profileOf(scene)).costCentre).to.equal('Mit sted');
  });

  it('lets a colleague’s change of the same field stand when that is chosen, and saves the rest (F18, T21)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'name'), 'Mit Navn');
    type(field(element, 'costCentre'), 'Mit sted');
    await colleague(scene, { name: 'Deres Navn' });
    save(element);
    await reads(element, 'Din ændring Mit Navn Den andens ændring Deres Navn');
    expect(field(element, 'costCentre').value).to.equal('Mit sted');
    pick(element, 'Den andens ændring');
    save(element);
    await saved(element);
    expect(await profileOf(scene)).to.include({ name: 'Deres Navn', costCentre: 'Mit sted' });
  });

  it('keeps both changes when a colleague has changed another field: it is shown, and saved on request (F18, T21)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'costCentre'), 'Mit sted');
    await colleague(scene, { name: 'Deres Navn' });
    save(element);
    await reads(element, 'En anden har ændret oplysningerne, mens du skrev.');
    expect([field(element, 'name').value, field(element, 'costCentre').value]).to.deep.equal(['Deres Navn', 'Mit sted']);
    save(element);
    await saved(element);
    expect(await profileOf(scene)).to.include({ name: 'Deres Navn', costCentre: 'Mit sted' });
  });

  it('shows that a colleague has emptied what was typed in, and takes that when it is chosen (F18)', async () => {
    const scene = await someone((subscription) => subscription.status === 'active' && subscription.costCentre !== null);
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'costCentre'), 'Mit sted');
    await colleague(scene, { costCentre: null });
    save(element);
    await reads(element, 'Din ændring Mit sted Den andens ændring Tomt');
    pick(element, 'Den andens ændring');
    save(element);
    await saved(element);
    expect((await profileOf(scene)).costCentre).to.equal(null);
  });

  it('keeps what was typed when the profile is left for the list and opened again (R5.7)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'name'), 'Begyndt Navn');
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
    expect(element.shadowRoot?.textContent).not.to.contain('Begyndt');
    element.route = `users/${scene.user}`;
    await shown(element);
    expect(field(element, 'name').value).to.equal('Begyndt Navn');
  });

  it('lets go of a form in which nothing was typed when the profile is left (R5.7)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
    element.route = `users/${scene.user}`;
    await shown(element);
    expect(find(element, 'Rediger oplysninger')).not.to.equal(undefined);
  });

  /** Chooses another company; resolves to whether that was done. */
  const choosing = async (scene: Scene): Promise<boolean> => {
    const probe = await fixture<ProbeElement>(html`<x-probe></x-probe>`);
    const other = await until(() => probe.session?.companies.find(({ id }) => id !== scene.company), 'another company');
    return (await probe.connection?.choose(other)) ?? false;
  };

  for (const [how, stay] of [
    [
      'by the button',
      async (element: Element) => {
        await Promise.resolve();
        boxButton(element, 'Bliv på siden').click();
      },
    ],
    ['by Escape', () => sendKeys({ press: 'Escape' })],
  ] as const)
    it(`asks before the company is switched, and stays ${how} with all that was typed (R5.7)`, async () => {
      const scene = await someone();
      const element = await openProfile(scene);
      await beginEdit(element);
      type(field(element, 'name'), 'Begyndt Navn');
      const answer = choosing(scene);
      await boxReads(element, 'Der er ændringer, som ikke er gemt. Vil du forlade siden uden at gemme?');
      await stay(element);
      expect(await answer).to.equal(false);
      await closed(element);
      expect(field(element, 'name').value).to.equal('Begyndt Navn');
    });

  it('asks also from the list, and leaves nothing of it behind when told to go (R5.7, R5.5, T05)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    type(field(element, 'name'), 'Begyndt Navn');
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
    const answer = choosing(scene);
    await boxReads(element, 'Der er ændringer, som ikke er gemt.');
    boxButton(element, 'Forlad siden').click();
    expect(await answer).to.equal(true);
    await closed(element);
    element.route = `users/${scene.user}`;
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
    expect(element.shadowRoot?.innerHTML).not.to.contain('Begyndt');
  });

  it('lets the company be switched without a question when nothing was typed (R5.7)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginEdit(element);
    expect(await choosing(scene)).to.equal(true);
    expect(box(element)).to.equal(undefined);
  });
});
