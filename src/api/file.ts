/** Fetching a file. It comes with the same proof of who asks as everything else: no address of it works by itself (T14). */
import type { Client } from './client.ts';
import { ProblemError } from './problem.ts';

export interface FetchedFile {
  readonly blob: Blob;
  /** As the backend calls it; `undefined` where it does not. */
  readonly name: string | undefined;
}

export interface FileOptions {
  readonly signal: AbortSignal;
  /** Its media type; anything else is not the file. */
  readonly type: string;
  /** Tells a whole file from one that was cut off. */
  readonly isWhole: (blob: Blob) => Promise<boolean>;
}

/** A file may take longer to begin than an answer in JSON does (reliability.md, part C). */
const startMilliseconds = 20_000;
/** A file that has begun may take as long as it needs, as long as something of it comes. */
const stallMilliseconds = 30_000;

/**
 * Fetches a file whole, and once more when it comes broken (F28). Rejects with a {@link ProblemError}, `processing` while it is still being
 * made, `slow` when it does not begin or nothing more of it comes, or with the signal's reason when it was aborted.
 */
export const fetchFile = async (client: Client, path: string, { signal, type, isWhole }: FileOptions): Promise<FetchedFile> => {
  try {
    for (let repeated = false; ; repeated = true) {
      const response = await client.call(path, { signal, timeout: startMilliseconds, headers: { accept: type } });
      const { headers } = response;
      const stalled = new AbortController();
      try {
        const blob = await bodyOf(response, signal, stalled);
        // What was packed for the way is longer when it is here, never shorter.
        const isAllThere = blob.size > 0 && blob.size >= Number(headers.get('content-length'));
        if (headers.get('content-type')?.startsWith(type) && isAllThere && (await isWhole(blob)))
          return { blob, name: nameIn(headers.get('content-disposition')) };
      } catch {
        // It broke off: told below.
      }
      if (stalled.signal.aborted) throw new ProblemError({ kind: 'slow' });
      signal.throwIfAborted();
      const requestId = headers.get('request-id');
      if (repeated) throw new ProblemError({ kind: 'unexpected', ...(requestId && { requestId }) });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new ProblemError(await client.problem(error));
  }
};

/** The body, let go of through `stalled` when nothing of it comes for too long. Rejects when it breaks off. */
const bodyOf = async ({ body }: Response, signal: AbortSignal, stalled: AbortController): Promise<Blob> => {
  if (!body) return new Blob();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stalled.abort();
    }, stallMilliseconds);
  };
  wait();
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform: (bytes, controller) => {
      wait();
      controller.enqueue(bytes);
    },
  });
  try {
    return await new Response(body.pipeThrough(watch, { signal: AbortSignal.any([signal, stalled.signal]) })).blob();
  } finally {
    clearTimeout(timer);
  }
};

/** The name in a `Content-Disposition` (RFC 6266), without anything that could lead out of a folder. */
const nameIn = (header: string | null): string | undefined => {
  const [, encoded] = /filename\*=utf-8''([^;\s]+)/i.exec(header ?? '') ?? [];
  const [, plain] = /filename="([^"]+)"/i.exec(header ?? '') ?? [];
  const name = (decoded(encoded) ?? plain)?.replace(/[\p{Cc}/\\:]/gu, '');
  return name === '' ? undefined : name;
};

const decoded = (text: string | undefined): string | undefined => {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
