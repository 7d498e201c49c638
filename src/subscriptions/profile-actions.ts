/** What can be done with a subscription as it stands, and why something cannot. */
import type { Read } from '../api/read.ts';
import type { ProfileKey } from './profile-messages.ts';
import type { DeedKind } from './profile-room.ts';
import type { Subscription } from './subscription.ts';

export interface Possible {
  readonly deeds: readonly Exclude<DeedKind, 'undo'>[];
  /** Said where somebody would look for what is missing. */
  readonly why?: ProfileKey;
}

/** The words on the button of each. */
export const deedWords = {
  change: 'sub.change',
  close: 'sub.terminate',
  block: 'sim.block',
  unblock: 'sim.unblock',
  replace: 'sim.replace',
  codes: 'codes.show',
  esim: 'codes.showEsim',
} as const satisfies Readonly<Record<Possible['deeds'][number], ProfileKey>>;

/** A state that is not known allows nothing (F09); nor is anything offered that needs a figure which is not known. */
export const possible = (subscription: Read<Subscription>): Possible => {
  const { status, sim, changes, price, firstLastDay, boundUntil, notice, simPrice, planId } = subscription;
  const coming = (kind: 'changePlan' | 'replaceSim') => changes?.some((change) => change.kind === kind) ?? true;
  const replace = sim && simPrice?.amount !== undefined && !coming('replaceSim') ? (['replace'] as const) : [];
  const codes = sim ? (['codes', ...(sim.kind === 'esim' ? (['esim'] as const) : [])] as const) : [];
  switch (status) {
    case undefined:
      return { deeds: [], why: 'cannot.unknown' };
    case 'terminated':
      return { deeds: [] };
    case 'pendingActive':
      return { deeds: [], why: 'cannot.coming' };
    case 'pendingTerminate':
      return { deeds: [...replace, ...codes], why: 'cannot.closing' };
    case 'active':
    case 'suspended': {
      const changing = coming('changePlan');
      const known = price?.amount !== undefined && firstLastDay !== undefined && boundUntil !== undefined && notice?.length !== undefined;
      return {
        deeds: [
          ...(changing || planId === undefined ? [] : (['change'] as const)),
          ...(changing || !known ? [] : (['close'] as const)),
          status === 'active' ? 'block' : 'unblock',
          ...replace,
          ...codes,
        ],
        ...(changing && { why: changes ? 'cannot.changing' : 'cannot.unknown' }),
      };
    }
  }
};
