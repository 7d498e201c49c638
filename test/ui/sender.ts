/** The tiny host of the submission's tests: it sends a text for a person and a company, and remembers every state it has shown. */
import { ContextConsumer } from '@lit/context';
import { html, LitElement, type PropertyDeclarations } from 'lit';
import { ProblemError, type Problem } from '../../src/api/problem.ts';
import { connectionContext, sessionContext, type SessionConnection } from '../../src/session/contexts.ts';
import { Submission, type Sender, type Sending } from '../../src/ui/submission.ts';
import { clientBehind } from '../api/clients.ts';
import { offline } from '../faults.ts';
import { fixture } from '../helpers.ts';

/** One sending, which the test answers. */
export interface Sent {
  readonly sender: Sender;
  readonly content: string;
  readonly key: string;
  readonly answer: (value?: string) => void;
  readonly fail: (problem: Problem) => void;
}

export class SenderElement extends LitElement {
  static override properties: PropertyDeclarations = { sender: { attribute: false } };

  /** Nobody while signed out. */
  sender: Sender | undefined;
  readonly sent: Sent[] = [];
  readonly shown: Sending<string>[] = [];
  readonly done: (readonly [value: string, content: string])[] = [];
  readonly problems: Problem[] = [];

  /** Stands in for the way to the backend, whose answers come when the test gives them. */
  send = (sender: Sender, content: string, key: string, signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      this.sent.push({
        sender,
        content,
        key,
        answer: (value = `done: ${content}`) => {
          resolve(value);
        },
        fail: (problem) => {
          reject(new ProblemError(problem));
        },
      });
    });

  readonly submission = new Submission<string, string>(this, {
    sender: () => this.sender,
    send: (...sending) => this.send(...sending),
    onDone: (value, content) => this.done.push([value, content]),
    onProblem: (problem) => this.problems.push(problem),
  });

  get last(): Sent {
    const last = this.sent.at(-1);
    if (!last) throw new Error('Nothing has been sent.');
    return last;
  }

  /** The keys of all sendings so far. */
  get keys(): string[] {
    return this.sent.map(({ key }) => key);
  }

  protected override render(): string {
    const { state } = this.submission;
    this.shown.push(state);
    return state.status;
  }

  /** Lets what was just answered be shown. */
  async settled(): Promise<Sending<string>> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    return this.submission.state;
  }
}

customElements.define('x-sender', SenderElement);

/** The same for whoever is signed in on the page, and for the company they have chosen. */
export class MemberElement extends SenderElement {
  connection: SessionConnection | undefined;

  constructor() {
    super();
    new ContextConsumer(this, { context: connectionContext, subscribe: true, callback: (value) => (this.connection = value) });
    // It is told after the connection, and whenever somebody or something else is there.
    new ContextConsumer(this, {
      context: sessionContext,
      subscribe: true,
      callback: (session) => {
        const { client, companyId } = this.connection ?? {};
        this.sender = session && client && companyId !== undefined ? [client, companyId] : undefined;
      },
    });
  }
}

customElements.define('x-member', MemberElement);

/** A sender of a company, of a person of its own each time. */
export const senderOf = (company = 'c1'): Sender => [clientBehind(offline()).client, company];

/** With somebody signed in who sends for a company. */
export const sender = (who: Sender | undefined = senderOf()): Promise<SenderElement> =>
  fixture<SenderElement>(html`<x-sender .sender=${who}></x-sender>`);
