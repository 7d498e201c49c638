/** What goes wrong in stories beyond test/faults.ts: only with what is sent, or within the backend's own answer. */
import type { SessionAnswer } from '../src/session/session.ts';
import { answers, at, first, offline, requestOf, silent, type Fault } from '../test/faults.ts';

/** The fault meets only what changes something. */
export const sending =
  (fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return (...call) => {
      const request = requestOf(...call);
      return (request.headers.has('idempotency-key') ? faulty : inner)(request);
    };
  };

/** Both, the first one outermost. */
export const both =
  (one: Fault, other: Fault): Fault =>
  (inner) =>
    one(other(inner));

/** The first answer is lost, and none comes to the question what became of it. */
export const lostAndSilent: Fault = (inner) => first(1, offline())(silent()(inner));

/** The backend's refusal of this kind, with the fields it does not accept. */
export const refuses = (status: number, type: string, errors?: readonly { readonly pointer: string; readonly type: string }[]): Fault =>
  answers(
    status,
    { 'content-type': 'application/problem+json' },
    { type: `urn:selvbetjening:problem:${type}`, title: '', status, requestId: 'example-request', ...(errors && { errors }) },
  );

/** The backend's own answer, changed on its way. */
export const bent =
  (change: (answer: never) => unknown): Fault =>
  (inner) =>
  async (...call) => {
    const response = await inner(...call);
    const { status, headers } = response;
    const etag = headers.get('etag');
    return Response.json(change((await response.json()) as never), { status, ...(etag !== null && { headers: { etag } }) });
  };

/** Whoever looks has these rights instead of their own, at each of their companies. */
export const entitled = (rights: Partial<SessionAnswer['companies'][number]['rights']>): Fault =>
  at(
    '/session',
    bent((session: SessionAnswer) => ({
      ...session,
      companies: session.companies.map((company) => ({ ...company, rights: { ...company.rights, ...rights } })),
    })),
  );
