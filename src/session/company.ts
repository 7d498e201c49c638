/** A company beyond its name: what the areas need to know of it. */
import * as z from 'zod/mini';
import { notice } from '../api/values.ts';

/** A Danish address as the register writes it (ADR-1, ADR-2). Parts that are not there are null. */
export const address = z.object({
  street: z.string(),
  /** A number of 1–999 with an optional capital letter. */
  houseNumber: z.string(),
  /** `st`, `kl`, `k2`–`k9` or 1–99. */
  floor: z.nullable(z.string()),
  /** `tv`, `mf`, `th`, or what the house itself uses. */
  door: z.nullable(z.string()),
  /** The additional place name, on a line of its own. */
  place: z.nullable(z.string()),
  /** Four digits; a leading zero counts (ADR-4). */
  postcode: z.string().check(z.regex(/^\d{4}$/)),
  town: z.string(),
});
export type Address = z.output<typeof address>;

/** `GET /companies/{c}`. */
export const companyDetails = z.object({
  id: z.string(),
  name: z.string(),
  cvr: z.string(),
  /** Null when the operator has none on record (R23.8). */
  mainAddress: z.nullable(address),
  notice,
});
export type CompanyDetails = z.output<typeof companyDetails>;
