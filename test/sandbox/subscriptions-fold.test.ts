import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { searchForms } from '../../sandbox/subscriptions/search-forms.ts';
import { readSearch } from '../../sandbox/subscriptions/search-text.ts';
import cases from '../data/sorting-and-search-cases.json' with { type: 'json' };
import { createSearch } from './reference-search.ts';

/** Whether a search finds a name through the forms that the database keeps. */
const finds = (query: string, name: string): boolean => {
  const forms = searchForms(name, null, []);
  return readSearch(query).every((probes) => probes.some((probe) => forms.some((form) => form.startsWith(probe))));
};

const letters = fc.constantFrom(...Array.from('aabdeehioorstæøåéäöüÆØÅA'));
const word = fc.array(letters, { minLength: 1, maxLength: 7 }).map((list) => list.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

describe('the folding of names', () => {
  test('agrees with the rule as it is written, for the examples (R11.3)', () => {
    for (const { query, name, match } of cases.search) {
      assert.equal(createSearch(query)(name), match, `the rule: »${query}« and ${name}`);
      assert.equal(finds(query, name), match, `»${query}« and ${name}`);
    }
  });

  test('agrees with the rule as it is written, for any names and what is typed for them (R11.3)', () => {
    const changes: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.replaceAll(/[åäæ]/gi, 'a').replaceAll(/[øö]/gi, 'o'),
      (text) => text.replaceAll(/å/gi, 'aa').replaceAll(/æ/gi, 'ae').replaceAll(/ø/gi, 'oe'),
      (text) => text.replaceAll(/aa/gi, 'å').replaceAll(/ae/gi, 'æ').replaceAll(/oe/gi, 'ø'),
    ];
    const typed = fc.tuple(name, fc.constantFrom(...changes), fc.nat(9), fc.nat(3));
    fc.assert(
      fc.property(typed, fc.option(name), ([text, change, cut, start], other) => {
        const query = change(text).slice(start, start + cut + 1);
        const found = other ?? text;
        assert.equal(finds(query, found), createSearch(query)(found), `»${query}« and ${found}`);
      }),
      { numRuns: 10_000, seed: 11 },
    );
  });

  test('finds a name by any beginning of each of its words, however they are spelt (R11.3)', () => {
    const spelt = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) =>
        text
          .toLowerCase()
          .replaceAll(/[åäæ]/g, (letter) => (letter === 'å' ? 'aa' : 'ae'))
          .replaceAll(/[øö]/g, 'oe'),
    );
    fc.assert(
      fc.property(name, spelt, fc.nat(9), (found, spell, cut) => {
        const typed = found.split(' ').map((part) => spell(part.slice(0, cut + 1)));
        assert.ok(finds(typed.reverse().join(' '), found), `${typed.join(' ')} must find ${found}`);
      }),
      { numRuns: 3000, seed: 12 },
    );
  });

  test('keeps no form that another one begins with (R11.3)', () => {
    fc.assert(
      fc.property(name, (found) => {
        const forms = searchForms(found, 'anne.marie@x.example', ['+4567102030']);
        for (const form of forms) assert.equal(forms.filter((other) => other.startsWith(form)).length, 1);
      }),
      { seed: 13 },
    );
  });
});
