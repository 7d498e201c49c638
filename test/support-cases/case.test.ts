/** A case: its conversation, what is known of it, the reply, and what becomes of that. */
import { expect } from 'chai';
import { choose } from '../company-switcher/open.ts';
import { answers, at, cut, first, line, network, silent } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { bent, companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { dealer } from './create-scene.ts';
import { choose as chooseFile, rowReads, textFile } from './files-host.ts';
import {
  answeredBySupport,
  askAs,
  atPlace,
  caseOf,
  caseWhere,
  created,
  listed,
  openNew,
  place,
  replyField,
  said,
  talk,
  talking,
  texts,
  typeReply,
  urlOf,
  withSwitcher,
} from './talks.ts';

const deal = dealer(110);
const company = async (): Promise<string> => (await deal()).id;

/** Posts to the conversation. */
const posts = (requests: readonly Request[]): Request[] =>
  requests.filter(({ url, method }) => method === 'POST' && url.endsWith('/messages'));

class Memory {
  readonly #kept = new Map<string, string>();
  readonly getItem = (name: string): string | null => this.#kept.get(name) ?? null;
  readonly removeItem = (name: string): boolean => this.#kept.delete(name);
  readonly setItem = (name: string, value: string): void => {
    this.#kept.set(name, value);
  };
}

describe('a support case', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('shows number, status, facts and the conversation in its order, with who and when (R4.1, FMT-2)', async () => {
    const id = await companyOf('maja', cvr.nordlys);
    const { id: found } = await caseWhere(id, ({ number }) => number === '100201');
    const { element } = await place('maja', { company: id }, atPlace(found));
    await talking(element);
    expect(one(element, 'h2').innerText).to.equal('Nyt simkort virker ikke');
    expect(plain(one(element, '.under').innerText)).to.equal('Sag nr. 100201 Venter på jeres svar');
    expect(talk(element)[0]).to.match(/^Dig \d\d\.\d\d\.2026 kl\. \d\d\.\d\d Vi har sat det nye simkort/);
    expect(talk(element)[1]).to.match(/^Support Dorte Desk \d\d\.\d\d\.2026 kl\. \d\d\.\d\d /);
    expect(all(element, '.message time').every((time) => /^\d{4}-.*Z$/.test(time.getAttribute('datetime') ?? ''))).to.equal(true);
    expect(plain(one(element, '.facts dl').innerText)).to.contain('Kategori Simkort og eSIM Prioritet Normal');
    const history = one(element, '.facts details');
    expect(one(element, '.facts ol').checkVisibility()).to.equal(false);
    history.querySelector('summary')?.click();
    expect(plain(one(element, '.facts ol').innerText)).to.match(/^Ny .* Venter på jeres svar /);
  });

  it('takes a reply: it stands in the conversation, the field is empty and has the focus, and it is told (R4.1, R4.5, SUP-2)', async () => {
    const { element, company: id, found } = await openNew(await company());
    await typeReply(element, 'Det gælder også\n\ngarderoben.');
    replyField(element).focus();
    control(element, 'Send svar').click();
    await until(() => texts(element).length === 2, 'the reply');
    expect(texts(element)[1]).to.equal('Det gælder også\n\ngarderoben.');
    expect(replyField(element).value).to.equal('');
    await until(() => focusIn() === 'Skriv et svar' || element.shadowRoot?.activeElement?.id === 'reply', 'the focus in the field');
    expect(heard(element)).to.contain('Svaret er sendt.');
    expect((await caseOf(id, found.id)).messages).to.have.length(2);
  });

  it('is sent once, however often it is pressed and although its answer is lost (F06, F21)', async () => {
    const asked = counting(at('/messages', first(1, cut()))(fetch));
    const { element, company: id, found } = await openNew(await company(), { fetch: asked.fetch });
    await typeReply(element, 'Kun én gang');
    const send = control(element, 'Send svar');
    send.click();
    send.click();
    await until(() => texts(element).length === 2, 'the reply');
    expect((await caseOf(id, found.id)).messages.map(({ text }) => text).filter((text) => text === 'Kun én gang')).to.have.length(1);
    const keys = new Set(posts(asked.requests).map(({ headers }) => headers.get('idempotency-key')));
    expect(keys.size).to.equal(1);
    expect(posts(asked.requests).length).to.be.greaterThan(1);
  });

  it('finds out what became of a reply when the person wants to know, and locks what was written until then (F13)', async () => {
    const broken = line();
    broken.use(at('/messages', answers(500)));
    const { element } = await openNew(await company(), { fetch: broken.fetch });
    await typeReply(element, 'Kommer den frem?');
    control(element, 'Send svar').click();
    await reads(element, 'Vi er ikke sikre på, at det gik igennem.');
    expect(one(element, '.reply .fields').inert).to.equal(true);
    expect(find(element, 'Send svar')).to.equal(undefined);
    broken.use();
    control(element, 'Undersøg igen').click();
    await until(() => texts(element).length === 2, 'the reply');
  });

  it('keeps what was written when there is no network, and sends it when the person wants (F02, R4.5)', async () => {
    const { element } = await openNew(await company());
    await typeReply(element, 'Vi er i en tunnel');
    network(false);
    await element.updateComplete;
    expect(heard(element)).to.contain('Der er ingen forbindelse lige nu.');
    control(element, 'Send svar').click();
    await reads(element, 'så der er ikke sendt noget. Jeres oplysninger er her stadig.');
    expect(replyField(element).value).to.equal('Vi er i en tunnel');
    network(true);
    control(element, 'Send svar').click();
    await until(() => texts(element).length === 2, 'the reply');
  });

  it('keeps a reply to a case that has been closed meanwhile, says so, and leads to a new case (SUP-2, R4.5)', async () => {
    const broken = line();
    broken.use(
      at(
        '/messages',
        answers(409, { 'content-type': 'application/problem+json' }, { type: 'urn:selvbetjening:problem:too-late', status: 409 }),
      ),
    );
    const { element, found } = await openNew(await company(), { fetch: broken.fetch });
    await typeReply(element, 'Vi mangler stadig svar');
    broken.use(
      (inner) =>
        (...call) =>
          at(
            '/messages',
            answers(409, {}, { type: 'urn:selvbetjening:problem:too-late' }),
          )(at(`/cases/${found.id}`, bent({ state: 'closed', may: { reply: false, resolve: false, reopen: false } }))(inner))(...call),
    );
    control(element, 'Send svar').click();
    await reads(element, 'Sagen er blevet lukket imens, så svaret er ikke sendt.');
    expect(replyField(element).value).to.equal('Vi mangler stadig svar');
    expect(replyField(element).readOnly).to.equal(true);
    expect(textOf(element)).to.contain('Sagen er lukket. Opret en ny, hvis I stadig har brug for hjælp.');
    control(element, 'Opret supportsag').click();
    expect(element.route).to.equal(`new/${found.id}`);
  });

  it('refuses an empty reply and one of 100,000 characters, says why at the field, and keeps all of it (F19, R4.5)', async () => {
    const asked = counting();
    const { element } = await openNew(await company(), { fetch: asked.fetch });
    await typeReply(element, '  \n ');
    control(element, 'Send svar').click();
    await until(() => all(element, '.reply .error').length, 'what is wrong');
    expect(plain(one(element, '.reply .error').innerText)).to.equal('Skriv et svar, før du sender.');
    expect(replyField(element).getAttribute('aria-describedby')).to.contain('reply-error');
    await typeReply(element, 'a'.repeat(9_600));
    expect(one(element, '#reply-left').innerText).to.equal('400 tegn tilbage');
    await typeReply(element, 'å'.repeat(100_000));
    expect(one(element, '#reply-left').innerText).to.equal('Der er 90.000 tegn for meget.');
    control(element, 'Send svar').click();
    await until(() => all(element, '.reply .error').length, 'what is wrong');
    expect(plain(one(element, '.reply .error').innerText)).to.equal('Svaret må højst have 10.000 tegn.');
    expect(replyField(element).value).to.have.length(100_000);
    expect(posts(asked.requests)).to.have.length(0);
  });

  it('keeps a begun reply over a reload where the host allows it, for this case only (R4.5, F21)', async () => {
    const drafts = new Memory() as unknown as Storage;
    const id = await company();
    const { element, found } = await openNew(id, { drafts });
    await typeReply(element, 'Halvt skre');
    cleanup();
    const other = await openNew(id, { drafts });
    expect(replyField(other.element).value).to.equal('');
    cleanup();
    const again = await place('mange', { company: id, drafts }, atPlace(found.id));
    await talking(again.element);
    await until(() => replyField(again.element).value === 'Halvt skre', 'what was written');
  });

  it('asks before what was written is lost with the company (R5.7)', async () => {
    const id = await companyOf('maja', cvr.nordlys);
    const { element, switcher } = await withSwitcher({ company: id });
    element.route = (await caseWhere(id, ({ number }) => number === '100215')).id;
    await talking(element);
    await typeReply(element, 'Vigtigt');
    await until(() => all(switcher, 'select').length, 'the switcher');
    choose(switcher, 'Aagaard');
    await reads(element, 'Vil du forlade siden uden at gemme?');
    control(element, 'Bliv på siden').click();
    expect(replyField(element).value).to.equal('Vigtigt');
    await until(() => !all(element, 'dialog').length, 'that the question goes');
    choose(switcher, 'Aagaard');
    await reads(element, 'Vil du forlade siden uden at gemme?');
    control(element, 'Forlad siden').click();
    await listed(element);
    expect(element.route).to.equal('');
    expect(textOf(element)).not.to.contain('Vigtigt');
  });

  it('is marked as solved and opened again by one button, which keeps the focus (SUP-1, SUP-2)', async () => {
    const { element, company: id, found } = await openNew(await company());
    control(element, 'Marker som løst').focus();
    control(element, 'Marker som løst').click();
    await until(() => plain(one(element, '.under').innerText).endsWith('Løst'), 'the status');
    expect(heard(element)).to.contain('Sagen er markeret som løst.');
    expect(textOf(element)).to.contain('Svarer I på en løst sag, bliver den åbnet igen.');
    expect(focusIn()).to.contain('Genåbn');
    control(element, 'Genåbn').click();
    await until(() => plain(one(element, '.under').innerText).endsWith('Åben'), 'the status');
    expect((await caseOf(id, found.id)).state).to.equal('inProgress');
  });

  it('is opened again by a reply when it was solved (SUP-2)', async () => {
    const id = await company();
    const found = await created(id);
    await askAs('mange', `companies/${id}/cases/${found.id}/resolve`, {});
    const { element } = await place('mange', { company: id }, atPlace(found.id));
    await talking(element);
    await typeReply(element, 'Den er gal igen');
    control(element, 'Send svar').click();
    await until(() => plain(one(element, '.under').innerText).endsWith('Åben'), 'the status');
  });

  it('tells when somebody else has decided first, and shows how it stands (F18, SUP-2)', async () => {
    const { element, company: id, found } = await openNew(await company());
    await askAs('mange', `companies/${id}/cases/${found.id}/resolve`, {});
    control(element, 'Marker som løst').click();
    await reads(element, 'Sagen har fået en anden status imens, så der er ikke ændret noget.');
    await until(() => plain(one(element, '.under').innerText).endsWith('Løst'), 'the status');
  });

  it('can be read, not answered, by those who may only read, and says why (R7.1)', async () => {
    const id = await companyOf('maja', cvr.nordlys);
    const { id: found } = await caseWhere(id, ({ number }) => number === '100208');
    const { element } = await place('lars', { company: id }, atPlace(found));
    await talking(element);
    expect(textOf(element)).to.contain('Du kan læse sagen, men ikke svare.');
    expect(find(element, 'Send svar')).to.equal(undefined);
    expect(find(element, 'Marker som løst')).to.equal(undefined);
    expect(all(element, '#reply')).to.have.length(0);
  });

  it('cannot be answered when it is closed, and leads to one that follows it (SUP-2)', async () => {
    const id = await companyOf('maja', cvr.nordlys);
    const { id: found } = await caseWhere(id, ({ state }) => state === 'closed');
    const { element } = await place('maja', { company: id }, atPlace(found));
    await talking(element);
    expect(all(element, '#reply')).to.have.length(0);
    control(element, 'Opret supportsag').click();
    expect(element.route).to.equal(`new/${found}`);
  });

  it('of another company is not there, as one that never was (T01, F17)', async () => {
    const { id: foreign } = await created(await company());
    const problems: string[] = [];
    for (const route of [foreign, 'never-was']) {
      const { element } = await place('mange', { company: await company() }, atPlace(route));
      await until(() => all(element, '[part=problem]').length, 'the problem');
      problems.push(plain(one(element, '[part=problem]').innerText.replace(/koden.*/, '')));
      cleanup();
    }
    expect(problems[0]).to.contain('Vi kan ikke finde det, du leder efter.');
    expect(problems[0]).to.equal(problems[1]);
  });

  it('says what failed, and tries again (F10)', async () => {
    const id = await company();
    const { id: found } = await created(id);
    const broken = line();
    broken.use(at(`/cases/${found}`, answers(422)));
    const { element } = await place('mange', { company: id, fetch: broken.fetch }, atPlace(found));
    await until(() => all(element, '[part=problem]').length, 'the problem');
    broken.use();
    control(element, 'Prøv igen').click();
    await talking(element);
  });

  it('shows its subject before the rest has come (F03)', async () => {
    const id = await company();
    const found = await created(id, { subject: 'Telefonen er væk' });
    const { element } = await place('mange', { company: id, fetch: at(`/cases/${found.id}`, silent())(fetch) });
    await until(() => all(element, `[data-route="${found.id}"]`).length, 'the row');
    one(element, `[data-route="${found.id}"]`).click();
    await until(() => one(element, 'h2').innerText === 'Telefonen er væk', 'the subject');
  });

  it('shows markup, letters that run the other way and endless words as the text they are (T12, SUP-5)', async () => {
    const hostile = '<script>alert(1)</script>\n\u202Etxet esrever\n' + 'w'.repeat(600);
    const { element } = await openNew(await company(), {}, { description: hostile });
    expect(one(element, '.said').textContent).to.equal(hostile);
    expect(all(element, '.said *')).to.have.length(0);
    const { right } = element.getBoundingClientRect();
    expect(one(element, '.said').getBoundingClientRect().right).to.be.at.most(right);
  });

  it('stands a line before what is new, leads to it, and counts it as read once it has been seen (R4.1)', async () => {
    const id = await company();
    const found = await created(id);
    await said(id, found.id, 'Support: Vi kigger på det.');
    const asked = counting(answeredBySupport(fetch));
    const { element } = await place('mange', { company: id, fetch: asked.fetch }, atPlace(found.id));
    await talking(element);
    expect(one(element, '.new-from').nextElementSibling?.textContent).to.contain('Vi kigger på det.');
    control(element, 'Gå til det nye').click();
    expect(plain(one(element, '.new-from').innerText)).to.equal('Nyt');
    expect(element.shadowRoot?.activeElement?.className).to.equal('new-from');
    await until(() => asked.paths().some((path) => path.endsWith('/read')), 'that it was seen');
  });

  it('takes files with a reply, and gives them back under their name, with how big they are (R4.1, F25, T13)', async () => {
    const asked = counting();
    const { element } = await openNew(await company(), { fetch: asked.fetch });
    control(element, 'Vedhæft fil').click();
    await until(() => all(element, '.drop').length, 'the place for files');
    chooseFile(element, textFile('log fra mandag.txt', 2_300));
    await rowReads(element, 'log fra mandag.txt', 'Klar');
    await typeReply(element, 'Se filen');
    control(element, 'Send svar').click();
    await until(() => all(element, '.file-button').length, 'the file in the conversation');
    expect(all(element, '.drop')).to.have.length(0);
    expect(one(element, '.file-button .visually-hidden').textContent).to.equal('Hent log fra mandag.txt, 2\u00a0kB');
    one(element, '.file-button').click();
    await until(() => heard(element).includes('log fra mandag.txt er hentet.'), 'that it was saved');
    expect(asked.paths().filter((path) => /\/cases\/[^/]+\/files\/[^/]+$/.test(path))).to.have.length(1);
  });

  it('says at a file that it could not be fetched, and fetches it when it is pressed again (F28)', async () => {
    const id = await company();
    const found = await created(id);
    const [message] = found.messages;
    const file = { id: 'gone', name: '\u202Etxt.exe', type: 'text/plain', size: 7 };
    const { element } = await place(
      'mange',
      {
        company: id,
        fetch: at(
          `/cases/${found.id}`,
          (inner) =>
            (...call) =>
              urlOf(call).includes('/files/') ? inner(...call) : bent({ messages: [{ ...message, files: [file] }] })(inner)(...call),
        )(fetch),
      },
      atPlace(found.id),
    );
    await until(() => all(element, '.file-button').length, 'the file');
    expect(one(element, '.file-button').innerText).to.contain('txt.exe');
    expect(one(element, '.file-button').textContent).not.to.contain('\u202E');
    one(element, '.file-button').click();
    await reads(element, 'txt.exe er her ikke længere.');
  });

  it('of 200 messages is there at once, and what is typed stays quick (F26)', async () => {
    const id = await company();
    const found = await created(id);
    const page = await caseOf(id, found.id);
    const [message] = page.messages;
    const messages = Array.from({ length: 200 }, (_, index) => ({
      ...message,
      id: `m${String(index)}`,
      text: `Besked ${String(index)} `.repeat(40),
    }));
    const { element } = await place(
      'mange',
      { company: id, fetch: at(`/cases/${found.id}`, bent({ messages }))(fetch) },
      atPlace(found.id),
    );
    await until(() => all(element, '.message').length === 200, 'all of it');
    const begun = performance.now();
    for (let letter = 0; letter < 20; letter++) await typeReply(element, 'a'.repeat(letter));
    expect((performance.now() - begun) / 20).to.be.lessThan(50);
  });
});
