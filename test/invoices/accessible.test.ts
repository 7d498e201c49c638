/** The invoices in each of their states, light and dark, in Danish and English, before axe, and at every width. */
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { InvoicesElement } from '../../src/invoices/invoices-element.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { answers, at, silent } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until } from '../helpers.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, focusIn, one, plain } from '../subscriptions/screen.ts';
import { invoiceOf, listed } from './bills.ts';

interface Scene {
  readonly options?: () => Partial<ConnectOptions> | Promise<Partial<ConnectOptions>>;
  readonly route?: () => Promise<string>;
  /** Brings the element into the state, and resolves when it is there. */
  readonly until: (element: Element) => Promise<unknown>;
}

const has = (selector: string) => (element: Element) => until(() => all(element, selector).length, selector);
const itemised = async (element: Element) => {
  await has('.users tbody tr')(element);
  one(element, '.disclosure').click();
  await has('.lines')(element);
  control(element, 'Vis opkald').click();
  await has('.calls')(element);
};

const scenes: Readonly<Record<string, Scene>> = {
  loading: { options: () => ({ fetch: at('/invoices', silent())(fetch) }), until: has('.bone') },
  'with rows': { until: (element) => listed(element).then(() => has('.months')(element)) },
  'with nothing': { options: async () => ({ company: await companyOf('maja', cvr.aeroe) }), until: has('.notice') },
  'without a match': {
    until: async (element) => {
      await listed(element);
      const field = one<HTMLSelectElement>(element, 'select[name=state]');
      field.value = 'unpaid';
      field.dispatchEvent(new Event('change'));
      const year = one<HTMLSelectElement>(element, 'select[name=year]');
      year.value = '2025';
      year.dispatchEvent(new Event('change'));
      await has('.notice')(element);
    },
  },
  'with a file that failed': {
    options: () => ({ fetch: at('/pdf', answers(404))(fetch) }),
    until: async (element) => {
      await listed(element);
      one(element, '.pdf').click();
      await has('.download')(element);
    },
  },
  itemised: { route: async () => (await invoiceOf(cvr.nordlys, ({ issued }) => issued === '2026-10-01')).id, until: itemised },
  failed: { options: () => ({ fetch: at('/invoices', answers(422))(fetch) }), until: has('[part=problem]') },
};

const stage = async ({ options, route, until: there }: Scene, lang: string, width?: number): Promise<InvoicesElement> => {
  signIn('maja', { company: await companyOf('maja', cvr.nordlys), ...(await options?.()) });
  const frame = (inner: TemplateResult) => html`<div lang=${lang}>${inner}</div>`;
  const place = await fixture<HTMLElement>(frame(html`<ss-invoices route=${(await route?.()) ?? ''}></ss-invoices>`));
  if (width) place.style.inlineSize = `${String(width)}px`;
  const element = place.querySelector('ss-invoices');
  if (!element) throw new Error('The page is not whole.');
  await there(element);
  return element;
};

describe('the invoices, for everybody', () => {
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light' });
    document.documentElement.style.colorScheme = '';
    document.body.style.background = '';
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
    const element = await stage({ until: (found) => listed(found).then(() => has('.months')(found)) }, 'en');
    await until(() => one(element, 'h2').innerText === 'Invoice', 'English');
    expect(all(element, '.list th').map(({ innerText }) => plain(innerText))).to.include('Due date');
  });

  it('are operated with the keyboard alone: to an invoice, a user of it and back (R38.1)', async () => {
    const element = await stage({ until: listed }, 'da');
    one(element, 'td [data-route]').focus();
    await sendKeys({ press: 'Enter' });
    await has('.users tbody tr')(element);
    one(element, '.disclosure').focus();
    await sendKeys({ press: 'Space' });
    await has('.lines')(element);
    expect(one(element, '.disclosure').ariaExpanded).to.equal('true');
    one(element, '.back-link').focus();
    await sendKeys({ press: 'Enter' });
    await listed(element);
    expect(focusIn()).to.contain('Specificeret');
  });
});
