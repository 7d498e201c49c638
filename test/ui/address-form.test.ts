import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { Address, TypedAddress } from '../../src/api/address.ts';
import type { RejectedField } from '../../src/api/problem.ts';
import { AddressForm, type AddressFormOptions } from '../../src/ui/address-form.ts';
import { english as addressEnglish } from '../../src/ui/address-messages.en.ts';
import { danish as addressDanish } from '../../src/ui/address-messages.ts';
import { errorSummary, focusErrors } from '../../src/ui/field.ts';
import { danish as formDanish } from '../../src/ui/form-messages.ts';
import { danish } from '../../src/ui/messages.ts';
import { cleanup, expectAccessible, until } from '../helpers.ts';
import { all, control, controls, find, focusIn, heard, one, plain, textOf, type } from '../subscriptions/screen.ts';
import { drawn, saying, type DrawnElement } from './drawn.ts';
import { expectBothLanguages, expectGlossary } from './glossary.ts';

const main: Address = {
  ...{ street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: null },
  ...{ postcode: '8000', town: 'Aarhus C' },
};

const typedMain: TypedAddress = { street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: '', postcode: '8000' };

interface Stage {
  readonly element: DrawnElement;
  readonly form: AddressForm;
  /** How often the owner was told that something has changed. */
  readonly changes: () => number;
  readonly field: (name: string) => HTMLInputElement;
  /** Sends it, as »Godkend og send« would. */
  readonly check: () => Promise<Address | undefined>;
}

const stage = async (address: AddressFormOptions['main'] = () => main, more: Partial<AddressFormOptions> = {}): Promise<Stage> => {
  const element = await drawn();
  let changes = 0;
  const form = new AddressForm(element, {
    id: 'delivery',
    say: saying({ ...danish, ...formDanish, ...addressDanish }),
    main: address,
    changed: () => (changes += 1),
    ...more,
  });
  await element.show(() => [
    errorSummary(`${String(form.errors.length)} fejl`, 3, form.errors),
    form.render(),
    html`<button>Fortsæt</button>`,
  ]);
  return {
    element,
    form,
    changes: () => changes,
    field: (name) => one<HTMLInputElement>(element, `#delivery-${name}`),
    check: async () => {
      const found = await form.check();
      await element.updateComplete;
      return found;
    },
  };
};

/** With the fields open, and the list of postcodes there. */
const editing = async (): Promise<Stage> => {
  const made = await stage();
  control(made.element, 'Ret').click();
  await until(() => find(made.element, 'By') && made.field('town').value === 'Aarhus C', 'the town');
  return made;
};

const errorAt = ({ element, field }: Stage, name: string): string => {
  const id = field(name).getAttribute('aria-describedby');
  return id === null ? '' : plain(one(element, `#${id}`).innerText);
};

/** Types into a field by hand, and leaves it. */
const fill = async (made: Stage, name: string, words: string): Promise<void> => {
  made.field(name).focus();
  made.field(name).select();
  await sendKeys(words ? { type: words } : { press: 'Delete' });
  await sendKeys({ press: 'Tab' });
  await made.element.updateComplete;
};

