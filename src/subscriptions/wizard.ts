/** »Opret nyt abonnement«, step by step (R15–R17). It comes when it is opened. */
import { nothing, type ReactiveController } from 'lit';
import type { RejectedField } from '../api/problem.ts';
import { focusErrors, type FormError } from '../ui/field.ts';
import { Guard } from '../ui/guard.ts';
import { placeBones } from '../ui/place-head.ts';
import { Told } from '../ui/told.ts';
import type { Behind, Room } from './room.ts';
import { WizardDrafts, type WizardDraft } from './wizard-draft.ts';
import { frame } from './wizard-frame.ts';
import { messages as wizardMessages } from './wizard-messages.ts';
import { Parts } from './wizard-parts.ts';
import { focusPlace, placeIn } from './wizard-place.ts';
import type { Plans } from './wizard-plans.ts';
import { filledSteps, type FilledStep, type Refused, type Stage, type WizardRoom } from './wizard-stage.ts';
import { firstOpen, isReached, stepAfter } from './wizard-steps.ts';
import { wizardStyles } from './wizard-styles.ts';

export const messages = wizardMessages;
export const styles = wizardStyles;

export const open = (room: Room): Behind => new Wizard(room as WizardRoom); // its words have been learnt when this is made

class Wizard implements Behind, Stage, ReactiveController {
  readonly room: WizardRoom;
  readonly #drafts = new WizardDrafts();
  readonly #told = new Told();
  readonly #parts: Parts;
  /** The question comes with what goes with a draft; while that cannot be fetched, nothing is lost unasked (R5.7). */
  readonly #guard = new Guard(async () => {
    if (!this.#drafts.begun) return true;
    await this.#parts.beginning.load();
    return this.#parts.begun?.mayLeave() ?? false;
  });
  /** The place in sight, and since when, by `performance.now()`; `entered` until the focus has followed. */
  #place: string | undefined;
  #since = 0;
  #entered = false;
  #addressRefused = false;

  constructor(room: WizardRoom) {
    this.room = room;
    this.#parts = new Parts(this, {
      sending: () => this.#sending,
      lasting: () => this.#drafts.lasting,
      discard: () => {
        this.#drafts.end();
        this.#clear();
      },
      sentElsewhere: (key) => {
        if (key === this.key && !this.#sending) void this.#findOut(key, true);
      },
    });
    room.element.addController(this);
  }

  readonly head = () => ({ name: this.room.say('nav.newSubscription'), under: this.room.company });

  readonly render = (): unknown => {
    const place = this.#place ?? '';
    const { order } = this.#parts;
    if (place === 'receipt') return order?.receipt();
    if (!isReached(this.content, place)) return placeBones(); // one is led elsewhere at once
    this.#told.renew(this.#errors());
    return frame(this, {
      step: place,
      since: this.#since,
      told: this.#told,
      locked: this.#sending,
      body: this.#parts.body(place, this.room),
      action: place === 'review' ? (order?.action() ?? nothing) : undefined,
      next: () => void this.#next(),
      near: this.#fetchAhead,
    });
  };

  readonly above = (): unknown => this.#parts.begun?.above();

  readonly inList = (): unknown => {
    const { begun, order } = this.#parts;
    if (!this.room.mayChange) return nothing;
    return order?.strip() ?? (this.#drafts.begun ? begun?.strip(firstOpen(this.content)) : nothing);
  };

  readonly forget = (): void => {
    this.#drafts.forget();
    this.#parts.order?.forget();
    this.#parts.begun?.forget();
    this.#clear();
  };

  readonly recover = (): void => {
    this.#parts.recover();
  };

  get content(): WizardDraft {
    return this.#drafts.content;
  }

  get key(): string | undefined {
    return this.#drafts.key;
  }

  get plans(): Plans | undefined {
    return this.#parts.steps.plan?.plans;
  }

  readonly errorOf = (id: string): string | undefined => this.#told.textOf(id);

  readonly change = (part: Partial<WizardDraft>, step: FilledStep | null | undefined = this.#step): void => {
    if (this.#sending) return; // what is being sent stays as it is
    this.#drafts.change({ ...part, passed: this.content.passed.filter((passed) => passed !== step) });
    this.#told.change(Object.keys(part));
    this.#parts.order?.renew();
    void this.#parts.beginning.load();
    this.#fetchAhead();
    this.room.element.requestUpdate();
  };

  readonly left = (id: keyof WizardDraft): void => {
    const errors = this.#errors();
    if (!this.content[id] || !errors.some((error) => error.id === id)) return;
    this.#told.leave(id, errors);
    this.room.element.requestUpdate();
  };

  readonly refuse = (refused: readonly Refused[], address: readonly RejectedField[] = []): void => {
    const steps: string[] = refused.map(({ step }) => step);
    if (address.length) {
      steps.push('delivery');
      this.#addressRefused = true;
      this.#parts.rejectAddress(address);
    }
    this.#told.refuse(refused, this.#step);
    this.#drafts.change({ passed: this.content.passed.filter((step) => !steps.includes(step)) });
    this.#lead(); // before what has the focus is gone
    this.room.element.requestUpdate();
  };

  readonly sent = (): void => {
    const { room, key } = this;
    this.#drafts.end();
    this.#clear();
    if (key !== undefined) this.#parts.begun?.tell(key);
    if (this.#place !== undefined) room.navigate('new/receipt', true);
    room.changed();
  };

  hostUpdate(): void {
    const { connection, person, sender } = this.room;
    this.#guard.at(connection);
    const company = sender()?.[1];
    if (person === undefined || company === undefined) return;
    if (this.#drafts.own(person, company, connection?.drafts) && this.key !== undefined) {
      void this.#parts.beginning.load();
      void this.#findOut(this.key);
    }
    const place = placeIn(this.room);
    if (place === this.#place) return;
    this.#place = place;
    this.#since = performance.now();
    this.#entered = place !== undefined;
    this.#told.enter(place);
  }

  hostDisconnected(): void {
    this.#guard.at(undefined);
  }

  hostUpdated(): void {
    const { room } = this;
    const place = this.#place;
    if (place === undefined || room.person === undefined || !room.mayChange) return;
    if (this.#goal(place) !== place) {
      void room.element.updateComplete.then(this.#lead);
      return;
    }
    // Of a plan that was chosen it is found out whether it is still to be had, and for how much.
    this.#parts.fetch(place, this.content.plan ? 'plan' : undefined);
    if (this.#entered) void this.#follow(place);
    this.#entered = false;
  }

  get #step(): FilledStep | undefined {
    return filledSteps.find((step) => step === this.#place);
  }

  get #sending(): boolean {
    return this.#parts.order?.isOpen ?? false;
  }

  /** Where one can be, of the place one wants to be at. */
  #goal(place: string): string {
    if (this.#sending) return 'review';
    // What has been sent cannot be gone back into; only the first step begins something new.
    if (this.#parts.order?.placed && !this.#drafts.begun && place !== 'user') return 'receipt';
    return isReached(this.content, place) ? place : firstOpen(this.content);
  }

  readonly #fetchAhead = (): void => {
    if (this.#step) this.#parts.fetch(stepAfter(this.content, this.#step));
  };

  /** Leads whoever is where they cannot be to where they can. */
  readonly #lead = (): void => {
    const place = this.#place;
    const goal = place === undefined ? place : this.#goal(place);
    if (goal !== undefined && goal !== place) this.room.navigate(`new/${goal}`, true);
  };

  /** The focus goes along to the step's heading, or to what is wrong (R16.7); it is left alone when it is elsewhere on the page. */
  async #follow(place: string): Promise<void> {
    const { element } = this.room;
    if (this.#told.listed || this.#addressRefused) await this.#parts.laterOf(place)?.load();
    if (place === 'delivery' && this.#addressRefused) {
      this.#addressRefused = false;
      this.#told.list(this.#errors());
      element.requestUpdate();
    }
    await element.updateComplete;
    focusPlace(this.room, this.#told);
  }

  #errors(): readonly FormError[] {
    const step = this.#step;
    const refused = this.#told.refusedIn(step);
    const own = (step && this.#parts.steps[step]?.errors()) ?? [];
    return [...refused, ...own.filter(({ id }) => !refused.some((one) => one.id === id))];
  }

  async #next(): Promise<void> {
    const { room, key } = this;
    const step = this.#step;
    const come = step && this.#parts.steps[step];
    if (this.#place === 'review') this.#parts.order?.send();
    if (!come) return;
    await come.check?.();
    if (this.#step !== step || this.key !== key) return;
    const errors = this.#errors();
    this.#told.list(errors);
    room.element.requestUpdate();
    if (errors.length) {
      await room.element.updateComplete;
      focusErrors(room.root, errors);
      return;
    }
    this.#drafts.change({ passed: [...this.content.passed.filter((passed) => passed !== step), step] });
    // Who has been at the last step comes back to it.
    room.navigate(`new/${firstOpen(this.content) === 'review' ? 'review' : stepAfter(this.content, step)}`);
  }

  /** Whether the draft has become an order, as another tab may have told: a message or a kept key alone decides nothing (F21, T17). */
  async #findOut(key: string, told?: boolean): Promise<void> {
    await this.#parts.ordering.load();
    await this.#parts.order?.find(key, told);
  }

  /** Nothing of what was filled in is left. */
  #clear(): void {
    this.#told.forget();
    this.#parts.clear();
    this.#addressRefused = false;
    this.room.element.requestUpdate();
  }
}
