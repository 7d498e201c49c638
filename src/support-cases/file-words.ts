/** How a file is called on the screen, and how big it is. */
import { formatNumber, type Language } from '../ui/format.ts';

/** Signs that are not seen, or that make letters run the other way: in a name they hide what a file is (T12). The joiner of emoji stays. */
const unseen = /\p{Cc}|(?!\u200d)\p{Cf}/gu;

/** A name as it can be shown: what it ends with stands at its end. */
export const shownName = (name: string): string => name.replace(unseen, '').trim();

/** A size in bytes as people read it: `340 kB`, `1,2 MB`. */
export const formatSize = (language: Language, bytes: number): string => {
  if (bytes >= 999_500) return `${formatNumber(language, Math.round(bytes / 100_000) / 10)}\u00a0MB`;
  return bytes < 1_000 ? `${formatNumber(language, bytes)}\u00a0B` : `${formatNumber(language, Math.round(bytes / 1_000))}\u00a0kB`;
};
