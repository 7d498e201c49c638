/** Which invoice was sent to whom, and whether it arrived (R31.2). */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatMoment } from '../ui/format.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { Text } from '../ui/text.ts';
import type { EInvoiceKey } from './e-invoice-messages.ts';
import type { DeliveryState, EInvoice } from './e-invoice.ts';
import type { MessageKey } from './messages.ts';

export const deliveriesStyles = css`
  .deliveries {
    max-inline-size: 880px;
    margin-block-start: 24px;
  }
  .deliveries > .panel {
    margin-block-start: 10px;
    overflow: hidden;
  }
  .deliveries table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .deliveries :is(th, td) {
    padding: 10px 16px;
    text-align: start;
    vertical-align: top;
  }
  .deliveries th {
    font-size: 0.867em;
    font-weight: 600;
    color: var(--_muted);
  }
  .deliveries td {
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  @container (max-width: 619px) {
    .deliveries thead {
      position: absolute;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .deliveries tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding: 10px 16px;
    }
    .deliveries tr + tr {
      border-block-start: 1px solid var(--_line);
    }
    .deliveries td {
      padding: 0;
      border: 0;
    }
    .deliveries td.to {
      grid-area: 2 / 1 / auto / -1;
    }
  }
`;

const kinds: Readonly<Record<DeliveryState, readonly [kind: string, words: EInvoiceKey]>> = {
  waiting: ['coming', 'ef.underWay'],
  sent: ['good', 'ef.delivered'],
  failed: ['stopped', 'ef.failed'],
};

type Deliveries = Read<EInvoice>['deliveries'];

/** The table of them, where there are any. */
export const deliveries = (
  host: LinkHost & { readonly text: Text<EInvoiceKey | MessageKey>; readonly headingLevel: number },
  list: Deliveries,
): TemplateResult | typeof nothing => {
  if (!list?.length) return nothing;
  const { text, headingLevel } = host;
  const { say, language } = text;
  return html`<section class="deliveries">
    <h3 id="deliveries" aria-level=${headingLevel + 1}>${say('ef.deliveries')}</h3>
    <div class="panel">
      <table aria-labelledby="deliveries">
        <thead>
          <tr>
            <th scope="col">${say('ef.day')}</th>
            <th scope="col">${say('inv.no')}</th>
            <th scope="col">${say('ef.to')}</th>
            <th scope="col">${say('ef.state')}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map(({ invoice, address, state, at }) => {
            const [kind, words] = state === undefined ? (['', 'state.unknown'] as const) : kinds[state];
            return html`<tr>
              <td class="dim">${at === undefined ? '' : formatMoment(language, Date.parse(at))}</td>
              <td>${invoice ? link(host, encodeURIComponent(invoice.id), invoice.number ?? say('state.unknown')) : nothing}</td>
              <td class="to">${address ?? say('state.unknown')}</td>
              <td><span class="tag ${kind}">${say(words)}</span></td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
};
