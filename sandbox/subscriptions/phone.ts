/** Telephone numbers as they are searched (R11.2) and ordered (SRT-7). */

/** The digits people know a number by: without 45 for a Danish subscriber number, all of them for others (NUM-1). */
export function digitsOf(phone: string): string {
  const digits = phone.slice(1);
  return /^45\d{8}$/.test(digits) || /^4537\d{10}$/.test(digits) ? digits.slice(2) : digits;
}

/**
 * The digits of something that is written like a telephone number or a part of one, or null when it is not: at least two
 * digits, with spaces, hyphens, full stops and brackets among them, and +45, 0045 or, before exactly eight more, 45 in front (NUM-2).
 */
export function typedDigits(text: string): string | null {
  if (!/^[\d\s()\-./+]+$/.test(text) || /.\+/.test(text.replaceAll(/[\s()]/g, ''))) return null;
  const international = /^[\s(]*(\+|00)/.test(text);
  const digits = text.replaceAll(/\D/g, '').replace(international ? /^(00)?/ : /^45(?=\d{8}$)/, '');
  const known = international && digits.startsWith('45') ? digits.slice(2) : digits;
  return known.length >= 2 ? known : null;
}
