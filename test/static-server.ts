/** A web server that knows nothing but files. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface StaticServer {
  /** Where the folder begins, ending in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder under a path, `/` at both ends, on a free port of loopback. Everything else is not there. */
export async function serveFolder(folder: string, under: string): Promise<StaticServer> {
  const root = path.resolve(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const name = decodeURIComponent(pathname).slice(under.length);
    const file = path.join(root, name === '' || name.endsWith('/') ? `${name}index.html` : name);
    const inside = pathname.startsWith(under) && file.startsWith(root + path.sep);
    (inside ? readFile(file) : Promise.reject(new Error('outside'))).then(
      (content) => response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
