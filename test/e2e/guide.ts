/** »Opret nyt abonnement« on either site, filled in as people do. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { on, type Guest, type PersonKey } from './guest.ts';
import { settles } from './settles.ts';
import type { Stage } from './stage.ts';

export type Site = 'the operator’s website' | 'the partner’s intranet';
export const sites: readonly Site[] = ['the operator’s website', 'the partner’s intranet'];

/** Opens the list on one of the sites. */
export async function openSite(guest: Guest, site: Site, person: PersonKey): Promise<void> {
  await (site === 'the operator’s website' ? guest.openList(person) : guest.openIntranet(person));
  await on(guest.page).rows.first().waitFor();
}

/** The row of somebody in the list. */
export const rowOf = (page: Page, name: string): Locator => {
  const exact = { name, exact: true };
  return on(page).rows.filter({ has: page.getByRole('link', exact).or(page.getByRole('button', exact)) });
};

/** A move of a number. */
export interface Move {
  readonly phone: string;
  readonly provider: string;
  readonly ownerCvr: string;
  /** `YYYY-MM-DD`; without it, as soon as it can be. */
  readonly date?: string;
}

export function guideOn(page: Page) {
  const { list, rows } = on(page);
  const field = (label: RegExp): Locator => list.getByLabel(label);
  const choice = (words: RegExp): Locator => list.getByRole('radio', { name: words });
  const button = (name: string): Locator => list.getByRole('button', { name, exact: true });
  const guide = {
    list,
    field,
    choice,
    /** The heading of the step in sight. */
    title: list.locator('#step-title'),
    /** The receipt, without what is only said aloud. */
    order: list.locator('.receipt'),
    /** In the corner of the list; a link where the host has addresses. */
    corner: on(page).name('Opret nyt abonnement').first(),
    next: button('Fortsæt'),
    back: on(page).name('Tilbage'),
    send: button('Godkend og send'),
    /** The row of somebody in the list. */
    row: (name: string): Locator => rowOf(page, name),
    at: (step: string): Promise<void> => guide.title.filter({ hasText: new RegExp(`${step}\\s*$`) }).waitFor(),
    /** Somebody new. */
    async user(name: string, { email = '', costCentre = '' } = {}): Promise<void> {
      await guide.at('Bruger');
      await choice(/^En ny bruger/).check();
      await field(/^Navn/).fill(name);
      if (email) await field(/^E-mailadresse/).fill(email);
      if (costCentre) await field(/^Omkostningssted/).fill(costCentre);
      await guide.next.click();
    },
    async plan(name: RegExp): Promise<void> {
      await guide.at('Abonnement');
      await choice(name).check();
      await guide.next.click();
    },
    /** The first free number; gives it as it is written. */
    async newNumber(): Promise<string> {
      await guide.at('Nummer');
      await choice(/^Nyt nummer/).check();
      const card = list.locator('.numbers label').first();
      await card.getByRole('radio').check();
      const phone = plain(await card.innerText());
      await list.getByText(`${phone} er reserveret til dig til kl.`).waitFor();
      await guide.next.click();
      return phone;
    },
    async move({ phone, provider, ownerCvr, date }: Move): Promise<void> {
      await guide.at('Nummer');
      await choice(/^Flyt et eksisterende nummer/).check();
      await field(/^Telefonnummer, der skal flyttes/).fill(phone);
      await field(/^Nuværende teleselskab/).fill(provider);
      await field(/^CVR-nummer på den/).fill(ownerCvr);
      await choice(date === undefined ? /^Hurtigst muligt/ : /^På en bestemt dato/).check();
      if (date !== undefined) await field(/^Ønsket flyttedato/).fill(date);
      await list.getByRole('checkbox', { name: /^Jeg har fuldmagt/ }).check();
      await guide.next.click();
    },
    async sim(kind: 'Simkort' | 'eSIM'): Promise<void> {
      await guide.at('Simkort');
      await choice(new RegExp(`^${kind}`)).check();
      await guide.next.click();
    },
    async delivery(): Promise<void> {
      await guide.at('Levering');
      await list.getByText('Jeres hovedadresse').waitFor();
      await guide.next.click();
    },
    /** Waits for the last step. */
    async review(): Promise<void> {
      await guide.at('Gennemse og godkend');
      await guide.send.waitFor();
    },
    /** To the last step the shortest way: data alone, and nothing to send. */
    async toReview(name: string): Promise<void> {
      await guide.user(name);
      await guide.plan(/^Datasim 10 GB/);
      await guide.sim('eSIM');
      await guide.review();
    },
    /** Waits for the receipt; gives the order's number. */
    async receipt(milliseconds = 15_000): Promise<string> {
      await guide.title.filter({ hasText: 'Tak for bestillingen' }).waitFor({ timeout: milliseconds });
      const words = await list.getByText(/^Ordrenummer \d+$/).innerText();
      return plain(words).replace('Ordrenummer ', '');
    },
    /** From anywhere inside, back to the list. */
    async toList(): Promise<void> {
      await on(page).back.click();
      await rows.first().waitFor();
    },
  };
  return guide;
}

