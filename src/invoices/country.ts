/** Countries by name, in the language of the moment. */
import type { Language } from '../ui/format.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** The name of a country by its two letters (ISO 3166); what are no such letters stands as it is. */
export const countryName = (language: Language, code: string): string => {
  let known = names.get(language);
  if (!known) names.set(language, (known = new Intl.DisplayNames(language, { type: 'region' })));
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code;
};
