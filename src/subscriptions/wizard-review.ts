/** The last step: everything that was chosen, what it costs, and each part to be gone back to (R16.4, R24.3). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatAddress } from '../api/address.ts';
import { parsePhone } from '../api/identifiers.ts';
import type { Order } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { inSentence } from '../ui/field.ts';
import { formatCvr, formatDay, formatPhone, formatTime } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import { sendingNotice } from '../ui/sending.ts';
import type { Sending } from '../ui/submission.ts';
import { includedOf } from './terms.ts';
import { personIn, prices } from './wizard-aside.ts';
import type { WizardDraft } from './wizard-draft.ts';
import { bindingOf } from './wizard-plan.ts';
import type { FilledStep, Stage, WizardText } from './wizard-stage.ts';
import { stepsOf } from './wizard-steps.ts';

export const reviewStyles = css`
  .whole .form {
    max-inline-size: 640px;
  }
  .part-line {
    display: grid;
    grid-template-columns: minmax(7em, 1fr) 3fr auto;
    gap: 2px 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .part-line:first-child {
    border: 0;
    padding-block-start: 0;
  }
  .part-line:last-child {
    padding-block-end: 0;
  }
  .part-line dt {
    color: var(--_muted);
  }
  .part-line dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @container (max-width: 479px) {
    .part-line {
      grid-template-columns: 1fr auto;
    }
    .part-line dd:first-of-type {
      grid-area: 2 / 1 / auto / -1;
    }
  }
`;

export interface ReviewParts {
  /** Something was refused that stands at no field. */
  readonly unlisted: boolean;
  readonly check: () => void;
  readonly send: () => void;
}

export const review = (stage: Stage, sending: Sending<Read<Order>>, { unlisted, check, send }: ReviewParts): TemplateResult => {
  const { room, content } = stage;
  const { text } = room;
  const { plan } = content;
  const open = sending.status === 'sending' || sending.status === 'waiting' || sending.status === 'unsure';
  return html`
    <div class="panel card">
      <dl>${stepsOf(content).flatMap((step) => (step === 'review' ? [] : part(stage, step, open)))}</dl>
    </div>
    <div class="panel card">
      <dl class="lines">${plan ? prices(text, plan) : nothing}</dl>
      <p class="dim small">${text.say('plan.vat')}</p>
      <p>${text.say('step.billed')} ${text.say('review.firstInvoice')}</p>
    </div>
    ${sendingNotice(room, sending, { notDone: text.say('err.notSent'), listed: !unlisted, check, retry: send })}
  `;
};

const part = ({ room, content }: Stage, step: FilledStep, locked: boolean): TemplateResult => {
  const { text } = room;
  const name = text.say(`step.${step}`);
  return html`<div class="part-line">
    <dt>${name}</dt>
    <dd>${linesOf(text, content, step).map((line, index) => (index ? html`<br />${line}` : html`<strong>${line}</strong>`))}</dd>
    <dd class="no-print">
      ${locked ? nothing : link(room, `new/${step}`, html`${text.say('step.edit')}<span class="visually-hidden"> ${inSentence(name)}</span>`)}
    </dd>
  </div>`;
};

/** What was chosen in a step, the strongest first. */
const linesOf = (text: WizardText, draft: WizardDraft, step: FilledStep): unknown[] => {
  const { plan, user, delivery } = draft;
  switch (step) {
    case 'user':
      return [personIn(draft), ...(draft.userKind === 'existing' ? [user?.detail] : [draft.email, draft.costCentre])].filter(Boolean);
    case 'plan':
      return plan ? [plan.name, [...includedOf(text, plan.included), bindingOf(text, plan)].join(' · ')] : [];
    case 'number':
      return numberLines(text, draft);
    case 'sim':
      return draft.sim === 'esim' ? [text.say('sim.esim'), text.say('sim.esimInfo')] : [text.say('sim.card')];
    case 'delivery':
      return delivery ? formatAddress(delivery) : [];
  }
};

const numberLines = (text: WizardText, draft: WizardDraft): string[] => {
  const { say, language } = text;
  if (draft.numberKind === 'new')
    return [
      formatPhone(draft.phone),
      draft.heldUntil ? say('review.held', { time: formatTime(language, draft.heldUntil) }) : say('num.new'),
    ];
  const when = {
    '': '',
    asap: say('num.moveAsap'),
    date: `${say('num.moveDate')}: ${draft.date && formatDay(language, draft.date)}`,
    afterBinding: say('num.moveAfterBinding'),
  }[draft.timing];
  return [
    formatPhone(parsePhone(draft.movedPhone) ?? ''),
    `${say('num.currentProvider')}: ${draft.provider}`,
    `${say('num.ownerCvr')}: ${formatCvr(draft.ownerCvr.replace(/\D/g, ''))}`,
    ...(draft.simNumber.trim() ? [`${say('num.currentSim')}: ${draft.simNumber}`] : []),
    when,
    say('num.authority'),
  ];
};
