/** The page around one area of the self-service: the elements among the site's own content. */
import { html } from 'hono/html';
import { openingHours, phone } from '../contact.ts';
import { document, siteFooter, siteHeader, skipLink } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';

/** The areas and the choices in their menus. */
const areas = {
  subscriptions: {
    name: 'Abonnementer',
    address: '/erhverv/abonnementer',
    choices: [
      ['', 'Alle abonnementer'],
      ['/opret', 'Opret nyt abonnement'],
    ],
  },
  products: {
    name: 'Produkter',
    address: '/erhverv/produkter',
    choices: [
      ['', 'Bestil produkter'],
      ['/bestillinger', 'Bestillinger'],
    ],
  },
  invoices: {
    name: 'Faktura',
    address: '/erhverv/faktura',
    choices: [
      ['', 'Alle fakturaer'],
      ['/efaktura', 'eFaktura'],
    ],
  },
  'support-cases': {
    name: 'Support',
    address: '/erhverv/support',
    choices: [
      ['', 'Mine supportsager'],
      ['/ny', 'Opret supportsag'],
    ],
  },
} as const;

export type AreaKey = keyof typeof areas;

/** The first page of the self-service (R2). */
export const overviewAddress = '/oversigt';

/** Where an area begins. */
export const addressOf = (area: AreaKey): string => areas[area].address;

export interface AreaPageOptions {
  readonly viewer: Viewer | null;
  /** Where in the element the page begins: its `route`. */
  readonly route: string;
  /** The address asked for, without its query: where signing in leads back to. */
  readonly address: string;
  readonly english: boolean;
}

export interface AreaParts {
  /** The page's script has its name too. */
  readonly area: AreaKey;
  /** The area's tag, and the element itself. */
  readonly tag: string;
  readonly element: Html;
  /** What is said where scripts are turned off. */
  readonly withoutScript: string;
}

/** `lang` stands around the elements only, since the site's own words are Danish. */
export const languageOf = ({ english }: AreaPageOptions): string => (english ? 'en' : 'da');

export function areaPage(options: AreaPageOptions, { area, tag, element, withoutScript }: AreaParts): Html {
  const { english } = options;
  const { name, address: home } = areas[area];
  return selfServicePage(options, {
    ...{ current: area, name, script: area, tag },
    main: html`<main id="indhold" class="wide columns" tabindex="-1">
      <div class="main-column">
        <nav aria-label="Brødkrumme" class="crumbs">
          <ol>
            <li><a href="/">Erhverv</a></li>
            <li><a href="${home}${english ? '?lang=en' : ''}">${name}</a></li>
          </ol>
        </nav>
        ${element}
        <noscript><p class="notice">${withoutScript}</p></noscript>
      </div>
      ${aside()}
    </main>`,
  });
}

export interface SelfServiceParts {
  readonly current: AreaKey | 'overview';
  readonly name: string;
  /** The page's own script, without its ending. */
  readonly script: string;
  readonly tag: string;
  readonly main: Html;
}

/** A page with the bar of the self-service: its menus, the company and the language. */
export function selfServicePage(options: AreaPageOptions, { current, name, script, tag, main }: SelfServiceParts): Html {
  const { viewer, address, english } = options;
  return document({
    title: `${name} – Eksempeltele Erhverv`,
    styles: ['/site/area.css'],
    // Ours first: what the elements are told before they come to life costs no second beginning.
    scripts: ['/site/area.js', `/site/${script}.js`, ...['ss-session', 'ss-company-switcher', tag].map((file) => `/elements/${file}.js`)],
    body: html`${skipLink()} ${siteHeader(viewer, current, english ? `${address}?lang=en` : address)}
      <ss-session api="/v1" mode="cookie">
        <section class="company-bar" aria-label="Virksomhed og sprog">
          <div class="wide company-bar-row">
            <h1>Selvbetjening</h1>
            ${areaMenus(english, current)}
            <ss-company-switcher lang="${languageOf(options)}"></ss-company-switcher>
            ${english ? html`<a href="${address}" hreflang="da" lang="da">Dansk</a>` : html`<a href="${address}?lang=en" hreflang="en" lang="en">English</a>`}
          </div>
        </section>
        ${main}
      </ss-session>
      ${siteFooter()}`,
  });
}

/** Each area with its choices (R9.1, D6); a menu opens by click, key and touch, never by hovering, and closes the other. */
function areaMenus(english: boolean, current: SelfServiceParts['current']): Html {
  const query = english ? '?lang=en' : '';
  return html`<nav class="area-menu" aria-label="Områder">
    <a href="${overviewAddress}${query}" ${current === 'overview' ? html`aria-current="page"` : ''}>Oversigt</a>
    ${Object.values(areas).map(
      ({ name, address, choices }) =>
        html`<details name="area">
          <summary>${name}</summary>
          <ul>
            ${choices.map(([place, words]) => html`<li><a href="${address}${place}${query}">${words}</a></li>`)}
          </ul>
        </details>`,
    )}
  </nav>`;
}

function aside(): Html {
  return html`<aside class="side-column" aria-label="Hjælp og nyheder">
    <section class="box hours-box">
      <h2>Brug for hjælp?</h2>
      <p>Ring til os på <a href="${phone.address}">${phone.shown}</a>. I kommer igennem til et menneske.</p>
      ${openingHours()}
    </section>
    <section class="box news-box">
      <h2>Nyt til administratorer</h2>
      <article>
        <h3>Julelukket den 24. december</h3>
        <p>Supporten holder lukket juleaften. Selvbetjening er åben som altid.</p>
      </article>
      <article>
        <h3>Gamle simkort i nye telefoner</h3>
        <p>Passer kortet ikke i telefonen, så bestil et eSIM. Det er gratis.</p>
      </article>
    </section>
  </aside>`;
}
