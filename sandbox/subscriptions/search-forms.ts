/** What a row of the list can be found under: every form begins with what may be typed. */
import { formsOf, wordsOf } from './fold.ts';
import { digitsOf } from './phone.ts';

/** What stands between the forms where they are kept as one text; no form holds it. */
export const separator = '\n';

/** What stands before a telephone number's digits, so that they are not taken for words. */
export const numberMark = '#';

/**
 * The forms of a row: of each word of its name (SRT-6); of its telephone numbers from every digit on, so that any part of one
 * is the beginning of a form (R11.2); of its e-mail address from its beginning, from each piece of the local part and from the @ on. So »abildgaard@nord« and »@nordlys« find an address, but »nord« does not
 * find everybody whose address is at the company's own domain.
 *
 * A form that another one begins with is left out: whatever begins it begins the other too.
 */
export function searchForms(name: string, email: string | null, phones: readonly string[]): string[] {
  const forms = new Set(wordsOf(name).flatMap(formsOf));
  for (const form of email === null ? [] : emailForms(email)) forms.add(form);
  for (const form of phones.flatMap(numberForms)) forms.add(form);
  const sorted = [...forms].sort();
  return sorted.filter((form, index) => sorted[index + 1]?.startsWith(form) !== true);
}

function numberForms(phone: string): string[] {
  const digits = digitsOf(phone);
  return Array.from({ length: digits.length - 1 }, (_, start) => numberMark + digits.slice(start));
}

function emailForms(email: string): string[] {
  const address = cleaned(email);
  const at = address.lastIndexOf('@');
  const starts = [...address.slice(0, Math.max(at, 0)).matchAll(/(?<=^|[._+-])[^._+-]/g)].map((match) => match.index);
  return [...starts, ...(at < 0 ? [0] : [at])].map((start) => address.slice(start));
}

/** An address, or a piece of one, as it is compared: small letters, nothing invisible. */
export const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{C}\s]/gu, '');
