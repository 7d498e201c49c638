/** Opens support cases as one of the sample people, and reads them as a person does. */
import { html, type TemplateResult } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { CasePage, CaseSummary } from '../../src/api/case.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { CaseRequest } from '../../src/support-cases/case-request.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import '../../src/support-cases/ss-support-cases.ts';
import { SupportCasesElement } from '../../src/support-cases/support-cases-element.ts';
import type { Fault } from '../faults.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { companyOf } from '../subscriptions/open.ts';
import { all, one, plain, textOf } from '../subscriptions/screen.ts';

export const atPlace = (route = ''): TemplateResult => html`<ss-support-cases route=${route}></ss-support-cases>`;

export interface Scene {
  readonly element: SupportCasesElement;
  readonly connection: PageConnection;
}

/** The element, signed in, as soon as it stands on the page. */
export const place = async (
  person: Person,
  options: Partial<ConnectOptions> = {},
  template: TemplateResult = atPlace(),
): Promise<Scene> => {
  const connection = signIn(person, options);
  return { connection, element: await fixture<SupportCasesElement>(template) };
};

/** Waits until the list shows what was asked for last. */
export const listed = (element: Element): Promise<boolean> =>
  until(() => all(element, '.list[aria-busy=false] tbody tr').length > 0, `rows; it reads: ${textOf(element)}`);

/** Waits until the conversation is there. */
export const talking = (element: Element): Promise<boolean> =>
  until(() => all(element, '.message').length > 0, `the conversation; it reads: ${textOf(element)}`);

/** The list of one of Maja's companies, by its CVR number. */
export const openOf = async (cvr: string, options: Partial<ConnectOptions> = {}): Promise<Scene> => {
  const scene = await place('maja', { company: await companyOf('maja', cvr), ...options });
  await listed(scene.element);
  return scene;
};

/** What the backend says to somebody. */
export const askAs = async <Answer>(person: Person, path: string, body?: unknown): Promise<Answer> => {
  const headers = { authorization: `Bearer ${person}`, 'idempotency-key': crypto.randomUUID() };
  const response = await fetch(`/v1/${path}`, {
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
  return (await response.json()) as Answer;
};

const question = { search: '', state: null, mine: false, offset: 0, limit: 100 };

export const pageOf = (person: Person, company: string): Promise<CasePage> => askAs(person, `companies/${company}/cases/search`, question);

/** The newest case of one of Maja's companies for which this holds. */
export const caseWhere = async (company: string, fits: (found: CaseSummary) => boolean): Promise<CaseSummary> => {
  const found = (await pageOf('maja', company)).items.find(fits);
  if (!found) throw new Error('There is no such case.');
  return found;
};

/** A new case of one of mange's companies. */
export const created = (company: string, part: Partial<CaseRequest> = {}): Promise<SupportCase> =>
  askAs('mange', `companies/${company}/cases`, {
    ...{ subject: 'Ingen dækning i kælderen', description: 'Vi kan ikke ringe fra kælderen.', category: null, priority: null },
    ...{ about: null, follows: null, files: [], ...part },
  });

export const caseOf = (company: string, id: string): Promise<SupportCase> => askAs('mange', `companies/${company}/cases/${id}`);

export const said = (company: string, id: string, text: string): Promise<SupportCase> =>
  askAs('mange', `companies/${company}/cases/${id}/messages`, { text, files: [] });

export const urlOf = ([input]: Parameters<typeof fetch>): string => (input instanceof Request ? input.url : String(input));

/** Who is at the other screen: what begins with »Support:« was said by the operator's employee, and so by nobody of the company. */
export const answeredBySupport: Fault =
  (inner) =>
  async (...call) => {
    const response = await inner(...call);
    if (!/\/cases\/[^/]+$/.test(urlOf(call)) || !response.ok) return response;
    const answer = (await response.json()) as SupportCase;
    const messages = answer.messages.map((message) =>
      message.text.startsWith('Support:') ? { ...message, from: 'operator', author: 'Dorte Desk', mine: false } : message,
    );
    const seen = answer.messages.findIndex(({ text }) => text.startsWith('Support:'));
    return Response.json({ ...answer, messages, ...(seen >= 0 && { seen }) }, { status: response.status });
  };

export interface OpenCase extends Scene {
  readonly company: string;
  readonly found: SupportCase;
}

/** A new case of one of mange's companies, open. */
export const openNew = async (
  company: string,
  options: Partial<ConnectOptions> = {},
  part: Partial<CaseRequest> = {},
): Promise<OpenCase> => {
  const found = await created(company, part);
  const scene = await place('mange', { company, ...options }, atPlace(found.id));
  await talking(scene.element);
  return { ...scene, company, found };
};

/** What was said, as it stands on the screen. */
export const talk = (element: Element): string[] => all(element, '.message').map(({ innerText }) => plain(innerText));

export const texts = (element: Element): string[] => all(element, '.message .said').map(({ innerText }) => innerText);

export const replyField = (element: Element): HTMLTextAreaElement => one<HTMLTextAreaElement>(element, '#reply');

/** Types a reply at once, as a paste does. */
export const typeReply = async (element: SupportCasesElement, words: string): Promise<void> => {
  const field = replyField(element);
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
};

export interface WithSwitcher {
  readonly element: SupportCasesElement;
  readonly switcher: HTMLElement;
}

/** A page on which the company can be switched. */
export const withSwitcher = async (options: Partial<ConnectOptions>): Promise<WithSwitcher> => {
  signIn('maja', options);
  const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-support-cases></ss-support-cases></div>`);
  const [switcher, element] = both.children;
  if (!(switcher instanceof HTMLElement) || !(element instanceof SupportCasesElement)) throw new Error('The page is not whole.');
  return { switcher, element };
};
