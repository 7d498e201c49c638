/** Numbers that pass every check and belong to nobody. */

/** Eight digits of a CVR number from its first seven, or null where no check digit exists (INV-13). */
export function cvrFrom(firstSeven: number): string | null {
  const digits = String(firstSeven).padStart(7, '0');
  const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1) return null;
  return digits + String(remainder === 0 ? 0 : 11 - remainder);
}

/** The first `count` CVR numbers from these seven digits on. */
export function cvrNumbers(count: number, firstSeven = 9_900_011): string[] {
  const numbers: string[] = [];
  for (let next = firstSeven; numbers.length < count; next++) {
    const number = cvrFrom(next);
    if (number !== null) numbers.push(number);
  }
  return numbers;
}

/** The Luhn check digit of a row of digits. */
export function luhn(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** A SIM card number of the unused issuer 99 (SIM-1); `serial` below 10¹¹. */
export function simNumber(serial: number): string {
  const digits = `8945990${String(serial).padStart(11, '0')}`;
  return digits + luhn(digits);
}

/** Spare numbers in 67 and 68; those of the first company's file all begin 6710 and are left out. */
const series = 2_000_000;

/** A subscriber number in the spare series 67 and 68; each `serial` below 1,900,000 gives another, and neighbours lie far apart. */
export function spareNumber(serial: number): string {
  // Odd and no multiple of five, so every number of the series comes once.
  const place = (serial * 777_767 + 321_011) % series;
  return `+45${String(67_000_000 + place)}`;
}

/** Whether a number may be dealt: the block of the first company's file is taken. */
export const isDealable = (phone: string): boolean => !phone.startsWith('+456710');

/** A machine number, 12 digits of the series 37 (NUM-1). */
export const machineNumber = (serial: number): string => `+4537${String(1_234_567_000 + serial)}`;
