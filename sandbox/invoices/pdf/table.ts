/** Tables over as many sheets as they take, the head on each. Lengths are points. */
import { dim, ink, type Look, type Pen } from './pen.ts';
import { margin, width, type Element, type Sheets } from './sheet.ts';

export interface Column {
  readonly head: string;
  /** As wide as its widest cell if nothing is said. The first one takes what the others leave. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
}

export interface Row {
  /** The first one says what the row is about. */
  readonly cells: readonly string[];
  /** A `band` heads the rows after it, and its first cell reaches to the last; `sum` begins what is added up, `total` ends it. */
  readonly kind?: 'band' | 'sum' | 'total';
  /** Written beside the first cell of a band, less loud. */
  readonly aside?: string;
}

interface Place extends Column {
  readonly x: number;
  readonly within: number;
}

/** A row as it will stand. */
interface Laid {
  readonly row: Row;
  readonly cells: readonly { readonly lines: readonly string[]; readonly x: number; readonly within: number; readonly look: Look }[];
  readonly aside: { readonly x: number; readonly line: number } | null;
  /** Lines of its longest cell. */
  readonly lines: number;
}

const [gap, bandColor, ruleColor] = [10, '#f0f5fa', '#8b98a8'];
/** Above and below the lines of a row. */
const pad = 3.5;
/** A row of more lines than these may go on on the next sheet; so many of it stay together. */
const [longest, together] = [12, 3];

/** Writes a table of at least one row, under its heading, which stays with the first of them. */
export function writeTable(
  sheets: Sheets,
  { text: heading, note }: { readonly text: string; readonly note?: string },
  columns: readonly Column[],
  rows: readonly Row[],
  size: number,
): void {
  const table = new Table(sheets, columns, rows, size);
  const titled = { size: 12, strong: true };
  const noted = { size: 8, color: dim };
  const above = sheets.heightOf(heading, titled) + (note === undefined ? 0 : sheets.heightOf(note, noted)) + 6;
  sheets.need(above + table.begins);
  sheets.write('H2', heading, titled);
  if (note !== undefined) sheets.write('P', note, noted);
  sheets.y += 6;
  table.write();
}

class Table {
  readonly #sheets: Sheets;
  readonly #places: readonly Place[];
  readonly #rows: readonly Row[];
  readonly #size: number;
  readonly #head: Laid;
  /** The band over the rows that are being written. */
  #band: Laid | null = null;

