/** The head of a place behind the list: the way back, the name and what is dim under it. It stands before what is below it has come. */
import { html, type TemplateResult } from 'lit';
import { backIcon } from '../ui/icons.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';

export interface HeadHost extends LinkHost {
  readonly text: Text<MessageKey>;
  readonly headingLevel: number;
}

export const placeHead = (host: HeadHost, name: string, under: unknown): TemplateResult => html`
  <div class="back">
    ${link(host, '', html`${backIcon}${host.text.say('nav.backTo', { page: host.text.say('nav.subscriptions') })}`, 'link back-link')}
  </div>
  <div class="head">
    <h2 aria-level=${host.headingLevel} tabindex="-1">${name}</h2>
    <p class="dim under">${under}</p>
  </div>
`;

/** The bones of such a place: a card as high as the real one. */
export const placeBones = (): TemplateResult => html`
  <div class="panel card">
    ${Array.from({ length: 9 }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span></div>`)}
  </div>
`;
