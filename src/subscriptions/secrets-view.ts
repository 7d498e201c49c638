/** PIN and PUK, or an eSIM's code: shown on request for half a minute, and kept nowhere (SIM-3). */
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { closeDialog, dialog, showDialogs } from '../ui/dialog.ts';
import { formatPhone } from '../ui/format.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import type { Sender } from '../ui/submission.ts';
import { readSecrets } from './deeds-api.ts';
import type { Deed, DeedPlace, SimText } from './profile-room.ts';
import type { qrPicture } from './qr.ts';
import type { Secrets } from './secrets.ts';
import { messages as simMessages } from './sim-messages.ts';

export const messages = simMessages;

export const styles = css`
  .codes {
    display: grid;
    gap: 16px;
  }
  .code {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 16px;
  }
  .code code {
    font-size: 1.2em;
    letter-spacing: 0.06em;
    overflow-wrap: anywhere;
  }
  .code > button {
    grid-area: 1 / 2 / span 2;
  }
  .qr {
    justify-self: center;
    inline-size: min(100%, 240px);
    block-size: auto;
    stroke: none;
    border-radius: 8px;
    forced-color-adjust: none;
  }
`;

type CodeName = 'sim.pin' | 'sim.puk' | 'sim.esimCode';

/** So long codes are on screen, seconds. */
const shownFor = 30;

export const open = (place: DeedPlace): Deed => new SecretsView(place);

class SecretsView implements Deed, ReactiveController {
  readonly #place: DeedPlace;
  readonly #text: SimText;
  /** Asked for once; asking again is another showing. */
  readonly #secrets: Resource<Sender, Read<Secrets>>;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #copied: CodeName | undefined;
  /** Draws the QR code, once the code for that has come. */
  #picture: typeof qrPicture | undefined;

  constructor(place: DeedPlace) {
    this.#place = place;
    const { element, sender, failed, text } = place.room;
    const { id } = place.subscription;
    const wanted = place.kind === 'codes.showEsim' ? 'activationCode' : 'codes';
    this.#text = text as SimText;
    element.addController(this);
    this.#secrets = new Resource(element, {
      owner: 2,
      args: sender,
      load: (who, signal) => readSecrets(...who, id, wanted, signal),
      onProblem: failed,
      onValue: () => {
        this.#until = Date.now() + shownFor * 1000;
        this.#tick();
      },
    });
    if (wanted === 'activationCode') void this.#fetchPicture();
  }

  readonly dialog = (): TemplateResult => {
    const { room, kind, owner, subscription } = this.#place;
    const { state } = this.#secrets;
    const phone = subscription.phone ? formatPhone(subscription.phone) : owner;
    const text = this.#text;
    return dialog({
      title: text.say(kind === 'codes.showEsim' ? 'codes.esimTitle' : 'codes.title', { phone }),
      level: room.headingLevel + 1,
      content: show(room, state, {
        waiting: () => html`<span class="bone"></span>`,
        value: (secrets) => this.#codes(secrets),
        retry: this.#secrets.reload,
        forbidden: () => html`<p role="alert">${text.say('err.mayNot')}</p>`,
      }),
      actions: html`<button type="button" @click=${this.#close}>
        ${text.say(state.status === 'ready' ? 'act.hideCode' : 'act.close')}
      </button>`,
      busy: false,
      closed: () => {
        this.#hide();
      },
    });
  };

  /** Nothing that could be done twice, and nothing that is kept. */
  readonly isOpen = (): boolean => false;

  readonly recover = (): void => {
    this.#secrets.recover();
  };

  readonly dispose = (): void => {
    const { element } = this.#place.room;
    clearTimeout(this.#timer);
    this.#secrets.hostDisconnected();
    element.removeController(this.#secrets);
    element.removeController(this);
  };

  /** What is covered is not to be read any more, nor does it come back by itself. */
  hostUpdate(): void {
    if (!this.#place.room.sender()) this.#hide();
  }

  hostUpdated(): void {
    showDialogs(this.#place.room.root);
  }

  #codes({ pin, puk, activationCode }: Read<Secrets>): TemplateResult {
    const text = this.#text;
    const left = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
    if (!pin && !puk && !activationCode) return html`<p>${text.say('codes.none')}</p>`;
    return html`<div class="codes">
      ${activationCode && this.#picture?.(activationCode, text.say('codes.qr'))} ${this.#code('sim.pin', pin)} ${this.#code('sim.puk', puk)}
      ${this.#code('sim.esimCode', activationCode)}
      <p class="dim small">${text.say(activationCode ? 'sim.esimOnce' : 'sim.pukWarn')}</p>
      <p class="dim small">${text.say('codes.left', { n: left })}</p>
      <p role="status" class="visually-hidden">${this.#copied && text.say('state.copied')}</p>
    </div>`;
  }

  #code(name: CodeName, code: string | null | undefined): unknown {
    const text = this.#text;
    const words = text.say(name);
    return code
      ? html`<div class="code">
          <span class="dim small">${words}</span>
          <code>${code}</code>
          ${
            'clipboard' in navigator
              ? html`<button type="button" aria-label="${text.say('act.copy')} ${words}" @click=${() => void this.#copy(name, code)}>
                  ${text.say(this.#copied === name ? 'state.copied' : 'act.copy')}
                </button>`
              : nothing
          }
        </div>`
      : nothing;
  }

  async #copy(name: CodeName, code: string): Promise<void> {
    this.#copied = await navigator.clipboard.writeText(code).then(
      () => name,
      () => undefined, // the browser does not let us: the code can still be marked
    );
    this.#place.room.element.requestUpdate();
  }

  readonly #close = (event: Event): void => {
    closeDialog(event);
    this.#hide(); // at once: the dialog tells of it later
  };

  /** Counts down on screen; nobody is told each second. */
  #tick(): void {
    const left = this.#until - Date.now();
    if (left <= 0) this.#hide(this.#text.say('codes.hidden'));
    else
      this.#timer = setTimeout(
        () => {
          this.#tick();
        },
        Math.min(left, 1000),
      );
    this.#place.room.element.requestUpdate();
  }

  #hide(words?: string): void {
    this.#place.leave(words);
  }

  async #fetchPicture(): Promise<void> {
    const code = await import('./qr.ts').catch(() => undefined); // without it there is still the text
    this.#picture = code?.qrPicture;
    this.#place.room.element.requestUpdate();
  }
}
