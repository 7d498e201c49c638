/** How we talk to the backend: one base address, one way to say who asks, one way to fail. */
import ky, { HTTPError, TimeoutError, type KyInstance } from 'ky';
import { ProblemError, problemInResponse, type Problem } from './problem.ts';

/** Says who asks. With a session cookie the browser does, and there is no such thing. */
export interface Credentials {
  /** The token to send. Rejects with a {@link ProblemError}, or with the signal's reason. */
  current(signal: AbortSignal): Promise<string>;
  /** Another token in place of one that was refused; rejects when there is none. */
  replace(refused: string, signal: AbortSignal): Promise<string>;
}

export interface ClientOptions {
  /** The contract's base address, ending before `/session`. */
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly credentials?: Credentials | undefined;
  /** The backend knows nobody behind our calls any more. */
  readonly onSignedOut: () => void;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly query?: Readonly<Record<string, string>>;
  /** A question too private for an address: it makes the read a POST (PRV-6). */
  readonly question?: unknown;
}

/** One attempt, and all attempts of a read together (reliability.md, defaults of part C). */
const attemptMilliseconds = 10_000;
const readMilliseconds = 15_000;

/** Speaks the contract for one person. A new person gets a new client, so that nothing keyed by it is ever shared (F24). */
export class Client {
  readonly #http: KyInstance;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#http = ky.create({
      prefixUrl: options.base,
      fetch: options.fetch,
      // The static header is what a form or an image of another site cannot send (T10).
      ...(options.credentials ? { credentials: 'omit' } : { credentials: 'include', headers: { 'selvbetjening-request': '1' } }),
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      timeout: attemptMilliseconds,
      retry: {
        limit: 2,
        // Only reads come here: the one POST among them is a search.
        methods: ['get', 'post'],
        statusCodes: [500, 502, 503],
        afterStatusCodes: [],
        delay: (attempt) => 300 * 2 ** (attempt - 1),
        backoffLimit: 5_000,
        jitter: true,
        shouldRetry: ({ error }) =>
          navigator.onLine && !(error instanceof HTTPError && error.response.headers.has('retry-after')) ? undefined : false,
      },
    });
  }

  /**
   * Reads one thing. Repeats what may pass by itself: a broken connection, a fault at the backend, a body that broke off (F05, F07, F10).
   * Rejects with a {@link ProblemError}, or with the signal's reason when it was aborted. `parse` comes with the one who asks, for on a
   * page with two copies of the library that is the other one (F30).
   */
  async read<Value>(path: string, parse: (answer: unknown) => Value, options: ReadOptions): Promise<Value> {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(readMilliseconds)]);
    try {
      return await this.#attempt(path, parse, { ...options, signal });
    } catch (error) {
      options.signal.throwIfAborted();
      const problem = await problemOf(error);
      if (problem.kind === 'signed-out') this.#options.onSignedOut();
      throw new ProblemError(problem);
    }
  }

  async #attempt<Value>(path: string, parse: (answer: unknown) => Value, options: ReadOptions): Promise<Value> {
    const { credentials } = this.#options;
    const { signal, query, question } = options;
    let token = await credentials?.current(signal);
    let replaced = false;
    let repeated = false;
    for (;;) {
      try {
        const response = await this.#http(path, {
          method: question === undefined ? 'get' : 'post',
          signal,
          ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
          ...(query && { searchParams: query }),
          ...(question !== undefined && { json: question }),
        });
        if (!response.headers.get('content-type')?.includes('json')) throw new UnreadableError(response);
        try {
          return parse(await response.json());
        } catch {
          throw new UnreadableError(response);
        }
      } catch (error) {
        if (credentials && token !== undefined && !replaced && error instanceof HTTPError && error.response.status === 401) {
          replaced = true;
          token = await credentials.replace(token, signal);
        } else if (!repeated && error instanceof UnreadableError) repeated = true;
        else throw error;
      }
    }
  }
}

/** A 200 whose body is cut off, no JSON, or not what the contract says. */
class UnreadableError extends Error {
  readonly requestId: string | null;

  constructor(response: Response) {
    super('unreadable');
    this.requestId = response.headers.get('request-id');
  }
}

const problemOf = async (error: unknown): Promise<Problem> => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof HTTPError) return problemInResponse(error.response);
  if (error instanceof UnreadableError) return { kind: 'unexpected', ...(error.requestId && { requestId: error.requestId }) };
  if (error instanceof TimeoutError || (error instanceof DOMException && error.name === 'TimeoutError')) return { kind: 'slow' };
  return { kind: navigator.onLine ? 'unreachable' : 'offline' };
};
