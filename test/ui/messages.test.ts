import { expect } from 'chai';
import { messages as ofSwitcher } from '../../src/company-switcher/messages.ts';
import { english } from '../../src/ui/messages.en.ts';
import { danish } from '../../src/ui/messages.ts';
import { expectBothLanguages, expectGlossary } from './glossary.ts';

const messages = { da: danish, en: () => Promise.resolve(english) };

describe('The words that elements share', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(10);
  });

  it('are there in both languages, with the same values in them (R38.2)', async () => {
    await expectBothLanguages(messages);
  });
});

describe('The words of the company switcher', () => {
  it('are those of the glossary, letter for letter, in Danish and English (R38.2)', async () => {
    expect(await expectGlossary(ofSwitcher)).to.be.greaterThan(12);
  });

  it('are there in both languages, with the same values in them (R38.2)', async () => {
    await expectBothLanguages(ofSwitcher);
  });
});
