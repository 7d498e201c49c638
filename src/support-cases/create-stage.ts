/** What the form for a new case gives to its parts. */
import type { Text, Values } from '../ui/text.ts';
import type { CaseDraft } from './create-draft.ts';
import type { CreateKey } from './create-messages.ts';
import type { MessageKey } from './messages.ts';
import type { Attachments, CasesRoom } from './room.ts';

export interface CreateRoom extends CasesRoom {
  readonly text: Text<MessageKey | CreateKey>;
  readonly say: (key: MessageKey | CreateKey, values?: Values) => string;
}

export interface CreateStage {
  readonly room: CreateRoom;
  /** The place of the form in sight: empty, or the id of the case that the new one follows; `undefined` elsewhere. */
  readonly place: string | undefined;
  readonly content: CaseDraft;
  /** The key of a place's draft, and so of its case; there is one once something has been written. */
  readonly keyOf: (place: string) => string | undefined;
  /** Its files; they come right after the form. */
  readonly attachments: Attachments | undefined;
  /** What is wrong with a field, once it is to be told. */
  readonly errorOf: (id: string) => string | undefined;
  readonly change: (part: Partial<CaseDraft>) => void;
  /** What led here is not to be found: the case is about nothing in particular, unless the person says so. */
  readonly aboutGone: () => void;
  /** A field was left: if there is something in it, what is wrong with that is told. */
  readonly left: (id: string) => void;
  /** Sends, unless something is missing: that is told instead. */
  readonly submit: () => void;
  /** The draft of a place has become a case, or is thrown away: the form begins anew. */
  readonly end: (place: string) => void;
  /** It has become a case: other tabs with the same draft are told. */
  readonly sent: (place: string) => void;
}

/** The longest texts that the contract takes. */
export const mostSubject = 200;
export const mostDescription = 10_000;

/** What is sent as the description: the code of what failed is its last line. */
export const wholeDescription = ({ say }: CreateRoom, { description, code }: CaseDraft): string =>
  [description.trim(), code && say('create.codeLine', { code })].filter(Boolean).join('\n\n');
