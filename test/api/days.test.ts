import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, daysBetween, endOfMonth, monthsIn, prorated } from '../../src/api/days.ts';

const length = fc.integer({ min: 0, max: 800 });
/** Any day from 2020 on, with leap years on both sides of it. */
const day = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2020-01-01', days));
/** Øre a month. */
const monthly = fc.integer({ min: 0, max: 1_000_000 });

describe('Days', () => {
  it('go on over the ends of months, leap days and changes of the hour (F27)', () => {
    expect(addDays('2026-03-28', 1)).to.equal('2026-03-29');
    expect([addDays('2026-10-24', 2), addDays('2028-02-28', 1), addDays('2027-01-01', -1)]).to.deep.equal([
      '2026-10-26',
      '2028-02-29',
      '2026-12-31',
    ]);
    expect([endOfMonth('2028-01-31', 1), endOfMonth('2026-11-22', 0), endOfMonth('2026-11-22', 14)]).to.deep.equal([
      '2028-02-29',
      '2026-11-30',
      '2028-01-31',
    ]);
  });

  it('are as many between two as have to be added (F27)', () => {
    fc.assert(fc.property(day, fc.integer({ min: -800, max: 800 }), (start, days) => daysBetween(start, addDays(start, days)) === days));
  });
});

describe('A stretch of days', () => {
  it('is cut at the ends of months, and nothing of it is lost (F27)', () => {
    expect(monthsIn('2026-11-22', '2027-01-03')).to.deep.equal([
      { from: '2026-11-22', to: '2026-11-30', days: 9, of: 30 },
      { from: '2026-12-01', to: '2026-12-31', days: 31, of: 31 },
      { from: '2027-01-01', to: '2027-01-03', days: 3, of: 31 },
    ]);
    expect(monthsIn('2026-11-23', '2026-11-22')).to.deep.equal([]);
    fc.assert(
      fc.property(day, length, (from, more) => {
        const to = addDays(from, more);
        const parts = monthsIn(from, to);
        expect([parts[0]?.from, parts.at(-1)?.to]).to.deep.equal([from, to]);
        expect(parts.reduce((sum, { days }) => sum + days, 0)).to.equal(more + 1);
        for (const [index, part] of parts.entries()) {
          expect(part.from.slice(0, 7)).to.equal(part.to.slice(0, 7));
          expect(part.of).to.equal(Number(endOfMonth(part.from, 0).slice(8)));
          if (index > 0) expect(part.from).to.equal(addDays(parts[index - 1]?.to ?? '', 1));
        }
      }),
    );
  });
});

describe('A monthly price for a stretch of days', () => {
  it('is its share of the calendar month, rounded half up (SUB-9, FMT-4)', () => {
    expect(prorated(9900, '2026-11-22', '2026-11-30')).to.equal(2970);
    expect(prorated(10_000, '2026-12-31', '2026-12-31')).to.equal(323); // 322.58
    expect(prorated(15, '2026-11-01', '2026-11-01')).to.equal(1); // 0.5
    expect(prorated(14, '2026-11-01', '2026-11-01')).to.equal(0); // 0.47
    expect(prorated(10_000, '2028-02-29', '2028-03-01')).to.equal(345 + 323);
  });

  it('is the price itself for each whole month, long or short (SUB-9)', () => {
    fc.assert(
      fc.property(day, fc.nat(24), monthly, (any, months, price) => {
        const first = `${any.slice(0, 7)}-01`;
        expect(prorated(price, first, endOfMonth(first, months))).to.equal(price * (months + 1));
      }),
    );
  });

  it('is whole, never negative, and never more than half an øre a month from its exact share (INV-4)', () => {
    fc.assert(
      fc.property(day, length, monthly, (from, more, price) => {
        const parts = monthsIn(from, addDays(from, more));
        const sum = prorated(price, from, addDays(from, more));
        const exact = parts.reduce((total, { days, of }) => total + (price * days) / of, 0);
        expect(Number.isSafeInteger(sum) && sum >= 0).to.be.true;
        expect(Math.abs(sum - exact)).to.be.at.most(parts.length / 2 + 1e-6);
      }),
    );
  });

  it('adds up when the stretch is cut: to the øre at the end of a month, within one elsewhere (INV-4)', () => {
    fc.assert(
      fc.property(day, length, length, monthly, (from, first, second, price) => {
        const cut = addDays(from, first);
        const to = addDays(cut, second);
        const rest = prorated(price, addDays(cut, 1), to);
        const difference = prorated(price, from, cut) + rest - prorated(price, from, to);
        expect(Math.abs(difference)).to.be.at.most(cut === endOfMonth(cut, 0) ? 0 : 1);
      }),
    );
  });

  it('never falls when a day or an øre is added, and is nothing for no days (INV-4)', () => {
    fc.assert(
      fc.property(day, length, monthly, (from, more, price) => {
        const to = addDays(from, more);
        const amount = prorated(price, from, to);
        expect(prorated(price, from, addDays(to, 1))).to.be.at.least(amount);
        expect(prorated(price + 1, from, to)).to.be.at.least(amount);
        expect(prorated(price, addDays(to, 1), to)).to.equal(0);
      }),
    );
  });
});
