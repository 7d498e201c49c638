/** What a session is: who is here, which companies they may administer, and what they may do there. */
import * as z from 'zod/mini';
import { pageOf } from '../api/page.ts';
import type { Read } from '../api/read.ts';
import { whole } from '../api/values.ts';

/** What an administrator may do in one area of one company (R6.1). */
export const access = z.enum(['none', 'read', 'full']);
export type Access = z.output<typeof access>;

/** The areas of the portal that rights are given for. */
export const area = z.enum(['subscriptions', 'products', 'invoices', 'cases']);
export type Area = z.output<typeof area>;

/** A company and what the signed-in person may do in it. `cvr` is the eight digits of INV-13. */
export const company = z.object({
  id: z.string(),
  name: z.string(),
  cvr: z.string(),
  rights: z.object({ subscriptions: access, products: access, invoices: access, cases: access }),
});
export type Company = z.output<typeof company>;

/** A right that is missing or unknown to us is no right (F09). A company without a name is known by its CVR number. */
export const companyIn = ({ id, name, cvr, rights }: Read<Company>): Company => ({
  id,
  name: name ?? cvr ?? id,
  cvr: cvr ?? '',
  rights: Object.fromEntries(area.options.map((name) => [name, rights?.[name] ?? 'none'])) as Company['rights'],
});

/** `GET /companies?search=`: companies in Danish order (SRT). */
export const companyPage = pageOf(company);
export type CompanyPage = z.output<typeof companyPage>;

/** How the operator can be reached, for the texts that say »kontakt os endelig« (R8.2). */
export const operator = z.object({
  name: z.string(),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  url: z.nullable(z.string()),
});
export type Operator = z.output<typeof operator>;

/** `GET /session`: the first hundred companies in Danish order, and how many there are in all. */
export const sessionAnswer = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  companies: z.array(company),
  total: whole,
  operator,
});
export type SessionAnswer = z.output<typeof sessionAnswer>;
