import { expect } from 'chai';
import { messages as ofWhatIsToCome } from '../../src/subscriptions/coming-messages.ts';
import { messages as ofDeeds } from '../../src/subscriptions/deed-messages.ts';
import { messages as ofEditing } from '../../src/subscriptions/edit-messages.ts';
import { messages as ofList } from '../../src/subscriptions/messages.ts';
import { messages as ofProfile } from '../../src/subscriptions/profile-messages.ts';
import { messages as ofSims } from '../../src/subscriptions/sim-messages.ts';
import { messages as ofBeginning } from '../../src/subscriptions/wizard-begun-messages.ts';
import { messages as ofChoices } from '../../src/subscriptions/wizard-choice-messages.ts';
import { messages as ofGuide } from '../../src/subscriptions/wizard-messages.ts';
import { messages as ofOrdering } from '../../src/subscriptions/wizard-order-messages.ts';
import type { Messages } from '../../src/ui/text.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

/** Each with how many words of the glossary it has at least. */
const all: Readonly<Record<string, readonly [Messages<string>, number]>> = {
  'of the profile': [ofProfile, 20],
  'of what is to come': [ofWhatIsToCome, 2],
  'of deeds': [ofDeeds, 20],
  'of SIM cards': [ofSims, 20],
  'of editing': [ofEditing, 0],
};

for (const [whose, [messages, least]] of Object.entries(all))
  describe(`The words ${whose}`, () => {
    it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
      expect(await expectGlossary(messages)).to.be.at.least(least);
    });

    it('are there in both languages, with the same values in them (R38.2)', async () => {
      await expectBothLanguages(messages);
    });
  });

describe('The words that one element learns', () => {
  it('are never two under one key, whatever has been opened before (R38.2)', async () => {
    const everything: Messages<string>[] = [
      ...[ofList, ofGuide, ofBeginning, ofChoices, ofOrdering],
      ...Object.values(all).map(([messages]) => messages),
    ];
    const known = new Map<string, string>();
    for (const { da, en } of everything)
      for (const [language, words] of [['da', da] as const, ['en', await en()] as const])
        for (const [key, text] of Object.entries(words)) {
          const name = `${language} ${key}`;
          expect(text, name).to.equal(known.get(name) ?? text);
          known.set(name, text);
        }
    expect(known.size).to.be.greaterThan(400);
  });
});
