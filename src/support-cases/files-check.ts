/** What is known of a file before anything of it is sent (T13). The backend finds out the rest. */
import { fileEndings, mostFileBytes } from './case-file.ts';
import { shownName } from './file-words.ts';
import type { FilesRoom } from './files-room.ts';
import type { Refusal } from './upload.ts';

/** Why it would not be taken; `undefined` when it may be. */
export const refusalOf = ({ name, size }: File): Refusal | undefined => {
  const ending = /[^.]\.([^.]+)$/.exec(shownName(name))?.[1]?.toLowerCase();
  if (!fileEndings.some((known) => known === ending)) return 'ending';
  if (size === 0) return 'empty';
  return size > mostFileBytes ? 'size' : undefined;
};

const megabytes = mostFileBytes / 1_000_000;

/** Why a file is not taken, in words. */
export const refusalWords = ({ say }: FilesRoom, why: Refusal): string => {
  switch (why) {
    case 'size':
      return say('err.fileSize', { n: megabytes });
    case 'ending':
      return say('err.fileType', {
        types: say('files.or', { types: fileEndings.slice(0, -1).join(', '), last: fileEndings.at(-1) ?? '' }),
      });
    default:
      return say(`files.${why}`);
  }
};

/** How many there can be, how big, and what they may be: told beforehand. */
export const limitWords = ({ say }: FilesRoom, most: number): string =>
  most > 0 ? say('files.limits', { n: most, mb: megabytes, types: fileEndings.join(', ') }) : say('files.full');

/** So many names are told at once. */
const mostNames = 5;

/** Names of files in a sentence, however many there are. */
export const namesIn = ({ say }: FilesRoom, names: readonly string[]): string => {
  const told = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? say('files.andMore', { names: told, n: names.length - mostNames }) : told;
};
