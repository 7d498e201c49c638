/** The two choices of »Abonnementer« where there is no room for a menu (D6), and what stands where there is no place. */
import { html, type TemplateResult } from 'lit';
import { alertIcon } from '../ui/icons.ts';
import type { FrameHost } from './frame-host.ts';
import { choices, way } from './ways.ts';

export const choicesPage = (host: FrameHost): TemplateResult => {
  const [all, fresh] = choices(host, 'choice');
  return html`<h1 tabindex="-1">${host.say('nav.subscriptions')}</h1>
    <ul class="choices">
      <li>${all}<span class="dim small">${host.say('portal.allHint')}</span></li>
      <li>${fresh}<span class="dim small">${host.say('portal.newHint')}</span></li>
    </ul>`;
};

export const nowherePage = (host: FrameHost): TemplateResult =>
  html`<div class="panel notice">
    ${alertIcon}
    <h1 tabindex="-1">${host.say('place.missing')}</h1>
    <p>${host.say('place.missingHint')}</p>
    <div class="actions">${way(host, { to: '', content: host.say('place.toOverview'), kind: 'button primary' })}</div>
  </div>`;
