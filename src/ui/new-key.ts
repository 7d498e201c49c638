/** Keys of intentions. Apart from the sending, because a draft has its key long before (decision 5). */

/** 128 random bits: also where the page is not secure and has no `randomUUID` (F30). */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
