/** What a browser is told to fetch at once for a tag, rather than file by file as each is read: the package says so in its `manifest.json`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface BuiltFile {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The addresses of everything that the file of a tag imports, however far down; none where the elements have not been built. */
export function preloadsOf(elements: string, tag: string): readonly string[] {
  const manifest = path.join(elements, 'manifest.json');
  if (!existsSync(manifest)) return [];
  const built = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, BuiltFile>;
  const found = new Set<string>();
  const take = (key: string): void => {
    for (const inner of built[key]?.imports ?? []) {
      if (found.has(inner)) continue;
      found.add(inner);
      take(inner);
    }
  };
  take(Object.keys(built).find((key) => built[key]?.file === `${tag}.js`) ?? '');
  return [...found].flatMap((key) => (built[key] ? [`/elements/${built[key].file}`] : []));
}
