/** What can be done with a subscription as it stands, and why something cannot. */
import type { Read } from '../api/read.ts';
import type { ProfileKey } from './profile-messages.ts';
import type { DeedKind } from './profile-room.ts';
import type { Subscription } from './subscription.ts';

/** What has a button of its own. */
export type Offered = Exclude<DeedKind, 'act.undo'>;

export interface Possible {
  readonly deeds: readonly Offered[];
  /** Said where somebody would look for what is missing. */
  readonly why: ProfileKey | undefined;
}

/** A state that is not known allows nothing (F09); nor is anything offered that needs a figure which is not known. */
export const possible = (subscription: Read<Subscription>): Possible => {
  const { status, sim, changes, price, firstLastDay, boundUntil, notice, simPrice, planId } = subscription;
  const coming = (kind: 'changePlan' | 'replaceSim') => changes?.some((change) => change.kind === kind) ?? true;
  const closing = status === 'pendingTerminate';
  const blocked = status === 'suspended';
  const running = blocked || status === 'active';
  const card = running || closing ? sim : null;
  const changing = running && coming('changePlan');
  const free = running && !changing;
  const deeds = [
    free && planId && 'sub.change',
    free && [price?.amount, firstLastDay, boundUntil, notice?.length].every((figure) => figure !== undefined) && 'sub.terminate',
    running && (blocked ? 'sim.unblock' : 'sim.block'),
    card && simPrice?.amount !== undefined && !coming('replaceSim') && 'sim.replace',
    card && 'codes.show',
    card?.kind === 'esim' && 'codes.showEsim',
  ] as const;
  return { deeds: deeds.filter((deed): deed is Offered => !!deed), why: whyNot(subscription, changing) };
};

const whyNot = ({ status, changes }: Read<Subscription>, changing: boolean): ProfileKey | undefined => {
  if (status === undefined || (changing && !changes)) return 'cannot.unknown';
  if (changing) return 'cannot.changing';
  return status === 'pendingTerminate' ? 'cannot.closing' : status === 'pendingActive' ? 'cannot.coming' : undefined;
};
