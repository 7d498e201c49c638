/** Routes that are open to anybody: who is signed in is known, and nobody is asked to sign in. */
import type * as z from 'zod/mini';
import type { AppOptions } from '../app.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/database.ts';
import { nothing, nothingMore, type Description, type Method, type Route } from './route.ts';

/** What a route that is open to anybody is given. */
export interface OpenCall<Query, Body> {
  /** Reads, or in a change writes, in the one transaction of the call. */
  readonly db: Db;
  /** Null is somebody who is not signed in, or no longer. */
  readonly personId: string | null;
  readonly clock: Clock;
  /** What it is about. */
  readonly about: string;
  readonly query: Query;
  readonly body: Body;
  /** The key for this intention; empty where the route asks for none. */
  readonly key: string;
}

/** What such a route answers with. */
export interface OpenAnswer<Answer> {
  readonly answer: Answer;
  /** Whether the key has had it before. */
  readonly replayed?: boolean;
}

/** How such a route answers. */
export interface OpenSource {
  readonly keyed: boolean;
  /** What the address is about, or null when there is no such thing. Everybody who is not signed in shares one limit of requests about it. */
  readonly about: (params: Readonly<Record<string, string>>, options: AppOptions) => string | null;
  readonly run: (call: OpenCall<unknown, unknown>) => Promise<OpenAnswer<unknown>>;
}

/** A route outside companies that answers anybody, and who is signed in as themselves. It never asks to sign in. */
export function openRoute<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  description: Omit<Description<Query, Body, Answer>, 'method'> &
    Pick<OpenSource, 'about'> & {
      readonly method: Method;
      readonly keyed?: boolean;
      run(call: OpenCall<z.output<Query>, z.output<Body>>): Promise<OpenAnswer<z.input<Answer>>>;
    },
): Route {
  const { method, path, summary, query = nothing, body = null, answer, keyed = false, about } = description;
  return {
    ...{ method, path, summary, query, body, answer, needs: null, also: nothingMore, change: null },
    run: () => Promise.reject(new Error('What is open to anybody is not read as a person.')),
    open: { keyed, about, run: (call) => description.run(call as OpenCall<z.output<Query>, z.output<Body>>) },
  };
}
