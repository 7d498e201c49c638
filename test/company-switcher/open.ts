/** Opens the company switcher as one of the sample people. */
import { html, type TemplateResult } from 'lit';
import type { CompanySwitcherElement } from '../../src/company-switcher/company-switcher-element.ts';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { all, one, plain } from '../subscriptions/screen.ts';

export const switcher = html`<ss-company-switcher></ss-company-switcher>`;

/** The element as soon as it stands on the page. */
export const place = (
  person: Person,
  options: Partial<ConnectOptions> = {},
  template: TemplateResult = switcher,
): Promise<CompanySwitcherElement> => {
  signIn(person, options);
  return fixture<CompanySwitcherElement>(template);
};

/** The element with a company in it. */
export const open = async (...how: Parameters<typeof place>): Promise<CompanySwitcherElement> => {
  const element = await place(...how);
  await until(() => all(element, '[part=company]').length, 'the active company');
  return element;
};

/** The words of each company in the choice. */
export const choices = (element: Element): string[] =>
  all(element, 'select option, [role=option]').map(({ innerText, textContent }) => plain(innerText || textContent));

/** The name of the company that stands on the control. */
export const shown = (element: Element): string => {
  const control = one(element, '[part=company]');
  return plain(control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.textContent ?? '') : control.innerText);
};

/** Chooses from two to seven companies, by the beginning of a name. */
export const choose = (element: Element, name: string): void => {
  const select = one<HTMLSelectElement>(element, 'select');
  const wanted = [...select.options].find((option) => plain(option.textContent).startsWith(name));
  if (!wanted) throw new Error(`There is no company ${name}.`);
  select.value = wanted.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Opens the search among many, and waits until its field has the focus. */
export const openPicker = async (element: Element): Promise<HTMLInputElement> => {
  one(element, 'button[part=company]').click();
  return until(() => all<HTMLInputElement>(element, 'input').find((input) => input.matches(':focus')), 'the field');
};
