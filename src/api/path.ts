/** An address below the contract's base: each part is encoded, whatever is in it. */
export const path = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');
