import { expect } from 'chai';
import { checkAddress, formatAddress, parseAddress, type Address, type Postcodes, type TypedAddress } from '../../src/api/address.ts';
import { townOf } from '../../src/api/postcodes.ts';
import { identifierCases as cases } from '../data.ts';

const typed: TypedAddress = { street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: '', postcode: '8000' };
const right: Address = { ...typed, place: null, town: 'Aarhus C' };

/** What is written for a part that is typed, the rest being right; or what is wrong with it. */
const read = (field: keyof TypedAddress, text: string): string | null => {
  const result = parseAddress({ ...typed, [field]: text }, townOf);
  if ('address' in result) return result.address[field];
  expect(result.problems, text).to.have.lengthOf(1);
  expect(result.problems[0]?.field, text).to.equal(field);
  return result.problems[0]?.type ?? null;
};

/** What is wrong with a part of an address that is otherwise right. */
const found = (part: Partial<Address>): string[] =>
  checkAddress({ ...right, ...part }, townOf).map(({ field, type }) => `${field} ${type}`);

describe('An address that is typed', () => {
  for (const field of ['houseNumber', 'floor', 'door'] as const) {
    it(`has a ${field} as the register writes it, forgiving the usual writings (R23.3, D16, ADR-2)`, () => {
      for (const text of cases[field].valid) {
        expect(read(field, text), text).to.equal(text === '' ? null : text);
        expect(found({ [field]: text === '' ? null : text }), text).to.deep.equal([]);
      }
      for (const [text, written] of Object.entries<string>(cases[field].normalise)) expect(read(field, text), text).to.equal(written);
      for (const text of cases[field].invalid) expect(found({ [field]: text }), text).to.deep.equal([`${field} form`]);
    });
  }

  it('has no other house number, floor or door (D16, ADR-2)', () => {
    for (const text of ['0', '000', '1000', 'A12', '12AB', '12-14', '12Æ', '12 B 3'])
      expect(read('houseNumber', text), text).to.equal('form');
    for (const text of ['0', '100', '-1', 'k1', 'k10', '1.5 sal th', 'loft']) expect(read('floor', text), text).to.equal('form');
    for (const text of ['10000', '0', '-', '/', 'a,b', 'é', 'abcdefghijk']) expect(read('door', text), text).to.equal('form');
  });

  it('may have what is written by hand: small letters, full stops, spaces, words (ADR-2)', () => {
    expect(['12 b', '012b', '12 B.', ' 7 '].map((text) => read('houseNumber', text))).to.deep.equal(['12B', '12B', '12B', '7']);
    expect(['2.', '02', '2.sal', 'ST', 'st.', 'Kælder', 'K2'].map((text) => read('floor', text))).to.deep.equal([
      '2',
      '2',
      '2',
      'st',
      'st',
      'kl',
      'k2',
    ]);
    expect(['TH', 't.h.', 'mf.', 'til højre', 'Midt for', 'A 1', '007'].map((text) => read('door', text))).to.deep.equal([
      'th',
      'th',
      'mf',
      'th',
      'mf',
      'a1',
      '7',
    ]);
  });

  it('has a street of letters, digits and punctuation, a letter among them (D16)', () => {
    for (const street of [
      'C.F. Richs Vej',
      '10. Februar Vej',
      'Aa-Prøvevej',
      'H/F »Testhaven«',
      "Ved 'Prøven' (nord)",
      'Å',
      'Allé d’Exemple',
    ]) {
      expect(read('street', street), street).to.equal(street);
      expect(found({ street }), street).to.deep.equal([]);
    }
    for (const street of ['12', '—', '<b>Vej</b>', 'Vej\u0000', 'Vej\u202e', 'Vej 🏠'])
      expect(read('street', street), street).to.equal('form');
    for (const street of ['', ' ', '\u00a0\n']) expect(read('street', street)).to.equal('missing');
    expect(read('street', ' Lange\u00a0 \n Prøvevej ')).to.equal('Lange Prøvevej');
    expect(read('street', 'Pr\u006f\u0308vevej')).to.equal('Prövevej');
    expect([read('street', 'ø'.repeat(100)), read('street', 'ø'.repeat(101))]).to.deep.equal(['ø'.repeat(100), 'tooLong']);
  });

  it('may have a place of its own, or none (ADR-1)', () => {
    expect([read('place', ' Prøveby '), read('place', ' ')]).to.deep.equal(['Prøveby', null]);
    expect([read('place', '7'), read('place', 'y'.repeat(101))]).to.deep.equal(['form', 'tooLong']);
  });

  it('has a postcode of the list in any writing, which gives the town (R23.4, ADR-4)', () => {
    for (const postcode of cases.postcode.valid) expect(read('postcode', postcode), postcode).to.equal(postcode);
    for (const [text, postcode] of Object.entries(cases.postcode.acceptInput)) expect(read('postcode', text), text).to.equal(postcode);
    for (const text of ['dk-8000', 'DK8000', '8000 '])
      expect(parseAddress({ ...typed, postcode: text }, townOf)).to.deep.equal({ address: right });
  });

  it('has no postcode that is not one: malformed, unknown, or no place for a parcel (D16, ADR-3, ADR-6)', () => {
    for (const postcode of cases.postcode.invalid) expect(['form', 'notDenmark'], postcode).to.include(read('postcode', postcode));
    for (const postcode of ['50000', '5O00', '80', '8', 'Aarhus']) expect(read('postcode', postcode), postcode).to.equal('form');
    for (const postcode of ['1000', '1431', '1566', '0000', '9999']) expect(read('postcode', postcode), postcode).to.equal('unknown');
    for (const postcode of ['0800', '0960', '1500']) expect(read('postcode', postcode), postcode).to.equal('box');
    expect(read('postcode', '')).to.equal('missing');
  });

  it('is not in Greenland, on the Faroe Islands or abroad, and is told so (R23.5, ADR-5)', () => {
    for (const postcode of [...Object.keys(cases.postcode.notDenmark), '3999', '100', '970', 'FO-100', 'FO 100', 'GL-3900', 'DK-3900']) {
      expect(read('postcode', postcode), postcode).to.equal('notDenmark');
    }
    for (const postcode of ['S-211 20', 'SE-21120', 'D-24937', 'N-0150', 'no 0150'])
      expect(read('postcode', postcode), postcode).to.equal('notDenmark');
  });

  it('may have a postcode that only the operator’s own list holds, but never Greenland (ADR-5, ADR-6)', () => {
    const operators: Postcodes = (postcode) => ({ town: `By ${postcode}`, special: false });
    const at = (postcode: string) => parseAddress({ ...typed, postcode }, operators);
    expect(at('1431')).to.deep.equal({ address: { ...right, postcode: '1431', town: 'By 1431' } });
    expect(at('2412')).to.deep.equal({ problems: [{ field: 'postcode', type: 'notDenmark' }] });
  });

  it('tells all that is wrong with it at once, part by part (R23.3)', () => {
    const empty = { street: '', houseNumber: ' ', floor: 'loft', door: '-', place: '!', postcode: '' };
    expect(parseAddress(empty, townOf)).to.deep.equal({
      problems: [
        { field: 'street', type: 'missing' },
        { field: 'houseNumber', type: 'missing' },
        { field: 'floor', type: 'form' },
        { field: 'door', type: 'form' },
        { field: 'place', type: 'form' },
        { field: 'postcode', type: 'missing' },
      ],
    });
  });
});

