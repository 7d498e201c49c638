/** What each of the last months came to, as a small picture, and in figures for those who read (R27). It comes after the list. */
import { css, html, nothing, svg, type SVGTemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatMonth } from '../ui/format.ts';
import type { Text } from '../ui/text.ts';
import type { InvoicePage } from './invoice.ts';
import type { MessageKey } from './messages.ts';
import { messages as monthsMessages, type MonthsKey } from './months-messages.ts';
import { whenSeenAgain } from './seen-again.ts';
import { amountOf } from './state.ts';

type Months = NonNullable<Read<InvoicePage>['months']>;

export const styles = css`
  .months {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 6px;
    margin: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
  }
  .bars {
    inline-size: 100%;
    block-size: 72px;
    stroke: none;
    fill: color-mix(in oklch, var(--_accent) 38%, var(--_surface));
    overflow: visible;
  }
  .bars .newest {
    fill: var(--_accent);
  }
  .bars line {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .bar-names {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    font-size: 0.8em;
    justify-items: center;
    color: var(--_muted);
    white-space: nowrap;
  }
  @container (max-width: 419px) {
    .bar-names span:nth-last-child(2n) {
      visibility: hidden;
    }
  }
  @media (forced-colors: active) {
    .bars {
      fill: CanvasText;
    }
    .bars .newest {
      fill: Highlight;
    }
  }
`;

export const messages = monthsMessages;

/** What keeps the list and its picture new comes with the picture. */
export const attend = whenSeenAgain;

/** Nothing where it would be a picture of nothing. */
export const monthsFigure = (given: Text<MessageKey>, months: Months): unknown => {
  const text = given as Text<MonthsKey | MessageKey>; // its words have been learnt when this is drawn
  const amounts = months.map(({ amount }) => amount?.amount ?? 0);
  if (!amounts.some(Boolean)) return nothing;
  const newest = months.at(-1);
  const name = (month: string | undefined, style?: 'short') =>
    month === undefined ? text.say('state.unknown') : formatMonth(text.language, month, style);
  return html`<figure class="months">
    <figcaption>
      <span class="label">${text.say('months.title')}</span>
      <span class="dim small" aria-hidden="true">${name(newest?.month)} <strong>${amountOf(text, newest?.amount)}</strong></span>
    </figcaption>
    <svg class="bars" aria-hidden="true">${bars(amounts)}</svg>
    <div class="bar-names" aria-hidden="true">${months.map(({ month }) => html`<span>${name(month, 'short')}</span>`)}</div>
    <div class="visually-hidden">
      <table>
        <thead>
          <tr>
            <th scope="col">${text.say('months.month')}</th>
            <th scope="col">${text.say('inv.total')}</th>
          </tr>
        </thead>
        <tbody>
          ${months.map(
            ({ month, amount }) =>
              html`<tr>
                <th scope="row">${name(month)}</th>
                <td>${amountOf(text, amount)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </figure>`;
};

/** A bar for each, up from zero or, for a month with more credited than invoiced, down from it. Of the newest month the colour is stronger. */
const bars = (amounts: readonly number[]): SVGTemplateResult => {
  const top = Math.max(0, ...amounts);
  const span = top - Math.min(0, ...amounts);
  const percent = (part: number) => `${String(Math.round(part * 1000) / 10)}%`;
  const wide = 1 / amounts.length;
  return svg`${amounts.map(
    (amount, index) => svg`<rect
      class=${index === amounts.length - 1 ? 'newest' : ''}
      x=${percent(index * wide + wide * 0.18)}
      y=${percent((top - Math.max(0, amount)) / span)}
      width=${percent(wide * 0.64)}
      height=${percent(amount && Math.max(Math.abs(amount) / span, 0.02))}
      rx="2"
    ></rect>`,
  )}<line x2="100%" y1=${percent(top / span)} y2=${percent(top / span)}></line>`;
};
