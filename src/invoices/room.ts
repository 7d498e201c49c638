/** What the element gives to what opens later: the itemised invoice, eFaktura, and the files. */
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { AreaRoom } from '../ui/area-widget.ts';
import type { Styled } from '../ui/later.ts';
import type { InvoicePage, InvoiceSummary } from './invoice.ts';
import type { MessageKey } from './messages.ts';

/** A document that can be downloaded. */
export type Document = Read<Pick<InvoiceSummary, 'id' | 'number' | 'credits'>>;

/** A PDF is the invoice itself, a CSV its lines (R29). */
export type FileKind = 'pdf' | 'csv';

export interface InvoicesRoom extends AreaRoom<MessageKey, 'invoice' | 'user'> {
  /** What the list shows: the row that led here, so that its number stands there before the rest has come, and the operator's business day. */
  readonly listed: () => Read<InvoicePage> | undefined;
  /** Tells the page, and finds out anew what the person may do or what there is. */
  readonly failed: (problem: Problem) => void;
  /** A button that downloads, by its name, and what there is to say of that near it. */
  readonly download: (document: Document, kind: FileKind, name: string, looks: string, content?: unknown) => unknown;
  readonly downloading: (document: Document, kind: FileKind) => unknown;
}

/** The module of a room behind the list. */
export interface Opening extends Styled {
  readonly open: (room: InvoicesRoom) => Behind;
}

/** A room behind the list. */
export interface Behind {
  /** What the place is called, and what is dim under it. */
  readonly head: () => { readonly name: string; readonly under: unknown };
  /** What stands below its head. */
  readonly render: () => unknown;
  /** What may stand above everything, wherever the person is: a question. */
  readonly above?: () => unknown;
  /** Another person or another company: lets go of everything. */
  readonly forget: () => void;
  /** What failed may work again. */
  readonly recover: () => void;
  /** What it shows may be otherwise by now: asks again, and leaves on screen what is there. */
  readonly renew: () => void;
}

/** What downloads files. */
export interface Files {
  /** Fetches a file, and saves it; what is being fetched already is not fetched twice. */
  readonly start: (document: Document, kind: FileKind) => void;
  readonly isBusy: (document: Document, kind: FileKind) => boolean;
  /** What there is to say of it: that it takes long, or what went wrong. */
  readonly notice: (document: Document, kind: FileKind) => unknown;
  /** Another person or another company: nothing more is fetched. */
  readonly forget: () => void;
}

/** The module of the files. */
export interface Downloading extends Styled {
  readonly files: (room: InvoicesRoom) => Files;
}
