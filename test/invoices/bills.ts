/** Opens the invoices as one of the sample people, and reads them as a person does. */
import { html, type TemplateResult } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { InvoicePage, InvoiceSummary } from '../../src/invoices/invoice.ts';
import '../../src/invoices/ss-invoices.ts';
import { InvoicesElement } from '../../src/invoices/invoices-element.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { companyOf } from '../subscriptions/open.ts';
import { all, plain, textOf } from '../subscriptions/screen.ts';

export const atPlace = (route: string): TemplateResult => html`<ss-invoices route=${route}></ss-invoices>`;

/** The element, signed in, as soon as it stands on the page. */
export const place = (
  person: Person,
  options: Partial<ConnectOptions> = {},
  template: TemplateResult = atPlace(''),
): Promise<InvoicesElement> => {
  signIn(person, options);
  return fixture<InvoicesElement>(template);
};

/** Waits until the list shows what was asked for last. */
export const listed = (element: Element): Promise<boolean> =>
  until(() => all(element, '.list[aria-busy=false] tbody tr').length > 0, `rows; it reads: ${textOf(element)}`);

/** The element with its rows. */
export const open = async (...how: Parameters<typeof place>): Promise<InvoicesElement> => {
  const element = await place(...how);
  await listed(element);
  return element;
};

export interface WithSwitcher {
  readonly element: InvoicesElement;
  readonly switcher: HTMLElement;
}

/** A page on which the company can be switched. */
export const withSwitcher = async (options: Partial<ConnectOptions>): Promise<WithSwitcher> => {
  signIn('maja', options);
  const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-invoices></ss-invoices></div>`);
  const [switcher, element] = both.children;
  if (!(switcher instanceof HTMLElement) || !(element instanceof InvoicesElement)) throw new Error('The page is not whole.');
  return { switcher, element };
};

/** The list of one of Maja's companies, by its CVR number. */
export const openOf = async (cvr: string, options: Partial<ConnectOptions> = {}, template?: TemplateResult): Promise<InvoicesElement> =>
  open('maja', { company: await companyOf('maja', cvr), ...options }, template);

/** What the backend says to Maja. */
export const ask = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const response = await fetch(`/v1/${path}`, {
    headers: { authorization: 'Bearer maja', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return (await response.json()) as Answer;
};

export const pageOf = async (cvr: string, query = 'limit=100'): Promise<InvoicePage> =>
  ask<InvoicePage>(`companies/${await companyOf('maja', cvr)}/invoices?${query}`);

/** The newest document of a company for which this holds. */
export const invoiceOf = async (cvr: string, fits: (invoice: InvoiceSummary) => boolean = () => true): Promise<InvoiceSummary> => {
  const found = (await pageOf(cvr)).items.find(fits);
  if (!found) throw new Error('There is no such invoice.');
  return found;
};

export interface Opened {
  readonly element: InvoicesElement;
  readonly company: string;
  readonly invoice: InvoiceSummary;
}

/** An invoice of one of Maja's companies, itemised, with its users. */
export const openInvoice = async (
  cvr: string,
  fits?: (invoice: InvoiceSummary) => boolean,
  options: Partial<ConnectOptions> = {},
): Promise<Opened> => {
  const [company, invoice] = await Promise.all([companyOf('maja', cvr), invoiceOf(cvr, fits)]);
  const element = await place('maja', { company, ...options }, atPlace(invoice.id));
  await until(
    () => all(element, '.bill').length && all(element, '.users[aria-busy=false], .nobody').length,
    `the invoice; it reads: ${textOf(element)}`,
  );
  return { element, company, invoice };
};

/** The address that a call of `fetch` asks. */
export const urlOf = ([input]: Parameters<typeof fetch>): string => (input instanceof Request ? input.url : String(input));

/** `1.234,56 kr.` as øre. */
export const oere = (words: string): number => {
  const [, sign, crowns, rest] = /(-?)([\d.]+),(\d\d)\s?kr\./.exec(words) ?? [];
  if (crowns === undefined) throw new Error(`This is no amount: ${words}`);
  return (sign ? -1 : 1) * Number(crowns.replaceAll('.', '') + (rest ?? ''));
};

/** The cells of the list, row by row; what a day is called with little room is left out. */
export const cells = (element: Element): string[][] =>
  all(element, '.list tbody tr:not(.told)').map((row) =>
    [...row.querySelectorAll('td')].map((cell) => plain(cell.innerText).replace(/^(Fakturadato|Forfaldsdato) /, '')),
  );
