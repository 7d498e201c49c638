/** From page to page of a list. */
import { html, type TemplateResult } from 'lit';

export interface Pager {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  /** `Viser 1–50 af 1.800`. */
  readonly range: string;
  readonly previous: string;
  readonly next: string;
  readonly go: (offset: number) => void;
}

/** The controls are never `disabled`: at the end of the list the focus would fall out of a button that was just used. */
export const pager = ({ offset, limit, total, range, previous, next, go }: Pager): TemplateResult => {
  const step = (to: number, words: string) => {
    const possible = to > -limit && to < total;
    return html`<button
      type="button"
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${() => {
        if (possible) go(Math.max(0, to));
      }}
    >
      ${words}
    </button>`;
  };
  return html`<div class="pager" part="pager">
    <span class="dim">${range}</span>
    ${total > limit ? html`<span class="actions no-print">${step(offset - limit, previous)}${step(offset + limit, next)}</span>` : ''}
  </div>`;
};
