/** Text on a sheet: its fonts, how wide words are, and where lines break. Lengths are points. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const inter = '@expo-google-fonts/inter';
/** Every letter of Latin script: users have names from everywhere. */
const fonts = { text: `${inter}/400Regular/Inter_400Regular.ttf`, strong: `${inter}/600SemiBold/Inter_600SemiBold.ttf` };

export const ink = '#17202b';
export const dim = '#556070';
export const accent = '#0b5cad';

export interface Look {
  /** 9 if nothing is said. */
  readonly size?: number;
  readonly strong?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right';
}

/** Ends an amount that has no VAT in it (INV-3). */
export const mark = '\u00a0*';

/** What pdfkit lays text out with, which its types do not tell. */
interface Layout {
  readonly _font: { layoutRun(text: string, features?: readonly string[]): unknown };
}

/**
 * Measures and draws text, line by line. Lines are broken here and not by pdfkit, which would measure each of them four times, and would not
 * tell where it broke them.
 */
export class Pen {
  readonly #pdf: PDFKit.PDFDocument;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    for (const [name, file] of Object.entries(fonts)) {
      pdf.registerFont(name, require.resolve(file)).font(name);
      alignFigures(pdf as unknown as Layout);
    }
  }

  /** From one line to the next. */
  lineHeight({ size = 9 }: Look): number {
    return size * 1.32;
  }

  /** How wide a line is. A mark at the end of an amount counts for nothing: it stands beside the column, where the amounts end alike. */
  width(line: string, look: Look): number {
    return this.#take(look).widthOfString(line.endsWith(mark) ? line.slice(0, -mark.length) : line);
  }

  /** The lines of a text that are at most so wide. A word that is wider is broken where the line ends. */
  lines(text: string, within: number, look: Look): string[] {
    const fits = (line: string) => this.width(line, look) <= within;
    return text.split('\n').flatMap((part) => (fits(part) ? [part] : broken(part, fits)));
  }

  /** Draws a line; `x` is where it begins, or ends where it is aligned to the right. */
  draw(line: string, x: number, y: number, look: Look): void {
    const begin = look.align === 'right' ? x - this.width(line, look) : x;
    const { size = 9, color = ink } = look;
    // A line’s letters stand in the middle of it.
    const lead = (this.lineHeight(look) - size * 1.21) / 2;
    this.#take(look)
      .fillColor(color)
      .text(line, begin, y + lead, { lineBreak: false });
  }

  #take({ size = 9, strong = false }: Look): PDFKit.PDFDocument {
    return this.#pdf.font(strong ? 'strong' : 'text').fontSize(size);
  }
}

/**
 * Gives figures one width, so that amounts below each other can be compared. Asked for with each text, this would be laid out anew each time: pdfkit
 * keeps only what it lays out without being asked for anything.
 */
function alignFigures({ _font: font }: Layout): void {
  const layoutRun = font.layoutRun.bind(font);
  font.layoutRun = (text) => layoutRun(text, /\d/.test(text) ? ['tnum'] : undefined);
}

/** Breaks a line after spaces and hyphens, greedily. */
function broken(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[ \-/])/)) {
    if (fits((line + word).trimEnd())) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    for (const letter of fits(word.trimEnd()) ? [word] : Array.from(word)) {
      if (line !== '' && !fits(line + letter.trimEnd())) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return [...lines, line.trimEnd()];
}
