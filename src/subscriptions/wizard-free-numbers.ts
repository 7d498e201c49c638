/** The free numbers, as cards with a search for digits; the one that is chosen is kept for fifteen minutes (NUM-12). */
import { html, nothing, type ReactiveController } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { choicesField, textField } from '../ui/field.ts';
import { formatPhone, formatTime } from '../ui/format.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import type { NumberHold, NumberPage } from './number.ts';
import { holdNumber, listNumbers } from './wizard-api.ts';
import type { Stage } from './wizard-stage.ts';

/** How long a number is kept, by this device's clock, whatever day that shows (F27). Milliseconds. */
const holdMilliseconds = 15 * 60_000;

export class FreeNumbers implements ReactiveController {
  readonly #stage: Stage;
  readonly #page: Resource<readonly [Client, string, string, number], Read<NumberPage>>;
  readonly #hold: Resource<readonly [Client, string, string], Read<NumberHold>>;
  #digits = '';
  #offset = 0;
  /** The number that was chosen when it was last looked. */
  #chosen = '';

  constructor(stage: Stage) {
    this.#stage = stage;
    const { room } = stage;
    this.#page = new Resource<readonly [Client, string, string, number], Read<NumberPage>>(room.element, {
      owner: 2,
      args: () => {
        const sender = room.sender();
        const wanted = room.element.route.startsWith('new') && stage.content.numberKind === 'new';
        return sender && wanted ? [...sender, this.#digits, this.#offset] : undefined;
      },
      load: (args, signal) => listNumbers(...args, signal),
      onProblem: room.failed,
    });
    this.#hold = new Resource<readonly [Client, string, string], Read<NumberHold>>(room.element, {
      owner: 3,
      args: () => {
        const sender = room.sender();
        const { numberKind, phone } = stage.content;
        return sender && room.mayChange && numberKind === 'new' && phone ? [...sender, phone] : undefined;
      },
      load: (args, signal) => holdNumber(...args, signal),
      onProblem: (problem) => {
        this.#notHeld(problem);
      },
      onValue: ({ phone }) => {
        if (phone === undefined || phone === stage.content.phone) stage.change({ heldUntil: Date.now() + holdMilliseconds }, null);
      },
    });
    room.element.addController(this);
  }

  /** A chosen number that was let go of is somebody else's, or may be: others are offered (NUM-12). */
  hostUpdate(): void {
    const { phone } = this.#stage.content;
    if (this.#chosen && !phone) this.#page.reload();
    this.#chosen = phone;
  }

  readonly render = (): unknown => {
    const { room } = this.#stage;
    const { say } = room;
    return html`<div class="part">
      <div class="number-tools">
        ${textField({
          id: 'digits',
          label: say('num.digits'),
          value: this.#digits,
          type: 'search',
          inputmode: 'numeric',
          most: 8,
          typed: (typed) => {
            this.#find(typed.replace(/\D/g, ''), 0);
          },
        })}
        <button type="button" @click=${this.#others}>${say('num.otherNumbers')}</button>
      </div>
      ${show(room, this.#page.state, {
        waiting: placeBones,
        forbidden: room.noAccess,
        retry: this.#page.reload,
        value: ({ items }) => this.#cards(items.flatMap(({ phone }) => phone ?? [])),
      })}
      ${this.#held()}
    </div>`;
  };

  readonly recover = (): void => {
    this.#page.recover();
    this.#hold.recover();
  };

  readonly forget = (): void => {
    this.#find('', 0);
  };

  #cards(found: readonly string[]): unknown {
    const { room, content, change, errorOf } = this.#stage;
    const { phone } = content;
    const phones = phone && !found.includes(phone) ? [phone, ...found] : found;
    const none = found.length ? nothing : html`<p role="status">${room.say('num.none', { digits: this.#digits })}</p>`;
    if (!phones.length) return none;
    return html`${none}
      <div class="numbers">
        ${choicesField({
          id: 'phone',
          label: room.say('num.pick'),
          error: errorOf('phone'),
          value: phone || undefined,
          choices: phones.map((one) => ({ value: one, label: html`<span class="nowrap">${formatPhone(one)}</span>` })),
          chosen: (chosen) => {
            change({ phone: chosen, heldUntil: 0 });
          },
        })}
      </div>`;
  }

  /** Whether the chosen number is kept, and until when. */
  #held(): unknown {
    const { room, content } = this.#stage;
    const { say, language } = room.text;
    const { status } = this.#hold.state;
    const phone = formatPhone(content.phone);
    const words =
      status === 'loading'
        ? say('num.holding', { phone })
        : content.phone && content.heldUntil
          ? say('num.held', { phone, time: formatTime(language, content.heldUntil) })
          : status === 'failed'
            ? say('num.notHeld')
            : '';
    return html`<p role="status" class="dim">${words}</p>
      ${status === 'failed' ? html`<button type="button" @click=${this.#hold.reload}>${say('act.retry')}</button>` : nothing}`;
  }

  /** Somebody else was quicker: others are offered. What may pass by itself is told beside the number. */
  #notHeld(problem: Problem): void {
    const { room, change, refuse } = this.#stage;
    if (problem.kind !== 'rejected') {
      room.failed(problem);
      return;
    }
    change({ phone: '', heldUntil: 0 }, 'number');
    refuse([
      {
        ...{ step: 'number', id: 'phone' },
        get text() {
          return room.say('err.numberTaken');
        },
      },
    ]);
    room.announce(room.say('err.numberTaken'));
  }

  readonly #others = (): void => {
    const { state } = this.#page;
    const { items, total = 0 } = state.status === 'ready' ? state.value : { items: [] };
    const next = this.#offset + items.length;
    this.#find(this.#digits, next < total ? next : 0);
  };

  #find(digits: string, offset: number): void {
    this.#digits = digits;
    this.#offset = offset;
    this.#stage.room.element.requestUpdate();
  }
}
