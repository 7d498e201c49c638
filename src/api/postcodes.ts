/** The towns of Danish postcodes. Apart from what asks for them, so that only a form pays for the list. */
import type { PostalTown, Postcodes } from './address.ts';
import { list } from './postcode-list.ts';

let towns: ReadonlyMap<string, PostalTown> | undefined;

/** The town of a postcode of four digits, by the list of March 2026; `undefined` for one that is not in it. */
export const townOf: Postcodes = (postcode) => (towns ??= expand()).get(postcode);

/** The list as a table, made when first asked for. */
function expand(): ReadonlyMap<string, PostalTown> {
  const table = new Map<string, PostalTown>();
  let last = 0;
  for (const [, town = '', stretches = ''] of list.matchAll(/([^\d!+,]+)([\d!+,]+)/g)) {
    for (const [, distance, mark, more = 0] of stretches.matchAll(/(\d+)(!?)(?:\+(\d+))?/g)) {
      const first = last + Number(distance);
      last = first + Number(more);
      for (let number = first; number <= last; number++) table.set(String(number).padStart(4, '0'), { town, special: mark === '!' });
    }
  }
  return table;
}
