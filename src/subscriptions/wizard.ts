/** »Opret nyt abonnement«, step by step (R15–R17). It comes when it is opened. */
import { html, nothing, type ReactiveController } from 'lit';
import type { RejectedField } from '../api/problem.ts';
import type { SessionConnection } from '../session/contexts.ts';
import { watchDrafts } from '../ui/drafts.ts';
import { focusErrors } from '../ui/field.ts';
import { formatPhone } from '../ui/format.ts';
import { Later } from '../ui/later.ts';
import { problemNotice, waiting } from '../ui/show.ts';
import { placeBones } from './place-head.ts';
import type { Behind, Room } from './room.ts';
import { WizardDrafts, type WizardDraft } from './wizard-draft.ts';
import { draftStrip, frame } from './wizard-frame.ts';
import { messages as wizardMessages } from './wizard-messages.ts';
import type * as Order from './wizard-order.ts';
import { Plans } from './wizard-plans.ts';
import type * as Questions from './wizard-questions.ts';
import { filledSteps, type FilledStep, type Refused, type Stage, type Step, type StepModule, type WizardRoom } from './wizard-stage.ts';
import { firstOpen, isReached, stepsOf } from './wizard-steps.ts';
import { wizardStyles } from './wizard-styles.ts';
import { Told } from './wizard-told.ts';
import { UserStep } from './wizard-user.ts';

export const messages = wizardMessages;
export const styles = wizardStyles;

export const open = (room: Room): Behind => new Wizard(room as WizardRoom); // its words have been learnt when this is made

class Wizard implements Behind, Stage, ReactiveController {
  readonly room: WizardRoom;
  readonly plans: Plans;
  readonly #drafts = new WizardDrafts();
  readonly #told = new Told();
  readonly #later: Readonly<Record<Exclude<FilledStep, 'user'>, Later<StepModule>>>;
  readonly #steps: Partial<Record<FilledStep, Step>>;
  readonly #orders: Later<typeof Order>;
  #order: Order.Ordering | undefined;
  readonly #questions: Later<typeof Questions>;
  #question: Questions.Question | undefined;
  /** What the backend has not accepted of the address, for a form that has not come yet. */
  #refusedAddress: readonly RejectedField[] = [];
  /** The place in sight; `entered` until the focus has followed. */
  #place: string | undefined;
  #entered = false;
  #since = 0;
  #heldUntil = 0;
  #lapse: ReturnType<typeof setTimeout> | undefined;
  #guarded: SessionConnection | undefined;
  #unguard: (() => void) | undefined;
  #gone = new AbortController();
  #tell: ((key: string) => void) | undefined;

  constructor(room: WizardRoom) {
    this.room = room;
    const { element, adopt } = room;
    this.plans = new Plans(this, () => room.mayChange && this.#at !== undefined);
    const step = (name: FilledStep, fetch: () => Promise<StepModule>) =>
      new Later(element, fetch, async (module) => {
        await adopt(module);
        this.#steps[name] = module.open(this);
        this.#steps[name].reject?.(this.#refusedAddress);
      });
    this.#steps = { user: new UserStep(this) };
    this.#later = {
      plan: step('plan', () => import('./wizard-plan.ts')),
      number: step('number', () => import('./wizard-number.ts')),
      sim: step('sim', () => import('./wizard-sim.ts')),
      delivery: step('delivery', () => import('./wizard-delivery.ts')),
    };
    const order = async (module: typeof Order) => {
      await adopt(module);
      this.#order = new module.Ordering(this);
    };
    this.#orders = new Later(element, () => import('./wizard-order.ts'), order);
    const question = async (module: typeof Questions) => {
      await adopt(module);
      this.#question = new module.Question(room);
    };
    this.#questions = new Later(element, () => import('./wizard-questions.ts'), question);
    element.addController(this);
  }

  readonly head = () => ({ name: this.room.say('nav.newSubscription'), under: this.room.company });

