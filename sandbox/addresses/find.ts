/** Looking up addresses: entrances by words in any order, and what lies within one. */
import { sql, type SQL } from 'drizzle-orm';
import { formatAddress, type Address } from '../../src/api/address.ts';
import type { FoundAddress, FoundAddresses } from '../../src/api/found-address.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { wordsOf } from '../subscriptions/fold.ts';
import type { Entrance, Inside } from './register.ts';
import { isWithin, nameMark, readQuestion, splitInside, type AddressQuestion } from './words.ts';

/** As many as can be read (R21.7). */
const most = 10;

type Row = Entrance & { readonly id: string; readonly total: number };

/** Entrances and whole addresses that have every word that was typed; the best first. */
export async function findAddresses(reader: Db, search: string): Promise<FoundAddresses> {
  const words = wordsOf(search);
  if (words.length === 0) return none;
  const found = await findEntrances(reader, readQuestion(words));
  const [first] = found;
  if (first !== undefined) return { items: found.map(entranceItem), total: first.total };
  // An address written in full: the floor and the door are not of the entrance.
  const split = splitInside(words);
  if (split === null || split.outside.length === 0) return none;
  const houses = await findEntrances(reader, readQuestion(split.outside));
  return firstOf(houses.flatMap((house) => insideOf(house, split.inside)));
}

/** The floors and doors of an entrance, narrowed by what was typed; none where there is no such entrance. */
export async function findWithin(reader: Db, id: string, search: string): Promise<FoundAddresses> {
  const [entrance] = await rowsOf<Row>(reader, sql`select ${columns}, 1 as total from entrance e where id = ${id}`);
  return entrance === undefined ? none : firstOf(insideOf(entrance, wordsOf(search)));
}

const none: FoundAddresses = { items: [], total: 0 };

const firstOf = (items: FoundAddress[]): FoundAddresses => ({ items: items.slice(0, most), total: items.length });

const columns = sql`e.id, e.street, e.house_number as "houseNumber", e.place, e.postcode, e.town, e.inside`;

/** After every text that begins with the probe, in the order of bytes. */
const lastCharacter = '\u{10ffff}';

/**
 * A street that is called what was typed comes before one that begins so, and that before what holds the words elsewhere; then the house
 * number that was typed before those that only begin with it.
 */
function findEntrances(reader: Db, { words, street, numbers }: AddressQuestion): Promise<Row[]> {
  const hits = words.map((probes) => {
    const any = probes.map(
      (probe) => sql`select entrance_no from entrance_word where form >= ${probe} and form < ${probe + lastCharacter}`,
    );
    return sql`(${sql.join(any, sql` union `)})`;
  });
  const called = (end: string) => holds(sql`e.street_forms`, street?.map((name) => nameMark + name + end) ?? []);
  return rowsOf<Row>(
    reader,
    sql`select ${columns}, count(*) over ()::int as total from entrance e
      where e.no in (${sql.join(hits, sql` intersect `)})
      order by ${called(nameMark)} desc, ${called('')} desc, lower(e.house_number) in (${list(numbers)}) desc,
        e.street, e.house_number, e.postcode, e.no
      limit ${most}`,
  );
}

/** Whether a text holds one of these. */
const holds = (text: SQL, wanted: readonly string[]): SQL =>
  wanted.length === 0
    ? sql`false`
    : sql`(${sql.join(
        wanted.map((one) => sql`strpos(${text}, ${one}) > 0`),
        sql` or `,
      )})`;

/** Values to be one of; no house number is empty. */
const list = (values: readonly string[]): SQL =>
  sql.join(
    ['', ...values].map((value) => sql`${value}`),
    sql`, `,
  );

/** An entrance that is the address itself is whole; another one must be looked into: »Prøvevej 12B, 8000 Aarhus C«. */
function entranceItem(entrance: Row): FoundAddress {
  const [first, ...more] = entrance.inside;
  if (first !== undefined && more.length === 0) return wholeItem(entrance, first, 0);
  return { id: entrance.id, text: textOf({ ...partsOf(entrance), floor: null, door: null }), address: null };
}

const insideOf = (entrance: Row, words: readonly string[]): FoundAddress[] =>
  entrance.inside.flatMap((inside, index) => (isWithin(inside, words) ? wholeItem(entrance, inside, index) : []));

function wholeItem(entrance: Row, { floor, door }: Inside, index: number): FoundAddress {
  const address = { ...partsOf(entrance), floor, door };
  return { id: `${entrance.id}-${String(index)}`, text: textOf(address), address };
}

/** What all addresses of an entrance share. */
const partsOf = ({ street, houseNumber, place, postcode, town }: Row) => ({ street, houseNumber, place, postcode, town });

const textOf = (address: Address): string => formatAddress(address).join(', ');
