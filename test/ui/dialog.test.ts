import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { closeDialog, dialog } from '../../src/ui/dialog.ts';
import { cleanup, expectAccessible, once, until } from '../helpers.ts';
import { all, control, focusIn, one } from '../subscriptions/screen.ts';
import { drawn, type DrawnElement } from './drawn.ts';

interface Stage {
  readonly element: DrawnElement;
  /** What has happened, in order. */
  readonly heard: string[];
  readonly open: () => Promise<HTMLDialogElement>;
  /** The same without a moment between. */
  readonly openAtOnce: () => Promise<void>;
  /** Takes it off the page, and another may be opened in the same moment. */
  readonly takeAway: () => Promise<void>;
  busy: boolean;
}

/** A button, and the question that it opens. */
const stage = async (): Promise<Stage> => {
  const heard: string[] = [];
  let shown = false;
  const element = await drawn();
  const made: Stage = {
    element,
    heard,
    busy: false,
    open: async () => {
      control(element, 'Nedlæg').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => all(element, 'dialog[open]').length, 'the dialog');
      return one<HTMLDialogElement>(element, 'dialog');
    },
    openAtOnce: async () => {
      control(element, 'Nedlæg').click();
      await element.updateComplete;
    },
    takeAway: async () => {
      shown = false;
      await element.again();
    },
  };
  const question = () =>
    dialog({
      title: 'Vil I nedlægge abonnementet for Maja Holm?',
      level: 3,
      busy: made.busy,
      content: html`<p>Abonnementet stopper 31. januar 2027.</p>`,
      actions: html`<button type="button" @click=${closeDialog}>Behold abonnement</button>
        <button type="button" class="danger" @click=${() => heard.push('deed')}>Nedlæg abonnement</button>`,
      closed: () => {
        heard.push('closed');
        shown = false;
        element.requestUpdate();
      },
    });
  await element.show(
    () =>
      html`<button
          type="button"
          @click=${() => {
            shown = true;
            element.requestUpdate();
          }}
        >
          Nedlæg
        </button>
        ${shown ? question() : ''}`,
  );
  return made;
};

const middleOf = (target: Element): [number, number] => {
  const { left, top, width, height } = target.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

const press = (target: Element): Promise<void> => sendMouse({ type: 'click', position: middleOf(target) });

/** Lets the first moment pass, in which clicks are not heard. */
const takeIn = (): Promise<void> => {
  const begun = performance.now();
  return until(() => performance.now() - begun > 400, 'the first moment to pass').then(() => {});
};

describe('A dialog', () => {
  afterEach(cleanup);

  it('takes the focus in, is named by what it asks, and is accessible (R14.3, R38.1)', async () => {
    const { element, open } = await stage();
    const box = await open();
    expect(focusIn()).to.equal('Behold abonnement');
    const title = one(element, `#${box.getAttribute('aria-labelledby') ?? ''}`);
    expect([title.innerText, title.getAttribute('aria-level'), box.matches(':modal')]).to.deep.equal([
      'Vil I nedlægge abonnementet for Maja Holm?',
      '3',
      true,
    ]);
    await expectAccessible(element);
  });

  it('keeps the focus inside, all the way round', async () => {
    const { open } = await stage();
    await open();
    const seen: string[] = [];
    for (let times = 0; times < 4; times++) {
      await sendKeys({ press: 'Tab' });
      seen.push(focusIn());
    }
    expect(seen).not.to.include('Nedlæg');
    expect(seen).to.include('Nedlæg abonnement');
  });

  it('goes away on Escape without the deed, and gives the focus back (R14.3)', async () => {
    const { element, heard, open } = await stage();
    await open();
    await sendKeys({ press: 'Escape' });
    await until(() => all(element, 'dialog').length === 0, 'the dialog to go');
    expect([heard, focusIn()]).to.deep.equal([['closed'], 'Nedlæg']);
  });

  it('goes away by its own button, and gives the focus back', async () => {
    const { element, heard, open } = await stage();
    await open();
    await sendKeys({ press: 'Enter' });
    await until(() => all(element, 'dialog').length === 0, 'the dialog to go');
    expect([heard, focusIn()]).to.deep.equal([['closed'], 'Nedlæg']);
  });

  it('stays while something is being sent, however often Escape is pressed (F21)', async () => {
    const made = await stage();
    const box = await made.open();
    made.busy = true;
    await made.element.again();
    for (let times = 0; times < 4; times++) await sendKeys({ press: 'Escape' });
    await made.element.again();
    expect([box.open, made.heard]).to.deep.equal([true, []]);
    made.busy = false;
    await made.element.again();
    await sendKeys({ press: 'Escape' });
    await until(() => made.heard.length, 'the closing');
  });

  it('does not hear a click that was meant for what stood there a moment ago, and hears the next one (T16)', async () => {
    const { element, heard, openAtOnce } = await stage();
    await openAtOnce();
    const deed = control(element, 'Nedlæg abonnement');
    deed.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
    expect(heard).to.deep.equal([]);
    await takeIn();
    await press(deed);
    expect(heard).to.deep.equal(['deed']);
  });

  it('hears a key at once, for a key is meant (T16)', async () => {
    const { element, heard, openAtOnce } = await stage();
    await openAtOnce();
    control(element, 'Nedlæg abonnement').focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal(['deed']);
  });

  it('takes a key that is held down for one press, also when it was held before the dialog came (F21, T16)', async () => {
    const { element, heard } = await stage();
    control(element, 'Nedlæg').focus();
    await sendKeys({ down: 'Enter' });
    await until(() => all(element, 'dialog[open]').length, 'the dialog');
    control(element, 'Nedlæg abonnement').focus();
    for (let times = 0; times < 5; times++) await sendKeys({ down: 'Enter' });
    expect(heard).to.deep.equal([]);
    await sendKeys({ up: 'Enter' });
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal(['deed']);
  });

  for (const [which, between] of [
    ['itself', (made: Stage) => made.element.again()],
    ['the one before it', async (made: Stage) => (await made.takeAway(), made.openAtOnce())],
  ] as const)
    it(`that stands there again is not closed by what the browser tells late of ${which} (R5.7, T16)`, async () => {
      const made = await stage();
      const before = await made.open();
      const told = once(before, 'close');
      before.close();
      await between(made);
      await told;
      expect([one<HTMLDialogElement>(made.element, 'dialog').open, made.heard]).to.deep.equal([true, []]);
    });

  it('is as deaf the second time it opens (T16)', async () => {
    const { element, heard, open, openAtOnce } = await stage();
    await open();
    await sendKeys({ press: 'Escape' });
    await until(() => all(element, 'dialog').length === 0, 'the dialog to go');
    await takeIn();
    await openAtOnce();
    control(element, 'Nedlæg abonnement').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }),
    );
    expect(heard).to.deep.equal(['closed']);
  });
});
