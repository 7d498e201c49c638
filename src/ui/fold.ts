/** Finds names as people type them, also on a foreign keyboard (SRT-6). The backend does the same for lists that stay with it. */

const letters: Readonly<Record<string, string>> = { ä: 'æ', ö: 'ø', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ß: 'ss', œ: 'oe', ı: 'i' };

/** Small letters without accents; æ, ø and å are letters of their own and stay. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\u007fæøå]/g, (letter) => letters[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''));

const swap = (text: string, table: Readonly<Record<string, string>>): string =>
  text.replace(/aa|ae|oe|[æøå]/g, (part) => table[part] ?? part);
const danish = (text: string): string => swap(text, { aa: 'å', ae: 'æ', oe: 'ø' });

/** What stands between the words of a name. */
export const between = /[\s'’‐-]+/;

export const wordsIn = (text: string): string[] => text.split(between).filter(Boolean);

/** Whether every word typed begins some word of the name, in one of the four ways of SRT-6. */
export const finds = (typed: string, name: string): boolean => {
  const names = wordsIn(name).map((word) => {
    const asIs = plain(word);
    const native = danish(asIs);
    return { asIs, native, bare: swap(native, { å: 'a', æ: 'a', ø: 'o' }), spelled: swap(native, { å: 'aa', æ: 'ae', ø: 'oe' }) };
  });
  return wordsIn(typed).every((word) => {
    const asIs = plain(word);
    return names.some(
      (forms) =>
        forms.asIs.startsWith(asIs) ||
        forms.native.startsWith(danish(asIs)) ||
        forms.bare.startsWith(asIs) ||
        forms.spelled.startsWith(asIs),
    );
  });
};
