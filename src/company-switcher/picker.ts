/** The choice among many companies: a combobox that searches (R5.1). Comes when it is opened. */
import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Session } from '../session/contexts.ts';
import type { Company } from '../session/session.ts';
import { finds } from '../ui/fold.ts';
import { formatCvr } from '../ui/format.ts';
import { checkIcon, searchIcon } from '../ui/icons.ts';
import { Resource, type State } from '../ui/resource.ts';
import { show, type ShowHost } from '../ui/show.ts';
import type { Text } from '../ui/text.ts';
import { findCompanies } from './api.ts';
import type { MessageKey } from './messages.ts';

export const styles = css`
  .count {
    padding: 8px 10px 4px;
  }
  .group {
    padding: 8px 10px 4px;
    font-weight: 600;
  }
  .options {
    max-block-size: min(360px, 50vh);
    overflow-y: auto;
  }
  .option {
    display: flex;
    align-items: flex-start;
    justify-content: flex-start;
    inline-size: 100%;
    padding: 8px 10px;
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
  }
  .option .small {
    display: block;
  }
  .option svg {
    margin-block-start: 0.12em;
    color: var(--_accent);
  }
  .option[aria-selected='true'] {
    font-weight: 600;
  }
  .option:hover,
  .option.active {
    background: var(--_accent-soft);
  }
  .option.active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
`;

interface Found {
  readonly items: readonly Company[];
  readonly total: number;
  /** How many of the first ones stand there because they were chosen lately. */
  readonly recent?: number;
}

/** How many companies are remembered as chosen lately. */
const fewest = 3;

/** What the choice needs of the switcher it opens from. */
export interface PickerHost extends ReactiveControllerHost, ShowHost, HTMLElement {
  readonly text: Text<MessageKey>;
  /** Who chooses; `undefined` while the choice is closed. */
  readonly choosing: { readonly client: Client; readonly session: Session } | undefined;
  readonly choose: (company: Company) => Promise<void>;
  readonly report: (problem: Problem) => void;
}

export class Picker {
  readonly #host: PickerHost;
  readonly #found: Resource<readonly [Client, string], Found>;
  #search = '';
  /** Which of the found companies the arrow keys have come to. */
  #active = 0;
  /** Whom the person has been working for, the last one first: often it is there and back. */
  #recent: readonly Company[] = [];
  /** Speaks for the person who has: another one has been working for nobody (F24). */
  #by: Client | undefined;

