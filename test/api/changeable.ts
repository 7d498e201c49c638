/** A user whom a test may change, in a company that no other test touches, and what has become of them. */
import type { Client } from '../../src/api/client.ts';
import { write, type WriteOptions } from '../../src/api/write.ts';
import type { Company } from '../../src/session/session.ts';
import type { UserPage } from '../../src/subscriptions/user-row.ts';

const asMange = { authorization: 'Bearer mange', 'content-type': 'application/json' };

const ask = async (path: string, question?: unknown): Promise<Response> => {
  const post = question === undefined ? {} : { method: 'POST', body: JSON.stringify(question) };
  const response = await fetch(`/v1${path}`, { headers: asMange, ...post });
  if (!response.ok) throw new Error(`${path} answers ${String(response.status)}.`);
  return response;
};

export interface Changeable {
  readonly company: Company;
  /** The user's address below the API's. */
  readonly path: string;
  /** The version that an edit is meant for. */
  readonly match: string;
  /** How often they have been changed since. */
  readonly effects: () => Promise<number>;
  /** What their cost centre is now. */
  readonly costCentre: () => Promise<string | null>;
}

/** The first user of one of Mange's two hundred companies, counted from 0 in Danish order. */
export const changeable = async (index: number): Promise<Changeable> => {
  const { items } = (await (await ask(`/companies?offset=${String(index)}&limit=1`)).json()) as { items: Company[] };
  const [company] = items;
  if (!company) throw new Error(`Mange has no company ${String(index)}.`);
  const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 10 };
  const found = (await (await ask(`/companies/${company.id}/users/search`, question)).json()) as UserPage;
  const user = found.items.find((row) => row.user)?.user;
  if (!user) throw new Error(`${company.name} has no user.`);
  const path = `companies/${company.id}/users/${user.id}`;
  const versionOf = ({ headers }: Response) => Number(/\d+/.exec(headers.get('etag') ?? '')?.[0]);
  const before = await ask(`/${path}`);
  return {
    company,
    path,
    match: before.headers.get('etag') ?? '',
    effects: async () => versionOf(await ask(`/${path}`)) - versionOf(before),
    costCentre: async () => ((await (await ask(`/${path}`)).json()) as { costCentre: string | null }).costCentre,
  };
};

export interface Edited {
  readonly costCentre: string | null;
  readonly etag: string | null;
}

/** Gives them another cost centre. */
export const edit = (
  client: Client,
  { path, match }: { readonly path: string; readonly match?: string },
  costCentre: string,
  { key, signal }: Pick<WriteOptions, 'key' | 'signal'>,
): Promise<Edited> =>
  write(
    client,
    path,
    (answer, headers) => {
      const { costCentre: kept } = answer as { costCentre?: unknown };
      if (typeof kept !== 'string') throw new TypeError('This is no user.');
      return { costCentre: kept, etag: headers.get('etag') };
    },
    { method: 'patch', body: { costCentre }, match, signal, ...(key !== undefined && { key }) },
  );
