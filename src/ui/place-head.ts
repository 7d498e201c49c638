/** The head of a place behind a list: the way back, the name and what is dim under it. It stands before what is below it has come. */
import { css, html, type TemplateResult } from 'lit';
import { backIcon } from './icons.ts';
import { link, type LinkHost } from './link.ts';
import type { Values } from './text.ts';

export const placeStyles = css`
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    margin-block-end: 20px;
  }
  /* What leads on stands beside the title and what is dim under it, in the upper right corner; with little room below them. */
  .head > .lead {
    grid-area: 1 / 2 / span 2;
    align-self: center;
  }
  .under {
    grid-column: 1;
    margin-block-start: 4px;
    overflow-wrap: anywhere;
  }
  .back {
    margin-block-end: 12px;
  }
  .back-link {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    margin-inline-start: -4px;
    font-weight: 550;
  }

  .bone-row {
    display: grid;
    grid-template-columns: 2fr 2fr 3fr;
    align-items: center;
    gap: 24px;
    block-size: 45px;
    padding-inline: 16px;
  }
  .bone-row + .bone-row {
    border-block-start: 1px solid var(--_line);
  }
  .bone-row:nth-child(2n) .bone {
    inline-size: 70%;
  }

  .card {
    padding: 24px;
    max-inline-size: 720px;
  }
  @container (max-width: 759px) {
    .card {
      padding: 16px;
    }
    .head > .lead {
      grid-area: 3 / 1 / auto / -1;
      margin-block-start: 12px;
    }
  }
`;

export interface HeadHost extends LinkHost {
  readonly say: (key: 'nav.backTo', values: Values) => string;
  readonly headingLevel: number;
}

export interface HeadParts {
  readonly name: string;
  readonly under: unknown;
  /** What the place is called that the way back leads to. */
  readonly page: string;
  /** Where that is in the element, when it is not its first page. */
  readonly back?: string | undefined;
}

export const placeHead = (host: HeadHost, { name, under, page, back = '' }: HeadParts): TemplateResult => html`
  <div class="back">${link(host, back, html`${backIcon}${host.say('nav.backTo', { page })}`, 'link back-link')}</div>
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
