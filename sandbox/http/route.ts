/** What the API offers, one value for each address and method: the app serves it, OpenAPI describes it. */
import * as z from 'zod/mini';
import type { Area } from '../../src/session/session.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import type { PdfFiles } from '../invoices/pdf-files.ts';
import type { OpenSource } from './open-route.ts';
import type { Problem, ProblemKind } from './problem.ts';

/** What a route is given to answer with. */
export interface Call<Query, Body> {
  /** Reads as the person, and inside a company only what is the company's. */
  readonly reader: Db;
  readonly personId: string;
  readonly clock: Clock;
  /** The ids in the address, by their names in the pattern. They may be anything: look them up together with the company. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
}

/** The same within a company that the person was let into, with the right the route asks for. */
export interface CompanyCall<Query, Body> extends Call<Query, Body> {
  readonly grant: Grant;
}

/** The same, able to change what is the company's. */
export interface WriteCall<Body> extends Omit<CompanyCall<unknown, Body>, 'reader' | 'query'> {
  /** Writes as the person, in the one transaction of the call. Reading is of that transaction too. */
  readonly writer: Db;
  readonly requestId: string;
  /** The person's key for this intention. */
  readonly key: string;
  /** The `ETag` the change is meant for; null where the route asks for none. */
  readonly match: string | null;
}

/** What a change answers with. */
export interface Written<Answer> {
  readonly answer: Answer;
  readonly etag?: string;
}

/** What a read answers with, with a header beside it. */
export class Tagged<Answer> {
  readonly answer: Answer;
  readonly etag: string;

  constructor(answer: Answer, etag: string) {
    this.answer = answer;
    this.etag = etag;
  }
}

/** What is known when it is looked at what a call is about. */
export interface About<Query, Body> {
  readonly db: Db;
  readonly companyId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
}

/** The areas a call needs all the right to, where that depends on what it is about. Asked before anything is answered, also again. */
type Also<Query, Body> = (about: About<Query, Body>) => readonly Area[] | Promise<readonly Area[]>;

export interface Description<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST';
  /** Under the base address, `/companies/{company}/users/{user}`. */
  readonly path: string;
  /** What it is for, in one sentence. */
  readonly summary: string;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
}

/** What a route for a file is given. No transaction is open while the file is being made or sent: each reading is one of its own. */
export interface FileCall {
  readonly companyId: string;
  readonly params: Readonly<Record<string, string>>;
  /** Reads as the person within the company, after looking again whether they may. */
  readonly read: <T>(act: (reader: Db) => Promise<T>) => Promise<T>;
  readonly pdfs: PdfFiles;
}

/** A file, whole or piece by piece. */
export interface FileAnswer {
  /** What it is saved as. */
  readonly name: string;
  /** Its media type, one of the route's; the first of them if nothing is said. */
  readonly type?: string;
  /** Bytes, where they are known before the pieces are. */
  readonly size?: number;
  readonly body: Uint8Array | AsyncGenerator<string | Uint8Array, void, undefined>;
}

interface FileSource {
  /** What its `Content-Type` may be. */
  readonly types: readonly [string, ...string[]];
  /** What else may be wrong with it. */
  readonly problems: readonly ProblemKind[];
  readonly run: (call: FileCall) => Promise<FileAnswer | null>;
}

/** A route, whatever it takes and gives. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodMiniType;
  /** `bytes` is a part of a file, as it is. */
  readonly body: z.ZodMiniType | 'bytes' | null;
  readonly answer: z.ZodMiniType;
  /**
   * What the person must at least be allowed to read, or one of several; `member` asks only that they administer the company, null is outside
   * companies.
   */
  readonly needs: readonly Area[] | 'member' | null;
  readonly also: Also<unknown, unknown>;
  /** Resolves to the answer, or to null when there is no such thing. */
  run(call: Call<unknown, unknown>, grant: Grant | null): Promise<unknown>;
  /** Whether it answers with an `ETag`. */
  readonly tagged?: boolean;
  /** How it changes something; null when it only reads. */
  readonly change: Change | null;
  /** How it makes a file, where that is what it answers with. */
  readonly file?: FileSource;
  /** How it answers anybody, signed in or not. */
  readonly open?: OpenSource;
  /** What the operator may do without: then there is no such address. */
  readonly option?: 'addressService';
}

