/** How much a form of the host sites may bring. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Bytes; most of ours hold a few hundred. */
const few = 16 * 1024;

/** Bytes for a text of 10,000 characters, of which the browser writes some as nine. */
export const forTexts = 96 * 1024;

/** Stops a larger body before it is read (T22), whether or not it tells its length, and answers with what `refuse` makes. */
export const smallBodies = (refuse: (context: Context) => Response | Promise<Response>, most = few): MiddlewareHandler =>
  bodyLimit({ maxSize: most, onError: refuse });
