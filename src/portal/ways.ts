/** The links of the menu: what leads to an area, and how it is told that there is no way in (R8.1, R8.3). */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { lockIcon } from '../ui/icons.ts';
import type { FrameHost } from './frame-host.ts';
import { areaNames, placeIn, type AreaName } from './places.ts';

export interface Way {
  readonly to: string;
  readonly content: unknown;
  readonly kind?: string;
  /** `page` for the place itself, `true` for the area that it is in. */
  readonly current?: 'page' | 'true' | undefined;
  readonly denied?: boolean;
}

/** Only the plain click is ours: new tabs, new windows and downloads belong to the browser. */
export const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A real link where there are addresses, otherwise a button that looks the same. */
export const way = (host: FrameHost, { to, content, kind = 'way', current, denied = false }: Way): TemplateResult => {
  const near = () => {
    host.near(placeIn(to)?.area ?? '');
  };
  const follow = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    // A menu that the link stands in has done its work.
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    host.navigate(to);
  };
  const address = host.href?.(to);
  const inside = html`${content}${
    denied ? html`<span class="lock">${lockIcon}<span class="visually-hidden">, ${host.say('acc.none')}</span></span>` : nothing
  }`;
  const classes = denied ? `${kind} denied` : kind;
  return address === undefined
    ? html`<button type="button" class=${classes} aria-current=${ifDefined(current)} @click=${follow} @pointerenter=${near} @focus=${near}>
        ${inside}
      </button>`
    : html`<a class=${classes} href=${address} aria-current=${ifDefined(current)} @click=${follow} @pointerenter=${near} @focus=${near}
        >${inside}</a
      >`;
};

/** The areas that the menu has, in order; those without access too, unless the host hides them (D5). */
export const areasOf = (host: FrameHost): readonly AreaName[] =>
  (['', 'subscriptions', 'products', 'invoices', 'cases'] as const).filter(
    (area) => area === '' || !(host.hideUnavailable && host.isDenied(area)),
  );

/** Whether the present place is an area's first page, or one behind it. */
export const currentIn = (host: FrameHost, area: AreaName): 'page' | 'true' | undefined =>
  host.place === area ? 'page' : placeIn(host.place)?.area === area ? 'true' : undefined;

/** The link to an area. `words` in place of its name, where there is little room; `to` where it does not begin with its first page. */
export const areaWay = (
  host: FrameHost,
  area: AreaName,
  parts: Pick<Way, 'kind'> & { readonly content?: unknown; readonly to?: string } = {},
): TemplateResult =>
  way(host, {
    to: area,
    content: host.say(areaNames[area]),
    current: currentIn(host, area),
    denied: area !== '' && host.isDenied(area),
    ...parts,
  });

/** The two choices of »Abonnementer« (R9.1). */
export const choices = (host: FrameHost, kind: string): readonly TemplateResult[] => [
  way(host, {
    to: 'subscriptions',
    content: host.say('nav.allSubscriptions'),
    kind,
    current: host.place === 'subscriptions' ? 'page' : undefined,
    denied: host.isDenied('subscriptions'),
  }),
  newWay(host, kind),
];

/** »Opret nyt abonnement« (R15.1), which those without the right are told that they cannot (R9.4). */
export const newWay = (host: FrameHost, kind: string, content: unknown = host.say('nav.newSubscription')): TemplateResult =>
  way(host, {
    to: 'subscriptions/new',
    content,
    kind,
    current: host.place.startsWith('subscriptions/new') ? 'page' : undefined,
    denied: !host.mayOrder,
  });
