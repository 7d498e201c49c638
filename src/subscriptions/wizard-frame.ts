/** How every step stands on the screen: the line of progress, its form, and beside it what has been chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { errorSummary } from '../ui/field.ts';
import { link } from '../ui/link.ts';
import type { Told } from '../ui/told.ts';
import type { Stage, StepName } from './wizard-stage.ts';
import { progress, stepsOf, stepTitle } from './wizard-steps.ts';

export interface Frame {
  readonly step: StepName;
  /** When it came into sight, by `performance.now()`. */
  readonly since: number;
  readonly told: Told;
  /** It is being sent: nothing leads away from it. */
  readonly locked: boolean;
  readonly body: unknown;
  /** What sends, in place of »Fortsæt«. */
  readonly action: unknown;
  readonly next: () => void;
  /** The person comes near to going on. */
  readonly near: () => void;
}

/** The second half of a double click was not meant for the step that has just come (F21). Milliseconds. */
const earlyMilliseconds = 500;

export const frame = (stage: Stage, { step, since, told, locked, body, action, next, near }: Frame): TemplateResult => {
  const { room, content, plans } = stage;
  const { text } = room;
  const steps = stepsOf(content);
  const before = steps[steps.indexOf(step) - 1];
  const { errors, listed } = told;
  const title = text.say(errors.length === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: errors.length });
  const review = step === 'review';
  const early = (event: MouseEvent) => {
    if (event.detail > 1 && performance.now() - since < earlyMilliseconds) event.preventDefault();
  };
  return html`${progress(room, content, step, locked)}
    <div class="guide ${review ? 'whole' : ''}">
      <form class="form" novalidate aria-labelledby="step-title" @submit=${submit(next)} @keydown=${once} @click=${early}>
        ${stepTitle(room, content, step)} ${listed ? errorSummary(title, room.headingLevel + 2, errors) : nothing}
        ${review || step === 'plan' ? plans?.news() : nothing} ${body}
        <div class="actions" @pointerover=${near} @focusin=${near}>
          ${action ?? html`<button class="primary">${text.say('act.continue')}</button>`}
          ${before && !locked ? link(room, `new/${before}`, text.say('nav.back'), 'button') : nothing}
        </div>
      </form>
      ${review || step === 'user' ? nothing : plans?.chosen()}
    </div>`;
};

const submit = (next: () => void) => (event: SubmitEvent) => {
  event.preventDefault();
  next();
};

/** A key that is held down sends no step after the other (F21). */
const once = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
};
