/** What an entrance is found by, and what somebody who looks for one has typed. */
import { formsOf, probesFor, wordsOf } from '../subscriptions/fold.ts';
import type { Entrance, Inside } from './register.ts';

/** What stands before and after each form of a street's whole name. */
export const nameMark = '\n';

/** Every form of every word of an entrance: the street, the house number and its letter, the place, the postcode and the town. */
export function entranceForms({ street, houseNumber, place, postcode, town }: Entrance): string[] {
  const [letter] = /[A-Z]$/.exec(houseNumber) ?? [];
  const words = [street, houseNumber, letter ?? '', place ?? '', postcode, town].flatMap(wordsOf);
  return [...new Set(words.flatMap(formsOf))];
}

/** The forms of a street's name as a whole, in one text. */
export const streetForms = (street: string): string => nameMark + formsOf(wordsOf(street).join(' ')).join(nameMark) + nameMark;

/** What was typed, taken apart. */
export interface AddressQuestion {
  /** Every word, as it may be spelt. */
  readonly words: readonly (readonly string[])[];
  /** The beginning of a street's name, as far as it was typed before a figure; null when there is none. */
  readonly street: readonly string[] | null;
  /** What may be house numbers. */
  readonly numbers: readonly string[];
}

/** Reads »prøvevej 12 8000« in any order and spelling. */
export function readQuestion(words: readonly string[]): AddressQuestion {
  const first = words.findIndex((word) => !hasFigure(word));
  const length = words.slice(first).findIndex(hasFigure);
  const street = first < 0 ? [] : words.slice(first, length < 0 ? undefined : first + length);
  return {
    words: words.map(probesFor),
    street: street.length === 0 ? null : probesFor(street.join(' ')),
    numbers: words.filter((word) => /^[1-9]\d{0,2}[a-z]?$/.test(word)),
  };
}

const hasFigure = (word: string): boolean => /\d/.test(word);

/** How floors and doors are said, where not only as they are written. */
const spelt = new Map([
  ['st', ['st', 'stuen']],
  ['kl', ['kl', 'kld', 'kælderen']],
  ['tv', ['tv', 'venstre']],
  ['mf', ['mf', 'midtfor']],
  ['th', ['th', 'højre']],
]);

/** »2. sal til højre« */
const fillers: ReadonlySet<string> = new Set(['sal', 'til']);

const floorsAndDoors = /^(?:st|stuen?|kl|kld|kælder(?:en)?|k[2-9]|[1-9]\d?|sal|til|tv|mf|th|venstre|midtfor|højre)$/;

/** Words that may name a floor or a door: what comes after the first word with a figure and looks like one. Null when there is none. */
export function splitInside(words: readonly string[]): { readonly outside: string[]; readonly inside: string[] } | null {
  const number = words.findIndex(hasFigure);
  const isInside = (word: string, index: number) => number >= 0 && index > number && floorsAndDoors.test(word);
  const inside = words.filter(isInside);
  return inside.length === 0 ? null : { outside: words.filter((word, index) => !isInside(word, index)), inside };
}

/** Whether every word begins the floor or the door, in one of the ways they are said. */
export function isWithin({ floor, door }: Inside, words: readonly string[]): boolean {
  const own = [...spellings(floor), ...spellings(door), ...(door === null ? [] : wordsOf(door))];
  return words.every((word) => fillers.has(word) || own.some((spelling) => spelling.startsWith(word)));
}

const spellings = (part: string | null): readonly string[] => (part === null ? [] : (spelt.get(part) ?? [part]));