describe('An address that is sent', () => {
  it('is right as it comes out of what was typed', () => {
    const result = parseAddress({ ...typed, houseNumber: '12 b', floor: '2. sal', door: 'T.H.', postcode: 'DK 8000' }, townOf);
    expect(result).to.deep.equal({ address: right });
    expect(checkAddress(right, townOf)).to.deep.equal([]);
  });

  it('is forgiven nothing (T19, ADR-2)', () => {
    expect(found({ street: ' Prøvevej' })).to.deep.equal(['street form']);
    expect(found({ street: 'Prøve  vej', place: 'Prøve\nby' })).to.deep.equal(['street form', 'place form']);
    expect(found({ houseNumber: '12 B', floor: '2.', door: 'TH' })).to.deep.equal(['houseNumber form', 'floor form', 'door form']);
    expect(found({ floor: '', door: '', place: '' })).to.deep.equal(['floor form', 'door form', 'place form']);
    expect(found({ street: '', houseNumber: '', postcode: '', town: '' })).to.deep.equal([
      'street missing',
      'houseNumber missing',
      'postcode missing',
      'town missing',
    ]);
  });

  it('has the town of its postcode, and a postcode where parcels go (T19, R23.5, ADR-5)', () => {
    expect(found({ town: 'Århus C' })).to.deep.equal(['town unknown']);
    expect(found({ postcode: '8200' })).to.deep.equal(['town unknown']);
    expect(found({ postcode: '1431' })).to.deep.equal(['postcode unknown']);
    expect(found({ postcode: '0999', town: 'København C' })).to.deep.equal(['postcode box']);
    expect(found({ postcode: '3900', town: 'Nuuk' })).to.deep.equal(['postcode notDenmark']);
    expect(found({ postcode: 'DK-8000' })).to.deep.equal(['postcode form']);
  });
});

describe('An address that is shown', () => {
  it('has a line for each of street, place and town (ADR-1, ADR-2)', () => {
    expect(formatAddress(right)).to.deep.equal(['Prøvevej 12B, 2. th.', '8000 Aarhus C']);
    expect(formatAddress({ ...right, place: 'Prøveby' })).to.deep.equal(['Prøvevej 12B, 2. th.', 'Prøveby', '8000 Aarhus C']);
    const first = (floor: string | null, door: string | null) => formatAddress({ ...right, floor, door })[0];
    expect([first(null, null), first('st', null), first('k2', 'mf'), first(null, 'tv'), first('4', '12'), first('1', 'a1')]).to.deep.equal([
      'Prøvevej 12B',
      'Prøvevej 12B, st.',
      'Prøvevej 12B, k2. mf.',
      'Prøvevej 12B, tv.',
      'Prøvevej 12B, 4. 12',
      'Prøvevej 12B, 1. a1',
    ]);
  });
});
