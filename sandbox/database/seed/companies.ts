/** The example companies, and who may do what in them. */
import { wordsText } from '../../company-switcher/words.ts';
import { hashPassword } from '../../session/password.ts';
import data from '../data/seed-data.json' with { type: 'json' };
import type { Db } from '../database.ts';
import { newId } from '../ids.ts';
import { companyNames } from './names.ts';
import { cvrNumbers } from './numbers.ts';
import { chanceFrom } from './random.ts';
import { insertRows } from './rows.ts';

/** A company of the example data, as far as its people need to know it. */
export interface ExampleCompany {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** The host part of its e-mail addresses. */
  readonly domain: string;
  /** How many users are made up for it. */
  readonly users: number;
}

/** What else is known of it. */
interface Facts {
  readonly cvr: string;
  readonly address: object | null;
  /** Of a public body. */
  readonly ean: string | null;
}

const domains: Record<string, string> = {
  c2: 'aagaard.example',
  c3: 'oesteraa.example',
  c5: 'oeresund.example',
  c6: 'nordlys-nord.example',
};

/** Those of the file, c7 with any number of users, and two hundred small ones, x1–x200. */
export function exampleCompanies(usersOfC7: number): (ExampleCompany & Facts)[] {
  const chance = chanceFrom('companies');
  const given = data.companies.map(({ id, name, cvr, gln = null, mainAddress, employees }) => ({
    id: newId(),
    key: id,
    name,
    cvr,
    address: { ...noAddress, ...mainAddress },
    domain: domains[id] ?? 'nordlys.example',
    users: id === 'c1' ? 0 : employees,
    ean: gln,
  }));
  const big = { id: newId(), key: 'c7', name: 'Storkøbing Demo A/S', cvr: '99000090', domain: 'storkoebing.example' };
  const numbers = cvrNumbers(200);
  const small = companyNames(200, chance).map((name, index) => ({
    id: newId(),
    key: `x${String(index + 1)}`,
    name,
    cvr: numbers[index] ?? '',
    address: index === 0 ? null : { ...noAddress, ...chance.pick(data.addresses) },
    domain: `x${String(index + 1)}.example`,
    users: 2 + chance.below(8),
    ean: null,
  }));
  return [...given, { ...big, users: usersOfC7, ean: null, address: { ...noAddress, ...data.addresses[6] } }, ...small];
}
const noAddress = { street: '', houseNumber: '', floor: null, door: null, place: null, postcode: '', town: '' };

/** Notice by company (SUB-4): thirty days unless it says otherwise here. */
function noticeOf(key: string, index: number): { notice_length: number; notice_unit: 'days' | 'monthsAfterRunning' } {
  if (key === 'c3' || key === 'c6') return { notice_length: 1, notice_unit: 'monthsAfterRunning' };
  if (key === 'c5') return { notice_length: 60, notice_unit: 'days' };
  if (!key.startsWith('x') || index % 3 !== 0) return { notice_length: 30, notice_unit: 'days' };
  return index % 2 === 0 ? { notice_length: 0, notice_unit: 'monthsAfterRunning' } : { notice_length: 14, notice_unit: 'days' };
}

/** Most pay on the due day. How many days after it the others do: two without being reminded, one long after that. */
const paysAfter: Readonly<Record<string, number>> = { c1: 9, c6: 9, c5: 60 };

export async function insertCompanies(transaction: Db, companies: ReturnType<typeof exampleCompanies>): Promise<void> {
  const rows = companies.map(({ id, key, name, cvr, address, ean }, index) => ({
    ...{ id, key, name, cvr, ean, main_address: address, words: wordsText(name), pays_after: paysAfter[key] ?? 0 },
    ...noticeOf(key, index),
  }));
  await insertRows(transaction, 'company', rows);
}

type Level = 'none' | 'read' | 'full';
const everything = (level: Level) => ({ subscriptions: level, products: level, invoices: level, cases: level });
const invoicesOnly = { ...everything('none'), invoices: 'full' as const };

/** The sample sign-ins; all have the password `demo`. */
const people: { key: string; name: string; email: string; rights: (company: string) => ReturnType<typeof everything> | null }[] = [
  {
    key: 'maja',
    name: 'Maja Holm',
    email: 'maja.holm@nordlys.example',
    rights: (key) => (key === 'c5' ? everything('read') : /^c[123467]$/.test(key) ? everything('full') : null),
  },
  {
    key: 'frida',
    name: 'Frida Faktura',
    email: 'frida.faktura@nordlys.example',
    rights: (key) => (/^c[12]$/.test(key) ? invoicesOnly : null),
  },
  { key: 'lars', name: 'Lars Læser', email: 'lars.laeser@nordlys.example', rights: (key) => (key === 'c1' ? everything('read') : null) },
  { key: 'ida', name: 'Ida Enkel', email: 'ida.enkel@nordlys-nord.example', rights: (key) => (key === 'c6' ? everything('full') : null) },
  { key: 'uffe', name: 'Uffe Uden', email: 'uffe.uden@example.com', rights: () => null },
  {
    key: 'mange',
    name: 'Mange Møller',
    email: 'mange.moeller@example.com',
    rights: (key) => (key.startsWith('x') ? everything('full') : null),
  },
  { key: 'dorte', name: 'Dorte Desk', email: 'dorte.desk@eksempeltele.example', rights: () => null },
];

export async function insertPeople(transaction: Db, companies: readonly ExampleCompany[]): Promise<void> {
  // One hash for all: the password is printed on the sign-in page, and each hash costs a fifth of a second.
  const password = await hashPassword('demo');
  const persons = people.map(({ key, name, email }, index) => ({
    ...{ id: newId(), key, name, email, password, employee: key === 'dorte', sample_order: index },
  }));
  await insertRows(transaction, 'person', persons);
  const memberships = people.flatMap(({ rights }, index) =>
    companies.flatMap(({ id, key }) => {
      const given = rights(key);
      return given === null ? [] : [{ person_id: persons[index]?.id, company_id: id, ...given }];
    }),
  );
  await insertRows(transaction, 'membership', memberships);
}
