/** The choice among many companies: a combobox that searches (R5.1). Comes when it is opened. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Company } from '../session/session.ts';
import { finds } from '../ui/fold.ts';
import { formatCvr } from '../ui/format.ts';
import { checkIcon, searchIcon } from '../ui/icons.ts';
import type { State } from '../ui/resource.ts';
import { show, type ShowHost } from '../ui/show.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';

export const styles = css`
  .count {
    padding: 8px 10px 4px;
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

export interface Found {
  readonly items: readonly Company[];
  readonly total: number;
}

export interface Picker {
  readonly host: ShowHost;
  readonly text: Text<MessageKey>;
  readonly company: Company;
  readonly search: string;
  /** Which of the found companies the arrow keys have come to. */
  readonly active: number;
  readonly found: State<Found>;
  readonly type: (search: string) => void;
  readonly move: (to: number) => void;
  readonly choose: (company: Company) => void;
  readonly retry: () => void;
}

/** The companies that came with the session, searched here: there is no need to ask for what is known. */
export const search = (companies: readonly Company[], typed: string): Found => {
  const digits = typed.replace(/\D/g, '');
  const items = typed ? companies.filter(({ name, cvr }) => finds(typed, name) || (digits !== '' && cvr.startsWith(digits))) : companies;
  return { items, total: items.length };
};

export const choices = (picker: Picker): TemplateResult => {
  const { text, found, active, search } = picker;
  const items = found.status === 'ready' ? found.value.items : [];
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    const chosen = items[active];
    if (to !== undefined && items.length) picker.move(to % items.length);
    else if (event.key === 'Enter' && chosen) picker.choose(chosen);
    else return;
    event.preventDefault();
  };
  return html`<div class="field">
      ${searchIcon}
      <input
        type="search"
        role="combobox"
        aria-label=${text.say('nav.searchCompany')}
        placeholder=${text.say('nav.searchCompany')}
        aria-expanded="true"
        aria-controls="options"
        aria-autocomplete="list"
        aria-activedescendant=${items[active] ? `option-${String(active)}` : nothing}
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        .value=${search}
        @input=${(event: Event) => {
          picker.type((event.target as HTMLInputElement).value);
        }}
        @keydown=${press}
      />
    </div>
    ${show(picker.host, found, { waiting: () => optionBones(), value: (value) => options(picker, value), retry: picker.retry, forbidden: () => nothing })}`;
};

const options = ({ text, ...picker }: Picker, { items, total }: Found): TemplateResult => html`
  <p role="status" class="count dim small">
    ${
      items.length === 0
        ? text.say('company.none', { q: picker.search })
        : total > items.length
          ? text.say('company.first', { n: items.length, total })
          : text.count('company', total)
    }
  </p>
  <div id="options" role="listbox" class="options" aria-label=${text.say('nav.switchCompany')}>
    ${items.map(
      (company, index) =>
        html`<button
          type="button"
          tabindex="-1"
          id="option-${index}"
          role="option"
          class="option ${index === picker.active ? 'active' : ''}"
          aria-selected=${company.id === picker.company.id ? 'true' : 'false'}
          @click=${() => {
            picker.choose(company);
          }}
        >
          ${company.id === picker.company.id ? checkIcon : html`<svg viewBox="0 0 20 20" aria-hidden="true"></svg>`}
          <span>${company.name} <span class="dim small nowrap">${text.say('company.cvr', { cvr: formatCvr(company.cvr) })}</span></span>
        </button>`,
    )}
  </div>
`;

const optionBones = (): TemplateResult =>
  html`<div class="options">${[1, 2, 3].map(() => html`<div class="option"><span class="bone"></span></div>`)}</div>`;
