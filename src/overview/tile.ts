/** One area in a few words: what matters now as a figure, what there is to know of it, and the way there. */
import { html, nothing, type TemplateResult } from 'lit';
import { lockIcon } from '../ui/icons.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { State } from '../ui/resource.ts';
import { show, type ShowHost } from '../ui/show.ts';

export interface TileHost extends ShowHost, LinkHost {
  readonly headingLevel: number;
  readonly renderRoot: ParentNode;
}

/** What it says once it is known. */
export interface Told {
  readonly figure: unknown;
  readonly dim: readonly unknown[];
  /** Where it leads, and what that is called. */
  readonly way: readonly [place: string, words: string];
}

export interface TileParts<Value> {
  /** Its name in the page, for the focus. */
  readonly id: string;
  readonly name: string;
  /** What the person has no right to; `undefined` where they have. */
  readonly denied: string | undefined;
  readonly state: State<Value>;
  readonly told: (value: Value) => Told;
  readonly reload: () => void;
}

export const tile = <Value>(host: TileHost, parts: TileParts<Value>): TemplateResult => {
  const { id, name, denied, state, told, reload } = parts;
  const closed = (area: string) => html`<p class="dim closed">${lockIcon}<span>${host.say('acc.noArea', { area })}</span></p>`;
  return html`<section class="tile" part="tile" aria-labelledby=${id}>
    <h3 id=${id} aria-level=${host.headingLevel + 1} tabindex="-1">${name}</h3>
    ${
      denied === undefined
        ? show(host, state, {
            waiting: tileBones,
            value: (value) => content(host, told(value)),
            retry: () => {
              reload();
              // After the notice has given the focus to the head of the page: what is tried again is here.
              queueMicrotask(() => {
                host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
              });
            },
            forbidden: () => closed(name),
          })
        : closed(denied)
    }
  </section>`;
};

const content = (host: TileHost, { figure, dim, way: [place, words] }: Told): TemplateResult =>
  html`<p class="figure">${figure}</p>
    ${dim.map((line) => (line === nothing ? nothing : html`<p class="dim">${line}</p>`))}
    <p class="way no-print">${link(host, place, words)}</p>`;

export const tileBones = (): TemplateResult => html`<div class="tile-bones"><span class="bone"></span><span class="bone"></span></div>`;
