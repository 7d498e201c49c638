/** The page that is nothing but the portal: one tag, with the host's mark above and its own words below. */
import { html } from 'hono/html';
import { document } from '../layout.ts';
import type { Html } from '../layout.ts';
import type { PortalHost } from './portal-hosts.ts';

/** The form signs out; `portal.js` fetches its proof when somebody asks to. */
export function portalPage(
  { about, base, look, mark, name, sheet, signedOut }: PortalHost,
  preloads: readonly string[],
  english: boolean,
): Html {
  return document({
    title: name,
    ...(look && { look }),
    styles: [sheet],
    // Ours first: what the portal is told before it comes to life costs no second beginning.
    scripts: ['/site/portal.js', '/elements/ss-portal.js'],
    preloads,
    body: html`<noscript><p class="no-script">Slå JavaScript til i browseren for at bruge Selvbetjening.</p></noscript>
      <ss-portal api="/v1" mode="cookie" base="${base}" lang="${english ? 'en' : 'da'}">
        <a slot="brand" class="portal-mark" href="${mark.address}"
          ><img src="${mark.picture}" alt="" width="28" height="28" /><span>${mark.words}</span></a
        >
        <footer slot="footer" class="portal-foot" lang="da"><div>${about}</div></footer>
      </ss-portal>
      <form id="log-ud" method="post" action="/log-ud" hidden>
        <input type="hidden" name="bevis" />
        <input type="hidden" name="tilbage" value="${signedOut}" />
      </form>`,
  });
}
