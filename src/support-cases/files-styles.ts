import { css } from 'lit';

export const filesStyles = css`
  .files {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }
  .files[inert]:not([inert] *) {
    opacity: 0.6;
  }
  #files-label {
    font-size: 0.933em;
    font-weight: 600;
  }
  #files-label .optional {
    margin-inline-start: 2px;
    font-weight: 400;
  }
  /* Regions that have nothing to say yet take no room. */
  .files > [role]:empty {
    margin-block-start: -8px;
  }
  /* All of it can be clicked; the real control lies in it, unseen, with the focus shown around it. */
  .drop {
    position: relative;
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 16px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
    cursor: pointer;
  }
  .drop > strong {
    font-weight: 600;
    color: var(--_accent);
  }
  .drop:hover,
  .drop.over {
    background: var(--_accent-soft);
  }
  .drop.over {
    border-style: solid;
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .drop:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .drop input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .drop input::file-selector-button {
    cursor: pointer;
  }
  .drop.full {
    cursor: default;
  }
  .file-list {
    margin: 0;
    padding: 0;
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    min-block-size: 46px;
    padding: 8px 16px;
  }
  .file + .file {
    border-block-start: 1px solid var(--_line);
  }
  .file-name {
    overflow-wrap: anywhere;
  }
  .file-name .dim {
    margin-inline-start: 6px;
  }
  .file-state {
    grid-column: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
  }
  .file-state progress {
    flex: 1 1 120px;
    max-inline-size: 260px;
    block-size: 8px;
    accent-color: var(--_accent);
  }
  .file-why {
    display: flex;
    gap: 6px;
    color: var(--_danger);
  }
  .file-why svg {
    margin-block-start: 0.12em;
  }
  .file-ways {
    grid-area: 1 / 2 / span 2;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px 16px;
  }
  .file-ways .link {
    min-block-size: 24px;
  }
  @media (pointer: coarse) {
    .file-ways .link {
      min-block-size: 44px;
    }
  }
  @container (max-width: 479px) {
    .file {
      padding-inline: 12px;
    }
    .file-ways {
      flex-direction: column;
      align-items: flex-end;
    }
  }
`;
