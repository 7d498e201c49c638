/** What a case can be about, as far as choosing it goes, and the names of what led here. Each rejects with a `ProblemError`, or with the signal's reason. */
import * as z from 'zod/mini';
import type { CaseAboutKind } from '../api/case.ts';
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { day, moment } from '../api/values.ts';

export const namedUser = z.object({ id: z.string(), name: z.nullable(z.string()) });

export const orderNumber = z.object({ id: z.string(), number: z.string(), placedAt: moment });
export const orderNumbers = z.object({ items: z.array(orderNumber) });

export const invoiceNumber = z.object({ id: z.string(), number: z.string(), issued: day });
export const invoiceNumbers = z.object({ items: z.array(invoiceNumber) });

export const numberedCase = z.object({ id: z.string(), number: z.string() });
export type NumberedCase = z.output<typeof numberedCase>;

/** The case that a new one follows, as far as saying which. */
export const findCase = (client: Client, company: string, id: string, signal: AbortSignal): Promise<Read<NumberedCase>> =>
  client.read(path('companies', company, 'cases', id), reading(numberedCase), { signal });

/** So many of the newest can be chosen. */
export const mostThings = 50;

/** Something a case can be about. */
export interface Thing {
  readonly id: string;
  /** The name of a user, else the number. */
  readonly name: string;
  /** The calendar day of an invoice, the moment of an order; empty of a user. */
  readonly at: string;
}

const named = ({ id, name }: Read<z.output<typeof namedUser>>): Thing => ({ id, name: name ?? '', at: '' });
const ordered = ({ id, number, placedAt }: Read<z.output<typeof orderNumber>>): Thing => ({ id, name: number ?? '', at: placedAt ?? '' });
const issued = ({ id, number, issued: at }: Read<z.output<typeof invoiceNumber>>): Thing => ({ id, name: number ?? '', at: at ?? '' });

/** One of them, by its id. */
const findThing = async (client: Client, company: string, kind: CaseAboutKind, id: string, signal: AbortSignal): Promise<Thing> => {
  const address = path('companies', company, `${kind}s`, id);
  if (kind === 'user') return named(await client.read(address, reading(namedUser), { signal }));
  if (kind === 'order') return ordered(await client.read(address, reading(orderNumber), { signal }));
  return issued(await client.read(address, reading(invoiceNumber), { signal }));
};

const newest = async (client: Client, company: string, kind: CaseAboutKind, signal: AbortSignal): Promise<readonly Thing[]> => {
  const options = { signal, query: { offset: '0', limit: String(mostThings) } };
  const address = path('companies', company, `${kind}s`);
  if (kind === 'order') return (await client.read(address, reading(orderNumbers), options)).items.map(ordered);
  return (await client.read(address, reading(invoiceNumbers), options)).items.map(issued);
};

/** The newest of a kind, the newest first, and the one of this id whether it is among them or not; users are looked up by name instead. */
export const findThings = async (
  client: Client,
  company: string,
  kind: CaseAboutKind,
  id: string,
  signal: AbortSignal,
): Promise<readonly Thing[]> => {
  const things = kind === 'user' ? [] : await newest(client, company, kind, signal);
  return !id || things.some((thing) => thing.id === id) ? things : [...things, await findThing(client, company, kind, id, signal)];
};
