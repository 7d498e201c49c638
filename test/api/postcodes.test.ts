import { expect } from 'chai';
import { townOf } from '../../src/api/postcodes.ts';
import type data from '../data/postcodes.json';

const { postcodes } = (await (await fetch(new URL('../data/postcodes.json', import.meta.url))).json()) as typeof data;

describe('The list of postcodes', () => {
  it('has each of the data with its town and its kind, and no other of four digits (R23.4, ADR-3)', () => {
    const expected = new Map(postcodes.map(({ nr, name, special = false }) => [nr, { town: name, special }]));
    expect(expected.size).to.equal(1159);
    for (let number = 0; number < 10_000; number++) {
      const postcode = String(number).padStart(4, '0');
      expect(townOf(postcode), postcode).to.deep.equal(expected.get(postcode));
    }
  });

  it('is of texts: without its leading zero, or with anything around it, a postcode is none (ADR-4)', () => {
    expect(townOf('0800')).to.deep.equal({ town: 'Høje Taastrup', special: true });
    for (const text of ['800', '00800', ' 0800', '8000 ', '', 'constructor']) expect(townOf(text), text).to.be.undefined;
  });
});
