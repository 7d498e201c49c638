import { expect } from 'chai';
import { html, render } from 'lit';
import { pager } from '../../src/ui/pager.ts';
import { cleanup, expectAccessible, fixture } from '../helpers.ts';

const limit = 50;

/** A pager at a place in a list, and where it was asked to go. */
const pagerAt = async (start: number, total: number) => {
  const place = await fixture<HTMLElement>(html`<main></main>`);
  const gone: number[] = [];
  const draw = (offset: number): void => {
    const words = { range: `fra ${String(offset + 1)}`, previous: 'Forrige', next: 'Næste' };
    render(pager({ offset, limit, total, ...words, go: (to) => gone.push(to) }), place);
  };
  draw(start);
  const button = (name: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
  return { place, gone, draw, button };
};

describe('A pager', () => {
  afterEach(cleanup);

  it('says where one is, and offers no way where there is one page only', async () => {
    const { place } = await pagerAt(0, limit);
    expect(place.textContent.trim()).to.equal('fra 1');
    expect(place.querySelectorAll('button')).to.have.length(0);
  });

  it('goes to the page before and to the page after', async () => {
    const { button, gone, place } = await pagerAt(50, 151);
    button('Forrige')?.click();
    button('Næste')?.click();
    expect(gone).to.deep.equal([0, 100]);
    await expectAccessible(place);
  });

  it('goes no further than the ends of the list', async () => {
    const { button, gone, draw } = await pagerAt(0, 150);
    button('Forrige')?.click();
    draw(100);
    button('Næste')?.click();
    expect(gone).to.deep.equal([]);
    expect(button('Næste')?.getAttribute('aria-disabled')).to.equal('true');
    expect(button('Forrige')?.getAttribute('aria-disabled')).to.equal('false');
  });

  it('comes back to the beginning from a page that began between', async () => {
    const { button, gone } = await pagerAt(20, 151);
    button('Forrige')?.click();
    expect(gone).to.deep.equal([0]);
  });

  it('keeps the focus on the control that was used, also at the end of the list (A11Y-3)', async () => {
    const { button, draw } = await pagerAt(50, 150);
    const next = button('Næste');
    next?.focus();
    next?.click();
    draw(100);
    expect(document.activeElement).to.equal(next);
  });
});
