import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { CompanySwitcherElement } from '../../src/company-switcher/company-switcher-element.ts';
import { at, first, offline, network, line } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { all, control, focusIn, heard, one, plain, reads, textOf, type } from '../subscriptions/screen.ts';
import { choices, open, openPicker, shown, switcher } from './open.ts';

const active = (element: Element): HTMLElement => {
  const id = one(element, 'input').getAttribute('aria-activedescendant');
  return one(element, `#${id ?? 'none'}`);
};

describe('the choice among two hundred companies', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('shows the name of the active one on a button, and opens a search with the first hundred (R5.1, R5.2)', async () => {
    const element = await open('mange');
    expect(shown(element)).to.match(/^Valgt virksomhed: ./);
    await openPicker(element);
    await until(() => choices(element).length === 100, 'the first hundred');
    expect(heard(element)).to.equal('Viser de første 100 af 200. Skriv mere for at finde den rigtige.');
    expect(choices(element)[0]).to.match(/ CVR \d\d \d\d \d\d \d\d$/);
    const names = choices(element).map((choice) => choice.replace(/ CVR [\d ]+$/, ''));
    expect(names).to.deep.equal([...names].sort(new Intl.Collator('da', { numeric: true }).compare));
  });

  it('is a combobox with a listbox for assistive technology, and marks the active company (R5.1)', async () => {
    const element = await open('mange');
    await openPicker(element);
    const { yaml } = await executeServerCommand<{ yaml: string }, string>('aria', 'ss-company-switcher [role=dialog]');
    expect(yaml)
      .to.match(/dialog "Skift virksomhed"/)
      .and.to.match(/combobox "Søg efter virksomhed"/)
      .and.to.match(/listbox "Skift virksomhed"/);
    expect([...yaml.matchAll(/\[selected\]/g)]).to.have.lengthOf(1);
  });

  it('searches on the server beyond what came with the session, one request a keystroke, the one before aborted (R5.1, F20)', async () => {
    const wire = gate();
    const seen = counting(wire.fetch);
    const opening = open('mange', { fetch: seen.fetch });
    (await until(() => wire.waiting[0], 'the session')).release();
    const element = await opening;
    const input = await openPicker(element);
    for (const words of ['ø', 'øl', 'ølsted']) {
      type(input, words);
      await until(
        () =>
          seen
            .paths()
            .at(-1)
            ?.includes(`search=${encodeURIComponent(words)}&`),
        `the request for ${words}`,
      );
    }
    expect(wire.waiting).to.have.lengthOf(1);
    expect(seen.requests.map(({ signal }) => signal.aborted)).to.deep.equal([false, true, true, false]);
    wire.open();
    await until(() => all(element, '[role=listbox]').length, 'the answer');
    expect(choices(element).every((choice) => /ølsted/i.test(choice))).to.equal(true);
  });

  it('finds by CVR number, and says how many it found, or none (R5.1)', async () => {
    const element = await open('mange');
    const input = await openPicker(element);
    await until(() => choices(element).length === 100, 'the first hundred');
    const [, number = ''] = /CVR ([\d ]+)$/.exec(choices(element)[70] ?? '') ?? [];
    type(input, number);
    await until(() => choices(element).length === 1, 'one company');
    expect(heard(element)).to.equal('1 virksomhed');
    type(input, 'xyzzy');
    await reads(element, 'Vi fandt ingen virksomhed, der passer til ”xyzzy”.');
  });

  it('keeps the company that the arrow keys have come to in sight (R5.1)', async () => {
    const element = await open('mange');
    await openPicker(element);
    await until(() => choices(element).length === 100, 'the first hundred');
    const inSight = () => {
      const list = one(element, '[role=listbox]').getBoundingClientRect();
      const { top, bottom } = active(element).getBoundingClientRect();
      return top >= list.top - 1 && bottom <= list.bottom + 1;
    };
    for (let times = 0; times < 15; times++) await sendKeys({ press: 'ArrowDown' });
    expect(active(element).id).to.equal('option-15');
    expect(inSight()).to.equal(true);
    await sendKeys({ press: 'End' });
    expect([active(element).id, inSight()]).to.deep.equal(['option-99', true]);
    await sendKeys({ press: 'ArrowDown' });
    expect([active(element).id, inSight()]).to.deep.equal(['option-0', true]);
  });

  it('goes over to another company by keyboard alone, gives the focus back, and stays there beyond the first hundred (R5.2, R7.2)', async () => {
    const seen = counting();
    const element = await open('mange', { fetch: seen.fetch });
    one(element, 'button[part=company]').focus();
    await sendKeys({ press: 'Enter' });
    const input = await until(() => all<HTMLInputElement>(element, 'input').find((field) => field.matches(':focus')), 'the field');
    await until(() => choices(element).length === 100, 'the first hundred');
    const known = new Set(choices(element));
    // One that came not with the session: among those of the second half.
    await sendKeys({ type: 'å' });
    await until(
      () => input.value === 'å' && choices(element).length > 0 && choices(element).every((choice) => !known.has(choice)),
      'the companies from the end of the alphabet',
    );
    const [wanted = ''] = choices(element);
    await sendKeys({ press: 'Enter' });
    const name = wanted.replace(/ CVR [\d ]+$/, '');
    await until(() => shown(element) === `Valgt virksomhed: ${name}`, name);
    expect(focusIn()).to.equal(`Valgt virksomhed: ${name}`);
    const asked = seen.requests.length;
    await until(() => heard(element).includes(name), 'the announcement');
    expect(asked).to.be.at.least(2);
    expect(textOf(element)).not.to.contain('Du har ikke længere adgang');
  });

  it('has those first that were left lately, the last one before the others, and for nobody else (R5.1, F24)', async () => {
    let person = 'mange';
    const connection = signIn('mange', { token: () => Promise.resolve({ token: person, expiresIn: 3600 }) });
    const element = await fixture<CompanySwitcherElement>(switcher);
    await until(() => all(element, '[part=company]').length, 'the active company');
    const nameOf = (choice = '') => choice.replace(/ CVR [\d ]+$/, '');
    const go = async (index: number) => {
      await openPicker(element);
      const wanted = await until(() => all(element, '[role=option]')[index], 'the choice');
      const name = nameOf(plain(wanted.innerText));
      wanted.click();
      await until(() => shown(element) === `Valgt virksomhed: ${name}`, name);
      return name;
    };
    const begun = shown(element).replace('Valgt virksomhed: ', '');
    const former = await go(40);
    await go(60);
    await openPicker(element);
    await until(() => choices(element).length === 100, 'the companies');
    expect(choices(element).slice(0, 2).map(nameOf)).to.deep.equal([former, begun]);
    expect(textOf(element)).to.contain('Senest valgt').and.to.contain('Alle virksomheder');
    await expectAccessible(element);

    person = 'maja';
    connection.resume();
    await until(() => all(element, 'select').length, 'the other person');
    person = 'mange';
    connection.resume();
    await until(() => all(element, 'button[part=company]').length, 'the first person');
    await openPicker(element);
    await until(() => choices(element).length === 100, 'the companies');
    expect(textOf(element)).not.to.contain('Senest valgt');
  });

  it('closes on Escape without a change, with nothing typed left behind, and gives the focus back (R5.5)', async () => {
    const element = await open('mange');
    const before = shown(element);
    await openPicker(element);
    await sendKeys({ press: 'Escape' });
    await until(() => !one(element, '#companies').matches(':popover-open'), 'the search to close');
    expect(shown(element)).to.equal(before);
    expect(focusIn()).to.equal(before);
    type(await openPicker(element), 'ø');
    one(element, '#companies').hidePopover();
    await until(() => one(element, 'button[part=company]').getAttribute('aria-expanded') === 'false', 'the search to close');
    expect((await openPicker(element)).value).to.equal('');
  });

  it('chooses nothing by Enter before the answer to what is typed has come (F20)', async () => {
    const wire = gate();
    const opening = open('mange', { fetch: wire.fetch });
    (await until(() => wire.waiting[0], 'the session')).release();
    const element = await opening;
    const before = shown(element);
    const input = await openPicker(element);
    type(input, 'b');
    (await until(() => wire.waiting[0], 'the request')).release();
    await until(() => choices(element).length > 1 && choices(element).every((choice) => / b|^b/i.test(choice)), 'the answer to b');
    type(input, 'xyzzy');
    await until(() => wire.waiting[0], 'the request');
    let asked = false;
    element.addEventListener('ss-company-change', () => (asked = true));
    await sendKeys({ press: 'Enter' });
    expect(asked).to.equal(false);
    expect(shown(element)).to.equal(before);
    wire.open();
  });

  it('says that a search has failed, and tries again on request (F01)', async () => {
    const wire = line();
    const element = await open('mange', { fetch: wire.fetch });
    const input = await openPicker(element);
    network(false);
    wire.use(at('/companies', offline()));
    type(input, 'søl');
    await reads(element, 'Der er ingen forbindelse lige nu.');
    wire.use();
    control(element, 'Prøv igen').click();
    await until(() => all(element, '[role=listbox]').length || textOf(element).includes('Vi fandt ingen'), 'the answer');
  });

  it('repeats by itself what broke before its reply (F05)', async () => {
    const element = await open('mange', { fetch: at('/companies', first(1, offline()))(fetch) });
    type(await openPicker(element), 'a');
    await until(() => all(element, '[role=listbox]').length, 'the answer');
  });
});
