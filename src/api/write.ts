/** Writing: one attempt at one deed. What may have been done although no answer came is told apart from what was not (reliability.md, part C). */
import { HTTPError, type Options } from 'ky';
import { answerIn, type Client } from './client.ts';
import { ProblemError, type ProblemKind } from './problem.ts';

export interface WriteOptions {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly signal: AbortSignal;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The key of the intention: with the same one it is done once, however often it is sent. Without it, repeating must do no harm. */
  readonly key?: string;
  /** The `ETag` of what the person was shown (F18). */
  readonly match?: string | undefined;
}

/** After these nobody knows whether it was done: the answer is lost, late or no answer. */
const lost: ReadonlySet<ProblemKind> = new Set(['unreachable', 'offline', 'slow', 'unexpected', 'busy']);

/** What a status says of a write, where that is more than it says of a read. */
const byStatus: Readonly<Record<number, ProblemKind>> = { 429: 'busy', 500: 'unexpected', 504: 'processing' };

/** An answer that has begun and does not end is none. */
const writeMilliseconds = 15_000;

/**
 * Sends once. Rejects with a `ProblemError`: `offline` when nothing has been sent (F02), `unsure` when it may have been done and the same key
 * will tell (F04, F06, F08), `unexpected` when the backend itself does not know (F13), `processing` while it is being done (F12), otherwise
 * what was refused. Rejects with the signal's reason when it was aborted, which takes nothing back.
 */
export const write = async <Value>(
  client: Client,
  path: string,
  parse: (answer: unknown, headers: Headers) => Value,
  { method, signal, body, key, match }: WriteOptions,
): Promise<Value> => {
  if (!navigator.onLine) throw new ProblemError({ kind: 'offline' });
  const request: Options & { readonly signal: AbortSignal } = {
    ...{ method, signal: AbortSignal.any([signal, AbortSignal.timeout(writeMilliseconds)]), retry: { limit: 0 } },
    headers: { ...(key !== undefined && { 'idempotency-key': key }), ...(match !== undefined && { 'if-match': match }) },
    ...(body !== undefined && { json: body }),
  };
  try {
    return await answerIn(await client.call(path, request), parse);
  } catch (error) {
    signal.throwIfAborted();
    const problem = await client.problem(error);
    const status = error instanceof HTTPError ? error.response.status : 0;
    const kind = byStatus[status] ?? (lost.has(problem.kind) ? 'unsure' : problem.kind);
    throw new ProblemError({ ...problem, kind });
  }
};
