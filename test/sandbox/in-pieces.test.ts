/** A file that is made while it is sent, over a real connection. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { inPieces } from '../../sandbox/hosts/operator/in-pieces.ts';

const piece = new TextEncoder().encode(`${'Fakturanummer;'.repeat(1000)}\r\n`);

describe('a file that is made while it is sent', () => {
  let server: Server;
  let address = '';
  let gone: () => void = () => undefined;
  const letGo = new Promise<void>((resolve) => (gone = resolve));
  before(async () => {
    const bodies: Record<string, () => ReadableStream<Uint8Array>> = {
      whole: () => new Blob([piece, piece, piece]).stream(),
      broken: () => {
        let given = 0;
        return new ReadableStream({
          pull(controller) {
            if (given++ === 20) throw new Error('the database has gone');
            controller.enqueue(piece);
          },
        });
      },
      endless: () =>
        new ReadableStream({
          pull(controller) {
            controller.enqueue(piece);
          },
          cancel: () => {
            gone();
          },
        }),
    };
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.get('/:file', (context) => {
      const length = context.req.query('length');
      const headers = {
        ...{ 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="a.csv"' },
        ...(length !== undefined && { 'content-length': length }),
      };
      return inPieces(new Response(bodies[context.req.param('file')]?.() ?? null, { headers }), context.env);
    });
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  test('arrives whole, with what is told of it', async () => {
    const response = await fetch(`${address}/whole`);
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="a.csv"');
    assert.equal((await response.arrayBuffer()).byteLength, 3 * piece.length);
  });

  test('that breaks off half way is cut, so that nobody takes it for a whole one, and tells nothing of why (F28)', async () => {
    for (const path of ['broken', `broken?length=${String(100 * piece.length)}`]) {
      const response = await fetch(`${address}/${path}`);
      assert.equal(response.status, 200);
      let text = '';
      await assert.rejects(async () => {
        const decoder = new TextDecoder();
        for await (const part of response.body ?? []) text += decoder.decode(part);
      });
      assert.doesNotMatch(text, /Error|database/);
    }
  });

  test('is not made any further for who has gone (F22)', async () => {
    const stop = new AbortController();
    const response = await fetch(`${address}/endless`, { signal: stop.signal });
    await response.body?.getReader().read();
    stop.abort();
    await letGo;
  });
});
