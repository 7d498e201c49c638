/** The intranet of Nordlys Eksempel A/S: its page, signing in at the operator, and the page's access tokens. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import type { PublicRegistration } from '../../sign-in/clients.ts';
import type { CodeFlow } from '../../sign-in/code-flow.ts';
import { formToken, sameText, secretId } from '../../sign-in/random.ts';
import { smallBodies } from '../small-bodies.ts';
import { attemptSeconds, Attempts } from './attempts.ts';
import { directPage } from './direct-page.ts';
import { intranetPage, messagePage } from './page.ts';
import type { SessionStore } from './session-store.ts';
import { partnerCookie, tokenRoute } from './token-route.ts';
import { TokenService } from './token-service.ts';

export interface PartnerSiteOptions {
  readonly origin: string;
  /** The operator's API. */
  readonly api: string;
  readonly flow: CodeFlow;
  /** The page that signs in in the browser. */
  readonly direct: PublicRegistration;
  readonly store: SessionStore;
  /** The folder with the built page; without one there is neither script nor style. */
  readonly assets?: string | undefined;
  /** How long a sign-in lasts, in seconds. */
  readonly signInSeconds: number;
}

/** Where the provider sends people back to who sign in in the browser. */
const answerPath = '/direkte/svar';
const browserCookie = 'intranet-login';
/** Lax: the operator sends people back by a link across sites. No `Secure`: the sandbox has no TLS. */
const cookie = { httpOnly: true, sameSite: 'Lax' } as const;

/** The whole site. */
export function partnerSite(options: PartnerSiteOptions): Hono {
  const { origin, flow, store, signInSeconds } = options;
  const app = new Hono();
  const attempts = new Attempts();
  const tokens = new TokenService(flow, store);
  const { origin: operator } = new URL(options.api);

  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers(operator))) context.header(name, value);
    // Its address holds the provider's answer, which is for the page's script only (T08).
    if (context.req.path === answerPath) context.header('Referrer-Policy', 'no-referrer');
  });

  app.use(smallBodies((context) => context.html(messagePage('Det er for meget', 'Formularen kan ikke rumme så meget.'), 413)));

  app.get('/', (context) => {
    const secret = getCookie(context, partnerCookie);
    const session = secret === undefined ? undefined : store.find(secret);
    context.header('Cache-Control', 'no-store');
    const viewer = session && secret !== undefined ? { name: session.name, signOutToken: formToken(secret, 'log-ud') } : null;
    return context.html(intranetPage({ api: options.api, viewer }));
  });

  app.get('/log-ind', async (context) => {
    const { address, attempt } = await flow.begin();
    const browser = getCookie(context, browserCookie) ?? secretId();
    attempts.keep(browser, attempt);
    setCookie(context, browserCookie, browser, { ...cookie, path: '/log-ind', maxAge: attemptSeconds });
    context.header('Cache-Control', 'no-store');
    return context.redirect(address.href);
  });

  app.get('/log-ind/svar', async (context) => {
    const attempt = attempts.take(getCookie(context, browserCookie) ?? '', context.req.query('state') ?? '');
    const outcome = attempt && (await flow.finish(attempt, new URL(context.req.url)).catch(() => undefined));
    if (!outcome?.tokens)
      return context.html(
        messagePage('Du blev ikke logget ind', 'Svaret fra Eksempeltele passede ikke til det login, du begyndte på.'),
        400,
      );
    const former = getCookie(context, partnerCookie);
    if (former !== undefined) await end(former);
    const { personId, name = '', idToken, tokens: got } = outcome;
    const secret = await store.add({
      personId,
      name,
      idToken,
      refreshToken: got.refreshToken,
      expiresAt: Date.now() + signInSeconds * 1000,
    });
    tokens.hold(secret, got);
    setCookie(context, partnerCookie, secret, { ...cookie, path: '/', maxAge: signInSeconds });
    return context.redirect('/', 303);
  });

  app.post('/log-ud', async (context) => {
    const secret = getCookie(context, partnerCookie);
    const session = secret === undefined ? undefined : store.find(secret);
    if (!session || secret === undefined) return context.redirect('/', 303);
    const { bevis: proof } = await context.req.parseBody();
    const ours = context.req.header('origin') === origin && typeof proof === 'string' && sameText(proof, formToken(secret, 'log-ud'));
    if (!ours) return context.html(messagePage('Du er stadig logget ind', 'Brug knappen »Log ud« på intranettet.'), 403);
    await end(secret);
    // That the operator cannot be told at the moment keeps nobody signed in here.
    await flow.revoke(session.refreshToken).catch(() => undefined);
    deleteCookie(context, partnerCookie, { path: '/' });
    context.header('Clear-Site-Data', '"cache", "storage"');
    const onward = await flow.signOutAddress(session.idToken, `${origin}/`).catch(() => new URL('/', origin));
    return context.redirect(onward.href, 303);
  });

  /** Ends a session here. The operator is told only when somebody signs out: a second sign-in may share what the first was given. */
  async function end(secret: string): Promise<void> {
    tokens.drop(secret);
    await store.remove(secret);
  }

  app.get('/direkte', (context) => context.redirect('/direkte/', 301));
  for (const address of ['/direkte/', answerPath])
    app.get(address, (context) => {
      context.header('Cache-Control', 'no-store');
      return context.html(directPage({ api: options.api, registration: options.direct }));
    });

  app.post('/token', tokenRoute({ origin, tokens }));
  // An empty root would be the root of the disk.
  if (options.assets) {
    app.use('/assets/*', etag(), compress(), async (context, next) => {
      await next();
      // The names stay the same from one build to the next.
      if (context.res.ok) context.header('Cache-Control', 'no-cache');
    });
    app.get('/assets/*', serveStatic({ root: options.assets, rewriteRequestPath: (address) => address.slice('/assets'.length) }));
  }
  app.notFound((context) => context.html(messagePage('Siden findes ikke', 'Tjek adressen, eller gå til forsiden.'), 404));
  app.onError((error, context) => {
    console.error(`The partner's site failed: ${error.name}`);
    return context.html(messagePage('Intranettet svarer ikke', 'Prøv igen om lidt.'), 500);
  });
  return app;
}

/** The strictest policy that the elements promise to live with; beyond it, the API and the operator's sign-out page. */
function headers(operator: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      `connect-src 'self' ${operator}`,
      `form-action 'self' ${operator}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}
