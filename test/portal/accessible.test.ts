/** The portal in each of its states, wide and narrow, light and dark, before axe. */
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import type { PortalElement } from '../../src/portal/portal-element.ts';
import { cleanup, expectAccessible, fixture, signIn, until, type Person } from '../helpers.ts';
import { all, control, textOf } from '../subscriptions/screen.ts';
import { area, narrow, press, wide } from './open.ts';

afterEach(async () => {
  cleanup();
  await emulateMedia({ colorScheme: 'light' });
});

type There = (portal: PortalElement, width: number) => Promise<unknown>;
const opened: There = (portal, width) => {
  control(portal, width === wide ? 'Abonnementer' : 'Menu').click();
  return until(() => all(portal, ':popover-open').length, 'the menu');
};

const scenes: Readonly<Record<string, readonly [person: Person | 'nobody', route: string, there: There]>> = {
  'on the overview': ['maja', '', (portal) => area(portal, 'ss-overview')],
  'with its menu open': [
    'maja',
    'invoices',
    async (portal, width) => {
      await area(portal, 'ss-invoices');
      await opened(portal, width);
    },
  ],
  'without access to most': ['frida', 'products', (portal) => area(portal, 'ss-product-order')],
  'with the two choices as a page': [
    'lars',
    'subscriptions/choices',
    (portal) => until(() => all(portal, '.choices .lock').length, 'the choices'),
  ],
  'where there is no place': ['maja', 'nowhere', (portal) => until(() => textOf(portal).includes('Siden findes ikke'), 'the words')],
  'while nobody is signed in': [
    'nobody',
    '',
    async (portal) => {
      const overview = await area(portal, 'ss-overview');
      await until(() => textOf(overview).includes('Du er ikke logget ind.'), 'that nobody is signed in');
      press(portal, 'Menu');
      await until(() => all(portal, ':popover-open').length, 'the menu');
    },
  ],
};

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [wide, narrow])
    describe(`The portal, ${colorScheme}, ${String(width)} pixels wide`, () => {
      for (const [name, [person, route, there]] of Object.entries(scenes))
        if (person !== 'nobody' || width === wide)
          it(`is accessible ${name} (R38.1, R38.2)`, async () => {
            await emulateMedia({ colorScheme });
            signIn('maja', { token: () => Promise.resolve(person === 'nobody' ? null : { token: person, expiresIn: 3600 }) });
            const portal = Object.assign(document.createElement('ss-portal'), { route, signOut: () => {} });
            await fixture(
              html`<div lang="da" style="inline-size: ${String(width)}px; color-scheme: ${colorScheme}; background: Canvas">
                ${portal}
              </div>`,
            );
            await there(portal, width);
            await expectAccessible(portal);
          });
    });
