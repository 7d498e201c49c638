/** What the element gives to what opens later: the profile and the guide to a new subscription. */
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { SessionConnection } from '../session/contexts.ts';
import type { Styled } from '../ui/later.ts';
import type { LinkHost } from '../ui/link.ts';
import type { ShowHost } from '../ui/show.ts';
import type { Sender } from '../ui/submission.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { UserRow } from './user-row.ts';

export interface Room extends ShowHost, LinkHost {
  /** The element, to be rendered anew and to hear events from. */
  readonly element: HTMLElement & ReactiveControllerHost & { readonly route: string };
  readonly navigate: (route: string, replace?: boolean) => void;
  readonly root: ParentNode;
  readonly text: Text<MessageKey>;
  readonly headingLevel: number;
  readonly connection: SessionConnection | undefined;
  /** Whom a request is for; nobody while signed out, and not without the right to look. */
  readonly sender: () => Sender | undefined;
  /** The id of the person who is signed in. */
  readonly person: string | undefined;
  /** The name of the active company. */
  readonly company: string;
  /** Whether the person may change something (R7.1). */
  readonly mayChange: boolean;
  /** A part of the present place, for instance the id in `users/{user}`. */
  readonly param: (name: 'user' | 'subscription' | 'step') => string | undefined;
  /** The row that led here, so that a name stands there before the profile has come. */
  readonly known: (id: string) => Read<UserRow> | undefined;
  /** Tells the page, and finds out anew what the person may do or what there is. */
  readonly failed: (problem: Problem) => void;
  /** The list is no longer what it was: it is fetched again when it is next in sight, or at once. */
  readonly changed: () => void;
  readonly announce: (words: string) => void;
  /** Takes in the styles and the words of what a room opens later. */
  readonly adopt: (module: Styled) => Promise<void>;
  /** Said to a person without the right to this area. */
  readonly noAccess: () => unknown;
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
