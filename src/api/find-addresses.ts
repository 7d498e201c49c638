/** Searching for addresses, with the service of the contract or with one of the host's own (ADR-9). */
import type { Client } from './client.ts';
import { foundAddresses, type AddressService, type FoundAddresses } from './found-address.ts';
import { reading, type Read } from './read.ts';

/** Rejects with a `ProblemError`, which is `missing` where the operator has no address service, or with the signal's reason. */
export const findAddresses = async (
  client: Client,
  own: AddressService | undefined,
  search: string,
  signal: AbortSignal,
  within?: string,
): Promise<Read<FoundAddresses>> => {
  const parse = reading(foundAddresses);
  if (own) return parse(await own.search(search, signal, within));
  return client.read('addresses', parse, { signal, query: { search, ...(within !== undefined && { within }) } });
};
