import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import {
  choicesField,
  errorSummary,
  focusErrors,
  textField,
  tickField,
  type ChoicesParts,
  type FormError,
  type TextFieldParts,
} from '../../src/ui/field.ts';
import { cleanup, expectAccessible, until } from '../helpers.ts';
import { all, control, controls, focusIn, one, plain, textOf } from '../subscriptions/screen.ts';
import { drawn, type DrawnElement } from './drawn.ts';

const email = (more: Partial<TextFieldParts> = {}) =>
  textField({ id: 'email', label: 'E-mailadresse', value: '', typed: () => {}, ...more });

const plans = (more: Partial<ChoicesParts<'small' | 'large'>> = {}) =>
  choicesField<'small' | 'large'>({
    id: 'plan',
    label: 'Abonnement',
    value: undefined,
    choices: [
      { value: 'small', label: 'Mobil 5 GB', below: 'Fri tale', beside: '79,00 kr.' },
      { value: 'large', label: 'Mobil 20 GB' },
    ],
    chosen: () => {},
    ...more,
  });

/** The words that a control is described by. */
const described = (element: DrawnElement, target: Element): string =>
  (target.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => plain(one(element, `#${id}`).innerText))
    .join(' | ');

describe('A field', () => {
  afterEach(cleanup);

  it('has its label, and neither help nor error where there is none (R38.1)', async () => {
    const element = await drawn(() => email({ value: 'maja@example.com' }));
    const input = one<HTMLInputElement>(element, 'input');
    expect([controls(element), input.value, input.type, input.autocomplete]).to.deep.equal([
      ['E-mailadresse'],
      'maja@example.com',
      'text',
      'off',
    ]);
    expect([input.getAttribute('aria-invalid'), input.hasAttribute('aria-describedby')]).to.deep.equal(['false', false]);
    await expectAccessible(element);
  });

  it('is described by its help and by what is wrong with it, in that order, and marked as wrong (R24.2, F19)', async () => {
    const element = await drawn(() => email({ help: 'Bruges til kvitteringen', error: 'Skriv en gyldig e-mailadresse.' }));
    const input = one(element, 'input');
    expect([described(element, input), input.getAttribute('aria-invalid')]).to.deep.equal([
      'Bruges til kvitteringen | Skriv en gyldig e-mailadresse.',
      'true',
    ]);
    expect(textOf(element)).to.equal('Abonnementer E-mailadresse Bruges til kvitteringen Skriv en gyldig e-mailadresse.');
    await expectAccessible(element);
  });

  it('says that it may be left empty, as a part of its name', async () => {
    const element = await drawn(() => email({ optional: 'Valgfrit' }));
    expect(controls(element)[0]).to.equal('E-mailadresse Valgfrit');
    await expectAccessible(element);
  });

  it('tells what is typed, takes no more than the contract does, and follows its owner', async () => {
    let typed = '';
    const element = await drawn(() => email({ value: typed, most: 5, type: 'email', typed: (value) => (typed = value) }));
    one(element, 'input').focus();
    await sendKeys({ type: 'abcdefg' });
    expect(typed).to.equal('abcde');
    typed = 'x';
    await element.again();
    expect(one<HTMLInputElement>(element, 'input').value).to.equal('x');
  });

  it('keeps to the days that may be chosen, and can be one that is only read', async () => {
    const element = await drawn(() => [
      email({ id: 'day', label: 'Sidste dag', type: 'date', min: '2026-12-31', max: '2028-11-22', value: '2026-11-22' }),
      email({ id: 'town', label: 'By', value: 'Aarhus C', readonly: true }),
    ]);
    const [day, town] = all<HTMLInputElement>(element, 'input');
    expect([day?.validity.rangeUnderflow, town?.readOnly]).to.deep.equal([true, true]);
    await expectAccessible(element);
  });

  it('tells when it is left, by keyboard at once', async () => {
    const left: string[] = [];
    const element = await drawn(() => [email({ left: () => left.push('email') }), email({ id: 'other', label: 'Andet' })]);
    one(element, '#email').focus();
    await sendKeys({ press: 'Tab' });
    expect([left, focusIn()]).to.deep.equal([['email'], 'Andet']);
  });

  it('left by a press lets that press arrive first, although what is then said pushes the rest aside (R24.2)', async () => {
    let error: string | undefined;
    let pressed = 0;
    const element: DrawnElement = await drawn(
      () =>
        html`${email({
            error,
            left: () => {
              error = 'Skriv en gyldig e-mailadresse, fx navn@example.com. '.repeat(8);
              element.requestUpdate();
            },
          })}<button type="button" @click=${() => (pressed += 1)}>Brug hovedadressen</button>`,
    );
    const button = control(element, 'Brug hovedadressen');
    const { left, top, height } = button.getBoundingClientRect();
    one(element, '#email').focus();
    await sendMouse({ type: 'move', position: [Math.round(left + 20), Math.round(top + height / 2)] });
    await sendMouse({ type: 'down' });
    expect(error, 'not while the button is down').to.equal(undefined);
    await sendMouse({ type: 'up' });
    expect(pressed).to.equal(1);
    await until(() => textOf(element).includes('Skriv en gyldig'), 'the error');
    expect(button.getBoundingClientRect().top).to.be.greaterThan(top + height);
  });
});