  constructor(sheets: Sheets, columns: readonly Column[], rows: readonly Row[], size: number) {
    this.#sheets = sheets;
    this.#rows = rows;
    this.#size = size;
    this.#places = placesOf(columns, rows, sheets.pen, size);
    const cells = this.#places.map(({ head, x, within, align = 'left' }) => {
      return { lines: [head], x, within, look: { size, align, strong: true, color: dim } };
    });
    this.#head = { row: { cells: columns.map(({ head }) => head) }, cells, aside: null, lines: 1 };
  }

  /** How much of a sheet its head and its first row ask for. */
  get begins(): number {
    const [first, second] = this.#rows.slice(0, 2).map((row) => this.#lay(row));
    return this.#tall(this.#head) + (first ? this.#least(first, second) : 0);
  }

  write(): void {
    const table = this.#sheets.add(null, 'Table');
    this.#writeRow(this.#head, table, 'Column');
    let [laid, index] = [this.#layAt(0), 0];
    while (laid) {
      const next = this.#layAt(++index);
      if (laid.row.kind !== undefined) this.#band = null;
      if (this.#sheets.need(this.#least(laid, next))) this.#repeatHead();
      this.#writeRow(laid, table, 'Row');
      if (laid.row.kind === 'band') this.#band = this.#lay({ cells: [`${laid.row.cells[0] ?? ''} (fortsat)`], kind: 'band' });
      laid = next;
    }
    table.end();
  }

  /** What must be left for a row to begin: all of it unless it is very long, and of what it stays with. */
  #least(laid: Laid, next: Laid | undefined): number {
    const staysWith = laid.row.kind === 'band' || next?.row.kind === 'total' ? next : undefined;
    return [laid, ...(staysWith ? [staysWith] : [])].reduce(
      (all, one) => all + this.#tall(one, one.lines > longest ? together : one.lines),
      0,
    );
  }

  #layAt(index: number): Laid | undefined {
    const row = this.#rows[index];
    return row && this.#lay(row);
  }

  #lay(row: Row): Laid {
    const { pen } = this.#sheets;
    const size = this.#size;
    const cells = this.#places.map(({ x, within: room, align = 'left' }, index) => {
      const within = index === 0 && row.kind === 'band' ? this.#reach : room;
      const look = { size, align, color: ink, strong: row.kind === 'band' || row.kind === 'total' };
      return { lines: pen.lines(row.cells[index] ?? '', within, look), x, within, look };
    });
    const lines = Math.max(...cells.map((cell) => cell.lines.length));
    if (row.aside === undefined) return { row, cells, aside: null, lines };
    // Beside the name where there is room, else below it.
    const [name] = cells;
    const end = name === undefined ? 0 : pen.width(name.lines.at(-1) ?? '', name.look) + 8;
    const isBeside = end + pen.width(row.aside, { size }) <= this.#reach;
    return {
      row,
      cells,
      aside: { x: margin + (isBeside ? end : 0), line: isBeside ? lines - 1 : lines },
      lines: lines + (isBeside ? 0 : 1),
    };
  }

  /** From the left margin to the last column. */
  get #reach(): number {
    return width - (this.#places.at(-1)?.within ?? 0) - gap;
  }

  #tall({ lines }: Laid, most = lines): number {
    return Math.min(lines, most) * this.#sheets.pen.lineHeight({ size: this.#size }) + 2 * pad;
  }

  /** On a new sheet: what the columns are, and whose rows go on. They have been read out already. */
  #repeatHead(): void {
    for (const laid of [this.#head, ...(this.#band ? [this.#band] : [])]) {
      if (laid.row.kind === 'band') this.#sheets.tint(this.#tall(laid), bandColor);
      for (const { lines, x, within, look } of laid.cells)
        this.#sheets.repeat(() => this.#sheets.put(lines, x, this.#sheets.y + pad, within, look));
      this.#sheets.y += this.#tall(laid);
      if (laid === this.#head) this.#sheets.rule(ruleColor);
    }
  }

  /** A row that is longer than what is left goes on on the next sheet. */
  #writeRow(laid: Laid, table: Element, scope: 'Column' | 'Row'): void {
    const sheets = this.#sheets;
    const { row, cells, aside } = laid;
    const line = sheets.add(table, 'TR');
    const elements = cells.map((_, index) =>
      scope === 'Column' || index === 0 ? sheets.add(line, 'TH', undefined, scope) : sheets.add(line, 'TD'),
    );
    const inner = elements.map((element, index) => (row.kind === 'band' && index === 0 ? sheets.add(element, 'H3') : element));
    const step = sheets.pen.lineHeight({ size: this.#size });
    for (let from = 0; from < laid.lines;) {
      const until = from + Math.max(1, Math.min(laid.lines - from, Math.floor((sheets.left - 2 * pad) / step)));
      const tall = (until - from) * step + 2 * pad;
      if (row.kind === 'band') sheets.tint(tall, bandColor);
      if (row.kind === 'sum' || row.kind === 'total') sheets.rule(ruleColor);
      const y = sheets.y + pad;
      for (const [index, { lines, x, within, look }] of cells.entries()) {
        const part = lines.slice(from, until);
        if (part.some((text) => text !== '')) inner[index]?.add(() => sheets.put(part, x, y, within, look));
      }
      if (aside)
        inner[0]?.add(() => sheets.put([row.aside ?? ''], aside.x, y + aside.line * step, width, { size: this.#size, color: dim }));
      sheets.y += tall;
      if (scope === 'Column') sheets.rule(ruleColor);
      else if (row.kind === undefined || row.kind === 'sum') sheets.rule();
      from = until;
      if (from < laid.lines && sheets.need(Infinity)) this.#repeatHead();
    }
    line.end();
  }
}

/** Where columns stand, and how wide their cells may be. */
function placesOf(columns: readonly Column[], rows: readonly Row[], pen: Pen, size: number): Place[] {
  const look = { size, strong: true };
  const widest = (index: number, head: string) =>
    rows.reduce((most, { cells }) => Math.max(most, pen.width(cells[index] ?? '', look)), pen.width(head, look));
  const widths = columns.map(({ head, width: given }, index) => (index === 0 ? 0 : (given ?? Math.ceil(widest(index, head)) + 1)));
  const first = width - widths.reduce((all, one) => all + one, 0) - gap * (columns.length - 1);
  let x = margin;
  return columns.map((column, index) => {
    const within = index === 0 ? first : (widths[index] ?? 0);
    const place = { ...column, x, within };
    x += within + gap;
    return place;
  });
}
