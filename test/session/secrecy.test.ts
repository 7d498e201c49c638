import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import { requestOf, type Fetch } from '../faults.ts';
import { cleanup, fixture, signIn, until } from '../helpers.ts';
import { counting } from '../recorder.ts';

const secret = 'secret-7f3a9c';

/** A backend that knows Maja by the secret token. */
const inner: Fetch = (...call) => {
  const request = requestOf(...call);
  if (request.headers.get('authorization') === `Bearer ${secret}`) request.headers.set('authorization', 'Bearer maja');
  return fetch(request);
};

/** Everything that stands in a part of the page, shadow roots included. */
const written = (root: Element | ShadowRoot): string =>
  [root.innerHTML, ...[...root.querySelectorAll('*')].map((element) => (element.shadowRoot ? written(element.shadowRoot) : ''))].join('\n');

const levels = ['debug', 'error', 'info', 'log', 'warn'] as const;

describe('A token', () => {
  const said: unknown[] = [];
  const before = levels.map((level) => [level, console[level].bind(console)] as const);
  beforeEach(() => {
    for (const level of levels) console[level] = (...words: unknown[]) => said.push(...words);
  });
  afterEach(() => {
    for (const [level, print] of before) console[level] = print;
    cleanup();
  });

  it('stands in no address, attribute, text, event, storage or console, also when calls fail (T08)', async () => {
    const watched = counting(inner);
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(JSON.stringify(event));
    for (const type of ['ss-problem', 'ss-sign-in', 'ss-count']) document.addEventListener(type, hear);
    const host = await fixture<HTMLElement>(
      html`<div><ss-company-switcher></ss-company-switcher><ss-subscriptions></ss-subscriptions></div>`,
    );
    host.append(document.createElement('ss-subscriptions'));
    const refused: Fetch = (...call) =>
      watched.requests.length < 5 ? watched.fetch(...call) : Promise.resolve(Response.json({}, { status: 404 }));
    signIn('maja', { token: () => Promise.resolve({ token: secret, expiresIn: 3600 }), fetch: refused });
    const list = host.querySelector('ss-subscriptions');
    await until(() => list?.shadowRoot?.querySelector('tbody tr'), 'a list');
    await until(() => heard.length, 'an event');
    for (const type of ['ss-problem', 'ss-sign-in', 'ss-count']) document.removeEventListener(type, hear);
    const page = [written(document.documentElement), location.href, document.cookie, document.title].join('\n');
    const kept = JSON.stringify([localStorage, sessionStorage, history.state]);
    expect(page).to.include('Nordlys');
    for (const place of [page, kept, heard.join(), said.map(String).join(), watched.paths().join()]) expect(place).not.to.include(secret);
    expect(watched.requests.every(({ headers }) => headers.get('authorization') === `Bearer ${secret}`)).to.be.true;
  });

  it('is not printed when the session is set up wrongly (T08)', async () => {
    expect(() =>
      signIn('maja', { api: `https://${secret}@operator.example/`, token: () => Promise.resolve({ token: secret, expiresIn: 1 }) }),
    )
      .to.throw(TypeError)
      .with.property('message')
      .not.that.includes(secret);
    expect(said.map(String).join()).not.to.include(secret);
    await Promise.resolve();
  });
});
