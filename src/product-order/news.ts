/** What has happened to the product while its form was open: gone, or of another price (T19). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../ui/format.ts';
import { alertIcon } from '../ui/icons.ts';
import type { FormStage, Unavailable } from './form-stage.ts';

export const newsStyles = css`
  /* There before its words, and taking no room. */
  .order-form > .news:not(:has(p)) {
    position: absolute;
  }
`;

/** The region is there before its words, so that they are told. */
export const news = ({ room, product, content }: FormStage, unavailable: Unavailable | undefined): TemplateResult => {
  const { say, language } = room;
  const name = product?.name ?? '';
  const now = product?.price?.amount;
  const before = content.price;
  const words = unavailable
    ? say(`form.${unavailable}`, { product: name })
    : now !== undefined && before !== null && now !== before
      ? say('form.changed', { product: name, now: formatMoney(language, now), before: formatMoney(language, before) })
      : undefined;
  return html`<div role="alert" class="news">${words ? html`<p class="strip">${alertIcon}<span>${words}</span></p>` : nothing}</div>`;
};
