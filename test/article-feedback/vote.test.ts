import { expect } from 'chai';
import { html } from 'lit';
import type { ArticleFeedbackElement } from '../../src/article-feedback/article-feedback-element.ts';
import type { ProblemEvent } from '../../src/ui/events.ts';
import { answers, at, cut, first, line, network, offline, silent, type Fault } from '../faults.ts';
import { cleanup, fixture, once, signIn, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { all, controls, one, reads, textOf } from '../subscriptions/screen.ts';
import { apart, asked, askedUnknown, count, counts, newArticle, press, pressed, storage, under, voteOf, votesOf } from './question.ts';

afterEach(() => {
  network(true);
  cleanup();
});

/** The fault meets only votes that are cast. */
const casting =
  (fault: Fault): Fault =>
  (inner) =>
    apart(({ method }) => method === 'PUT', fault(inner), inner);

describe('The question under an article', () => {
  it('asks with two answers, neither of which is pressed, and says no count while nobody has voted (R33.1, R34.1)', async () => {
    const element = await asked('maja', under(newArticle()));
    expect(one(element, 'h2').innerText).to.equal('Var denne artikel en hjælp?');
    expect(controls(element)).to.deep.equal(['Ja', 'Nej']);
    expect([pressed(element), count(element)]).to.deep.equal(['', '']);
  });

  it('counts a vote, once for each person (R33.2, R34.1)', async () => {
    const article = newArticle();
    await voteOf('frida', article, false);
    const element = await asked('maja', under(article));
    await counts(element, '0 ud af 1 fandt dette nyttigt');
    press(element, 'Ja');
    await counts(element, '1 ud af 2 fandt dette nyttigt');
    expect(pressed(element)).to.equal('Ja');
  });

  it('changes a vote rather than adding one (R33.2, R34.1)', async () => {
    const article = newArticle();
    await voteOf('maja', article, true);
    const element = await asked('maja', under(article));
    await until(() => pressed(element) === 'Ja', 'the earlier vote');
    press(element, 'Nej');
    await counts(element, '0 ud af 1 fandt dette nyttigt');
    expect(pressed(element)).to.equal('Nej');
  });

  it('tells the new count to those who do not see it (R34.1, R38.1)', async () => {
    const element = await asked('maja', under(newArticle()));
    press(element, 'Ja');
    await until(
      () => one(element, '.visually-hidden[role=status]').textContent === '1 ud af 1 fandt dette nyttigt',
      'the count to be told',
    );
  });

  it('sends the last of two answers pressed quickly, and one at a time (R33.2, F21)', async () => {
    const article = newArticle();
    const held = gate();
    const element = await asked('maja', under(article), {
      fetch: apart(({ method }) => method === 'PUT', held.fetch),
    });
    press(element, 'Ja');
    press(element, 'Nej');
    await until(() => held.waiting.length === 1, 'one vote on its way');
    expect(pressed(element)).to.equal('Nej');
    held.open();
    await counts(element, '0 ud af 1 fandt dette nyttigt');
    expect(pressed(element)).to.equal('Nej');
    expect(await votesOf('maja', article)).to.deep.equal({ helpful: 0, total: 1, helped: false });
  });

  it('sends nothing when the answer that is pressed is pressed again (F21)', async () => {
    const record = counting();
    const element = await asked('maja', under(newArticle()), { fetch: record.fetch });
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    press(element, 'Ja');
    press(element, 'Nej');
    await counts(element, '0 ud af 1 fandt dette nyttigt');
    expect(record.requests.filter(({ method }) => method === 'PUT')).to.have.length(2);
  });

  it('takes a vote back that was not kept, says so near it, and keeps the next one (F01, F10)', async () => {
    const wire = line();
    const element = await asked('maja', under(newArticle()), { fetch: wire.fetch });
    wire.use(casting(answers(500)));
    const told = once<ProblemEvent>(element, 'ss-problem');
    press(element, 'Ja');
    await reads(element, 'Vi er ikke sikre på, at dit svar er gemt. Prøv igen.');
    expect((await told).kind).to.equal('unexpected');
    expect(pressed(element)).to.equal('');
    wire.use();
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    expect(textOf(element)).not.to.contain('ikke sikre');
  });

  it('says that nothing was sent while there is no network (F01, F02)', async () => {
    const element = await asked('maja', under(newArticle()));
    network(false);
    press(element, 'Nej');
    await reads(element, 'Dit svar er ikke gemt.');
    expect(pressed(element)).to.equal('');
  });

  it('casts a vote again whose answer was lost, and counts it once (F05, F06)', async () => {
    const article = newArticle();
    const element = await asked('maja', under(article), { fetch: casting(first(1, cut()))(fetch) });
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    expect(await votesOf('maja', article)).to.deep.equal({ helpful: 1, total: 1, helped: true });
  });

  it('can be answered while the count is still being fetched, and an older count does not take the newer one away (F20)', async () => {
    const held = gate();
    const reading = apart(({ method, url }) => method === 'GET' && url.includes('/vote'), held.fetch);
    const article = newArticle();
    const element = await asked('maja', under(article), { fetch: reading });
    await until(() => held.waiting.length === 1, 'the count to be asked for');
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    held.waiting[0]?.release(Response.json({ helpful: 0, total: 0, helped: null }));
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect([pressed(element), count(element)]).to.deep.equal(['Ja', '1 ud af 1 fandt dette nyttigt']);
  });

  it('says that the count could not be fetched, and fetches it when the network is back (F01)', async () => {
    const wire = line();
    const article = newArticle();
    await voteOf('frida', article, true);
    wire.use(at('/vote', offline()));
    const element = await asked('maja', under(article), { fetch: wire.fetch });
    await until(() => all(element, '[part=problem]').length === 1, 'the problem', 8000);
    wire.use();
    network(true);
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    expect(all(element, '[part=problem]')).to.have.length(0);
  });

  it('asks nothing about an article that the backend does not know (F17)', async () => {
    signIn('maja', { fetch: at('/vote', answers(404))(fetch) });
    const element = await fixture<ArticleFeedbackElement>(under('nowhere'));
    await until(() => all(element, '[role=status]').length === 1 && all(element, 'button').length === 0, 'nothing to be asked');
    expect(textOf(element)).to.equal('');
  });

  it('shows what it understands of an answer, and no count it does not (F09)', async () => {
    const strange = answers(200, {}, { helpful: 'mange', total: 3, helped: 'ja' });
    const element = await asked('maja', under(newArticle()), { fetch: at('/vote', strange)(fetch) });
    await element.updateComplete;
    expect([pressed(element), count(element)]).to.deep.equal(['', '']);
  });

  it('follows the article it is told of, and forgets the one before (F20)', async () => {
    const [one, other] = [newArticle(), newArticle()];
    const element = await asked('maja', under(one));
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    element.article = other;
    await counts(element, '');
    expect(pressed(element)).to.equal('');
    expect(all(element, 'form')).to.have.length(0);
  });

  it('waits, and shows nothing of the question, while it is not known who is here (R2.2)', async () => {
    signIn('maja', { fetch: silent()(fetch) });
    const element = await fixture<ArticleFeedbackElement>(under(newArticle()));
    await element.updateComplete;
    expect(controls(element)).to.deep.equal([]);
  });
});

describe('The question under an article, for somebody who is not signed in', () => {
  it('counts one vote for the page and lets it be changed, and asks nobody to sign in (R33.2)', async () => {
    const article = newArticle();
    let askedFor = 0;
    addEventListener('ss-sign-in', () => (askedFor += 1), { once: true });
    const element = await askedUnknown(under(article));
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    press(element, 'Nej');
    await counts(element, '0 ud af 1 fandt dette nyttigt');
    expect(askedFor).to.equal(0);
  });

  it('finds the vote again as long as the page lives (R33.2)', async () => {
    const article = newArticle();
    const before = await askedUnknown(under(article));
    press(before, 'Ja');
    await counts(before, '1 ud af 1 fandt dette nyttigt');
    cleanup();
    const again = await askedUnknown(under(article));
    await until(() => pressed(again) === 'Ja', 'the vote of before');
  });

  it('stores nothing before there is a vote, and then where the host lets it (R33.2, T23)', async () => {
    const article = newArticle();
    const memory = storage();
    const element = await askedUnknown(under(article, memory));
    expect(memory).to.have.length(0);
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    expect(memory.getItem('selvbetjening.voter')).to.match(/^[\da-f]{32}$/);
    expect(memory).to.have.length(1);
  });

  it('votes as the one that the host has kept (R33.2)', async () => {
    const article = newArticle();
    const memory = storage();
    memory.setItem('selvbetjening.voter', 'kept-from-an-earlier-page');
    const record = counting();
    const element = await askedUnknown(under(article, memory), { fetch: record.fetch });
    await until(() => record.paths().some((path) => path.endsWith('/vote?voter=kept-from-an-earlier-page')), 'its vote to be asked for');
    press(element, 'Nej');
    await counts(element, '0 ud af 1 fandt dette nyttigt');
    const put = record.requests.find(({ method }) => method === 'PUT');
    expect(await put?.json()).to.deep.equal({ helped: false, voter: 'kept-from-an-earlier-page' });
  });

  for (const kept of ['short', 'x'.repeat(65)])
    it(`votes as another when what was kept is nobody’s: ${String(kept.length)} characters (F09, F30)`, async () => {
      const memory = storage();
      memory.setItem('selvbetjening.voter', kept);
      const element = await askedUnknown(under(newArticle(), memory));
      press(element, 'Ja');
      await counts(element, '1 ud af 1 fandt dette nyttigt');
      expect(memory.getItem('selvbetjening.voter')).not.to.equal(kept);
    });

  it('votes all the same where storage is blocked (F30)', async () => {
    const blocked: Storage = Object.assign(storage(), {
      getItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const element = await askedUnknown(under(newArticle(), blocked));
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
  });

  it('makes nobody up for a person who is signed in (R33.2, T23)', async () => {
    const memory = storage();
    const record = counting();
    const element = await asked('maja', under(newArticle(), memory), { fetch: record.fetch });
    press(element, 'Ja');
    await counts(element, '1 ud af 1 fandt dette nyttigt');
    expect(memory).to.have.length(0);
    const put = record.requests.find(({ method }) => method === 'PUT');
    expect(await put?.json()).to.deep.equal({ helped: true, voter: null });
  });

  it('asks nothing where only a token lets anybody ask, and there is none (F16)', async () => {
    signIn('maja', { token: () => Promise.resolve(null) });
    const element = await fixture<ArticleFeedbackElement>(under(newArticle()));
    await until(() => all(element, '[role=status]').length === 1 && all(element, 'button').length === 0 && element.isConnected, 'nothing');
    await element.updateComplete;
    expect(controls(element)).to.deep.equal([]);
  });
});

describe('The comments under an article', () => {
  it('have a heading when the operator has some, and none otherwise (R37.1)', async () => {
    signIn('maja');
    const element = await fixture<ArticleFeedbackElement>(
      html`<ss-article-feedback article=${newArticle()}><p slot="comments">Det hjalp mig.</p></ss-article-feedback>`,
    );
    await until(() => one(element, '.comments').checkVisibility(), 'the comments');
    expect(one(element, '.comments h2').innerText).to.equal('Kommentarer');
    element.replaceChildren();
    await until(() => !one(element, '.comments').checkVisibility(), 'no heading');
  });
});
