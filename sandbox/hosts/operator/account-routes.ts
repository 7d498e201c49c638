/** `/log-ind` and `/log-ud`: the operator's site as a client of the operator's provider. */
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type Provider from 'oidc-provider';
import type { SandboxDatabase } from '../../database/database.ts';
import type { CodeFlow } from '../../sign-in/code-flow.ts';
import { problemPage } from '../../sign-in/pages.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { signInSeconds } from '../../sign-in/provider.ts';
import { formToken, sameText, secretId } from '../../sign-in/random.ts';
import { sessionCookie } from '../../sign-in/session-cookie.ts';
import { attemptSeconds, keepAttempt, takeAttempt } from '../../sign-in/site-attempts.ts';
import type { SiteSessions } from '../../sign-in/site-sessions.ts';
import { pathWithin } from '../addresses.ts';
import { overviewAddress } from './pages/area.ts';

export interface AccountRoutesOptions {
  readonly database: SandboxDatabase;
  readonly origin: string;
  readonly provider: Provider;
  readonly flow: CodeFlow;
  readonly sessions: SiteSessions;
}

/** Ties the beginning of a sign-in to its end, in one browser. */
const browserCookie = 'eksempeltele-login';
/** Lax: the answer of the provider may come back through another site. No `Secure`: the sandbox has no TLS. */
const cookie = { httpOnly: true, sameSite: 'Lax' } as const;

/** The value of the hidden field in the form for signing out. */
export const signOutToken = (sessionSecret: string): string => formToken(sessionSecret, 'log-ud');

/** Routes to mount on the operator's site. */
export function accountRoutes({ database, origin, provider, flow, sessions }: AccountRoutesOptions): Hono {
  const app = new Hono();

  app.get('/log-ind', async (context) => {
    const { address, attempt } = await flow.begin();
    const browser = getCookie(context, browserCookie) ?? secretId();
    await keepAttempt(database, browser, attempt, pathWithin(origin, context.req.query('tilbage'), overviewAddress));
    setCookie(context, browserCookie, browser, { ...cookie, path: '/log-ind', maxAge: attemptSeconds });
    context.header('Cache-Control', 'no-store');
    return context.redirect(address.href);
  });

  app.get('/log-ind/svar', async (context) => {
    const refused = (code: string) => context.html(problemPage(code), 400, pageHeaders());
    const browser = getCookie(context, browserCookie);
    const taken = browser === undefined ? null : await takeAttempt(database, browser, context.req.query('state') ?? '');
    if (!taken) return refused('state');
    let personId: string;
    try {
      ({ personId } = await flow.finish(taken.attempt, new URL(context.req.url)));
    } catch {
      return refused('answer');
    }
    await sessions.close(context.req.header('cookie') ?? '');
    setCookie(context, sessionCookie, await sessions.open(personId), { ...cookie, path: '/', maxAge: signInSeconds });
    context.header('Cache-Control', 'no-store');
    return context.redirect(taken.returnTo, 303);
  });

  // For a page that stays open while people sign out and in again; the same as stands in the form of every other page.
  app.get('/log-ud/bevis', async (context) => {
    const session = await sessions.find(context.req.header('cookie') ?? '');
    return context.text(session ? signOutToken(session.secret) : '', 200, pageHeaders());
  });

  app.post('/log-ud', async (context) => {
    const cookies = context.req.header('cookie') ?? '';
    const session = await sessions.find(cookies);
    const { bevis: proof, tilbage: wanted } = await context.req.parseBody();
    const ours =
      context.req.header('origin') === origin && session && typeof proof === 'string' && sameText(proof, signOutToken(session.secret));
    // Whoever is not signed in any more has nothing to protect, and wants to see what there is without.
    if (session && !ours) return context.html(problemPage('csrf'), 403, pageHeaders());
    await sessions.close(cookies);
    const name = provider.cookieName('session');
    const atProvider = getCookie(context, name);
    if (session && atProvider !== undefined) await endAtProvider(provider, atProvider);
    // Not "cookies": that would also take those of every other server on this machine's localhost.
    context.header('Clear-Site-Data', '"cache", "storage"');
    deleteCookie(context, sessionCookie, { path: '/' });
    deleteCookie(context, name, { path: '/' });
    deleteCookie(context, `${name}.sig`, { path: '/' });
    return context.redirect(pathWithin(origin, typeof wanted === 'string' ? wanted : undefined, '/'), 303);
  });
  return app;
}

/** Ends the sign-in at the provider, and with it all tokens that the partner's site got from it. */
async function endAtProvider(provider: Provider, id: string): Promise<void> {
  const session = await provider.Session.find(id);
  if (!session) return;
  const grants = Object.values(session.authorizations ?? {}).flatMap(({ grantId }) => (grantId === undefined ? [] : [grantId]));
  for (const id of grants) {
    await provider.RefreshToken.revokeByGrantId(id);
    await (await provider.Grant.find(id))?.destroy();
  }
  await session.destroy();
}
