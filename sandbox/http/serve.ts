/** Answering one route: who asks, may they, what do they ask, and then the answer from one moment of the database. */
import type { AppOptions } from '../app.ts';
import { enterCompany, readAs, type Grant } from '../database/reading.ts';
import { checkOrigin } from './csrf.ts';
import { readBody, readQuery, safeId } from './input.ts';
import { Problem, unauthorized } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Call, Route } from './route.ts';

/** What the app knows of a request when a route is to answer it. */
export interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  /** Told who asks, as soon as that is known. */
  identified(personId: string): void;
}

/** Answers a request with JSON, or throws a Problem. */
export async function serve(route: Route, asked: Asked, options: AppOptions, rateLimit: RateLimit): Promise<Response> {
  const { request } = asked;
  const personId = await identify(request, options);
  asked.identified(personId);
  rateLimit.count(personId);
  // All of the request is read before the database is asked: PGlite has one connection, and a slow sender must not hold it.
  const query = readQuery(new URL(request.url).searchParams, route.query);
  const body = route.body === null ? null : await readBody(request, route.body);
  const params = Object.fromEntries(Object.entries(asked.params).map(([name, id]) => [name, safeId(id)]));
  const answer = await readAs(options.database, personId, async (reader) => {
    const call: Call<unknown, unknown> = { reader, personId, clock: options.clock, params, query, body };
    return route.run(call, route.needs === null ? null : await enter(call, route.needs));
  });
  if (answer === null) throw new Problem('not-found');
  return Response.json(answer);
}

/** @throws Problem 401 for nobody, 403 for a cookie that somebody else's page made the browser send. */
async function identify(request: Request, options: AppOptions): Promise<string> {
  const identity = await options.identify(request);
  if (identity === null) throw unauthorized();
  if (identity.via === 'cookie') checkOrigin(request, options.ownOrigins);
  return identity.personId;
}

/** @throws Problem 404 when the company is not the person's, or not there; 403 when they may not look into the area. */
async function enter({ reader, personId, params }: Call<unknown, unknown>, needs: NonNullable<Route['needs']>): Promise<Grant> {
  const grant = await enterCompany(reader, personId, params['company'] ?? '');
  if (grant === null) throw new Problem('not-found');
  if (needs !== 'member' && grant.rights[needs] === 'none') throw new Problem('forbidden');
  return grant;
}
