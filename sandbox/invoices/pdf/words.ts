/** Amounts, days and numbers as they stand in a Danish letter (FMT). */
const money = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
const number = new Intl.NumberFormat('da-DK');
const table = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' });
const sentence = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

/** Between what stands on one line. */
export const space = '\u00a0';

/** Øre as `1.234,56 kr.`. */
export const kroner = (amount: number): string => money.format(amount === 0 ? 0 : amount / 100); // never »-0,00 kr.«
export const whole = (value: number): string => number.format(value);
export const day = (value: string): string => table.format(Date.parse(value));
export const dayInWords = (value: string): string => sentence.format(Date.parse(value));
export const days = ({ from, to }: { readonly from: string; readonly to: string }): string => `${day(from)} – ${day(to)}`;

/** `67 10 20 30`; a machine's number with its country code. */
export const phone = (value: string): string => {
  const national = /^\+45(\d+)$/.exec(value)?.[1];
  const pairs = national?.replaceAll(/\d\d(?=\d)/g, '$&\u00a0');
  return pairs === undefined ? value : national?.length === 8 ? pairs : `+45\u00a0${pairs}`;
};

/** `99 00 00 15` (INV-13). */
export const cvr = (value: string): string => value.replaceAll(/\d\d(?=\d)/g, '$&\u00a0');
