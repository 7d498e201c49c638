/** What stands above the list: what is to be paid, and what the last months came to. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { alertIcon, checkIcon } from '../ui/icons.ts';
import type { Later } from '../ui/later.ts';
import type { Text } from '../ui/text.ts';
import type { InvoicePage } from './invoice.ts';
import type { MessageKey } from './messages.ts';
import type * as Months from './months.ts';
import { amountOf } from './state.ts';

export const owed = (
  text: Text<MessageKey>,
  { outstanding, overdue, unpaid, months = [] }: Read<InvoicePage>,
  picture: Later<typeof Months>,
): TemplateResult =>
  html`<div class="panel owed">
    <div>
      <p class="label">${text.say('inv.toPay')}</p>
      <p class="figure">${amountOf(text, outstanding)}</p>
      ${
        outstanding?.amount === 0
          ? html`<p class="dim with-icon">${checkIcon}${text.say('invoice.allPaid')}</p>`
          : unpaid === undefined
            ? nothing
            : html`<p class="dim">${text.count('unpaid', unpaid)}</p>`
      }
      ${
        overdue?.amount
          ? html`<p class="with-icon late">${alertIcon}${text.say('invoice.overdueSum', { amount: amountOf(text, overdue) })}</p>`
          : nothing
      }
    </div>
    ${months.length > 1 ? html`<div class="months-place">${picture.module?.monthsFigure(text, months) ?? nothing}</div>` : nothing}
  </div>`;

/** Its room. */
export const owedBones = (): TemplateResult => html`<div class="panel owed"></div>`;
