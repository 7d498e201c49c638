/** `<ss-support-cases>` on either site, used as people do. */
import type { Locator, Page } from 'playwright-core';
import { signIn, type Guest, type PersonKey } from './guest.ts';
import type { Site } from './guide.ts';

/** The list's place on the operator's site. */
export const casesPath = '/erhverv/support';

/** Opens the list on one of the sites. */
export async function openCases(guest: Guest, site: Site, person: PersonKey): Promise<void> {
  const { page } = guest;
  if (site === 'the operator’s website') {
    await page.goto(`${guest.operator}/log-ind?tilbage=${encodeURIComponent(casesPath)}`);
    await signIn(page, person);
  } else await guest.openIntranet(person);
  await casesOn(page).rows.first().waitFor();
}

export function casesOn(page: Page) {
  const cases = page.locator('ss-support-cases');
  /** A link where the host has addresses, else a button. */
  const way = (name: string | RegExp): Locator => cases.getByRole('link', { name }).or(cases.getByRole('button', { name }));
  return {
    cases,
    way,
    rows: cases.locator('[part=row]'),
    /** The heading of what is in sight. */
    heading: cases.getByRole('heading', { level: 2 }),
    field: (name: string): Locator => cases.getByRole('textbox', { name }),
    button: (name: string | RegExp): Locator => cases.getByRole('button', { name }),
    files: cases.locator('input[type=file]'),
    /** Opens a case from the list, by its subject. */
    open: (subject: string): Promise<void> => way(`Vis mere om sagen ${subject}`).click(),
  };
}

/** An employee answers a case at the desk, by its subject; `state` is what the page calls it afterwards. */
export async function answerAtDesk(page: Page, operator: string, { subject, text, state }: Answer): Promise<void> {
  await page.goto(`${operator}/desk/sager`);
  await page.getByRole('link', { name: subject }).click();
  await page.getByLabel('Svar til kunden').fill(text);
  await page.getByLabel('Bagefter').selectOption({ label: state });
  await page.getByRole('button', { name: 'Send svar' }).click();
  await page.getByText(text).waitFor();
}

export interface Answer {
  readonly subject: string;
  readonly text: string;
  readonly state: 'Vi venter på kundens svar' | 'Sagen er løst' | 'Vi arbejder videre';
}

/** A picture of one point, whole and sound. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
