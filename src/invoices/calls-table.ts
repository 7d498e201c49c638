/** The calls behind what was talked, with masked numbers (R28.6). */
import { html, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatMoment, formatTime } from '../ui/format.ts';
import { countryName } from './country.ts';
import type { InvoiceCall } from './invoice-line.ts';
import type { OpenedText } from './opened-users.ts';
import { groupName } from './specified-words.ts';
import { amountOf } from './state.ts';

export const callsTable = (text: OpenedText, calls: readonly Read<InvoiceCall>[]): TemplateResult => {
  const { say } = text;
  return html`<table role="table" class="lines calls">
    <caption class="visually-hidden">
      ${say('call.title')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${say('call.at')}</th>
        <th role="columnheader" scope="col">${say('call.number')}</th>
        <th role="columnheader" scope="col">${say('call.where')}</th>
        <th role="columnheader" scope="col" class="amount">${say('call.length')}</th>
        <th role="columnheader" scope="col" class="amount">${say('line.amount')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${calls.map((call) => row(text, call))}
    </tbody>
  </table>`;
};

const row = (text: OpenedText, { at, number, seconds, group, country, amount }: Read<InvoiceCall>): TemplateResult => {
  const { say, language } = text;
  const moment = at === undefined ? undefined : Date.parse(at);
  return html`<tr role="row">
    <td role="cell" class="what">
      ${moment === undefined ? say('state.unknown') : say('call.atTime', { date: formatMoment(language, moment), time: formatTime(language, moment) })}
    </td>
    <td role="cell" class="called">${number?.replaceAll(' ', '\u00a0') ?? say('state.unknown')}</td>
    <td role="cell" class="where">${groupName(text, group)}${country ? ` · ${countryName(language, country)}` : ''}</td>
    <td role="cell" class="amount">
      ${seconds === undefined ? say('state.unknown') : say('call.lasted', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
    </td>
    <td role="cell" class="amount sum">
      ${amount?.amount === 0 ? html`<span class="dim">${say('line.included')}</span>` : amountOf(text, amount)}
    </td>
  </tr>`;
};
