/** Numbers that a person types, as they travel: checked by their form. A right form says nothing about existence. */

/** The text without what people put between digits: spaces, hyphens, full stops and brackets, and the unseen marks that come with copying. */
const bare = (text: string): string => text.replace(/[\s().\-\u2010-\u2015\p{Cf}]/gu, '');

/**
 * A Danish subscriber number in any usual writing as E.164, `+4567102030`; `undefined` for anything else (NUM-2, NUM-3). `45` in front is
 * the country only before exactly eight more digits.
 */
export const parsePhone = (text: string): string | undefined => {
  const [, digits = ''] = /^(?:(?:\+|00)45|45(?=\d{8}$))?(\d{8})$/.exec(bare(text)) ?? [];
  // A subscriber number starts with 2–9, and those of public services are nobody's (NUM-3, NUM-4).
  return /^[2-9]/.test(digits) ? `+45${digits}` : undefined;
};

/** The eight digits of a CVR number in any usual writing, or `undefined` where the check digit does not fit (INV-13). None begins with 0. */
export const parseCvr = (text: string): string | undefined => {
  const [, digits] = /^(?:DK)?([1-9]\d{7})$/i.exec(bare(text)) ?? [];
  const sum = [2, 7, 6, 5, 4, 3, 2, 1].reduce((total, weight, index) => total + weight * Number(digits?.[index]), 0);
  return sum % 11 === 0 ? digits : undefined;
};

/** A Danish SIM card number: 19 or 20 digits that begin 8945 and end in Luhn's check digit (SIM-1). */
export const parseSimNumber = (text: string): string | undefined => {
  const digits = bare(text);
  if (!/^8945\d{15,16}$/.test(digits)) return undefined;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 ? undefined : digits;
};
