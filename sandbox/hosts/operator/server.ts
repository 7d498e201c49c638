/** The operator's origin as one request listener: the site, and the provider under `/oidc`. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { operatorSite } from './site.ts';
import type { OperatorSiteOptions } from './site.ts';

/** Where the provider is mounted; the path of its issuer. */
const mount = '/oidc';

/** Listens for the operator's origin alone: a page that has another name resolve to this machine is turned away. */
export function operatorListener(options: OperatorSiteOptions): RequestListener {
  const site = getRequestListener(operatorSite(options).fetch, { overrideGlobalObjects: false });
  const provider = options.provider.callback();
  const { host } = new URL(options.origin);
  return (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    const address = request.url ?? '/';
    if (request.headers.host !== host) {
      elsewhere(request, response, options.origin);
    } else if (address.startsWith(`${mount}/`)) {
      request.originalUrl = address;
      request.url = address.slice(mount.length);
      void provider(request, response);
    } else {
      void site(request, response);
    }
  };
}

/** People who type another of this machine's names are shown the way: cookies and the provider know one name only. */
function elsewhere(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const address = request.url ?? '/';
  if (request.method === 'GET' && address.startsWith('/') && !address.startsWith('/v1')) {
    response.writeHead(307, { Location: new URL(origin).origin + address, 'Cache-Control': 'no-store' }).end();
  } else {
    response.writeHead(421, { 'Content-Type': 'text/plain' }).end('This server answers to another name.');
  }
}
