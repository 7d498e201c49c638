/** Who is signed in, which language is spoken, and the way out. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../ui/format.ts';
import { checkIcon } from '../ui/icons.ts';
import type { FrameHost } from './frame-host.ts';
import { signOutIcon } from './icons.ts';

const languages = [
  ['da', 'portal.danish'],
  ['en', 'portal.english'],
] as const satisfies readonly (readonly [Language, string])[];

/** The language in its own name, so that whoever cannot read the present one finds theirs. */
const languageChoice = (host: FrameHost): TemplateResult =>
  html`<div class="languages" role="group" aria-label=${host.say('nav.language')}>
    ${languages.map(
      ([language, name]) =>
        html`<button
          type="button"
          class="way"
          lang=${language}
          aria-pressed=${language === host.language ? 'true' : 'false'}
          @click=${() => {
            host.speak(language);
          }}
        >
          <span>${host.say(name)}</span>${language === host.language ? checkIcon : nothing}
        </button>`,
    )}
  </div>`;

export const personParts = (host: FrameHost): TemplateResult => html`
  ${host.session ? html`<p class="who"><span class="dim small">${host.say('portal.person', { name: '' })}</span><strong>${host.session.person.name}</strong></p>` : nothing}
  ${languageChoice(host)}
  ${
    host.session && host.canSignOut
      ? html`<button type="button" class="way out" part="sign-out" @click=${host.signOut}>${signOutIcon}${host.say('nav.logout')}</button>`
      : nothing
  }
`;
