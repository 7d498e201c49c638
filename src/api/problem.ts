/** What can go wrong between an element and the backend, as one union: every error a person sees is one of these. */

export type ProblemKind =
  | 'offline' // this device has no network (F01)
  | 'unreachable' // the network is there, the backend does not answer
  | 'slow' // no answer in time (F04)
  | 'no-token' // the host page cannot say who the person is (F16)
  | 'misconfigured' // the host page has named no usable backend (T09, F30)
  | 'signed-out' // the session has ended (F15)
  | 'forbidden' // no right to it (R7.3, F17)
  | 'missing' // gone, or never there: the two are indistinguishable (F17)
  | 'changed' // somebody else changed it first (F18)
  | 'late' // it can no longer be taken back
  | 'rejected' // what was asked or sent was not accepted (F19)
  | 'processing' // the same is being done already (F12), or a file is being made (F28)
  | 'unsure' // it may have been done, the answer is lost (F04, F06)
  | 'busy' // too many calls; again at `until` (F11)
  | 'unexpected'; // an answer we do not understand, or a fault at the backend (F08, F10)

/** A place in what was sent that was not accepted, as a JSON pointer, and the contract's word for what is wrong with it. */
export interface RejectedField {
  readonly pointer: string;
  readonly type: string;
}

/** What went wrong. It holds no personal data: it may be shown, reported by event and logged. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The backend's name for the call, for a support case. */
  readonly requestId?: string;
  /** When to try again, milliseconds since 1970 by this device's clock. */
  readonly until?: number;
  /** `rejected` only, and only where the backend says so. */
  readonly fields?: readonly RejectedField[];
}

/** A {@link Problem} on its way to the place where it is shown. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The problem that an error of any origin amounts to; also one of another copy of the library, whose class is not ours (F30). */
export const problemIn = (error: unknown): Problem =>
  error instanceof Error && error.name === 'ProblemError' && 'problem' in error ? (error.problem as Problem) : { kind: 'unexpected' };

const byStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'rejected',
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  409: 'changed',
  410: 'missing',
  412: 'changed',
  422: 'rejected',
  428: 'changed',
  429: 'busy',
};

/** What a status alone does not tell. */
const byType: Readonly<Record<string, ProblemKind>> = { 'too-late': 'late', 'in-progress': 'processing', 'not-ready': 'processing' };
const prefix = 'urn:selvbetjening:problem:'.length;

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

/** `Retry-After` in seconds or as a date, as milliseconds since 1970; `undefined` where it says nothing. */
const retryAt = (header: string | null): number | undefined => {
  if (header === null) return undefined;
  const at = /^\d+$/.test(header) ? Date.now() + Number(header) * 1000 : Date.parse(header);
  // Neither nonsense nor a date beyond all calendars is a time that could be shown.
  return Number.isNaN(new Date(at).getTime()) ? undefined : at;
};

/**
 * Reads a refused answer: problem details of RFC 9457 where there are any, else the status alone. Titles and details of the
 * server are never kept, because they are never shown: the words are ours, chosen by `kind`.
 */
export const problemInResponse = async (response: Response): Promise<Problem> => {
  // A body that is no JSON (a proxy's page, an answer cut off) tells nothing more than its status does.
  const body = record(await response.json().catch(() => undefined));
  const requestId = body['requestId'] ?? response.headers.get('request-id');
  const until = retryAt(response.headers.get('retry-after'));
  const fields = Array.isArray(body['errors'])
    ? body['errors'].map(record).map(({ pointer, type }) => ({ pointer: String(pointer), type: String(type) }))
    : [];
  // A server that says when it is back is busy, not broken.
  const kind =
    byType[String(body['type']).slice(prefix)] ?? byStatus[response.status] ?? (response.status === 503 && until ? 'busy' : 'unexpected');
  return {
    kind,
    ...(typeof requestId === 'string' && { requestId }),
    ...(fields.length && { fields }),
    ...(kind === 'busy' ? { until: until ?? Date.now() + 5_000 } : until !== undefined && { until }),
  };
};
