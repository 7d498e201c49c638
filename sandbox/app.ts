/** The operator's API as one function from request to answer, the same in Node and in a browser. */
import { Hono, type Context } from 'hono';
import type { Clock } from './clock.ts';
import type { SandboxDatabase } from './database/database.ts';
import { newId } from './database/ids.ts';
import { Cors } from './http/cors.ts';
import { failureOf } from './http/failure.ts';
import type { LogEntry } from './http/log.ts';
import { Problem, problemResponse } from './http/problem.ts';
import { generous, RateLimit, type Limits } from './http/rate-limit.ts';
import type { Route } from './http/route.ts';
import { serve } from './http/serve.ts';
import { PdfFiles } from './invoices/pdf-files.ts';
import type { MakePdf } from './invoices/pdf/maker.ts';
import { openApi } from './openapi.ts';
import { routes } from './routes.ts';

export interface AppOptions {
  readonly database: SandboxDatabase;
  readonly clock: Clock;
  /** Who sends this request: by bearer token or session cookie; null is nobody. Throwing is a fault: it signs nobody out (F10). */
  identify(request: Request): Promise<{ personId: string; via: 'cookie' | 'token' } | null>;
  /** Exact origins that may call from other sites (CORS), e.g. the partner's. */
  readonly allowedOrigins: readonly string[];
  /** Own origin(s), for the CSRF check of cookie requests. */
  readonly ownOrigins: readonly string[];
  /** Whether the operator has an address service (ADR-9); it has, if nothing is said. */
  readonly addressService?: boolean;
  /** The ids of the help articles there are; any that can be one, if nothing is said. */
  readonly articles?: readonly string[];
  /** Makes PDFs; without it there are none yet. */
  readonly pdf?: MakePdf;
  /** How many requests one person may send; {@link generous} if nothing is said. */
  readonly limits?: Limits;
  /** Told of every answer. The entry holds no personal data and may be kept. */
  log?(entry: LogEntry): void;
  /** Told of what should not have happened, with the id the person was given. Its text may hold data of the query. */
  fault?(requestId: string, error: unknown): void;
}

/** What is gathered while a request is answered. */
interface Env {
  Variables: { requestId: string; route: string; personId: string | null };
}

const base = '/v1';

/** Headers of every answer: shown to nobody else, kept nowhere, run as nothing. */
const guards = {
  'cache-control': 'no-store',
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function createApp(options: AppOptions): { fetch(request: Request): Promise<Response> } {
  const app = new Hono<Env>();
  const cors = new Cors(options.allowedOrigins, options.ownOrigins);
  const shared = { rateLimit: new RateLimit(options.limits ?? generous), pdfs: new PdfFiles(options.pdf) };
  app.use(async (context, next) => {
    const begin = performance.now();
    const requestId = newId();
    context.set('requestId', requestId);
    context.set('route', '(none)');
    context.set('personId', null);
    const isPreflight = cors.isPreflight(context.req.raw);
    if (isPreflight) context.res = cors.preflight();
    else await next();
    const { headers, status } = context.res;
    for (const [name, value] of Object.entries({ ...guards, 'request-id': requestId })) headers.set(name, value);
    cors.sign(context.req.raw, headers);
    const { route, personId } = context.var;
    options.log?.({ requestId, personId, method: context.req.method, route, status, milliseconds: Math.round(performance.now() - begin) });
  });
  // Address by address: what takes no id must be closed to other methods before a later pattern takes its last word for one.
  for (const [pattern, known] of byPattern(routes.filter(({ option }) => option === undefined || options[option] !== false))) {
    for (const route of known) {
      app.on(route.method, pattern, (context) => {
        context.set('route', base + route.path);
        const identified = (personId: string) => {
          context.set('personId', personId);
        };
        const { requestId } = context.var;
        return serve(route, { request: context.req.raw, params: context.req.param(), requestId, identified }, options, shared);
      });
    }
    app.all(pattern, (context) => wrongMethod(context, known));
  }
  app.get(`${base}/openapi.json`, (context) => {
    context.set('route', `${base}/openapi.json`);
    return Response.json(openApi());
  });
  app.all(`${base}/openapi.json`, (context) => wrongMethod(context, [{ method: 'GET' }]));
  app.notFound((context) => problemResponse(new Problem('not-found'), context.var.requestId));
  app.onError((error, context) => {
    const failure = failureOf(error);
    if (failure !== error) options.fault?.(context.var.requestId, error);
    return problemResponse(failure, context.var.requestId);
  });
  return { fetch: async (request) => app.fetch(request) };
}

/** A route's address as Hono writes it. */
const patternOf = ({ path }: Route): string => base + path.replaceAll(/\{(\w+)\}/g, ':$1');

function byPattern(offered: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const groups = new Map<string, Route[]>();
  for (const route of offered) groups.set(patternOf(route), [...(groups.get(patternOf(route)) ?? []), route]);
  return groups;
}

function wrongMethod(context: Context<Env>, known: readonly Pick<Route, 'method'>[]): Response {
  const methods = known.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = { allow: [...methods, 'OPTIONS'].join(', ') };
  if (context.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: allow });
  return problemResponse(new Problem('method-not-allowed', { headers: allow }), context.var.requestId);
}
