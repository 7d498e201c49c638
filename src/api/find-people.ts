/** Looking people up by what is typed of their names (R21). It rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from './client.ts';
import { foundPeople, type FoundPerson } from './found-person.ts';
import { path } from './path.ts';
import type { PersonQuestion } from './person-question.ts';
import { reading, type Read } from './read.ts';

/** So many can be read at a glance (R21.7). */
const limit = 10;

/** Those whom it may mean, the best first, and how many there are in all. */
export const findPeople = async (
  [client, company]: readonly [Client, string],
  search: string,
  signal: AbortSignal,
): Promise<{ readonly items: readonly Read<FoundPerson>[]; readonly total: number }> => {
  const question: PersonQuestion = { search, limit };
  const { items, total = items.length } = await client.read(path('companies', company, 'users', 'look-up'), reading(foundPeople), {
    question,
    signal,
  });
  return { items, total };
};