  readonly render = (): unknown => {
    const { content, room } = this;
    const place = this.#place ?? '';
    if (place === 'receipt') return this.#order?.receipt();
    if (!isReached(content, place)) return placeBones(); // one is led elsewhere at once
    const review = place === 'review';
    const step = review ? undefined : this.#steps[place];
    const come = review ? this.#order : step;
    const later = this.#laterOf(place);
    return frame(this, {
      step: place,
      since: this.#since,
      told: this.#told,
      locked: this.#order?.isOpen ?? false,
      body: come
        ? review
          ? this.#order?.review()
          : step?.render()
        : later?.failed
          ? problemNotice(room, { kind: 'unreachable' }, () => void later.load())
          : waiting(room, false, placeBones),
      action: review ? this.#order?.action() : undefined,
      next: () => void this.#next(),
      near: this.#fetchAhead,
      left: (id) => {
        this.#told.leave(id, this.#errors());
        room.element.requestUpdate();
      },
    });
  };

  readonly above = (): unknown => this.#question?.render();

  readonly inList = (): unknown => {
    const { room } = this;
    if (!room.mayChange) return nothing;
    const news = this.#order?.strip();
    if (news || !this.#drafts.begun) return news;
    return draftStrip(room, firstOpen(this.content), () => void this.#discard());
  };

  readonly forget = (): void => {
    this.#drafts.forget();
    this.#order?.forget();
    this.#question?.answer(false);
    this.#clear();
  };

  readonly recover = (): void => {
    this.plans.recover();
    this.#order?.recover();
    for (const step of Object.values(this.#steps)) step.recover?.();
  };

  get content(): WizardDraft {
    return this.#drafts.content;
  }

  get key(): string | undefined {
    return this.#drafts.key;
  }

  readonly errorOf = this.#told.textOf;

  readonly change = (part: Partial<WizardDraft>, step: FilledStep | null | undefined = this.#filledStep): void => {
    if (this.#order?.isOpen) return; // what is being sent stays as it is
    this.#drafts.change({ ...part, passed: this.content.passed.filter((passed) => passed !== step) });
    this.#told.change(Object.keys(part));
    this.#told.renew(this.#errors());
    void this.#questions.load();
    this.room.element.requestUpdate();
  };

  readonly refuse = (refused: readonly Refused[], address: readonly RejectedField[] = []): void => {
    this.#refusedAddress = address;
    this.#steps.delivery?.reject?.(address);
    this.#told.refuse(refused, this.#filledStep);
    const steps: string[] = refused.map(({ step }) => step);
    if (address.length) steps.push('delivery');
    this.#drafts.change({ passed: this.content.passed.filter((step) => !steps.includes(step)) });
    this.room.element.requestUpdate();
  };

  readonly sent = (): void => {
    const { room, key } = this;
    this.#drafts.end();
    this.#clear();
    if (key !== undefined) this.#tell?.(key);
    if (this.#place !== undefined) room.navigate('new/receipt', true);
    room.changed();
  };

  hostConnected(): void {
    this.#gone = new AbortController();
    this.#tell = watchDrafts(this.#gone.signal, (key) => {
      if (key === this.key && !this.#order?.isOpen) void this.#findOut(key);
    });
  }

  hostDisconnected(): void {
    this.#gone.abort();
    this.#unguard?.();
    this.#guarded = undefined;
    clearTimeout(this.#lapse);
    this.#heldUntil = 0;
  }

  hostUpdate(): void {
    const { connection, person, sender } = this.room;
    const company = sender()?.[1];
    if (person === undefined || company === undefined) return;
    if (this.#drafts.own(person, company, connection?.drafts) && this.key !== undefined) void this.#findOut(this.key);
    this.#guard(connection);
    this.#watchHold();
    const place = this.#at;
    if (place === this.#place) return;
    this.#place = place;
    this.#since = performance.now();
    this.#entered = place !== undefined;
    this.#told.enter(place);
  }

  hostUpdated(): void {
    const { room } = this;
    this.#question?.show();
    const place = this.#place;
    if (place === undefined || room.person === undefined || !room.mayChange) return;
    const goal = this.#goal(place);
    if (goal !== place) {
      room.navigate(`new/${goal}`, true);
      return;
    }
    const later = this.#laterOf(place);
    if (!later?.failed) void later?.load();
    if (this.#entered) void this.#follow();
    this.#entered = false;
  }

  /** The place the route names: a step, the receipt, anything; `undefined` outside the guide. */
  get #at(): string | undefined {
    const { element, param } = this.room;
    const route = element.route || '';
    return route === 'new' ? 'user' : route.startsWith('new/') ? (param('step') ?? '') : undefined;
  }

  get #filledStep(): FilledStep | undefined {
    return filledSteps.find((step) => step === this.#place);
  }

  /** Where one can be, of the place one wants to be at. */
  #goal(place: string): string {
    if (this.#order?.isOpen) return 'review';
    // What has been sent cannot be gone back into; only the first step begins something new.
    if (this.#order?.placed && !this.#drafts.begun && place !== 'user') return 'receipt';
    return isReached(this.content, place) ? place : firstOpen(this.content);
  }

  #laterOf(place: string): Later<StepModule> | Later<typeof Order> | undefined {
    if (place === 'review') return this.#orders;
    const step = filledSteps.find((name) => name === place);
    return step && step !== 'user' ? this.#later[step] : undefined;
  }

  readonly #fetchAhead = (): void => {
    const steps = stepsOf(this.content);
    const next = steps[steps.findIndex((step) => step === this.#place) + 1];
    if (next) void this.#laterOf(next)?.load();
  };

  /** The focus goes along to the step's heading, or to what is wrong (R16.7); it is left alone when it is elsewhere on the page. */
  async #follow(): Promise<void> {
    const { element, root } = this.room;
    await element.updateComplete;
    if (this.#place === 'delivery' && this.#refusedAddress.length) {
      await this.#later.delivery.load();
      this.#refusedAddress = [];
      this.#told.list(this.#errors());
      element.requestUpdate();
      await element.updateComplete;
    }
    const focused = element.shadowRoot?.activeElement;
    if (!focused) return;
    if (this.#told.listed) focusErrors(root, this.#told.errors);
    else if (focused.localName === 'h2') root.querySelector<HTMLElement>('#step-title')?.focus();
  }

  #errors() {
    const step = this.#filledStep;
    return step ? [...(this.#steps[step]?.errors() ?? []), ...this.#told.refusedIn(step)] : [];
  }

  async #next(): Promise<void> {
    const { room } = this;
    const step = this.#filledStep;
    if (!step) {
      this.#order?.send();
      return;
    }
    const come = this.#steps[step];
    if (!come) return;
    await come.check?.();
    const errors = this.#errors();
    this.#told.list(errors);
    room.element.requestUpdate();
    if (errors.length) {
      await room.element.updateComplete;
      focusErrors(room.root, errors);
      return;
    }
    this.#drafts.change({ passed: [...this.content.passed, step] });
    const steps = stepsOf(this.content);
    const open = firstOpen(this.content);
    room.navigate(`new/${open === 'review' ? open : (steps[steps.indexOf(step) + 1] ?? open)}`);
  }

  /** Whether the draft has become an order: a message or a kept key alone decides nothing (F21, T17). */
  async #findOut(key: string): Promise<void> {
    await this.#orders.load();
    await this.#order?.find(key);
  }

  #guard(connection: SessionConnection | undefined): void {
    if (connection === this.#guarded) return;
    this.#unguard?.();
    this.#guarded = connection;
    this.#unguard = connection?.guard(async () => {
      if (!this.#drafts.begun) return true;
      await this.#questions.load();
      // Without the question nothing is lost unasked.
      return (await this.#question?.ask(this.#order?.isOpen ? 'sending' : this.#drafts.lasting ? 'kept' : 'leave')) ?? false;
    });
  }

  async #discard(): Promise<void> {
    const { room } = this;
    await this.#questions.load();
    if (!(await this.#question?.ask('discard'))) return;
    this.#drafts.end();
    this.#clear();
    room.element.requestUpdate();
    room.root.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Nothing of what was filled in is left. */
  #clear(): void {
    this.#told.forget();
    this.#refusedAddress = [];
    this.plans.seen();
    for (const step of Object.values(this.#steps)) step.forget?.();
  }

  /** The number is let go of when its time is over (NUM-12). */
  #watchHold(): void {
    const { numberKind, heldUntil, phone } = this.content;
    const until = numberKind === 'new' && phone ? heldUntil : 0;
    if (until === this.#heldUntil) return;
    this.#heldUntil = until;
    clearTimeout(this.#lapse);
    if (until === 0) return;
    this.#lapse = setTimeout(() => {
      if (this.#order?.isOpen) return;
      const words = this.room.say('num.lapsed', { phone: formatPhone(phone) });
      this.change({ phone: '', heldUntil: 0 }, 'number');
      this.refuse([{ step: 'number', id: 'phone', text: words }]);
      this.room.announce(words);
    }, until - Date.now());
  }
}
