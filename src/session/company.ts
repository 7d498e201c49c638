/** A company beyond its name: what the areas need to know of it. */
import * as z from 'zod/mini';
import { address } from '../api/address.ts';
import { notice } from '../api/values.ts';

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
