/** Tells what is left of our own words in what is on screen, when a host has given words of its own for all of them. */
import { brackets, type HostWords, type Language, type Piece } from './languages-page.ts';
import type { Dictionary, Texts } from './languages-texts.ts';

/** Each text in the brackets of its language. */
export const bracketed = (texts: readonly Texts[]): HostWords => {
  const all = (pick: (each: Texts) => Dictionary | undefined, [open, close]: readonly [string, string]): Dictionary =>
    Object.fromEntries(
      texts.flatMap((each) => Object.entries(pick(each) ?? {})).map(([key, text]): [string, string] => [key, open + text + close]),
    );
  return { da: all(({ danish }) => danish, brackets.da), en: all(({ english }) => english, brackets.en) };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** What the sandbox sells is called so, which we say in a word of ours too. */
const productNames: readonly string[] = ['Simkort', 'eSIM'];

/** Said where there is no connection, and so no host whose words could be taken. */
const withoutHost: readonly string[] = ['err.misconfigured'];

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Finds our own texts as a whole, and long ones within others; one that is nearly all values could be anything. */
const finderOf = (texts: readonly Texts[]): ((words: string) => string | undefined) => {
  const own = new Set(texts.flatMap(({ danish, english }) => [...Object.values(danish), ...Object.values(english ?? {})]));
  const patterns = [...own].flatMap((text) => {
    const parts = text.split(/\{[^}]*\}/);
    const letters = lettersIn(parts.join(''));
    if (letters === 0 || (parts.length > 1 && letters < 6)) return [];
    const pattern = parts.map(escaped).join('.+?');
    const anywhere = parts.some((part) => lettersIn(part) >= 12 && part.trim().includes(' '));
    return [{ text, is: new RegExp(anywhere ? `(?<!\\p{L})${pattern}(?!\\p{L})` : `^\\P{L}*?${pattern}\\P{L}*?$`, 'su') }];
  });
  return (words) => (productNames.includes(words) ? undefined : patterns.find(({ is }) => is.test(words))?.text);
};

/** A date, a month or a time as Danish writes it. */
const danishDate = /\d\. \p{L}+ \d{4}|(?<!\p{L})(?:januar|februar|marts|maj|juni|juli|oktober) \d{4}|(?<!\p{L})kl\. \d/u;

/** A text with an element in the place of a value stands in several pieces of the page: so many are put together, not more. */
const mostPieces = 8;

const signsIn = (words: string, signs: RegExp): number => words.match(signs)?.length ?? 0;

/** How many brackets are open at the end of it. */
const openIn = (words: string): number => signsIn(words, /[⟦⟪]/g) - signsIn(words, /[⟧⟫]/g);

const whole = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = [];
  let parts = 0;
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && openIn(last.words) > 0 && parts < mostPieces) {
      joined.splice(-1, 1, { ...last, words: last.words + piece.words });
      parts += 1;
    } else {
      joined.push(piece);
      parts = 1;
    }
  }
  return joined;
};

export type Left = (pieces: readonly Piece[], language: Language) => string[];

/** Makes the test of what is on screen: every text of ours is in the brackets of the language, and no key stands in its place. */
export const leftOf = (texts: readonly Texts[]): Left => {
  const own = finderOf(texts);
  const allowed = (language: Language): string[] =>
    texts.flatMap(({ danish, english }) => withoutHost.flatMap((key) => (language === 'da' ? danish : english)?.[key] ?? []));
  const prefixes = new Set(texts.flatMap(({ danish }) => Object.keys(danish)).map((key) => key.split('.')[0] ?? ''));
  const within = { da: /⟦[^⟦⟧]*⟧/g, en: /⟪[^⟪⟫]*⟫/g } as const;
  /** What stands outside all words of the host; a word of the host may have another in the place of a value. */
  const outside = (words: string, language: Language): string => {
    const rest = words.replace(within[language], ' ');
    return rest === words ? rest.trim() : outside(rest, language);
  };
  return (pieces, language) =>
    whole(pieces).flatMap(({ words, where, told }) => {
      // What was told stays as it was told.
      if (told && /[⟦⟪]/.test(words)) return [];
      const rest = outside(words, language);
      const at = `${where}: »${words.trim()}«`;
      if (/[⟦⟧⟪⟫]/.test(rest)) return [`another language, or in pieces, at ${at}`];
      const [, prefix] = /^([a-z]\w*)\.[a-z][\w.]*$/i.exec(rest) ?? [];
      if (prefix !== undefined && prefixes.has(prefix)) return [`no word, only its key, at ${at}`];
      const found = allowed(language).includes(rest) ? undefined : own(rest);
      if (found !== undefined) return [`not the host’s: »${found}« at ${at}`];
      return language === 'en' && danishDate.test(words) ? [`a Danish date at ${at}`] : [];
    });
};
