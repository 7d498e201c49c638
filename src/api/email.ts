/** E-mail addresses, checked by their form. Apart from the numbers, for forms that ask for nothing else. */

/**
 * Whether a text can be an e-mail address: one @, nothing that is not seen, and a host with a dot whose last part has two characters or more.
 * At most 254 characters.
 */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s\p{C}@,;:<>()[\]\\"]{1,64}@(?:[^\s\p{C}@.,;:<>()[\]\\"]+\.)+[\p{L}\d-]{2,}$/u.test(text);
