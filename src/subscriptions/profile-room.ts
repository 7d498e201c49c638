/** What the parts of the profile are given, and what a deed done from it is. */
import type { Read } from '../api/read.ts';
import type { Styled } from '../ui/later.ts';
import type { Text } from '../ui/text.ts';
import type { DeedKey } from './deed-messages.ts';
import type { EditKey } from './edit-messages.ts';
import type { MessageKey } from './messages.ts';
import type { ProfileKey } from './profile-messages.ts';
import type { Room } from './room.ts';
import type { SimKey } from './sim-messages.ts';
import type { ComingChange, Subscription } from './subscription.ts';

export type ProfileText = Text<MessageKey | ProfileKey>;
/** The words of deeds have been learnt by the time one is opened. */
export type DeedText = Text<MessageKey | ProfileKey | DeedKey>;
/** The same with the words of SIM cards, or of editing, which come with the files that say them. */
export type SimText = Text<MessageKey | ProfileKey | DeedKey | SimKey>;
export type EditText = Text<MessageKey | ProfileKey | DeedKey | EditKey>;

export type ProfileRoom = Room & { readonly text: ProfileText };

/** What can be done with a subscription. */
export type DeedKind = 'change' | 'close' | 'block' | 'unblock' | 'replace' | 'codes' | 'esim' | 'undo';

/** What a deed is given. */
export interface DeedPlace {
  readonly room: Room & { readonly text: DeedText };
  readonly kind: DeedKind;
  /** As it was read last. */
  readonly subscription: Read<Subscription>;
  /** Whose it is: a person's name, or what the subscription is called. */
  readonly owner: string;
  /** What is to be undone. */
  readonly change: Read<ComingChange> | undefined;
  /** Fetches the profile and the list anew; resolves when the profile stands on the screen again, or cannot be had. */
  readonly refresh: () => Promise<void>;
  /** Takes the deed off the screen; with words when it has been done. */
  readonly leave: (done?: string) => void;
}

/** Something that is being done. */
export interface Deed {
  /** Drawn above everything while the person is at it. */
  readonly dialog: () => unknown;
  /** Something is on its way or may have been done: it must not be let go of. */
  readonly isOpen: () => boolean;
  /** The network is back. */
  readonly recover: () => void;
  /** Lets go of it. */
  readonly dispose: () => void;
}

export interface DeedModule extends Styled {
  readonly open: (place: DeedPlace) => Deed;
}
