/** A Danish address, and how it must be written (ADR, D16). */
import * as z from 'zod/mini';

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
