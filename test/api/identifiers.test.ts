import { expect } from 'chai';
import fc from 'fast-check';
import { isEmail } from '../../src/api/email.ts';
import { parseCvr, parsePhone, parseSimNumber } from '../../src/api/identifiers.ts';
import { identifierCases as cases } from '../data.ts';

const digits = (least: number, most = least) => fc.stringMatching(new RegExp(`^\\d{${String(least)},${String(most)}}$`));

describe('A telephone number that is typed', () => {
  for (const [text, phone] of Object.entries(cases.phone.parse)) {
    it(`as »${text}« is ${phone} (NUM-2)`, () => {
      expect(parsePhone(text)).to.equal(phone);
    });
  }

  for (const text of cases.phone.invalid) {
    it(`as »${text}« is none (NUM-2, NUM-3)`, () => {
      expect(parsePhone(text)).to.be.undefined;
    });
  }

  it('has 45 as its country only before exactly eight more digits (NUM-2)', () => {
    expect(parsePhone('45 67 10 20 30')).to.equal('+4567102030');
    expect(parsePhone('45671020')).to.equal('+4545671020');
    expect(parsePhone('+45 45 67 10 20')).to.equal('+4545671020');
    for (const text of ['45 67 10 20 3', '45 67 10 20 300', '+45', '+45 45', '004567102', '45 12 34 56 78'])
      expect(parsePhone(text), text).to.be.undefined;
  });

  it('is that of a subscriber: no short number, no machine’s, none of another country (NUM-1, NUM-3, NUM-4)', () => {
    for (const text of [
      '112',
      '114',
      '116117',
      '116 000',
      '1813',
      '1811',
      '80',
      ...Object.keys(cases.phone.m2m),
      '+4712345678',
      '+1 671 020 30',
    ]) {
      expect(parsePhone(text), text).to.be.undefined;
    }
    for (const text of ['١٢٣٤٥٦٧٨', '67 10 20 3O', '67,10,20,30', '67102030 ext 1', '+4567102030+'])
      expect(parsePhone(text), text).to.be.undefined;
  });

  it('may have been copied with no-break spaces, dashes and unseen marks (NUM-2)', () => {
    for (const text of ['67\u00a010\u00a020\u00a030', '67–10–20–30', '\u202a+45 67 10 20 30\u202c', '67.10.20.30', ' 67102030\n']) {
      expect(parsePhone(text), JSON.stringify(text)).to.equal('+4567102030');
    }
  });

  it('is eight digits from 2 to 9 on, in whatever writing, and nothing else (NUM-2, NUM-3)', () => {
    const country = fc.constantFrom('', '45', '+45', '0045', '(+45)');
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '(', ')', '.'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(country, digits(8), gaps, (prefix, number, between) => {
        const written = prefix + Array.from(number, (digit, index) => (between[index] ?? '') + digit).join('');
        expect(parsePhone(written)).to.equal(/^[01]/.test(number) ? undefined : `+45${number}`);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^(?:\+45[2-9]\d{7}|undefined)$/.test(String(parsePhone(text)))));
  });
});

describe('A CVR number that is typed', () => {
  it('is right with its check digit and wrong without (INV-13)', () => {
    for (const cvr of cases.cvr.valid) expect(parseCvr(cvr), cvr).to.equal(cvr);
    for (const text of cases.cvr.invalid) expect(parseCvr(text), text).to.be.undefined;
  });

  it('may have DK, spaces and hyphens (INV-13)', () => {
    for (const [text, cvr] of Object.entries(cases.cvr.acceptInput)) expect(parseCvr(text), text).to.equal(cvr);
    for (const [cvr, text] of Object.entries(cases.cvr.display)) expect(parseCvr(text), text).to.equal(cvr);
    for (const text of ['SE99000015', 'DKDK99000015', '99000015DK', 'DK']) expect(parseCvr(text), text).to.be.undefined;
  });

  it('has a check digit that fits seven digits once at most, and not at all after some (INV-13)', () => {
    const fitting = (seven: string) => Array.from('0123456789', (digit) => parseCvr(seven + digit)).filter(Boolean);
    for (const seven of cases.cvr.noValidCheckDigit) expect(fitting(seven), seven).to.deep.equal([]);
    expect(fitting('9900001')).to.deep.equal(['99000015']);
    fc.assert(fc.property(digits(7), (seven) => fitting(seven).length <= 1));
  });

  it('is never one that begins with 0, though the sum of zeros fits (INV-13)', () => {
    expect(parseCvr('00000000')).to.be.undefined;
  });
});

describe('A SIM card number that is typed', () => {
  it('is right with its check digit and wrong without (SIM-1)', () => {
    for (const number of cases.iccid.valid) expect(parseSimNumber(number), number).to.equal(number);
    for (const text of [...cases.iccid.invalid, '', '8945', '894599000000000000180']) expect(parseSimNumber(text), text).to.be.undefined;
    for (const [number, text] of Object.entries(cases.iccid.display)) expect(parseSimNumber(text), text).to.equal(number);
  });

  it('tells every mistake in one digit, and fits one check digit in ten (SIM-1)', () => {
    fc.assert(
      fc.property(digits(14, 15), fc.nat(14), fc.integer({ min: 1, max: 9 }), (account, place, change) => {
        const [number = '', ...others] = Array.from('0123456789', (digit) => parseSimNumber(`8945${account}${digit}`)).filter(Boolean);
        expect(others).to.deep.equal([]);
        const index = 4 + (place % (account.length + 1));
        const mistaken = number.slice(0, index) + String((Number(number[index]) + change) % 10) + number.slice(index + 1);
        expect(parseSimNumber(mistaken)).to.be.undefined;
      }),
    );
  });
});

describe('An e-mail address', () => {
  it('has one @, a name before it and a host with a dot after it (F19)', () => {
    for (const text of [
      'maja@nordlys.example',
      'o’neil+x@a.b.example',
      'søren.øst@ærø.example',
      `${'a'.repeat(64)}@x.dk`,
      '1@2.dk',
      'a_b-c@x-y.dk',
    ]) {
      expect(isEmail(text), text).to.be.true;
    }
    for (const text of [
      '',
      'maja',
      '@x.dk',
      'maja@',
      'maja@localhost',
      'maja@.dk',
      'maja@x..dk',
      'maja@x.d',
      'maja@@x.dk',
      'a@b@x.dk',
      'maja@x.dk.',
    ]) {
      expect(isEmail(text), text).to.be.false;
    }
  });

  it('holds nothing that another header, person or name could be made of, and nothing that is not seen (T12)', () => {
    for (const text of [
      'a b@x.dk',
      'a@x.dk\n',
      'a\u0000@x.dk',
      'a\u202e@x.dk',
      '\ud800@x.dk',
      'a@x\u200b.dk',
      'a,b@x.dk',
      'A <a@x.dk>',
      '"a"@x.dk',
      'a;b@x.dk',
    ]) {
      expect(isEmail(text), JSON.stringify(text)).to.be.false;
    }
  });

  it('is at most 254 characters long, 64 of them before the @ (F19)', () => {
    const long = (host: number) => `a@${'b'.repeat(host)}.dk`;
    expect([isEmail(long(249)), isEmail(long(250)), isEmail(`${'a'.repeat(65)}@x.dk`)]).to.deep.equal([true, false, false]);
  });
});
