import { expect } from 'chai';
import { matchesIn, placesIn, type Part } from '../../src/ui/matches.ts';
import { searchCases } from '../data.ts';

/** What is marked stands in brackets. */
const written = (parts: readonly Part[]): string => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('What is found of a name', () => {
  for (const [typed, name, marked] of [
    ['m', 'Maja Holm', '[M]aja Holm'],
    ['maja h', 'Maja Holm', '[Maja] [H]olm'],
    ['h maja', 'Maja Holm', '[Maja] [H]olm'],
    ['å', 'Åse Aagaard', '[Å]se [Aa]gaard'],
    ['aa', 'Åse Aagaard', '[Å]se [Aa]gaard'],
    ['a', 'Åse Aagaard', '[Å]se [A]agaard'],
    ['oe', 'Dorte Ørum', 'Dorte [Ø]rum'],
    ['kjae', 'Mette Kjær', 'Mette [Kjæ]r'],
    ['soer', 'Fie Krogh-Sørensen', 'Fie Krogh-[Sør]ensen'],
    ['karl åge', 'Karl-Åge Nygård', '[Karl]-[Åge] Nygård'],
    ['rene', 'Renée Rée', '[René]e Rée'],
    ['schutt', 'Lærke Schütt', 'Lærke [Schütt]'],
    ['cig', 'Çigdem Demir', '[Çig]dem Demir'],
    ['d', "Hans d'Arc", "Hans [d]'Arc"],
    ['arc', "Hans d'Arc", "Hans d'[Arc]"],
    ['x', 'Maja Holm', 'Maja Holm'],
    ['', 'Maja Holm', 'Maja Holm'],
    ['<b>', '<b>Maja</b>', '[<b>]Maja</b>'],
  ] as const) {
    it(`is the beginning of each word that fits, the name as it is written: »${typed}« in »${name}« (R21.3, SRT-6)`, () => {
      const parts = matchesIn(typed, name);
      expect(written(parts)).to.equal(marked);
      expect(parts.map(({ text }) => text).join('')).to.equal(name.normalize('NFC'));
    });
  }

  it('does not take a letter from its accent', () => {
    expect(written(matchesIn('rene', 'Rene\u0301e'))).to.equal('[René]e');
  });

  it('is something of every name of the table that a search finds, and nothing of those it does not (R21.3, SRT-6)', () => {
    for (const { query, name, match } of searchCases.search) {
      const hits = matchesIn(query, name).filter(({ hit }) => hit).length;
      if (match) expect(hits, `${query} in ${name}`).to.be.at.least(1);
      else expect(hits, `${query} in ${name}`).to.be.lessThan(query.split(/[\s-]+/).length);
    }
    expect(searchCases.search.length).to.be.greaterThan(20);
  });
});

describe('What is found of a telephone number or an address', () => {
  for (const [typed, text, marked] of [
    ['6710', '67\u00a010\u00a020\u00a030', '[67\u00a010]\u00a020\u00a030'],
    ['67 10 2', '67\u00a010\u00a020\u00a030', '[67\u00a010\u00a02]0\u00a030'],
    ['MAJA@', 'maja@nordlys.example', '[maja@]nordlys.example'],
    ['maja@nordlys.example', 'maja@nordlys.example', '[maja@nordlys.example]'],
    ['.', 'a.b', 'a[.]b'],
    ['(', 'a.b', 'a.b'],
    ['[a-z]+\\', 'a.b', 'a.b'],
    ['', 'a.b', 'a.b'],
    ['  ', 'a.b', 'a.b'],
  ] as const) {
    it(`is found wherever it stands, whatever the spaces: »${typed}« in »${text}« (R21.2, R21.3)`, () => {
      expect(written(placesIn(typed, text))).to.equal(marked);
    });
  }
});
