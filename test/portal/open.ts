/** Opens the whole portal as one of the sample people, and finds its parts as a person does. */
import { html } from 'lit';
import '../../src/invoices/ss-invoices.ts';
import '../../src/overview/ss-overview.ts';
import type { PortalElement } from '../../src/portal/portal-element.ts';
import '../../src/portal/ss-portal.ts';
import '../../src/product-order/ss-product-order.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { SessionAnswer } from '../../src/session/session.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import '../../src/support-cases/ss-support-cases.ts';
import { at, type Fault } from '../faults.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { rewritten } from '../subscriptions/open.ts';
import { all, control, one, plain, textOf } from '../subscriptions/screen.ts';

/* The code of the areas is here before the portal fetches it: how long a test waits does not depend on that. */

/** Enough for the menu in one row. Pixels. */
export const wide = 1440;
/** A small telephone. Pixels. */
export const narrow = 320;

/** A portal with these properties, as wide as told, as soon as it stands on the page. */
export const placed = async (properties: Partial<PortalElement> = {}, width = wide): Promise<PortalElement> => {
  const portal = Object.assign(document.createElement('ss-portal'), properties);
  await fixture(html`<div style="inline-size: ${String(width)}px">${portal}</div>`);
  await portal.updateComplete;
  return portal;
};

/** The same, inside the session of a page where this person is signed in. */
export const open = async (
  person: Person,
  properties: Partial<PortalElement> = {},
  options: Partial<ConnectOptions> = {},
  width = wide,
): Promise<PortalElement> => {
  signIn(person, options);
  const portal = await placed(properties, width);
  await known(portal);
  return portal;
};

/** Waits until it is known who is here. */
export const known = (portal: PortalElement): Promise<boolean> =>
  until(() => all(portal, '.who strong').length > 0, `the person's name; it reads: ${textOf(portal)}`);

/** The element of an area, once that is what is shown, with its heading. */
export const area = async (portal: PortalElement, tag: string): Promise<HTMLElement> => {
  const element = await until(() => all(portal, `main > ${tag}`)[0], `${tag}; it reads: ${textOf(portal)}`);
  await until(() => all(element, 'h1, h2, .notice').length, `${tag} to be drawn; it reads: ${textOf(element)}`);
  return element;
};

/** Waits until the area of this tag says something. */
export const says = async (portal: PortalElement, tag: string, words: string): Promise<HTMLElement> => {
  const element = await area(portal, tag);
  await until(() => textOf(element).includes(words), `"${words}"; it reads: ${textOf(element)}`);
  return element;
};

/** Presses a control of the menu by its name. */
export const press = (portal: PortalElement, name: string): void => {
  control(portal, name).click();
};

/** The company switcher of the menu, once it shows a company. */
export const switcher = async (portal: PortalElement): Promise<HTMLElement> => {
  const found = one(portal, 'ss-company-switcher');
  await until(() => all(found, '[part=company]').length, 'the company');
  return found;
};

/** The name of the company in the menu. */
export const company = async (portal: PortalElement): Promise<string> => {
  const shown = one(await switcher(portal), '[part=company]');
  return plain(shown instanceof HTMLSelectElement ? (shown.selectedOptions[0]?.text ?? '') : shown.innerText);
};

/** Chooses a company by the beginning of its name. */
export const choose = async (portal: PortalElement, name: string): Promise<void> => {
  const select = one<HTMLSelectElement>(await switcher(portal), 'select');
  const wanted = [...select.options].find(({ text }) => text.startsWith(name));
  if (!wanted) throw new Error(`There is no company ${name}.`);
  select.value = wanted.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

/** What is written on parts of the menu: the comma of what is only heard stands without a space. */
export const names = (portal: PortalElement, selector: string): string[] =>
  all(portal, selector).map(({ innerText }) => plain(innerText).replace(' ,', ','));

type Company = SessionAnswer['companies'][number];

/** Whoever is signed in has these rights at the companies whose name begins so, and at all without a name. */
export const entitled = (rights: Partial<Company['rights']>, name = ''): Fault =>
  at(
    '/session',
    rewritten((session: SessionAnswer) => {
      for (const one of session.companies) if (one.name.startsWith(name)) Object.assign(one.rights, rights);
    }),
  );

/** The page's own `fetch`, with a fault. */
export const through = (fault: Fault): Partial<ConnectOptions> => ({ fetch: fault((...call) => fetch(...call)) });
