/** The words of usage, shared by the users on an invoice and what opens from them. */
import { formatNumber, type Language } from '../ui/format.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { InvoicesRoom } from './room.ts';
import type { SpecifiedKey } from './specified-messages.ts';
import type { UsersKey } from './users-messages.ts';

export type UsersText = Text<UsersKey | SpecifiedKey | MessageKey>;
export type UsersRoom = InvoicesRoom & { readonly text: UsersText };

/** `6,2 GB` of so many megabytes: at most one decimal, and never broken. */
export const gigabytes = (language: Language, amount: number): string => `${formatNumber(language, Math.round(amount / 100) / 10)}\u00a0GB`;
