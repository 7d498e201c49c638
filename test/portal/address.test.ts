import { expect } from 'chai';
import fc from 'fast-check';
import { Address, ownScrolling } from '../../src/portal/address.ts';
import { goHome, openAt, step, whereabouts } from './home.ts';

const taken: Address[] = [];

/** Addresses of ours, left again after the test. */
const addressAt = (base: string, moved: () => void = () => {}): Address => {
  const address = new Address(base);
  expect(address.take(moved), base).to.equal(true);
  taken.push(address);
  return address;
};

afterEach(() => {
  for (const address of taken.splice(0)) address.leave();
  goHome();
});

const urlOf = (address: Address, place: string): URL => new URL(address.of(place), document.baseURI);
const again = (address: Address, place: string): string | undefined => address.placeOf(urlOf(address, place));

const bases = ['/selvbetjening/', '/', '#/', '#phones='] as const;

/** What somebody might put in the way of an address. */
const hostile = fc.constantFrom(
  ...[
    '..',
    '.',
    '%2e%2e',
    '%2E.',
    '',
    '//evil.example',
    '/\\evil.example',
    '\\',
    '\t',
    '\n//x',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
  ],
  ...[
    'æøåÆØÅ',
    'a b',
    '%',
    '%2f',
    '%5c..',
    '#',
    '#phones=x',
    '?',
    '?lang=da',
    '&',
    '&bills=e-invoice',
    '=',
    "'",
    '"',
    '@evil.example',
    ':80',
    '\ud800',
  ],
);
const anyPlace = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 6 })
  .chain((parts) => fc.constantFrom('/', '').map((between) => parts.join(between)));

/** Names as the elements write them into a place. */
const name = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !/\p{Surrogate}/u.test(text) && !/^\.{1,2}$/.test(text) && !text.includes('&'))
  .map(encodeURIComponent);
const goodPlace = fc.array(name, { maxLength: 4 }).map((names) => names.join('/'));

describe('The address of a place', () => {
  for (const base of bases) {
    it(`is of this page's origin and below ${base}, whatever stands in the place (T18, T12)`, () => {
      const address = addressAt(base);
      fc.assert(
        fc.property(anyPlace, (place) => {
          const url = urlOf(address, place);
          expect(url.origin).to.equal(location.origin);
          if (base.startsWith('#')) expect(url.pathname + url.search).to.equal(location.pathname + location.search);
          else expect(url.pathname.startsWith(base), url.pathname).to.equal(true);
          expect(url.searchParams.get('lang'), 'nothing is told that is not ours').to.equal(null);
          expect(again(address, place)).not.to.equal(undefined);
        }),
        { numRuns: 500 },
      );
    });

    it(`below ${base} is read as the place that it was made from (R11.5)`, () => {
      const address = addressAt(base);
      fc.assert(
        fc.property(goodPlace, (place) => {
          expect(again(address, place)).to.equal(place);
        }),
        { numRuns: 500 },
      );
      for (const place of ['', 'invoices/e-invoice', 'cases/new?category=access&about=invoice.17', 'subscriptions/users/%C3%A6%2Fb'])
        expect(again(address, place)).to.equal(place);
    });
  }

  it('says the same whether the letters in it are escaped already or not (T18)', () => {
    for (const base of bases) {
      const address = addressAt(base);
      expect(address.of('cases/æ b')).to.equal(address.of('cases/%C3%A6%20b'));
      expect(address.of('cases/50%')).to.contain('cases/50%');
      address.leave();
    }
  });

  it('leaves out what would lead out of the base (T18)', () => {
    const address = addressAt('/selvbetjening/');
    for (const place of ['../desk', 'cases/../../desk', '%2e%2e/%2E%2e/desk', '\\..\\desk', '..', './desk'])
      expect(urlOf(address, place).pathname, place).to.match(/^\/selvbetjening\/(cases\/)?(desk)?$/);
  });

  it("keeps the query that is the host's, and adds what the place is told (R11.5)", () => {
    openAt('/selvbetjening/', '', 'lang=en&category=old');
    const address = addressAt('/selvbetjening/');
    const plain = urlOf(address, 'invoices');
    expect(plain.searchParams.get('lang')).to.equal('en');
    expect(plain.searchParams.get('category')).to.equal(null);
    const told = urlOf(address, 'cases/new?category=access');
    expect(told.searchParams.get('lang')).to.equal('en');
    expect(told.searchParams.get('category')).to.equal('access');
    expect(address.placeOf(told)).to.equal('cases/new?category=access');
  });

  it('leaves the others in a shared fragment where they are', () => {
    const phones = addressAt('#phones=');
    const bills = addressAt('#bills=');
    phones.go('users/1', false);
    bills.go('e-invoice', false);
    expect(location.hash).to.equal('#phones=users/1&bills=e-invoice');
    phones.go('users/2&bills=stolen', true);
    expect(bills.read()).to.equal('e-invoice');
    expect(phones.read()).to.equal('users/2&bills=stolen');
    phones.go('', true);
    expect(location.hash).to.equal('#bills=e-invoice');
    bills.go('', true);
    expect(location.hash).to.equal('');
  });

  it('in the path leaves the fragment to the element that has a place there', () => {
    openAt('/selvbetjening/', '#bills=e-invoice');
    const address = addressAt('/selvbetjening/');
    expect(urlOf(address, 'cases').hash).to.equal('');
    addressAt('#bills=');
    expect(urlOf(address, 'cases').hash).to.equal('#bills=e-invoice');
  });
});

