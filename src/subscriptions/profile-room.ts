/** What the parts of the profile are given, and what a deed done from it is. */
import type { Read } from '../api/read.ts';
import type { Styled } from '../ui/later.ts';
import type { Text } from '../ui/text.ts';
import type { ComingKey } from './coming-messages.ts';
import type { DeedKey } from './deed-messages.ts';
import type { EditKey } from './edit-messages.ts';
import type { MessageKey } from './messages.ts';
import type { VersionedUser } from './profile-api.ts';
import type { ProfileKey } from './profile-messages.ts';
import type { Room } from './room.ts';
import type { SimKey } from './sim-messages.ts';
import type { ComingChange, Subscription } from './subscription.ts';

export type ProfileText = Text<MessageKey | ProfileKey>;
/** The words of what is to come, of deeds, of SIM cards and of editing are learnt with the code that says them. */
export type ComingText = Text<MessageKey | ProfileKey | ComingKey>;
export type DeedText = Text<MessageKey | ProfileKey | ComingKey | DeedKey>;
export type SimText = Text<MessageKey | ProfileKey | ComingKey | DeedKey | SimKey>;
export type EditText = Text<MessageKey | ProfileKey | ComingKey | DeedKey | EditKey>;

export type ProfileRoom = Room & { readonly text: ProfileText };

/** What can be done with a subscription, by the words on its button. */
export type DeedKind =
  'sub.change' | 'sub.terminate' | 'sim.block' | 'sim.unblock' | 'sim.replace' | 'codes.show' | 'codes.showEsim' | 'act.undo';

/** What is done from the profile, once its code has come. */
export interface Doings {
  /** Pointer or focus are near: the rest of its code is fetched. */
  readonly approach: (kind: DeedKind | 'user.edit') => void;
  /** Something is begun with a subscription, or with the person; a change is what is to be undone. */
  readonly begin: (kind: DeedKind | 'user.edit', subscription?: Read<Subscription>, change?: Read<ComingChange>) => void;
  /** What is said on a card of a deed whose outcome is not known, and which is not in sight. */
  readonly strip: (subscription: string) => unknown;
  /** The form in which the person is edited, where that has been begun. */
  readonly form: () => unknown;
  /** What is said when code could not be fetched. */
  readonly notice: () => unknown;
  /** What stands above everything: a dialog, a question. */
  readonly above: () => unknown;
  readonly forget: () => void;
  readonly recover: () => void;
}

/** What they ask of the profile. */
export interface DoingsOptions {
  /** A subscription of the profile as it was read last. */
  readonly subscription: (id: string) => Read<Subscription> | undefined;
  /** The person of the present place as they were read last. */
  readonly user: () => VersionedUser | undefined;
  /** Whose it is: a person's name, or what the subscription is called. */
  readonly owner: () => string;
  /** Fetches the profile and the list anew; resolves when the profile stands on the screen again, or cannot be had. */
  readonly refresh: () => Promise<void>;
}

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
  /** Puts the deed on the screen again; where another stands there, its card leads to it. */
  readonly show: () => void;
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
