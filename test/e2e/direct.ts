/** »Selvbetjening« on the partner's site, which signs in in the browser, used as people do. */
import type { Page, Route } from 'playwright-core';
import type { Guest } from './guest.ts';

const names = { maja: 'Maja Holm', lars: 'Lars Læser' } as const;

/** The page in one of the guest's tabs, the first one unless told otherwise. */
export function directOn(guest: Guest, page: Page = guest.page) {
  const portal = page.locator('ss-portal');
  const signInButton = portal.getByRole('main').getByRole('button', { name: 'Log ind', exact: true });
  /** Presses »Log ind« and gives the window that opens. */
  const openWindow = async (): Promise<Page> => {
    const [opened] = await Promise.all([guest.context.waitForEvent('page'), signInButton.click()]);
    return opened;
  };
  return {
    portal,
    signInButton,
    openWindow,
    /** What the page says above the portal. */
    notice: page.locator('#besked'),
    signedOut: portal.getByRole('main').getByText('Du er ikke logget ind.'),
    /** One of the first company's cases, in their list. */
    someCase: portal.locator('ss-support-cases').getByText('Ingen dækning på lageret i Østerå', { exact: true }),
    /** The form for a new case. */
    subject: portal.getByRole('textbox', { name: 'Emne' }),
    description: portal.getByRole('textbox', { name: 'Beskrivelse' }),
    send: portal.locator('ss-support-cases').getByRole('button', { name: 'Opret supportsag' }),
    /** The first figure of the overview. */
    users: portal.getByText('24 brugere'),
    open: async (place = ''): Promise<void> => {
      await page.goto(`${guest.partner}/direkte/${place}`);
      await signInButton.waitFor();
    },
    /** Signs in in a window, which asks for the password, and waits until it is gone. */
    signIn: async (person: keyof typeof names): Promise<void> => {
      await fillIn(await openWindow(), person);
    },
    /** The same where the operator knows the person already: the window comes and goes. */
    signInAgain: async (): Promise<void> => {
      const gone = guest.context.waitForEvent('page').then(async (opened) => {
        if (!opened.isClosed()) await opened.waitForEvent('close');
      });
      await signInButton.click();
      await gone;
    },
    signOut: async (): Promise<void> => {
      await portal.getByRole('button', { name: 'Maja Holm' }).click();
      await portal.getByRole('button', { name: 'Log ud' }).click();
    },
  };
}

/** Fills the sign-in page in, in a window that closes by itself afterwards. */
export async function fillIn(opened: Page, person: keyof typeof names): Promise<void> {
  await opened.getByRole('button', { name: names[person] }).click();
  const closed = opened.waitForEvent('close');
  await opened.locator('form.sign-in').getByRole('button', { name: 'Log ind' }).click();
  await closed;
}

/** Alters where the provider sends the browser back to, once it knows the person: on its way, as somebody in between would. */
export const alterAnswer =
  (alter: (answer: URL) => void) =>
  async (route: Route): Promise<void> => {
    const response = await route.fetch({ maxRedirects: 0 });
    const answer = new URL(response.headers()['location'] ?? '');
    alter(answer);
    await route.fulfill({ response, headers: { ...response.headers(), location: answer.href } });
  };
