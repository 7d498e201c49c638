/** The intranet's page with the operator's whole Selvbetjening, which signs in in the browser: none of this server's code has a part in it. */
import { html } from 'hono/html';
import type { PublicRegistration } from '../../sign-in/clients.ts';
import { intranetMenu, shell } from './page.ts';

export interface DirectPageOptions {
  /** The operator's API, for the script. */
  readonly api: string;
  /** The page as the operator's provider knows it, for the script. */
  readonly registration: PublicRegistration;
}

/** The same on its own address and on the one the provider sends people back to: the tokens live in the page that asked for them. */
export function directPage({ api, registration }: DirectPageOptions) {
  const { issuer, clientId, scope } = registration;
  return shell(
    'Selvbetjening – Nordlys Indenfor',
    html`<link rel="stylesheet" href="/assets/direkte.css" />
      <script
        type="module"
        src="/assets/direkte.js"
        data-api="${api}"
        data-issuer="${issuer}"
        data-client-id="${clientId}"
        data-scope="${scope}"
      ></script>`,
    html`<a class="skip" href="#indhold">Gå til indholdet</a>
      <header class="top">
        <a class="brand" href="/"><span>Nordlys</span> Indenfor</a>
        ${intranetMenu('/direkte/')}
      </header>
      <p class="strip" id="besked" role="alert" hidden></p>
      <div id="indhold" tabindex="-1">
        <ss-portal base="#/">
          <span slot="brand" class="brand-name">Telefoni</span>
          <footer slot="footer" class="bottom">Nordlys Eksempel A/S · leveret af Eksempeltele</footer>
        </ss-portal>
      </div>`,
  );
}
