/** Opens the first page as one of the sample people, and reads it as a person does. */
import { html, type TemplateResult } from 'lit';
import type { OverviewElement } from '../../src/overview/overview-element.ts';
import '../../src/overview/ss-overview.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { SessionAnswer } from '../../src/session/session.ts';
import { at, type Fault } from '../faults.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { rewritten } from '../subscriptions/open.ts';
import { all, one, plain, textOf } from '../subscriptions/screen.ts';

export const page = html`<ss-overview></ss-overview>`;

export const place = (person: Person, options: Partial<ConnectOptions> = {}, template: TemplateResult = page): Promise<OverviewElement> => {
  signIn(person, options);
  return fixture<OverviewElement>(template);
};

/** Waits until everything has come or failed. */
export const settled = (element: Element): Promise<boolean> =>
  until(
    () => all(element, '.page .tile h3').length > 0 && all(element, '.bone').length === 0,
    `no bones; it reads: ${textOf(element)}`,
    8000,
  );

export const open = async (...how: Parameters<typeof place>): Promise<OverviewElement> => {
  const element = await place(...how);
  await settled(element);
  return element;
};

/** What a tile says, by its id, or the support cases. */
export const tileOf = (element: Element, id: string): string => plain(one(element, `[aria-labelledby=${id}]`).innerText);

/** Whoever looks has these rights at each company. */
export const entitled = (rights: Partial<SessionAnswer['companies'][number]['rights']>): Fault =>
  at(
    '/session',
    rewritten((session: SessionAnswer) => {
      for (const company of session.companies) Object.assign(company.rights, rights);
    }),
  );
