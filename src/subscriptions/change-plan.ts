/** »Ændr abonnement«: choose among the plans the company may have, see what changes and from when, and approve (R14.2). */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Order } from '../api/order.ts';
import { placeOrder } from '../api/orders.ts';
import type { RejectedField } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { choicesField, inSentence, type Choice, type FormError } from '../ui/field.ts';
import { formatDay, formatMoney } from '../ui/format.ts';
import { OrderPlacedEvent } from '../ui/order-events.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { subject, wrong } from './deed-parts.ts';
import { DeedDialog, type DeedForm } from './deed.ts';
import type { Included, Plan, PlanPage } from './plan.ts';
import type { Deed, DeedPlace, DeedText } from './profile-room.ts';
import { refusalOf } from './refusal.ts';
import { amountOf, fact, includedOf, monthlyOf, type ReadMoney } from './terms.ts';
import { listPlans } from './wizard-api.ts';

export const styles = css`
  .compare {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    gap: 12px;
  }
  .compare > div {
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .compare > .chosen {
    border-color: var(--_accent);
  }
`;

const field = 'change-plan';

interface Sent {
  readonly plan: string;
  readonly monthly: number;
  readonly from: string;
}

/** What stands on either side of the comparison. */
interface Side {
  readonly name: string | undefined;
  readonly monthly: ReadMoney;
  readonly included: Read<Included> | undefined;
}

export const open = (place: DeedPlace): Deed => {
  const { room } = place;
  const { element, text, sender } = room;
  const { id } = place.subscription;
  let chosen: string | undefined;
  let waiting: (() => void)[] = [];
  const settle = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const plans = new Resource<readonly [Client, string], Read<PlanPage>>(element, {
    owner: 2,
    args: () => sender(),
    load: (args, signal) => listPlans(...args, signal),
    onProblem: (problem) => {
      room.failed(problem);
      settle();
    },
    onValue: settle,
  });
  const page = () => (plans.state.status === 'ready' ? plans.state.value : undefined);
  const plan = () => page()?.items.find((found) => found.id === chosen);
  const present = (): Side => {
    const { plan: name, price: monthly, included } = place.subscription;
    return { name, monthly, included };
  };

  const prepare = (): Sent | FormError[] => {
    const [monthly, from] = [plan()?.monthly?.amount, page()?.changesFrom];
    if (chosen === undefined || monthly === undefined || from === undefined)
      return [wrong(page() ? field : '', () => text.say('err.choose', { field: inSentence(text.say('plan.new')) }))];
    return { plan: chosen, monthly, from };
  };

  const refused = (rejected: RejectedField, { monthly, from }: Sent): FormError | undefined => {
    const { pointer, type } = rejected;
    const now = plan()?.monthly?.amount;
    const date = page()?.changesFrom;
    if (pointer.endsWith('/monthly') && now !== undefined && now !== monthly)
      return wrong(field, () =>
        text.say('plan.priceChanged', { from: formatMoney(text.language, monthly), to: formatMoney(text.language, now) }),
      );
    if (pointer.endsWith('/from') && date && date !== from)
      return wrong(field, () => text.say('plan.dateChanged', { date: formatDay(text.language, date) }));
    if (!pointer.endsWith('/plan')) return refusalOf(text, rejected);
    chosen = undefined;
    return wrong(field, () => text.say(type === 'same' ? 'plan.same' : 'plan.withdrawn'));
  };

  const choose = ({ items, changesFrom }: Read<PlanPage>, { errorOf, changed }: DeedForm): TemplateResult => {
    const { planId, included } = place.subscription;
    // A number of a person's cannot become a machine's, nor the other way round.
    const choices = items.filter((item) => item.id !== planId && item.included?.talk === included?.talk);
    const next = plan();
    return html`
      ${
        choices.length
          ? choicesField({
              id: field,
              label: text.say('plan.new'),
              help: text.say('plan.exVat'),
              value: chosen,
              error: errorOf(field),
              choices: choices.map((item) => choice(text, item)),
              chosen: (value) => {
                chosen = value;
                changed(field);
              },
            })
          : html`<p>${text.say('plan.none')}</p>`
      }
      ${next ? sides(text, present(), next) : nothing}
      <div role="status">${next && changesFrom ? consequences(place, present(), next, changesFrom) : nothing}</div>
    `;
  };

  return new DeedDialog<Sent, Read<Order>>(place, {
    get title() {
      return text.say('plan.title', { name: place.owner });
    },
    verb: 'sub.change',
    content: (form) => html`
      ${subject(place, fact(text, text.say('plan.now'), side(text, present())))}
      ${show(room, plans.state, { waiting: placeBones, value: (value) => choose(value, form), retry: plans.reload, forbidden: room.noAccess })}
    `,
    prepare,
    send: (who, content, key, signal) =>
      placeOrder(...who, { items: [{ kind: 'changePlan', subscription: id, ...content }], delivery: null }, key, signal),
    report: (order) => new OrderPlacedEvent(order.id, order.number ?? ''),
    done: (_order, { from }) => text.say('state.changePlanned', { date: formatDay(text.language, from) }),
    refused,
    renew: () => {
      if (plans.state.status === 'idle') return Promise.resolve();
      plans.reload();
      return new Promise<void>((resolve) => waiting.push(resolve));
    },
    disposed: () => {
      plans.hostDisconnected();
      element.removeController(plans);
    },
  });
};

const choice = (text: DeedText, { id, name, monthly, included }: Read<Plan>): Choice<string> => ({
  value: id,
  label: name ?? text.say('state.unknown'),
  below: included && includedOf(text, included).join(' · '),
  beside: text.say('sub.perMonth', { amount: amountOf(text.language, monthly) ?? text.say('state.unknown') }),
});

const side = (text: DeedText, { name, monthly, included }: Side): TemplateResult => html`
  <p><strong>${name ?? text.say('state.unknown')}</strong></p>
  <p>${monthlyOf(text, monthly) ?? text.say('state.unknown')}</p>
  <p class="dim">${included && includedOf(text, included).join(' · ')}</p>
`;

/** Old and new side by side. */
const sides = (text: DeedText, present: Side, next: Side): TemplateResult => html`
  <div class="compare">
    <div>
      <p class="dim small">${text.say('plan.now')}</p>
      ${side(text, present)}
    </div>
    <div class="chosen">
      <p class="dim small">${text.say('plan.new')}</p>
      ${side(text, next)}
    </div>
  </div>
`;

/** What becomes different, from when, and what becomes of the binding. */
const consequences = (
  { room: { text }, subscription: { boundUntil } }: DeedPlace,
  present: Side,
  next: Side,
  changesFrom: string,
): TemplateResult => {
  const { language } = text;
  const more = (next.monthly?.amount ?? 0) - (present.monthly?.amount ?? 0);
  const price =
    more === 0
      ? text.say('plan.samePrice')
      : text.say(more > 0 ? 'plan.dearer' : 'plan.cheaper', { amount: formatMoney(language, Math.abs(more)) });
  const [from = '', to = ''] = [present, next].map(({ included }) => included && includedOf(text, included)[0]);
  const content = from === to ? text.say('plan.sameContent') : text.say('plan.instead', { from, to });
  const binding = boundUntil && text.say('sub.boundUntil', { date: formatDay(language, boundUntil) });
  return html`<div class="sum">
    <p><strong>${text.say('sub.effectiveFrom', { date: formatDay(language, changesFrom) })}</strong></p>
    <p>${price}<br />${content}</p>
    <p class="dim">${binding ? text.say('plan.bindingStays', { binding: inSentence(binding) }) : text.say('plan.noBinding')}</p>
  </div>`;
};
