/** Compares the words of the elements with the project's glossary. */
import { expect } from 'chai';
import type { Messages } from '../../src/ui/text.ts';
import { glossary } from '../data.ts';

/** What stands for a value may be called something else in the glossary, which names it in the language of the text. */
const nameless = (text: string): string => text.replaceAll(/\{[^}]*\}/g, '{}');

const byKey = new Map(glossary.map((entry) => [entry.key, entry]));

/** Proves, for every key of the glossary, its Danish and its English text; gives how many there were. */
export const expectGlossary = async (messages: Messages<string>): Promise<number> => {
  const english = await messages.en();
  let compared = 0;
  for (const [key, danish] of Object.entries(messages.da)) {
    const entry = byKey.get(key);
    if (!entry) continue;
    compared += 1;
    expect(nameless(danish), `${key} in Danish`).to.equal(nameless(entry.da));
    expect(nameless(english[key] ?? ''), `${key} in English`).to.equal(nameless(entry.en));
  }
  return compared;
};

/** Proves that both languages have a text for every key, with the same values in it. */
export const expectBothLanguages = async (messages: Messages<string>): Promise<void> => {
  const english = await messages.en();
  expect(Object.keys(english).sort()).to.deep.equal(Object.keys(messages.da).sort());
  for (const [key, danish] of Object.entries(messages.da)) {
    const values = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([value]) => value).sort();
    expect(values(english[key] ?? ''), key).to.deep.equal(values(danish));
    expect(danish.trim(), key).not.to.equal('');
  }
};
