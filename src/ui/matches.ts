/** Which part of a suggestion is what somebody typed, to be marked in it (R21.3). */
import { html, type TemplateResult } from 'lit';
import { between, finds, wordsIn } from './fold.ts';

export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** A name in parts: of each word that is found, its beginning, in any of the ways of SRT-6 (»aa« is the »Å« of »Åse«). */
export const matchesIn = (typed: string, name: string): Part[] => {
  const wanted = wordsIn(typed);
  return name
    .normalize('NFC')
    .split(new RegExp(`(${between.source})`))
    .flatMap((word) => {
      const end = Math.max(0, ...wanted.map((one) => beginning(one, word)));
      return [
        { text: word.slice(0, end), hit: true },
        { text: word.slice(end), hit: false },
      ];
    })
    .filter(({ text }) => text);
};

/** How much of a word must stand there for it to be found; 0 when it is not. */
const beginning = (wanted: string, word: string): number => {
  for (let end = 1; end <= word.length; end++) if (finds(wanted, word.slice(0, end))) return end;
  return 0;
};

/** A telephone number or an address in parts: what is found is found anywhere, whatever the spaces. */
export const placesIn = (typed: string, text: string): Part[] => {
  const letters = Array.from(typed.replace(/\s/g, ''), (letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));
  if (!letters.length) return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${letters.join('\\s*')})`, 'iu'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text);
};

/** The parts on screen: what is found by its weight and a line under it, not by colour. */
export const marked = (parts: readonly Part[]): TemplateResult[] =>
  parts.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : html`${text}`));
