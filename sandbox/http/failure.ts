/** Telling an error of ours from a database that is not there and from a mistake in the program. */
import { Problem } from './problem.ts';

/** Codes of PostgreSQL and of the network that say: try again in a while. */
const passing = /^(08\w{3}|53\w{3}|57P0[1-3]|57014|25P03|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** The problem to answer with; the very error when it is one already. */
export function failureOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && passing.test(cause.code)) return unavailable();
    // The pool's own words for a server that does not answer have no code.
    if (/connection terminated|timeout exceeded when trying to connect|PGlite is clos/i.test(cause.message)) return unavailable();
  }
  return new Problem('unexpected');
}

const unavailable = () => new Problem('unavailable', { headers: { 'retry-after': '5' } });
