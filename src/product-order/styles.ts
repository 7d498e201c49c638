import { css } from 'lit';

export const styles = css`
  .shelf {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 32px 16px;
  }
  .kind {
    display: grid;
    grid-template-columns: subgrid;
    grid-template-rows: auto 1fr;
    gap: 12px 16px;
    min-inline-size: 0;
  }
  .kind > h3 {
    grid-column: 1 / -1;
  }
  .kind.two {
    grid-column: span 2;
  }
  .kind.more {
    grid-column: span 3;
  }
  .product {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 12px;
    padding: 16px;
    transition: border-color 120ms;
  }
  .product.open:hover {
    border-color: var(--_accent);
  }
  .picture {
    display: grid;
    place-items: center;
    block-size: 120px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .picture svg {
    inline-size: 104px;
    block-size: 88px;
    stroke: var(--_muted);
  }
  .picture .mark {
    stroke: var(--_accent);
  }
  .picture .ground {
    fill: var(--_surface);
  }
  .about {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .about p {
    margin-block-start: 4px;
  }
  .product h4 {
    margin: 0;
    font-size: 1em;
    line-height: 1.3;
    font-weight: 650;
  }
  .buy {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 12px;
  }
  .price strong {
    font-weight: 650;
    white-space: nowrap;
  }
  .price {
    display: grid;
    gap: 6px;
  }
  /* The whole card is the target of its one way on. */
  .product .order::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: min(var(--_radius) * 1.5, 18px);
  }
  .why {
    flex: 0 1 auto;
    text-align: end;
  }
  .dialog-body > .under-title {
    margin-block: -12px 4px;
  }
  .bones .bone {
    block-size: 1em;
  }
  .bones .picture.bone {
    block-size: 120px;
  }
  .bones .short {
    inline-size: 40%;
  }
  @container (max-width: 859px) {
    .shelf {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 24px 16px;
    }
    .kind.more {
      grid-column: span 2;
    }
  }
  /* With little room the picture stands beside what it shows. */
  @container (max-width: 559px) {
    .shelf {
      grid-template-columns: minmax(0, 1fr);
    }
    .kind:nth-child(n) {
      grid-column: 1;
    }
    .product {
      grid-template-columns: 72px minmax(0, 1fr);
      grid-template-rows: auto auto;
      align-items: start;
    }
    .picture,
    .bones .picture.bone {
      block-size: 72px;
    }
    .picture svg {
      inline-size: 58px;
      block-size: 52px;
    }
    .buy {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .picture svg,
    .picture .mark {
      stroke: CanvasText;
    }
    .picture .ground {
      fill: Canvas;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .product {
      transition: none;
    }
  }
`;
