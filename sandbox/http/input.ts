/** Reading what a request brings: strictly, and never more of it than is allowed. */
import * as z from 'zod/mini';
import { Problem } from './problem.ts';

/** The most bytes of a body (architecture.md). */
const bodyLimit = 256 * 1024;

/** How long a body may take, milliseconds. */
const bodyTime = 10_000;

/**
 * The body, parsed by its schema.
 *
 * @throws Problem 415 when it is not JSON by its header, 413 when it is too large whatever its length header says, 408 when it
 * comes too slowly, 422 when it is not as the schema says.
 */
export async function readBody<Schema extends z.ZodMiniType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  return parse(schema, parseJson(await readBytes(request, /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i)));
}

/**
 * The body as it is: a part of a file.
 *
 * @throws Problem as {@link readBody} does, but for what the bytes are.
 */
export const readRaw = (request: Request): Promise<Uint8Array> => readBytes(request, /^application\/octet-stream\s*$/i);

/** The query, parsed by a schema of texts and whole numbers. A name twice, or an unknown one, is refused. */
export function readQuery<Schema extends z.ZodMiniType>(query: URLSearchParams, schema: Schema): z.output<Schema> {
  const names = [...query.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Problem('invalid', { errors: [{ pointer: pointer([twice]), type: 'repeated' }] });
  const whole = integersOf(schema);
  const entries = [...query].map(([name, text]) => [name, whole.has(name) && /^\d{1,9}$/.test(text) ? Number(text) : text] as const);
  return parse(schema, Object.fromEntries(entries));
}

/** An id, or a telephone number, as it may be asked for. What cannot be one is looked up all the same, as one that nothing has. */
export const safeId = (id: string): string => (/^\+?[\w-]{1,64}$/.test(id) ? id : '-');

/** Which fields of a query are whole numbers. */
const integersOf = (schema: z.ZodMiniType): ReadonlySet<string> => {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  const isInteger = (field: unknown) => typeof field === 'object' && field !== null && 'type' in field && field.type === 'integer';
  return new Set(Object.keys(properties).filter((name) => isInteger(properties[name])));
};

function parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Problem('invalid', { errors: result.error.issues.slice(0, 20).flatMap(errorsOf) });
}

function errorsOf(issue: z.core.$ZodIssue): { pointer: string; type: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointer(issue.path), type: issue.code.replaceAll('_', '-') }];
  return issue.keys.slice(0, 20).map((key) => ({ pointer: pointer([...issue.path, key.slice(0, 100)]), type: 'unknown' }));
}

/** A JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('invalid', { errors: [{ pointer: '', type: 'not-json' }] });
  }
}

/** The bytes of a body of a media type, never more than are allowed. */
async function readBytes(request: Request, type: RegExp): Promise<Uint8Array> {
  if (!type.test(request.headers.get('content-type') ?? '')) throw new Problem('unsupported-media-type');
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw new Problem('unsupported-media-type');
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw new Problem('too-large');
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const late = new AbortController();
  const alarm = setTimeout(() => {
    late.abort();
    void reader.cancel().catch(() => {});
  }, bodyTime);
  try {
    for (;;) {
      // Whoever has gone half way is answered as one who is too slow; nobody hears it, and it is no fault of ours.
      const { done, value } = await reader.read().catch(() => {
        throw new Problem('timeout');
      });
      if (done) break;
      size += value.length;
      if (size > bodyLimit) {
        void reader.cancel().catch(() => {});
        throw new Problem('too-large');
      }
      pieces.push(value);
    }
  } finally {
    clearTimeout(alarm);
  }
  if (late.signal.aborted) throw new Problem('timeout');
  return joinBytes(pieces, size);
}

function joinBytes(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