describe('A choice of one among several', () => {
  afterEach(cleanup);

  it('has nothing chosen beforehand, and each choice is named with all that stands on its card (D14)', async () => {
    const element = await drawn(() => plans());
    expect(all(element, ':checked')).to.have.length(0);
    expect(controls(element)).to.deep.equal(['Mobil 5 GB Fri tale 79,00 kr.', 'Mobil 20 GB']);
    expect(plain(one(element, 'legend').innerText)).to.equal('Abonnement');
    await expectAccessible(element);
  });

  it('is chosen by the whole card, and by the arrow keys', async () => {
    const chosen: ('small' | 'large')[] = [];
    const element: DrawnElement = await drawn(() =>
      plans({
        value: chosen.at(-1),
        chosen: (value) => {
          chosen.push(value);
          element.requestUpdate();
        },
      }),
    );
    one(element, '.below').click();
    control(element, 'Mobil 20 GB').closest('label')?.click();
    expect(chosen).to.deep.equal(['small', 'large']);
    control(element, 'Mobil 20 GB').focus();
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowDown' });
    expect(chosen).to.deep.equal(['small', 'large', 'small', 'large']);
  });

  it('is described as a group by its help and by what is wrong with it (R24.2, F19)', async () => {
    const element = await drawn(() => plans({ help: 'Priserne er ekskl. moms', error: 'Vælg abonnement.', optional: 'Valgfrit' }));
    expect(described(element, one(element, 'fieldset'))).to.equal('Priserne er ekskl. moms | Vælg abonnement.');
    expect(all(element, 'input').every((input) => input.getAttribute('aria-invalid') === 'true')).to.equal(true);
    await expectAccessible(element);
  });
});

describe('Something to agree to', () => {
  afterEach(cleanup);

  it('is ticked by the person alone, and described by what is wrong with it (R24.2)', async () => {
    const ticks: boolean[] = [];
    const label = 'Jeg har fuldmagt til at flytte nummeret på ejerens vegne.';
    const element = await drawn(() =>
      tickField({ id: 'authority', label, ticked: false, error: 'Bekræft, at I må.', changed: (ticked) => ticks.push(ticked) }),
    );
    const box = one<HTMLInputElement>(element, 'input');
    expect([controls(element), box.checked, described(element, box)]).to.deep.equal([[label], false, 'Bekræft, at I må.']);
    box.focus();
    await sendKeys({ press: ' ' });
    expect(ticks).to.deep.equal([true]);
    await expectAccessible(element);
  });
});

describe('The list of what is wrong', () => {
  afterEach(cleanup);

  const errors: FormError[] = [
    { id: '', text: 'Det kunne ikke lade sig gøre.' },
    { id: 'plan', text: 'Vælg abonnement.' },
    { id: 'e:mail', text: 'Skriv en gyldig e-mailadresse.' },
  ];
  const form = (wrong: readonly FormError[]) => () => [
    errorSummary('Der er 3 fejl i formularen', 3, wrong),
    plans(),
    email({ id: 'e:mail' }),
  ];

  it('is not there while nothing is wrong', async () => {
    const element = await drawn(form([]));
    expect(all(element, '.summary')).to.have.length(0);
  });

  it('is told at once, and each entry leads to its field by pointer and by key (R16.2, R24.2, F19)', async () => {
    const element = await drawn(form(errors));
    expect(plain(one(element, '[role=alert]').innerText)).to.equal(
      'Der er 3 fejl i formularen Det kunne ikke lade sig gøre. Vælg abonnement. Skriv en gyldig e-mailadresse.',
    );
    control(element, 'Skriv en gyldig').click();
    expect(focusIn()).to.equal('E-mailadresse');
    control(element, 'Vælg abonnement.').focus();
    await sendKeys({ press: 'Enter' });
    expect(focusIn()).to.equal('Mobil 5 GB Fri tale 79,00 kr.');
    await expectAccessible(element);
  });

  it('has what is about no field as words without a link (F19)', async () => {
    const element = await drawn(form(errors));
    expect(controls(element).filter((name) => name.startsWith('Det kunne'))).to.deep.equal([]);
  });

  it('gives the focus to the first field that is wrong, and brings it into sight (R24.2, F19)', async () => {
    const element = await drawn(() => [html`${Array.from({ length: 60 }, () => html`<p>…</p>`)}`, form(errors)()]);
    focusErrors(element.renderRoot, errors);
    expect(focusIn()).to.equal('Mobil 5 GB Fri tale 79,00 kr.');
    const { top, bottom } = one(element, '#plan').getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).to.equal(true);
  });

  it('takes the focus itself where no field is wrong (F19)', async () => {
    const wrong = errors.slice(0, 1);
    const element = await drawn(form(wrong));
    focusErrors(element.renderRoot, wrong);
    expect(focusIn()).to.equal('Der er 3 fejl i formularen');
  });
});
