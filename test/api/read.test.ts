import { expect } from 'chai';
import { ProblemError } from '../../src/api/problem.ts';
import { reading } from '../../src/api/read.ts';
import { companyPage, sessionAnswer, type CompanyPage, type SessionAnswer } from '../../src/session/session.ts';

const rights = { subscriptions: 'full', products: 'read', invoices: 'none', cases: 'full' } as const;
const session: SessionAnswer = {
  person: { id: 'p1', name: 'Maja Holm', email: 'maja@nordlys.example' },
  companies: [{ id: 'c1', name: 'Nordlys', cvr: '99000015', rights }],
  total: 1,
  operator: { name: 'Eksempeltele', phone: null, email: null, url: null },
};

/** The answer as JSON would bring it, with one thing put in another's place; `undefined` takes it away. */
const drifted = (path: string, value: unknown): unknown => {
  const answer: unknown = JSON.parse(JSON.stringify(session));
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce((here, step) => (here as Record<string, unknown>)[step], answer) as Record<string, unknown>;
  holder[last] = value;
  return JSON.parse(JSON.stringify(answer));
};

const at = (answer: unknown, path: string): unknown =>
  path.split('.').reduce((here, step) => (here as Record<string, unknown> | undefined)?.[step], answer);

describe('An answer that is read', () => {
  it('is what the contract says', () => {
    expect(reading(sessionAnswer)(session)).to.deep.equal(session);
  });

  for (const [what, path, value] of [
    ['missing', 'person.name', undefined],
    ['null', 'person.name', null],
    ['a number where a text is due', 'person.email', 12],
    ['a number written as text', 'total', '1'],
    ['a fraction where a whole number is due', 'total', 1.5],
    ['a new value of an enumeration', 'companies.0.rights.subscriptions', 'audit'],
    ['a part that is missing as a whole', 'operator', undefined],
    ['a list where an object is due', 'companies.0.rights', []],
  ] as const) {
    it(`has a field unknown that is ${what}, and all the rest as usual (F09)`, () => {
      const answer = reading(sessionAnswer)(drifted(path, value));
      if (path !== 'companies.0.rights') expect(at(answer, path)).to.be.undefined;
      expect(at(answer, 'person.id')).to.equal('p1');
      expect(at(answer, 'companies.0.name')).to.equal('Nordlys');
      expect(JSON.stringify(answer)).not.to.match(/NaN|audit|"12"/);
    });
  }

  it('may hold fields that we do not know, and several that do not fit (F09)', () => {
    const answer = { ...session, total: null, person: { ...session.person, name: 7, email: 8, shoeSize: 43 }, theme: 'dark' };
    const known = reading(sessionAnswer)(answer);
    expect(known.total).to.be.undefined;
    expect(known.person).to.include({ id: 'p1', name: undefined, email: undefined });
  });

  for (const [what, answer] of [
    ['an item without an id', { items: [{ name: 'Nordlys', cvr: '1', rights }], total: 1 }],
    ['an id that is a number', { items: [{ id: 1, name: 'Nordlys', cvr: '1', rights }], total: 1 }],
    ['an item that is null', { items: [null], total: 1 }],
    ['items that are no list', { items: {}, total: 1 }],
    ['no items', { total: 1 }],
    ['nothing', undefined],
  ] as const) {
    it(`is a problem as a whole with ${what}, for a shorter list would be a lie (F07, F09)`, () => {
      expect(() => reading(companyPage)(answer))
        .to.throw(ProblemError)
        .with.deep.property('problem', { kind: 'unexpected' });
    });
  }

  it('changes nothing that others share, whatever its keys are called (T24)', () => {
    const hostile =
      '{"items":[{"id":"c1","name":5,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}],"__proto__":{"polluted":true}}';
    const { items } = reading(companyPage)(JSON.parse(hostile));
    expect(items[0]?.id).to.equal('c1');
    expect({}).not.to.have.property('polluted');
    expect([]).not.to.have.property('polluted');
  });

  it('keeps every row of a list when a field of one does not fit (F07, F09)', () => {
    const good: CompanyPage = { items: session.companies, total: 1 };
    const rows = [...good.items, { ...good.items[0], id: 'c2', name: null }];
    expect(reading(companyPage)({ items: rows, total: 2 }).items.map(({ id }) => id)).to.deep.equal(['c1', 'c2']);
  });
});
