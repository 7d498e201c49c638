/** The frame around every page of Eksempeltele's site. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of HTML in which every value has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageOptions {
  readonly title: string;
  /** What search engines and shared links say; pages for signed-in people have none. */
  readonly description?: string;
  readonly body: Html;
  /** Module scripts by address, in this order. */
  readonly scripts?: readonly string[];
  /** Modules by address that those scripts will ask for. */
  readonly preloads?: readonly string[];
  /** Extra style sheets by address. */
  readonly styles?: readonly string[];
  /** Whose page it is; ours without. */
  readonly look?: Look;
}

/** How the pages of a brand look before anything on them does. */
export interface Look {
  readonly icon: string;
  /** The style sheet of all its pages. */
  readonly sheet: string;
  /** The font that the first words are written in, where the brand brings one along. */
  readonly font?: string;
  /** What the browser's own bars are painted like, light and dark. */
  readonly grounds: readonly [light: string, dark: string];
}

/** The theme colours are those of `site.css`. */
const ours: Look = {
  icon: '/site/mark.svg',
  sheet: '/site/site.css',
  font: '/site/inter-latin.woff2',
  grounds: ['#fffdf9', '#101917'],
};

/** A whole document. */
export function document(options: PageOptions): Html {
  const { icon, sheet, font, grounds } = options.look ?? ours;
  return html`<!doctype html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${grounds[0]}" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="${grounds[1]}" media="(prefers-color-scheme: dark)" />
        ${options.description === undefined ? '' : html`<meta name="description" content="${options.description}" />`}
        <title>${options.title}</title>
        <link rel="icon" href="${icon}" type="image/svg+xml" />
        ${font === undefined ? '' : html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin />`}
        <link rel="stylesheet" href="${sheet}" />
        ${(options.styles ?? []).map((address) => html`<link rel="stylesheet" href="${address}" />`)}
        ${(options.preloads ?? []).map((address) => html`<link rel="modulepreload" href="${address}" />`)}
        ${(options.scripts ?? []).map((address) => html`<script type="module" src="${address}"></script>`)}
      </head>
      <body>
        ${options.body}
      </body>
    </html>`;
}

/** Who looks at the page, as far as the frame shows it. */
export interface Viewer {
  readonly name: string;
  /** Proves that the form for signing out came from us. */
  readonly signOutToken: string;
}

/** Name of the operator with its mark; leads to the front page. */
export function wordmark(): Html {
  return html`<a class="wordmark" href="/"><img src="/site/mark.svg" alt="" width="28" height="28" />eksempeltele</a>`;
}

/** The first thing Tab reaches. */
export function skipLink(): Html {
  return html`<a class="skip" href="#indhold">Gå til indholdet</a>`;
}

/** Which page is open, as far as the bar at the top can tell. */
type Current = 'front' | 'overview' | 'help' | 'subscriptions' | 'products' | 'invoices' | 'support-cases';

/** The bar at the top. `returnTo` is where signing in leads back to. */
export function siteHeader(viewer: Viewer | null, current: Current, returnTo: string): Html {
  // »Selvbetjening« leads to the overview, and stands for what lies beside it too.
  const here = current === 'front' || current === 'help' ? '' : html`aria-current="${current === 'overview' ? 'page' : 'true'}"`;
  return html`<header class="site-header">
    <div class="wide site-header-row">
      ${wordmark()}
      <nav aria-label="Hovedmenu">
        <ul>
          <li><a href="/#mobil">Mobil</a></li>
          <li><a href="/#bredbaand">Bredbånd</a></li>
          <li><a href="/#hjaelp">Hjælp</a></li>
          <li><a href="/oversigt" ${here}>Selvbetjening</a></li>
        </ul>
      </nav>
      ${viewer ? account(viewer) : html`<a class="button quiet" href="/log-ind?tilbage=${encodeURIComponent(returnTo)}">Log ind</a>`}
    </div>
  </header>`;
}

function account(viewer: Viewer): Html {
  return html`<form class="account" method="post" action="/log-ud">
    <span class="account-name"><span class="visually-hidden">Logget ind som </span>${viewer.name}</span>
    <input type="hidden" name="bevis" value="${viewer.signOutToken}" />
    <button class="button quiet">Log ud</button>
  </form>`;
}

/** The bar at the bottom. */
export function siteFooter(): Html {
  return html`<footer class="site-footer">
    <div class="wide site-footer-row">
      <div>
        ${wordmark()}
        <p>Telefoni og bredbånd til virksomheder, foreninger og kommuner.</p>
      </div>
      <nav aria-label="Sidefod">
        <ul>
          <li><a href="/#mobil">Mobilabonnementer</a></li>
          <li><a href="/#bredbaand">Mobilt bredbånd</a></li>
          <li><a href="/oversigt">Selvbetjening</a></li>
          <li><a href="/selvbetjening/">Hele Selvbetjening på én side</a></li>
          <li><a href="/hjaelp/selvbetjening">Hjælp til Selvbetjening</a></li>
          <li><a href="/#hjaelp">Hjælp og kontakt</a></li>
        </ul>
      </nav>
      <p class="small">
        Eksempeltele, CVR-nr. 99&nbsp;00&nbsp;00&nbsp;82.<br />Selskabet er opdigtet. Ingen af de viste virksomheder, personer eller numre
        findes.
      </p>
    </div>
  </footer>`;
}

/** The front page, its frame included, or any other page with header and footer. */
export function withFrame(viewer: Viewer | null, current: Current, returnTo: string, main: Html): Html {
  return html`${skipLink()} ${siteHeader(viewer, current, returnTo)} ${main} ${siteFooter()}`;
}