describe('The place in an address', () => {
  it('is found below its base, with or without a slash at the end, and nowhere else', () => {
    const address = addressAt('/selvbetjening');
    const at = (path: string) => address.placeOf(new URL(path, location.href));
    expect(at('/selvbetjening')).to.equal('');
    expect(at('/selvbetjening/')).to.equal('');
    expect(at('/selvbetjening/invoices/')).to.equal('invoices');
    expect(at('/selvbetjening/invoices?utm=1#top')).to.equal('invoices');
    expect(at('/selvbetjeningen')).to.equal(undefined);
    expect(at('/')).to.equal(undefined);
    expect(at('https://evil.example/selvbetjening/invoices')).to.equal(undefined);
  });

  it('in the fragment is only that of this page', () => {
    for (const base of ['#/', '#phones='] as const) {
      const address = addressAt(base);
      const { href } = urlOf(address, 'users/1');
      expect(address.placeOf(new URL(href))).to.equal('users/1');
      expect(address.placeOf(new URL(href.replace('#', '&other=page#')))).to.equal(undefined);
      expect(address.placeOf(new URL('/elsewhere#/users/1', location.href))).to.equal(undefined);
      address.leave();
    }
  });
});

describe('The base of addresses', () => {
  for (const base of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '#',
    '#a b=',
    '#=',
    '#a',
    'https://',
  ])
    it(`is not »${base}« (T18)`, () => {
      expect(() => new Address(base)).to.throw(TypeError, 'is no address to begin from');
    });

  it('is no path that another origin could be read from (T18)', () => {
    expect(() => new Address(`${location.origin}//evil.example/`)).to.throw(TypeError);
  });

  for (const [one, other] of [
    ['/selvbetjening/', '/selvbetjening/'],
    ['/selvbetjening/', '/erhverv/'],
    ['#/', '#/'],
    ['#/', '#phones='],
    ['#phones=', '#phones='],
  ] as const)
    it(`is one element's: beside ${one} nobody has ${other}, until it is left`, () => {
      const first = addressAt(one);
      const second = new Address(other);
      expect(second.take(() => {})).to.equal(false);
      first.leave();
      addressAt(other);
    });

  it('is listened to by whoever has it, and by nobody once it is left (F22)', async () => {
    let moves = 0;
    const address = addressAt('#phones=', () => (moves += 1));
    expect(address.take(() => {})).to.equal(true);
    address.go('users/1', false);
    expect(moves).to.equal(0);
    await step(-1);
    expect(moves).to.equal(1);
    address.leave();
    await step(1);
    expect(moves).to.equal(1);
    await step(-1);
  });
});

describe('What is kept with an entry of the history', () => {
  it('stays with it when the person goes on and comes back, and stands in no address (PRV-6)', async () => {
    const address = addressAt('#phones=');
    address.keep({ scroll: 40, focus: 'users/1', list: { search: 'Østergård' } });
    const before = location.href;
    address.go('users/1', false);
    expect(address.kept).to.deep.equal({});
    await step(-1);
    expect(location.href).to.equal(before);
    expect(address.kept).to.deep.equal({ scroll: 40, focus: 'users/1', list: { search: 'Østergård' } });
  });

  it('leaves alone what the host keeps there, and what other elements do', () => {
    history.replaceState({ theirs: 7 }, '');
    const [phones, bills] = [addressAt('#phones='), addressAt('#bills=')];
    phones.keep({ scroll: 1 });
    bills.keep({ scroll: 2 });
    expect((history.state as { theirs?: unknown }).theirs).to.equal(7);
    expect([phones.kept, bills.kept]).to.deep.equal([{ scroll: 1 }, { scroll: 2 }]);
    phones.go('users/1', true);
    expect((history.state as { theirs?: unknown }).theirs).to.equal(7);
    expect([phones.kept, bills.kept]).to.deep.equal([{}, { scroll: 2 }]);
    phones.go('users/2', false);
    expect((history.state as { theirs?: unknown }).theirs).to.equal(undefined);
  });

  for (const state of [
    null,
    'text',
    7,
    [],
    { selvbetjening: null },
    { selvbetjening: 'x' },
    { selvbetjening: { '#phones=': 'x' } },
    { selvbetjening: { '#phones=': { scroll: '40', focus: 7, list: 'x' } } },
    { selvbetjening: { '#bills=': { scroll: 40 } } },
  ])
    it(`is nothing when it is ${JSON.stringify(state)} (T17)`, () => {
      const address = addressAt('#phones=');
      history.replaceState(state, '');
      expect(address.kept).to.deep.equal({});
      address.go('users/1', true);
      expect(whereabouts()).to.contain('#phones=users/1');
    });
});

describe('The scrolling of the page', () => {
  it('is given back to the browser when the last who did it has gone, in whichever order (F22)', () => {
    const [first, second] = [ownScrolling(), ownScrolling()];
    first();
    expect(history.scrollRestoration).to.equal('manual');
    second();
    expect(history.scrollRestoration).to.equal('auto');
  });
});
