import {
  AuthorizationResponseError,
  OperationProcessingError,
  RESPONSE_IS_NOT_CONFORM,
  RESPONSE_IS_NOT_JSON,
  ResponseBodyError,
} from 'oauth4webapi';

/**
 * What kept somebody from being signed in: the provider could not be asked, an answer was not what it must be or the provider said no, or the
 * browser lets us neither open a window nor remember anything.
 */
export type SignInProblem = 'unreachable' | 'refused' | 'blocked';

/** Nobody was signed in. It carries neither a code nor a token, so that it may be logged (T08). */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly problem: SignInProblem;
  /** The protocol's or the library's word for it, for whoever helps. */
  readonly code: string | undefined;

  constructor(problem: SignInProblem, code?: string) {
    super(code ? `${problem}: ${code}` : problem);
    this.problem = problem;
    this.code = code;
  }
}

/** What the provider's own words for an error may look like (RFC 6749, 4.1.2.1): anything else is not repeated. */
const word = /^[\w.-]{1,60}$/;

/** Our error for the library's, without what that one brings along. */
export const signInError = (error: unknown): SignInError => {
  if (error instanceof SignInError) return error;
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError)
    return new SignInError('refused', word.test(error.error) ? error.error : undefined);
  if (error instanceof OperationProcessingError) {
    // An error page of something in between is no answer of the provider's.
    const elsewhere = error.code === RESPONSE_IS_NOT_CONFORM || error.code === RESPONSE_IS_NOT_JSON;
    return new SignInError(elsewhere ? 'unreachable' : 'refused', error.code);
  }
  return new SignInError(error instanceof DOMException || error instanceof TypeError ? 'unreachable' : 'refused');
};
