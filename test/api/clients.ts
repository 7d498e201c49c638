/** Clients to test with: they speak to the sandbox as one of the sample people. */
import { Client, type Credentials } from '../../src/api/client.ts';
import { ProblemError, type Problem } from '../../src/api/problem.ts';
import { reading, type Read } from '../../src/api/read.ts';
import { sessionAnswer, type SessionAnswer } from '../../src/session/session.ts';
import type { Fault } from '../faults.ts';
import { counting, type Counting } from '../recorder.ts';

export const base = `${location.origin}/v1`;

/** Credentials with one token that never changes. */
export const holding = (token: string): Credentials => ({
  current: () => Promise.resolve(token),
  replace: () => Promise.reject(new ProblemError({ kind: 'signed-out' })),
});

export interface Subject extends Counting {
  readonly client: Client;
  /** How often the client has said that nobody is signed in. */
  readonly signedOut: () => number;
  /** Reads the session, as an example of all that is read. */
  readonly read: (signal?: AbortSignal) => Promise<Read<SessionAnswer>>;
}

/** A client whose every request is recorded, behind a fault. With null credentials it relies on a cookie. */
export const clientBehind = (fault: Fault, credentials: Credentials | null = holding('maja')): Subject => {
  const watched = counting(fault(fetch));
  let signedOut = 0;
  const client = new Client({ base, fetch: watched.fetch, credentials: credentials ?? undefined, onSignedOut: () => (signedOut += 1) });
  return {
    ...watched,
    client,
    signedOut: () => signedOut,
    read: (signal = new AbortController().signal) => client.read('session', reading(sessionAnswer), { signal }),
  };
};

/** The problem that a reading fails with. */
export const problemOf = async (reading: Promise<unknown>): Promise<Problem> => {
  const outcome: unknown = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof ProblemError) return outcome.problem;
  throw new Error('The reading was to fail with a problem.');
};
