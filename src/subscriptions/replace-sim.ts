/** »Skift simkort«: another card, sent to a Danish address, or an eSIM (SIM-8, R23). */
import { html, nothing, type TemplateResult } from 'lit';
import { formatAddress } from '../api/address.ts';
import type { Client } from '../api/client.ts';
import { findAddresses } from '../api/find-addresses.ts';
import type { OrderRequest } from '../api/order-request.ts';
import type { Order } from '../api/order.ts';
import { placeOrder } from '../api/orders.ts';
import type { RejectedField } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { CompanyDetails } from '../session/company.ts';
import { AddressForm } from '../ui/address-form.ts';
import { addressStyles } from '../ui/address-styles.ts';
import { choicesField, inSentence, type FormError } from '../ui/field.ts';
import { formatMoney } from '../ui/format.ts';
import { OrderPlacedEvent } from '../ui/order-events.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { subject, wrong } from './deed-parts.ts';
import { DeedDialog, type DeedForm } from './deed.ts';
import type { Deed, DeedPlace, SimText } from './profile-room.ts';
import { refusalOf } from './refusal.ts';
import { messages as simMessages } from './sim-messages.ts';
import { readCompany } from './wizard-api.ts';

export const messages = simMessages;

export const styles = addressStyles;

const field = 'replace-kind';

interface Replacement {
  readonly sim: 'sim' | 'esim';
  readonly price: number;
  readonly delivery: OrderRequest['delivery'];
}

export const open = (place: DeedPlace): Deed => {
  const { room } = place;
  const { element, sender } = room;
  const text = room.text as SimText;
  const { id } = place.subscription;
  let kind = place.subscription.sim?.kind;
  const price = () => place.subscription.simPrice?.amount ?? 0;

  const company = new Resource<readonly [Client, string], Read<CompanyDetails>>(element, {
    owner: 2,
    args: () => (kind === 'sim' ? sender() : undefined),
    load: (args, signal) => readCompany(...args, signal),
    onProblem: room.failed,
  });
  const address = new AddressForm(element, {
    id: 'replace-address',
    say: text.say,
    main: () => (company.state.status === 'ready' ? company.state.value.mainAddress : undefined),
    search: { room, find: findAddresses },
  });

  /** What is wrong with the address, as it says so by then. */
  const ofAddress = (error: FormError): FormError =>
    wrong(error.id, () => (address.errors.find(({ id: at }) => at === error.id) ?? error).text);

  const prepare = async (): Promise<Replacement | FormError[]> => {
    if (!kind) return [wrong(field, () => text.say('err.choose', { field: inSentence(text.say('sim.card')) }))];
    if (kind === 'esim') return { sim: kind, price: price(), delivery: null };
    const delivery = await address.check();
    if (delivery) return { sim: kind, price: price(), delivery };
    return address.errors.length
      ? address.errors.map(ofAddress)
      : [wrong('', () => text.say('err.fill', { field: inSentence(text.say('del.address')) }))];
  };

  const refused = (rejected: RejectedField, sent: Replacement, all: readonly RejectedField[]): FormError | undefined => {
    const { pointer, type } = rejected;
    if (pointer.startsWith('/delivery')) {
      address.reject(all);
      const error = address.errors.find(({ id: at }) => at.endsWith(pointer.split('/').at(-1) ?? '')) ?? address.errors[0];
      return error && ofAddress(error);
    }
    if (pointer.endsWith('/sim') && type === 'pending') return wrong('', () => text.say('replace.pending'));
    if (!pointer.endsWith('/price')) return refusalOf(text, rejected);
    const now = price();
    const money = (amount: number) => formatMoney(text.language, amount);
    return wrong(field, () => text.say('replace.priceChanged', { from: money(sent.price), to: money(now) }));
  };

  const delivery = (): TemplateResult =>
    html`<fieldset>
      <legend>${text.say('del.address')}</legend>
      ${show(room, company.state, {
        waiting: placeBones,
        value: () => address.render(),
        retry: company.reload,
        forbidden: room.noAccess,
      })}
    </fieldset>`;

  const content = ({ errorOf, changed }: DeedForm): TemplateResult => html`
    ${subject(place)}
    ${choicesField({
      id: field,
      label: text.say('replace.kind'),
      value: kind,
      error: errorOf(field),
      choices: [
        { value: 'sim', label: text.say('sim.card'), below: text.say('replace.card') },
        { value: 'esim', label: text.say('sim.esim'), below: text.say('replace.esim') },
      ],
      chosen: (value) => {
        kind = value;
        changed(field);
      },
    })}
    ${kind === 'sim' ? delivery() : nothing}
    <div class="sum">
      <p><strong>${text.say('replace.price', { amount: formatMoney(text.language, price()) })}</strong></p>
      <p>${text.say('replace.old')}</p>
    </div>
  `;

  return new DeedDialog<Replacement, Read<Order>>(place, {
    get title() {
      return text.say('replace.title', { name: place.owner });
    },
    verb: 'sim.replace',
    content,
    prepare,
    send: (who, { sim, price: amount, delivery: to }, key, signal) =>
      placeOrder(...who, { items: [{ kind: 'replaceSim', subscription: id, sim, price: amount }], delivery: to }, key, signal),
    report: (order) => new OrderPlacedEvent(order.id, order.number ?? ''),
    done: (_order, { delivery: to }) =>
      to ? text.say('replace.cardOrdered', { address: formatAddress(to).join(', ') }) : text.say('replace.esimOrdered'),
    refused,
    disposed: () => {
      company.hostDisconnected();
      element.removeController(company);
      address.dispose();
    },
  });
};