export interface Change {
  readonly status: 200 | 201;
  /** Whether it is done once by its key; otherwise it may be repeated without harm. */
  readonly keyed: boolean;
  /** Whether it is meant for a certain state of a thing (decision 6). */
  readonly matched: boolean;
  /** Whether the right to look is enough. */
  readonly personal: boolean;
  /** A problem that is given back, not thrown, leaves standing what was done; only what has no key may do so. */
  readonly run: (call: WriteCall<unknown>) => Promise<Written<unknown> | Problem | null>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export const nothing = z.strictObject({});
export const nothingMore = () => [];
const listOf = (needs: Area | readonly Area[]): readonly Area[] => (typeof needs === 'string' ? [needs] : needs);

/** A route that belongs to the person, not to a company. */
export function personRoute<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  description: Description<Query, Body, Answer> &
    Pick<Route, 'option'> & { run(call: Call<z.output<Query>, z.output<Body>>): Promise<z.input<Answer> | null> },
): Route {
  const { method, path, summary, query = nothing, body = null, answer, option } = description;
  // The app hands over what it parsed with these very schemas.
  const run: Route['run'] = (call) => description.run(call as Call<z.output<Query>, z.output<Body>>);
  return {
    ...{ method, path, summary, query, body, answer, needs: null },
    also: nothingMore,
    run,
    change: null,
    ...(option && { option }),
  };
}

/** A route within a company; its path begins with `/companies/{company}`. */
export function companyRoute<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  description: Description<Query, Body, Answer> & {
    readonly needs: Area | readonly Area[] | 'member';
    readonly also?: Also<z.output<Query>, z.output<Body>>;
    readonly tagged?: boolean;
    run(call: CompanyCall<z.output<Query>, z.output<Body>>): Promise<z.input<Answer> | Tagged<z.input<Answer>> | null>;
  },
): Route {
  const { method, path, summary, query = nothing, body = null, answer, also = nothingMore, tagged = false } = description;
  const needs = description.needs === 'member' ? description.needs : listOf(description.needs);
  const run: Route['run'] = (call, grant) => {
    if (grant === null) throw new Error('A company route needs a company.');
    return description.run({ ...(call as Call<z.output<Query>, z.output<Body>>), grant });
  };
  return { ...{ method, path, summary, query, body, answer, needs }, also: also as Route['also'], tagged, run, change: null };
}

/** A file within a company. */
export function companyFile({
  path,
  summary,
  needs,
  type,
  problems = [],
  run,
}: Pick<Description<z.ZodMiniType, z.ZodMiniType, z.ZodMiniType>, 'path' | 'summary'> &
  Pick<FileSource, 'run'> &
  Partial<Pick<FileSource, 'problems'>> & { readonly type: string | FileSource['types']; readonly needs: Area }): Route {
  return {
    ...{ method: 'GET', path, summary, query: nothing, body: null, answer: z.string(), needs: [needs], also: nothingMore, change: null },
    run: () => Promise.reject(new Error('A file is not read at once.')),
    file: { types: typeof type === 'string' ? [type] : type, problems, run },
  };
}

/** A change within a company; it needs the full right to the area. */
export function companyWrite<Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(description: {
  readonly method: Exclude<Method, 'GET'>;
  readonly path: string;
  readonly summary: string;
  readonly needs: Area | readonly Area[];
  readonly also?: Also<unknown, z.output<Body>>;
  readonly body?: Body;
  readonly answer: Answer;
  /** 200 if nothing is said. */
  readonly status?: 200 | 201;
  /** Repeating does no harm, so no key is asked for. */
  readonly repeatable?: boolean;
  /** It needs the `ETag` that was read. */
  readonly matched?: boolean;
  /** What it changes is the person's own: who may look may do it. */
  readonly personal?: boolean;
  run(call: WriteCall<z.output<Body>>): Promise<Written<z.input<Answer>> | null>;
}): Route {
  const { method, path, summary, needs, also = nothingMore, body = null, answer, status = 200 } = description;
  const { repeatable = false, matched = false, personal = false } = description;
  return {
    ...{ method, path, summary, query: nothing, body, answer, needs: listOf(needs), also: also as Route['also'], tagged: matched },
    run: () => Promise.reject(new Error('A change is not read.')),
    change: { status, keyed: !repeatable, matched, personal, run: (call) => description.run(call as WriteCall<z.output<Body>>) },
  };
}

/** A part of a file, within a company; it needs the full right to the area. Repeating does no harm. */
export function companyUpload<Answer extends z.ZodMiniType>(description: {
  readonly path: string;
  readonly summary: string;
  readonly needs: Area;
  readonly answer: Answer;
  run(call: WriteCall<Uint8Array>): Promise<Written<z.input<Answer>> | Problem | null>;
}): Route {
  const { path, summary, needs, answer } = description;
  return {
    ...{ method: 'PUT', path, summary, query: nothing, body: 'bytes', answer, needs: [needs], also: nothingMore },
    run: () => Promise.reject(new Error('A change is not read.')),
    change: { status: 200, keyed: false, matched: false, personal: false, run: (call) => description.run(call as WriteCall<Uint8Array>) },
  };
}
