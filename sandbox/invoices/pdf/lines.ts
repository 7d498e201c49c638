/** Every line of an invoice as a row, under the user it is of. */
import type { InvoiceLine } from '../../../src/invoices/invoice-line.ts';
import type { BilledUser } from '../document.ts';
import { groupWords, kindWords, unitOf } from '../words.ts';
import { mark } from './pen.ts';
import type { Row } from './table.ts';
import { days, kroner, phone, space, whole } from './words.ts';

/** A band with name and sum, and the user's lines. `sign` turns a credit note's amounts around. */
export function rowsOfUser(user: BilledUser, sign: 1 | -1): Row[] {
  const { name, phones, costCentre, lines, amount } = user;
  const [only, ...others] = phones;
  const aside = [others.length === 0 && only && phone(only), costCentre].filter(Boolean).join(' · ');
  return [
    { cells: [name, '', '', '', kroner(sign * amount)], kind: 'band', ...(aside && { aside }) },
    ...lines.map((line) => rowOf(line, user, sign)),
  ];
}

const rowOf = (line: InvoiceLine, user: BilledUser, sign: 1 | -1): Row => {
  const { from, to, quantity, price, amount, vatFree } = line;
  return {
    cells: [
      textOf(line, user),
      from === null || to === null ? '' : days({ from, to }),
      `${whole(quantity)}${space}${unitOf(line)}`.trimEnd(),
      price === null ? '' : kroner(sign * price.amount),
      `${kroner(sign * amount.amount)}${vatFree ? mark : ''}`,
    ],
  };
};

const countries = new Intl.DisplayNames('da', { type: 'region' });

/** What a line is for, with what tells it from others of the same user (INV-6). */
const textOf = (line: InvoiceLine, { phones, costCentre: common }: BilledUser): string => {
  const { phone: number, label, country, costCentre, reference } = line;
  const parts = [
    whatOf(line),
    country !== null && countries.of(country),
    number !== null && phones.length !== 1 && phone(number),
    label,
    common === null && costCentre,
    reference !== null && `Jeres reference: ${reference}`,
  ];
  return parts.filter(Boolean).join(' · ');
};

const whatOf = ({ kind, group, name }: InvoiceLine): string => {
  if (kind === 'data' || kind === 'talk' || kind === 'sms') return `${groupWords[group]}: ${kindWords[kind]}`;
  if (name === null) return kindWords[kind];
  return kind === 'subscription' || kind === 'product' ? name : `${kindWords[kind]}: ${name}`;
};
