/** What comes by itself: asked for less and less often, never unseen, and never in the way of what is read or typed (F23). */
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { pace } from '../../src/support-cases/polling.ts';
import type { CountEvent } from '../../src/ui/events.ts';
import { answers, line, network } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { all, control, focusIn, heard, one, plain, reads } from '../subscriptions/screen.ts';
import { dealer } from './create-scene.ts';
import { answeredBySupport, created, listed, openNew, pageOf, place, replyField, said, talking, texts, typeReply } from './talks.ts';

const deal = dealer(130);
const company = async (): Promise<string> => (await deal()).id;

const usual = { ...pace };

/** Makes the page seem hidden, or seen again. */
const hide = (hidden: boolean): void => {
  if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  else Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
};

/** Waits so many frames, in which something might happen that must not. */
const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};

const readsOf = (requests: readonly Request[], id: string): number =>
  requests.filter(({ url, method }) => method === 'GET' && url.endsWith(`/cases/${id}`)).length;

describe('what is new in support cases', () => {
  beforeEach(() => {
    Object.assign(pace, { first: 60, growth: 1.5, longest: 400 });
  });
  afterEach(async () => {
    Object.assign(pace, usual);
    hide(false);
    network(true);
    cleanup();
    await setViewport({ width: 800, height: 600 });
  });

  it('comes every fifteen seconds first, then less and less often, at least every two minutes (F23)', () => {
    expect(usual).to.deep.equal({ first: 15_000, growth: 1.5, longest: 120_000 });
  });

  it('appears in the open case without a reload, below a line, and is told politely (R4.1, F23)', async () => {
    const { element, company: id, found } = await openNew(await company(), { fetch: answeredBySupport(fetch) });
    await said(id, found.id, 'Support: Prøv at genstarte.');
    await until(() => texts(element).length === 2, 'the answer');
    expect(texts(element)[1]).to.equal('Support: Prøv at genstarte.');
    await until(() => heard(element).includes('Nyt svar fra Support'), 'that it is told');
    expect(one(element, '.new-from').nextElementSibling?.textContent).to.contain('genstarte');
    expect(all(element, '[role=alert]').filter(({ innerText }) => plain(innerText))).to.have.length(0);
  });

  it('never moves the field that is typed in, and leaves its words and its focus alone (R38.1)', async () => {
    await setViewport({ width: 800, height: 500 });
    const {
      element,
      company: id,
      found,
    } = await openNew(await company(), { fetch: answeredBySupport(fetch) }, { description: 'Linje\n'.repeat(60) });
    const field = replyField(element);
    field.scrollIntoView({ block: 'center' });
    field.focus();
    await typeReply(element, 'Midt i en sætn');
    field.setSelectionRange(4, 8);
    const { top } = field.getBoundingClientRect();
    await said(id, found.id, `Support: ${'Et langt svar.\n'.repeat(20)}`);
    await until(() => texts(element).length === 2, 'the answer');
    await frames(3);
    expect(field.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(element.shadowRoot?.activeElement?.id).to.equal('reply');
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal(['Midt i en sætn', 4, 8]);
  });

  it('never moves what is being read (R38.1)', async () => {
    await setViewport({ width: 800, height: 500 });
    const {
      element,
      company: id,
      found,
    } = await openNew(await company(), { fetch: answeredBySupport(fetch) }, { description: 'Linje\n'.repeat(80) });
    scrollTo(0, 300);
    const read = one(element, '.message');
    const { top } = read.getBoundingClientRect();
    await said(id, found.id, 'Support: Prøv at genstarte.');
    await until(() => texts(element).length === 2, 'the answer');
    await frames(3);
    expect(read.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('is not asked for while nobody sees the page, and at once when it is seen again (F23)', async () => {
    const asked = counting();
    const { element, company: id, found } = await openNew(await company(), { fetch: asked.fetch });
    await until(() => readsOf(asked.requests, found.id) > 1, 'the first question');
    hide(true);
    const before = readsOf(asked.requests, found.id);
    await said(id, found.id, 'Imens');
    await frames(40);
    expect(readsOf(asked.requests, found.id)).to.equal(before);
    Object.assign(pace, { first: 60_000 });
    hide(false);
    await until(() => texts(element).length === 2, 'what was said meanwhile');
  });

  it('is not asked for without a network, when the element has gone, or when nobody is signed in (F01, F22)', async () => {
    const asked = counting();
    const { element, connection, found } = await openNew(await company(), { fetch: asked.fetch });
    const quiet = async (what: string) => {
      const before = asked.requests.length;
      await frames(40);
      expect(asked.requests.length, what).to.equal(before);
    };
    network(false);
    await quiet('without a network');
    network(true);
    await until(() => readsOf(asked.requests, found.id) > 1, 'a question');
    const parent = element.parentElement;
    element.remove();
    await quiet('away from the page');
    parent?.append(element);
    await talking(element);
    connection.close();
    await element.updateComplete;
    await quiet('signed out');
  });

  it('is asked for again soon when the person does something (F23)', async () => {
    Object.assign(pace, { first: 60, growth: 1_000, longest: 60_000 });
    const asked = counting();
    const { element, found } = await openNew(await company(), { fetch: asked.fetch });
    await until(() => readsOf(asked.requests, found.id) === 2, 'the first question');
    await frames(30);
    expect(readsOf(asked.requests, found.id)).to.equal(2);
    element.dispatchEvent(new Event('pointerdown'));
    await until(() => readsOf(asked.requests, found.id) === 3, 'another question');
  });

  it('fails without a word, and comes later (F05)', async () => {
    const broken = line(answeredBySupport(fetch));
    const { element, company: id, found } = await openNew(await company(), { fetch: broken.fetch });
    broken.use(answers(422));
    await said(id, found.id, 'Support: Hallo');
    await frames(20);
    expect(all(element, '[part=problem]')).to.have.length(0);
    broken.use();
    await until(() => texts(element).length === 2, 'the answer');
  });

  it('empties the case once it may not be seen any more (R7.3, F17)', async () => {
    const broken = line();
    const { element } = await openNew(await company(), { fetch: broken.fetch });
    broken.use(
      (inner) =>
        (...call) =>
          (/\/cases\/[^/]+$/.test((call[0] as Request).url) ? answers(404)(inner) : inner)(...call),
    );
    await until(() => all(element, '[part=problem]').length, 'the problem');
    expect(all(element, '.message')).to.have.length(0);
  });

  it('stands in a bar above the list, whose rows stay where they are until the person wants them (R3.3, F23)', async () => {
    const id = await company();
    const { element } = await place('mange', { company: id });
    const counts: number[] = [];
    element.addEventListener('ss-count', ({ count }: CountEvent) => counts.push(count));
    await listed(element);
    const subjects = () => all(element, 'td .name').map(({ innerText }) => innerText);
    const before = subjects();
    await created(id, { subject: 'Den nyeste' });
    await reads(element, 'Der er nyt i sagerne.');
    expect(subjects()).to.deep.equal(before);
    expect(heard(element)).to.contain('Der er nyt i sagerne.');
    control(element, 'Vis det nyeste').focus();
    control(element, 'Vis det nyeste').click();
    await until(() => subjects()[0] === 'Den nyeste', 'the newest');
    expect(focusIn()).to.equal('Mine supportsager');
    await frames(20);
    expect(all(element, '.news')).to.have.length(0);
  });

  it('tells the page how many are unread when somebody answers, though the list stays (F23)', async () => {
    const id = await company();
    const { unread } = await pageOf('mange', id);
    let more = 0;
    const { element } = await place('mange', {
      company: id,
      fetch: async (...call) => {
        const response = await fetch(...call);
        if (!(call[0] as Request).url.endsWith('/cases/search')) return response;
        const page = (await response.json()) as { unread: number };
        return Response.json({ ...page, unread: page.unread + more });
      },
    });
    const counts: number[] = [];
    element.addEventListener('ss-count', ({ count }: CountEvent) => counts.push(count));
    await listed(element);
    more = 1;
    await until(() => counts.at(-1) === unread + 1, 'another count');
    expect(counts).to.deep.equal([unread, unread + 1]);
  });
});
