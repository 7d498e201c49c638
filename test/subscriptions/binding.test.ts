import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, endOfMonth, prorated } from '../../src/api/days.ts';
import { remainingBinding } from '../../src/subscriptions/binding.ts';

const day = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2020-01-01', days));
/** Øre a month. */
const monthly = fc.integer({ min: 0, max: 1_000_000 });

describe('The rest of a binding', () => {
  it('is the monthly price for the days after the last one, by calendar months (R14.3, SUB-5)', () => {
    expect(remainingBinding(9900, '2026-12-31', '2027-02-28')).to.deep.equal({ months: 2, amount: 19_800 });
    expect(remainingBinding(9900, '2026-12-22', '2027-01-15')).to.deep.equal({ months: 2, amount: 2874 + 4790 });
    expect(remainingBinding(9900, '2027-02-27', '2027-02-28')).to.deep.equal({ months: 1, amount: 354 });
  });

  it('is nothing without one, or when it has ended by the last day (SUB-5)', () => {
    for (const until of [null, '2026-12-30', '2026-12-31']) {
      expect(remainingBinding(9900, '2026-12-31', until), String(until)).to.deep.equal({ months: 0, amount: 0 });
    }
  });

  it('and what is paid until the last day are the whole binding, however it is left (SUB-5, INV-4)', () => {
    fc.assert(
      fc.property(day, fc.nat(900), fc.nat(900), monthly, (begun, used, left, price) => {
        const lastDay = addDays(begun, used);
        const until = addDays(lastDay, left);
        const { months, amount } = remainingBinding(price, lastDay, until);
        const difference = prorated(price, begun, lastDay) + amount - prorated(price, begun, until);
        expect(Math.abs(difference)).to.be.at.most(lastDay === endOfMonth(lastDay, 0) ? 0 : 1);
        expect(amount).to.be.within(0, price * months);
        expect(months === 0).to.equal(left === 0);
      }),
    );
  });

  it('never grows when the last day is a later one (R14.3, SUB-5)', () => {
    fc.assert(
      fc.property(day, fc.nat(900), monthly, (lastDay, left, price) => {
        const until = addDays(lastDay, left);
        const amountAt = (last: string) => remainingBinding(price, last, until).amount;
        expect(amountAt(addDays(lastDay, 1))).to.be.at.most(amountAt(lastDay));
      }),
    );
  });
});
