/** SRT-6 sentence by sentence, without a thought for speed: what the database's way of searching is held against. */

/** Small letters; accents off, but å, æ and ø stay, with ä as æ and ö as ø. */
const base = (text: string): string =>
  Array.from(text.normalize('NFC').toLowerCase())
    .map((letter) => {
      if (letter === 'ä') return 'æ';
      if (letter === 'ö') return 'ø';
      return 'æøå'.includes(letter) ? letter : letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
    })
    .join('');

const two = (text: string): string => text.replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø');
const three = (text: string): string => text.replaceAll('å', 'a').replaceAll('æ', 'a').replaceAll('ø', 'o');
const four = (text: string): string => text.replaceAll('å', 'aa').replaceAll('æ', 'ae').replaceAll('ø', 'oe');

/** Whether what is typed as one word begins a word of a name, by any of the four foldings. */
function begins(typed: string, word: string): boolean {
  const [t, w] = [base(typed), base(word)];
  return w.startsWith(t) || two(w).startsWith(two(t)) || three(two(w)).startsWith(t) || four(two(w)).startsWith(t);
}

const words = (text: string): string[] => text.split(/[\s\-'’]+/).filter((word) => word !== '');

/** Whether a name is found: every word typed begins some word of it. */
export const createSearch =
  (query: string) =>
  (name: string): boolean =>
    words(query).every((typed) => words(name).some((word) => begins(typed, word)));
