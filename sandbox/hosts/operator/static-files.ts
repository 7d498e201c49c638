/** Files of the operator's site: its own, and the elements as they come in the package. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';

const require = createRequire(import.meta.url);
const assets = path.join(import.meta.dirname, 'assets');
const filesOf = (font: string) => path.join(path.dirname(require.resolve(`${font}/package.json`)), 'files');
/** The operator's font, and that of a brand which sells the same. */
const [inter, sourceSans] = [filesOf('@fontsource-variable/inter'), filesOf('@fontsource/source-sans-3')];

/** What the tags share has a hash in its name and never gets another content; the tags' own files keep their names. */
const hashed = /^\/elements\/chunks\/[\w.-]+-[\w-]{8,}\.js$/;

/** How long a browser may keep what was found. `serveStatic` has a hook for this, but calls it when the answer is already made. */
const keep: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.ok) return;
  context.header('Cache-Control', hashed.test(context.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  context.header('X-Content-Type-Options', 'nosniff');
};

/** @param elements the folder with one file per tag, as the package ships it for script tags */
export function staticFiles(elements: string): Hono {
  const app = new Hono();
  app.use('*', etag(), compress());
  app.use('/site/*', keep);
  app.use('/elements/*', keep);
  for (const subset of ['latin', 'latin-ext']) {
    app.get(`/site/inter-${subset}.woff2`, serveStatic({ root: inter, rewriteRequestPath: () => `/inter-${subset}-wght-normal.woff2` }));
    for (const weight of ['400', '600']) {
      const name = `source-sans-3-${subset}-${weight}`;
      app.get(`/site/${name}.woff2`, serveStatic({ root: sourceSans, rewriteRequestPath: () => `/${name}-normal.woff2` }));
    }
  }
  app.get('/site/*', serveStatic({ root: assets, rewriteRequestPath: (address) => address.slice('/site'.length) }));
  app.get('/elements/*', serveStatic({ root: elements, rewriteRequestPath: (address) => address.slice('/elements'.length) }));
  return app;
}
