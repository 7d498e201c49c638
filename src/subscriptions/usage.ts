/** What has been used since the first of the month: the figure first, then a bar where there is a limit, and words where it is passed (SIM-6, SIM-7). */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay, formatNumber, type Language } from '../ui/format.ts';
import type { Included } from './plan.ts';
import type { ProfileKey } from './profile-messages.ts';
import type { ProfileText } from './profile-room.ts';
import type { Usage } from './subscription.ts';

export const usageStyles = css`
  .usage {
    margin-block-start: 16px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .usage ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: 16px 24px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }
  .usage li {
    display: grid;
    align-content: start;
    gap: 4px;
  }
  .meter {
    inline-size: 100%;
    block-size: 6px;
    border-radius: 3px;
    background: var(--_line);
    stroke: none;
    fill: var(--_accent);
  }
  .meter.over {
    fill: var(--_warning);
  }
  .over + p {
    color: var(--_warning);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .meter {
      forced-color-adjust: none;
      background: Canvas;
      outline: 1px solid CanvasText;
    }
    .meter rect {
      fill: Highlight;
    }
  }
`;

/** Megabytes in a gigabyte. */
const thousand = 1000;

/** `6,2 GB`: at most one decimal, and never broken. */
const gigabytes = (language: Language, amount: number): string => `${formatNumber(language, Math.round(amount / 100) / 10)}\u00a0GB`;

/** Nothing where there is none yet, or it is not known. */
export const usageOf = (
  text: ProfileText,
  level: number,
  usage: Read<Usage> | null | undefined,
  included: Read<Included> | undefined,
): unknown => {
  if (!usage) return nothing;
  const { language } = text;
  const { from, to, talk, sms } = usage;
  const most = included?.data;
  return html`<div class="usage">
    <h4 aria-level=${level}>${text.say('usage.title')}</h4>
    ${from && to ? html`<p class="dim small">${formatDay(language, from)} – ${formatDay(language, to)}</p>` : nothing}
    <ul role="list">
      ${dataLine(text, 'sub.data', 'sub.slowed', usage.data, most && most * thousand)}
      ${dataLine(text, 'sub.roamEu', 'usage.euOver', usage.dataEu, usage.euLimit)}
      ${
        included?.talk === false
          ? nothing
          : [
              line(text, 'sub.talk', talk === undefined ? undefined : text.say('usage.minutes', { n: talk })),
              line(text, 'sub.sms', sms === undefined ? undefined : formatNumber(language, sms)),
            ]
      }
    </ul>
    <p class="dim small words">${text.say('usage.reminder')}</p>
  </div>`;
};

/** Megabytes used of so many; `null` is without limit. */
const dataLine = (
  text: ProfileText,
  name: 'sub.data' | 'sub.roamEu',
  passed: 'sub.slowed' | 'usage.euOver',
  used: number | undefined,
  most: number | null | undefined,
): TemplateResult => {
  if (used === undefined) return line(text, name, undefined);
  const { language } = text;
  const x = gigabytes(language, used);
  if (typeof most !== 'number') return line(text, name, x);
  const over = used > most;
  // Nothing of nothing is no share of it.
  const share = most === 0 ? Number(over) : used / most;
  const percent = Math.round(share * 100);
  return line(
    text,
    name,
    text.say('sub.dataUsed', { x, y: gigabytes(language, most) }),
    html`<svg
        class="meter ${over ? 'over' : ''}"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="img"
        aria-label=${text.say('usage.percent', { n: percent })}
      >
        <rect width=${Math.min(share, 1) * 100} height="6"></rect>
      </svg>
      ${over ? html`<p class="small">${text.say(passed)}</p>` : nothing}`,
  );
};

const line = (text: ProfileText, name: ProfileKey, figure: string | undefined, below?: unknown): TemplateResult =>
  html`<li>
    <span class="dim small">${text.say(name)}</span>
    ${figure === undefined ? html`<span class="dim">${text.say('state.unknown')}</span>` : html`<strong>${figure}</strong>`} ${below}
  </li>`;
