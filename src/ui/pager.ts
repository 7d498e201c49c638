/** From page to page of a list. */
import { css, html, type TemplateResult } from 'lit';

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

export const pagerStyles = css`
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    min-block-size: 52px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--_line);
    font-size: 0.933em;
  }
  .pager button {
    min-block-size: 36px;
  }
`;

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
