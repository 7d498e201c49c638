/** What the element gives to what opens later: the profile and the guide to a new subscription. */
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { AreaRoom } from '../ui/area-widget.ts';
import type { Styled } from '../ui/later.ts';
import type { MessageKey } from './messages.ts';
import type { UserRow } from './user-row.ts';

export interface Room extends AreaRoom<MessageKey, 'user' | 'subscription' | 'step'> {
  /** The row that led here, so that a name stands there before the profile has come. */
  readonly known: (id: string) => Read<UserRow> | undefined;
  /** Tells the page, and finds out anew what the person may do or what there is. */
  readonly failed: (problem: Problem) => void;
  /** The list is no longer what it was: it is fetched again when it is next in sight, or at once. */
  readonly changed: () => void;
}

/** The module of a room behind the list. */
export interface Opening extends Styled {
  readonly open: (room: Room) => Behind;
}

/** A room behind the list. */
export interface Behind {
  /** What the place is called, and what is dim under it. */
  readonly head: () => { readonly name: string; readonly under: unknown };
  /** What stands below its head. */
  readonly render: () => unknown;
  /** What may stand above everything, wherever the person is: a question. */
  readonly above?: () => unknown;
  /** What the list says of it. */
  readonly inList?: () => unknown;
  /** Another person or another company: lets go of everything. */
  readonly forget: () => void;
  /** What failed may work again. */
  readonly recover: () => void;
}
