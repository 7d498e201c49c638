/** What the API offers, one value for each address and method: the app serves it, OpenAPI describes it. */
import * as z from 'zod/mini';
import type { Area } from '../../src/session/session.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';

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

interface Description<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST';
  /** Under the base address, `/companies/{company}/users/{user}`. */
  readonly path: string;
  /** What it is for, in one sentence. */
  readonly summary: string;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
}

/** A route, whatever it takes and gives. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodMiniType;
  readonly body: z.ZodMiniType | null;
  readonly answer: z.ZodMiniType;
  /** What the person must at least be allowed to read; `member` asks only that they administer the company, null is outside companies. */
  readonly needs: Area | 'member' | null;
  /** Resolves to the answer, or to null when there is no such thing. */
  run(call: Call<unknown, unknown>, grant: Grant | null): Promise<unknown>;
}

const nothing = z.strictObject({});

/** A route that belongs to the person, not to a company. */
export function personRoute<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  description: Description<Query, Body, Answer> & { run(call: Call<z.output<Query>, z.output<Body>>): Promise<z.input<Answer> | null> },
): Route {
  const { method, path, summary, query = nothing, body = null, answer } = description;
  // The app hands over what it parsed with these very schemas.
  const run: Route['run'] = (call) => description.run(call as Call<z.output<Query>, z.output<Body>>);
  return { method, path, summary, query, body, answer, needs: null, run };
}

/** A route within a company; its path begins with `/companies/{company}`. */
export function companyRoute<Query extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  description: Description<Query, Body, Answer> & {
    readonly needs: Area | 'member';
    run(call: CompanyCall<z.output<Query>, z.output<Body>>): Promise<z.input<Answer> | null>;
  },
): Route {
  const { method, path, summary, query = nothing, body = null, answer, needs } = description;
  const run: Route['run'] = (call, grant) => {
    if (grant === null) throw new Error('A company route needs a company.');
    return description.run({ ...(call as Call<z.output<Query>, z.output<Body>>), grant });
  };
  return { method, path, summary, query, body, answer, needs, run };
}
