/** `/desk`: where the operator's own people see what is going on, and move the business day. */
import { html } from 'hono/html';
import { addDays } from '../../../../src/api/days.ts';
import type { DeskData } from '../desk-data.ts';
import { document, withFrame } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';
import { deskCasesAddress } from './desk-cases.ts';
import { deedTable, orderTable } from './desk-tables.ts';
import { longDay, plainDay } from './desk-words.ts';
import { mailAddress } from './mail.ts';

/** The address of the page. */
export const deskAddress = '/desk';

/** How far the day can be moved at once, days. */
export const farthest = 366;

export interface DeskPageOptions extends DeskData {
  readonly viewer: Viewer;
  readonly today: string;
  /** Proves that the form for moving the day came from us. */
  readonly proof: string;
  /** What was wrong with the day that was asked for. */
  readonly problem?: string;
}

export function deskPage(options: DeskPageOptions): Html {
  const { viewer, orders, deeds, problem } = options;
  const main = html`<main id="indhold" class="wide desk" tabindex="-1">
    <header class="desk-head">
      <h1>Driftsbord</h1>
      <p>
        For medarbejdere hos Eksempeltele. <a href="${deskAddress}">Hent igen</a> <a href="${deskCasesAddress}">Supportsager</a>
        <a href="${mailAddress}">Postkasse</a>
      </p>
    </header>
    <div class="desk-top">${businessDay(options)} ${otherProviders()}</div>
    <section>
      <h2 id="ordrer">Seneste ordrer</h2>
      ${orders.length === 0 ? html`<p class="small">Der er ingen ordrer endnu.</p>` : orderTable(orders)}
    </section>
    <section>
      <h2 id="log">Hvem gjorde hvad</h2>
      ${deeds.length === 0 ? html`<p class="small">Der er ikke sket noget endnu.</p>` : deedTable(deeds)}
    </section>
  </main>`;
  return document({
    title: `${problem === undefined ? '' : 'Fejl: '}Driftsbord – Eksempeltele`,
    styles: ['/site/desk.css'],
    body: withFrame(viewer, 'front', deskAddress, main),
  });
}

function businessDay({ today, nextInvoice, proof, problem }: DeskPageOptions): Html {
  return html`<section class="desk-box" aria-labelledby="dag">
    <h2 id="dag">Forretningsdag</h2>
    <p class="day">${longDay(today)}</p>
    <p class="small">
      Varsel, binding, flytninger og fakturaer regnes fra den dag. Den kan kun flyttes frem. Det, der forfalder, er udført få sekunder
      efter. Næste faktura er den ${plainDay(nextInvoice)}.
    </p>
    <form method="post" action="${deskAddress}">
      <input type="hidden" name="bevis" value="${proof}" />
      <input type="hidden" name="fra" value="${today}" />
      <p class="buttons">
        <button class="button" name="til" value="${addDays(today, 1)}">Næste dag</button>
        <button class="button quiet" name="til" value="${firstOfNext(today)}">Til den ${plainDay(firstOfNext(today))}</button>
      </p>
    </form>
    <form method="post" action="${deskAddress}" class="to-date">
      <input type="hidden" name="bevis" value="${proof}" />
      <input type="hidden" name="fra" value="${today}" />
      <label for="til">Dato</label>
      ${problem === undefined ? '' : html`<p class="problem" id="problem" role="alert">${problem}</p>`}
      <p class="buttons">
        <input
          id="til"
          name="til"
          type="date"
          required
          min="${addDays(today, 1)}"
          max="${addDays(today, farthest)}"
          ${problem === undefined ? '' : html`aria-describedby="problem" aria-invalid="true" autofocus`}
        />
        <button class="button quiet">Gå til datoen</button>
      </p>
    </form>
  </section>`;
}

/** The first of the next month. */
const firstOfNext = (today: string): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`;
};

function otherProviders(): Html {
  return html`<section class="desk-box sun" aria-labelledby="andre">
    <h2 id="andre">Hvad de andre teleselskaber svarer</h2>
    <p class="small">Når et nummer skal flyttes hertil, afhænger svaret af bestillingen:</p>
    <dl>
      <div>
        <dt>Ejerens CVR-nummer er virksomhedens eget</dt>
        <dd>Flytningen bekræftes.</dd>
      </div>
      <div>
        <dt>Et andet CVR-nummer</dt>
        <dd>Afvist: en anden ejer.</dd>
      </div>
      <div>
        <dt>Nummeret ender på 99</dt>
        <dd>Afvist: kender ikke nummeret.</dd>
      </div>
      <div>
        <dt>Selskabet hedder »Afvis Tele«</dt>
        <dd>Afvist uden grund.</dd>
      </div>
      <div>
        <dt>Selskabet hedder »Langsom Tele«</dt>
        <dd>Bekræftes tre arbejdsdage senere end ønsket.</dd>
      </div>
    </dl>
  </section>`;
}
