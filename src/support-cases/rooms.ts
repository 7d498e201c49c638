/** The rooms behind the list: their code comes when they are opened, or a little before. */
import { html, type ReactiveControllerHost } from 'lit';
import { Later, type Styled } from '../ui/later.ts';
import { placeBones } from '../ui/place-head.ts';
import { problemNotice, waiting, type ShowHost } from '../ui/show.ts';
import type { Behind, CasesRoom, Opening } from './room.ts';

export type RoomName = 'case' | 'create';

export class Rooms {
  readonly #host: ReactiveControllerHost & ShowHost;
  readonly #open: Partial<Record<RoomName, Behind>> = {};
  readonly #later: Readonly<Record<RoomName, Later<Opening>>>;

  constructor(host: ReactiveControllerHost & ShowHost, adopt: (module: Styled) => Promise<void>, room: () => CasesRoom) {
    this.#host = host;
    const opening = (name: RoomName, fetch: () => Promise<Opening>) =>
      new Later(host, fetch, async (module) => {
        await adopt(module);
        this.#open[name] = module.open(room());
      });
    this.#later = {
      case: opening('case', () => import('./case-room.ts')),
      create: opening('create', () => import('./create.ts')),
    };
  }

  /** Those that have come. */
  get all(): readonly Behind[] {
    return Object.values(this.#open);
  }

  readonly each = (deed: 'forget' | 'recover' | 'renew'): void => {
    for (const room of this.all) room[deed]();
  };

  /** What did not come is fetched again by the person only. */
  readonly load = (name: RoomName): void => {
    if (!this.#later[name].failed) void this.#later[name].load();
  };

  /** Its head at once, its bones until its code has come. `first` is what its head says until then. */
  readonly render = (name: RoomName, first: ReturnType<Behind['head']>, head: (name: string, under: unknown) => unknown): unknown => {
    const room = this.#open[name];
    const { failed, load } = this.#later[name];
    const told = room?.head() ?? first;
    return html`${head(told.name, told.under)}
    ${room ? room.render() : failed ? problemNotice(this.#host, { kind: 'unreachable' }, () => void load()) : waiting(this.#host, false, placeBones)}`;
  };
}
