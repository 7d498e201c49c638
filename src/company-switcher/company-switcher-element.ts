import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem.ts';
import type { Company } from '../session/session.ts';
import { formatCvr } from '../ui/format.ts';
import { giveBackFocus } from '../ui/give-back.ts';
import { downIcon } from '../ui/icons.ts';
import { Later } from '../ui/later.ts';
import { problemNotice, problemWords } from '../ui/show.ts';
import { styles as common } from '../ui/styles.ts';
import { Text } from '../ui/text.ts';
import { Widget, type CompanySession } from '../ui/widget.ts';
import { CompanyChangeEvent } from './events.ts';
import { messages, type MessageKey } from './messages.ts';
import type { Picker, PickerHost } from './picker.ts';
import { styles } from './styles.ts';

/** From so many companies on the choice is searched instead of read (R5.1). */
const searchFrom = 8;

/**
 * Shows which company the page is about, and lets the person go over to another one they may administer.
 *
 * @tagname ss-company-switcher
 * @csspart company - The name of the active company, or the control that changes it.
 * @csspart problem - What went wrong, and the way to try again.
 * @csspart signed-out - What is said when nobody is signed in.
 * @slot signed-out - Said instead of our words when nobody is signed in.
 * @fires {CompanyChangeEvent} ss-company-change - The person wants to work for another company; cancelable.
 * @fires {SignInEvent} ss-sign-in - Nobody is signed in.
 * @fires {ProblemEvent} ss-problem - Something failed, and the person has been told.
 */
export class CompanySwitcherElement extends Widget<MessageKey> implements PickerHost {
  static override styles = [common, styles];

  static override properties: PropertyDeclarations = {
    open: { state: true },
    asking: { state: true },
  };

  private open = false;
  /** The choice that is being asked about. */
  private asking: Company | undefined;

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #later = new Later(this, () => import('./picker.ts'), this.adopt);
  #picker: Picker | undefined;

  /** @internal */
  get choosing(): PickerHost['choosing'] {
    const { open, connection, session } = this;
    return open && connection && session ? { client: connection.client, session } : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.session) this.open = false;
    if (changed.has('session') && this.session?.lost) this.announce(this.text.say('company.lost', { name: this.session.lost.name }));
  }

  protected override view(session: CompanySession): unknown {
    const { company, companies, lost } = session;
    return html`${
      session.total <= 1
        ? html`<span class="only" part="company"
            ><span class="visually-hidden">${this.text.say('nav.selectedCompany', { name: '' })}</span>${company.name}</span
          >`
        : session.total < searchFrom && companies.length === session.total
          ? this.#select(session)
          : this.#control(session)
    }${lost ? html`<p class="lost small">${this.text.say('company.lost', { name: lost.name })}</p>` : nothing}`;
  }

  protected override bones(): unknown {
    return html`<span class="room"><span class="bone"></span></span>`;
  }

  protected override forget(): void {
    this.#close();
  }

  protected override recover(): void {
    this.#picker?.recover();
  }

  protected override signedOut(): TemplateResult {
    return html`<slot name="signed-out"
      ><span class="actions" part="signed-out">
        <span class="dim">${this.text.say('acc.signedOut')}</span>
        <button type="button" @click=${this.askSignIn}>${this.text.say('nav.login')}</button>
      </span></slot
    >`;
  }

  protected override problem({ kind, until }: Problem, retry: (() => void) | undefined): TemplateResult {
    return html`<span class="actions" part="problem">
      <span class="dim" role="alert">${this.text.say(problemWords(kind))}</span>
      ${retry && !(until && until > Date.now()) ? html`<button type="button" @click=${retry}>${this.text.say('act.retry')}</button>` : nothing}
    </span>`;
  }

  protected override noCompanies(): TemplateResult {
    return html`<span class="only dim">${this.text.say('nav.noCompanies')}</span>`;
  }

  #select({ company, companies }: CompanySession): TemplateResult {
    return html`<span class="choice">
      <select
        part="company"
        aria-label=${this.text.say('nav.switchCompany')}
        aria-busy=${this.asking ? 'true' : 'false'}
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          const wanted = companies.find(({ id }) => id === select.value);
          // Until everyone has agreed, the control shows the company that is shown.
          select.value = company.id;
          if (wanted) void this.choose(wanted);
        }}
      >
        ${companies.map(
          (option) => html`<option value=${option.id} .selected=${option.id === company.id}>${this.#nameIn(option, companies)}</option>`,
        )}
      </select>
      ${downIcon}
    </span>`;
  }

  /** The control of the choice among many, which is fetched as soon as pointer or focus come near. */
  #control(session: CompanySession): TemplateResult {
    const { open, text } = this;
    const { module, failed, load } = this.#later;
    if (open) this.#picker ??= module && new module.Picker(this);
    return html`<button
        type="button"
        class="choice-button"
        part="company"
        popovertarget="companies"
        aria-haspopup="dialog"
        aria-expanded=${open ? 'true' : 'false'}
        aria-busy=${this.asking ? 'true' : 'false'}
        @pointerenter=${load}
        @focus=${load}
      >
        <span class="visually-hidden">${text.say('nav.selectedCompany', { name: '' })}</span
        ><span class="name">${session.company.name}</span>${downIcon}
      </button>
      <div
        id="companies"
        popover
        class="menu"
        role="dialog"
        aria-label=${text.say('nav.switchCompany')}
        @beforetoggle=${giveBackFocus}
        @toggle=${this.#toggle}
      >
        ${open && this.#picker ? this.#picker.render(session) : failed ? problemNotice(this, { kind: 'unreachable' }, () => void load()) : nothing}
      </div>`;
  }

  readonly #toggle = async (event: ToggleEvent): Promise<void> => {
    const menu = event.currentTarget as HTMLElement;
    this.open = event.newState === 'open';
    if (!this.open) {
      this.#close();
      return;
    }
    await this.#later.load();
    menu.querySelector('input')?.focus();
  };

  /** Two of one name are told apart by their CVR numbers (R5.1). */
  #nameIn(company: Company, companies: readonly Company[]): string {
    const twins = companies.filter(({ name }) => name === company.name).length > 1;
    return twins && company.cvr ? `${company.name} (${this.text.say('company.cvr', { cvr: formatCvr(company.cvr) })})` : company.name;
  }

  #close(): void {
    this.renderRoot.querySelector<HTMLElement>('#companies')?.hidePopover();
    this.open = false;
    this.#picker?.forget();
  }

  /** @internal */
  readonly choose = async (company: Company): Promise<void> => {
    const { connection, session } = this;
    this.#close();
    const previous = session?.company;
    if (!connection || !previous || company.id === previous.id || this.asking) return;
    if (!this.dispatchEvent(new CompanyChangeEvent(company, previous))) return;
    this.asking = company;
    try {
      if (await connection.choose(company)) {
        this.#picker?.left(previous, connection.client);
        this.announce(this.text.say('nav.selectedCompany', { name: company.name }));
      }
    } finally {
      this.asking = undefined;
    }
  };
}
