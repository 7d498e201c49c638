import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { Problem, ProblemKind } from '../../src/api/problem.ts';
import { english as formEnglish } from '../../src/ui/form-messages.en.ts';
import { danish as formDanish, type FormKey } from '../../src/ui/form-messages.ts';
import { english } from '../../src/ui/messages.en.ts';
import { danish, type MessageKey } from '../../src/ui/messages.ts';
import { sendingNotice, submitButton, type SendingHost, type SendingOptions } from '../../src/ui/sending.ts';
import type { Sending } from '../../src/ui/submission.ts';
import { startClock, stopClock } from '../clock.ts';
import { cleanup, expectAccessible } from '../helpers.ts';
import { all, control, controls, heard, one, textOf } from '../subscriptions/screen.ts';
import { drawn, saying, type DrawnElement } from './drawn.ts';
import { expectBothLanguages, expectGlossary } from './glossary.ts';

const inDanish: SendingHost = { language: 'da', say: saying({ ...danish, ...formDanish }) };
const inEnglish: SendingHost = { language: 'en', say: saying({ ...english, ...formEnglish }) };

type State = Sending<string>;

interface Stage {
  readonly element: DrawnElement;
  readonly draw: (state: State) => Promise<void>;
  readonly pressed: string[];
}

/** A place where states are shown one after the other, and what was pressed there. */
const stage = async (more: Partial<SendingOptions> = {}, host = inDanish): Promise<Stage> => {
  const pressed: string[] = [];
  const press = (what: string) => () => {
    pressed.push(what);
  };
  const element = await drawn();
  const options = { check: press('check'), retry: press('retry'), reload: press('reload'), ...more };
  const draw = (state: State) => element.show(() => sendingNotice(host, state, options));
  await draw({ status: 'ready' });
  return { element, draw, pressed };
};

const sending = (more: Partial<Extract<State, { status: 'sending' }>> = {}): State => ({
  ...{ status: 'sending', checking: false, long: false },
  ...more,
});
const failed = (kind: ProblemKind, more: Partial<Problem> = {}): State => ({ status: 'failed', problem: { kind, ...more } });

const sentences: readonly (readonly [ProblemKind, MessageKey | FormKey])[] = [
  ['offline', 'err.offlineSend'],
  ['forbidden', 'err.mayNot'],
  ['changed', 'err.conflict'],
  ['late', 'err.late'],
  ['rejected', 'err.rejected'],
  ['missing', 'err.missing'],
  ['no-token', 'err.noToken'],
  ['misconfigured', 'err.misconfigured'],
  ['busy', 'err.busy'],
];

