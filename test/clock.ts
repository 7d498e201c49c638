/** A clock that only moves when a test says so: what takes minutes is then seen at once, and nothing waits for time to pass. */

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export interface Clock {
  /** Lets so many milliseconds pass, and everything that is due meanwhile happen. */
  advance(milliseconds: number): Promise<void>;
  /** How many timers are set. */
  timers(): number;
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  now: Date.now,
  timeout: AbortSignal.timeout.bind(AbortSignal),
};

/** Lets what has been started come to rest, as far as it does not wait for the network. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    real.setTimeout.call(globalThis, resolve, 0);
  });

/** Stops timers, `Date.now` and `AbortSignal.timeout` of the page. {@link startClock} lets them go on: for `afterEach`. */
export function stopClock(): Clock {
  let now = real.now();
  let last = 0;
  const timers = new Map<number, Timer>();
  const later = (run: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): number => {
    last += 1;
    timers.set(last, { at: now + milliseconds, run: () => run(...given) });
    return last;
  };
  Date.now = () => now;
  Object.assign(globalThis, { setTimeout: later, clearTimeout: (id: number) => timers.delete(id) });
  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController();
    later(() => {
      controller.abort(new DOMException('signal timed out', 'TimeoutError'));
    }, milliseconds);
    return controller.signal;
  };
  return {
    timers: () => timers.size,
    async advance(milliseconds) {
      const end = now + milliseconds;
      await rest();
      for (;;) {
        const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
        if (!due) break;
        const [id, { at, run }] = due;
        timers.delete(id);
        now = Math.max(now, at);
        run();
        await rest();
      }
      now = end;
    },
  };
}

/** Gives the page its own clock back. */
export function startClock(): void {
  Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  Date.now = real.now;
  AbortSignal.timeout = real.timeout;
}