  constructor(host: PickerHost) {
    this.#host = host;
    this.#found = new Resource<readonly [Client, string], Found>(host, {
      owner: 1,
      // Only what did not come with the session is asked for.
      args: () => {
        const { choosing } = host;
        const typed = this.#search.trim();
        return choosing && typed && isPart(choosing.session) ? [choosing.client, typed] : undefined;
      },
      load: ([client, typed], signal) => findCompanies(client, typed, signal),
      onProblem: host.report,
    });
  }

  /** What failed may work again. */
  recover(): void {
    this.#found.recover();
  }

  /** The person has left this company for another one. */
  left(company: Company, by: Client): void {
    if (by !== this.#by) this.#recent = [];
    this.#by = by;
    this.#recent = [company, ...this.#recent.filter(({ id }) => id !== company.id)].slice(0, fewest + 1);
  }

  /** Lets go of what was typed. */
  forget(): void {
    this.#search = '';
    this.#active = 0;
  }

  render({ companies, company, total }: Session): TemplateResult {
    const host = this.#host;
    const { text } = host;
    const typed = this.#search.trim();
    const here = total <= companies.length;
    const known: Found = typed ? search(companies, typed) : this.#all(companies, total, company);
    const found: State<Found> = here || !typed ? { status: 'ready', value: known, at: 0, renewing: false } : this.#found.state;
    const items = found.status === 'ready' && !found.renewing ? found.value.items : [];
    return html`<div class="field">
        ${searchIcon}
        <input
          type="search"
          role="combobox"
          aria-label=${text.say('nav.searchCompany')}
          placeholder=${text.say('nav.searchCompany')}
          aria-expanded=${items.length ? 'true' : 'false'}
          aria-controls=${items.length ? 'options' : nothing}
          aria-autocomplete="list"
          aria-activedescendant=${items[this.#active] ? `option-${String(this.#active)}` : nothing}
          autocomplete="off"
          spellcheck="false"
          maxlength="100"
          .value=${this.#search}
          @input=${(event: Event) => {
            this.#search = (event.target as HTMLInputElement).value;
            this.#move(0);
          }}
          @keydown=${(event: KeyboardEvent) => {
            this.#press(event, items);
          }}
        />
      </div>
      ${show(host, found, { waiting: bones, value: (value) => this.#options(value, company), retry: this.#found.reload, forbidden: () => nothing })}`;
  }

  /** All that came with the session, in Danish order, after those that were left lately. One that the person may no longer administer is not among them. */
  #all(companies: readonly Company[], total: number, present: Company | undefined): Found {
    const used = this.#by === this.#host.choosing?.client ? this.#recent : [];
    const lately = used.filter(({ id }) => id !== present?.id && (total > companies.length || companies.some((one) => one.id === id)));
    const recent = lately.slice(0, fewest);
    return {
      items: [...recent, ...companies.filter((company) => !recent.some(({ id }) => id === company.id))],
      total,
      recent: recent.length,
    };
  }

  #options({ items, total, recent = 0 }: Found, present: Company | undefined): TemplateResult {
    const { text, choose } = this.#host;
    const heading = (index: number) =>
      recent > 0 && (index === 0 || index === recent)
        ? html`<div role="presentation" class="group small dim">${text.say(index === 0 ? 'company.recent' : 'company.all')}</div>`
        : nothing;
    return html`<p role="status" class="count dim small">${this.#count(items.length, total)}</p>
      <div id="options" role="listbox" class="options" aria-label=${text.say('nav.switchCompany')}>
        ${items.map(
          (company, index) =>
            html`${heading(index)}<button
                type="button"
                tabindex="-1"
                id="option-${index}"
                role="option"
                class="option ${index === this.#active ? 'active' : ''}"
                aria-selected=${company.id === present?.id ? 'true' : 'false'}
                @click=${() => {
                  void choose(company);
                }}
              >
                ${company.id === present?.id ? checkIcon : html`<svg viewBox="0 0 20 20" aria-hidden="true"></svg>`}
                <span
                  >${company.name} <span class="dim small nowrap">${text.say('company.cvr', { cvr: formatCvr(company.cvr) })}</span></span
                >
              </button>`,
        )}
      </div>`;
  }

  #count(shown: number, total: number): string {
    const { text } = this.#host;
    if (shown === 0) return text.say('company.none', { q: this.#search });
    return total > shown ? text.say('company.first', { n: shown, total }) : text.count('company', total);
  }

  #press(event: KeyboardEvent, items: readonly Company[]): void {
    if (event.isComposing) return;
    const at = this.#active;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    const chosen = items[at];
    if (to !== undefined && items.length) this.#move(to % items.length);
    else if (event.key === 'Enter' && chosen) void this.#host.choose(chosen);
    else return;
    event.preventDefault();
  }

  #move(to: number): void {
    this.#active = to;
    this.#host.requestUpdate();
    // The focus stays in the field, so that nothing scrolls by itself.
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' }));
  }
}

/** Whether there are companies that did not come with the session. */
const isPart = ({ companies, total }: Session): boolean => total > companies.length;

/** The companies that came with the session, searched here: there is no need to ask for what is known. */
const search = (companies: readonly Company[], typed: string): Found => {
  const digits = typed.replace(/\D/g, '');
  const items = companies.filter(({ name, cvr }) => finds(typed, name) || (digits !== '' && cvr.startsWith(digits)));
  return { items, total: items.length };
};

const bones = (): TemplateResult =>
  html`<div class="options">${[1, 2, 3].map(() => html`<div class="option"><span class="bone"></span></div>`)}</div>`;
