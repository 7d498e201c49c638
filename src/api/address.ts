/** A Danish address, and how it must be written (ADR, D16). */
import * as z from 'zod/mini';

/** A Danish address as the register writes it (ADR-1, ADR-2). Parts that are not there are null. */
export const address = z.object({
  street: z.string(),
  /** A number of 1–999 with an optional capital letter. */
  houseNumber: z.string(),
  /** `st`, `kl`, `k2`–`k9` or 1–99. */
  floor: z.nullable(z.string()),
  /** `tv`, `mf`, `th`, or what the house itself uses. */
  door: z.nullable(z.string()),
  /** The additional place name, on a line of its own. */
  place: z.nullable(z.string()),
  /** Four digits; a leading zero counts (ADR-4). */
  postcode: z.string().check(z.regex(/^\d{4}$/)),
  town: z.string(),
});
export type Address = z.output<typeof address>;

/** What a postcode stands for. */
export interface PostalTown {
  readonly town: string;
  /** PO boxes, big receivers and numbers no longer in use: no place to send a parcel to (ADR-3). */
  readonly special: boolean;
}

/** The towns of postcodes of four digits, `undefined` for those it does not know: `townOf`, or an operator's own (ADR-6). */
export type Postcodes = (postcode: string) => PostalTown | undefined;

/**
 * What is wrong with a part of an address. `form` is not written as the register does; of a postcode, `unknown` is not in the list, `box` no
 * place to send a parcel to, `notDenmark` in Greenland, the Faroe Islands or abroad; a `town` is `unknown` when it is not the postcode's.
 */
export interface AddressProblem {
  readonly field: keyof Address;
  readonly type: 'missing' | 'form' | 'tooLong' | 'unknown' | 'box' | 'notDenmark';
}

/** An address as it is typed; a part that is not there is empty. The town is the postcode's. */
export type TypedAddress = Readonly<Record<Exclude<keyof Address, 'town'>, string>>;

/** The most characters of a street or an additional place name. */
const longest = 100;

/** Words of letters, digits and punctuation with single spaces between, a letter among them. */
const words = /^(?=.*\p{L})[\p{L}\p{M}\p{N}\p{P}+´`]+(?: [\p{L}\p{M}\p{N}\p{P}+´`]+)*$/u;
const houseNumbers = /^[1-9]\d{0,2}[A-Z]?$/;
const floors = /^(?:st|kl|k[2-9]|[1-9]\d?)$/;
/** A number of up to four digits, or small letters and digits with / and -. */
const doors = /^(?:[1-9]\d{0,3}|(?=.*[a-zæøå\d])(?=.*[a-zæøå/-])[a-zæøå\d/-]{1,10})$/;

type Field = keyof Address;
type Found = readonly (AddressProblem | undefined)[];

const inForm = (field: Field, text: string | null, form: RegExp): AddressProblem | undefined =>
  text === null || form.test(text) ? undefined : { field, type: 'form' };

const inWords = (field: Field, text: string | null): AddressProblem | undefined =>
  text !== null && text.length > longest ? { field, type: 'tooLong' } : inForm(field, text, words);

const missing = (field: Field, text: string): AddressProblem | undefined => (text === '' ? { field, type: 'missing' } : undefined);

function postcodeProblem(postcode: string, postcodes: Postcodes): AddressProblem | undefined {
  const problem = (type: AddressProblem['type']): AddressProblem => ({ field: 'postcode', type });
  // Greenland, the Faroe Islands, and a code with another country's letters in front (ADR-5).
  if (/^(?:39\d\d|2412|[1-9]\d\d|(?!DK)(?:[A-Z]{1,3}[ -]|[A-Z]{2,3})\d.*)$/.test(postcode)) return problem('notDenmark');
  if (!/^\d{4}$/.test(postcode)) return problem('form');
  const known = postcodes(postcode);
  return known ? (known.special ? problem('box') : undefined) : problem('unknown');
}

const partProblems = ({ street, houseNumber, floor, door, place, postcode }: Omit<Address, 'town'>, postcodes: Postcodes): Found => [
  missing('street', street) ?? inWords('street', street),
  missing('houseNumber', houseNumber) ?? inForm('houseNumber', houseNumber, houseNumbers),
  inForm('floor', floor, floors),
  inForm('door', door, doors),
  inWords('place', place),
  missing('postcode', postcode) ?? postcodeProblem(postcode, postcodes),
];

const isProblem = (found: AddressProblem | undefined): found is AddressProblem => found !== undefined;

/** What is wrong with an address that should be as the register writes it, in the order of its parts; nothing when it is right. */
export function checkAddress(address: Address, postcodes: Postcodes): AddressProblem[] {
  const { postcode, town } = address;
  const known = postcodes(postcode);
  const another: AddressProblem | undefined = known && known.town !== town ? { field: 'town', type: 'unknown' } : undefined;
  return [...partProblems(address, postcodes), missing('town', town) ?? another].filter(isProblem);
}

/** Composed letters, and one space where there is any white space. */
const tidied = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');
/** The same in small letters, without full stops and spaces. */
const bare = (text: string): string => tidied(text).toLowerCase().replace(/[. ]/g, '');
const withoutZeros = (text: string): string => text.replace(/^0+(?=\d)/, '');

const floorNames: Readonly<Record<string, string>> = { stuen: 'st', stue: 'st', kld: 'kl', kælder: 'kl', kælderen: 'kl' };
const doorNames: Readonly<Record<string, string>> = { tilvenstre: 'tv', venstre: 'tv', midtfor: 'mf', tilhøjre: 'th', højre: 'th' };

const floorIn = (text: string): string => {
  const floor = withoutZeros(bare(text).replace(/(?<=\d)sal$/, ''));
  return floorNames[floor] ?? floor;
};

const doorIn = (text: string): string => {
  const door = withoutZeros(bare(text));
  return doorNames[door] ?? door;
};

/**
 * An address out of what somebody typed, in the register's writing, with the town of its postcode; or all that is wrong with it. Spaces,
 * full stops, small and capital letters, `DK-` and the usual words for floors and doors are forgiven (ADR-2, ADR-4).
 */
export function parseAddress(typed: TypedAddress, postcodes: Postcodes): { address: Address } | { problems: AddressProblem[] } {
  const parts = {
    street: tidied(typed.street),
    houseNumber: withoutZeros(tidied(typed.houseNumber).toUpperCase().replace(/[. ]/g, '')),
    floor: floorIn(typed.floor) || null,
    door: doorIn(typed.door) || null,
    place: tidied(typed.place) || null,
    postcode: tidied(typed.postcode)
      .toUpperCase()
      .replace(/^DK[ -]*/, ''),
  };
  const problems = partProblems(parts, postcodes).filter(isProblem);
  if (problems.length > 0) return { problems };
  return { address: { ...parts, town: postcodes(parts.postcode)?.town ?? '' } };
}

/** The lines of an address: »Prøvevej 12B, 2. th.«, the additional place name if there is one, and »8000 Aarhus C« (ADR-2). */
export function formatAddress({ street, houseNumber, floor, door, place, postcode, town }: Address): string[] {
  const entrance = door !== null && /^(?:tv|mf|th)$/.test(door) ? `${door}.` : door;
  const inside = [floor && `${floor}.`, entrance].filter(Boolean).join(' ');
  return [`${street} ${houseNumber}${inside && `, ${inside}`}`, place ?? '', `${postcode} ${town}`].filter(Boolean);
}
