/**
 * An invented register of addresses, the same every time: streets that are called sample, example or invented, in towns that are there.
 * The addresses of the example data are among them.
 */
import type { Address } from '../../src/api/address.ts';
import { townOf } from '../../src/api/postcodes.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { chanceFrom, type Chance } from '../database/seed/random.ts';

/** What tells two addresses of one entrance apart. */
export type Inside = Pick<Address, 'floor' | 'door'>;

/** A house number of a street, with what lies within: one of nulls where it is the address itself. */
export interface Entrance extends Omit<Address, keyof Inside> {
  readonly inside: readonly Inside[];
}

const streets = [
  ...['Prøvevej', 'Prøvegade', 'Prøvestræde', 'Store Prøvegade', 'Havnens Prøvekaj', 'Aa-Prøvevej', 'Åprøvevej', 'Stikprøvevej'],
  ...['Eksempelgade', 'Eksempelvej', 'Eksempeltorvet', 'Lille Eksempelgyde', 'Ny Eksempelvej', 'Øster Eksempelgade', 'Eksempelvænget'],
  ...['Testallé', 'Testvej', 'Testgade', 'Teststien', 'Nørre Testgade', 'Sønder Testvej', 'Testtoften'],
  ...['Opdigtet Plads', 'Opdigtet Allé', 'Opdigtet Vænge', 'Opspindsvej', 'Påfundsgade', 'Påhitsvej', 'Skrøneallé'],
  ...['Fiktivstræde', 'Fiktivvej', 'Fiktivgade', 'Fiktive Torv', 'Færgekajen Fiktiv', 'Kladdevej', 'Gammel Kladdegade', 'Attrapvej'],
];

const postcodes =
  `1057 1620 2100 2200 2300 2400 2500 2800 2900 3000 3400 3700 4000 4100 4200 4305 4600 4700 4800 4900 5000 5250 5500 5600 5700 5800 5985
  6000 6100 6200 6400 6700 6800 7000 7100 7400 7500 7600 7700 7800 8000 8200 8210 8220 8230 8240 8260 8300 8400 8600 8700 8800 8900 9000
  9200 9400 9700 9800 9900 9990`.split(/\s+/);

/** Where houses lie by themselves, and what they are called together. */
const places = new Map([
  ['3700', 'Eksempelby'],
  ['4305', 'Prøveby'],
  ['5985', 'Prøveby'],
  ['9990', 'Testrup Fiktiv'],
]);

/** One street has a house at nearly every number, that of the example company which is met first. */
const whole = {
  street: 'Prøvevej',
  postcode: '8000',
  houseNumbers: [...Array.from({ length: 24 }, (_, index) => String(index + 1)), '12A', '12C', '14A', '14B'],
};

const grid = (floors: readonly string[], doors: readonly (string | null)[]): Inside[] =>
  floors.flatMap((floor) => doors.map((door) => ({ floor, door })));

const alone: readonly Inside[] = [{ floor: null, door: null }];

/** What houses with more than one address are like, the frequent kinds as often as they weigh. */
const houses: readonly (readonly Inside[])[] = [
  grid(['st', '1', '2', '3'], ['tv', 'th']),
  grid(['st', '1', '2', '3'], ['tv', 'th']),
  grid(['st', '1', '2', '3', '4'], ['tv', 'mf', 'th']),
  [{ floor: 'kl', door: null }, ...grid(['st', '1', '2'], ['tv', 'th'])],
  grid(['st', '1', '2', '3', '4'], [null]),
  grid(['st', '1'], ['1', '2', '3', '4']),
  grid(['st', '1', '2'], ['a', 'b-1', 'b-2']),
];

/** Every entrance, in no order. */
export function entrances(): Entrance[] {
  const chance = chanceFrom('addresses');
  const found = new Map<string, Entrance>();
  const add = (entrance: Entrance) => {
    // One that is there already may hold an address of the example data.
    if (!found.has(nameOf(entrance))) found.set(nameOf(entrance), entrance);
  };
  for (const entrance of givenEntrances()) add(entrance);
  for (const postcode of postcodes) {
    const town = townOf(postcode)?.town ?? '';
    for (const street of new Set([...(postcode === whole.postcode ? [whole.street] : []), ...someOf(streets, 4, chance)])) {
      const isWhole = postcode === whole.postcode && street === whole.street;
      for (const houseNumber of isWhole ? whole.houseNumbers : houseNumbers(chance)) {
        const place = chance.happens(0.5) ? (places.get(postcode) ?? null) : null;
        add({ street, houseNumber, place, postcode, town, inside: chance.happens(0.3) ? chance.pick(houses) : alone });
      }
    }
  }
  return [...found.values()];
}

/** What is written on the door to the street; two houses that lie in one street of one town are never called the same. */
const nameOf = ({ street, houseNumber, postcode }: Entrance): string => `${street} ${houseNumber}, ${postcode}`;

/** The addresses of the example data; around those within a house the house is made. */
function givenEntrances(): Entrance[] {
  const given = [...data.companies.map(({ mainAddress }) => mainAddress), ...data.addresses];
  return given.map((address) => {
    const { floor = null, door = null, place = null, street, houseNumber, postcode, town } = { ...none, ...address };
    const house = houses.find((inside) => inside.some((one) => one.floor === floor && one.door === door));
    return { street, houseNumber, place, postcode, town, inside: floor === null ? alone : (house ?? [{ floor, door }]) };
  });
}

/** The file leaves out what an address does not have. */
const none: { readonly floor?: string; readonly door?: string; readonly place?: string } = {};

function someOf<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(chance.below(left.length), 1)).flat();
}

/** A few numbers of one street, two of them sometimes in one house: 12A and 12B. */
function houseNumbers(chance: Chance): string[] {
  const numbers = new Set<string>();
  while (numbers.size < 4) {
    const number = String(1 + chance.below(chance.happens(0.8) ? 40 : 160));
    if (chance.happens(0.2)) numbers.add(`${number}A`).add(`${number}B`);
    else numbers.add(number);
  }
  return [...numbers];
}
