/** One subscription in a profile: what it is, what can be done with it, what is to come, what it holds, and what has been used. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay, formatPhone, formatSim } from '../ui/format.ts';
import { possible, type Offered } from './profile-actions.ts';
import type { Doings, ProfileRoom, ProfileText } from './profile-room.ts';
import { statusTag } from './status.ts';
import type { Subscription } from './subscription.ts';
import { fact, factStyles, includedOf, monthlyOf, noticeOf } from './terms.ts';
import { usageOf, usageStyles } from './usage.ts';

export const cardStyles = [
  factStyles,
  usageStyles,
  css`
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr));
      gap: 24px;
      align-items: start;
    }
    .cards > .card {
      container-type: inline-size;
      max-inline-size: 880px;
    }
    .card > .strip {
      margin-block: 12px 0;
    }
    .card h4 {
      margin: 0;
      font-size: 1em;
      font-weight: 650;
    }
    .card-head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    .card-head h3:focus {
      outline: none;
    }
    /* Quiet: they are at hand, and do not shout beside what stands there. */
    .deeds {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .deeds button {
      min-block-size: 34px;
      padding-inline: 12px;
      border-color: var(--_line);
      font-size: 0.933em;
    }
    .deeds:empty {
      display: none;
    }
    .deeds .ends {
      color: var(--_danger);
    }
    @media (pointer: coarse) {
      .deeds button {
        min-block-size: 44px;
      }
    }
    .deeds,
    .why,
    .facts,
    .words {
      margin-block-start: 12px;
    }
    @container (min-width: 760px) {
      .facts {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0 32px;
      }
      .facts > div {
        grid-template-columns: 9.5em minmax(0, 1fr);
      }
      .facts > div:nth-child(2) {
        border: 0;
      }
    }
  `,
];

/** Fetches the code that does things, and has it do something. */
export type Act = (act: (doings: Doings) => void) => void;

/** What a card asks of the profile it stands in. */
export interface CardParts {
  readonly subscription: Read<Subscription>;
  readonly costCentre: string | null | undefined;
  /** Does something with it; not there where nothing can be changed (R7.1). */
  readonly act: Act | undefined;
  /** What is said of something whose outcome is not known. */
  readonly unsure: unknown;
  readonly coming: unknown;
}

export const subscriptionCard = (room: ProfileRoom, { subscription, costCentre, act, unsure, coming }: CardParts): TemplateResult => {
  const { text, headingLevel } = room;
  const { id, plan, block } = subscription;
  return html`<section class="panel card" part="subscription" aria-label=${plan ?? text.say('user.subscription')} data-subscription=${id}>
    <div class="card-head">
      <h3 aria-level=${headingLevel + 1} tabindex="-1">${plan ?? text.say('state.unknown')}</h3>
      ${statusTag(text, subscription)}
    </div>
    ${act && deedRow(text, subscription, act)} ${unsure} ${coming}
    ${
      block?.since
        ? html`<p class="strip">${text.say(`block.${block.reason ?? 'other'}`, { date: formatDay(text.language, block.since) })}</p>`
        : nothing
    }
    ${factList(text, subscription, costCentre)} ${usageOf(text, headingLevel + 2, subscription.usage, subscription.included)}
  </section>`;
};

const deedRow = (text: ProfileText, subscription: Read<Subscription>, act: Act): TemplateResult => {
  const { deeds, why } = possible(subscription);
  return html`<div class="deeds no-print">${deeds.map((kind) => deedButton(text, act, kind, subscription))}</div>
    ${why && html`<p class="dim small why">${text.say(why)}</p>`}`;
};

/** What begins something; its code is fetched when pointer or focus come near. */
export const deedButton = (text: ProfileText, act: Act, kind: Offered | 'user.edit', subscription?: Read<Subscription>): TemplateResult => {
  const near = () => {
    act(({ approach }) => {
      approach(kind);
    });
  };
  return html`<button
    type="button"
    class=${kind === 'sub.terminate' ? 'ends' : ''}
    @pointerenter=${near}
    @focus=${near}
    @click=${() => {
      act(({ begin }) => {
        begin(kind, subscription);
      });
    }}
  >
    ${text.say(kind)}
  </button>`;
};

const factList = (text: ProfileText, subscription: Read<Subscription>, costCentre: string | null | undefined): TemplateResult => {
  const { phone, lastDay, price, included, boundUntil, notice, firstLastDay, start, sim } = subscription;
  const day = (date: string | null | undefined) => (date ? formatDay(text.language, date) : undefined);
  const line = (term: Parameters<typeof text.say>[0], value: unknown) => fact(text, text.say(term), value);
  return html`<dl class="facts">
    ${line('user.phone', phone === null ? '–' : phone && html`<span class="nowrap">${formatPhone(phone)}</span>`)}
    ${line('sub.price', monthlyOf(text, price))}
    ${line('sub.included', included && includedOf(text, included).map((phrase) => html`<div>${phrase}</div>`))}
    ${line('sub.start', day(start))}
    ${line('sub.binding', boundUntil === null ? text.say('sub.unbound') : boundUntil && text.say('sub.boundUntil', { date: day(boundUntil) ?? '' }))}
    ${line('sub.noticePeriod', noticeOf(text, notice))}
    ${lastDay ? line('sub.lastDay', day(lastDay)) : line('sub.firstLastDay', day(firstLastDay))}
    ${line(sim?.kind === 'esim' ? 'sim.esim' : 'sim.card', sim === null ? '–' : sim?.number && html`<span class="nowrap">${formatSim(sim.number)}</span>`)}
    ${line('user.costCentre', costCentre === null ? '–' : costCentre)}
  </dl>`;
};
