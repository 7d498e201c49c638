import { expect } from 'chai';
import { html, render } from 'lit';
import type { Problem, ProblemKind } from '../../src/api/problem.ts';
import { english } from '../../src/ui/messages.en.ts';
import { danish, type MessageKey } from '../../src/ui/messages.ts';
import type { State } from '../../src/ui/resource.ts';
import { noAccessNotice, show, type ShowHost } from '../../src/ui/show.ts';
import { startClock, stopClock } from '../clock.ts';
import { cleanup, expectAccessible, fixture } from '../helpers.ts';

const filled = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const inDanish: ShowHost = { language: 'da', say: (key, values) => filled(danish[key], values), support: () => undefined };
const inEnglish: ShowHost = { ...inDanish, language: 'en', say: (key, values) => filled(english[key], values) };

interface Screen {
  readonly place: HTMLElement;
  readonly retried: () => number;
  readonly draw: (state: State<string>) => void;
}

/** A place on the page where states are shown one after the other. */
const screen = async (host = inDanish): Promise<Screen> => {
  const place = await fixture<HTMLElement>(html`<main></main>`);
  let retried = 0;
  return {
    place,
    retried: () => retried,
    draw: (state) => {
      const options = {
        waiting: () => html`<i class="bone"></i>`,
        value: (value: string) => html`<p id="value">${value}</p>`,
        retry: () => (retried += 1),
        forbidden: () => noAccessNotice(host, 'Abonnementer', html`<a href="tel:+4567000050">67 00 00 50</a>`),
      };
      render(show(host, state, options), place);
    },
  };
};

const said = (place: HTMLElement, role: string): string[] =>
  [...place.querySelectorAll(`[role=${role}]`)].map(({ textContent }) => textContent.trim());
const failed = (problem: Problem): State<string> => ({ status: 'failed', problem });
const press = (place: HTMLElement): void => place.querySelector('button')?.click();

const words: readonly (readonly [ProblemKind, MessageKey])[] = [
  ['offline', 'err.offline'],
  ['unreachable', 'err.unreachable'],
  ['slow', 'err.slow'],
  ['no-token', 'err.noToken'],
  ['misconfigured', 'err.misconfigured'],
  ['missing', 'err.missing'],
  ['busy', 'err.busy'],
  ['unexpected', 'err.server'],
  ['rejected', 'err.server'],
];

describe('What is shown of a remote value', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('is its room while it comes, said once and never like an empty list (F01, F03)', async () => {
    const { place, draw } = await screen();
    draw({ status: 'idle' });
    expect(said(place, 'status')).to.deep.equal(['Henter …']);
    const status = place.querySelector('[role=status]');
    draw({ status: 'loading', long: false });
    expect(place.querySelector('[role=status]'), 'not announced again').to.equal(status);
    expect(place.querySelector('.bone')?.closest('[aria-hidden=true]')).to.exist;
    draw({ status: 'loading', long: true });
    expect(said(place, 'status')).to.deep.equal([danish['state.stillLoading']]);
    await expectAccessible(place);
  });

  it('is the value when it is here, and nothing else', async () => {
    const { place, draw } = await screen();
    draw({ status: 'ready', value: 'Åse', at: 0, renewing: false });
    expect(place.textContent.trim()).to.equal('Åse');
  });

  for (const [kind, key] of words) {
    it(`is »${danish[key]}« with a way to try again when it is ${kind} (F01, F04, F05, F08, F10, F16)`, async () => {
      const { place, draw, retried } = await screen();
      draw(failed({ kind }));
      expect(said(place, 'alert')).to.deep.equal([danish[key]]);
      press(place);
      expect(retried()).to.equal(1);
      await expectAccessible(place);
    });
  }

  it('has the id to give to support, and takes it for text (F08, T12)', async () => {
    const { place, draw } = await screen();
    draw(failed({ kind: 'unexpected', requestId: '<img src=x onerror=alert(1)>' }));
    expect(place.querySelector('code')?.textContent).to.equal('<img src=x onerror=alert(1)>');
    expect(place.querySelector('img')).to.be.null;
    expect(place.textContent).to.include('Oplys koden');
  });

  it('says why there is no access and whom to ask, and offers nothing to try (R7.3, R8.1, R8.2)', async () => {
    const { place, draw } = await screen();
    draw(failed({ kind: 'forbidden' }));
    expect(said(place, 'status')).to.deep.equal(['Du har ikke adgang til Abonnementer.']);
    expect(place.textContent).to.include(danish['acc.contact']);
    expect(place.querySelector('a')?.getAttribute('href')).to.equal('tel:+4567000050');
    expect(place.querySelector('button')).to.be.null;
    await expectAccessible(place);
  });

  it('counts down to the time a busy backend named, with the button off but in place until then, and says the rest once (F11)', async () => {
    const clock = stopClock();
    const { place, draw, retried } = await screen();
    const state = failed({ kind: 'busy', until: Date.now() + 3_000 });
    draw(state);
    const [alert, button] = [place.querySelector('[role=alert]'), place.querySelector('button')];
    expect(button?.textContent.trim()).to.equal('Prøv igen om 3 s');
    expect(button?.disabled).to.be.false;
    expect(button?.getAttribute('aria-disabled')).to.equal('true');
    button?.click();
    await clock.advance(1_000);
    draw(state);
    expect(button?.textContent.trim()).to.equal('Prøv igen om 2 s');
    await clock.advance(2_000);
    draw(state);
    expect(button?.textContent.trim()).to.equal('Prøv igen');
    expect(retried()).to.equal(0);
    button?.click();
    expect(retried()).to.equal(1);
    expect(place.querySelector('[role=alert]'), 'not announced again').to.equal(alert);
  });

  it('names the time of day when a busy backend wants more than half a minute (F11)', async () => {
    stopClock();
    const until = Date.parse('2036-11-22T13:05:00Z');
    for (const [host, sentence] of [
      [inDanish, 'Prøv igen efter kl. 14.05.'],
      [inEnglish, 'Try again after 14:05.'],
    ] as const) {
      const { place, draw } = await screen(host);
      draw(failed({ kind: 'busy', until }));
      expect(place.textContent).to.include(sentence);
      expect(place.querySelector('button')?.getAttribute('aria-disabled')).to.equal('true');
    }
  });

  it('keeps what it has under a strip that says what failed and how old it is (F10)', async () => {
    const { place, draw, retried } = await screen();
    const at = Date.parse('2026-01-31T23:30:00Z');
    draw({ status: 'ready', value: 'Åse', at, renewing: false, problem: { kind: 'unexpected' } });
    expect(said(place, 'alert')).to.deep.equal([danish['err.server']]);
    expect(place.textContent).to.include('Opdateret 01.02.2026 kl. 00.30');
    expect(place.querySelector('#value')?.textContent).to.equal('Åse');
    press(place);
    expect(retried()).to.equal(1);
    await expectAccessible(place);
  });

  it('leaves the focus where it is', async () => {
    const { place, draw } = await screen();
    const field = place.parentElement?.appendChild(document.createElement('input'));
    field?.focus();
    draw(failed({ kind: 'unexpected' }));
    expect(document.activeElement).to.equal(field);
  });
});
