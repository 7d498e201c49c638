/** Seller and buyer, as an invoice of the day names them (INV-1). */
import { formatAddress, type Address } from '../../src/api/address.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import type { Party } from '../invoices/document.ts';

/** The operator. Its address is as made up as itself. */
export const seller: Party = {
  name: data.operator.name,
  cvr: data.operator.cvr,
  address: formatAddress({
    ...{ street: 'Fiktivstræde', houseNumber: '3', floor: null, door: null, place: null },
    ...{ postcode: '1057', town: 'København K' },
  }),
  ean: null,
};

/** A company as its row says. */
export interface Buyer {
  readonly name: string;
  readonly cvr: string;
  readonly main_address: Address | null;
  readonly ean: string | null;
}

export const buyerOf = ({ name, cvr, main_address, ean }: Buyer): Party => ({
  ...{ name, cvr, ean },
  address: main_address === null ? [] : formatAddress(main_address),
});