describe('A delivery address', () => {
  afterEach(async () => {
    cleanup();
    await setViewport({ width: 800, height: 600 });
  });

  it('is the main address of the company when the form opens, as text (R23.1)', async () => {
    const made = await stage();
    expect(textOf(made.element)).to.equal(
      'Abonnementer Jeres hovedadresse Prøvevej 12B, 2. th. 8000 Aarhus C Ret leveringsadresse Fortsæt',
    );
    expect([all(made.element, 'input').length, await made.check(), made.changes()]).to.deep.equal([0, main, 0]);
    await expectAccessible(made.element);
  });

  it('can be changed in place, by keyboard, beginning with what it is (R23.2)', async () => {
    const made = await stage();
    control(made.element, 'Ret leveringsadresse').focus();
    await sendKeys({ press: 'Enter' });
    await made.element.updateComplete;
    expect(focusIn()).to.equal('Vejnavn');
    await until(() => made.field('town').value, 'the town');
    expect(controls(made.element).map((name) => name.replace(/ Valgfrit$/, ''))).to.deep.equal([
      ...['Vejnavn', 'Husnummer', 'Etage', 'Dør', 'Supplerende bynavn', 'Postnummer', 'By', 'Brug jeres hovedadresse', 'Fortsæt'],
    ]);
    expect(all<HTMLInputElement>(made.element, 'input').map(({ value }) => value)).to.deep.equal([
      ...['Prøvevej', '12B', '2', 'th', '', '8000', 'Aarhus C'],
    ]);
    expect([await made.check(), made.changes(), made.form.typed]).to.deep.equal([main, 1, typedMain]);
    await expectAccessible(made.element);
  });

  it('says which parts may be left empty, and what a browser may fill in for a delivery (R23.2)', async () => {
    const made = await editing();
    const optional = controls(made.element).filter((name) => name.endsWith('Valgfrit'));
    expect(optional.map((name) => name.replace(/ Valgfrit$/, ''))).to.deep.equal(['Etage', 'Dør', 'Supplerende bynavn']);
    expect(all<HTMLInputElement>(made.element, 'input').map((input) => input.getAttribute('autocomplete'))).to.deep.equal([
      ...['shipping address-line1', 'off', 'off', 'off', 'off', 'shipping postal-code', 'off'],
    ]);
  });

  it('is the main address again in one step, with the focus kept (R23.2)', async () => {
    const made = await editing();
    await fill(made, 'street', 'Testallé');
    control(made.element, 'Brug jeres hovedadresse').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focusIn() === 'Ret leveringsadresse', 'the focus');
    expect([await made.check(), made.form.typed]).to.deep.equal([main, undefined]);
    control(made.element, 'Ret').click();
    await made.element.updateComplete;
    expect(made.field('street').value, 'what was typed is gone').to.equal('Prøvevej');
  });

  it('has the town of its postcode, told to those who do not see it, and not to be typed (R23.4, ADR-4)', async () => {
    const made = await editing();
    for (const [postcode, town] of [
      ['5985', 'Søby Ærø'],
      ['DK-2300', 'København S'],
      ['900', ''],
    ] as const) {
      type(made.field('postcode'), postcode);
      await made.element.updateComplete;
      expect([made.field('town').value, heard(made.element), made.field('town').readOnly]).to.deep.equal([town, town, true]);
    }
  });

  it('comes out as the register writes it, however it was typed (R23.3, ADR-2, ADR-4, D16)', async () => {
    const made = await editing();
    for (const [name, words] of [
      ['street', '  Færgekajen   Fiktiv '],
      ['houseNumber', '3 b'],
      ['floor', 'Stuen'],
      ['door', 'T.H.'],
      ['place', 'Prøveby'],
      ['postcode', 'dk 5985'],
    ] as const)
      type(made.field(name), words);
    expect(await made.check()).to.deep.equal({
      ...{ street: 'Færgekajen Fiktiv', houseNumber: '3B', floor: 'st', door: 'th', place: 'Prøveby' },
      ...{ postcode: '5985', town: 'Søby Ærø' },
    });
  });

  it('takes a whole line that a browser has filled in apart, where no house number stands yet (R23.2)', async () => {
    const made = await editing();
    for (const [line, parts] of [
      ['Testallé 101, st. tv.', ['Testallé', '101', 'st', 'tv']],
      ['H.C. Eksempels Plads 2', ['H.C. Eksempels Plads', '2', '', '']],
      ['10. Februar Vej 12 b', ['10. Februar Vej', '12 b', '', '']],
      ['10. Februar Vej', ['10. Februar Vej', '', '', '']],
    ] as const) {
      for (const name of ['houseNumber', 'floor', 'door'] as const) type(made.field(name), '');
      await fill(made, 'street', line);
      expect(['street', 'houseNumber', 'floor', 'door'].map((name) => made.field(name).value)).to.deep.equal(parts);
    }
    type(made.field('houseNumber'), '7');
    await fill(made, 'street', 'Testallé 101');
    expect([made.field('street').value, made.field('houseNumber').value]).to.deep.equal(['Testallé 101', '7']);
  });

  for (const [name, words, sentence] of [
    ['street', '12', 'Skriv vejnavnet med bogstaver, fx Prøvevej.'],
    ['street', 'x'.repeat(101), 'Vejnavn må højst have 100 tegn.'],
    ['houseNumber', 'B12', 'Skriv husnummeret som et tal, evt. med et bogstav, fx 12 eller 12B.'],
    ['floor', '100', 'Skriv etagen som st, kl eller et tal, fx 2.'],
    ['door', '!', 'Skriv døren som tv, mf, th eller det, der står på den, fx 12.'],
    ['place', '7', 'Skriv det supplerende bynavn med bogstaver.'],
    ['postcode', '80000', 'Skriv et postnummer på fire cifre.'],
    ['postcode', '0001', 'Vi kender ikke postnummeret 0001. Tjek, at det er rigtigt.'],
    ['postcode', '0800', 'Vi kan ikke sende pakker til postnummeret 0800. Brug en adresse med vejnavn.'],
    ['postcode', '3900', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
    ['postcode', '2412', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
    ['postcode', '100', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
    ['postcode', 'SE-211 20', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
  ] as const) {
    it(`says what is wrong with »${words.slice(0, 12)}« at its field when that is left, and not while it is typed (R23.3, R23.5, ADR-5, ADR-6, D16): ${name}`, async () => {
      const made = await editing();
      made.field(name).focus();
      made.field(name).select();
      await sendKeys({ type: words });
      await made.element.updateComplete;
      expect([errorAt(made, name), made.form.errors]).to.deep.equal(['', []]);
      await sendKeys({ press: 'Tab' });
      await made.element.updateComplete;
      expect([errorAt(made, name), made.field(name).getAttribute('aria-invalid')]).to.deep.equal([sentence, 'true']);
      expect(made.form.errors).to.deep.equal([{ id: `delivery-${name}`, text: sentence }]);
      expect(await made.check()).to.equal(undefined);
      await expectAccessible(made.element);
      type(made.field(name), `${words}x`);
      await made.element.updateComplete;
      expect(errorAt(made, name), 'gone while it is put right').to.equal('');
    });
  }

  it('says nothing of a field that is left empty, until it is to be sent: then of all that are missing, in order (R24.2)', async () => {
    const made = await stage(() => null);
    await until(() => all(made.element, 'input').length, 'the fields');
    for (const name of ['street', 'houseNumber', 'floor', 'door', 'place', 'postcode']) await fill(made, name, '');
    expect(made.form.errors).to.deep.equal([]);
    expect(await made.check()).to.equal(undefined);
    expect(made.form.errors.map(({ id, text }) => [id, text])).to.deep.equal([
      ['delivery-street', 'Udfyld vejnavn.'],
      ['delivery-houseNumber', 'Udfyld husnummer.'],
      ['delivery-postcode', 'Udfyld postnummer.'],
    ]);
    focusErrors(made.element.renderRoot, made.form.errors);
    expect(focusIn()).to.equal('Vejnavn');
    control(made.element, 'Udfyld postnummer.').click();
    expect(focusIn()).to.equal('Postnummer');
    await expectAccessible(made.element);
  });

  for (const [what, known] of [
    ['has none on record', null],
    ['has one that could not be read whole', { ...main, town: undefined }],
  ] as const) {
    it(`is asked for at once when the company ${what}, and there is nothing to put back (R23.8, F09)`, async () => {
      const made = await stage(() => known);
      await until(() => all(made.element, 'input').length === 7, 'the fields');
      expect(find(made.element, 'Brug jeres hovedadresse')).to.equal(undefined);
      await expectAccessible(made.element);
      for (const [name, words] of Object.entries(typedMain)) type(made.field(name), words);
      expect(await made.check()).to.deep.equal(main);
    });
  }

  it('is not sent to while the postcodes cannot be fetched: it says so, and fetches them again when asked again (F29)', async () => {
    let tries = 0;
    const postcodes = () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(() => ({ town: 'Aarhus C', special: false }));
    };
    const made = await stage(() => null, { postcodes });
    await until(() => all(made.element, 'input').length, 'the fields');
    for (const [name, words] of Object.entries(typedMain)) type(made.field(name), words);
    await made.element.updateComplete;
    expect([tries, made.form.errors]).to.deep.equal([1, []]);
    await fill(made, 'postcode', '8000');
    expect(errorAt(made, 'postcode')).to.equal('Vi kan ikke få forbindelse til Selvbetjening lige nu. Prøv igen om lidt.');
    expect(await made.check()).to.deep.equal(main);
    expect([tries, made.form.errors]).to.deep.equal([2, []]);
  });

  it('goes by the list of an operator who has one (ADR-6)', async () => {
    const postcodes = () =>
      Promise.resolve((postcode: string) => (postcode === '1566' ? { town: 'København V', special: false } : undefined));
    const made = await stage(() => null, { postcodes });
    await until(() => all(made.element, 'input').length, 'the fields');
    for (const [name, words] of Object.entries({ ...typedMain, postcode: '1566' })) type(made.field(name), words);
    expect(await made.check()).to.deep.include({ postcode: '1566', town: 'København V' });
  });

  it('is waited for while the main address is not known, and is none to send to (F03)', async () => {
    const made = await stage(() => undefined);
    expect(textOf(made.element)).to.equal('Abonnementer Henter … Fortsæt');
    expect([await made.check(), made.form.errors]).to.deep.equal([undefined, []]);
  });

  it('that the backend did not accept says so at its fields, opened where they were closed, until it is changed (F19)', async () => {
    const made = await stage();
    const other: RejectedField = { pointer: '/items/0/plan', type: 'withdrawn' };
    const fields: RejectedField[] = [
      { pointer: '/delivery/postcode', type: 'box' },
      other,
      { pointer: '/delivery/houseNumber', type: 'form' },
    ];
    expect(made.form.reject(fields)).to.deep.equal([other]);
    await until(() => all(made.element, 'input').length, 'the fields');
    expect(made.form.errors.map(({ text }) => text)).to.deep.equal([
      'Skriv husnummeret som et tal, evt. med et bogstav, fx 12 eller 12B.',
      'Vi kan ikke sende pakker til postnummeret 8000. Brug en adresse med vejnavn.',
    ]);
    expect(await made.check(), 'the same again is not sent').to.equal(undefined);
    type(made.field('houseNumber'), '14');
    type(made.field('postcode'), '8200');
    expect(await made.check()).to.deep.include({ houseNumber: '14', postcode: '8200', town: 'Aarhus N' });
  });

  for (const [type, sentence] of [
    ['unknown', 'Vi kender ikke postnummeret 8000. Tjek, at det er rigtigt.'],
    ['somethingNew', 'Skriv et postnummer på fire cifre.'],
  ]) {
    it(`whose town was not accepted as ${String(type)} says so at the postcode (F09, F19)`, async () => {
      const made = await stage();
      made.form.reject([{ pointer: '/delivery/town', type: String(type) }]);
      await until(() => all(made.element, 'input').length, 'the fields');
      expect(made.form.errors).to.deep.equal([{ id: 'delivery-postcode', text: sentence }]);
    });
  }

  it('leaves the list of errors to its owner where nothing is about it (F19)', async () => {
    const made = await stage();
    const other: RejectedField[] = [
      { pointer: '/delivery', type: 'unneeded' },
      { pointer: '/deliveryNote/street', type: 'form' },
    ];
    expect(made.form.reject(other)).to.deep.equal(other);
    expect(all(made.element, 'input')).to.have.length(0);
  });

  it('takes up what was typed before, without judging it yet, and lets go of it for somebody else (R19.2, T05)', async () => {
    const made = await stage();
    made.form.restore({ ...typedMain, postcode: '80' });
    await until(() => all(made.element, 'input').length, 'the fields');
    expect([made.field('postcode').value, made.form.errors]).to.deep.equal(['80', []]);
    made.form.forget();
    await made.element.updateComplete;
    expect([all(made.element, 'input').length, made.form.typed]).to.deep.equal([0, undefined]);
  });

  for (const width of [320, 1440]) {
    it(`has room for its fields and for what is wrong with them at ${String(width)} pixels (R38.1)`, async () => {
      await setViewport({ width, height: 900 });
      const made = await editing();
      for (const name of ['street', 'houseNumber', 'floor', 'door', 'place', 'postcode']) type(made.field(name), '!');
      await made.check();
      expect(made.form.errors).to.have.length(6);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      const boxes = all(made.element, '.form-field').map((field) => field.getBoundingClientRect());
      expect(boxes.every(({ left, right }) => left >= 0 && right <= width)).to.equal(true);
      const narrow = all(made.element, '.error').filter((error) => error.getBoundingClientRect().width < 130);
      expect(narrow).to.have.length(0);
      await expectAccessible(made.element);
    });
  }

  it('speaks in words of both languages, those of the glossary letter for letter (R38.2)', async () => {
    const messages = { da: addressDanish, en: () => Promise.resolve(addressEnglish) };
    expect(await expectGlossary(messages)).to.be.at.least(16);
    await expectBothLanguages(messages);
  });
});
