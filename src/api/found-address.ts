/** What an address service finds (ADR-9): entrances and whole addresses, asked for in two steps where a house has floors and doors. */
import * as z from 'zod/mini';
import { address } from './address.ts';

export const foundAddress = z.object({
  /** The service's id of it, for looking further within. */
  id: z.string(),
  /** As it is shown: »Prøvevej 12B, 8000 Aarhus C«. */
  text: z.string(),
  /** Null for an entrance that has floors and doors: ask once more with `within`. */
  address: z.nullable(address),
});
export type FoundAddress = z.output<typeof foundAddress>;

/**
 * `GET /addresses?search=` gives entrances and whole addresses that begin with or hold what is typed, the best first, ten at most; with
 * `within`, the floors and doors of that entrance, narrowed by `search`. 404 where the operator has no address service.
 */
export const foundAddresses = z.object({ items: z.array(foundAddress), total: z.number() });
export type FoundAddresses = z.output<typeof foundAddresses>;

/** Where addresses are searched for: a host's own service in place of the contract's (ADR-9). */
export interface AddressService {
  /**
   * Finds what begins with or holds the text, the best first, ten at most; with `within`, the id of an entrance, the floors and doors of that
   * one, narrowed by the text, which then may be empty. Rejects when that fails; the signal says that nobody waits for it any more.
   */
  search(text: string, signal: AbortSignal, within?: string): Promise<FoundAddresses>;
}
