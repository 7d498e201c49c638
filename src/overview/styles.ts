import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 40px;
    margin-block-end: 20px;
  }
  h3 {
    font-size: 1em;
  }
  h3:focus {
    outline: none;
  }
  .page {
    display: grid;
    gap: 32px;
    align-items: start;
  }
  /* The hairlines between tiles are the ground that shows through. */
  .tiles {
    display: grid;
    gap: 1px;
    overflow: hidden;
    background: var(--_line);
  }
  .tile {
    display: flex;
    flex-direction: column;
    min-block-size: 168px;
    min-inline-size: 0;
    padding: 20px 24px;
    background: var(--_surface);
  }
  .tile .figure {
    margin-block: 8px 4px;
    font-size: 1.734em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }
  .figure .unit {
    font-size: 0.577em;
    font-weight: 400;
    letter-spacing: normal;
    color: var(--_muted);
    white-space: nowrap;
  }
  .way {
    margin-block-start: auto;
    padding-block-start: 12px;
  }
  .tile .panel {
    margin-block-start: 8px;
    padding: 0;
    border: 0;
    background: none;
  }
  .tile .notice,
  .cases .notice {
    padding-inline-start: 32px;
  }
  .tile .notice > svg {
    inset-inline-start: 0;
  }
  .cases .notice {
    padding: 16px 20px 16px 52px;
  }
  .cases .notice > svg {
    inset-inline-start: 18px;
  }
  .closed {
    display: flex;
    gap: 8px;
    margin-block-start: 8px;
  }
  .closed svg {
    margin-block-start: 0.12em;
  }
  .with-icon {
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  .late {
    font-weight: 600;
    color: var(--_danger);
  }
  .ask {
    display: grid;
    gap: 8px;
    margin-block-start: 16px;
  }
  .cases-head {
    display: flex;
    gap: 16px;
    align-items: baseline;
    justify-content: space-between;
    margin-block-end: 12px;
  }
  .cases h3 {
    font-size: 1.134em;
  }
  .cases ul {
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
  }
  .cases .none {
    margin-block-end: 16px;
  }
  .cases li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 12px;
    align-items: baseline;
    padding: 12px 16px;
  }
  .cases li + li,
  .case-bones > div + div {
    border-block-start: 1px solid var(--_line);
  }
  .subject {
    grid-column: 1 / -1;
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .unread .subject {
    font-weight: 700;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 4px 8px;
  }
  .cases li .link {
    min-block-size: 24px;
  }
  .title-bone {
    block-size: 1.25em;
    font-size: 1.6em;
  }
  .bone.name {
    inline-size: 8em;
    margin-block: 0.3em;
  }
  .tile-bones {
    display: grid;
    gap: 16px;
    padding-block-start: 16px;
  }
  .tile-bones .bone {
    inline-size: 60%;
  }
  .tile-bones .bone:first-child {
    block-size: 1.4em;
    inline-size: 40%;
  }
  .case-bones > div {
    display: grid;
    gap: 14px;
    align-content: center;
    block-size: 102px;
    padding-inline: 16px;
  }
  .case-bones .bone:last-child {
    inline-size: 50%;
  }
  @container (max-width: 479px) {
    .head > .lead {
      inline-size: 100%;
    }
    .tile {
      min-block-size: 0;
      padding: 16px;
    }
  }
  @container (min-width: 560px) {
    .tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .tile:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 900px) {
    .page {
      grid-template-columns: minmax(0, 5fr) minmax(320px, 3fr);
      gap: 32px;
    }
  }
  @media (forced-colors: active) {
    .tiles {
      background: none;
    }
    .tile {
      outline: 1px solid;
    }
  }
`;
