/** What comes after the sums of an itemised invoice: its users, and their lines when they are opened. */
import type { Read } from '../api/read.ts';
import type { Styled } from '../ui/later.ts';
import type { InvoiceUser } from './invoice-user.ts';
import type { Invoice } from './invoice.ts';
import type { Of } from './specified-api.ts';
import type { SpecifiedRoom } from './specified-words.ts';
import type { UsersRoom } from './users-words.ts';

export interface Users {
  readonly render: (invoice: Read<Invoice>) => unknown;
  /** Another person or another company: lets go of everything. */
  readonly forget: () => void;
  readonly recover: () => void;
}

/** The module of the users; `of` is the invoice that is looked at, and `found` what it says. */
export interface UsersOpening extends Styled {
  readonly open: (room: SpecifiedRoom, of: () => Of | undefined, found: () => Read<Invoice> | undefined) => Users;
}

export interface Looked {
  /** The invoice that is looked at. */
  readonly of: () => Of | undefined;
  /** Whose lines are open; null for those of no user. */
  readonly wanted: () => ReadonlySet<string | null>;
}

export interface Opened {
  /** The lines of a user, or of no user, and their calls. */
  readonly render: (invoice: Read<Invoice>, id: string | null, user: Read<InvoiceUser> | undefined) => unknown;
  readonly recover: () => void;
}

export interface Opening extends Styled {
  readonly open: (room: UsersRoom, looked: Looked) => Opened;
}
