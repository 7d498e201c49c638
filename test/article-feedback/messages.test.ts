import { expect } from 'chai';
import { messages as ofForm } from '../../src/article-feedback/form-messages.ts';
import { messages } from '../../src/article-feedback/messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

describe('The words of the question under an article', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(15);
    expect(await expectGlossary(ofForm)).to.be.greaterThan(20);
  });

  it('are there in both languages, with the same values in them (R38.2)', async () => {
    await expectBothLanguages(messages);
    await expectBothLanguages(ofForm);
  });
});
