import { css } from 'lit';
import { dialogStyles } from '../ui/dialog.ts';
import { fieldStyles } from '../ui/field.ts';
import { sendingStyles } from '../ui/sending.ts';
import { addressesStyles } from './e-invoice-addresses.ts';
import { deliveriesStyles } from './e-invoice-deliveries.ts';

export const eInvoiceStyles = [
  fieldStyles,
  dialogStyles,
  sendingStyles,
  addressesStyles,
  deliveriesStyles,
  css`
    .e-invoice,
    .e-invoice form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .e-invoice {
      max-inline-size: 880px;
      padding: 20px 24px;
      font-variant-numeric: normal; /* a hyphen between words is no figure */
    }
    .e-invoice p {
      max-inline-size: 70ch;
    }
    .e-invoice ul.receivers {
      display: grid;
      gap: 4px;
      margin: 6px 0 0;
      padding: 0;
      list-style: none;
      overflow-wrap: anywhere;
    }
    .e-invoice .add-address {
      margin-block-start: 10px;
    }
    .e-invoice [inert] {
      opacity: 0.6;
    }
    .e-invoice > [role='status']:empty,
    .e-invoice form > [role='status']:empty {
      position: absolute;
    }
    @container (max-width: 479px) {
      .e-invoice {
        padding: 16px;
      }
    }
  `,
];
