/** »Opret nyt abonnement«, step by step (R15–R17). It comes when it is opened. */
import { css, nothing } from 'lit';
import type { Behind, Room } from './room.ts';

export const styles = css``;

export const open = (room: Room): Behind => new Wizard(room);

class Wizard implements Behind {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  readonly head = () => ({ name: this.#room.text.say('nav.newSubscription'), under: nothing });
  readonly render = (): unknown => nothing;
  readonly forget = (): void => {};
  readonly recover = (): void => {};
}
