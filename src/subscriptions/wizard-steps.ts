/** The steps of »Opret nyt abonnement«: which there are, how far one has come, and the line that shows it (R16.1). */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { checkIcon } from '../ui/icons.ts';
import { link } from '../ui/link.ts';
import type { WizardDraft } from './wizard-draft.ts';
import { filledSteps, type FilledStep, type StepName, type WizardRoom } from './wizard-stage.ts';

/** Those of a draft: without a number where the plan has no calls, without an address where nothing is sent. */
export const stepsOf = ({ plan, sim }: WizardDraft): StepName[] => [
  ...filledSteps.filter((step) => !(step === 'number' && plan?.included.talk === false) && !(step === 'delivery' && sim === 'esim')),
  'review',
];

/** The first that is not done; nothing can be looked through and sent before all are. */
export const firstOpen = (draft: WizardDraft): StepName => stepsOf(draft).find((step) => !draft.passed.includes(step)) ?? 'review';

export const stepAfter = (draft: WizardDraft, step: FilledStep): StepName => {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(step) + 1] ?? 'review';
};

/** Whether a place is one of the steps, and all before it are done. */
export const isReached = (draft: WizardDraft, place: string): place is StepName => {
  const steps: string[] = stepsOf(draft);
  return steps.includes(place) && steps.indexOf(place) <= steps.indexOf(firstOpen(draft));
};

/** The heading of a step, which takes the focus when the step is entered (R16.7). */
export const stepTitle = ({ text, headingLevel }: WizardRoom, draft: WizardDraft, step: StepName): TemplateResult => {
  const steps = stepsOf(draft);
  return html`<h3 id="step-title" aria-level=${headingLevel + 1} tabindex="-1">
    <span class="dim">${text.say('step.of', { n: steps.indexOf(step) + 1, total: steps.length })}</span> ${text.say(`step.${step}`)}
  </h3>`;
};

/** A thin line, and below it the steps, those that can be gone back to as links. `locked` leads nowhere. */
export const progress = (room: WizardRoom, draft: WizardDraft, present: StepName, locked: boolean): TemplateResult => {
  const { text } = room;
  const steps = stepsOf(draft);
  const part = (100 * (steps.indexOf(present) + 1)) / steps.length;
  return html`<nav class="steps no-print" aria-label=${text.say('step.taken')}>
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 .5H100" />
      ${svg`<path class="gone" d="M0 .5H${part}" />`}
    </svg>
    <ol>
      ${steps.map((step, index) => {
        const name = text.say(`step.${step}`);
        const done = draft.passed.includes(step);
        const mark = done ? checkIcon : nothing;
        if (step === present) return html`<li aria-current="step"><strong>${name}</strong></li>`;
        if (locked || !isReached(draft, step)) return html`<li class="dim ahead">${name}</li>`;
        const said = done ? text.say('a11y.stepDone', { n: index + 1, name }) : name;
        return html`<li>
          ${link(room, `new/${step}`, html`${mark}<span aria-hidden="true">${name}</span><span class="visually-hidden">${said}</span>`)}
        </li>`;
      })}
    </ol>
  </nav>`;
};
