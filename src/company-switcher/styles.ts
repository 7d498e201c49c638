import { css } from 'lit';

export const styles = css`
  /* Stands in a bar beside other things, as wide as its name. */
  :host {
    display: inline-block !important;
    container-type: normal !important;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  .only {
    display: inline-flex;
    align-items: center;
    min-block-size: 40px;
    font-weight: 600;
  }
  .room {
    display: inline-flex;
    align-items: center;
    inline-size: 12em;
    block-size: 40px;
  }
  .room .bone {
    inline-size: 100%;
  }
  .choice {
    position: relative;
    display: inline-flex;
    max-inline-size: 100%;
  }
  select {
    appearance: none;
    min-inline-size: 0;
    max-inline-size: 100%;
    padding-inline-end: 2.4em;
    font-weight: 600;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .choice svg {
    position: absolute;
    inset-inline-end: 0.7em;
    inset-block: 0;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .choice-button {
    max-inline-size: 100%;
    text-align: start;
    anchor-name: --company;
  }
  .choice-button svg {
    color: var(--_muted);
  }
  .lost {
    margin-block-start: 4px;
    color: var(--_warning);
  }

  .menu {
    inline-size: min(420px, calc(100vw - 32px));
    position-anchor: --company;
    position-area: block-end span-inline-end;
  }
`;
