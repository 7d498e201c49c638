/** The intranet's pages. */
import { html, raw } from 'hono/html';

/** Who is signed in, as far as the page shows it. */
interface Viewer {
  readonly name: string;
  readonly signOutToken: string;
}

export interface IntranetPageOptions {
  /** The operator's API, for the script. */
  readonly api: string;
  readonly viewer: Viewer | null;
}

const menu = [
  ['Mandag', 'Kartoffel-porresuppe med rugbrød'],
  ['Tirsdag', 'Stegt sej, persillesovs og gulerødder'],
  ['Onsdag', 'Linsefrikadeller med spidskål'],
  ['Torsdag', 'Hønsesalat på ristet brød'],
  ['Fredag', 'Pizza, så længe den rækker'],
] as const;

const birthdays = [
  ['24. november', 'Fie fra lageret fylder rundt'],
  ['27. november', 'Aage i Drift'],
  ['2. december', 'Søren og Søren, begge to'],
] as const;

const places = [
  ['/#telefoner', 'Telefoner'],
  ['/#udstyr', 'Udstyr'],
  ['/#regninger', 'Regninger'],
  ['/#support', 'Support'],
  ['/direkte/', 'Selvbetjening'],
  ['/#kantine', 'Kantine'],
  ['/#flag', 'Fødselsdage'],
] as const;

/** The front page: the company's telephones, what can be ordered for them and what they cost, beside the canteen and the birthdays. */
export function intranetPage({ api, viewer }: IntranetPageOptions) {
  return shell(
    'Firmatelefoner – Nordlys Indenfor',
    html`<script type="module" src="/assets/intranet.js" data-api="${api}"></script>`,
    html`${top(viewer)}
      <main class="page" id="indhold" tabindex="-1">
        <div class="areas">
          <section class="phones" id="telefoner" aria-labelledby="telefoner-titel">
            <h1 id="telefoner-titel">Firmatelefoner</h1>
            <p class="intro">Listen kommer direkte fra Eksempeltele. Mangler du en telefon, så tal med Drift.</p>
            <ss-company-switcher></ss-company-switcher>
            <ss-subscriptions heading-level="2"></ss-subscriptions>
          </section>
          <section class="phones" id="udstyr" aria-labelledby="udstyr-titel">
            <h1 id="udstyr-titel">Udstyr</h1>
            <p class="intro">Routere, antenner og simkort bestilles her og sendes direkte til brugeren.</p>
            <ss-product-order heading-level="2"></ss-product-order>
          </section>
          <section class="phones" id="regninger" aria-labelledby="regninger-titel">
            <h1 id="regninger-titel">Regninger</h1>
            <p class="intro">Bogholderiet finder her, hvad telefonerne koster, bruger for bruger.</p>
            <ss-invoices heading-level="2" page-size="12"></ss-invoices>
          </section>
          <section class="phones" id="support" aria-labelledby="support-titel">
            <h1 id="support-titel">Hjælp til telefonerne</h1>
            <p class="intro">Skriv til Eksempeltele her, så kan alle administratorer følge med i svaret.</p>
            <ss-support-cases heading-level="2"></ss-support-cases>
          </section>
        </div>
        <aside class="side" aria-label="Huset rundt">
          <section class="card" id="kantine">
            <h2>Ugens kantine</h2>
            <table>
              <tbody>
                ${menu.map(
                  ([day, dish]) =>
                    html`<tr>
                      <th scope="row">${day}</th>
                      <td>${dish}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>
          <section class="card night" id="flag">
            <h2>Flaget er oppe</h2>
            <ul>
              ${birthdays.map(([day, whom]) => html`<li><strong>${day}</strong> ${whom}</li>`)}
            </ul>
          </section>
          <section class="card">
            <h2>Husk</h2>
            <p>Julefrokosten er fredag den 11. december kl. 18.00 i hal 2. Tag indesko med.</p>
          </section>
        </aside>
      </main>
      <footer class="bottom">Nordlys Eksempel A/S · Prøvevej 12B, 8000 Aarhus C · Firmaet er opdigtet.</footer>`,
  );
}

/** A page that says one thing. */
export function messagePage(title: string, text: string) {
  return shell(
    `${title} – Nordlys Indenfor`,
    '',
    html`${top(null)}
      <main class="page one" id="indhold" tabindex="-1">
        <h1>${title}</h1>
        <p class="intro">${text}</p>
        <p><a class="push" href="/">Til forsiden</a></p>
      </main>`,
  );
}

function top(viewer: Viewer | null) {
  return html`<a class="skip" href="#indhold">Gå til indholdet</a>
    <header class="top">
      <a class="brand" href="/"><span>Nordlys</span> Indenfor</a>
      ${intranetMenu()}
      ${
        viewer
          ? html`<form method="post" action="/log-ud">
              <span>${viewer.name}</span>
              <input type="hidden" name="bevis" value="${viewer.signOutToken}" />
              <button>Log ud</button>
            </form>`
          : html`<a class="push" href="/log-ind">Log ind</a>`
      }
    </header>`;
}

/** What the whole page is written in, so that it is there with the style sheet. */
const fonts = ['source-sans-3-latin-400-normal.woff2', 'source-sans-3-latin-700-normal.woff2'] as const;

/** The way around the intranet; `here` is the address of the page that is open, where it is one of those. */
export function intranetMenu(here?: string) {
  return html`<nav aria-label="Intranet">
    ${places.map(([address, name]) => html`<a href="${address}" ${address === here ? raw('aria-current="page"') : ''}>${name}</a>`)}
  </nav>`;
}

export function shell(title: string, script: ReturnType<typeof html> | '', body: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/assets/nordlys.svg" type="image/svg+xml" />
        ${fonts.map((font) => html`<link rel="preload" href="/assets/${font}" as="font" type="font/woff2" crossorigin />`)}
        <link rel="stylesheet" href="/assets/intranet.css" />
        ${script}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
