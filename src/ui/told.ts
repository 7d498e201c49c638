/** What is wrong in the form in sight, or the step of a guide, as far as the person is told of it. */
import type { FormError } from './field.ts';

/** A field that was not accepted, or is no longer as it was chosen; its id is that of the control. */
export interface Refused extends FormError {
  /** The step of a guide that it stands in. */
  readonly step?: string;
}

export class Told {
  #errors: readonly FormError[] = [];
  #refused: readonly Refused[] = [];
  /** All of it is in a list too, since the person wanted to go on (R16.2). */
  #listed = false;

  get errors(): readonly FormError[] {
    return this.#errors;
  }

  get listed(): boolean {
    return this.#listed && this.#errors.length > 0;
  }

  readonly textOf = (id: string): string | undefined => this.#errors.find((error) => error.id === id)?.text;

  /** What was not accepted of a step, and has not been changed since. */
  refusedIn(step?: string): readonly Refused[] {
    return this.#refused.filter((refused) => refused.step === step);
  }

  /** The person comes to a step: nothing is told before they have done something, but for what was not accepted. */
  enter(step: string | undefined): void {
    this.list(this.refusedIn(step));
    this.#listed = this.#errors.length > 0;
  }

  /** The person wants to go on. */
  list(errors: readonly FormError[]): void {
    this.#errors = errors;
    this.#listed = true;
  }

  /** A field was left with something in it, and this is wrong with it. */
  leave(id: string, errors: readonly FormError[]): void {
    this.#errors = [...this.#errors.filter((error) => error.id !== id), ...errors.filter((error) => error.id === id)];
  }

  /** Fields were filled in anew. */
  change(ids: readonly string[]): void {
    this.#refused = this.#refused.filter(({ id }) => !ids.includes(id));
  }

  /** What is told goes when it is no longer wrong, is said in the language of the moment, and nothing new is told while somebody types. */
  renew(errors: readonly FormError[]): void {
    this.#errors = this.#errors.flatMap(({ id }) => errors.find((error) => error.id === id) ?? []);
  }

  refuse(refused: readonly Refused[], present?: string): void {
    this.#refused = [...this.#refused, ...refused];
    for (const one of refused) if (one.step === present) this.leave(one.id, [one]);
  }

  forget(): void {
    this.#refused = [];
    this.list([]);
  }
}
