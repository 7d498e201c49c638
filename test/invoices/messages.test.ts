import { expect } from 'chai';
import { messages as downloads } from '../../src/invoices/downloads-messages.ts';
import { messages } from '../../src/invoices/messages.ts';
import { messages as months } from '../../src/invoices/months-messages.ts';
import { messages as opened } from '../../src/invoices/opened-messages.ts';
import { messages as specified } from '../../src/invoices/specified-messages.ts';
import { messages as users } from '../../src/invoices/users-messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

const rooms = { messages, downloads, months, opened, specified, users };

describe('The words of invoices', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    const compared = await Promise.all(Object.values(rooms).map((room) => expectGlossary(room)));
    expect(compared.reduce((sum, n) => sum + n, 0)).to.be.greaterThan(50);
  });

  for (const [room, words] of Object.entries(rooms))
    it(`are there in both languages, with the same values in them: ${room} (R38.2)`, async () => {
      await expectBothLanguages(words);
    });
});
