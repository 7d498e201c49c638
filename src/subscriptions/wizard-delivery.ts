/** The step that asks where the card is sent: to the company's main address, or another Danish one (R23). */
import type { Address, TypedAddress } from '../api/address.ts';
import type { Client } from '../api/client.ts';
import { findAddresses } from '../api/find-addresses.ts';
import type { RejectedField } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { CompanyDetails } from '../session/company.ts';
import { AddressForm } from '../ui/address-form.ts';
import { danish as address } from '../ui/address-messages.ts';
import { addressStyles } from '../ui/address-styles.ts';
import type { FormError } from '../ui/field.ts';
import { danish as form } from '../ui/form-messages.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import type { Messages } from '../ui/text.ts';
import { readCompany } from './wizard-api.ts';
import type { Stage, Step } from './wizard-stage.ts';

export const styles = addressStyles;

const danish = { ...form, ...address };

export const messages: Messages<keyof typeof danish> = {
  da: danish,
  en: async () => {
    const [english, ofAddress] = await Promise.all([import('../ui/form-messages.en.ts'), import('../ui/address-messages.en.ts')]);
    return { ...english.english, ...ofAddress.english };
  },
};

export const open = (stage: Stage): Step => new DeliveryStep(stage);

class DeliveryStep implements Step {
  readonly #stage: Stage;
  readonly #company: Resource<readonly [Client, string], Read<CompanyDetails>>;
  readonly #form: AddressForm;
  /** The form has taken up what the draft holds. */
  #restored = false;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { room } = stage;
    this.#company = new Resource<readonly [Client, string], Read<CompanyDetails>>(room.element, {
      owner: 2,
      args: () => (room.element.route.startsWith('new') && stage.content.sim === 'sim' ? room.sender() : undefined),
      load: (args, signal) => readCompany(...args, signal),
      onProblem: room.failed,
    });
    this.#form = new AddressForm(room.element, {
      id: 'delivery',
      say: room.say,
      main: () => this.#main,
      search: { room, find: findAddresses },
      changed: () => {
        stage.change({ typedAddress: this.#form.typed ?? null, delivery: null });
      },
    });
  }

  readonly render = (): unknown => {
    const { room } = this.#stage;
    this.#restore();
    if (this.#form.typed) return this.#form.render();
    return show(room, this.#company.state, {
      waiting: placeBones,
      forbidden: room.noAccess,
      retry: this.#company.reload,
      value: () => this.#form.render(),
    });
  };

  readonly check = async (): Promise<void> => {
    const { key } = this.#stage;
    const delivery = (await this.#form.check()) ?? null;
    // By now it may be somebody else's draft, or none.
    if (this.#stage.key === key) this.#stage.change({ delivery }, 'delivery');
  };

  readonly errors = (): FormError[] => {
    const { errors } = this.#form;
    // Neither the main address nor the towns have come.
    return errors.length || this.#stage.content.delivery ? errors : [{ id: '', text: this.#stage.room.say('err.unreachable') }];
  };

  /** The address that was refused stands in the fields, also when it was the main one. */
  readonly reject = (rejected: readonly RejectedField[]): void => {
    if (!rejected.length) return;
    const { delivery } = this.#stage.content;
    this.#restore();
    if (!this.#form.typed && delivery) this.#form.restore(typedOf(delivery));
    this.#form.reject(rejected);
  };

  readonly recover = (): void => {
    this.#company.recover();
    this.#form.recover();
  };

  readonly forget = (): void => {
    this.#restored = false;
    this.#form.forget();
  };

  #restore(): void {
    if (!this.#restored) this.#form.restore(this.#stage.content.typedAddress ?? undefined);
    this.#restored = true;
  }

  /** `undefined` while it is not known. */
  get #main(): Read<Address> | null | undefined {
    const { state } = this.#company;
    return state.status === 'ready' ? state.value.mainAddress : undefined;
  }
}

const typedOf = ({ floor, door, place, ...address }: Address): TypedAddress => ({
  ...address,
  ...{ floor: floor ?? '', door: door ?? '', place: place ?? '' },
});
