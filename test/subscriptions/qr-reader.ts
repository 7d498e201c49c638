/** Reads what a QR code says, as a scanner would that sees it without a flaw: versions 1 to 4, whose blocks are all of one length. */

/** Codewords of data by version and level of correction, and in how many blocks. */
const capacities: Readonly<Record<number, Readonly<Record<string, readonly [words: number, blocks: number]>>>> = {
  1: { L: [19, 1], M: [16, 1], Q: [13, 1], H: [9, 1] },
  2: { L: [34, 1], M: [28, 1], Q: [22, 1], H: [16, 1] },
  3: { L: [55, 1], M: [44, 1], Q: [34, 2], H: [26, 2] },
  4: { L: [80, 1], M: [64, 2], Q: [48, 2], H: [36, 4] },
};

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The dark modules of the picture, from its path of unit squares. */
const modulesOf = (picture: Element): { size: number; dark: (x: number, y: number) => boolean } => {
  const [, , width = 0] = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${String(x)} ${String(y)}`));
  return { size: width - 8, dark: (x, y) => dark.has(`${String(x)} ${String(y)}`) };
};

/** Whether a module belongs to the patterns that every code of the size has. */
const isPattern = (size: number, version: number, x: number, y: number): boolean => {
  const corner = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const alignment = version > 1 && Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2;
  return corner || alignment || x === 6 || y === 6;
};

export const readQr = (picture: Element): string => {
  const { size, dark } = modulesOf(picture);
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4].reduce((bits, x) => bits * 2 + Number(dark(x, 8)), 0) ^ 0b10101;
  const level = 'MLHQ'.charAt(format >> 3);
  const mask = masks[format & 7];
  const [total, blocks] = capacities[version]?.[level] ?? [];
  if (!mask || total === undefined || blocks === undefined) throw new Error(`No code of ${String(size)} modules can be read.`);
  const bits: boolean[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isPattern(size, version, x, y)) bits.push(dark(x, y) !== mask(x, y));
    }
    upwards = !upwards;
  }
  const words = Array.from({ length: total }, (_, at) => bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => word * 2 + Number(bit), 0));
  // Block by block, where they were laid in turns.
  const ordered = Array.from({ length: blocks }, (_, block) => words.filter((_word, at) => at % blocks === block)).flat();
  return textOf(ordered.flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (word >> bit) & 1)));
};

const textOf = (bits: readonly number[]): string => {
  let at = 0;
  const take = (count: number): number => {
    const value = bits.slice(at, at + count).reduce((sum, bit) => sum * 2 + bit, 0);
    at += count;
    return value;
  };
  let text = '';
  while (at + 4 <= bits.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1)
      for (let left = take(10); left > 0; left -= 3) text += String(take(left > 2 ? 10 : left * 3 + 1)).padStart(Math.min(left, 3), '0');
    else if (mode === 2)
      for (let left = take(9); left > 0; left -= 2) {
        const value = take(left > 1 ? 11 : 6);
        text += left > 1 ? letters.charAt(Math.floor(value / 45)) + letters.charAt(value % 45) : letters.charAt(value);
      }
    else if (mode === 4) for (let left = take(8); left > 0; left--) text += String.fromCharCode(take(8));
    else throw new Error(`A scanner need not know the mode ${String(mode)}.`);
  }
  return text;
};
