/** The pages of signing in and out, in the operator's look. */
import { html, raw } from 'hono/html';
import { document, wordmark } from '../hosts/operator/layout.ts';
import type { Html } from '../hosts/operator/layout.ts';
import type { SignInPerson } from '../session/sign-in-check.ts';
import { sampleNotes } from './people.ts';

export interface SignInPageOptions {
  /** For whom somebody signs in, when it is not the operator's own site. */
  readonly client: string | undefined;
  readonly email: string;
  readonly password: string;
  readonly problem: string | undefined;
  readonly samples: readonly SignInPerson[];
}

/** The sign-in page. Without scripts a sample's button loads the page again with the form filled in. */
export function signInPage(options: SignInPageOptions): Html {
  const { client, email, password, problem, samples } = options;
  const described = problem === undefined ? '' : html`aria-describedby="problem" aria-invalid="true"`;
  return frame(
    problem === undefined ? 'Log ind – Eksempeltele' : 'Fejl: Log ind – Eksempeltele',
    html`<h1>Log ind</h1>
      <p class="intro">
        ${client === undefined ? 'Fortsæt til Selvbetjening for erhverv.' : html`Fortsæt til <strong>${client}</strong> med dit login hos Eksempeltele.`}
      </p>
      ${problem === undefined ? '' : html`<p class="problem" id="problem" role="alert">${problem}</p>`}
      <form method="post" class="sign-in">
        <label for="email">E-mailadresse</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          required
          value="${email}"
          ${described}
          ${email === '' ? 'autofocus' : ''}
        />
        <label for="adgangskode">Adgangskode</label>
        <input
          id="adgangskode"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          value="${password}"
          ${described}
          ${email === '' ? '' : 'autofocus'}
        />
        <button class="button">Log ind</button>
      </form>`,
    html`<section class="samples" aria-labelledby="eksempler">
      <h2 id="eksempler">Prøv som …</h2>
      <p>Vælg en person for at udfylde formularen. Adgangskoden er <code>demo</code> for alle.</p>
      <form method="get">
        <ul>
          ${samples.map(
            (sample) =>
              html`<li>
                <button name="person" value="${sample.key}" data-email="${sample.email}">
                  <strong>${sample.name}</strong>
                  <span>${sampleNotes.get(sample.key)}</span>
                </button>
              </li>`,
          )}
        </ul>
      </form>
    </section>`,
    ['/site/sign-in.js'],
  );
}

/** Asks whether a sign-out at another site is one here too. `form` is the provider's, with the id `op.logoutForm`. */
export function signOutPage(form: string, client: string | undefined): Html {
  return frame(
    'Log ud – Eksempeltele',
    html`<h1>Vil du også logge ud hos Eksempeltele?</h1>
      <p class="intro">Du er logget ud af ${client ?? 'siden, du kommer fra'}. Deler du computeren med andre, så log også ud her.</p>
      ${raw(form)}
      <p class="choices">
        <button class="button" form="op.logoutForm" name="logout" value="yes">Ja, log ud</button>
        <button class="button quiet" form="op.logoutForm">Nej, forbliv logget ind</button>
      </p>`,
  );
}

/** Says that signing in did not work, and what to do. `code` is the protocol's word for it, for whoever helps. */
export function problemPage(code: string): Html {
  return frame(
    'Vi kunne ikke logge dig ind – Eksempeltele',
    html`<h1>Vi kunne ikke logge dig ind</h1>
      <p class="intro">
        Din browser kom tilbage med noget, der ikke passer til det login, du begyndte på. Det kan ske, hvis siden har stået åben længe.
      </p>
      <p class="choices">
        <a class="button" href="/log-ind">Prøv igen</a>
        <a class="button quiet" href="/">Til forsiden</a>
      </p>
      <p class="small">Kontakt os, hvis det bliver ved. Oplys koden <code>${code}</code>.</p>`,
  );
}

function frame(title: string, main: Html, beside?: Html, scripts: readonly string[] = []): Html {
  return document({
    title,
    styles: ['/site/sign-in.css'],
    scripts,
    body: html`<main class="sign-in-page${beside ? ' two' : ''}">
      <div class="sheet">${wordmark()} ${main}</div>
      ${beside ?? ''}
    </main>`,
  });
}
