/**
 * The folding behind the search (SRT-6): what people type on any keyboard finds the name they mean.
 *
 * Danish letters have two plain spellings, an old double one (å as aa, æ as ae, ø as oe) and a careless single one (å as a,
 * æ as a, ø as o). Both must find the name, however the name itself is spelt, but the letters must not become the same:
 * »abel« is to find Aabel, »aabel« is not to find Abel. So a name is kept in four forms and what is typed is looked for in
 * two:
 *
 * | form of the name | what is typed |
 * |---|---|
 * | 1. as it is | as it is |
 * | 2. aa, ae, oe as å, æ, ø | the same change made |
 * | 3. form 2 with å, æ, ø as a, a, o | as it is |
 * | 4. form 2 with å, æ, ø as aa, ae, oe | as it is |
 *
 * A typed text with a double spelling cannot begin form 2, which has none, and one with å, æ or ø cannot begin forms 3 and 4.
 * Therefore all forms may lie in one list and both typed ones be looked up in it.
 */

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters = new Map(
  Object.entries({ đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', ŀ: 'l', ŋ: 'n', œ: 'oe', ß: 'ss', ſ: 's', ŧ: 't', þ: 'th', ĳ: 'ij' }),
);

/** Small letters without marks, where å, æ and ø are letters and not marked ones; ä counts as æ and ö as ø. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('a\u030a', 'å')
    .replaceAll(/[aæ]\u0308/g, 'æ')
    .replaceAll(/[oø]\u0308/g, 'ø')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\P{ASCII}/gu, (letter) => plainLetters.get(letter) ?? letter);
}

/** Double spellings as the letters they stand for. */
export const joined = (text: string): string => text.replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø');

const single = (text: string): string => text.replaceAll(/[åæ]/g, 'a').replaceAll('ø', 'o');
/** Danish letters in their old double spelling, as addresses of machines have them. */
export const double = (text: string): string => text.replaceAll('å', 'aa').replaceAll('æ', 'ae').replaceAll('ø', 'oe');

/** The words of a name: what lies between spaces, hyphens, apostrophes and whatever else is neither letter nor digit. */
export const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The forms, without repetition, that a plain word of a name is found under. */
export function formsOf(word: string): string[] {
  const letters = joined(word);
  return [...new Set([word, letters, single(letters), double(letters)])];
}

/** What a plain typed word is looked for as. */
export const probesFor = (word: string): string[] => [...new Set([word, joined(word)])];
