/** What a subscription holds and costs, in words and figures: the profile and the guide say it the same way. */
import { css, html, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import type { Notice } from '../api/values.ts';
import { formatMoney, type Language } from '../ui/format.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { Included } from './plan.ts';
import type { Subscription } from './subscription.ts';
import type { TermsKey } from './terms-messages.ts';

/** Speaks the words of {@link TermsKey}, once the code that brings them has come. */
export type TermsText = Text<MessageKey | TermsKey>;

export type ReadMoney = Read<Subscription['price']> | null | undefined;

/** Definition lists: the term dim at the left, in little room above. */
export const factStyles = css`
  dl > div {
    display: grid;
    grid-template-columns: minmax(9em, 2fr) 3fr;
    gap: 2px 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  dl > div:first-child {
    border: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  @container (max-width: 419px) {
    dl > div {
      grid-template-columns: 1fr;
    }
  }
`;

/** One line of a definition list; what is not known says so (F09). */
export const fact = (text: Text<MessageKey>, term: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value ?? html`<span class="dim">${text.say('state.unknown')}</span>`}</dd>
  </div>`;

/** An amount, `119,00 kr.`; `undefined` where it or its currency is not known. */
export const amountOf = (language: Language, money: ReadMoney): string | undefined =>
  money?.amount === undefined || !money.currency ? undefined : formatMoney(language, money.amount);

/** »119,00 kr. pr. måned ekskl. moms«; `undefined` where it is not known. */
export const monthlyOf = (text: TermsText, money: ReadMoney): TemplateResult | undefined => {
  const amount = amountOf(text.language, money);
  return amount === undefined
    ? undefined
    : html`<span class="nowrap">${text.say('sub.perMonth', { amount })}</span> <span class="dim nowrap">${text.say('sub.exVat')}</span>`;
};

/** »30 dage«, »Løbende måned og 1 måned«; `undefined` where it is not known. */
export const noticeOf = (text: TermsText, notice: Read<Notice> | undefined): string | undefined => {
  if (notice?.length === undefined || !notice.unit) return undefined;
  if (notice.unit === 'days') return text.count('sub.days', notice.length);
  return notice.length === 0 ? text.say('sub.runningMonth') : text.count('sub.months', notice.length);
};

/** What a plan holds, a phrase for each: »20 GB data« and »Fri tale«. A part that is not known says so. */
export const includedOf = (text: TermsText, { data, talk }: Read<Included>): string[] => [
  data === undefined ? text.say('state.unknown') : data === null ? text.say('sub.freeData') : text.say('sub.gigabytes', { n: data }),
  ...(talk === undefined ? [] : [text.say(talk ? 'sub.freeTalk' : 'sub.dataOnly')]),
];
