import { expect } from 'chai';
import {
  formatCvr,
  formatDay,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPhone,
  formatSim,
  formatTime,
  pluralOf,
} from '../../src/ui/format.ts';
import { identifierCases as cases } from '../data.ts';

/** What is put apart on screen never breaks over a line. */
const unbreakable = (text: string): string => text.replaceAll(' ', '\u00a0');

describe('Money', () => {
  for (const { ore, text } of cases.money) {
    it(`of ${String(ore)} øre is ${text} in both languages (FMT-1, FMT-4)`, () => {
      const [kroner] = text.split(' ');
      expect(formatMoney('da', ore)).to.equal(`${String(kroner)}\u00a0kr.`);
      expect(formatMoney('en', ore)).to.equal(`${String(kroner)}\u00a0kr.`);
    });
  }
});

describe('A number', () => {
  it('has full stops for thousands and is never shortened (FMT-1)', () => {
    expect(formatNumber('da', 12_345)).to.equal('12.345');
    expect(formatNumber('en', 1_800)).to.equal('1.800');
    expect(formatNumber('da', 0)).to.equal('0');
  });

  it('takes the noun in the plural, zero too (FMT-5)', () => {
    const forms = [0, 1, 2, 0.5, 1.5, 1_800].map((n) => pluralOf('da', n));
    expect(forms).to.deep.equal(['other', 'one', 'other', 'one', 'one', 'other']);
    expect([0, 1, 2].map((n) => pluralOf('en', n))).to.deep.equal(['other', 'one', 'other']);
  });
});

describe('A month', () => {
  it('has its year, and a short name without a full stop where there is little room, in small letters (FMT-2)', () => {
    expect(formatMonth('da', '2026-11')).to.equal('november 2026');
    expect(formatMonth('en', '2026-11')).to.equal('November 2026');
    const short = (language: 'da' | 'en') =>
      Array.from({ length: 12 }, (_, index) => formatMonth(language, `2026-${String(index + 1).padStart(2, '0')}`, 'short'));
    expect(short('da')).to.deep.equal(['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']);
    for (const name of short('en')) expect(name).to.match(/^[A-Z][a-z]{2,3}$/);
  });

  it('is never moved by a time zone, at the turn of the year neither (FMT-3)', () => {
    expect(['2026-01', '2025-12', '2024-02'].map((month) => formatMonth('da', month))).to.deep.equal([
      'januar 2026',
      'december 2025',
      'februar 2024',
    ]);
  });
});

describe('A day', () => {
  for (const { iso, short, long } of cases.dates) {
    it(`${iso} is ${short} in tables and ${long} in sentences (FMT-2)`, () => {
      expect(formatDay('da', iso, 'table')).to.equal(short);
      expect(formatDay('da', iso)).to.equal(long);
    });
  }

  it('has the day before the month in English (FMT-2)', () => {
    expect(formatDay('en', '2026-01-03')).to.equal('3 January 2026');
    expect(formatDay('en', '2026-01-03', 'table')).to.match(/^03.01.2026$/);
  });

  it('is never moved by a time zone, on the days the clocks change neither (FMT-3)', () => {
    for (const iso of ['2026-02-01', '2026-03-29', '2026-10-25', '2024-02-29', '2026-12-31', '2027-01-01']) {
      const [year, month, date] = iso.split('-');
      expect(formatDay('da', iso, 'table')).to.equal(`${String(date)}.${String(month)}.${String(year)}`);
    }
  });
});

describe('A moment', () => {
  for (const { utc, copenhagen } of cases.dateTimes) {
    it(`of ${utc} is ${copenhagen} wherever the browser stands (FMT-2, FMT-3)`, () => {
      const moment = Date.parse(utc);
      expect(copenhagen.endsWith(` kl. ${formatTime('da', moment)}`), formatTime('da', moment)).to.be.true;
      const day = copenhagen.split('.')[0]?.padStart(2, '0') ?? '';
      expect(formatMoment('da', moment).startsWith(`${day}.`), formatMoment('da', moment)).to.be.true;
    });
  }

  it('has a colon in English (FMT-2)', () => {
    expect(formatTime('en', Date.parse('2026-01-31T08:05:00Z'))).to.equal('09:05');
  });
});

describe('A telephone number', () => {
  for (const [number, shown] of Object.entries(cases.phone.display)) {
    it(`${number} is shown as ${shown.national} (NUM-2)`, () => {
      expect(formatPhone(number)).to.equal(unbreakable(shown.national));
    });
  }

  it('of another country stands as it was given, and that of a machine keeps its country code (NUM-1, NUM-2)', () => {
    for (const number of ['+46701740605', '+298123456', '70102030']) expect(formatPhone(number)).to.equal(number);
    for (const number of Object.keys(cases.phone.m2m)) expect(formatPhone(number)).to.equal(unbreakable('+45 37 12 34 56 78 90'));
  });
});

describe('Other numbers', () => {
  for (const [cvr, shown] of Object.entries(cases.cvr.display)) {
    it(`like the CVR number ${cvr} stand in pairs (INV-13)`, () => {
      expect(formatCvr(cvr)).to.equal(unbreakable(shown));
    });
  }

  for (const [sim, shown] of Object.entries(cases.iccid.display)) {
    it(`like the SIM card's ${sim} stand in fours (SIM-1)`, () => {
      expect(formatSim(sim)).to.equal(unbreakable(shown));
    });
  }

  it('that are no numbers at all come out as they are (F09)', () => {
    expect(formatCvr('ukendt')).to.equal('ukendt');
    expect(formatSim('')).to.equal('');
  });
});
