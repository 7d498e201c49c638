/** Walks through »Opret nyt abonnement« as a person does; of the small companies, each test with one of its own. */
import { html, type TemplateResult } from 'lit';
import type { Order, OrderPage } from '../../src/api/order.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import type { NumberPage } from '../../src/subscriptions/number.ts';
import type { Plan, PlanPage } from '../../src/subscriptions/plan.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import { emptyDraft, type WizardDraft } from '../../src/subscriptions/wizard-draft.ts';
import { keepDraft, newDraft } from '../../src/ui/drafts.ts';
import type { Fault } from '../faults.ts';
import { requestOf } from '../faults.ts';
import { fixture, signIn, until } from '../helpers.ts';
import { ask, person } from './profiles.ts';
import { all, control, find, one, plain, reads, textOf, type } from './screen.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly cvr: string;
}

let companies: Promise<readonly Company[]> | undefined;

/** Those of the guide's tests are the companies 80–159 in the list; each file has a stretch of its own. */
export const companyAt = async (index: number): Promise<Company> => {
  companies ??= ask<{ items: Company[] }>('companies?offset=80&limit=80').then(({ items }) => items);
  const company = (await companies)[index - 80];
  if (!company) throw new Error(`There is no company ${String(index)}.`);
  return company;
};

/** The companies of a file, one after the other. */
export const companiesFrom = (first: number, last: number): (() => Promise<Company>) => {
  let next = first;
  return () => {
    if (next > last) throw new Error('There is no company left.');
    return companyAt(next++);
  };
};

export const ordersOf = async ({ id }: Company): Promise<readonly Order[]> =>
  (await ask<OrderPage>(`companies/${id}/orders?limit=100`)).items;

export interface Guide {
  readonly element: SubscriptionsElement;
  readonly connection: PageConnection;
}

/** The element, signed in, as soon as it stands on the page. */
export const openAt = async (
  company: Company,
  route: string,
  options: Partial<ConnectOptions> = {},
  template: (route: string) => TemplateResult = (at) => html`<ss-subscriptions route=${at}></ss-subscriptions>`,
): Promise<Guide> => {
  const connection = signIn(person, { company: company.id, ...options });
  return { connection, element: await fixture<SubscriptionsElement>(template(route)) };
};

/** The first step. */
export const begin = async (company: Company, options: Partial<ConnectOptions> = {}): Promise<SubscriptionsElement> => {
  const { element } = await openAt(company, 'new', options);
  await at(element, 'Bruger');
  return element;
};

/** Waits until a step is in sight, with what is filled in there. */
export const at = async (element: Element, step: string): Promise<void> => {
  await until(
    () => plain(all(element, '#step-title')[0]?.innerText ?? '').endsWith(step) && !all(element, 'form .bone').length,
    `the step ${step}; it reads: ${textOf(element)}`,
  );
};

/** »Trin 2 af 6 Abonnement«. */
export const title = (element: Element): string => plain(one(element, '#step-title').innerText);

export const next = (element: Element): void => {
  control(element, 'Fortsæt').click();
};

/** Chooses a card by what stands on it first. */
export const pick = (element: Element, words: string): void => {
  const card = all(element, 'label.choice').find((found) => plain(found.innerText).startsWith(words));
  if (!card) throw new Error(`There is no card "${words}" in: ${textOf(element)}`);
  card.querySelector('input')?.click();
};

export const field = (element: Element, id: string): HTMLInputElement => one<HTMLInputElement>(element, `#${id}`);

export const fill = async (element: SubscriptionsElement, id: string, words: string): Promise<void> => {
  await until(() => all(element, `#${id}`).length, `the field ${id}`);
  type(field(element, id), words);
  await element.updateComplete;
};

/** The errors in the list, in its order. */
export const listedErrors = (element: Element): string[] => all(element, '.summary li').map(({ innerText }) => plain(innerText));

/** The errors at the fields. */
export const fieldErrors = (element: Element): string[] =>
  all(element, '.error').flatMap((error) => (error.checkVisibility() ? [plain(error.innerText)] : []));

/** Walks on from the first step: somebody new. */
export const fillUser = async (element: SubscriptionsElement, name = 'Signe Nyholm'): Promise<void> => {
  pick(element, 'En ny bruger');
  await fill(element, 'name', name);
  next(element);
  await at(element, 'Abonnement');
};

export const fillPlan = async (element: SubscriptionsElement, plan = 'Mobil 5 GB', then = 'Nummer'): Promise<void> => {
  pick(element, plan);
  await element.updateComplete;
  next(element);
  await at(element, then);
};

/** Chooses the first free number; gives it as it is written. */
export const fillNumber = async (element: SubscriptionsElement): Promise<string> => {
  pick(element, 'Nyt nummer');
  await until(() => all(element, '.numbers label').length, 'free numbers');
  const card = one(element, '.numbers label');
  card.querySelector('input')?.click();
  await reads(element, 'er reserveret til dig til kl.');
  next(element);
  await at(element, 'Simkort');
  return plain(card.innerText);
};

