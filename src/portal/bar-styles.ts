import { css } from 'lit';

/** The top menu: one row where there is room, two where there is less, the name and the company alone where there is little. */
export const barStyles = css`
  .bar {
    background: var(--_surface);
    border-block-end: 1px solid var(--_line);
  }
  .bar-row {
    display: flex;
    align-items: center;
    gap: 0 12px;
    max-inline-size: 1440px;
    margin-inline: auto;
    padding: 8px 32px;
  }
  .brand {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    line-height: 1.25;
    font-weight: 650;
  }
  /* Gives way first, and shows all of the name when it is opened. */
  .company {
    flex: 0 4 auto;
    min-inline-size: 180px;
  }
  .alone .company {
    display: none;
  }
  .person {
    margin-inline: auto -12px;
  }
  /* Its words may be a host's own: rather two rows of them than a company without a name. */
  .areas {
    flex: 1 0 auto;
    max-inline-size: calc(100% - 480px);
  }
  .areas,
  .opens-person {
    font-size: 0.933em;
  }
  .areas > ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
  }
  .areas .new {
    margin-inline-start: auto;
  }

  .areas > ul > li > .way {
    padding-inline: 8px;
  }
  /* Where the person is: a line on the edge of the menu, in the accent. */
  .areas > ul > li > .way[aria-current]::after {
    content: '';
    position: absolute;
    inset: auto 8px -9px;
    block-size: 3px;
    border-radius: 3px 3px 0 0;
    background: var(--_accent);
  }
  @container (max-width: 1439px) {
    .bar-row {
      display: grid;
      grid-template-columns: fit-content(36%) minmax(0, 1fr) auto;
      gap: 2px 20px;
      padding-block-end: 4px;
    }
    .areas {
      grid-area: 2 / 1 / auto / -1;
      max-inline-size: none;
      margin-inline: -12px;
    }
    .areas,
    .opens-person {
      font-size: inherit;
    }
    .areas > ul > li > .way {
      padding-inline: 12px;
    }
    .areas > ul > li > .way[aria-current]::after {
      inset: auto 12px -5px;
    }
  }
  @container (max-width: 1023px) {
    .bar-row {
      padding-inline: 24px;
    }
  }
  @container (max-width: 879px) {
    .areas {
      margin-inline: -7px;
      font-size: 0.934em;
    }
    .areas > ul {
      gap: 0;
    }
    .areas > ul > li > .way {
      padding-inline: 7px;
    }
    .areas > ul > li > .way[aria-current]::after {
      inset-inline: 7px;
    }
    .areas .new .way > svg {
      display: none;
    }
  }
  @container (max-width: 759px) {
    .bar .areas,
    .bar:not(.alone) .person {
      display: none;
    }
    .bar-row {
      grid-template-columns: fit-content(45%) minmax(0, 1fr);
      padding: 8px 16px;
    }
    .alone .bar-row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .company {
      justify-self: end;
      min-inline-size: 0;
      max-inline-size: 100%;
    }
  }
  /* The name of the company is what a person must tell apart: it gets the whole width. */
  @container (max-width: 479px) {
    .bar:not(.alone) > .bar-row {
      grid-template-columns: minmax(0, 1fr);
    }
    .brand {
      font-size: 0.867em;
    }
    .company {
      justify-self: stretch;
    }
  }

  @media (forced-colors: active) {
    .areas > ul > li > .way[aria-current]::after {
      background: Highlight;
    }
  }
  /* On paper it says only whose it is. */
  @media print {
    .bar {
      border: 0;
      background: none;
    }
    .bar-row {
      display: flex;
      justify-content: space-between;
      max-inline-size: none;
      padding: 0 0 16px;
    }
    .bar .areas,
    .bar .person {
      display: none;
    }
    .company {
      --ss-color-muted: transparent;
    }
    ss-company-switcher::part(company) {
      display: inline-block;
      padding: 0;
      border: 0;
      background: none;
    }
  }
`;
