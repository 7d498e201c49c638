import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Every file that registers a tag, by the tag: `{ 'ss-session': 'src/session/ss-session.ts', … }`, in the order of the tags. */
export function tagEntries(source = 'src'): Record<string, string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /^ss-[a-z-]+\.ts$/.test(path.basename(file)));
  const entries = files.map((file): [string, string] => [
    path.basename(file, '.ts'),
    path.posix.join(source, file.split(path.sep).join('/')),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
