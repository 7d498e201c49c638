/** What the receiver of a product is told by mail. */
import { formatAddress, type Address } from '../../src/api/address.ts';

/** What a mail is about. */
export interface Consignment {
  /** Whose mail it is: the user's, or that of whoever ordered for a user without an e-mail address. */
  readonly addressee: string;
  readonly user: string;
  /** The order's number, as people call it. */
  readonly number: string;
  readonly product: string;
  readonly quantity: number;
  readonly delivery: Address | null;
  readonly tracking: string | null;
}

/** That a parcel has been handed to the carrier. */
export const sentMail = (consignment: Consignment): { subject: string; text: string } => ({
  subject: `${consignment.product} er på vej`,
  text: letter(consignment, [
    'Vi har sendt:',
    what(consignment),
    '',
    'Pakken er på vej til:',
    ...(consignment.delivery === null ? [] : formatAddress(consignment.delivery)),
    '',
    `Pakkenummer hos Eksempelpost: ${consignment.tracking ?? ''}`,
  ]),
});

/** That something is ready that is not sent. */
export const readyMail = (consignment: Consignment): { subject: string; text: string } => ({
  subject: `${consignment.product} er klar`,
  text: letter(consignment, ['Nu er det klar:', what(consignment)]),
});

const what = ({ quantity, product, user, addressee }: Consignment): string =>
  `${String(quantity)} × ${product}${user === addressee ? '' : ` til ${user}`}`;

const letter = ({ addressee, number }: Consignment, lines: readonly string[]): string =>
  [`Hej ${addressee}`, '', ...lines, `Ordrenummer: ${number}`, '', 'Venlig hilsen', 'Eksempeltele', ''].join('\n');
