/** Every text of ours in both languages, read from the files of messages beside the elements. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type Dictionary = Readonly<Record<string, string>>;

export interface Texts {
  /** The file of the Danish texts, from the root of the project. */
  readonly file: string;
  readonly danish: Dictionary;
  /** `undefined` where there is no file of English texts beside it. */
  readonly english: Dictionary | undefined;
}

/** The names of all files of messages, without those of the English ones. */
export const messageFiles = (): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|[/\\-])messages\.ts$/.test(file))
    .map((file) => path.posix.join('src', file.replaceAll('\\', '/')))
    .sort();

const load = async (file: string): Promise<Readonly<Record<string, Dictionary>>> =>
  (await import(pathToFileURL(file).href)) as Readonly<Record<string, Dictionary>>;

/** Reads them all. @throws when a file of messages has no texts called `danish`. */
export const allTexts = async (): Promise<Texts[]> =>
  Promise.all(
    messageFiles().map(async (file) => {
      const { danish } = await load(file);
      if (!danish) throw new Error(`${file} has no texts called danish`);
      const beside = file.replace(/\.ts$/, '.en.ts');
      return { file, danish, english: existsSync(beside) ? (await load(beside))['english'] : undefined };
    }),
  );

/** What stands for a value in a text, in order of the alphabet. */
export const valuesIn = (text: string): string[] => [...text.matchAll(/\{[^}]*\}/g)].map(([value]) => value).sort();

/** What is wrong with the texts of one file; empty when nothing is. */
export const wrongWith = ({ file, danish, english }: Texts): string[] => {
  if (!english) return [`${file}: nothing in English beside it`];
  const keys = Object.keys(danish);
  return [
    ...keys.filter((key) => !(key in english)).map((key) => `${file}: ${key} is missing in English`),
    ...Object.keys(english)
      .filter((key) => !(key in danish))
      .map((key) => `${file}: ${key} is missing in Danish`),
    ...[danish, english].flatMap((words) =>
      Object.entries(words)
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${file}: ${key} is empty`),
    ),
    ...keys
      .filter((key) => valuesIn(danish[key] ?? '').join() !== valuesIn(english[key] ?? '').join())
      .map((key) => `${file}: ${key} has other values in English`),
    ...keys.flatMap((key) => {
      const [, noun, form] = /^(.*)\.(one|other)$/.exec(key) ?? [];
      const pair = `${noun ?? ''}.${form === 'one' ? 'other' : 'one'}`;
      return noun !== undefined && danish[key]?.includes('{n}') && !(pair in danish) ? [`${file}: ${key} without ${pair}`] : [];
    }),
  ];
};

interface Entry {
  readonly key: string;
  readonly da: string;
  readonly en: string;
}

/** What stands for a value may be called something else in the glossary. */
const nameless = (text: string): string => text.replaceAll(/\{[^}]*\}/g, '{}');

/** Where the texts of a file say a key of the glossary in other words than it does. */
export const againstGlossary = ({ file, danish, english }: Texts, glossary: readonly Entry[]): string[] =>
  glossary.flatMap(({ key, da, en }) => {
    const [ours, inEnglish] = [danish[key], english?.[key]];
    return [
      ...(ours !== undefined && nameless(ours) !== nameless(da) ? [`${file}: ${key} is »${da}«, not »${ours}«`] : []),
      ...(inEnglish !== undefined && nameless(inEnglish) !== nameless(en) ? [`${file}: ${key} is “${en}”, not “${inEnglish}”`] : []),
    ];
  });
