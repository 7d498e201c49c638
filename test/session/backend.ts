/** Sessions to test with: who is signed in can change, and so can what the backend says of them. */
import { html } from 'lit';
import { connect, type PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { Company, SessionAnswer } from '../../src/session/session.ts';
import { at, line, type Fault, type Fetch, type Line } from '../faults.ts';
import { fixture, type Person } from '../helpers.ts';
import { counting, type Counting } from '../recorder.ts';
import './probe.ts';
import type { ProbeElement } from './probe.ts';

export interface Backend extends Line, Counting {
  /** The sample person whom the host's tokens are for; anything else is nobody the backend knows. */
  person: string;
  /** For `connect()`: in token mode, as that person. */
  readonly options: ConnectOptions;
}

export const backend = (person: Person, inner: typeof fetch = fetch): Backend => {
  const mendable = line(inner);
  const watched = counting(mendable.fetch);
  const made: Backend = {
    ...watched,
    use: mendable.use,
    person,
    options: { api: '/v1', mode: 'token', token: () => Promise.resolve({ token: made.person, expiresIn: 3600 }), fetch: watched.fetch },
  };
  return made;
};

/** The session's answer as the backend would give it after a change. */
export const sessionSays = (change: (answer: SessionAnswer) => SessionAnswer): Fault =>
  at('/session', (inner) => async (...call) => {
    const response = await inner(...call);
    return Response.json(change((await response.json()) as SessionAnswer));
  });

/** The right to one company has been taken back. */
export const without = (id: string): Fault =>
  sessionSays((answer) => ({ ...answer, companies: answer.companies.filter((company) => company.id !== id), total: answer.total - 1 }));

const open: PageConnection[] = [];
const ownFetch = Object.getOwnPropertyDescriptor(window, 'fetch');

/** Puts another `fetch` on the page, as its host might; {@link closeAll} takes it away. */
export const wrapPageFetch = (wrapped: Fetch): void => {
  window.fetch = wrapped;
};

export interface Opened {
  readonly probe: ProbeElement;
  readonly connection: PageConnection;
}

/** Opens the page's session with a probe below it. */
export const opened = async (options: ConnectOptions): Promise<Opened> => {
  const connection = connect(options);
  open.push(connection);
  return { connection, probe: await fixture<ProbeElement>(html`<x-probe></x-probe>`) };
};

/** Closes what was {@link opened}, and gives the page its own `fetch` back: for `afterEach`. */
export const closeAll = (): void => {
  if (ownFetch) Object.defineProperty(window, 'fetch', ownFetch);
  for (const connection of open.splice(0)) connection.close();
};

/** One of the companies a probe has been told of, by the beginning of its name. */
export const companyOf = (probe: ProbeElement, name: string): Company => {
  const found = probe.session?.companies.find((company) => company.name.startsWith(name));
  if (!found) throw new Error(`The session has no ${name}.`);
  return found;
};
