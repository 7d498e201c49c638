/** Sending what may be sent twice without harm: a part of a file, or what has a key of its own. What is lost on the way is sent again by itself. */
import { HTTPError, type Options } from 'ky';
import { answerIn, type Client } from './client.ts';
import { ProblemError, type Problem } from './problem.ts';

export interface SendingAgain {
  readonly method: 'post' | 'put';
  readonly signal: AbortSignal;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as they are. */
  readonly bytes?: ArrayBuffer;
  /** The key of the intention, where repeating would do harm without it. */
  readonly key?: string;
}

/** An answer may take so long, and so may a body on a slow line. Milliseconds (reliability.md, part C). */
const attemptMilliseconds = 15_000;
/** It is sent again by itself after these pauses, milliseconds. */
const pauses = [500, 1_500, 4_000] as const;
/** A busy backend is waited for no longer than this. Milliseconds. */
const patience = 30_000;

/** What is refused by its status alone, said as the contract says it of a field. */
const byStatus: Readonly<Record<number, { readonly pointer: string; readonly type: string }>> = {
  413: { pointer: '/size', type: 'max' },
  415: { pointer: '/content', type: 'kind' },
};

/** Rejects with a {@link ProblemError} once it has been tried often enough or is refused, or with the signal's reason. */
export const sendAgain = async <Value>(
  client: Client,
  path: string,
  parse: (answer: unknown, headers: Headers) => Value,
  { method, signal, json, bytes, key }: SendingAgain,
): Promise<Value> => {
  const request: Options = {
    ...{ method, timeout: attemptMilliseconds, retry: { limit: 0 } },
    ...(json !== undefined && { json }),
    ...(bytes !== undefined && { body: bytes }),
    headers: {
      ...(bytes !== undefined && { 'content-type': 'application/octet-stream' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
  };
  for (let attempt = 0; ; attempt++) {
    try {
      if (!navigator.onLine) throw new ProblemError({ kind: 'offline' });
      const both = AbortSignal.any([signal, AbortSignal.timeout(attemptMilliseconds)]);
      return await answerIn(await client.call(path, { ...request, signal: both }), parse);
    } catch (error) {
      signal.throwIfAborted();
      const refused = error instanceof HTTPError ? byStatus[error.response.status] : undefined;
      const problem = await client.problem(error);
      if (refused) throw new ProblemError({ ...problem, kind: 'rejected', fields: [refused] });
      const pause = pauseAfter(problem, attempt);
      if (pause === undefined) throw new ProblemError(problem);
      await wait(pause, signal);
    }
  }
};

/** How long to wait before it is sent again; `undefined` when the person decides. Milliseconds. */
const pauseAfter = ({ kind, until }: Problem, attempt: number): number | undefined => {
  const pause = pauses[attempt];
  if (pause === undefined) return undefined;
  switch (kind) {
    case 'unreachable':
    case 'slow':
    case 'unexpected':
    case 'processing':
      return pause;
    case 'busy': {
      const named = until === undefined ? pause : Math.max(0, until - Date.now());
      return named > patience ? undefined : named;
    }
    default:
      return undefined;
  }
};

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
