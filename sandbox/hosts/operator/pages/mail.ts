/** `/mail`: what the operator has sent, as it arrived in the sandbox's own mailbox. */
import { html } from 'hono/html';
import type { KeptMail, MailHead } from '../../../mail/mailbox.ts';
import { document, withFrame } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';
import { momentOf } from './desk-words.ts';

/** The address of the page; a mail lies below it by its id. */
export const mailAddress = '/mail';

export interface MailPageOptions {
  readonly viewer: Viewer;
  /** The newest first. */
  readonly mails: readonly MailHead[];
  /** Where the older ones are; null when these are the last. */
  readonly older: string | null;
  /** Whether the newest are not among these. */
  readonly further: boolean;
  /** How many wait to be sent. */
  readonly waiting: number;
  /** Whether another mail server gets what is sent. */
  readonly elsewhere: boolean;
}

export function mailPage({ viewer, mails, older, further, waiting, elsewhere }: MailPageOptions): Html {
  const main = html`<main id="indhold" class="wide desk" tabindex="-1">
    <header class="desk-head">
      <h1 id="postkasse">Postkasse</h1>
      <p>Mails, som Eksempeltele har sendt. <a href="${mailAddress}">Hent igen</a> <a href="/desk">Driftsbord</a></p>
      ${elsewhere ? html`<p>Mails sendes lige nu til en anden mailserver og kommer ikke her.</p>` : ''}
      ${waiting === 0 ? '' : html`<p>${waiting === 1 ? '1 mail venter' : `${String(waiting)} mails venter`} på at blive sendt.</p>`}
    </header>
    ${mails.length === 0 ? empty(further) : mailTable(mails)}
    ${older === null && !further ? '' : html`<p class="buttons">${pages(older, further)}</p>`}
  </main>`;
  return page(viewer, 'Postkasse', mailAddress, main);
}

/** One mail: its text as it came, and nothing of it as markup (T12). */
export function oneMailPage(viewer: Viewer, { id, sender, recipient, subject, receivedAt, text, files }: KeptMail): Html {
  const address = `${mailAddress}/${id}`;
  const main = html`<main id="indhold" class="wide desk" tabindex="-1">
    <nav aria-label="Brødkrumme" class="mail-back"><a href="${mailAddress}">Postkasse</a></nav>
    <article class="mail">
      <header>
        <h1>${subjectOf(subject)}</h1>
        <dl>
          <div>
            <dt>Til</dt>
            <dd>${recipient}</dd>
          </div>
          <div>
            <dt>Fra</dt>
            <dd>${sender}</dd>
          </div>
          <div>
            <dt>Modtaget</dt>
            <dd>${momentOf(receivedAt)}</dd>
          </div>
        </dl>
      </header>
      <div class="mail-text">${text}</div>
      ${files.length === 0 ? '' : filesOf(address, files)}
    </article>
  </main>`;
  return page(viewer, 'Mail', address, main);
}

/** Each is saved, never opened here (T12). */
const filesOf = (address: string, files: KeptMail['files']): Html =>
  html`<section class="mail-files">
    <h2>Vedhæftet</h2>
    <ul>
      ${files.map(
        ({ name, size }, place) =>
          html`<li><a href="${address}/filer/${String(place)}" download>${name}</a> <span class="small">${sizeOf(size)}</span></li>`,
      )}
    </ul>
  </section>`;

const kilobytes = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });
const sizeOf = (bytes: number): string => `${kilobytes.format(Math.max(1, bytes / 1000))} kB`;

/** The title says nothing of the mail: titles end up in histories and shared screens (PRV-6). */
const page = (viewer: Viewer, title: string, returnTo: string, main: Html): Html =>
  document({
    title: `${title} – Eksempeltele`,
    styles: ['/site/desk.css', '/site/mail.css'],
    body: withFrame(viewer, 'front', returnTo, main),
  });

const subjectOf = (subject: string): string => subject || '(uden emne)';

function empty(further: boolean): Html {
  return html`<section class="mail-empty">
    <h2>${further ? 'Der er ikke flere mails' : 'Der er ingen mails endnu'}</h2>
    <p class="small">
      Der sendes en mail, når et produkt er på vej, og når en faktura er klar til dem, der har eFaktura. Den kommer her efter få sekunder.
    </p>
  </section>`;
}

/** The cells name themselves, since narrow screens show each row as lines. */
function mailTable(mails: readonly MailHead[]): Html {
  return html`<div class="table mails">
    <table aria-labelledby="postkasse" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">Emne</th>
          <th scope="col" role="columnheader">Til</th>
          <th scope="col" role="columnheader">Modtaget</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${mails.map(
          ({ id, recipient, subject, receivedAt }) =>
            html`<tr role="row">
              <th scope="row" role="rowheader"><a href="${mailAddress}/${id}">${subjectOf(subject)}</a></th>
              <td role="cell">${recipient}</td>
              <td role="cell">${momentOf(receivedAt)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const pages = (older: string | null, further: boolean): Html =>
  html`${further ? html`<a class="button quiet" href="${mailAddress}">Nyeste mails</a>` : ''}
  ${older === null ? '' : html`<a class="button quiet" href="${older}">Ældre mails</a>`}`;
