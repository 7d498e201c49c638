/** Money, dates and numbers as they stand on the screen (FMT, NUM). One formatter of each kind, made when first needed. */

export type Language = 'da' | 'en';

/** Figures and dates in English are those of Denmark too: the kroner and the day before the month. */
const locale = { da: 'da-DK', en: 'en-DK' } as const;

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>();
const cached = <Formatter extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>(
  key: string,
  make: () => Formatter,
): Formatter => {
  let formatter = cache.get(key) as Formatter | undefined;
  if (!formatter) cache.set(key, (formatter = make()));
  return formatter;
};

/** An amount of whole øre: `1.234,56 kr.` with a no-break space (FMT-1). */
export const formatMoney = (language: Language, amount: number): string =>
  cached(`${language}-money`, () => new Intl.NumberFormat(locale[language], { style: 'currency', currency: 'DKK' })).format(amount / 100);

/** A whole number: `12.345`. */
export const formatNumber = (language: Language, value: number): string =>
  cached(`${language}-number`, () => new Intl.NumberFormat(locale[language])).format(value);

const inTable = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

const dateFormat = (language: Language, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached(`${language}-${key}`, () => new Intl.DateTimeFormat(locale[language], options));

/** A calendar day `YYYY-MM-DD`: `03.01.2026` in tables, `3. januar 2026` in sentences (FMT-2). It is never moved by a time zone (FMT-3). */
export const formatDay = (language: Language, day: string, style: 'table' | 'sentence' = 'sentence'): string =>
  dateFormat(language, style, {
    timeZone: 'UTC',
    ...(style === 'table' ? inTable : { year: 'numeric', month: 'long', day: 'numeric' }),
  }).format(Date.parse(day));

/** A month `YYYY-MM`: `november 2026`, or `nov` where there is little room. */
export const formatMonth = (language: Language, month: string, style: 'long' | 'short' = 'long'): string =>
  dateFormat(language, `month-${style}`, { timeZone: 'UTC', month: style, ...(style === 'long' && { year: 'numeric' }) })
    .format(Date.parse(month))
    .replace(/\.$/, '');

/** The day of a moment (milliseconds since 1970) in Copenhagen: `03.01.2026` (FMT-3). */
export const formatMoment = (language: Language, moment: number): string =>
  dateFormat(language, 'moment', { timeZone: 'Europe/Copenhagen', ...inTable }).format(moment);

/** The time of day of a moment in Copenhagen: `09.05`, in English `09:05` (FMT-2). */
export const formatTime = (language: Language, moment: number): string =>
  // The English of Denmark has a full stop too, which nobody who reads English takes for a time.
  cached(
    `${language}-time`,
    () =>
      new Intl.DateTimeFormat(language === 'da' ? locale.da : 'en-GB', {
        timeZone: 'Europe/Copenhagen',
        hour: '2-digit',
        minute: '2-digit',
      }),
  ).format(moment);

/** Which form of a counted noun goes with the number (FMT-5): zero is `other`. */
export const pluralOf = (language: Language, value: number): 'one' | 'other' =>
  cached(`${language}-plural`, () => new Intl.PluralRules(locale[language])).select(value) === 'one' ? 'one' : 'other';

/** A Danish number in pairs, `67 10 20 30`, that of a machine with its country code (NUM-2); any other as it was given. */
export const formatPhone = (phone: string): string => {
  const [, national] = /^\+45(\d+)$/.exec(phone) ?? [];
  const pairs = national?.replace(/\d\d(?=\d)/g, '$&\u00a0');
  return !pairs ? phone : national?.length === 8 ? pairs : `+45\u00a0${pairs}`;
};

/** A CVR number in pairs, `99 00 00 15` (INV-13). */
export const formatCvr = (cvr: string): string => cvr.replace(/\d\d(?=\d)/g, '$&\u00a0');

/** A SIM card number in fours, `8945 9900 0000 0000 018` (SIM-1). */
export const formatSim = (number: string): string => number.replace(/\d{4}(?=\d)/g, '$&\u00a0');
