/** Makes a session out of the backend's answer. */
import type { Read } from '../api/read.ts';
import type { Session } from './contexts.ts';
import { companyIn, type SessionAnswer } from './session.ts';

/**
 * `known` is the last session seen here and `wanted` the company to start with. The same person stays in the same company; a
 * company that the answer does not hold is never shown.
 */
export const snapshot = (answer: Read<SessionAnswer>, known: Session | undefined, wanted: string | undefined): Session => {
  const companies = (answer.companies ?? []).map(companyIn);
  const person = { id: answer.person?.id ?? '', name: answer.person?.name ?? '' };
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
