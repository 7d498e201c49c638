/** What is done from a profile, each in the same terms: for tests of what can go wrong on the way. */
import { expect } from 'chai';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import { cut, line, requestOf, type Fault, type Fetch } from '../faults.ts';
import { until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { begin, box, boxReads, boxText, closed, openProfile, openSession, ordersOf, pick, subscriptionOf, type Scene } from './profiles.ts';
import { all, control, find, one, textOf, type } from './screen.ts';

/** One of the things that are done from a profile. */
export interface Doing {
  readonly event: string;
  /** Fills in what is to be filled in. */
  readonly prepare: (element: Element) => Promise<void>;
  readonly press: (element: Element) => void;
  /** What was filled in is still there. */
  readonly kept: (element: Element) => boolean;
  /** How often it has been done, by the backend. */
  readonly effects: (scene: Scene) => Promise<number>;
  /** Where its state is said. */
  readonly says: (element: Element) => string;
  readonly done: (element: Element) => Promise<unknown>;
}

export const inBox = {
  press: (element: Element): void => {
    one(element, 'dialog .submit').click();
  },
  says: boxText,
  done: closed,
};

const ofKind =
  (kind: string) =>
  async (scene: Scene): Promise<number> =>
    (await ordersOf(scene)).filter(({ items: [item] }) => item?.kind === kind && item.subscription?.id === scene.subscription.id).length;

const versionOf = async ({ company, user }: Scene): Promise<number> => {
  const { headers } = await fetch(`/v1/companies/${company}/users/${user}`, { headers: { authorization: 'Bearer mange' } });
  return Number(headers.get('etag')?.replaceAll('"', ''));
};

export const doings = {
  change: {
    event: 'ss-order-placed',
    prepare: async (element) => {
      await begin(element, 'Ændr abonnement');
      const choice = await until(() => box(element)?.querySelector<HTMLInputElement>('input[type=radio]'), 'the plans');
      choice.click();
      await boxReads(element, 'Ændringen gælder fra');
    },
    ...inBox,
    kept: (element) => all<HTMLInputElement>(element, 'dialog input').some(({ checked }) => checked),
    effects: ofKind('changePlan'),
  },
  close: {
    event: 'ss-order-placed',
    prepare: (element) => begin(element, 'Nedlæg abonnement'),
    ...inBox,
    kept: (element) => one<HTMLInputElement>(element, 'dialog input').value !== '',
    effects: ofKind('closeSubscription'),
  },
  block: {
    event: 'ss-subscription-changed',
    prepare: async (element) => {
      await begin(element, 'Spær simkort');
      pick(element, 'Det er stjålet');
    },
    ...inBox,
    kept: (element) => all<HTMLInputElement>(element, 'dialog input').some(({ checked }) => checked),
    effects: async (scene) => Number((await subscriptionOf(scene)).block?.reason === 'stolen'),
  },
  edit: {
    event: 'ss-user-changed',
    prepare: async (element) => {
      control(element, 'Rediger oplysninger').click();
      await until(() => all(element, '#edit-name').length, 'the form');
      type(one(element, '#edit-costCentre'), 'Kvalitet og miljø');
    },
    press: (element) => {
      one(element, '.edit .submit').click();
    },
    kept: (element) => one<HTMLInputElement>(element, '#edit-costCentre').value === 'Kvalitet og miljø',
    effects: async (scene) => (await versionOf(scene)) - 1,
    says: textOf,
    done: (element) => until(() => find(element, 'Rediger oplysninger'), 'the form to close'),
  },
} as const satisfies Readonly<Record<string, Doing>>;

/** The fault meets only what changes something. */
export const writes =
  (fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return (...call) => {
      const request = requestOf(...call);
      return request.headers.has('idempotency-key') ? faulty(request) : inner(request);
    };
  };

/** The backend gets the request and does it; then comes the fault in place of its answer. */
export const afterwards =
  (fault: Fault): Fault =>
  (inner) => {
    const faulty = fault(inner);
    return async (...call) => {
      const request = requestOf(...call);
      await inner(request.clone());
      return faulty(request);
    };
  };

export const problem = (type: string, more: object = {}) => ({ type: `urn:selvbetjening:problem:${type}`, title: '', status: 0, ...more });

export interface Stage {
  readonly doing: Doing;
  readonly scene: Scene;
  readonly element: SubscriptionsElement;
  readonly connection: PageConnection;
  /** What happens to changes from now on. */
  readonly meet: (fault?: Fault) => void;
  /** The keys of all that was sent. */
  readonly keys: () => (string | null)[];
  readonly says: (words: string, milliseconds?: number) => Promise<boolean>;
}

export const stage = async (doing: Doing, scene: Scene, options: Partial<ConnectOptions> = {}, inner: Fetch = fetch): Promise<Stage> => {
  const wire = line(inner);
  const seen = counting(wire.fetch);
  const { element, connection } = await openSession(scene, { fetch: seen.fetch, ...options });
  await doing.prepare(element);
  return {
    ...{ doing, scene, element, connection },
    meet: (fault) => {
      wire.use(fault && writes(fault));
    },
    keys: () => seen.requests.filter(({ headers }) => headers.has('idempotency-key')).map(({ headers }) => headers.get('idempotency-key')),
    says: (words, milliseconds) =>
      until(() => doing.says(element).includes(words), `»${words}«`, milliseconds).catch((error: unknown) => {
        throw new Error(`${String(error)}. It reads: ${doing.says(element)}`, { cause: error });
      }),
  };
};

/** It has been done once, whatever was sent, and all that was sent was the same intention. */
export const expectOnce = async ({ doing, scene, element, keys }: Stage): Promise<void> => {
  await doing.done(element);
  expect(await doing.effects(scene)).to.equal(1);
  expect(new Set(keys()).size).to.equal(1);
};

/** Each change of the way there and back loses the answer to its first sending. */
const lossy: Fault = (inner) => {
  const lost = new Set<string | null>();
  const faulty = cut()(inner);
  return (...call) => {
    const request = requestOf(...call);
    const key = request.headers.get('idempotency-key');
    if (key === null || lost.has(key)) return inner(request);
    lost.add(key);
    return faulty(request);
  };
};

/** Opens the profile of somebody, where every answer to a change is lost once. */
export const openLossy = async (scene: Scene) => {
  const seen = counting();
  const element = await openProfile(scene, { fetch: lossy(seen.fetch) });
  return { element, cuts: () => new Set(seen.requests.map(({ headers }) => headers.get('idempotency-key'))).size - 1 };
};
