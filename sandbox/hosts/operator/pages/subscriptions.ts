/** `/erhverv/abonnementer` and what lies below it: the elements among the site's own content. */
import { html } from 'hono/html';
import { openingHours, phone } from '../contact.ts';
import { document, siteFooter, siteHeader, skipLink } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';

/** The address of the list. */
export const subscriptionsAddress = '/erhverv/abonnementer';

/** Where the guide to a new one begins. */
export const newSubscriptionAddress = `${subscriptionsAddress}/opret`;

export interface SubscriptionsPageOptions {
  readonly viewer: Viewer | null;
  /** Where in the element the page begins: its `route`. */
  readonly route: string;
  /** The address asked for, without its query: where signing in leads back to. */
  readonly address: string;
  readonly english: boolean;
}

/** The list's page. `lang` stands around the elements only, since the site's own words are Danish. */
export function subscriptionsPage({ viewer, route, address, english }: SubscriptionsPageOptions): Html {
  const language = english ? 'en' : 'da';
  return document({
    title: 'Abonnementer – Eksempeltele Erhverv',
    styles: ['/site/subscriptions.css'],
    // Ours first: what the elements are told before they come to life costs no second beginning.
    scripts: ['/site/subscriptions.js', '/elements/ss-session.js', '/elements/ss-company-switcher.js', '/elements/ss-subscriptions.js'],
    body: html`${skipLink()} ${siteHeader(viewer, 'subscriptions', english ? `${address}?lang=en` : address)}
      <ss-session api="/v1" mode="cookie">
        <section class="company-bar" aria-label="Virksomhed og sprog">
          <div class="wide company-bar-row">
            <h1>Selvbetjening</h1>
            ${areaMenu(english)}
            <ss-company-switcher lang="${language}"></ss-company-switcher>
            ${english ? html`<a href="${address}" hreflang="da" lang="da">Dansk</a>` : html`<a href="${address}?lang=en" hreflang="en" lang="en">English</a>`}
          </div>
        </section>
        <main id="indhold" class="wide columns" tabindex="-1">
          <div class="main-column">
            <nav aria-label="Brødkrumme" class="crumbs">
              <ol>
                <li><a href="/">Erhverv</a></li>
                <li><a href="${subscriptionsAddress}${english ? '?lang=en' : ''}">Abonnementer</a></li>
              </ol>
            </nav>
            <ss-subscriptions lang="${language}" route="${route}"></ss-subscriptions>
            <noscript><p class="notice">Slå JavaScript til i browseren for at se jeres abonnementer.</p></noscript>
          </div>
          ${aside()}
        </main>
      </ss-session>
      ${siteFooter()}`,
  });
}

/** »Abonnementer« with its two choices (R9.1, D6); it opens by click, key and touch, never by hovering. */
function areaMenu(english: boolean): Html {
  const query = english ? '?lang=en' : '';
  return html`<nav class="area-menu" aria-label="Områder">
    <details>
      <summary>Abonnementer</summary>
      <ul>
        <li><a href="${subscriptionsAddress}${query}">Alle abonnementer</a></li>
        <li><a href="${newSubscriptionAddress}${query}">Opret nyt abonnement</a></li>
      </ul>
    </details>
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
