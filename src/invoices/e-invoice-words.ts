/** The words of eFaktura, as its parts know them. */
import type { Text } from '../ui/text.ts';
import type { EInvoiceKey } from './e-invoice-messages.ts';
import type { MessageKey } from './messages.ts';
import type { InvoicesRoom } from './room.ts';

export type EInvoiceText = Text<EInvoiceKey | MessageKey>;
export type EInvoiceRoom = InvoicesRoom & { readonly text: EInvoiceText };
