/** What stands below a user of an invoice who is open, or below what is of no user. It comes when the first is opened. */
import { messages as openedMessages } from './opened-messages.ts';
import type { Opening } from './opened-room.ts';
import { linesStyles } from './opened-styles.ts';
import { OpenedUsers } from './opened-users.ts';

export const messages = openedMessages;
export const styles = linesStyles;

export const open: Opening['open'] = (room, looked) => new OpenedUsers(room, looked);
