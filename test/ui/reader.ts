/** The tiny host of the resource's tests: it asks for a value by person, company and search, and remembers what it has shown. */
import { html, LitElement, type PropertyDeclarations } from 'lit';
import { ProblemError, type Problem } from '../../src/api/problem.ts';
import { Resource, type State } from '../../src/ui/resource.ts';
import { fixture } from '../helpers.ts';

export type Args = readonly [person: string, company: string, search: string];

/** One request of the resource, which the test answers. */
export interface Asked {
  readonly args: Args;
  readonly signal: AbortSignal;
  readonly answer: (value?: string) => void;
  readonly fail: (problem: Problem) => void;
}

/** What a backend would say. */
export const answerTo = (args: Args): string => args.join('/');

export class ReaderElement extends LitElement {
  static override properties: PropertyDeclarations = { args: { attribute: false } };

  args: Args | undefined;
  readonly asked: Asked[] = [];
  /** Every state that was shown, with the args of the time. */
  readonly shown: { readonly state: State<string>; readonly args: Args | undefined }[] = [];
  readonly problems: Problem[] = [];
  readonly values: string[] = [];

  /** Stands in for the way to the backend; replies come when the test gives them, whether they are still wanted or not. */
  load = (args: Args, signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      this.asked.push({
        args,
        signal,
        answer: (value = answerTo(args)) => {
          resolve(value);
        },
        fail: (problem) => {
          reject(new ProblemError(problem));
        },
      });
    });

  readonly resource = new Resource<Args, string>(this, {
    owner: 2,
    args: () => this.args,
    load: (args, signal) => this.load(args, signal),
    onProblem: (problem) => this.problems.push(problem),
    onValue: (value) => this.values.push(value),
  });

  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error('Nothing has been asked.');
    return last;
  }

  protected override render(): string {
    this.shown.push({ state: this.resource.state, args: this.args });
    return this.resource.state.status;
  }

  /** Asks for this, and waits for the picture. */
  async ask(...args: Args): Promise<void> {
    this.args = args;
    await this.updateComplete;
  }

  /** Lets what was just answered be shown. */
  async settled(): Promise<State<string>> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    return this.resource.state;
  }
}

customElements.define('x-reader', ReaderElement);

export const reader = (): Promise<ReaderElement> => fixture<ReaderElement>(html`<x-reader></x-reader>`);
