/** Chance that comes out the same every time, so that example data can be talked about. Never for ids or secrets. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** Whether something happens that does so in this share of cases, 0–1. */
  happens(share: number): boolean;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
}

/** The generator »mulberry32«, begun by a text. */
export function chanceFrom(text: string): Chance {
  let state = 0;
  for (const character of text) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('Nothing to pick from.');
    return chosen;
  };
  return { next, pick, below, happens: (share) => next() < share };
}
