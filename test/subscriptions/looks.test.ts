/** The list on pages that are narrow, dark, backwards or hostile. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import { at, slow } from '../faults.ts';
import { cleanup, fixture, signIn, until } from '../helpers.ts';
import { bent, companyOf, cvr, list, open, place } from './open.ts';
import { all, control, listed, one, openSort, rows, textOf } from './screen.ts';

const long = 'Wolfeschlegelsteinhausenbergerdorff-Ærøskøbingsgade Christophersen-Sørensen';

const withLongWords: typeof fetch = at(
  '/search',
  bent({
    'items.0.user.name': long,
    'items.0.user.email': `${'langt.navn.'.repeat(9)}ende@${'afdeling.'.repeat(6)}example`,
    'items.0.subscriptions.0.plan': 'Mobil Erhverv Europa Ekstra Plus 500 GB data',
    'items.4.label': 'Routerenpåbyggepladsenvedsidenafhovedkontoret'.repeat(3),
  }),
)(fetch);

const expectNoOverflow = (element: Element): void => {
  const page = document.documentElement;
  expect(page.scrollWidth, 'the page').to.be.at.most(page.clientWidth);
  const { left, right } = element.getBoundingClientRect();
  for (const part of all(element, '*').filter(
    (found) => found.checkVisibility() && found.localName !== 'wbr' && !found.closest('.visually-hidden'),
  )) {
    const box = part.getBoundingClientRect();
    expect(box.right, part.outerHTML.slice(0, 90)).to.be.at.most(right + 1);
    expect(box.left, part.outerHTML.slice(0, 90)).to.be.at.least(left - 4); // the arrow of the way back hangs out
  }
};

/** A rule for the whole page, for one test. */
const pageRule = (css: string): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};

