/** The second step: which subscription (R16.5). */
import { css, html, nothing } from 'lit';
import { choicesField, type FormError } from '../ui/field.ts';
import { formatMoney } from '../ui/format.ts';
import { placeBones } from '../ui/place-head.ts';
import { show } from '../ui/show.ts';
import type { Plan } from './plan.ts';
import { includedOf } from './terms.ts';
import { asideStyles } from './wizard-aside.ts';
import { messages as choiceMessages } from './wizard-choice-messages.ts';
import { isWhole, Plans } from './wizard-plans.ts';
import type { Stage, Step, WizardText } from './wizard-stage.ts';

export const messages = choiceMessages;
export const styles = [
  asideStyles,
  css`
    .choice .price {
      font-weight: 600;
      white-space: nowrap;
    }
  `,
];

/** The step, and the plans it chooses from, which others ask after too. */
export const open = (stage: Stage): PlanStep => new PlanStep(stage);

/** How long it binds. */
export const bindingOf = (text: WizardText, { bindingMonths }: Plan): string =>
  bindingMonths ? text.count('plan.binding', bindingMonths) : text.say('sub.unbound');

export class PlanStep implements Step {
  readonly plans: Plans;
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.plans = new Plans(stage);
  }

  readonly render = (): unknown => {
    const { room } = this.#stage;
    const { plans } = this;
    return show(room, plans.state, {
      waiting: placeBones,
      forbidden: room.noAccess,
      retry: plans.reload,
      value: ({ items }) => this.#choice(items.filter(isWhole), items.every(isWhole)),
    });
  };

  readonly recover = (): void => {
    this.plans.recover();
  };

  readonly forget = (): void => {
    this.plans.seen();
  };

  readonly errors = (): FormError[] => (this.#stage.content.plan ? [] : [{ id: 'plan', text: this.#stage.room.say('err.plan') }]);

  #choice(items: readonly Plan[], whole: boolean): unknown {
    const { room, content, change, errorOf } = this.#stage;
    const { text } = room;
    return html`${choicesField({
      id: 'plan',
      label: text.say('plan.choose'),
      help: text.say('plan.vat'),
      error: errorOf('plan'),
      value: content.plan?.id,
      choices: items.map((plan) => ({
        value: plan.id,
        label: plan.name,
        below: [...includedOf(text, plan.included), bindingOf(text, plan)].join(' · '),
        beside: html`<span class="price">${text.say('sub.perMonth', { amount: formatMoney(text.language, plan.monthly.amount) })}</span
          ><br />
          <span class="dim small nowrap">${text.say('plan.setup', { amount: formatMoney(text.language, plan.setup.amount) })}</span>`,
      })),
      chosen: (id) => {
        this.plans.seen();
        change({ plan: items.find((plan) => plan.id === id) ?? null });
      },
    })}
    ${whole ? nothing : html`<p class="dim">${text.say('plan.partly')}</p>`}`;
  }
}
