import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titlesOf } from '../../scripts/titles.ts';

test('the titles of it and test are read, whatever their quotes, and nothing else', () => {
  const source = [
    "describe('not this', () => {",
    "  it('shows the list (R9.3)', () => { it.each('nor this'); });",
    '  test(`sorts by ${name} on ${engine} (R11.6, D9)`, async () => {});',
    '  test("says \\"no\\" (F01)", () => {});',
    "  // it('nor a comment', …)",
    "  expect(latest('nor a call of another name'));",
    '});',
  ].join('\n');
  assert.deepEqual(titlesOf(source), ['shows the list (R9.3)', 'sorts by … on … (R11.6, D9)', 'says "no" (F01)']);
});
