import { emulateMedia, executeServerCommand, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { searchUsers } from '../../src/subscriptions/api.ts';
import { dialog } from '../../src/ui/dialog.ts';
import { formatPhone } from '../../src/ui/format.ts';
import { english as lookUpEnglish } from '../../src/ui/look-up-messages.en.ts';
import { danish as lookUpDanish } from '../../src/ui/look-up-messages.ts';
import { LookUp, type LookUpParts } from '../../src/ui/look-up.ts';
import { danish } from '../../src/ui/messages.ts';
import type { Sender } from '../../src/ui/submission.ts';
import { clientBehind, holding } from '../api/clients.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, line, network, offline } from '../faults.ts';
import { cleanup, expectAccessible, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, controls, find, focusIn, heard, one, plain, textOf, type } from '../subscriptions/screen.ts';
import { drawn, saying, type DrawnElement } from './drawn.ts';
import { expectBothLanguages, expectGlossary } from './glossary.ts';

interface User {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface Stage {
  readonly element: DrawnElement;
  readonly input: HTMLInputElement;
  /** Who counts as the answer. */
  readonly value: () => User | undefined;
  /** The names that were to become somebody new. */
  readonly created: string[];
  /** How often the form was sent, and how often the field was left. */
  readonly told: string[];
  readonly paths: () => string[];
  sender: Sender | undefined;
}

const say = saying({ ...danish, ...lookUpDanish });

/** A form with a look-up in it, among the users of one of Maja's companies. */
const stage = async (
  inner: typeof fetch = fetch,
  { company = cvr.nordlys, inDialog = false, ...parts }: Partial<LookUpParts<User>> & { company?: string; inDialog?: boolean } = {},
): Promise<Stage> => {
  const { client, paths } = clientBehind(() => inner, holding('maja'));
  const sender: Sender = [client, await companyOf('maja', company)];
  const element = await drawn();
  let value = parts.value;
  const lookUp = new LookUp<User>(element, {
    id: 'user',
    say,
    sender: () => made.sender,
    search: async ([as, id], search, signal) => {
      const question = { search, sort: 'name', direction: 'ascending', offset: 0, limit: 50 } as const;
      const { items, total = 0 } = await searchUsers(as, id, question, signal);
      const users = items.flatMap(({ user, subscriptions }) => {
        const phone = subscriptions?.find((one) => one.phone)?.phone;
        return user?.name ? [{ id: user.id, name: user.name, detail: phone ? formatPhone(phone) : (user.email ?? '') }] : [];
      });
      return { items: users, total };
    },
    label: ({ name }) => name,
    describe: ({ detail }) => detail,
    chosen: (user) => {
      value = user;
      element.requestUpdate();
    },
    createNew: (typed) => made.created.push(typed),
  });
  const made: Stage = {
    element,
    value: () => value,
    created: [],
    told: [],
    paths,
    sender,
    get input() {
      return one<HTMLInputElement>(element, '#user');
    },
  };
  const form = () =>
    html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        made.told.push('sent');
      }}
    >
      ${lookUp.render({ label: lookUpDanish['prod.lookup'], left: () => made.told.push(`left: ${lookUp.typed}`), ...parts, value })}
      <button>Fortsæt</button>
    </form>`;
  await element.show(
    inDialog
      ? () => dialog({ title: 'Bestil', level: 3, content: form(), actions: '', busy: false, closed: () => made.told.push('closed') })
      : form,
  );
  return made;
};

const options = (element: Element): HTMLElement[] => all(element, '[role=option]').filter((option) => option.checkVisibility());
const names = (element: Element): string[] => options(element).map((option) => plain(option.innerText));
const active = (element: Element): string => {
  const id = one(element, '#user').getAttribute('aria-activedescendant');
  return id === null ? '' : plain(one(element, `#${id}`).innerText);
};

/** Waits until the suggestions are for what is typed, and there are some, or so many. */
const suggests = (element: Element, count?: number): Promise<unknown> =>
  until(
    () =>
      (count === undefined ? options(element).length : options(element).length === count) &&
      all(element, '#user-popup[aria-busy=false]').length,
    `suggestions; it reads: ${textOf(element)}`,
  );

const typing = async (made: Stage, words: string): Promise<void> => {
  made.input.focus();
  await sendKeys({ type: words });
};

const inDanishOrder = (words: readonly string[]): string[] => [...words].sort(new Intl.Collator('da').compare);

