/** Searching for addresses, with the service of the contract or with one of the host's own (ADR-9). */
import type { Client } from './client.ts';
import { foundAddresses, type AddressService, type FoundAddresses } from './found-address.ts';
import { ProblemError } from './problem.ts';
import { reading, type Read } from './read.ts';

/** So long a host's own service is waited for. Milliseconds. */
const patience = 10_000;

/** Rejects with a `ProblemError`, which is `missing` where the operator has no address service, or with the signal's reason. */
export const findAddresses = async (
  client: Client,
  own: AddressService | undefined,
  search: string,
  signal: AbortSignal,
  within?: string,
): Promise<Read<FoundAddresses>> => {
  const parse = reading(foundAddresses);
  if (own) {
    const limit = AbortSignal.timeout(patience);
    const late = new Promise<never>((_, reject) => {
      limit.addEventListener('abort', () => {
        reject(new ProblemError({ kind: 'slow' }));
      });
    });
    return parse(await Promise.race([own.search(search, AbortSignal.any([signal, limit]), within), late]));
  }
  return client.read('addresses', parse, { signal, query: { search, ...(within !== undefined && { within }) } });
};
