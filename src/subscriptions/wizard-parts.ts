/** The parts of the guide, each of which comes when it is first needed. */
import type { RejectedField } from '../api/problem.ts';
import { Later } from '../ui/later.ts';
import { placeBones } from '../ui/place-head.ts';
import { problemNotice, waiting } from '../ui/show.ts';
import type * as BegunModule from './wizard-begun.ts';
import type * as OrderModule from './wizard-order.ts';
import { filledSteps, type FilledStep, type Stage, type Step, type StepModule, type StepName, type WizardRoom } from './wizard-stage.ts';
import { UserStep } from './wizard-user.ts';

export class Parts {
  /** The steps that have come. */
  readonly steps: Partial<Record<FilledStep, Step>>;
  /** What goes with a draft that has been begun; it comes with the first thing filled in. */
  readonly beginning: Later<typeof BegunModule>;
  begun: BegunModule.Begun | undefined;
  /** Sending, and what becomes of it; it comes with the last step. */
  readonly ordering: Later<typeof OrderModule>;
  order: OrderModule.Ordering | undefined;
  readonly #later: Readonly<Record<Exclude<FilledStep, 'user'>, Later<StepModule>>>;
  /** What the backend has not accepted of the address, for a form that has not come yet. */
  #refusedAddress: readonly RejectedField[] = [];

  constructor(stage: Stage, options: Omit<BegunModule.BegunOptions, 'stage'>) {
    const { element, adopt } = stage.room;
    const step = (name: FilledStep, fetch: () => Promise<StepModule>) =>
      new Later(element, fetch, async (module) => {
        await adopt(module);
        this.steps[name] = module.open(stage);
        this.rejectAddress(this.#refusedAddress);
      });
    this.steps = { user: new UserStep(stage) };
    this.#later = {
      plan: step('plan', () => import('./wizard-plan.ts')),
      number: step('number', () => import('./wizard-number.ts')),
      sim: step('sim', () => import('./wizard-sim.ts')),
      delivery: step('delivery', () => import('./wizard-delivery.ts')),
    };
    const begin = async (module: typeof BegunModule) => {
      await adopt(module);
      this.begun = new module.Begun({ stage, ...options });
    };
    this.beginning = new Later(element, () => import('./wizard-begun.ts'), begin);
    const order = async (module: typeof OrderModule) => {
      await adopt(module);
      this.order = new module.Ordering(stage);
    };
    this.ordering = new Later(element, () => import('./wizard-order.ts'), order);
  }

  /** What a place needs and the guide does not bring along. */
  laterOf(place: string | undefined): Later<StepModule> | Later<typeof OrderModule> | undefined {
    if (place === 'review') return this.ordering;
    const step = filledSteps.find((name) => name === place);
    return step && step !== 'user' ? this.#later[step] : undefined;
  }

  /** What has come by the time a place is in sight, fetched again only when the person wants it. */
  fetch(...places: readonly (string | undefined)[]): void {
    for (const later of places.map((place) => this.laterOf(place))) if (later && !later.failed) void later.load();
  }

  /** What is filled in at a step, or looked through at the last. */
  body(place: StepName, room: WizardRoom): unknown {
    const come = place === 'review' ? this.order?.review : this.steps[place]?.render;
    if (come) return come();
    const later = this.laterOf(place);
    return later?.failed ? problemNotice(room, { kind: 'unreachable' }, () => void later.load()) : waiting(room, false, placeBones);
  }

  /** The address that was not accepted; its form is fetched if need be. */
  rejectAddress(rejected: readonly RejectedField[]): void {
    this.#refusedAddress = this.steps.delivery ? [] : rejected;
    if (rejected.length) this.steps.delivery?.reject?.(rejected);
  }

  recover(): void {
    this.order?.recover();
    for (const step of Object.values(this.steps)) step.recover?.();
  }

  /** Nothing of what was filled in is left. */
  clear(): void {
    this.#refusedAddress = [];
    for (const step of Object.values(this.steps)) step.forget?.();
  }
}
