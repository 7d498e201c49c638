/** Where a product is sent: to the company's main address, or another Danish one (R23). It comes with the form of what is sent. */
import { formatAddress, type Address, type TypedAddress } from '../api/address.ts';
import type { Client } from '../api/client.ts';
import { findAddresses } from '../api/find-addresses.ts';
import { path } from '../api/path.ts';
import type { RejectedField } from '../api/problem.ts';
import { reading, type Read } from '../api/read.ts';
import { companyDetails, type CompanyDetails } from '../session/company.ts';
import { AddressForm } from '../ui/address-form.ts';
import { danish } from '../ui/address-messages.ts';
import { addressStyles } from '../ui/address-styles.ts';
import type { FormError } from '../ui/field.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import type { Messages } from '../ui/text.ts';
import type { FormRoom } from './form-stage.ts';

export const styles = addressStyles;

export const messages: Messages<keyof typeof danish> = {
  da: danish,
  en: async () => (await import('../ui/address-messages.en.ts')).english,
};

export interface DeliveryOptions {
  readonly room: FormRoom;
  /** Whether what is ordered now is sent. */
  readonly needed: () => boolean;
  /** Something has been typed, or the main address put back. */
  readonly changed: (typed: TypedAddress | null) => void;
}

export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #company: Resource<readonly [Client, string], Read<CompanyDetails>>;
  readonly #form: AddressForm;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    const { room, needed, changed } = options;
    this.#company = new Resource<readonly [Client, string], Read<CompanyDetails>>(room.element, {
      owner: 2,
      args: () => (needed() ? room.sender() : undefined),
      load: ([client, company], signal) => client.read(path('companies', company), reading(companyDetails), { signal }),
      onProblem: room.failed,
    });
    this.#form = new AddressForm(room.element, {
      id: 'delivery',
      say: room.say,
      main: () => this.#main,
      search: { room, find: findAddresses },
      changed: () => {
        changed(this.#form.typed ?? null);
      },
    });
  }

  /** As it stands now; `undefined` while something is missing. */
  get address(): Address | undefined {
    return this.#form.address;
  }

  /** The same on one line. */
  get line(): string | undefined {
    const { address } = this;
    return address && formatAddress(address).join(', ');
  }

  readonly render = (): unknown => {
    const { room } = this.#options;
    if (this.#form.typed) return this.#form.render();
    return show(room, this.#company.state, {
      waiting: () => undefined,
      forbidden: room.noAccess,
      retry: this.#company.reload,
      value: () => this.#form.render(),
    });
  };

  /** Takes up what was typed before, or the main address. */
  readonly restore = (typed: TypedAddress | null): void => {
    this.#form.restore(typed ?? undefined);
  };

  /** To be sent; `undefined` while something is wrong, which then is on screen and in {@link errors}. */
  readonly check = (): Promise<Address | undefined> => this.#form.check();

  readonly errors = (): FormError[] => {
    const { errors } = this.#form;
    // Neither the main address nor the towns have come.
    return errors.length || this.address ? errors : [{ id: '', text: this.#options.room.say('err.unreachable') }];
  };

  readonly reject = (rejected: readonly RejectedField[]): void => {
    this.#form.reject(rejected);
    this.#options.changed(this.#form.typed ?? null);
  };

  readonly recover = (): void => {
    this.#company.recover();
    this.#form.recover();
  };

  /** `undefined` while it is not known. */
  get #main(): Read<Address> | null | undefined {
    const { state } = this.#company;
    return state.status === 'ready' ? state.value.mainAddress : undefined;
  }
}
