import type { Problem } from '../api/problem.ts';
import { Connection, type ConnectOptions } from './connection.ts';
import type { Session } from './contexts.ts';
import { Provision } from './provide.ts';
import './root.ts';

/** What the host holds of a session it has opened. */
export interface PageConnection {
  /** Tells that the host has signed the person in (again). The same person finds everything as it was, another one nothing of it. */
  resume(): void;
  /** Ends it: everything of the session is taken off the page at once. */
  close(): void;
}

let provision: Provision | undefined;
let open: Connection | undefined;

/**
 * Opens one session for every element on the page that does not stand inside an `<ss-session>` of its own. Connecting again
 * replaces the session before. Throws a `TypeError` when `api` is no address that a session may be sent to.
 *
 * @example
 * const connection = connect({ api: 'https://api.operator.example/selvbetjening/v1', mode: 'token', token: tokenFromMyBackend });
 */
export const connect = (options: ConnectOptions): PageConnection => {
  open?.close();
  const page = (provision ??= announced(new Provision(document.documentElement)));
  const publish = (session: Session | null | undefined, problem: Problem | undefined) => {
    // One that has been replaced has nothing to say any more.
    if (connection === open) page.set(connection, session, problem);
  };
  page.set(undefined, undefined, { kind: 'misconfigured' }); // stands only if the next line throws
  const connection: Connection = new Connection(options, (session, problem) => {
    publish(session, problem);
  });
  open = connection;
  page.set(connection, undefined, undefined);
  return {
    resume: () => {
      connection.resume();
    },
    close: () => {
      connection.close();
      if (open !== connection) return;
      open = undefined;
      page.set(undefined, undefined, undefined);
    },
  };
};

const announced = (provided: Provision): Provision => {
  provided.announce();
  return provided;
};
