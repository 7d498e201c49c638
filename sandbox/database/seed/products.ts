/** The products of the example data, with what the file does not tell: kind, description and how many there are. */
import type { ProductKind } from '../../../src/product-order/product.ts';
import data from '../data/seed-data.json' with { type: 'json' };
import type { Db } from '../database.ts';
import { newId } from '../ids.ts';
import { insertRows } from './rows.ts';

interface About {
  readonly kind: ProductKind;
  /** Null never runs out. */
  readonly stock: number | null;
  readonly description: { readonly da: string; readonly en: string };
}

/** By the file's keys. Of one there are so few that more can be wanted than are left. */
const about: Readonly<Record<string, About>> = {
  sim: {
    kind: 'sim',
    stock: 5000,
    description: {
      da: 'Et kort uden nummer, som I kan have liggende. Det passer i alle telefoner.',
      en: 'A card without a number to keep in reserve. It fits every phone.',
    },
  },
  esim: {
    kind: 'esim',
    stock: null,
    description: {
      da: 'Et simkort uden plastik. Brugeren får en e-mail, når det er klar.',
      en: 'A SIM card without the plastic. The user gets an e-mail when it is ready.',
    },
  },
  dongle: {
    kind: 'dongle',
    stock: 800,
    description: {
      da: 'Sættes i computerens USB-stik og giver internet på farten. Simkortet bestilles for sig.',
      en: 'Goes into the computer’s USB port and gives internet on the move. The SIM card is ordered separately.',
    },
  },
  router5g: {
    kind: 'router',
    stock: 12,
    description: {
      da: 'Trådløst net til op til 60 enheder over 5G. Til kontoret uden fiber.',
      en: 'Wireless network for up to 60 devices over 5G. For the office without fibre.',
    },
  },
  router4g: {
    kind: 'router',
    stock: 600,
    description: {
      da: 'Trådløst net til op til 30 enheder over 4G. Til skurvognen, butikken og lageret.',
      en: 'Wireless network for up to 30 devices over 4G. For the site hut, the shop and the warehouse.',
    },
  },
  antenne: {
    kind: 'antenna',
    stock: 0,
    description: {
      da: 'Monteres på ydervæggen, hvor signalet er svagt indendørs. Med fem meter kabel.',
      en: 'Mounted on the outer wall where the signal is weak indoors. With five metres of cable.',
    },
  },
};

/** Puts the products on the shelf, in the order of the file. */
export async function insertProducts(transaction: Db): Promise<void> {
  const rows = data.products.map(({ id: key, name, priceOre, needsDelivery = true }, position) => {
    const found = about[key];
    if (found === undefined) throw new Error(`Nothing is known about the product ${key}.`);
    return { id: newId(), key, position, name, price: priceOre, withdrawn: false, is_sent: needsDelivery, ...found };
  });
  await insertRows(transaction, 'product', rows);
}
