/** Making sure that a request with our cookie was sent by one of our own pages (T10). */
import { Problem } from './problem.ts';

/**
 * Checks a request that was identified by its cookie: it carries the static header, which no form, picture or link can send; its
 * origin is one of ours; and one that changes something says where it comes from and brings JSON or a part of a file, if it brings anything:
 * no form can send either.
 *
 * @throws Problem 403 of the kind `csrf`.
 */
export function checkOrigin(request: Request, ownOrigins: readonly string[]): void {
  const { headers, method } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const isReading = method === 'GET' || method === 'HEAD';
  const isOurs = origin !== null ? ownOrigins.includes(origin) : site === 'same-origin' || (site === null && isReading);
  const isTyped =
    isReading || !bringsSomething(request) || /^application\/(?:json|octet-stream)\b/i.test(headers.get('content-type') ?? '');
  if (headers.get('selvbetjening-request') !== '1' || !isOurs || !isTyped) throw new Problem('csrf');
}

/** Behind Node's server every request that is no GET has a body, if an empty one: only its headers tell. */
const bringsSomething = ({ body, headers }: Request): boolean =>
  body !== null && (headers.has('content-type') || headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) !== 0);
