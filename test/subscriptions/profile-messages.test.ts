import { expect } from 'chai';
import { messages as ofDeeds } from '../../src/subscriptions/deed-messages.ts';
import { messages as ofEditing } from '../../src/subscriptions/edit-messages.ts';
import { messages as ofList } from '../../src/subscriptions/messages.ts';
import { messages as ofProfile } from '../../src/subscriptions/profile-messages.ts';
import { messages as ofSims } from '../../src/subscriptions/sim-messages.ts';
import { messages as ofGuide } from '../../src/subscriptions/wizard-messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

const all = { 'of the profile': ofProfile, 'of deeds': ofDeeds, 'of SIM cards': ofSims, 'of editing': ofEditing };
const compared = { 'of the profile': 20, 'of deeds': 15, 'of SIM cards': 20, 'of editing': 0 };

for (const [whose, messages] of Object.entries(all))
  describe(`The words ${whose}`, () => {
    it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
      expect(await expectGlossary(messages)).to.be.at.least(compared[whose as keyof typeof compared]);
    });

    it('are there in both languages, with the same values in them (R38.2)', async () => {
      await expectBothLanguages(messages);
    });
  });

describe('The words that one element learns', () => {
  it('are never two under one key, whatever has been opened before (R38.2)', () => {
    const known = new Map<string, string>();
    for (const { da } of [ofList, ...Object.values(all), ofGuide])
      for (const [key, words] of Object.entries<string>(da)) {
        expect(words, key).to.equal(known.get(key) ?? words);
        known.set(key, words);
      }
    expect(known.size).to.be.greaterThan(200);
  });
});
