/** Files of the operator's site: its own, and the elements as they come in the package. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';

const require = createRequire(import.meta.url);
const assets = path.join(import.meta.dirname, 'assets');
const fonts = path.join(path.dirname(require.resolve('@fontsource-variable/inter/package.json')), 'files');

/** A name with a hash in it never gets another content. */
const hashed = /-[\w-]{8,}\.(?:js|css)$/;

function keep(file: string, context: { header: (name: string, value: string) => void }): void {
  context.header('Cache-Control', hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  context.header('X-Content-Type-Options', 'nosniff');
}

/** @param elements the folder with one file per tag, as the package ships it for script tags */
export function staticFiles(elements: string): Hono {
  const app = new Hono();
  app.use('*', etag(), compress());
  for (const subset of ['latin', 'latin-ext']) {
    app.get(
      `/site/inter-${subset}.woff2`,
      serveStatic({ root: fonts, rewriteRequestPath: () => `/inter-${subset}-wght-normal.woff2`, onFound: keep }),
    );
  }
  app.get('/site/*', serveStatic({ root: assets, rewriteRequestPath: (address) => address.slice('/site'.length), onFound: keep }));
  app.get(
    '/elements/*',
    serveStatic({ root: elements, rewriteRequestPath: (address) => address.slice('/elements'.length), onFound: keep }),
  );
  return app;
}
