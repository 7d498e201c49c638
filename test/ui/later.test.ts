import { expect } from 'chai';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { Later, type Styled } from '../../src/ui/later.ts';
import { cleanup, fixture } from '../helpers.ts';

interface Words extends Styled {
  readonly words: string;
}

const styles = css`
  p {
    color: red;
  }
`;

/** Fetches code when the test lets it, and says what it has got. */
class PatientElement extends LitElement {
  readonly fetched: { readonly arrive: (words: string) => void; readonly fail: () => void }[] = [];
  readonly adopted: string[] = [];
  /** What dressing waits for. */
  adopting: Promise<void> = Promise.resolve();

  readonly later = new Later<Words>(
    this,
    () =>
      new Promise((resolve, reject) => {
        this.fetched.push({
          arrive: (words) => {
            resolve({ styles, words });
          },
          fail: () => {
            reject(new TypeError('Failed to fetch dynamically imported module'));
          },
        });
      }),
    async ({ words }) => {
      this.adopted.push(words);
      await this.adopting;
    },
  );

  get written(): string {
    return this.renderRoot.textContent.trim();
  }

  protected override render(): TemplateResult {
    const { failed, module } = this.later;
    return html`${failed ? 'failed' : (module?.words ?? 'waiting')}`;
  }
}

customElements.define('x-patient', PatientElement);

const patient = (): Promise<PatientElement> => fixture<PatientElement>(html`<x-patient></x-patient>`);

describe('Code that comes later', () => {
  afterEach(cleanup);

  it('is fetched once, however often it is asked for, and is on screen when that resolves', async () => {
    const element = await patient();
    expect(element.fetched).to.have.length(0);
    const loads = [element.later.load(), element.later.load(), element.later.load()];
    expect(element.written).to.equal('waiting');
    element.fetched[0]?.arrive('here');
    await Promise.all(loads);
    expect([element.written, element.fetched.length, element.adopted]).to.deep.equal(['here', 1, ['here']]);
    await element.later.load();
    expect([element.fetched.length, element.adopted.length]).to.deep.equal([1, 1]);
  });

  it('is used only once its styles and words have been taken in', async () => {
    const element = await patient();
    let dress: (() => void) | undefined;
    element.adopting = new Promise((resolve) => {
      dress = resolve;
    });
    const load = element.later.load();
    element.fetched[0]?.arrive('here');
    await new Promise(requestAnimationFrame);
    expect([element.adopted, element.later.module]).to.deep.equal([['here'], undefined]);
    dress?.();
    await load;
    expect(element.written).to.equal('here');
  });

  it('that cannot be fetched says so instead of throwing, and is fetched again when asked for again (F29)', async () => {
    const element = await patient();
    const load = element.later.load();
    element.fetched[0]?.fail();
    await load;
    expect([element.written, element.later.failed]).to.deep.equal(['failed', true]);
    const again = element.later.load();
    element.fetched[1]?.arrive('here');
    await again;
    expect([element.written, element.later.failed, element.fetched.length]).to.deep.equal(['here', false, 2]);
  });

  it('whose words cannot be taken in has failed too, and is not half there (F29)', async () => {
    const element = await patient();
    element.adopting = Promise.reject(new Error('no words'));
    const load = element.later.load();
    element.fetched[0]?.arrive('here');
    await load;
    expect([element.written, element.later.module]).to.deep.equal(['failed', undefined]);
  });
});
