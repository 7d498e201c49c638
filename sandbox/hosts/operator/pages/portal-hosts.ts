/** Who has a page with the whole portal: the operator, and two brands that sell the same under names of their own. */
import { html } from 'hono/html';
import { email, phone } from '../contact.ts';
import type { Html, Look } from '../layout.ts';

export interface PortalHost {
  /** Where the portal's addresses begin. */
  readonly base: string;
  readonly name: string;
  /** Its mark, as the portal's top menu shows it, and where it leads. */
  readonly mark: { readonly picture: string; readonly words: string; readonly address: string };
  /** Its own style sheet for this page. */
  readonly sheet: string;
  /** Its pages' look; the operator's own without. */
  readonly look?: Look;
  /** What stands in the bar at the bottom. */
  readonly about: Html;
  /** Where signing out ends. */
  readonly signedOut: string;
}

/** The whole self-service on one page. */
export const portalAddress = '/selvbetjening/';

const operator: PortalHost = {
  base: portalAddress,
  name: 'Eksempeltele Erhverv',
  mark: { picture: '/site/mark.svg', words: 'eksempeltele', address: '/' },
  sheet: '/site/portal.css',
  about: html`<p>Eksempeltele Erhverv, <a href="${phone.address}">${phone.shown}</a>, <a href="mailto:${email}">${email}</a></p>
    <p><a href="/hjaelp/selvbetjening">Hjælp til Selvbetjening</a></p>`,
  signedOut: '/',
};

/** The friendly one: round, in violet. */
export const fjordnet: PortalHost = {
  base: '/maerker/fjordnet/',
  name: 'Fjordnet',
  mark: { picture: '/site/fjordnet.svg', words: 'fjordnet', address: '/maerker/fjordnet/' },
  sheet: '/site/fjordnet.css',
  look: {
    icon: '/site/fjordnet.svg',
    sheet: '/site/portal.css',
    font: '/site/source-sans-3-latin-400.woff2',
    grounds: ['#ffffff', '#141b23'],
  },
  about: html`<p>Fjordnet – mobil til mindre hold. Leveret af Eksempeltele.</p>
    <p class="small">Fjordnet er opdigtet.</p>`,
  signedOut: '/maerker/fjordnet/',
};

/** The serious one: square, with serifs, in navy and stone. */
export const granit: PortalHost = {
  base: '/maerker/granit/',
  name: 'Granit',
  mark: { picture: '/site/granit.svg', words: 'Granit', address: '/maerker/granit/' },
  sheet: '/site/granit.css',
  look: { icon: '/site/granit.svg', sheet: '/site/portal.css', grounds: ['#ffffff', '#141b23'] },
  about: html`<p>Granit. Telefoni til drift og forsyning. Leveret af Eksempeltele.</p>
    <p class="small">Granit er opdigtet.</p>`,
  signedOut: '/maerker/granit/',
};

export const portalHosts: readonly PortalHost[] = [operator, fjordnet, granit];
