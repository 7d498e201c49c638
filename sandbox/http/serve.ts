/** Answering one route: who asks, may they, what do they ask, and then the answer from one moment of the database. */
import type { Area } from '../../src/session/session.ts';
import type { AppOptions } from '../app.ts';
import type { Db } from '../database/database.ts';
import { enterCompany, readAs, type Grant } from '../database/reading.ts';
import { hasCode, writeAs } from '../database/writing.ts';
import type { PdfFiles } from '../invoices/pdf-files.ts';
import { attachment } from './attachment.ts';
import { checkOrigin } from './csrf.ts';
import { claim, contentOf, keep, keyIn, type Answered } from './idempotency.ts';
import { readBody, readQuery, readRaw, safeId } from './input.ts';
import { Problem, unauthorized } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import { Tagged, type Call, type Change, type Route } from './route.ts';

/** What the app knows of a request when a route is to answer it. */
export interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Told who asks, as soon as that is known. */
  identified(personId: string): void;
}

/** Answers a request with JSON, or throws a Problem. */
export async function serve(
  route: Route,
  asked: Asked,
  options: AppOptions,
  { rateLimit, pdfs }: { readonly rateLimit: RateLimit; readonly pdfs: PdfFiles },
): Promise<Response> {
  const { request } = asked;
  if (route.open) return serveOpen(route, route.open, asked, options, rateLimit);
  const personId = await identify(request, options);
  if (personId === null) throw unauthorized();
  asked.identified(personId);
  rateLimit.count(personId);
  // All of the request is read before the database is asked: PGlite has one connection, and a slow sender must not hold it.
  const query = readQuery(new URL(request.url).searchParams, route.query);
  const body = await bodyOf(request, route);
  const params = Object.fromEntries(Object.entries(asked.params).map(([name, id]) => [name, safeId(id)]));
  if (route.change) return change(route, route.change, { ...asked, params, personId, body }, options);
  if (route.file) return fileOf(route, route.file, { personId, params, requestId: asked.requestId }, options, pdfs);
  const answer = await readAs(options.database, personId, async (reader) => {
    const call: Call<unknown, unknown> = { reader, personId, clock: options.clock, params, query, body };
    return route.run(call, route.needs === null ? null : await enter(route, route.needs, call));
  });
  if (answer === null) throw new Problem('not-found');
  return answer instanceof Tagged ? answerOf(200, answer.answer, answer.etag) : answerOf(200, answer, null);
}

/** What the request brings, as the route takes it. */
const bodyOf = (request: Request, { body }: Route): Promise<unknown> => {
  if (body === null) return Promise.resolve(null);
  return body === 'bytes' ? readRaw(request) : readBody(request, body);
};

/** Answers anybody. Whoever cannot be told, or is no longer signed in, is nobody. */
async function serveOpen(
  route: Route,
  { keyed, about: aboutOf, run }: NonNullable<Route['open']>,
  asked: Asked,
  options: AppOptions,
  rateLimit: RateLimit,
): Promise<Response> {
  const { request, params } = asked;
  const personId = await identify(request, options);
  if (personId !== null) asked.identified(personId);
  const about = aboutOf(params, options);
  rateLimit.count(personId ?? `anybody about ${about ?? 'nothing'}`);
  if (about === null) throw new Problem('not-found');
  const query = readQuery(new URL(request.url).searchParams, route.query);
  const body = await bodyOf(request, route);
  const key = keyed ? keyIn(request) : '';
  const act = route.method === 'GET' ? readAs : writeAs;
  const { answer, replayed = false } = await act(options.database, personId ?? '', (db) =>
    run({ db, personId, clock: options.clock, about, query, body, key }),
  );
  return answerOf(200, answer, null, replayed);
}

