/** The plans a company may have now, and what has become of the one that was chosen (T19). */
import { html, nothing } from 'lit';
import type { Client } from '../api/client.ts';
import type { Read } from '../api/read.ts';
import { formatMoney } from '../ui/format.ts';
import { Resource, type State } from '../ui/resource.ts';
import type { Plan, PlanPage } from './plan.ts';
import { listPlans } from './wizard-api.ts';
import { aside } from './wizard-aside.ts';
import type { Stage } from './wizard-stage.ts';

/** A plan of which all is known that an order needs to say; of another one nobody knows what it costs (F09). */
export const isWhole = (plan: Read<Plan>): plan is Plan =>
  [plan.name, plan.monthly?.amount, plan.setup?.amount, plan.included?.data, plan.included?.talk, plan.bindingMonths].every(
    (part) => part !== undefined,
  );

const priceParts = ['monthly', 'setup'] as const;

const haveTermsChanged = (now: Plan, before: Plan): boolean =>
  now.included.data !== before.included.data || now.included.talk !== before.included.talk || now.bindingMonths !== before.bindingMonths;

export class Plans {
  readonly #stage: Stage;
  readonly #found: Resource<readonly [Client, string], Read<PlanPage>>;
  /** The plan as it was chosen, when it costs or holds something else now. */
  #before: Plan | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { room } = stage;
    this.#found = new Resource<readonly [Client, string], Read<PlanPage>>(room.element, {
      owner: 2,
      args: () => (room.mayChange && room.element.route.startsWith('new') ? room.sender() : undefined),
      load: (args, signal) => listPlans(...args, signal),
      onProblem: room.failed,
      onValue: ({ items }) => {
        this.#compare(items);
      },
    });
  }

  get state(): State<Read<PlanPage>> {
    return this.#found.state;
  }

  get page(): Read<PlanPage> | undefined {
    const { state } = this;
    return state.status === 'ready' ? state.value : undefined;
  }

  get reload(): () => void {
    return this.#found.reload;
  }

  get recover(): () => void {
    return this.#found.recover;
  }

  /** What has been chosen so far and what it costs. */
  readonly chosen = (): unknown => aside(this.#stage.room, this.#stage.content);

  /** What is shown is known to the person from here on. */
  readonly seen = (): void => {
    this.#before = undefined;
  };

  /** That the chosen plan costs or holds something else than when it was chosen. */
  readonly news = (): unknown => {
    const { room, content } = this.#stage;
    const { plan } = content;
    const before = this.#before;
    if (!plan || before?.id !== plan.id) return nothing;
    const { text } = room;
    const amount = ({ amount }: Plan['monthly']) => formatMoney(text.language, amount);
    const parts = priceParts.filter((part) => plan[part].amount !== before[part].amount);
    return html`<p class="strip" role="alert">
      ${parts.length ? text.say('plan.changed', { plan: plan.name }) : nothing}
      ${parts.map((part) => text.say(`plan.${part}Changed`, { now: amount(plan[part]), before: amount(before[part]) })).join(' ')}
      ${haveTermsChanged(plan, before) ? text.say('plan.termsChanged', { plan: plan.name }) : nothing}
    </p>`;
  };

  #compare(items: readonly Read<Plan>[]): void {
    const { content, change, refuse, room } = this.#stage;
    const { plan } = content;
    if (!plan) return;
    const now = items.find(({ id }) => id === plan.id);
    if (!now || !isWhole(now)) {
      change({ plan: null }, 'plan');
      refuse([{ step: 'plan', id: 'plan', text: room.say('plan.gone', { plan: plan.name }) }]);
    } else if (priceParts.some((part) => now[part].amount !== plan[part].amount) || haveTermsChanged(now, plan)) {
      this.#before = plan;
      change({ plan: now }, null);
    }
  }
}
