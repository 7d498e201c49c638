/** `<ss-product-order>` on either site, used as people do. */
import type { Locator, Page } from 'playwright-core';
import { signIn, type Guest, type PersonKey } from './guest.ts';
import { plain, type Site } from './guide.ts';
import { settles } from './settles.ts';

/** The shelf's place on the operator's site. */
export const shelfPath = '/erhverv/produkter';

/** Opens the shelf on one of the sites. */
export async function openShelf(guest: Guest, site: Site, person: PersonKey): Promise<void> {
  const { page } = guest;
  if (site === 'the operator’s website') {
    await page.goto(`${guest.operator}/log-ind?tilbage=${encodeURIComponent(shelfPath)}`);
    await signIn(page, person);
  } else await guest.openIntranet(person);
  await shopOn(page).shop.getByRole('heading', { name: 'Routere' }).waitFor();
}

export interface Street {
  readonly street: string;
  readonly houseNumber: string;
  readonly place?: string;
  readonly postcode: string;
}

export function shopOn(page: Page) {
  const shop = page.locator('ss-product-order');
  /** A link where the host has addresses, else a button. */
  const way = (name: string): Locator => shop.getByRole('link', { name, exact: true }).or(shop.getByRole('button', { name, exact: true }));
  const field = (label: string | RegExp): Locator => shop.getByLabel(label);
  const send = way('Godkend og send');
  const parts = {
    shop,
    way,
    field,
    send,
    thanks: shop.getByRole('heading', { name: 'Tak for bestillingen' }),
    errors: shop.locator('.summary'),
    /** Opens the form of a product. */
    open: async (product: string): Promise<void> => {
      await way(`Bestil ${product}`).click();
      await send.waitFor();
    },
    /** Chooses somebody whom the company has, by the first letters. */
    existing: async (typed: string, name: string): Promise<void> => {
      await shop.getByRole('radio', { name: 'En eksisterende bruger' }).press('Space');
      const input = shop.getByRole('combobox', { name: 'Begynd at skrive brugerens navn' });
      await input.pressSequentially(typed);
      // What is still being looked for cannot be chosen from.
      await shop
        .locator('#user-popup[aria-busy=false]')
        .getByRole('option', { name: new RegExp(`^${name}`) })
        .waitFor();
      await input.press('ArrowDown');
      await input.press('Enter');
      await settles(() => input.inputValue(), name);
    },
    /** Somebody new. */
    newUser: async (name: string): Promise<void> => {
      await shop.getByRole('radio', { name: 'En ny bruger' }).press('Space');
      await field(/^Navn/).fill(name);
      // The button is another one once the code behind it has come: whoever presses the first one loses the focus.
      await shop.locator('.submit').waitFor();
    },
    /** Another address than the main one. */
    address: async ({ street, houseNumber, place = '', postcode }: Street): Promise<void> => {
      await way('Ret leveringsadresse').press('Enter');
      await field(/^Vejnavn/).fill(street);
      await field(/^Husnummer/).fill(houseNumber);
      await field(/^Etage/).fill('');
      await field(/^Dør/).fill('');
      await field(/^Supplerende bynavn/).fill(place);
      await field(/^Postnummer/).fill(postcode);
    },
    /** Approves, waits for the receipt, and gives the order's number. */
    approve: async (): Promise<string> => {
      await send.press('Enter');
      return parts.receipt();
    },
    receipt: async (): Promise<string> => {
      await parts.thanks.waitFor();
      const words = await shop.getByText(/^Ordrenummer \d+$/).innerText();
      return plain(words).replace('Ordrenummer ', '');
    },
  };
  return parts;
}