/** Answers with a file, under its own name. */
async function fileOf(
  route: Route,
  { types, run }: NonNullable<Route['file']>,
  { personId, params, requestId }: Pick<Call<unknown, unknown>, 'personId' | 'params'> & Pick<Asked, 'requestId'>,
  options: AppOptions,
  pdfs: PdfFiles,
): Promise<Response> {
  const read = <T>(act: (reader: Db) => Promise<T>) =>
    readAs(options.database, personId, async (reader) => {
      await enter(route, route.needs ?? 'member', { reader, personId, params, query: {}, body: null });
      return act(reader);
    });
  const file = await run({ companyId: params['company'] ?? '', params, read, pdfs });
  if (file === null) throw new Problem('not-found');
  const { name, type = types[0], body } = file;
  const size = body instanceof Uint8Array ? body.length : file.size;
  const broken = (error: unknown) => {
    if (!(error instanceof Problem)) options.fault?.(requestId, error);
  };
  return new Response(body instanceof Uint8Array ? body.slice() : streamOf(body, broken), {
    headers: {
      'content-type': type,
      'content-disposition': attachment(name),
      ...(size !== undefined && { 'content-length': String(size) }),
    },
  });
}

/** Asked for piece by piece, as fast as whoever fetches it takes them. What goes wrong half way is told of, and breaks it off. */
function streamOf(
  pieces: AsyncGenerator<string | Uint8Array, void, undefined>,
  broken: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        broken(error);
        throw error;
      }
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** Changes something, once for each intention, and answers the same to each who asks for it. */
async function change(
  route: Route,
  { status, keyed, matched, personal, run }: Change,
  asked: Asked & { readonly personId: string; readonly body: unknown },
  { database, clock }: AppOptions,
): Promise<Response> {
  const { request, params, personId, body, requestId } = asked;
  const key = keyed ? keyIn(request) : '';
  const match = request.headers.get('if-match');
  if (matched && match === null) throw new Problem('match-missing');
  const content = keyed ? await contentOf(params, body, matched ? match : null) : '';
  try {
    const outcome = await writeAs(database, personId, async (writer) => {
      const grant = await enter(route, route.needs ?? 'member', { reader: writer, personId, params, query: {}, body }, !personal);
      const intention = { personId, companyId: grant.companyId, operation: `${route.method} ${route.path}`, key, content };
      const before = keyed ? await claim(writer, intention) : null;
      if (before !== null) return { answered: before, replayed: true };
      const written = await run({ writer, personId, clock, params, body, grant, requestId, key, match });
      if (written === null) throw new Problem('not-found');
      if (written instanceof Problem) return written;
      const answered: Answered = { status, body: written.answer, etag: written.etag ?? null };
      if (keyed) await keep(writer, intention, answered);
      return { answered, replayed: false };
    });
    if (outcome instanceof Problem) throw outcome;
    return answerOf(outcome.answered.status, outcome.answered.body, outcome.answered.etag, outcome.replayed);
  } catch (error) {
    // Somebody else is at the same thing, and was not done in time.
    if (hasCode(error, '55P03')) throw new Problem('in-progress', { headers: { 'retry-after': '1' } });
    throw error;
  }
}

function answerOf(status: number, body: unknown, etag: string | null, replayed = false): Response {
  return Response.json(body, { status, headers: { ...(etag !== null && { etag }), ...(replayed && { 'idempotency-replayed': 'true' }) } });
}

/** Who asks, or null for nobody. @throws Problem 403 for a cookie that somebody else's page made the browser send. */
async function identify(request: Request, options: AppOptions): Promise<string | null> {
  const identity = await options.identify(request);
  if (identity === null) return null;
  if (identity.via === 'cookie') checkOrigin(request, options.ownOrigins);
  return identity.personId;
}

/** @throws Problem 404 when the company is not the person's, or not there; 403 when they may not look into the area, or not change it. */
async function enter(
  { also }: Route,
  needs: NonNullable<Route['needs']>,
  { reader, personId, params, query, body }: Omit<Call<unknown, unknown>, 'clock'>,
  changes = false,
): Promise<Grant> {
  const grant = await enterCompany(reader, personId, params['company'] ?? '');
  if (grant === null) throw new Problem('not-found');
  const may = (area: Area) => (changes ? grant.rights[area] === 'full' : grant.rights[area] !== 'none');
  if (needs !== 'member' && !needs.some(may)) throw new Problem('forbidden');
  const areas = await also({ db: reader, companyId: grant.companyId, params, query, body });
  if (!areas.every(may)) throw new Problem('forbidden');
  return grant;
}
