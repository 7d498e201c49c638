/** The order that a draft amounts to. */
import { parseCvr, parsePhone, parseSimNumber } from '../api/identifiers.ts';
import type { OrderRequest } from '../api/order-request.ts';
import type { WizardDraft } from './wizard-draft.ts';
import { tidied } from './wizard-fields.ts';

type NewSubscription = Extract<OrderRequest['items'][number], { kind: 'newSubscription' }>;

/** `undefined` while something is missing, which the steps do not let happen. What belongs to another choice is not sent (R20.3). */
export const requestOf = (draft: WizardDraft): OrderRequest | undefined => {
  const { plan, sim, delivery } = draft;
  const user = userIn(draft);
  const number = plan && numberIn(draft);
  if (!plan || !sim || !user || !number || (sim === 'sim' && !delivery)) return undefined;
  const shown = { monthly: plan.monthly.amount, setup: plan.setup.amount };
  return {
    items: [{ kind: 'newSubscription', user, plan: plan.id, ...shown, number, sim }],
    delivery: sim === 'sim' ? delivery : null,
  };
};

const userIn = ({ userKind, name, email, costCentre, user }: WizardDraft): NewSubscription['user'] | undefined =>
  userKind === 'existing'
    ? user
      ? { id: user.id }
      : undefined
    : { name: tidied(name), email: email.trim() || null, costCentre: tidied(costCentre) || null };

const numberIn = (draft: WizardDraft): NewSubscription['number'] | undefined => {
  const { plan, numberKind, phone, provider, timing, date, authority } = draft;
  if (plan?.included.talk === false) return { kind: 'none' };
  if (numberKind === 'new') return phone ? { kind: 'new', phone } : undefined;
  const moved = parsePhone(draft.movedPhone);
  const ownerCvr = parseCvr(draft.ownerCvr);
  if (!moved || !ownerCvr || !timing || !authority) return undefined;
  return {
    ...{ kind: 'move', phone: moved, provider: tidied(provider), ownerCvr, simNumber: parseSimNumber(draft.simNumber) ?? null },
    ...{ timing, date: timing === 'date' ? date : null, authority },
  };
};
