/** Opens the list of users as one of the sample people, and bends what the backend says. */
import { html, type TemplateResult } from 'lit';
import type { ConnectOptions } from '../../src/session/connection.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { Fault } from '../faults.ts';
import { fixture, signIn, type Person } from '../helpers.ts';
import { listed } from './screen.ts';

export const list = html`<ss-subscriptions></ss-subscriptions>`;

/** The element, signed in, as soon as it stands on the page. */
export const place = (
  person: Person,
  options: Partial<ConnectOptions> = {},
  template: TemplateResult = list,
): Promise<SubscriptionsElement> => {
  signIn(person, options);
  return fixture<SubscriptionsElement>(template);
};

/** The element with its rows. */
export const open = async (...how: Parameters<typeof place>): Promise<SubscriptionsElement> => {
  const element = await place(...how);
  await listed(element);
  return element;
};

interface Known {
  readonly companies: readonly { readonly id: string; readonly cvr: string }[];
}

/** The id of a company that a person may administer, by its CVR number. */
export const companyOf = async (person: Person, cvr: string): Promise<string> => {
  const response = await fetch('/v1/session', { headers: { authorization: `Bearer ${person}` } });
  const { companies } = (await response.json()) as Known;
  const found = companies.find((company) => company.cvr === cvr);
  if (!found) throw new Error(`No company has the CVR number ${cvr}.`);
  return found.id;
};

/** The CVR numbers of the example companies. */
export const cvr = {
  nordlys: '99000015',
  aagaard: '99000023',
  oesteraa: '99000031',
  aeroe: '99000058',
  oeresund: '99000066',
  nordlysNord: '99000074',
  storkoebing: '99000090',
} as const;

/** The backend's own answer, changed on its way. */
export const rewritten =
  <Answer>(change: (answer: Answer) => unknown): Fault =>
  (inner) =>
  async (...call) => {
    const response = await inner(...call);
    const answer = (await response.json()) as Answer;
    return Response.json(change(answer) ?? answer, { status: response.status });
  };

/** The backend's own answer with other values at some places, `items.0.user.name`; `undefined` takes a field away (F09). */
export const bent = (values: Readonly<Record<string, unknown>>): Fault =>
  rewritten((answer: unknown) => {
    for (const [place, value] of Object.entries(values)) {
      const steps = place.split('.');
      const last = steps.pop() ?? '';
      const holder = steps.reduce<unknown>((found, step) => (found as Record<string, unknown>)[step], answer);
      (holder as Record<string, unknown>)[last] = value;
    }
  });
