import { expect } from 'chai';
import { messages } from '../../src/subscriptions/messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

describe('The words of users and subscriptions', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(40);
  });

  it('are there in both languages, with the same values in them (R38.2)', async () => {
    await expectBothLanguages(messages);
  });
});
