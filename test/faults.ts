/**
 * What can go wrong between an element and the backend, as wrappers around `fetch`: the same few for tests and stories. What
 * watches over requests instead is in recorder.ts.
 */

export type Fetch = typeof fetch;
export type Fault = (inner: Fetch) => Fetch;

/** The request that a call of `fetch` amounts to; its signal is the caller's. */
export const requestOf = (...call: Parameters<Fetch>): Request => new Request(...call);

/** Never settles, unless the signal aborts. */
const untilAborted = ({ signal }: Request): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

const noConnection = (): TypeError => new TypeError('Failed to fetch');

/** There is no network: nothing is sent (F01). See {@link network} for what the browser knows of it. */
export const offline = (): Fault => () => () => Promise.reject(noConnection());

/** The connection breaks after the backend has got the request and before its reply (F05). */
export const cut =
  (): Fault =>
  (inner) =>
  async (...call) => {
    await inner(...call);
    throw noConnection();
  };

/** Each request sets out so many milliseconds later (F03). */
export const slow =
  (milliseconds: number): Fault =>
  (inner) =>
  async (...call) => {
    const request = requestOf(...call);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([wait, untilAborted(request)]).finally(() => {
      clearTimeout(timer);
    });
    return inner(request);
  };

/** The backend accepts and never answers (F04). */
export const silent =
  (): Fault =>
  () =>
  (...call) =>
    untilAborted(requestOf(...call));

/** The backend answers with headers at once, and with a body that never comes (F04). */
export const endless =
  (): Fault =>
  () =>
  (...call) => {
    const { signal } = requestOf(...call);
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const body = new ReadableStream({
      start(controller) {
        signal.addEventListener('abort', () => {
          controller.error(signal.reason);
        });
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
  };

/** Every request gets this answer. Without a body it is problem details; a body that is no string is sent as JSON. */
export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}, body?: unknown): Fault =>
  () =>
  async (...call) => {
    requestOf(...call).signal.throwIfAborted();
    const problem = { type: 'about:blank', title: 'Example', status, requestId: 'example-request' };
    const type = body === undefined ? 'application/problem+json' : 'application/json';
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? problem);
    return Promise.resolve(new Response(text, { status, headers: { 'content-type': type, ...headers } }));
  };

/** A page of somebody in between arrives with status 200 where an answer should be (F08). */
export const html = (): Fault =>
  answers(200, { 'content-type': 'text/html', 'request-id': 'html-request' }, '<!doctype html><h1>Welcome</h1>');

/** The true answer begins to arrive and breaks off half way (F07). */
export const broken =
  (): Fault =>
  (inner) =>
  async (...call) => {
    const response = await inner(...call);
    const whole = new Uint8Array(await response.arrayBuffer());
    const half = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(whole.subarray(0, whole.length / 2));
      },
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    return new Response(half, { status: response.status, headers: response.headers });
  };

/** The fault meets only requests to addresses that hold this text, the rest pass. */
export const at =
  (address: string, fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return (...call) => {
      const request = requestOf(...call);
      return request.url.includes(address) ? faulty(request) : inner(request);
    };
  };

/** The fault meets only the first requests, the rest pass. */
export const first =
  (count: number, fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    let left = count;
    return (...call) => (left-- > 0 ? faulty : inner)(...call);
  };

export interface Line {
  readonly fetch: Fetch;
  /** What happens to requests from now on; nothing out of the ordinary without a fault. */
  readonly use: (fault?: Fault) => void;
}

/** A `fetch` that can be broken and mended while it is in use. */
export const line = (inner: Fetch = fetch): Line => {
  let present: Fetch = inner;
  return {
    fetch: (...call) => present(...call),
    use: (fault) => {
      present = fault ? fault(inner) : inner;
    },
  };
};

/** Says what the browser knows of the network, and tells the page. Call with `true` to give the browser its own view back. */
export const network = (online: boolean): void => {
  if (online) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
};
