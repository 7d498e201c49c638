/** What the element gives to what opens later: a case, the form for a new one, and the files of either. */
import type { CaseSummary } from '../api/case.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import type { Area } from '../session/session.ts';
import type { AreaRoom } from '../ui/area-widget.ts';
import type { Styled } from '../ui/later.ts';
import type { SupportCase } from './case.ts';
import type { MessageKey } from './messages.ts';

/** `case` is the id in `{case}`, and in `new/{case}`, the form for one that follows a closed one (SUP-2). */
export interface CasesRoom extends AreaRoom<MessageKey, 'case'> {
  /** The row that led here, so that its subject stands there before the rest has come. */
  readonly known: (id: string) => Read<CaseSummary> | undefined;
  /** Whether the person may look at another area: a case can be about something in it. */
  readonly mayRead: (area: Area) => boolean;
  /** What the host says that a new case is about. */
  readonly topic: () => SupportTopic;
  /** Tells the page, and finds out anew what the person may do or what there is. */
  readonly failed: (problem: Problem) => void;
  /** The list is no longer what it was: it is fetched again when it is next in sight. */
  readonly changed: () => void;
  /** So many of the company's cases have an answer that this person has not seen: the page is told when that is another number. */
  readonly unread: (count: number) => void;
  /** A case has been created: the page is told, and the list begins with it (R4.4). */
  readonly created: (created: Read<SupportCase>) => void;
}

/** The module of a room behind the list. */
export interface Opening extends Styled {
  readonly open: (room: CasesRoom) => Behind;
}

/** A room behind the list. */
export interface Behind {
  /** What the place is called, and what is dim under it. */
  readonly head: () => { readonly name: string; readonly under: unknown };
  /** What stands below its head. */
  readonly render: () => unknown;
  /** What may stand above everything, wherever the person is: a question. */
  readonly above?: () => unknown;
  /** What the list says of it: an unfinished form that waits. */
  readonly inList?: () => unknown;
  /** Another person or another company: lets go of everything. */
  readonly forget: () => void;
  /** What failed may work again. */
  readonly recover: () => void;
  /** What it shows may be otherwise by now: asks again, and leaves on screen what is there. */
  readonly renew: () => void;
}

/** Files that have been sent for a message that has not. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface AttachmentsOptions {
  /** How many there can be. */
  readonly most: () => number;
  /** They may not be changed now: what they belong to is on its way. */
  readonly still: () => boolean;
  /** Something was chosen, has arrived or was taken away. */
  readonly changed: () => void;
}

/** The files of a message that is being written (F25). */
export interface Attachments {
  /** The place to choose or drop them, and each with how far it has come. */
  readonly render: () => unknown;
  /** Files pasted or dropped somewhere else in the form. */
  readonly add: (files: Iterable<File>) => void;
  /** Those that are there. */
  readonly complete: () => readonly KeptFile[];
  /** Some are still on their way, or have failed and been neither tried again nor taken away: the message waits for that decision. */
  readonly isOpen: () => boolean;
  /** The backend no longer has these of what was {@link complete}, by id: it is told at each, and what the page still holds is sent anew. */
  readonly gone: (ids: readonly string[]) => void;
  /** Files of a draft that was kept. */
  readonly restore: (files: readonly KeptFile[]) => void;
  /** They are part of something now. */
  readonly clear: () => void;
  /** Another person or another company: what is on its way is let go of. */
  readonly forget: () => void;
  /** The network is back: what stopped half way goes on. */
  readonly recover: () => void;
}

/** The module of the files. */
export interface Attaching extends Styled {
  readonly attach: (room: CasesRoom, options: AttachmentsOptions) => Attachments;
}
