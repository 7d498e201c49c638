/** Offers a session to everything inside one element. */
import { ContextProvider } from '@lit/context';
import type { Problem } from '../api/problem.ts';
import { connectionContext, sessionContext, sessionProblemContext, type Session, type SessionConnection } from './contexts.ts';

export class Provision {
  readonly #connection: ContextProvider<typeof connectionContext>;
  readonly #session: ContextProvider<typeof sessionContext>;
  readonly #problem: ContextProvider<typeof sessionProblemContext>;

  constructor(host: HTMLElement) {
    this.#connection = new ContextProvider(host, { context: connectionContext });
    this.#session = new ContextProvider(host, { context: sessionContext });
    this.#problem = new ContextProvider(host, { context: sessionProblemContext });
  }

  /** Tells those who asked before there was anybody to answer. A Lit host does so by itself when it is connected. */
  announce(): void {
    for (const provider of [this.#connection, this.#session, this.#problem]) provider.hostConnected();
  }

  set(connection: SessionConnection | undefined, session: Session | null | undefined, problem: Problem | undefined): void {
    // The connection first: who sees the new session must already speak through its client.
    this.#connection.setValue(connection);
    this.#session.setValue(session);
    this.#problem.setValue(problem);
  }
}
