/** How much a form of the host sites may bring. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Bytes; ours hold a few hundred. */
const most = 16 * 1024;

/** Stops a larger body before it is read (T22), whether or not it tells its length, and answers with what `refuse` makes. */
export const smallBodies = (refuse: (context: Context) => Response | Promise<Response>): MiddlewareHandler =>
  bodyLimit({ maxSize: most, onError: refuse });
