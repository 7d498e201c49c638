import { expect } from 'chai';
import { messages } from '../../src/overview/messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

describe('The words of the overview', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(25);
  });

  it('are there in both languages, with the same values in them (R38.2)', async () => {
    await expectBothLanguages(messages);
  });
});
