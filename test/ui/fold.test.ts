import { expect } from 'chai';
import { finds } from '../../src/ui/fold.ts';
import { searchCases as cases } from '../data.ts';

describe('Searching names', () => {
  for (const { query, name, match } of cases.search) {
    it(`by »${query}« ${match ? 'finds' : 'does not find'} ${name} (SRT-6)`, () => {
      expect(finds(query, name)).to.equal(match);
    });
  }

  it('by nothing finds everyone, and by a word too many nobody (SRT-6)', () => {
    expect(finds('', 'Søren Sørensen')).to.be.true;
    expect(finds('  ', 'Søren Sørensen')).to.be.true;
    expect(finds('søren x', 'Søren Sørensen')).to.be.false;
  });

  it('takes signs for what they are (T12)', () => {
    expect(finds('(.*', 'Søren Sørensen')).to.be.false;
    expect(finds("o'hara", "Pat O'Hara")).to.be.true;
    expect(finds('sø\u0301ren', 'Søren')).to.be.true;
  });
});
