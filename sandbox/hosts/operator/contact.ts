/** How to reach Eksempeltele, as its pages say it; the same as the API's answer to `GET /session` gives the elements. */
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** The line for businesses. */
export const phone = { shown: '67 00 00 50', address: 'tel:+4567000050' } as const;
export const email = 'erhverv@eksempeltele.example';

/** When somebody answers, as a list of days and hours. */
export function openingHours(): Html {
  return html`<dl class="hours">
    <div>
      <dt>Mandag–torsdag</dt>
      <dd>kl. 08.00–17.00</dd>
    </div>
    <div>
      <dt>Fredag</dt>
      <dd>kl. 08.00–16.00</dd>
    </div>
    <div>
      <dt>Lørdag og søndag</dt>
      <dd>Lukket</dd>
    </div>
  </dl>`;
}