describe('What is shown of a submission', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('is nothing while nothing has been sent, though the place is there to be heard from (F03)', async () => {
    const { element } = await stage();
    expect([textOf(element), heard(element), controls(element)]).to.deep.equal(['Abonnementer', '', []]);
    expect(all(element, '[role=status]')).to.have.length(1);
  });

  it('is that it is on its way, said in the same place as all that follows (F03, F21)', async () => {
    const { element, draw } = await stage();
    const status = one(element, '[role=status]');
    await draw(sending());
    expect(heard(element)).to.equal('Sender …');
    await draw(sending({ long: true }));
    expect(heard(element)).to.equal('Det tager længere tid end normalt. Vi sender stadig …');
    expect(one(element, '[role=status]') === status, 'the same region').to.equal(true);
    await expectAccessible(element);
  });

  it('is in the words of the deed where there are some', async () => {
    const { element, draw } = await stage({ sending: 'Gemmer …', done: 'Ændringerne er gemt.' });
    await draw(sending());
    expect(heard(element)).to.equal('Gemmer …');
    await draw({ status: 'done', value: '' });
    expect(heard(element)).to.equal('Ændringerne er gemt.');
    await expectAccessible(element);
  });

  it('is nothing when it has been done and the screen says so by itself', async () => {
    const { element, draw } = await stage();
    await draw({ status: 'done', value: '' });
    expect(textOf(element)).to.equal('Abonnementer');
  });

  it('is that it is being found out when its answer was lost, also when that takes long (F06)', async () => {
    const { element, draw } = await stage();
    for (const long of [false, true]) {
      await draw(sending({ checking: true, long }));
      expect(heard(element)).to.equal('Vi fik ikke svar. Vi undersøger, om det gik igennem …');
    }
    await expectAccessible(element);
  });

  it('is that it is being processed while the backend is at it (F12)', async () => {
    const { element, draw } = await stage();
    await draw(sending({ checking: true, problem: { kind: 'processing' } }));
    expect(heard(element)).to.equal('Det er ved at blive behandlet. Vi venter på svar …');
  });

  it('is that it is busy there and when it is sent again, counted down where nobody has to hear each second (F11)', async () => {
    const clock = stopClock();
    const { element, draw } = await stage();
    await draw(sending({ problem: { kind: 'busy', until: Date.now() + 7_000 } }));
    expect([heard(element), textOf(element)]).to.deep.equal([
      'Der er travlt lige nu. Vent et øjeblik, og prøv igen.',
      'Abonnementer Der er travlt lige nu. Vent et øjeblik, og prøv igen. Prøv igen om 7 s',
    ]);
    await clock.advance(3_000);
    await element.again();
    expect(textOf(element)).to.contain('Prøv igen om 4 s');
  });

  it('is that it goes on after the sign-in (F15)', async () => {
    const { element, draw } = await stage();
    await draw({ status: 'waiting' });
    expect(heard(element)).to.equal('Vi sender videre, når du er logget ind igen.');
    await expectAccessible(element);
  });

  for (const [kind, key] of sentences) {
    it(`is why it was not done: ${kind} (F02, F11, F16, F17, F18, F19)`, async () => {
      const { element, draw } = await stage();
      await draw(failed(kind, { requestId: 'r-77' }));
      expect(heard(element)).to.equal(inDanish.say(key));
      expect(one(element, 'code').innerText).to.equal('r-77');
      expect(textOf(element)).to.contain('Kontakt os, hvis det bliver ved. Oplys koden r-77.');
      await expectAccessible(element);
    });
  }

  for (const [kinds, words, deed] of [
    [['offline', 'no-token', 'misconfigured', 'busy'], 'Prøv igen', 'retry'],
    [['forbidden', 'changed', 'late', 'missing', 'rejected'], 'Hent igen', 'reload'],
  ] as const satisfies readonly (readonly [readonly ProblemKind[], string, string])[]) {
    it(`offers »${words}« where that helps, and nothing where it is not given (F02, F17, F18): ${kinds.join(', ')}`, async () => {
      const { element, draw, pressed } = await stage();
      for (const kind of kinds) {
        await draw(failed(kind));
        expect(controls(element), kind).to.deep.equal([words]);
        control(element, words).click();
      }
      expect(pressed).to.deep.equal(kinds.map(() => deed));
      const bare = await drawn(() => sendingNotice(inDanish, failed(kinds[0]), { check: () => {} }));
      expect(controls(bare)).to.deep.equal([]);
    });
  }

  it('says that nothing is lost beside the reason, where the reason does not (F02, F13)', async () => {
    const notDone = formDanish['err.notSent'];
    const { element, draw } = await stage({ notDone });
    await draw(failed('busy'));
    expect(heard(element)).to.equal(`${danish['err.busy']} ${notDone}`);
    await draw(failed('offline'));
    expect(heard(element)).to.equal(formDanish['err.offlineSend']);
  });

  it('does not say again what stands at the fields and in the list of errors (F19)', async () => {
    const { element, draw } = await stage({ listed: true });
    await draw(failed('rejected'));
    expect(textOf(element)).to.equal('Abonnementer');
    await draw(failed('forbidden'));
    expect(textOf(element)).to.contain(formDanish['err.mayNot']);
  });

  it('lets nobody press before a busy backend may be asked again, and shows a time of day when that is long (F11)', async () => {
    const clock = stopClock();
    const { element, draw, pressed } = await stage();
    const state = failed('busy', { until: Date.now() + 12_000 });
    await draw(state);
    const button = control(element, 'Prøv igen om 12 s');
    button.click();
    expect([button.getAttribute('aria-disabled'), pressed]).to.deep.equal(['true', []]);
    await clock.advance(12_000);
    await element.again();
    control(element, 'Prøv igen').click();
    expect(pressed).to.deep.equal(['retry']);
    await draw(failed('busy', { until: new Date('2026-11-22T14:05:00Z').getTime() + 86_400_000 * 400 }));
    expect(controls(element)).to.deep.equal(['Prøv igen efter kl. 15.05.']);
  });

  for (const kind of ['unsure', 'unexpected', 'processing'] as const satisfies readonly ProblemKind[]) {
    it(`is that nobody knows whether it went through, and the way to find out: ${kind} (F04, F06, F12, F13)`, async () => {
      const { element, draw, pressed } = await stage();
      await draw({ status: 'unsure', problem: { kind, requestId: 'r-78' } });
      expect(heard(element)).to.equal(
        'Vi er ikke sikre på, at det gik igennem. Undersøg det, før du prøver igen. Det bliver aldrig gjort to gange.',
      );
      expect([controls(element), one(element, 'code').innerText]).to.deep.equal([['Undersøg igen'], 'r-78']);
      await expectAccessible(element);
      control(element, 'Undersøg igen').focus();
      control(element, 'Undersøg igen').click();
      await draw(sending({ checking: true }));
      expect(pressed).to.deep.equal(['check']);
      expect(element.shadowRoot?.activeElement === one(element, '.sending'), 'the focus is where it goes on').to.equal(true);
    });
  }

  it('is in English for those who read English (R38.2)', async () => {
    const { element, draw } = await stage({}, inEnglish);
    await draw({ status: 'unsure', problem: { kind: 'unsure', requestId: 'r-79' } });
    expect(controls(element)).to.deep.equal(['Check again']);
    expect(heard(element)).to.match(/^We are not sure that it went through\./);
  });

  it('is told in words of both languages, those of the glossary letter for letter (R38.2)', async () => {
    const messages = { da: formDanish, en: () => Promise.resolve(formEnglish) };
    expect(await expectGlossary(messages)).to.be.greaterThan(15);
    await expectBothLanguages(messages);
  });
});

