/** Somebody at a browser: signs in on the real sign-in page, and looks where people look. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import { settles } from './settles.ts';
import { watchPages } from './watch.ts';

/** The sample sign-ins by their keys; the names are on the buttons of the sign-in page. */
const people = {
  maja: 'Maja Holm',
  frida: 'Frida Faktura',
  lars: 'Lars Læser',
  ida: 'Ida Enkel',
  uffe: 'Uffe Uden',
  mange: 'Mange Møller',
  dorte: 'Dorte Desk',
} as const;
export type PersonKey = keyof typeof people;

/** The list's place on the operator's site. */
export const listPath = '/erhverv/abonnementer';

export class Guest {
  readonly context: BrowserContext;
  readonly operator: string;
  readonly partner: string;
  /** What went wrong on any page and was told to nobody but the console. */
  readonly errors: string[] = [];
  /** Addresses that were visited or asked, and titles, of all pages. */
  readonly traces = new Set<string>();
  /** What the pages have asked for and not got yet. */
  readonly #underWay = new Set<Request>();
  #page: Page | undefined;

  private constructor(context: BrowserContext, { operator, partner }: { operator: string; partner: string }) {
    this.context = context;
    this.operator = operator;
    this.partner = partner;
    context.on('request', (request) => this.#underWay.add(request));
    context.on('requestfinished', (request) => this.#underWay.delete(request));
    context.on('requestfailed', (request) => this.#underWay.delete(request));
  }

  static async arrive(browser: Browser, sites: { operator: string; partner: string }, options: BrowserContextOptions): Promise<Guest> {
    const context = await browser.newContext({
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const guest = new Guest(context, sites);
    await watchPages(context, guest);
    guest.#page = await context.newPage();
    return guest;
  }

  /** The first tab. */
  get page(): Page {
    if (this.#page === undefined) throw new Error('The guest has not arrived yet.');
    return this.#page;
  }

  /** Opens the operator's list as this person. */
  async openList(person: PersonKey, path = listPath): Promise<void> {
    await this.page.goto(`${this.operator}/log-ind?tilbage=${encodeURIComponent(path)}`);
    await signIn(this.page, person);
  }

  /** Opens the intranet as this person. */
  async openIntranet(person: PersonKey): Promise<void> {
    await this.page.goto(`${this.partner}/`);
    await this.page.getByRole('banner').getByRole('link', { name: 'Log ind' }).click();
    await signIn(this.page, person);
  }

  /** Waits until no page asks for anything: what happens next meets nothing that is still being read. */
  async quiet(): Promise<void> {
    const left = async () => {
      const now = this.#underWay.size;
      await pause(100);
      return now + this.#underWay.size;
    };
    await settles(left, 0);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/** Fills in the provider's sign-in page by its sample button, and sends it. */
export async function signIn(page: Page, person: PersonKey): Promise<void> {
  await page.getByRole('heading', { name: 'Log ind', exact: true }).waitFor();
  await page.getByRole('button', { name: people[person] }).click();
  await page.locator('form.sign-in').getByRole('button', { name: 'Log ind' }).click();
  await page.waitForURL((address) => !/\/(oidc|log-ind)(\/|$)/.test(address.pathname));
}

/** The parts of the elements, as people find them. */
export const on = (page: Page) => {
  const list = page.locator('ss-subscriptions').first();
  const switcher = page.locator('ss-company-switcher').first();
  return {
    list,
    switcher,
    rows: list.locator('[part=row]'),
    search: list.getByRole('searchbox', { name: 'Søg efter bruger' }),
    sort: list.getByRole('button', { name: 'Sorter visning' }),
    choice: switcher.getByRole('combobox', { name: 'Skift virksomhed' }),
    /** What leads to a profile: a link where the host has addresses, else a button. */
    name: (name: string): Locator => list.getByRole('link', { name, exact: true }).or(list.getByRole('button', { name, exact: true })),
    heading: list.getByRole('heading', { level: 2 }),
    back: list.getByText('Tilbage til Abonnementer'),
  };
};
