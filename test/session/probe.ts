/** An element that shows what any element is told of the session, and remembers every picture it has shown. */
import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyDeclarations } from 'lit';
import type { Problem } from '../../src/api/problem.ts';
import {
  connectionContext,
  sessionContext,
  sessionProblemContext,
  type Session,
  type SessionConnection,
} from '../../src/session/contexts.ts';
import { until } from '../helpers.ts';

export class ProbeElement extends LitElement {
  static override properties: PropertyDeclarations = { connection: { state: true }, session: { state: true }, problem: { state: true } };

  connection: SessionConnection | undefined;
  session: Session | null | undefined;
  problem: Problem | undefined;
  /** What it has shown, the present picture last. */
  readonly pictures: string[] = [];

  constructor() {
    super();
    new ContextConsumer(this, { context: connectionContext, subscribe: true, callback: (value) => (this.connection = value) });
    new ContextConsumer(this, { context: sessionContext, subscribe: true, callback: (value) => (this.session = value) });
    new ContextConsumer(this, { context: sessionProblemContext, subscribe: true, callback: (value) => (this.problem = value) });
  }

  /** »unknown«, »signed out«, the kind of a problem, or person, company and, after a minus, the company that was lost. */
  get picture(): string {
    const { session, problem } = this;
    if (session === null) return 'signed out';
    if (session === undefined) return problem ? problem.kind : 'unknown';
    return [session.person.name, session.company?.name ?? 'none', ...(session.lost ? [`-${session.lost.name}`] : [])].join(' · ');
  }

  protected override render(): string {
    if (this.pictures.at(-1) !== this.picture) this.pictures.push(this.picture);
    return this.picture;
  }

  /** Waits until it shows a picture that begins like this. */
  async shows(beginning: string): Promise<void> {
    await until(() => this.renderRoot.textContent.trim().startsWith(beginning), `»${beginning}«`).catch((error: unknown) => {
      throw new Error(`${String(error)}, shown was ${this.pictures.join(' → ')}`);
    });
  }
}

customElements.define('x-probe', ProbeElement);
