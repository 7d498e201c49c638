/** Writes the list of postcodes for src out of the data it is tested against: run it when test/data/postcodes.json has changed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import data from '../test/data/postcodes.json' with { type: 'json' };

type Entry = (typeof data.postcodes)[number];

const file = path.join(import.meta.dirname, '../src/api/postcode-list.ts');
/** Characters of the list on a line. */
const width = 130;

const isSpecial = ({ special = false }: Entry): boolean => special;
const follows = (entry: Entry, before: Entry): boolean =>
  Number(entry.nr) === Number(before.nr) + 1 && isSpecial(entry) === isSpecial(before) && entry.name === before.name;

/** Stretches of postcodes without a gap that have one town and are of one kind. */
const stretches: Entry[][] = [];
for (const entry of data.postcodes) {
  const stretch = stretches.at(-1);
  const last = stretch?.at(-1);
  if (stretch && last && follows(entry, last)) stretch.push(entry);
  else stretches.push([entry]);
}

const pieces = stretches.map((stretch, index) => {
  const [first] = stretch;
  const before = stretches[index - 1]?.at(-1);
  if (!first) throw new Error('A stretch is never empty.');
  const distance = String(Number(first.nr) - Number(before?.nr ?? 0)) + (isSpecial(first) ? '!' : '');
  const more = stretch.length > 1 ? `+${String(stretch.length - 1)}` : '';
  return (first.name === before?.name ? ',' : first.name) + distance + more;
});

const lines = pieces.reduce<string[]>((written, piece) => {
  const line = written.at(-1);
  return line !== undefined && line.length + piece.length <= width ? [...written.slice(0, -1), line + piece] : [...written, piece];
}, []);

writeFileSync(
  file,
  `/**
 * Every Danish postcode with its town, written by scripts/postcodes.ts (ADR-3).
 *
 * ${data.attribution}
 *
 * Towns in the order of their postcodes, each followed by its stretches of postcodes: how far the first lies from the last one before it,
 * \`!\` when they are no place to send a parcel to, and with \`+\` how many more come right after it.
 */
export const list =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`,
);
