/** What has been chosen so far and what it costs, in sight beside every step. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { parsePhone } from '../api/identifiers.ts';
import { formatMoney, formatPhone } from '../ui/format.ts';
import type { Plan } from './plan.ts';
import type { WizardDraft } from './wizard-draft.ts';
import type { WizardRoom, WizardText } from './wizard-stage.ts';

export const asideStyles = css`
  .card > .lines + p {
    margin-block-end: 12px;
  }
  .lines > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    padding-block: 6px;
    border: 0; /* whatever other rooms make of lists like this */
  }
  .lines dt {
    color: var(--_muted);
  }
  .lines dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    text-align: end;
  }
  .lines .strong {
    font-weight: 600;
  }
  .chosen {
    padding: 16px;
  }
  @container (min-width: 900px) {
    .chosen {
      position: sticky;
      inset-block-start: 16px;
    }
  }
`;

/** Whose it is to be; empty while nobody is named. */
export const personIn = ({ userKind, name, user }: WizardDraft): string =>
  userKind === 'existing' ? (user?.name ?? '') : userKind && name.trim();

/** The number it is to have, E.164; empty while there is none. */
export const phoneIn = ({ numberKind, phone, movedPhone }: WizardDraft): string =>
  numberKind === 'move' ? (parsePhone(movedPhone) ?? '') : numberKind && phone;

/** What it costs, once and each month. */
export const prices = (text: WizardText, { monthly, setup }: Plan): TemplateResult => {
  const { say, language } = text;
  const line = (term: string, amount: number, kind = '') =>
    html`<div>
      <dt>${term}</dt>
      <dd class="amount ${kind}">${formatMoney(language, amount)}</dd>
    </div>`;
  return html`${line(say('guide.once'), setup.amount)} ${line(say('guide.monthly'), monthly.amount, 'strong')}`;
};

export const aside = ({ text, headingLevel }: WizardRoom, draft: WizardDraft): TemplateResult => {
  const { plan } = draft;
  const phone = plan?.included.talk === false ? undefined : phoneIn(draft);
  const line = (term: string, value: string) =>
    html`<div>
      <dt>${term}</dt>
      <dd>${value || html`<span class="dim">–</span>`}</dd>
    </div>`;
  return html`<aside class="panel chosen" aria-labelledby="chosen-title">
    <h3 id="chosen-title" aria-level=${headingLevel + 1}>${text.say('guide.chosen')}</h3>
    <dl class="lines">
      ${line(text.say('step.user'), personIn(draft))} ${line(text.say('step.plan'), plan?.name ?? '')}
      ${phone === undefined ? nothing : line(text.say('step.number'), formatPhone(phone))} ${plan ? prices(text, plan) : nothing}
    </dl>
    ${plan ? html`<p class="dim small">${text.say('plan.vat')}</p>` : nothing}
  </aside>`;
};
