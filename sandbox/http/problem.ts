/** What can go wrong, as RFC 9457 has it on the wire. */
import * as z from 'zod/mini';

/** Each kind of problem: its status, and a title for whoever reads the answer raw. The elements show texts of their own, by `type`. */
export const problemKinds = {
  'key-missing': { status: 400, title: 'A change needs an Idempotency-Key.' },
  unauthorized: { status: 401, title: 'Nobody is signed in.' },
  forbidden: { status: 403, title: 'The person has no right to this area.' },
  csrf: { status: 403, title: 'The request does not come from one of our own pages.' },
  'not-found': { status: 404, title: 'There is no such thing.' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method.' },
  'in-progress': { status: 409, title: 'The same is being done already. Wait as long as Retry-After says.' },
  'not-ready': { status: 409, title: 'The file is still being made. Wait as long as Retry-After says.' },
  'too-late': { status: 409, title: 'It can no longer be taken back.' },
  changed: { status: 412, title: 'It has been changed since it was read.' },
  timeout: { status: 408, title: 'The body took too long to arrive.' },
  'too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The body is not of the media type that the address takes.' },
  invalid: { status: 422, title: 'Something in the request is not as the contract says.' },
  'key-reused': { status: 422, title: 'The Idempotency-Key has been used for something else.' },
  'match-missing': { status: 428, title: 'A change needs the ETag of what was read as If-Match.' },
  busy: { status: 429, title: 'Too many requests. Wait as long as Retry-After says.' },
  unexpected: { status: 500, title: 'Something went wrong that should not have.' },
  unavailable: { status: 503, title: 'The database cannot be reached. Wait as long as Retry-After says.' },
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** The body of every answer that is a problem; content type `application/problem+json`. */
export const problemDetails = z.object({
  /** `urn:selvbetjening:problem:` and the kind. Stable; more kinds may come. */
  type: z.string().check(z.regex(/^urn:selvbetjening:problem:[a-z-]+$/)),
  title: z.string(),
  status: z.int(),
  /** The same as the header `Request-Id`: what to tell the operator's support. */
  requestId: z.string(),
  /** With 422: where, as JSON pointers into the body, or into the query as if it were an object. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), type: z.string() }))),
});
export type ProblemDetails = z.output<typeof problemDetails>;

/** Thrown wherever a request cannot go on; the app makes the answer of it. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: NonNullable<ProblemDetails['errors']> | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, details: { errors?: NonNullable<ProblemDetails['errors']>; headers?: Record<string, string> } = {}) {
    super(kind);
    this.kind = kind;
    this.errors = details.errors;
    this.headers = details.headers ?? {};
  }
}

/** Nobody is signed in, however that came about: one answer for every reason (T07). */
export const unauthorized = (): Problem => new Problem('unauthorized', { headers: { 'www-authenticate': 'Bearer realm="selvbetjening"' } });

/** The answer that tells a problem. */
export function problemResponse({ kind, errors, headers }: Problem, requestId: string): Response {
  const { status, title } = problemKinds[kind];
  const details: ProblemDetails = { type: `urn:selvbetjening:problem:${kind}`, title, status, requestId, ...(errors && { errors }) };
  return new Response(JSON.stringify(details), { status, headers: { ...headers, 'content-type': 'application/problem+json' } });
}
