import { css } from 'lit';
import { barStyles } from './bar-styles.ts';
import { footStyles } from './foot-styles.ts';
import { menuStyles } from './menu-styles.ts';

/** The frame, and the pages that are the portal's own. */
const frameStyles = css`
  .frame {
    display: flex;
    flex-direction: column;
    min-block-size: var(--ss-portal-block-size, 100svh);
    background: var(--_sunken);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h1 {
    margin: 0 0 20px;
    font-size: 1.6em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h1:focus,
  main:focus {
    outline: none;
  }

  .skip {
    position: absolute;
    z-index: 2;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    padding: 8px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }

  /* As wide as the menu: its edges are those of what stands below. */
  main {
    flex: 1;
    inline-size: 100%;
    max-inline-size: 1440px;
    margin-inline: auto;
    padding: 32px 32px 64px;
  }
  .bones .bone {
    inline-size: 30%;
    block-size: 1.8em;
  }
  .notice h1 {
    margin-block-end: 4px;
    font-size: 1.134em;
  }
  .choices {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
  }
  .choices li {
    position: relative;
    display: grid;
    gap: 4px;
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: min(var(--_radius) * 1.5, 18px);
    background: var(--_surface);
  }
  .choices li:hover {
    border-color: var(--_accent);
  }
  .choice {
    display: flex;
    align-items: center;
    justify-self: start;
    gap: 8px;
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    font-size: 1.134em;
    font-weight: 600;
    color: var(--_accent);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .choice.denied {
    color: var(--_muted);
  }
  /* The whole card can be pressed. */
  .choice::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .choice:hover {
    background: none;
  }
  .choice:focus-visible {
    outline: none;
  }
  .choice:focus-visible::after {
    border-radius: min(var(--_radius) * 1.5, 18px);
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  @container (max-width: 1023px) {
    main {
      padding-inline: 24px;
    }
  }
  @container (max-width: 759px) {
    main {
      padding: 20px 16px 48px;
    }
  }
  @media print {
    .frame {
      display: block;
      min-block-size: 0;
      background: none;
    }
    main {
      padding: 0;
      max-inline-size: none;
    }
    .skip {
      display: none;
    }
  }
`;

export const styles = [frameStyles, menuStyles, barStyles, footStyles];
