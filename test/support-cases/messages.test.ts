import { expect } from 'chai';
import { messages as ofCase } from '../../src/support-cases/case-messages.ts';
import { messages } from '../../src/support-cases/messages.ts';
import { messages as ofNews } from '../../src/support-cases/news-messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

const rooms = { messages, ofCase, ofNews };

describe('The words of support cases', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    const compared = await Promise.all(Object.values(rooms).map((room) => expectGlossary(room)));
    expect(compared.reduce((sum, n) => sum + n, 0)).to.be.greaterThan(50);
  });

  for (const [room, words] of Object.entries(rooms))
    it(`are there in both languages, with the same values in them: ${room} (R38.2)`, async () => {
      await expectBothLanguages(words);
    });
});
