/** Reading what was typed into the search field. */
import { sql, type SQL } from 'drizzle-orm';
import { plain, probesFor, wordsOf } from './fold.ts';
import { typedDigits } from './phone.ts';
import { cleaned, numberMark, separator } from './search-forms.ts';

/** One thing a row must fulfil: a form of it begins with one of these. */
export type Criterion = readonly string[];

/** What a row must fulfil, each and every one; none for a search that asks nothing. */
export function readSearch(text: string): Criterion[] {
  const criteria: Criterion[] = [];
  const numeral: string[] = [];
  const endNumeral = () => {
    const tokens = numeral.splice(0);
    const digits = typedDigits(tokens.join(' '));
    if (digits === null) criteria.push(...tokens.flatMap(ofToken));
    // A number in one piece may also be a word of a label or of an address; in several it is a telephone number only.
    else criteria.push([...(tokens.length === 1 ? wordsOf(tokens.join('')).flatMap(probesFor) : []), numberMark + digits]);
  };
  for (const token of text.split(/[\s\p{Cc}]+/u)) {
    if (/^[\d()\-./+]+$/.test(token)) numeral.push(token);
    else {
      endNumeral();
      criteria.push(...ofToken(token));
    }
  }
  endNumeral();
  return criteria;
}

/** Each word of a token must be found, or the token as a whole as the beginning of an address or of its domain. */
function ofToken(token: string): Criterion[] {
  const raw = cleaned(token);
  if (raw.includes('@')) return [[raw]];
  const words = wordsOf(token);
  // Punctuation by itself asks nothing; a sign that is no letter asks for what nobody is called.
  if (words.length === 0) return /^\p{P}*$/u.test(raw) ? [] : [[raw]];
  const whole = raw.includes('.') && plain(raw) !== words.join('') ? [raw, `@${raw}`] : [];
  return words.map((word) => [...new Set([...probesFor(word), ...whole])]);
}

/** After every text that begins with the probe, in the order of bytes. */
const lastCharacter = '\u{10ffff}';

/** The numbers of the rows of one company that fulfil all criteria, each once; there must be one criterion at least. */
export function hits(companyNo: number, criteria: readonly Criterion[]): SQL {
  const sets = criteria.map((probes) => {
    const found = probes.map(
      (probe) =>
        sql`select row_no from search_word where company_no = ${companyNo} and form >= ${probe} and form < ${probe + lastCharacter}`,
    );
    return sql`(${sql.join(found, sql` union `)})`;
  });
  const [only] = criteria;
  if (criteria.length > 1 || only === undefined || only.length > 1) return sql.join(sets, sql` intersect `);
  // A row has one form with an @ in front; others may begin alike, and neither set operation is there to tell them once.
  return only[0]?.startsWith('@') === true ? sql.join(sets) : sql`select distinct row_no from ${sql.join(sets)} word`;
}

/** The same question, asked of a row of `directory` at hand. */
export function fulfils(criteria: readonly Criterion[]): SQL {
  const any = (probes: Criterion) =>
    sql.join(
      probes.map((probe) => sql`strpos(words, ${separator + probe}) > 0`),
      sql` or `,
    );
  return sql.join(
    criteria.map((probes) => sql`(${any(probes)})`),
    sql` and `,
  );
}
