/** Writes new support cases as a person does; each test for a company of its own. */
import { html, type TemplateResult } from 'lit';
import type { CasePage, CaseSummary } from '../../src/api/case.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { emptyDraft, formOf, type CaseDraft } from '../../src/support-cases/create-draft.ts';
import '../../src/support-cases/ss-support-cases.ts';
import type { SupportCasesElement } from '../../src/support-cases/support-cases-element.ts';
import { keepDraft, newDraft } from '../../src/ui/drafts.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { ask, person } from '../subscriptions/profiles.ts';
import { all, control, one, plain, reads, textOf } from '../subscriptions/screen.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
}

/** Deals out companies from one place of mange's list on, each once. */
export const dealer = (from: number): (() => Promise<Company>) => {
  let next = from;
  return async () => {
    const { items } = await ask<{ items: Company[] }>(`companies?offset=${String(next++)}&limit=1`);
    const [found] = items;
    if (!found) throw new Error('There is no such company.');
    return found;
  };
};

const question = { search: '', state: null, mine: false, offset: 0, limit: 100 };

/** The cases of a company, the newest first. */
export const casesOf = async ({ id }: Company): Promise<readonly CaseSummary[]> =>
  (await ask<CasePage>(`companies/${id}/cases/search`, { method: 'POST', body: question })).items;

export const caseOf = ({ id }: Company, of: string): Promise<SupportCase> => ask(`companies/${id}/cases/${of}`);

export interface Scene {
  readonly element: SupportCasesElement;
  readonly connection: PageConnection;
}

export const place = async (
  company: Company | undefined,
  options: Partial<ConnectOptions> = {},
  template: TemplateResult = html`<ss-support-cases route="new"></ss-support-cases>`,
  who: Person = person,
): Promise<Scene> => {
  const connection = signIn(who, { ...(company && { company: company.id }), ...options });
  return { connection, element: await fixture<SupportCasesElement>(template) };
};

/** The form, with the place for its files. */
export const formOpen = (element: Element): Promise<boolean> =>
  until(() => all(element, '.create-form .drop, .create-form .file').length > 0, `the form; it reads: ${textOf(element)}`);

export const openForm = async (...how: Parameters<typeof place>): Promise<Scene> => {
  const scene = await place(...how);
  await formOpen(scene.element);
  return scene;
};

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const field = (element: Element, id: string): Field => one<Field>(element, `#${id}`);

/** Types into a field or chooses in it. */
export const fill = async (element: SupportCasesElement, id: string, value: string): Promise<void> => {
  await until(() => all(element, `#${id}`).length, `the field ${id}; it reads: ${textOf(element)}`);
  const found = field(element, id);
  found.value = value;
  found.dispatchEvent(
    found instanceof HTMLSelectElement ? new Event('change', { bubbles: true }) : new InputEvent('input', { bubbles: true }),
  );
  await element.updateComplete;
};

export const write = async (element: SupportCasesElement, subject = 'Ingen dækning', description = 'Siden i morges.'): Promise<void> => {
  await fill(element, 'subject', subject);
  await fill(element, 'description', description);
};

/** The button that sends. */
export const send = (element: Element): void => {
  one(element, '.create-form .foot .primary').click();
};

/** Waits for the receipt; gives the number in it. */
export const receipt = async (element: Element, milliseconds = 8000): Promise<string> => {
  await reads(element, 'Supportsagen er oprettet. Sagsnummeret er', milliseconds);
  return /Sagsnummeret er (\d+)\./.exec(one(element, '.created h3').innerText)?.[1] ?? '';
};

export const listedErrors = (element: Element): string[] => all(element, '.summary li').map(({ innerText }) => plain(innerText));

/** What is chosen in a field of several. */
export const chosenIn = (element: Element, id: string): string =>
  plain(one<HTMLSelectElement>(element, `#${id}`).selectedOptions[0]?.innerText ?? '');

/** Keeps a draft as the element would; gives its key. */
export const keep = async (kept: Storage, company: Company, part: Partial<CaseDraft>, at = '', key?: string): Promise<string> => {
  const { person: me } = await ask<{ person: { id: string } }>('session');
  const draft = { ...newDraft<CaseDraft>({ ...emptyDraft, ...part }), ...(key !== undefined && { key }) };
  keepDraft(kept, { person: me.id, company: company.id, form: formOf(at) }, draft);
  return draft.key;
};

export const press = (element: Element, name: string): void => {
  control(element, name).click();
};
