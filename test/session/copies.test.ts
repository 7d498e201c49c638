import { expect } from 'chai';
import { html } from 'lit';
import { SessionElement } from '../../src/session/session-element.ts';
import { cleanup, fixture, once, until } from '../helpers.ts';

/** The files for script tags, as a host page has them beside our modules. */
const script = async (name: string): Promise<void> => {
  const element = Object.assign(document.createElement('script'), { type: 'module', src: `/dist/cdn/${name}.js` });
  const loaded = once(element, 'load');
  document.head.append(element);
  await loaded;
  element.remove();
};

const token = () => Promise.resolve({ token: 'maja', expiresIn: 3600 });

class OtherElement extends HTMLElement {}

describe('A page with two copies of the library', () => {
  const errors: string[] = [];
  const hear = (event: ErrorEvent) => errors.push(event.message);
  before(() => {
    window.addEventListener('error', hear);
  });
  after(() => {
    window.removeEventListener('error', hear);
  });
  afterEach(cleanup);

  it('works with a tag that somebody else has taken, and with the first of two, without an error (F30)', async () => {
    customElements.define('ss-company-switcher', OtherElement);
    await import('../../src/session/ss-session.ts');
    await import('../../src/company-switcher/ss-company-switcher.ts');
    for (const name of ['ss-session', 'ss-company-switcher', 'ss-subscriptions']) await script(name);
    expect(customElements.get('ss-company-switcher')).to.equal(OtherElement);
    expect(customElements.get('ss-session')).to.equal(SessionElement);
    expect(errors).to.deep.equal([]);
  });

  it('gives the session of one copy to the elements of the other (F30)', async () => {
    await script('ss-subscriptions');
    await import('../../src/session/ss-session.ts');
    const session = await fixture<SessionElement>(
      html`<ss-session api="/v1" mode="token" .token=${token}><ss-subscriptions></ss-subscriptions></ss-session>`,
    );
    const list = session.querySelector('ss-subscriptions');
    const row = await until(() => list?.shadowRoot?.querySelector('tbody tr'), 'a row of the other copy');
    expect(row.textContent.trim()).not.to.equal('');
    expect(errors).to.deep.equal([]);
  });
});
