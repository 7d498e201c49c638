/** The operator's address service. */
import * as z from 'zod/mini';
import { foundAddresses } from '../../src/api/found-address.ts';
import { safeId } from '../http/input.ts';
import { Problem } from '../http/problem.ts';
import { personRoute, type Route } from '../http/route.ts';
import { findAddresses, findWithin } from './find.ts';

/** The query of `GET /addresses`. */
const addressQuery = z.strictObject({
  search: z._default(z.string().check(z.maxLength(100)), ''),
  within: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
});

const addresses = personRoute({
  method: 'GET',
  path: '/addresses',
  summary: 'Addresses with every word that is looked for, the best first, ten at most; with `within`, the floors and doors of an entrance.',
  query: addressQuery,
  answer: foundAddresses,
  option: 'addressService',
  run: ({ reader, query: { search, within } }) => {
    if (within !== undefined) return findWithin(reader, safeId(within), search);
    if (search === '') throw new Problem('invalid', { errors: [{ pointer: '/search', type: 'too-small' }] });
    return findAddresses(reader, search);
  },
});

export const addressRoutes: readonly Route[] = [addresses];
