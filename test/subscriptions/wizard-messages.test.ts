import { expect } from 'chai';
import { messages as ofBegun } from '../../src/subscriptions/wizard-begun-messages.ts';
import { messages as ofChoices } from '../../src/subscriptions/wizard-choice-messages.ts';
import { messages as ofGuide } from '../../src/subscriptions/wizard-messages.ts';
import { messages as ofOrder } from '../../src/subscriptions/wizard-order-messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

const parts = { 'the guide': ofGuide, 'its choices': ofChoices, 'a draft': ofBegun, 'its order': ofOrder };

describe('The words of »Opret nyt abonnement«', () => {
  for (const [what, messages] of Object.entries(parts))
    it(`for ${what} are those of the glossary where it has them, and are there in both languages (R38.2)`, async () => {
      expect(await expectGlossary(messages)).to.be.greaterThan(2);
      await expectBothLanguages(messages);
    });

  it('never say the same in two ways (R38.2)', () => {
    const said = new Map<string, string>();
    for (const [key, words] of Object.values(parts).flatMap(({ da }) => Object.entries(da))) {
      expect(said.get(key) ?? words, key).to.equal(words);
      said.set(key, words);
    }
  });
});
