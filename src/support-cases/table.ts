/** The list as it looks: a real table when wide, two or three lines for each case when narrow, a table for assistive technology in both. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSummary } from '../api/case.ts';
import type { Read } from '../api/read.ts';
import { formatMoment, formatTime } from '../ui/format.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import { stateTag } from './state.ts';

export interface TableHost extends LinkHost {
  readonly text: Text<MessageKey>;
}

/** A day and a time of day; what was not understood says so (F09). */
export const momentOf = ({ say, language }: Text<MessageKey>, moment: string | undefined): TemplateResult => {
  if (moment === undefined) return html`${say('state.unknown')}`;
  const at = Date.parse(moment);
  return html`<time datetime=${moment}>${say('case.at', { date: formatMoment(language, at), time: formatTime(language, at) })}</time>`;
};

const columns = ['case.subject', 'case.status', 'case.changed', 'case.no', 'act.showMore'] as const;

export const caseTable = (host: TableHost, cases: readonly Read<CaseSummary>[]): TemplateResult => {
  const { say } = host.text;
  return html`<table role="table" part="table">
    <caption class="visually-hidden">
      ${say('nav.myCases')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (words) =>
            html`<th role="columnheader" scope="col">
              <span class=${words === 'act.showMore' ? 'visually-hidden' : ''}>${say(words)}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${cases.map((one) => row(host, one))}
    </tbody>
  </table>`;
};

/** What somebody wrote stands by itself: neither its direction nor its length reaches what is beside it (T12). */
const row = (host: TableHost, { id, subject, state, changedAt, number, mine, unread }: Read<CaseSummary>): TemplateResult => {
  const { text } = host;
  const { say } = text;
  const name = subject ?? say('state.unknown');
  return html`<tr role="row" part="row" class=${unread ? 'unread' : ''}>
    <td role="cell" class="subject">
      <bdi class="name">${name}</bdi>
      ${unread ? html`<span class="new">${say('case.unread')}</span>` : nothing}
      ${mine ? html`<span class="yours">${say('case.yours')}</span>` : nothing}
    </td>
    <td role="cell" class="status">${stateTag(text, state)}</td>
    <td role="cell" class="changed">${momentOf(text, changedAt)}</td>
    <td role="cell" class="number"><span class="label">${say('case.nr')} </span>${number ?? say('state.unknown')}</td>
    <td role="cell" class="ways">
      ${link(
        host,
        encodeURIComponent(id),
        html`<span aria-hidden="true">${say('act.showMore')}</span
          ><bdi class="visually-hidden">${say('a11y.moreAbout', { subject: name })}</bdi>`,
      )}
    </td>
  </tr>`;
};

/** The bones of the list: rows as high as the real ones. */
export const tableBones = (rows: number): TemplateResult =>
  html`<div class="panel bones">
    ${Array.from({ length: rows }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`)}
  </div>`;
