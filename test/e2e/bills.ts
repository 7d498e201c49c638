/** `<ss-invoices>` on either site, used as people do. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { signIn, type Guest, type PersonKey } from './guest.ts';
import type { Site } from './guide.ts';

/** The list's place on the operator's site. */
export const billsPath = '/erhverv/faktura';

/** Opens the list on one of the sites. */
export async function openBills(guest: Guest, site: Site, person: PersonKey): Promise<void> {
  const { page } = guest;
  if (site === 'the operator’s website') {
    await page.goto(`${guest.operator}/log-ind?tilbage=${encodeURIComponent(billsPath)}`);
    await signIn(page, person);
  } else await guest.openIntranet(person);
  await billsOn(page).rows.first().waitFor();
}

/** A file as the browser has saved it. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export function billsOn(page: Page) {
  const bills = page.locator('ss-invoices');
  /** A link where the host has addresses, else a button. */
  const way = (name: string | RegExp): Locator => bills.getByRole('link', { name }).or(bills.getByRole('button', { name }));
  const rows = bills.locator('[part=row]');
  const perUser = bills.getByRole('table', { name: 'Forbrug pr. bruger' });
  return {
    bills,
    way,
    rows,
    perUser,
    /** The heading of what is in sight. */
    heading: bills.getByRole('heading', { level: 2 }),
    row: (number: string): Locator => rows.filter({ has: page.getByText(number, { exact: true }) }),
    /** Opens an invoice from the list. */
    specified: async (number: string): Promise<void> => {
      await way(`Specificeret, faktura ${number}`).click();
      await perUser.waitFor();
    },
    /** Those whom the table of users shows. */
    names: perUser.locator('button.disclosure'),
    search: bills.getByRole('searchbox', { name: 'Søg efter bruger' }),
    /** Opens somebody's lines, and gives what stands in them. */
    linesOf: async (name: string): Promise<Locator> => {
      const button = perUser.getByRole('button', { name });
      await button.click();
      const lines = perUser.locator(`[id="${(await button.getAttribute('aria-controls')) ?? ''}"]`);
      await lines.getByRole('table').first().waitFor();
      return lines;
    },
    /** Presses what downloads, and waits until the browser has the file. */
    download: async (press: () => Promise<void>): Promise<SavedFile> => {
      const [saved] = await Promise.all([page.waitForEvent('download'), press()]);
      return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
    },
  };
}

/** `1.234,56 kr.` as øre, wherever it stands in the words. */
export function oereIn(words: string): number {
  const [, sign, crowns, rest] = /([-−]?)\s?([\d.]+),(\d\d)\s?kr\./.exec(words) ?? [];
  if (crowns === undefined || rest === undefined) throw new Error(`There is no amount in »${words}«.`);
  return (sign === '' ? 1 : -1) * Number(crowns.replaceAll('.', '') + rest);
}
