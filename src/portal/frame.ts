/** The top menu on a wide screen, and the bar at the foot of a narrow one. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { giveBackFocus } from '../ui/give-back.ts';
import { downIcon, plusIcon } from '../ui/icons.ts';
import type { FrameHost } from './frame-host.ts';
import { areaIcons, menuIcon, personIcon } from './icons.ts';
import { personParts } from './person-menu.ts';
import { areaNames, choicesPlace } from './places.ts';
import { areaWay, areasOf, choices, currentIn, newWay } from './ways.ts';

/** A button and the menu that it opens, whose state both eyes and assistive technology are told of. */
const disclosure = (
  id: string,
  button: { readonly kind: string; readonly content: unknown; readonly current?: 'page' | 'true' | undefined },
  menu: unknown,
): TemplateResult =>
  html`<button
      type="button"
      class=${`${button.kind} opens-${id}`}
      popovertarget=${id}
      aria-expanded="false"
      aria-current=${ifDefined(button.current)}
    >
      ${button.content}
    </button>
    <div
      id=${id}
      popover
      class="menu"
      @beforetoggle=${giveBackFocus}
      @toggle=${(event: ToggleEvent) => {
        const opened = event.currentTarget as HTMLElement;
        opened.previousElementSibling?.setAttribute('aria-expanded', String(event.newState === 'open'));
      }}
    >
      ${menu}
    </div>`;

/** `skip` leads past it, for those who come by keyboard. */
export const topBar = (host: FrameHost, skip: TemplateResult): TemplateResult => {
  const { say } = host;
  const name = host.session?.person.name;
  // No banner: that is the page's own, which may have one.
  return html`<section class=${host.session === null ? 'bar alone' : 'bar'} part="bar" aria-label=${say('nav.product')}>
    ${skip}
    <div class="bar-row">
      <div class="brand">
        <slot name="brand"><strong>${say('nav.product')}</strong></slot>
      </div>
      <div class="company">
        <ss-company-switcher><span slot="signed-out"></span></ss-company-switcher>
      </div>
      ${host.session === null ? nothing : areasNav(host)}
      <div class="person">
        ${disclosure('person', { kind: 'quiet', content: html`${personIcon}<span class="name">${name ?? say('nav.menu')}</span>${downIcon}` }, personParts(host))}
      </div>
    </div>
  </section>`;
};

const newWithIcon = (host: FrameHost): TemplateResult => newWay(host, 'way', html`${plusIcon}${host.say('nav.newSubscription')}`);

const areasNav = (host: FrameHost): TemplateResult =>
  html`<nav class="areas" aria-label=${host.say('portal.areas')}>
    <ul>
      ${areasOf(host).map(
        (area) =>
          html`<li>
            ${
              area === 'subscriptions'
                ? disclosure(
                    'choices',
                    { kind: 'way', content: html`${host.say('nav.subscriptions')}${downIcon}`, current: currentIn(host, area) && 'true' },
                    html`<ul>
                      ${choices(host, 'way').map((choice) => html`<li>${choice}</li>`)}
                    </ul>`,
                  )
                : areaWay(host, area)
            }
          </li>`,
      )}
      ${host.hideUnavailable && !host.mayOrder ? nothing : html`<li class="new">${newWithIcon(host)}</li>`}
    </ul>
  </nav>`;

/** The areas under the thumb, and behind »Menu« what is needed more seldom. */
export const footBar = (host: FrameHost): TemplateResult | typeof nothing => {
  if (host.session === null) return nothing;
  const areas = areasOf(host);
  return html`<nav class="foot no-print" part="foot" aria-label=${host.say('portal.areas')}>
    <ul>
      ${areas
        .filter((area) => area !== 'cases')
        .map(
          (area) =>
            html`<li>
              ${areaWay(host, area, {
                content: html`${areaIcons[area]}<span>${host.say(areaNames[area])}</span>`,
                kind: 'tab',
                ...(area === 'subscriptions' && { to: choicesPlace }),
              })}
            </li>`,
        )}
      <li>
        ${disclosure(
          'sheet',
          { kind: 'tab', content: html`${menuIcon}<span>${host.say('nav.menu')}</span>`, current: currentIn(host, 'cases') && 'true' },
          html`<ul>
              ${
                areas.includes('cases')
                  ? html`<li>${areaWay(host, 'cases', { content: html`${areaIcons.cases}${host.say(areaNames.cases)}` })}</li>`
                  : nothing
              }
              ${host.hideUnavailable && !host.mayOrder ? nothing : html`<li>${newWithIcon(host)}</li>`}
            </ul>
            ${personParts(host)}
            <button type="button" class="close" popovertarget="sheet" popovertargetaction="hide">${host.say('nav.closeMenu')}</button>`,
        )}
      </li>
    </ul>
  </nav>`;
};
