/** Sends a file that is made while it is sent. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/**
 * Sends a file piece by piece, as fast as it is taken, and cuts the connection where it breaks off: ended properly, half a
 * file would pass for a whole one (F28). Any other response is given back as it is.
 */
export async function inPieces(response: Response, { outgoing }: HttpBindings): Promise<Response> {
  const { body, headers, status } = response;
  if (body === null || !headers.has('content-disposition')) return response;
  outgoing.writeHead(status, Object.fromEntries(headers));
  // Whoever made it has told what went wrong; whoever has gone need not be told.
  await pipeline(Readable.fromWeb(body as ReadableStream), outgoing).catch(() => undefined);
  return RESPONSE_ALREADY_SENT;
}
