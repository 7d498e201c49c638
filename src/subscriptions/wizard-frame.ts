/** How every step stands on the screen: the line of progress, its form, and beside it what has been chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { errorSummary } from '../ui/field.ts';
import { link } from '../ui/link.ts';
import { aside } from './wizard-aside.ts';
import type { Stage, StepName, WizardRoom } from './wizard-stage.ts';
import { progress, stepsOf, stepTitle } from './wizard-steps.ts';
import type { Told } from './wizard-told.ts';

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
  /** A field was left with something in it. */
  readonly left: (id: string) => void;
}

/** A click that was meant for what stood here in the step before is none; keys are deliberate (T16). Milliseconds. */
const earlyMilliseconds = 300;

export const frame = (stage: Stage, { step, since, told, locked, body, action, next, near, left }: Frame): TemplateResult => {
  const { room, content, plans } = stage;
  const { text } = room;
  const steps = stepsOf(content);
  const before = steps[steps.indexOf(step) - 1];
  const { errors, listed } = told;
  const title = text.say(errors.length === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: errors.length });
  const review = step === 'review';
  const early = (event: MouseEvent) => {
    if (event.detail > 0 && performance.now() - since < earlyMilliseconds) event.preventDefault();
  };
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    // Who goes on to a button has the whole looked through, or nothing; and words that come in now would move it away.
    if (
      target instanceof HTMLInputElement &&
      target.value &&
      /^(?!radio|checkbox)/.test(target.type) &&
      !(relatedTarget instanceof HTMLButtonElement)
    )
      left(target.id);
  };
  return html`${progress(room, content, step, locked)}
    <div class="guide ${review ? 'whole' : ''}">
      ${keyed(
        step,
        html`<form class="form" novalidate aria-labelledby="step-title" @submit=${submit(next)} @keydown=${once} @focusout=${leave}>
          ${stepTitle(room, content, step)} ${listed ? errorSummary(title, room.headingLevel + 2, errors) : nothing}
          ${review || step === 'plan' ? plans.change() : nothing} ${body}
          <div class="actions" @click=${early} @pointerdown=${focusPressed} @pointerover=${near} @focusin=${near}>
            ${action ?? html`<button class="primary">${text.say('act.continue')}</button>`}
            ${before && !locked ? link(room, `new/${before}`, text.say('nav.back'), 'button') : nothing}
          </div>
        </form>`,
      )}
      ${review ? nothing : aside(room, content)}
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

/** Not every browser gives a button the focus when it is pressed, and then nobody could tell where the focus went. */
const focusPressed = (event: PointerEvent): void => {
  (event.target as Element).closest<HTMLElement>('button, a')?.focus({ preventScroll: true });
};

/** What the list says of a draft. */
export const draftStrip = (room: WizardRoom, step: StepName, discard: () => void): TemplateResult => {
  const { text } = room;
  return html`<div class="strip begun no-print">
    <span>${text.say('guide.begun')} <span class="dim">${text.say('step.draftKept')}</span></span>
    ${link(room, `new/${step}`, text.say('act.continue'), 'button')}
    <button type="button" @click=${discard}>${text.say('guide.discard')}</button>
  </div>`;
};
