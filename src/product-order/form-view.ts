/** How the form stands on the screen: its questions in one column, and below them, always in sight, what it costs and where it goes (R24.3). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { errorSummary, fieldStyles, textField } from '../ui/field.ts';
import { formatMoney } from '../ui/format.ts';
import type { Told } from '../ui/told.ts';
import type { FormStage } from './form-stage.ts';
import { piecesIn, quantityField, quantityStyles } from './quantity.ts';

export const viewStyles = [
  fieldStyles,
  quantityStyles,
  css`
    .order-form .fields {
      display: grid;
      gap: 20px;
    }
    .order-form .fields[inert] {
      opacity: 0.6;
    }
    .order-form .strip {
      margin: 0;
      flex-wrap: nowrap;
      align-items: start;
    }
    .order-form .pair {
      display: grid;
      gap: 20px 16px;
    }
    .foot {
      display: grid;
      gap: 12px;
      padding-block-start: 16px;
      border-block-start: 1px solid var(--_line);
    }
    .sum > div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 16px;
    }
    .sum > div + div {
      margin-block-start: 4px;
    }
    .sum dt {
      color: var(--_muted);
    }
    .sum dd {
      min-inline-size: 0;
      overflow-wrap: anywhere;
      text-align: end;
    }
    .sum .strong {
      font-weight: 650;
    }
    /* In a dialog it stays at the lower edge, and what has the focus is not left behind it. */
    dialog:has(.order-form) {
      scroll-padding-block: 16px 190px;
    }
    dialog .order-form {
      max-inline-size: none;
    }
    dialog .foot {
      position: sticky;
      inset-block-end: 0;
      margin: 0 -24px -24px;
      padding: 16px 24px;
      background: var(--_surface);
    }
    .foot .actions {
      justify-content: flex-end;
    }
    @container (min-width: 480px) {
      .order-form .pair {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @container (max-width: 479px) {
      .foot .actions > * {
        flex: 1 1 100%;
      }
    }
    @media (max-width: 479px) {
      dialog .foot {
        margin-inline: -16px;
        padding-inline: 16px;
      }
    }
  `,
];

export interface FormView {
  /** What is wrong, as far as it is told. */
  readonly told: Told | undefined;
  /** It is on its way, or may have been placed: what is filled in stays as it is. */
  readonly locked: boolean;
  /** What has happened to the product meanwhile. */
  readonly news: unknown;
  readonly user: unknown;
  readonly delivery: unknown;
  /** How many can be had at once. */
  readonly most: number;
  /** How the sending goes. */
  readonly notice: unknown;
  /** Leads out, and sends. */
  readonly actions: unknown;
  readonly submit: () => void;
}

export const formView = (stage: FormStage, view: FormView): TemplateResult => {
  const { room } = stage;
  const { say } = room;
  const { told, locked, news, user, delivery, most, notice, actions, submit } = view;
  const { errors = [], listed = false } = told ?? {};
  const title = say(errors.length === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: errors.length });
  const optional = say('state.optional');
  return html`<form
    class="form order-form"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      submit();
    }}
    @keydown=${once}
  >
    ${news} ${listed ? errorSummary(title, room.headingLevel + (room.asDialog() ? 2 : 1), errors) : nothing}
    <div class="fields" ?inert=${locked}>
      ${user} ${quantityField(stage, most)}
      <div class="pair">${line(stage, 'costCentre', optional)} ${line(stage, 'reference', optional)}</div>
      ${
        delivery === undefined
          ? html`<p>${say('form.notSent')}</p>`
          : html`<fieldset class="form-field">
              <legend>${say('del.address')}</legend>
              ${delivery}
            </fieldset>`
      }
    </div>
    <div class="foot">
      ${sum(stage)} ${notice}
      <div class="actions">${actions}</div>
    </div>
  </form>`;
};

const line = ({ room: { say }, content, change, errorOf }: FormStage, id: 'costCentre' | 'reference', optional: string): TemplateResult =>
  textField({
    ...{ id, optional, most: 50, error: errorOf(id), value: content[id] },
    label: say(id === 'costCentre' ? 'user.costCentre' : 'inv.yourRef'),
    typed: (value) => {
      change({ [id]: value });
    },
  });

/** What is approved: how many of what, what that costs, and where it goes. */
const sum = ({ room, product, content, delivery }: FormStage): TemplateResult => {
  const { say, language } = room;
  const pieces = piecesIn(content.quantity) ?? 0;
  const price = product?.price?.amount;
  const to = product?.isSent === false ? say('form.notSentShort') : delivery?.line;
  const open = html`<span class="dim">${say('form.open')}</span>`;
  return html`<dl class="sum">
    <div>
      <dt>${say('form.times', { n: Math.max(pieces, 1), product: product?.name ?? '' })}</dt>
      <dd>
        ${
          pieces < 1 || price === undefined
            ? open
            : html`<span class="strong">${formatMoney(language, pieces * price)}</span>
                <span class="dim small">${say('product.exVat')}</span>`
        }
      </dd>
    </div>
    <div>
      <dt>${say('form.sentTo')}</dt>
      <dd>${to ?? open}</dd>
    </div>
  </dl>`;
};

/** A key that is held down is meant once (F21). */
const once = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
};
