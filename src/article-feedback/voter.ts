/** Whose vote it is when nobody is signed in: something made up, which says nothing of anybody (R33.2, PRV-5). */

const name = 'selvbetjening.voter';

/** Lives as long as the page does. */
let ofThePage: string | undefined;

/** What was made up before, on this page or, where the host lets it be kept, on an earlier one. Nothing is made up before there is a vote. */
export const knownVoter = (memory: Storage | undefined): string | undefined => {
  try {
    const kept = memory?.getItem(name);
    // What the contract would not take is nobody's.
    return kept && kept.length >= 16 && kept.length <= 64 ? kept : ofThePage;
  } catch {
    return ofThePage; // Blocked storage is as good as none (F30).
  }
};

/** The one who votes from now on. */
export const keepVoter = (memory: Storage | undefined, voter: string): string => {
  ofThePage = voter;
  try {
    memory?.setItem(name, voter);
  } catch {
    // It holds for this page all the same.
  }
  return voter;
};
