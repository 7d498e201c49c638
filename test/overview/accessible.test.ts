/** The overview in each of its states, light and dark, in Danish and English, before axe. */
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import { answers, at, silent, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until } from '../helpers.ts';
import { all } from '../subscriptions/screen.ts';
import { entitled, page, settled } from './first-page.ts';

afterEach(async () => {
  cleanup();
  await emulateMedia({ colorScheme: 'light' });
});

const rights = { subscriptions: 'none', products: 'none', invoices: 'none', cases: 'none' } as const;

const scenes: Readonly<Record<string, readonly [fault: Fault, until: (element: Element) => Promise<unknown>]>> = {
  'with everything': [(inner) => inner, settled],
  'while it is fetched': [at('/companies/', silent()), (element) => until(() => all(element, '.bone').length > 4, 'bones')],
  'with everything failed': [at('/companies/', answers(422)), settled],
  'without any right': [entitled(rights), settled],
};

for (const colorScheme of ['light', 'dark'] as const)
  for (const lang of ['da', 'en'])
    describe(`The overview in ${lang === 'da' ? 'Danish' : 'English'}, ${colorScheme}`, () => {
      for (const [name, [fault, there]] of Object.entries(scenes))
        it(`is accessible ${name} (R38.1, R38.2)`, async () => {
          await emulateMedia({ colorScheme });
          signIn('maja', { fetch: fault((...call) => fetch(...call)) });
          const frame = await fixture<HTMLElement>(
            html`<div lang=${lang} style="color-scheme: ${colorScheme}; background: Canvas">${page}</div>`,
          );
          const element = frame.querySelector('ss-overview');
          if (!element) throw new Error('The element is not there.');
          await there(element);
          await expectAccessible(element);
        });
    });
