/** Both elements in each of their states, light and dark, in Danish and English, before axe with its contrast rules. */
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { openPicker } from '../company-switcher/open.ts';
import { answers, at, line, offline, silent } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until, type Person } from '../helpers.ts';
import { companyOf, cvr } from './open.ts';
import { all, find, listed, one, openSort, reads, textOf, type } from './screen.ts';

interface Scene {
  readonly person?: Person;
  readonly options?: () => Partial<ConnectOptions> | Promise<Partial<ConnectOptions>>;
  /** Brings the element into the state, and resolves when it is there. */
  readonly until: (element: Element) => Promise<unknown>;
}

const has = (selector: string) => (element: Element) => until(() => all(element, selector).length, selector);
const search = (...fault: Parameters<typeof answers>) => ({ fetch: at('/search', answers(...fault))(fetch) });

const lists: Readonly<Record<string, Scene>> = {
  waiting: { options: () => ({ fetch: silent()(fetch) }), until: has('.bone') },
  loading: { options: () => ({ fetch: at('/search', silent())(fetch) }), until: has('#search') },
  'with rows': { until: listed },
  'with its menu open': { until: (element) => listed(element).then(() => openSort(element)) },
  'with hits': {
    until: async (element) => (
      await listed(element),
      type(one(element, '#search'), 'søren'),
      until(() => all(element, 'tbody tr').length === 3, 'the hits')
    ),
  },
  'without hits': { until: async (element) => (await listed(element), type(one(element, '#search'), 'xyzzy'), has('.notice')(element)) },
  'with nothing': { options: async () => ({ company: await companyOf('maja', cvr.aeroe) }), until: has('.notice') },
  'at a profile': { until: async (element) => (await listed(element), one(element, 'td .link').click(), has('dl')(element)) },
  'without access': { person: 'frida', until: has('[part=no-access]') },
  'without a company': { person: 'uffe', until: has('.notice') },
  'signed out': { options: () => ({ token: () => Promise.resolve(null) }), until: has('[part=signed-out]') },
  failed: { options: () => search(422), until: has('[part=problem]') },
  busy: { options: () => search(429, { 'retry-after': '20' }), until: has('[part=problem]') },
  stale: {
    options: () => ({ fetch: stale.fetch }),
    until: async (element) => {
      await listed(element);
      stale.use((inner) => at('/search', answers(422))(at('/users/gone', answers(404))(inner)));
      (element as HTMLElement & { route: string }).route = 'users/gone';
      await has('[part=problem]')(element);
      one(element, '.back-link').click();
      await has('.strip')(element);
    },
  },
};
const stale = line();

const switchers: Readonly<Record<string, Scene>> = {
  waiting: { options: () => ({ fetch: silent()(fetch) }), until: has('.bone') },
  'with seven': { until: has('select') },
  'with one': { person: 'ida', until: has('.only') },
  'with none': { person: 'uffe', until: has('.only') },
  'with two hundred': { person: 'mange', until: has('button[part=company]') },
  'with its search open': { person: 'mange', until: async (element) => (await has('button[part=company]')(element), openPicker(element)) },
  'signed out': { options: () => ({ token: () => Promise.resolve(null) }), until: has('[part=signed-out]') },
  failed: { options: () => ({ fetch: offline()(fetch) }), until: has('[part=problem]') },
};

describe('accessibility', () => {
  afterEach(async () => {
    cleanup();
    stale.use();
    await emulateMedia({ colorScheme: 'light' });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
  });

  const check = (name: string, scenes: Readonly<Record<string, Scene>>, template: TemplateResult) => {
    for (const [state, scene] of Object.entries(scenes))
      it(`has nothing to say against the ${name} ${state}, light and dark, in Danish and English (R8.3, R12.2)`, async () => {
        // axe takes a page without a ground for white.
        Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
        signIn(scene.person ?? 'maja', await scene.options?.());
        const page = await fixture<HTMLElement>(
          html`<main lang="da">
            <h1>Selvbetjening</h1>
            ${template}
          </main>`,
        );
        const element = page.querySelector('ss-subscriptions, ss-company-switcher');
        if (!element) throw new Error('The page is not whole.');
        await scene.until(element);
        for (const colorScheme of ['light', 'dark'] as const) {
          await emulateMedia({ colorScheme });
          await expectAccessible(page);
        }
        page.lang = 'en';
        await until(() => one(element, '.root').lang === 'en', 'English');
        await expectAccessible(page);
        expect(textOf(element)).not.to.match(/Henter|Søg efter|Prøv igen|Log ind|Abonnement\b|Sorter/);
      });
  };
  check('list', lists, html`<ss-subscriptions></ss-subscriptions>`);
  check('switcher', switchers, html`<ss-company-switcher></ss-company-switcher>`);

  it('speaks English to the end: words, money, dates and what is announced', async () => {
    signIn('maja');
    const page = await fixture(html`<main lang="en-GB"><ss-subscriptions></ss-subscriptions></main>`);
    const element = page.querySelector('ss-subscriptions');
    if (!element) throw new Error('The page is not whole.');
    await reads(element, '24 users · 26 subscriptions');
    expect(find(element, 'Sort view')).not.to.equal(undefined);
    expect(textOf(element)).to.contain('Will be closed 31/12/2026').and.to.contain('Showing 1–26 of 26');
  });

  it('speaks Danish where the language of the page is one it does not know', async () => {
    signIn('maja');
    const page = await fixture(html`<main lang="tlh"><ss-subscriptions></ss-subscriptions></main>`);
    const element = page.querySelector('ss-subscriptions');
    if (!element) throw new Error('The page is not whole.');
    await reads(element, '24 brugere · 26 abonnementer');
    expect(one(element, '.root').lang).to.equal('da');
  });
});
