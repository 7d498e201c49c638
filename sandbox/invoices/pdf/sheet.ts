/** Sheets of A4 with tagged text on them: places, page breaks, and what stands at the head and the foot of each. Lengths are points. */
import PDFDocument from 'pdfkit';
import { accent, dim, Pen, type Look } from './pen.ts';

export const margin = 48;
/** Between the margins, on A4. */
export const width = 595.28 - 2 * margin;
const paper = { width: 595.28, height: 841.89 };
const top = 64;
const bottom = paper.height - 68;

const hairline = '#d8dee5';

/** It knows this one too; its types do not. */
const uaSubset = 'PDF/UA' as unknown as NonNullable<PDFKit.PDFDocumentOptions['subset']>;

export type Element = ReturnType<PDFKit.PDFDocument['struct']>;

/** What text is, for those who have it read out. */
export type Tag = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

export class Sheets {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #title: string;
  readonly pen: Pen;
  /** Where the next thing begins. */
  y = top;

  constructor(title: string, author: string, created: Date) {
    this.#title = title;
    this.#pdf = new PDFDocument({
      ...{ size: 'A4', margin: 0, bufferPages: true, tagged: true, displayTitle: true, lang: 'da-DK', pdfVersion: '1.7' },
      subset: uaSubset,
      info: { Title: title, Author: author, CreationDate: created },
      // Otherwise a font that is not embedded would be named in it.
      font: null as unknown as string,
    });
    this.pen = new Pen(this.#pdf);
    this.#root = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#root);
    this.#artifact(() => this.#pdf.rect(0, 0, paper.width, 5).fill(accent));
  }

  /** How much of the sheet is left. */
  get left(): number {
    return bottom - this.y;
  }

  /** Goes on a new sheet unless so much is left on this one. Whether it did. */
  need(least: number): boolean {
    if (this.left >= least || this.y === top) return false;
    this.#pdf.addPage();
    this.y = top;
    return true;
  }

  /** A heading or a paragraph where the last one ended. */
  write(tag: Tag, text: string, look: Look = {}): void {
    this.y = this.writeAt(tag, text, margin, this.y, width, look);
  }

  /** The same at a place of its own, which moves nothing. To where it reaches. */
  writeAt(tag: Tag, text: string, x: number, y: number, within: number, look: Look = {}): number {
    return this.writeParts(tag, [{ text, x, within, look }], y);
  }

  /** One paragraph of texts that stand beside each other. */
  writeParts(tag: Tag, parts: readonly Part[], y: number): number {
    const ends: number[] = [];
    this.add(null, tag, () => {
      for (const { text, x, within, look } of parts) ends.push(this.put(this.pen.lines(text, within, look), x, y, within, look));
    }).end();
    return Math.max(...ends);
  }

  /** How high a text will be. */
  heightOf(text: string, look: Look): number {
    return this.pen.lines(text, width, look).length * this.pen.lineHeight(look);
  }

  /** Draws lines from `y` down, tagged by whoever asks. To where they reach. */
  put(lines: readonly string[], x: number, y: number, within: number, look: Look): number {
    const step = this.pen.lineHeight(look);
    for (const [index, line] of lines.entries())
      if (line !== '') this.pen.draw(line, look.align === 'right' ? x + within : x, y + index * step, look);
    return y + lines.length * step;
  }

  /** Adds an element to another, the whole document for null; what `draw` draws is of it. Whoever adds it ends it. */
  add(to: Element | null, tag: Tag, draw?: () => void, scope?: 'Column' | 'Row'): Element {
    // `scope` is missing from its types.
    const options: object = scope === undefined ? {} : { scope };
    const element = this.#pdf.struct(tag, options);
    (to ?? this.#root).add(element);
    if (draw) element.add(draw);
    return element;
  }

  /** A line from margin to margin. */
  rule(color = hairline, thickness = 0.5): void {
    const { y } = this;
    this.#artifact(() =>
      this.#pdf
        .moveTo(margin, y)
        .lineTo(margin + width, y)
        .lineWidth(thickness)
        .stroke(color),
    );
  }

  /** Colour behind what is to come, from margin to margin. */
  tint(tall: number, color: string): void {
    const { y } = this;
    this.#artifact(() => this.#pdf.rect(margin - 6, y, width + 12, tall).fill(color));
  }

  /** What is drawn is not read out: it has been already, or it is no text. */
  repeat(draw: () => void): void {
    this.#artifact(draw, 'Pagination');
  }

  /** Writes head and foot of every sheet, and gives the file. */
  async end(foot: string): Promise<Uint8Array> {
    this.#root.end();
    const { count } = this.#pdf.bufferedPageRange();
    const look = { size: 8, color: dim };
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page);
      this.repeat(() => {
        if (page > 0) this.put(this.pen.lines(this.#title, width, look).slice(0, 1), margin, 32, width, look);
        this.put(this.pen.lines(foot, width - 80, look).slice(0, 2), margin, bottom + 26, width, look);
        this.put([`Side ${String(page + 1)} af ${String(count)}`], margin, bottom + 26, width, { ...look, align: 'right' });
      });
    }
    const parts: Buffer[] = [];
    const whole = new Promise<Uint8Array>((resolve, reject) => {
      this.#pdf.on('data', (part: Buffer) => parts.push(part));
      this.#pdf.on('end', () => {
        resolve(new Uint8Array(Buffer.concat(parts)));
      });
      this.#pdf.on('error', reject);
    });
    this.#pdf.end();
    return whole;
  }

  #artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.#pdf.markContent('Artifact', { type });
    draw();
    this.#pdf.endMarkedContent();
  }
}

export interface Part {
  readonly text: string;
  readonly x: number;
  readonly within: number;
  readonly look: Look;
}
