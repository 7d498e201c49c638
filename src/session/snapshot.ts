/** Makes a session out of the backend's answer. */
import { ProblemError } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { Session } from './contexts.ts';
import { companyIn, type SessionAnswer } from './session.ts';

/**
 * `known` is the last session seen here and `wanted` the company to start with. The same person stays in the same company; a
 * company that the answer does not hold is never shown. Throws a {@link ProblemError} when the answer does not say who is here: two
 * people must never be taken for one (F24).
 */
export const snapshot = (answer: Read<SessionAnswer>, known: Session | undefined, wanted: string | undefined): Session => {
  if (!answer.person) throw new ProblemError({ kind: 'unexpected' });
  const companies = (answer.companies ?? []).map(companyIn);
  const person = { id: answer.person.id, name: answer.person.name ?? '' };
  const before = known?.person.id === person.id ? known.company : undefined;
  const find = (id: string | undefined) => companies.find((company) => company.id === id);
  const still = find(before?.id);
  const { name = '', phone = null, email = null, url = null } = answer.operator ?? {};
  return {
    person,
    companies,
    total: answer.total ?? companies.length,
    company: still ?? find(wanted) ?? companies[0],
    lost: still ? undefined : before,
    operator: { name, phone, email, url },
  };
};
