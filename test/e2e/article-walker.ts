/** Who walks the article: a person at a page with something in the hand, who looks around in each place. */
import type { Locator, Page } from 'playwright-core';
import type { Hand } from './article-hand.ts';
import type { Guest } from './guest.ts';

export interface Walker {
  readonly guest: Guest;
  readonly page: Page;
  readonly hand: Hand;
  /** Looks at the place that the walk has come to. */
  readonly look: (place: string) => Promise<void>;
  /** Looks without touching anything: what is open here closes with the next step. */
  readonly glance: (place: string) => Promise<void>;
}

/** Where the portal begins on the operator's site. */
export const base = '/selvbetjening/';

/** From so many pixels on the areas stand in the top menu. */
const roomForMenu = 760;

/** The portal's frame, as people find it. */
export function frameOn({ page, hand }: Walker) {
  const portal = page.locator('ss-portal');
  const menu = portal.getByRole('navigation', { name: 'Områder' });
  const link = (name: string): Locator => menu.getByRole('link', { name, exact: true });
  const isWide = (): boolean => (page.viewportSize()?.width ?? 0) >= roomForMenu;
  /** What a narrow screen has behind »Menu«. */
  const inMenu = async (name: string): Promise<void> => {
    if (!isWide()) await hand.press(menu.getByRole('button', { name: 'Menu' }));
    await hand.press(link(name));
  };
  return {
    portal,
    menu,
    main: portal.getByRole('main'),
    link,
    isWide,
    /** The name of the place; an area's own stands in an element of its own, on the first level too. */
    heading: (name: string): Locator => portal.locator('h1, [aria-level="1"]').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) }),
    company: portal.getByRole('combobox', { name: 'Skift virksomhed' }),
    /** One of the areas that the menu leads to at once. */
    area: (name: string): Promise<void> => hand.press(link(name)),
    /** Opens the two choices of »Abonnementer«: below the menu, or as a page (D6). */
    choices: (): Promise<void> =>
      hand.press(isWide() ? menu.getByRole('button', { name: 'Abonnementer', exact: true }) : link('Abonnementer')),
    /** One of them, once they are in sight. */
    choice: (name: string): Locator =>
      (isWide() ? menu.locator('#choices') : portal.getByRole('main')).getByRole('link', { name, exact: true }),
    cases: (): Promise<void> => inMenu('Mine supportsager'),
    newSubscription: (): Promise<void> => inMenu('Opret nyt abonnement'),
  };
}