/** With ordinary spaces only. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What can be read of something, also of an element with a shadow root. */
export const textOf = async (locator: Locator): Promise<string> =>
  plain(
    await locator.evaluate((element: HTMLElement) =>
      [...(element.shadowRoot?.children ?? [element])].map((part) => (part as HTMLElement).innerText).join('\n'),
    ),
  );

export const hasFocus = (element: Element): boolean => (element.getRootNode() as ShadowRoot).activeElement === element;

/** The keys of the orders that a page sends, one for each sending. */
export function ordersSent(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/orders')) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  return keys;
}

/** What the next invoice will hold for somebody: kind, days and amount in øre. */
export async function chargesOf(stage: Stage, { page }: Guest, companyId: string, name: string): Promise<unknown[]> {
  const token = page.waitForRequest((request) => request.url().includes('/v1/') && request.method() !== 'OPTIONS');
  await on(page).search.fill(name);
  const authorization = (await token).headers()['authorization'];
  const { items } = await page.evaluate(
    async ({ address, headers }) => (await (await fetch(address, { headers, cache: 'no-store' })).json()) as UpcomingCharges,
    {
      address: `${stage.operator}/v1/companies/${companyId}/upcoming-charges?limit=100`,
      headers: authorization === undefined ? { 'selvbetjening-request': '1' } : { authorization },
    },
  );
  return items
    .filter(({ user }) => user?.name === name)
    .map(({ kind, from, to, amount }) => [kind, from, to, amount.amount])
    .sort((one, other) => String(one).localeCompare(String(other)));
}

/** Presses Tab until this has the focus; everything on the way inside the element must show where the focus is. */
export async function tabTo(page: Page, wanted: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    assert.equal(await on(page).list.evaluate(hiddenFocus), '', 'the focus can be seen');
    if (await wanted.evaluate(hasFocus)) return;
  }
  assert.fail(`Tab does not lead to ${wanted.toString()}`);
}

/** Runs in the page: what has the focus without showing it. */
export const hiddenFocus = (element: Element): string => {
  const focused = element.shadowRoot?.activeElement;
  if (!focused) return '';
  const shows = [focused, focused.closest('.choice'), focused.closest('.tick'), focused.closest('.field')].some((one) => {
    const style = one ? getComputedStyle(one) : undefined;
    return style?.outlineStyle === 'solid' && Number.parseFloat(style.outlineWidth) >= 2;
  });
  const { width, height, top, bottom } = focused.getBoundingClientRect();
  const inSight = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return shows && inSight ? '' : `${focused.localName}#${focused.id} ${focused.textContent.trim().slice(0, 40)}`;
};

/** Lets what was ordered go on until this holds. */
export async function carriedOn<Answer>(stage: Stage, ask: () => Promise<Answer>, expected: Answer): Promise<void> {
  await settles(
    async () => {
      await stage.hasten();
      return ask();
    },
    expected,
    20_000,
  );
}