describe('Looking somebody up', () => {
  afterEach(async () => {
    startClock();
    network(true);
    cleanup();
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ forcedColors: 'none' });
  });

  it('suggests from the first letter, with what tells namesakes apart (R21.1, R21.2, D15)', async () => {
    const made = await stage();
    await typing(made, 's');
    await suggests(made.element);
    const [first, second, ...others] = names(made.element);
    expect([first, second]).to.satisfy((pair: string[]) => pair.every((name) => /^Søren Sørensen (67|68)( \d\d){3}$/.test(name)));
    expect(first).not.to.equal(second);
    expect(others.map((name) => name.replace(/ 6[78] .*/, ''))).to.deep.equal(['Fie Krogh-Sørensen', 'Lærke Schytt', 'Lærke Schütt']);
  });

  it('finds in the alphabet of the country, the best first, each half in its order (R21.3, R21.7, SRT-6)', async () => {
    const made = await stage();
    await typing(made, 'aa');
    await suggests(made.element);
    const found = names(made.element).map((name) => name.replace(/ (67|68|[^ ]+@).*$/, ''));
    const begins = found.filter((name) => /^(Aa|Å)/.test(name));
    const rest = found.slice(begins.length);
    expect(found.slice(0, begins.length)).to.deep.equal(begins);
    expect([begins.length > 1, rest.length > 0]).to.deep.equal([true, true]);
    expect([begins, rest]).to.deep.equal([inDanishOrder(begins), inDanishOrder(rest)]);
  });

  it('has something for each user, also without a subscription, and shows what is found by it (R21.2, R21.3)', async () => {
    const made = await stage();
    await typing(made, 'd');
    await suggests(made.element);
    const details = options(made.element).map((option) => plain(option.querySelector<HTMLElement>('.small')?.innerText ?? ''));
    expect(
      details.every((detail) => /^(6[78]( \d\d){3}|[^@ ]+@\S+)$/.test(detail)),
      details.join(', '),
    ).to.equal(true);
    const [number = ''] = details;
    type(made.input, number.slice(0, 8));
    await until(() => all(made.element, '.small mark').length, 'the part of the number');
    expect(plain(all(made.element, '.small mark')[0]?.innerText ?? '')).to.equal(number.slice(0, 8));
  });

  it('marks what is found by its weight and a line, not by colour alone (R21.3)', async () => {
    const made = await stage();
    await typing(made, 'soe');
    await suggests(made.element);
    const marks = [...(options(made.element)[0]?.querySelectorAll('mark') ?? [])];
    expect(marks.map(({ innerText }) => innerText)).to.deep.equal(['Sø', 'Sø']);
    const [mark = made.input] = marks;
    const { fontWeight, textDecorationLine } = getComputedStyle(mark);
    expect([Number(fontWeight) >= 600, textDecorationLine]).to.deep.equal([true, 'underline']);
  });

  it('shows ten of many, says how many there are, and is told once (R21.4, R21.7)', async () => {
    const made = await stage(fetch, { company: cvr.oesteraa });
    await typing(made, 's');
    await suggests(made.element);
    expect(options(made.element)).to.have.length(10);
    expect(textOf(made.element)).to.match(/Viser de første 10 af \d{3,4}\. Skriv mere for at finde den rigtige\./);
    expect(heard(made.element)).to.match(/^10 forslag\. Brug pil op og pil ned for at vælge\. Viser de første 10 af/);
    await expectAccessible(made.element);
  });

  it('is a combobox for assistive technology, with the number of suggestions announced (R21.4)', async () => {
    const made = await stage();
    const before = await executeServerCommand<{ yaml: string }, string>('aria', 'x-drawn');
    expect(before.yaml)
      .to.match(/combobox "Begynd at skrive brugerens navn"/)
      .and.not.to.match(/listbox/);
    await typing(made, 'bo');
    await suggests(made.element, 1);
    expect(heard(made.element)).to.equal('1 forslag. Brug pil ned for at vælge.');
    await sendKeys({ press: 'ArrowDown' });
    const { yaml } = await executeServerCommand<{ yaml: string }, string>('aria', 'x-drawn');
    expect(yaml)
      .to.match(/combobox "Begynd at skrive brugerens navn" \[expanded\]/)
      .and.to.match(/listbox "Begynd at skrive brugerens navn"/)
      .and.to.match(/option "Bo Ib [^"]+" \[selected\]/);
    await expectAccessible(made.element);
  });

  it('is gone through with the arrow keys, and chosen with Enter, which does not send the form (R21.4, R21.6)', async () => {
    const made = await stage();
    await typing(made, 'sø');
    await until(() => options(made.element).length === 3, 'three suggestions');
    await suggests(made.element);
    const [first = '', second = '', last = ''] = names(made.element);
    expect(active(made.element), 'nobody beforehand').to.equal('');
    const seen: string[] = [];
    for (const press of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await sendKeys({ press });
      seen.push(active(made.element));
    }
    expect(seen).to.deep.equal([first, second, first, '', last, '', first]);
    expect(focusIn()).to.equal('Begynd at skrive brugerens navn');
    await sendKeys({ press: 'Enter' });
    expect([made.value()?.name, made.input.value, made.told]).to.deep.equal(['Søren Sørensen', 'Søren Sørensen', []]);
    await until(() => !one(made.element, '#user-popup').matches(':popover-open'), 'the suggestions to go');
    expect(heard(made.element)).to.equal('Søren Sørensen er valgt.');
    const who = one(made.element, `#${made.input.getAttribute('aria-describedby') ?? ''}`);
    expect(`${made.input.value} ${plain(who.innerText)}`, 'which of the two').to.equal(first);
    await expectAccessible(made.element);
    await sendKeys({ press: 'Enter' });
    expect(made.told).to.deep.equal(['sent']);
  });

  it('is chosen by a press, with the focus staying in the field (R21.4, R21.6)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    const { left, top, height } = (options(made.element)[0] ?? made.input).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 20), Math.round(top + height / 2)] });
    await until(() => made.value(), 'the choice');
    expect([made.value()?.name, focusIn(), made.told]).to.deep.equal(['Bo Ib', 'Begynd at skrive brugerens navn', []]);
  });

  it('does not send the form by Enter while there is something to choose from (R21.6)', async () => {
    const made = await stage();
    await typing(made, 's');
    await suggests(made.element);
    await sendKeys({ press: 'Enter' });
    expect([made.told, made.value()]).to.deep.equal([[], undefined]);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Enter' });
    expect(made.told, 'with nothing to choose from, it is sent and its owner says what is missing').to.deep.equal(['sent']);
  });

  it('closes on Escape, keeps what is typed, and opens again with an arrow key (R21.4)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    await sendKeys({ press: 'Escape' });
    await until(() => options(made.element).length === 0, 'the suggestions to go');
    expect([made.input.value, made.input.getAttribute('aria-expanded'), focusIn()]).to.deep.equal([
      'bo',
      'false',
      'Begynd at skrive brugerens navn',
    ]);
    await sendKeys({ press: 'ArrowDown' });
    await suggests(made.element);
    await sendKeys({ press: 'ArrowDown' });
    expect(active(made.element)).to.match(/^Bo Ib/);
  });

  it('in a dialog closes before the dialog does (R21.4)', async () => {
    const made = await stage(fetch, { inDialog: true });
    await typing(made, 'bo');
    await suggests(made.element, 1);
    await sendKeys({ press: 'Escape' });
    await until(() => options(made.element).length === 0, 'the suggestions to go');
    expect(made.told).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await until(() => made.told.includes('closed'), 'the dialog to close');
  });

  it('lets go of the choice as soon as the text is changed: what is only typed is no answer (R21.6)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(made.value()?.name).to.equal('Bo Ib');
    await sendKeys({ press: 'Backspace' });
    expect([made.value(), made.input.value]).to.deep.equal([undefined, 'Bo I']);
    await sendKeys({ type: 'b' });
    expect([made.value(), made.input.value], 'also when it is the same again').to.deep.equal([undefined, 'Bo Ib']);
    await suggests(made.element);
    control(made.element, 'Fortsæt').focus();
    expect(made.told).to.deep.equal(['left: Bo Ib']);
  });

  it('shows whom the draft has chosen before, without asking for anybody (R19.2)', async () => {
    const made = await stage(fetch, { value: { id: 'u', name: 'Bo Ib', detail: '67 10 20 30' } });
    expect([made.input.value, textOf(made.element).includes('67 10 20 30'), made.paths()]).to.deep.equal(['Bo Ib', true, []]);
    made.input.focus();
    expect(options(made.element)).to.have.length(0);
    await expectAccessible(made.element);
  });

  it('says plainly that nobody has that name, and offers to create somebody of it (R22.2)', async () => {
    const made = await stage();
    await typing(made, '  Xenia Xyzzy ');
    await until(() => find(made.element, 'Opret som ny bruger'), 'the offer');
    expect(textOf(made.element)).to.contain('Vi fandt ingen bruger med det navn.');
    expect(heard(made.element)).to.equal('Ingen forslag. Vi fandt ingen bruger med det navn.');
    expect(made.input.getAttribute('aria-expanded')).to.equal('false');
    await expectAccessible(made.element);
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Opret som ny bruger');
    await sendKeys({ press: 'Enter' });
    expect([made.created, made.input.value, made.told.includes('sent')]).to.deep.equal([['Xenia Xyzzy'], '', false]);
  });

  it('costs nothing to try: nothing but the question is sent (R22.1)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    type(made.input, 'xyzzy');
    await until(() => find(made.element, 'Opret som ny bruger'), 'the offer');
    expect(made.paths().every((path) => path.endsWith('/users/search'))).to.equal(true);
  });

  it('asks for the first letter at once, and holds back while typing goes on (D15)', async () => {
    const clock = stopClock();
    const made = await stage(gate().fetch);
    type(made.input, 's');
    await made.element.again();
    await clock.advance(0);
    expect(made.paths()).to.have.length(1);
    for (const words of ['sø', 'sør', 'søre']) {
      type(made.input, words);
      await made.element.again();
      await clock.advance(100);
    }
    expect(made.paths()).to.have.length(1);
    await clock.advance(50);
    await made.element.again();
    await clock.advance(0);
    expect(made.paths()).to.have.length(2);
  });

  it('never shows an older answer in place of a newer one, and lets nobody of it be chosen by key (R21.5, F20)', async () => {
    const wire = gate();
    const made = await stage(wire.fetch);
    type(made.input, 'b');
    (await until(() => wire.waiting[0], 'the first question')).release();
    await suggests(made.element);
    made.input.focus();
    await sendKeys({ press: 'ArrowDown' });
    type(made.input, 'bx');
    const late = await until(() => wire.waiting[0], 'the second question');
    expect(active(made.element)).to.equal('');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect([made.value(), made.told], 'what is on its way may be others').to.deep.equal([undefined, []]);
    type(made.input, 'bo');
    const next = await until(() => wire.waiting.find(({ request }) => request !== late.request), 'the third question');
    expect(late.request.signal.aborted).to.equal(true);
    next.release();
    await suggests(made.element);
    expect(names(made.element)).to.satisfy((found: string[]) => found.length === 1 && found[0]?.startsWith('Bo Ib'));
  });

  it('shows that it is working when it takes its time, and says when it takes long (R21.5, F03)', async () => {
    const clock = stopClock();
    const made = await stage(gate().fetch);
    type(made.input, 'b');
    await made.element.again();
    await clock.advance(0);
    await made.element.again();
    expect([textOf(made.element).includes('Søger …'), heard(made.element)]).to.deep.equal([true, 'Søger …']);
    await clock.advance(5_000);
    await made.element.again();
    expect(heard(made.element)).to.equal('Det tager længere tid end normalt. Vi henter stadig …');
    startClock();
    await expectAccessible(made.element);
  });

  for (const [what, fault, words] of [
    ['there is no network', offline(), 'Vi kan ikke få forbindelse til Selvbetjening lige nu. Prøv igen om lidt.'],
    ['the backend is out of order', answers(500), 'Noget gik galt hos os. Prøv igen om lidt.'],
    ['the backend is busy', answers(429, { 'retry-after': '60' }), 'Der er travlt lige nu. Vent et øjeblik, og prøv igen.'],
  ] as const) {
    it(`says that it has failed when ${what}, and is tried again on request with the focus in the field (R21.5, F10, F11)`, async () => {
      const wire = line();
      const made = await stage(wire.fetch);
      wire.use(fault);
      await typing(made, 'bo');
      await until(() => find(made.element, 'Prøv igen'), `the way to try again; it reads: ${textOf(made.element)}`);
      expect(heard(made.element)).to.equal(words);
      await expectAccessible(made.element);
      wire.use();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await suggests(made.element);
      expect([focusIn(), names(made.element).length, made.told]).to.deep.equal(['Begynd at skrive brugerens navn', 1, []]);
    }).timeout(10_000);
  }

  it('drops what was found, and aborts what is asked, when another company is there (T05, F20)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    made.sender = made.sender && [made.sender[0], await companyOf('maja', cvr.aeroe)];
    await made.element.again();
    expect(names(made.element)).to.deep.equal([]);
    await until(() => find(made.element, 'Opret som ny bruger'), 'the answer for the other company');
  });

  it('closes when it is left, tells what was typed without a choice, and opens again with it (R21.6)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    await sendKeys({ press: 'Tab' });
    expect([focusIn(), made.told]).to.deep.equal(['Fortsæt', ['left: bo']]);
    await until(() => options(made.element).length === 0, 'the suggestions to go');
    made.input.focus();
    await suggests(made.element);
  });

  it('asks nothing for what is half composed, and takes no key of the composition for one of its own (R21.4)', async () => {
    const made = await stage();
    const { input } = made;
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = 'b';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await made.element.again();
    expect([made.paths(), input.value]).to.deep.equal([[], 'b']);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    input.value = 'bo';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'bo' }));
    await suggests(made.element);
    await sendKeys({ press: 'ArrowDown' });
    expect(active(made.element)).to.match(/^Bo Ib/);
  });

  for (const [width, height] of [
    [320, 568],
    [1440, 900],
  ] as const) {
    it(`stands within the window at ${String(width)} pixels, above the field where there is no room below, in both directions (R38.1)`, async () => {
      await setViewport({ width, height });
      const made = await stage(fetch, { company: cvr.oesteraa });
      for (const [dir, low] of [
        ['ltr', false],
        ['rtl', true],
      ] as const) {
        made.element.dir = dir;
        made.element.classList.toggle('low', low);
        made.element.style.marginBlockStart = low ? `${String(height - 220)}px` : '';
        type(made.input, '');
        await typing(made, 's');
        await suggests(made.element);
        const popup = one(made.element, '#user-popup').getBoundingClientRect();
        const field = made.input.getBoundingClientRect();
        expect(popup.left, 'left').to.be.at.least(0);
        expect(popup.right, 'right').to.be.at.most(width);
        expect(popup.top, 'top').to.be.at.least(0);
        expect(popup.bottom, 'bottom').to.be.at.most(height);
        expect(popup.bottom <= field.top + 1 || popup.top >= field.bottom - 1, 'not over the field').to.equal(true);
        expect(Math.round(popup.width), 'as wide as the field').to.equal(Math.round(field.width));
        expect(options(made.element).every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).to.equal(true);
      }
    });
  }

  it('shows which one the arrow keys have come to without colours (R38.1, F30)', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const made = await stage();
    await typing(made, 's');
    await suggests(made.element);
    await sendKeys({ press: 'ArrowDown' });
    const styles = options(made.element).map((option) => getComputedStyle(option).outlineStyle);
    expect(styles).to.deep.equal(['solid', 'none', 'none', 'none', 'none']);
  });

  it('is gone with its host, and works again when the host is back (F22)', async () => {
    const made = await stage();
    await typing(made, 'bo');
    await suggests(made.element, 1);
    const { parentElement: parent } = made.element;
    made.element.remove();
    parent?.append(made.element);
    await made.element.again();
    expect(options(made.element)).to.have.length(0);
    type(made.input, 'bo');
    await suggests(made.element, 1);
    made.input.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(active(made.element)).to.match(/^Bo Ib/);
  });

  it('is described by its help and by what is wrong with it, which links lead to (R24.2, F19)', async () => {
    const made = await stage(fetch, { help: 'Skriv navn, telefonnummer eller e-mailadresse', error: lookUpDanish['err.userPick'] });
    expect([made.input.getAttribute('aria-describedby'), made.input.getAttribute('aria-invalid')]).to.deep.equal([
      'user-help user-error',
      'true',
    ]);
    expect(controls(made.element)[0]).to.equal('Begynd at skrive brugerens navn');
    await expectAccessible(made.element);
  });

  it('speaks in words of both languages, those of the glossary letter for letter (R38.2)', async () => {
    const messages = { da: lookUpDanish, en: () => Promise.resolve(lookUpEnglish) };
    expect(await expectGlossary(messages)).to.be.at.least(7);
    await expectBothLanguages(messages);
  });
});
