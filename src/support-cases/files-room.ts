/** The room of the files: it has learnt their words. */
import type { Values } from '../ui/text.ts';
import type { FilesKey } from './files-messages.ts';
import type { MessageKey } from './messages.ts';
import type { CasesRoom } from './room.ts';

export interface FilesRoom extends CasesRoom {
  readonly say: (key: MessageKey | FilesKey, values?: Values) => string;
}