export interface Move {
  readonly phone?: string;
  readonly provider?: string;
  readonly ownerCvr?: string;
  readonly date?: string;
}

let numbers = 20_000_000 + Math.floor(Math.random() * 9_000_000);

/** A number of another provider’s, another one each time; its end says nothing. */
export const foreignNumber = (): string => {
  numbers += 1;
  if (String(numbers).endsWith('99')) numbers += 1;
  return String(numbers);
};

/** Fills in a number that is to be moved, and stays. */
export const fillMove = async (element: SubscriptionsElement, { cvr }: Company, move: Move = {}): Promise<string> => {
  const { phone = foreignNumber(), provider = 'Gammelt Tele', ownerCvr = cvr, date } = move;
  pick(element, 'Flyt et eksisterende nummer');
  await fill(element, 'movedPhone', phone);
  await fill(element, 'provider', provider);
  await fill(element, 'ownerCvr', ownerCvr);
  pick(element, date === undefined ? 'Hurtigst muligt' : 'På en bestemt dato');
  if (date !== undefined) await fill(element, 'date', date);
  field(element, 'authority').click();
  await element.updateComplete;
  return phone.replace(/\d\d(?=\d)/g, '$& ');
};

export const fillSim = async (element: SubscriptionsElement, kind: 'Simkort' | 'eSIM' = 'eSIM'): Promise<void> => {
  pick(element, kind);
  await element.updateComplete;
  next(element);
  await at(element, kind === 'eSIM' ? 'Gennemse og godkend' : 'Levering');
};

/** From the first step to the last, with a new number and an eSIM; gives the number. */
export const walkToReview = async (element: SubscriptionsElement, name?: string): Promise<string> => {
  await fillUser(element, name);
  await fillPlan(element);
  const phone = await fillNumber(element);
  await fillSim(element);
  await until(() => find(element, 'Godkend og send'), 'the button');
  return phone;
};

export const send = (element: Element): void => {
  control(element, 'Godkend og send').click();
};

export const receipt = (element: Element, milliseconds?: number): Promise<boolean> => reads(element, 'Tak for bestillingen', milliseconds);

/** The fault meets only the sending of orders. */
export const ordering =
  (fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return (...call) => {
      const request = requestOf(...call);
      return request.method === 'POST' && request.url.endsWith('/orders') ? faulty(request) : inner(request);
    };
  };

/** A storage of a host’s, for one test. */
export const storage = (): Storage => {
  const kept = new Map<string, string>();
  const methods = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  };
  return new Proxy(methods, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as unknown as Storage;
};

/** A plan of the company's, by its name. */
export const planCalled = async (company: Company, name: string): Promise<Plan> => {
  const { items } = await ask<PlanPage>(`companies/${company.id}/plans`);
  const plan = items.find((one) => one.name === name);
  if (!plan) throw new Error(`There is no plan ${name}.`);
  return plan;
};

/** A whole draft: all that is left is to send it. */
export const wholeDraft = async (company: Company, part: Partial<WizardDraft> = {}): Promise<WizardDraft> => {
  const plan = await planCalled(company, 'Datasim 10 GB');
  return { ...emptyDraft, userKind: 'new', name: 'Bent Begyndt', plan, sim: 'esim', passed: ['user', 'plan', 'sim'], ...part };
};

/** Keeps a draft as the element would; gives its key. */
export const keep = async (kept: Storage, company: Company, draft: WizardDraft, key?: string): Promise<string> => {
  const { person: me } = await ask<{ person: { id: string } }>('session');
  const made = key === undefined ? newDraft(draft) : { content: draft, key };
  keepDraft(kept, { person: me.id, company: company.id, form: 'new-subscription' }, made);
  return made.key;
};

/** The last step of a whole draft. */
export const openReview = async (
  company: Company,
  options: Partial<ConnectOptions> = {},
  part: Partial<WizardDraft> = {},
): Promise<Guide & { readonly key: string; readonly kept: Storage }> => {
  const kept = storage();
  const key = await keep(kept, company, await wholeDraft(company, part));
  const guide = await openAt(company, 'new/review', { drafts: kept, ...options });
  await at(guide.element, 'Gennemse og godkend');
  await until(() => find(guide.element, 'Godkend og send'), 'the button');
  return { ...guide, key, kept };
};

/** A free number of a company, E.164. */
export const freeNumber = async ({ id }: Company, index = 0): Promise<string> => {
  const { items } = await ask<NumberPage>(`companies/${id}/numbers?limit=20`);
  const number = items[index];
  if (!number) throw new Error('There is no free number.');
  return number.phone;
};
