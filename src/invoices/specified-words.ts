/** The words of groups and amounts, shared by what opens with an itemised invoice and what opens from it. */
import type { Text } from '../ui/text.ts';
import type { InvoiceGroup } from './invoice.ts';
import type { MessageKey } from './messages.ts';
import type { InvoicesRoom } from './room.ts';
import type { SpecifiedKey } from './specified-messages.ts';

export type SpecifiedText = Text<SpecifiedKey | MessageKey>;
export type SpecifiedRoom = InvoicesRoom & { readonly text: SpecifiedText };

const words: Readonly<Record<InvoiceGroup, SpecifiedKey>> = {
  subscription: 'inv.catSubscription',
  usageDk: 'inv.catUsageDk',
  usageEu: 'inv.catUsageEu',
  usageWorld: 'inv.catUsageWorld',
  content: 'inv.catContent',
  premium: 'inv.catPremium',
  products: 'inv.catProducts',
  oneOff: 'inv.catOneOff',
  discount: 'inv.catDiscount',
  refund: 'inv.catRefund',
};

export const groupName = ({ say }: SpecifiedText, group: InvoiceGroup | undefined): string => say(group ? words[group] : 'state.unknown');
