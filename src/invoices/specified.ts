/** »Specificeret«: an invoice down to each line (R28). It comes when it is opened. */
import { html } from 'lit';
import type { Read } from '../api/read.ts';
import { Later } from '../ui/later.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { problemNotice, show, waiting } from '../ui/show.ts';
import type { Invoice, InvoiceSummary } from './invoice.ts';
import type { Users, UsersOpening } from './opened-room.ts';
import type { Behind, InvoicesRoom } from './room.ts';
import { whenSeenAgain } from './seen-again.ts';
import { readInvoice, type Of } from './specified-api.ts';
import { messages as specifiedMessages } from './specified-messages.ts';
import { specifiedStyles } from './specified-styles.ts';
import { bill } from './specified-sums.ts';
import type { SpecifiedRoom } from './specified-words.ts';
import { stateTag } from './state.ts';
import { tableBones } from './table.ts';

export const messages = specifiedMessages;
export const styles = specifiedStyles;

export const open = (given: InvoicesRoom): Behind => new Specified(given as SpecifiedRoom); // its words have been learnt when this is made

class Specified implements Behind {
  readonly #room: SpecifiedRoom;
  readonly #found: Resource<Of, Read<Invoice>>;
  readonly #later: Later<UsersOpening>;
  #users: Users | undefined;

  constructor(room: SpecifiedRoom) {
    this.#room = room;
    this.#found = new Resource<Of, Read<Invoice>>(room.element, {
      owner: 3,
      args: () => this.#of(),
      load: readInvoice,
      onProblem: room.failed,
    });
    this.#later = new Later<UsersOpening>(
      room.element,
      () => import('./users.ts'),
      async (module) => {
        await room.adopt(module);
        this.#users = module.open(
          room,
          () => this.#of(),
          () => this.#value,
        );
      },
    );
    void this.#later.load();
    whenSeenAgain(room.element, this.renew);
  }

  readonly head: Behind['head'] = () => {
    const { text, listed, param } = this.#room;
    const found = this.#value;
    const invoice: Read<InvoiceSummary> | undefined = found ?? listed()?.items.find(({ id }) => id === param('invoice'));
    if (!invoice) return { name: text.say('nav.invoice'), under: '\u00a0' };
    const name = text.say(invoice.credits ? 'bill.creditNote' : 'bill.invoice', { n: invoice.number ?? text.say('state.unknown') });
    return { name, under: stateTag(text, invoice, found?.today ?? listed()?.today) };
  };

  readonly render = (): unknown => {
    const room = this.#room;
    const { state, reload } = this.#found;
    return show(room, state, {
      waiting: placeBones,
      value: (invoice) => html`${bill(room, invoice)}${this.#below(invoice)}`,
      retry: reload,
      forbidden: room.noAccess,
    });
  };

  /** Who is on it: bones until the code has come, which is fetched while the sums are. */
  #below(invoice: Read<Invoice>): unknown {
    const { failed, load } = this.#later;
    if (failed) return problemNotice(this.#room, { kind: 'unreachable' }, () => void load());
    return this.#users?.render(invoice) ?? waiting(this.#room, false, () => tableBones(8));
  }

  readonly forget = (): void => {
    this.#users?.forget();
  };

  readonly recover = (): void => {
    this.#found.recover();
    this.#users?.recover();
  };

  /** One that has failed is asked for again by the person: each failure renews what else there is. */
  readonly renew = (): void => {
    if (this.#found.state.status === 'ready') this.#found.reload();
  };

  get #value(): Read<Invoice> | undefined {
    const { state } = this.#found;
    return state.status === 'ready' ? state.value : undefined;
  }

  #of(): Of | undefined {
    const { sender, param, element } = this.#room;
    const who = sender();
    const invoice = param('invoice');
    return who && invoice !== undefined && element.route ? [...who, invoice] : undefined;
  }
}
