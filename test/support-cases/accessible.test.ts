/** Support cases in each of their states, light and dark, in Danish and English, before axe, at every width, and by keyboard. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { SupportCasesElement } from '../../src/support-cases/support-cases-element.ts';
import { answers, at, silent } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until, type Person } from '../helpers.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, focusIn, one, plain, type } from '../subscriptions/screen.ts';
import { dealer } from './create-scene.ts';
import { caseWhere, created, listed, talking, typeReply } from './talks.ts';

interface Scene {
  readonly person?: Person;
  readonly options?: () => Partial<ConnectOptions> | Promise<Partial<ConnectOptions>>;
  readonly route?: () => Promise<string>;
  /** Brings the element into the state, and resolves when it is there. */
  readonly until: (element: SupportCasesElement) => Promise<unknown>;
}

const has = (selector: string) => (element: Element) => until(() => all(element, selector).length, selector);
const numbered = (wanted: string) => async () =>
  (await caseWhere(await companyOf('maja', cvr.nordlys), ({ number }) => number === wanted)).id;

const scenes: Readonly<Record<string, Scene>> = {
  loading: { options: () => ({ fetch: at('/cases', silent())(fetch) }), until: has('.bone') },
  'with rows': { until: listed },
  'with nothing': { person: 'ida', options: () => ({}), until: has('.notice') },
  'without a match': {
    until: async (element) => {
      await listed(element);
      type(one(element, '#search'), 'findes ikke');
      await has('.notice')(element);
    },
  },
  failed: { options: () => ({ fetch: at('/cases', answers(422))(fetch) }), until: has('[part=problem]') },
  'with a case that waits': { route: numbered('100201'), until: talking },
  'with a case that is solved': { route: numbered('100236'), until: talking },
  'with a case that is closed': { route: numbered('100243'), until: talking },
  'with a case and something wrong with the reply': {
    route: numbered('100208'),
    until: async (element) => {
      await talking(element);
      await typeReply(element, 'a'.repeat(10_001));
      control(element, 'Send svar').click();
      await has('.reply .error')(element);
    },
  },
};

const stage = async (
  { person = 'maja', options, route, until: there }: Scene,
  lang: string,
  width?: number,
): Promise<SupportCasesElement> => {
  signIn(person, { ...(person === 'maja' && { company: await companyOf('maja', cvr.nordlys) }), ...(await options?.()) });
  const frame = (inner: TemplateResult) => html`<div lang=${lang}>${inner}</div>`;
  const place = await fixture<HTMLElement>(frame(html`<ss-support-cases route=${(await route?.()) ?? ''}></ss-support-cases>`));
  if (width) place.style.inlineSize = `${String(width)}px`;
  const element = place.querySelector('ss-support-cases');
  if (!element) throw new Error('The page is not whole.');
  await there(element);
  return element;
};

describe('support cases, for everybody', () => {
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    document.documentElement.style.colorScheme = '';
    document.body.style.background = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, scene] of Object.entries(scenes)) {
    for (const scheme of ['light', 'dark'] as const)
      it(`are accessible ${name}, ${scheme} (R38.1)`, async () => {
        await emulateMedia({ colorScheme: scheme });
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = scheme === 'dark' ? '#0d1319' : '#f4f6f8';
        await expectAccessible(await stage(scene, 'da'));
      });

    it(`fit every width from 320 to 1440 px ${name} (R38.1)`, async () => {
      await setViewport({ width: 1500, height: 900 });
      for (const width of [320, 360, 480, 700, 768, 1024, 1440]) {
        const element = await stage(scene, 'da', width);
        const wide = all(element, '*').filter((part) => part.checkVisibility() && !part.closest('.visually-hidden, thead'));
        const { right } = element.getBoundingClientRect();
        const out = wide.filter((part) => part.getBoundingClientRect().right > right + 1);
        expect(
          out.map(({ className, localName }) => `${localName}.${className}`),
          `at ${String(width)} px`,
        ).to.deep.equal([]);
        cleanup();
      }
    });
  }

  it('are there in English too (R38.2)', async () => {
    const element = await stage({ until: listed }, 'en');
    await until(() => one(element, 'h2').innerText === 'My support cases', 'English');
    expect(all(element, '.list th').map(({ innerText }) => plain(innerText))).to.include('Last changed');
    one(element, 'td [data-route]').click();
    await talking(element);
    await until(() => plain(one(element, '.facts h3').innerText) === 'About the case', 'English');
  });

  it('keep their marks in forced colours (R38.1)', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await stage(scenes['with rows'] ?? { until: listed }, 'da');
    expect(all(element, '.tag').every((tag) => getComputedStyle(tag).borderTopStyle === 'solid')).to.equal(true);
  });

  it('are operated with the keyboard alone: to a case, a reply, and back (R38.1)', async () => {
    const { id: company } = await dealer(99)();
    const { id } = await created(company);
    signIn('mange', { company });
    const element = await fixture<SupportCasesElement>(html`<ss-support-cases></ss-support-cases>`);
    await listed(element);
    one(element, `td [data-route="${id}"]`).focus();
    await sendKeys({ press: 'Enter' });
    await talking(element);
    expect(focusIn()).to.equal('Ingen dækning i kælderen');
    for (let steps = 0; steps < 10 && element.shadowRoot?.activeElement?.id !== 'reply'; steps++) await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Med tastaturet' });
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.contain('Send svar');
    await sendKeys({ press: 'Enter' });
    await until(() => all(element, '.message').length === 2, 'the reply');
    one(element, '.back-link').focus();
    await sendKeys({ press: 'Enter' });
    await listed(element);
    expect(focusIn()).to.contain('Vis mere');
  });
});