describe('The button that sends', () => {
  afterEach(cleanup);

  const form = async (danger = false) => {
    const sent: string[] = [];
    const draw = (busy: boolean) => () =>
      html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          sent.push('form');
        }}
      >
        <label>Navn <input /></label>
        ${submitButton({ label: 'Nedlæg abonnement', busyLabel: 'Sender …', busy, danger })}
      </form>`;
    const element = await drawn(draw(false));
    return { element, sent, busy: (busy: boolean) => element.show(draw(busy)), button: one<HTMLButtonElement>(element, 'button') };
  };

  it('repeats the verb, and sends the form it stands in (R14.3, R24.1)', async () => {
    const { element, button, sent } = await form(true);
    expect([controls(element).at(-1), button.type, button.classList.contains('danger')]).to.deep.equal([
      'Nedlæg abonnement',
      'submit',
      true,
    ]);
    button.click();
    expect(sent).to.deep.equal(['form']);
    await expectAccessible(element);
  });

  it('does nothing while it is busy, by pointer or by Enter in a field, and is never disabled (F21, R24.4)', async () => {
    const { element, button, sent, busy } = await form();
    one(element, 'input').focus();
    await sendKeys({ press: 'Enter' });
    expect(sent, 'Enter sends').to.deep.equal(['form']);
    await busy(true);
    await sendKeys({ press: 'Enter' });
    button.click();
    expect(sent).to.deep.equal(['form']);
    expect([button.disabled, button.getAttribute('aria-disabled'), controls(element).at(-1)]).to.deep.equal([false, 'true', 'Sender …']);
    await expectAccessible(element);
  });

  it('keeps its place, its width and the focus while it is busy (F21)', async () => {
    const { button, busy } = await form();
    button.focus();
    const before = button.getBoundingClientRect();
    await busy(true);
    const after = button.getBoundingClientRect();
    expect([after.width, after.height, after.left]).to.deep.equal([before.width, before.height, before.left]);
    expect(button.matches(':focus')).to.equal(true);
  });

  it('calls where it stands in no form, once for each press, and not while it is busy', async () => {
    let pressed = 0;
    const draw = (busy: boolean) => () => submitButton({ label: 'Spær simkort', busyLabel: 'Sender …', busy, press: () => (pressed += 1) });
    const element = await drawn(draw(false));
    const button = one<HTMLButtonElement>(element, 'button');
    button.click();
    await element.show(draw(true));
    button.click();
    expect([pressed, button.type]).to.deep.equal([1, 'button']);
  });
});