describe('the look of the list', () => {
  let undo: () => void = () => {};
  afterEach(async () => {
    undo();
    undo = () => {};
    document.dir = '';
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [320, 768, 1280])
    it(`fits ${String(width)} px with long names and addresses, in the list and in a profile (F26, F30)`, async () => {
      await setViewport({ width, height: 800 });
      const element = await open('maja', { fetch: withLongWords });
      expectNoOverflow(element);
      await openSort(element);
      const menu = one(element, '#sort').getBoundingClientRect();
      expect(menu.left).to.be.at.least(0);
      expect(menu.right).to.be.at.most(width);
      one(element, '#sort').hidePopover();
      one(element, 'td .link').click();
      await until(() => all(element, 'dl').length, 'the profile');
      expectNoOverflow(element);
    });

  for (const width of [320, 768, 1280])
    it(`does not move the list between waiting and rows, at ${String(width)} px (F03)`, async () => {
      await setViewport({ width, height: 800 });
      const element = await place('maja', { fetch: at('/search', slow(150))(fetch) });
      await until(() => all(element, '.bone-row').length && all(element, '#search').length, 'the bones');
      const bones = one(element, '.bones').getBoundingClientRect();
      const bone = one(element, '.bone-row').getBoundingClientRect();
      await listed(element);
      const list = one(element, '.list').getBoundingClientRect();
      const row = one(element, 'tbody tr:nth-child(2)').getBoundingClientRect();
      expect(list.top).to.be.closeTo(bones.top, 1);
      expect(list.width).to.be.closeTo(bones.width, 1);
      expect(bone.height).to.be.closeTo(row.height, 12);
    });

  it('moves nothing when the page learns who is here: the head stays where it is (F03)', async () => {
    await setViewport({ width: 1280, height: 800 });
    const element = await open('maja');
    const top = one(element, '.list').getBoundingClientRect().top;
    expect(top).to.be.above(0);
    expect(one(element, 'h2').getBoundingClientRect().top).to.be.closeTo(element.getBoundingClientRect().top, 1);
  });

  it('is a table for assistive technology when narrow, too (R10.2)', async () => {
    await setViewport({ width: 320, height: 800 });
    const element = await open('maja');
    const roles = ['table', 'rowgroup', 'row', 'columnheader', 'cell'].map((role) => all(element, `[role=${role}]`).length);
    expect(roles).to.deep.equal([1, 2, 27, 5, 130]);
  });

  it('withstands a reset of everything by the page: it still takes its room, in its own measures (F30)', async () => {
    await setViewport({ width: 1280, height: 800 });
    const before = await open('maja');
    const width = before.getBoundingClientRect().width;
    cleanup();
    undo = pageRule('* { all: unset !important; }');
    signIn('maja');
    const both = await fixture(html`<section><ss-company-switcher></ss-company-switcher>${list}</section>`);
    const element = both.querySelector('ss-subscriptions');
    if (!element) throw new Error('The page is not whole.');
    await listed(element);
    expect(getComputedStyle(element).display).to.equal('block');
    expect(element.getBoundingClientRect().width).to.be.closeTo(width, 40);
    expect(getComputedStyle(one(element, 'tbody tr')).display).to.equal('table-row');
    expect(getComputedStyle(one(element, '.sort-button')).cursor).to.equal('pointer');
  });

  it('keeps its size on a page with a root of 62.5 %, and its words when the page shouts (F30)', async () => {
    const before = await open('maja');
    const { fontSize, lineHeight } = getComputedStyle(one(before, 'td.name'));
    cleanup();
    undo = pageRule(
      'html { font-size: 62.5%; } body { font-size: 1rem; text-transform: uppercase; letter-spacing: 3px; text-align: right; line-height: 3; }',
    );
    const element = await open('maja');
    const style = getComputedStyle(one(element, 'td.name'));
    expect([style.fontSize, style.lineHeight]).to.deep.equal([fontSize, lineHeight]);
    expect([style.textTransform, style.letterSpacing]).to.deep.equal(['none', 'normal']);
    expect(one(element, 'td.name').innerText).to.contain('Anders Abildgaard');
  });

  it('turns round on a page that is read from right to left (F30)', async () => {
    document.dir = 'rtl';
    const element = await open('maja');
    const { left, right } = element.getBoundingClientRect();
    expect(control(element, 'Sorter visning').getBoundingClientRect().left).to.be.closeTo(left, 1);
    expect(one(element, 'h2').getBoundingClientRect().right).to.be.closeTo(right, 1);
    expectNoOverflow(element);
  });

  it('keeps the edges of its parts in forced colours, and the marks of state (F30)', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await open('maja');
    for (const part of ['.list', '.tag', '.sort-button', '.field'])
      expect(getComputedStyle(one(element, part)).borderTopWidth, part).to.equal('1px');
    expect(textOf(element)).to.contain('Spærret');
  });

  it('moves nothing for those who want no motion (F30)', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await open('maja');
    expect(element.shadowRoot?.getAnimations() ?? []).to.deep.equal([]);
    expect(parseFloat(getComputedStyle(one(element, '.sort-button')).transitionDuration)).to.equal(0);
  });

  for (const level of ['0', '7', 'two', '2.5', ''])
    it(`has a heading of level 2 when the host’s heading level is »${level}« (F30)`, async () => {
      const element = await open('maja', {}, html`<ss-subscriptions heading-level=${level}></ss-subscriptions>`);
      expect(one(element, 'h2').getAttribute('aria-level')).to.equal('2');
    });

  it('has its headings under the host’s', async () => {
    const element = await open('maja', {}, html`<ss-subscriptions heading-level="3"></ss-subscriptions>`);
    control(element, 'Birthe Bæk').click();
    await until(() => all(element, 'dl').length, 'the profile');
    expect(all(element, 'h2, h3').map((heading) => heading.ariaLevel)).to.deep.equal(['3', '4']);
  });

  it('renders no more than a page of two thousand (F26)', async () => {
    const element = await place('maja', { company: await companyOf('maja', cvr.storkoebing) });
    await listed(element);
    expect(rows(element)).to.have.lengthOf(50);
  });
});
