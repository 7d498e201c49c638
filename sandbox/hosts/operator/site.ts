/** Eksempeltele's website: its pages, signing in and out, the elements' files, and the API under `/v1`. */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { findPerson } from '../../sign-in/people.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { signInRoutes } from '../../sign-in/routes.ts';
import type { SignInRoutesOptions } from '../../sign-in/routes.ts';
import { forTexts, smallBodies } from '../small-bodies.ts';
import { accountRoutes, signOutToken } from './account-routes.ts';
import type { AccountRoutesOptions } from './account-routes.ts';
import { deskCaseRoutes } from './desk-case-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import type { DeskRoutesOptions } from './desk-routes.ts';
import { inPieces } from './in-pieces.ts';
import { document, withFrame } from './layout.ts';
import type { Viewer } from './layout.ts';
import { mailRoutes } from './mail-routes.ts';
import type { MailRoutesOptions } from './mail-routes.ts';
import { overviewAddress } from './pages/area.ts';
import { deskCasesAddress } from './pages/desk-cases.ts';
import { frontPage } from './pages/front.ts';
import { helpArticleAddress, helpArticlePage } from './pages/help-article.ts';
import { eInvoiceAddress, invoicesAddress, invoicesPage } from './pages/invoices.ts';
import { overviewPage } from './pages/overview.ts';
import { portalHosts } from './pages/portal-hosts.ts';
import { portalPage } from './pages/portal.ts';
import { productOrdersAddress, productsAddress, productsPage } from './pages/products.ts';
import { newSubscriptionAddress, subscriptionsAddress, subscriptionsPage } from './pages/subscriptions.ts';
import { newSupportCaseAddress, supportCasesAddress, supportCasesPage } from './pages/support-cases.ts';
import { preloadsOf } from './preloads.ts';
import { staticFiles } from './static-files.ts';

export interface OperatorSiteOptions extends SignInRoutesOptions, AccountRoutesOptions, DeskRoutesOptions, MailRoutesOptions {
  /** The folder with one script file per tag. */
  readonly elements: string;
  /** The API: gets every request below `/v1`. */
  readonly api: (request: Request) => Promise<Response>;
}

/** The whole site but the provider itself. */
export function operatorSite(options: OperatorSiteOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const viewer = (context: Context) => viewerOf(options, context.req.header('cookie') ?? '');

  app.all('/v1', (context) => options.api(context.req.raw));
  app.all('/v1/*', async (context) => inPieces(await options.api(context.req.raw), context.env));
  // After the API, which has a limit of its own.
  const refuse = (context: Context) =>
    context.html(notice(null, 'Det er for meget', 'Formularen kan ikke rumme så meget.'), 413, pageHeaders());
  const [small, longer] = [smallBodies(refuse), smallBodies(refuse, forTexts)];
  app.use((context, next) => (context.req.path.startsWith(`${deskCasesAddress}/`) ? longer : small)(context, next));
  app.route('/', accountRoutes(options));
  app.route('/', signInRoutes(options));
  app.route('/', deskRoutes(options));
  app.route('/', deskCaseRoutes(options));
  app.route('/', mailRoutes(options));

  app.get('/', async (context) => context.html(frontPage(await viewer(context)), 200, pageHeaders()));
  app.get(helpArticleAddress, async (context) => context.html(helpArticlePage(await viewer(context)), 200, pageHeaders()));
  for (const { page, places } of areas) {
    for (const [pattern, route] of places) {
      app.get(pattern, async (context) => {
        const body = page({
          viewer: await viewer(context),
          route: route(context.req.param('id') ?? '', context.req.param('user') ?? ''),
          address: context.req.path,
          english: context.req.query('lang') === 'en',
        });
        return context.html(body, 200, pageHeaders());
      });
    }
  }
  // Which places there are below it is the portal's to know: the page is the same for all, and the same for everybody.
  const preloads = preloadsOf(options.elements, 'ss-portal');
  for (const host of portalHosts)
    app.get(`${host.base}*`, (context) => context.html(portalPage(host, preloads, context.req.query('lang') === 'en'), 200, pageHeaders()));
  app.route('/', staticFiles(options.elements));

  app.notFound(async (context) =>
    context.html(notice(await viewer(context), 'Vi kan ikke finde siden', 'Tjek adressen, eller begynd på forsiden.'), 404, pageHeaders()),
  );
  app.onError((error, context) => {
    // Its kind alone: a message may hold what somebody typed.
    console.error(`The operator's site failed: ${error.name}`);
    return context.html(notice(null, 'Noget gik galt hos os', 'Prøv igen om lidt.'), 500, pageHeaders());
  });
  return app;
}

/** Addresses, and the route in the area's element that each of them shows. */
type Places = readonly (readonly [string, (id: string, user: string) => string])[];

/** `subscriptions.js` knows the same. */
const subscriptionPlaces: Places = [
  [subscriptionsAddress, () => ''],
  [`${subscriptionsAddress}/brugere/:id`, (id) => `users/${id}`],
  [`${subscriptionsAddress}/abonnement/:id`, (id) => `subscriptions/${id}`],
  [newSubscriptionAddress, () => 'new'],
  ...(['bruger', 'abonnement', 'nummer', 'simkort', 'levering', 'godkend', 'kvittering'] as const).map(
    (step) => [`${newSubscriptionAddress}/${step}`, () => 'new'] as const,
  ),
];

/** `products.js` knows the same. */
const productPlaces: Places = [
  [productsAddress, () => ''],
  [productOrdersAddress, () => 'orders'],
  [`${productOrdersAddress}/:id`, (id) => `orders/${id}`],
  [`${productsAddress}/:id`, (id) => id],
];

/** `invoices.js` knows the same. */
const invoicePlaces: Places = [
  [invoicesAddress, () => ''],
  [eInvoiceAddress, () => 'e-invoice'],
  [`${invoicesAddress}/:id`, (id) => id],
  [`${invoicesAddress}/:id/brugere/:user`, (id, user) => `${id}/users/${user}`],
];

/** `support-cases.js` knows the same. */
const supportCasePlaces: Places = [
  [supportCasesAddress, () => ''],
  [newSupportCaseAddress, () => 'new'],
  [`${newSupportCaseAddress}/:id`, (id) => `new/${id}`],
  [`${supportCasesAddress}/:id`, (id) => id],
];

const areas = [
  { page: overviewPage, places: [[overviewAddress, () => '']] as Places },
  { page: subscriptionsPage, places: subscriptionPlaces },
  { page: productsPage, places: productPlaces },
  { page: invoicesPage, places: invoicePlaces },
  { page: supportCasesPage, places: supportCasePlaces },
];

async function viewerOf({ database, sessions }: OperatorSiteOptions, cookies: string): Promise<Viewer | null> {
  const session = await sessions.find(cookies);
  const person = session && (await findPerson(database, session.personId));
  return session && person ? { name: person.name, signOutToken: signOutToken(session.secret) } : null;
}

function notice(viewer: Viewer | null, title: string, advice: string) {
  const main = html`<main id="indhold" class="wide notice-page" tabindex="-1">
    <h1>${title}</h1>
    <p>${advice}</p>
    <p><a class="button" href="/">Til forsiden</a></p>
  </main>`;
  return document({ title: `${title} – Eksempeltele`, body: withFrame(viewer, 'front', '/', main) });
}
