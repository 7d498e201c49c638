/** How we talk to the backend: one base address, one way to say who asks, one way to fail. */
import ky, { HTTPError, TimeoutError, type KyInstance, type Options } from 'ky';
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
  async read<Value>(path: string, parse: (answer: unknown, headers: Headers) => Value, options: ReadOptions): Promise<Value> {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(readMilliseconds)]);
    const { query, question } = options;
    const request = {
      method: question === undefined ? 'get' : 'post',
      signal,
      ...(query && { searchParams: query }),
      ...(question !== undefined && { json: question }),
    };
    try {
      for (let repeated = false; ; repeated = true) {
        const response = await this.call(path, request);
        try {
          return await answerIn(response, parse);
        } catch (error) {
          if (repeated) throw error;
        }
      }
    } catch (error) {
      options.signal.throwIfAborted();
      throw new ProblemError(await this.problem(error));
    }
  }

  /**
   * Sends a request with what says who asks; a token that is refused is replaced once (F14). Rejects with whatever went wrong, also with an
   * answer that is no success: {@link problem} tells what it amounts to.
   */
  async call(path: string, request: Options & { readonly signal: AbortSignal }): Promise<Response> {
    const { credentials } = this.#options;
    let token = await credentials?.current(request.signal);
    for (let replaced = false; ; replaced = true) {
      try {
        return await this.#http(
          path,
          token === undefined ? request : { ...request, headers: { ...(request.headers as object), authorization: `Bearer ${token}` } },
        );
      } catch (error) {
        if (!credentials || token === undefined || replaced || !(error instanceof HTTPError && error.response.status === 401)) throw error;
        token = await credentials.replace(token, request.signal);
      }
    }
  }

  /** What an error of {@link call} amounts to. One that says that nobody is signed in is told to the session. */
  async problem(error: unknown): Promise<Problem> {
    const problem = await problemOf(error);
    if (problem.kind === 'signed-out') this.#options.onSignedOut();
    return problem;
  }
}

/** The answer, parsed. Rejects with an {@link UnreadableError} when it is not what it should be. */
export const answerIn = async <Value>(response: Response, parse: (answer: unknown, headers: Headers) => Value): Promise<Value> => {
  try {
    if (response.headers.get('content-type')?.includes('json')) return parse(await response.json(), response.headers);
  } catch {
    // Told below.
  }
  throw new UnreadableError(response);
};

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
