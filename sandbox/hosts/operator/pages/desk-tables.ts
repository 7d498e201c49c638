/** The two tables of the desk page: what has been ordered, and who did what. */
import { html } from 'hono/html';
import type { DeskDeed, DeskItem, DeskOrder } from '../desk-data.ts';
import type { Html } from '../layout.ts';
import { deedWords, failureWords, kindWords, momentOf, parcelWords, phoneOf, shortDay, stateWords } from './desk-words.ts';

export function orderTable(orders: readonly DeskOrder[]): Html {
  return html`<div class="table" role="region" aria-labelledby="ordrer" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Ordrenummer</th>
          <th scope="col">Virksomhed</th>
          <th scope="col">Bestilt</th>
          <th scope="col">Indhold</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        ${orders.map(
          ({ number, company, placedAt, placedBy, state, items }) =>
            html`<tr>
              <th scope="row">${number}</th>
              <td>${company}</td>
              <td>${momentOf(placedAt)}<br /><span class="small">${placedBy}</span></td>
              <td>
                <ul>
                  ${items.map((item) => html`<li>${itemText(item)}</li>`)}
                </ul>
              </td>
              <td>
                <span class="state ${state}">${stateWords[state]}</span
                >${items.map(({ failure }) => failure && html`<br />${failureWords[failure]}`)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function deedTable(deeds: readonly DeskDeed[]): Html {
  return html`<div class="table" role="region" aria-labelledby="log" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Hvornår</th>
          <th scope="col">Hvem</th>
          <th scope="col">Hvad</th>
          <th scope="col">Gælder</th>
          <th scope="col">Virksomhed</th>
        </tr>
      </thead>
      <tbody>
        ${deeds.map(
          ({ at, person, company, deed, subject }) =>
            html`<tr>
              <td>${momentOf(at)}</td>
              <td>${person ?? 'Driften'}</td>
              <td>${deedWords[deed]}</td>
              <td>${subject}</td>
              <td>${company}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** »Nyt abonnement, Bo Bæk, 67 10 20 30« or »2 × 4G-router, Bo Bæk, sendt 24.11.2026, EKS-1000-0001« */
function itemText({ kind, user, phone, date, product, quantity, parcel }: DeskItem): string {
  const step = parcel?.steps.at(-1);
  const how = step ? `${parcelWords[step.state]} ${shortDay(step.day)}` : date && shortDay(date);
  const what = product === null ? kindWords[kind] : `${String(quantity)} × ${product}`;
  return [what, user, phone && phoneOf(phone), how, parcel?.tracking].filter(Boolean).join(', ');
}
