/** `/hjaelp/selvbetjening`: how the self-service is used, and whether that was any help. Everybody may read it. */
import { html } from 'hono/html';
import { document, siteFooter, siteHeader, skipLink } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';

/** The article's address, and the name its votes are kept under. */
export const helpArticleAddress = '/hjaelp/selvbetjening';
export const article = 'selvbetjening';

export function helpArticlePage(viewer: Viewer | null): Html {
  return document({
    title: 'Sådan bruger I Selvbetjening – Eksempeltele Erhverv',
    description: 'Find rundt i Selvbetjening: brugere, bestillinger, fakturaer og supportsager.',
    styles: ['/site/help-article.css'],
    scripts: ['/site/help-article.js', '/elements/ss-session.js', '/elements/ss-article-feedback.js'],
    body: html`${skipLink()} ${siteHeader(viewer, 'help', helpArticleAddress)}
      <main id="indhold" class="wide article" tabindex="-1">
        <article>
          <h1>Sådan bruger I Selvbetjening</h1>
          <p class="lead">
            Her er det, nye administratorer oftest spørger om. Det tager tre minutter at læse, og bagefter kan I klare det meste selv.
          </p>
          <h2>Begynd på oversigten</h2>
          <p>
            Efter login står I på <a href="/oversigt">oversigten</a>. Den viser det, der er brug for jer til lige nu: bestillinger på vej,
            fakturaer der skal betales, og svar fra supporten. Har I flere virksomheder, vælger I øverst på siden, hvilken det drejer sig
            om.
          </p>
          <h2>Find en bruger, og ret det, der skal rettes</h2>
          <p>
            Under <a href="/erhverv/abonnementer">Abonnementer</a> søger I på navn, nummer eller e-mailadresse. Klik på navnet for at se
            abonnementet, skifte det, bestille et nyt simkort eller nedlægge det. Det, der er sat til at ske senere, kan I fortryde indtil
            da.
          </p>
          <h2>Bestil nyt</h2>
          <p>
            Et nyt abonnement bestilles skridt for skridt, og intet er sendt, før I trykker »Godkend og send«. Lukker I siden undervejs,
            ligger bestillingen klar, når I kommer tilbage i samme fane.
          </p>
          <h2>Læs fakturaen i detaljer</h2>
          <p>
            <a href="/erhverv/faktura">Fakturaerne</a> kan åbnes bruger for bruger. Vil I have dem på mail hver måned, så tilmeld jer
            eFaktura samme sted.
          </p>
          <h2>Gået i stå?</h2>
          <p>
            <a href="/erhverv/support/ny">Opret en supportsag</a>, og skriv, hvad I prøvede at gøre. I kan følge svaret under
            <a href="/erhverv/support">Mine supportsager</a> og skrive tilbage der.
          </p>
        </article>
        <ss-session api="/v1" mode="cookie"><ss-article-feedback article="${article}" lang="da"></ss-article-feedback></ss-session>
      </main>
      ${siteFooter()}`,
  });
}
