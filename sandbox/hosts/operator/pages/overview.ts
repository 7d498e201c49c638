/** `/oversigt`: what needs the administrator now. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { languageOf, selfServicePage } from './area.ts';
import type { AreaPageOptions } from './area.ts';
import { portalAddress } from './portal-hosts.ts';

export const overviewPage = (options: AreaPageOptions): Html =>
  selfServicePage(options, {
    ...{ current: 'overview', name: 'Oversigt', script: 'overview', tag: 'ss-overview' },
    main: html`<main id="indhold" class="wide whole" tabindex="-1">
      <p class="to-portal"><a href="${portalAddress}${options.english ? '?lang=en' : ''}">Hele Selvbetjening på én side</a></p>
      <ss-overview lang="${languageOf(options)}"></ss-overview>
      <noscript><p class="notice">Slå JavaScript til i browseren for at bruge Selvbetjening.</p></noscript>
    </main>`,
  });
