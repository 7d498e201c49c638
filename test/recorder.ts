/** Watches over requests: which were made, and in which order their replies arrive. */
import { requestOf, type Fetch } from './faults.ts';

export interface Counting {
  readonly fetch: Fetch;
  /** Every request so far, each with its own copy of the body. */
  readonly requests: readonly Request[];
  /** The paths of the requests so far, with their queries. */
  readonly paths: () => string[];
}

/** A `fetch` that records what is asked of it. */
export const counting = (inner: Fetch = fetch): Counting => {
  const requests: Request[] = [];
  return {
    requests,
    paths: () =>
      requests.map(({ url }) => {
        const { pathname, search } = new URL(url);
        return pathname + search;
      }),
    fetch: (...call) => {
      const request = requestOf(...call);
      // What was called off before it was sent is asked of nobody.
      if (!request.signal.aborted) requests.push(request.clone());
      return inner(request);
    },
  };
};

export interface Held {
  readonly request: Request;
  /** Lets the request through to the backend, or gives it this answer in its place. */
  release(answer?: Response): void;
}

export interface Gate {
  readonly fetch: Fetch;
  /** The requests that wait, the oldest first. One that is aborted waits no longer. */
  readonly waiting: readonly Held[];
  /** Lets all through that wait and all that come. */
  open(): void;
}

/** A `fetch` whose replies wait until the test lets them come, in the order it likes. */
export const gate = (inner: Fetch = fetch): Gate => {
  const waiting: Held[] = [];
  let opened = false;
  const hold = (request: Request) =>
    new Promise<Response>((resolve, reject) => {
      const leave = () => {
        const at = waiting.indexOf(held);
        if (at >= 0) waiting.splice(at, 1);
      };
      const stop = () => {
        leave();
        reject(request.signal.reason as Error);
      };
      const held: Held = {
        request,
        release: (answer) => {
          request.signal.removeEventListener('abort', stop);
          leave();
          resolve(answer ?? inner(request));
        },
      };
      waiting.push(held);
      request.signal.addEventListener('abort', stop, { once: true });
    });
  return {
    waiting,
    open: () => {
      opened = true;
      for (const held of [...waiting]) held.release();
    },
    fetch: (...call) => (opened ? inner(...call) : hold(requestOf(...call))),
  };
};
