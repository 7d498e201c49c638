/** Which other sites' pages may read our answers: those on the list, letter for letter (T11). */

/** What a page of another origin may read beside the body. */
const exposed = 'Request-Id, ETag, Retry-After, Idempotency-Replayed, Content-Disposition';

/** Seconds for which a browser need not ask again. A site taken off the list is refused at once all the same, by its answers' headers. */
const preflightAge = '7200';

/** How requests of other origins are answered; `own` are the sites that sign in with the cookie. */
export class Cors {
  readonly #allowed: ReadonlySet<string>;
  readonly #own: ReadonlySet<string>;

  constructor(allowed: readonly string[], own: readonly string[]) {
    this.#allowed = new Set(allowed);
    this.#own = new Set(own);
  }

  /** Whether a request asks what may be asked. */
  isPreflight(request: Request): boolean {
    return request.method === 'OPTIONS' && request.headers.has('origin') && request.headers.has('access-control-request-method');
  }

  /** The answer to that: the same for every address, so it tells nothing of them. */
  preflight(): Response {
    return new Response(null, { status: 204 });
  }

  /** Adds what the origin of the request is to be told; an unlisted one is told nothing. */
  sign(request: Request, headers: Headers): void {
    headers.append('vary', 'Origin');
    const preflight = this.isPreflight(request);
    if (preflight) headers.append('vary', 'Access-Control-Request-Method, Access-Control-Request-Headers');
    const origin = request.headers.get('origin');
    if (origin === null || !(this.#allowed.has(origin) || this.#own.has(origin))) return;
    headers.set('access-control-allow-origin', origin);
    // Only our own sites have the cookie; others send a token, and no cookie of ours is wanted from them.
    if (this.#own.has(origin)) headers.set('access-control-allow-credentials', 'true');
    if (!preflight) {
      headers.set('access-control-expose-headers', exposed);
      return;
    }
    headers.set('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
    headers.set('access-control-allow-headers', 'Authorization, Content-Type, Idempotency-Key, If-Match, Selvbetjening-Request');
    headers.set('access-control-max-age', preflightAge);
  }
}
