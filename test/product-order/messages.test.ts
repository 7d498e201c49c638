import { expect } from 'chai';
import { messages as ofForm } from '../../src/product-order/form-messages.ts';
import { messages as ofShelf } from '../../src/product-order/messages.ts';
import { messages as ofOrders } from '../../src/product-order/orders-messages.ts';
import { messages as ofPlacing } from '../../src/product-order/placing-messages.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';

const parts = { 'the shelf': ofShelf, 'the form': ofForm, 'sending and the receipt': ofPlacing };

describe('The words of products', () => {
  for (const [what, messages] of Object.entries(parts))
    it(`for ${what} are those of the glossary where it has them, and are there in both languages (R38.2)`, async () => {
      expect(await expectGlossary(messages)).to.be.greaterThan(4);
      await expectBothLanguages(messages);
    });

  it('never say the same in two ways (R38.2)', () => {
    const said = new Map<string, string>();
    for (const [key, words] of Object.values({ ...parts, orders: ofOrders }).flatMap(({ da }) => Object.entries(da))) {
      expect(said.get(key) ?? words, key).to.equal(words);
      said.set(key, words);
    }
  });
});
