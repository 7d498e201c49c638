/** Keeping the operator's works going beside the API, in Node and in a browser alike. */
import type { Clock } from './clock.ts';
import type { SandboxDatabase } from './database/database.ts';
import { work } from './orders/worker.ts';

export interface WorksOptions {
  readonly database: SandboxDatabase;
  readonly clock: Clock;
  /** How long each step of an order takes, milliseconds; 1500 if nothing is said. */
  readonly pace?: number;
  /** What else is done in each round, one after the other, once nothing of the orders is due: closing the books, for instance. */
  readonly hooks?: readonly (() => Promise<unknown>)[];
  /** Told of what went wrong. The works go on: the database may only be away. */
  readonly fault?: (error: unknown) => void;
}

/** How long the works rest when nothing is due, milliseconds; less where the steps of orders take less. */
const rest = (pace: number): number => Math.max(Math.min(pace, 500), 20);

/** The longest they rest after faults, milliseconds. */
const longestRest = 10_000;

/** Works until told to stop; `stop` resolves when the step under way has ended. */
export function startWorks(options: WorksOptions): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const running = keepWorking(options, stopped.signal);
  return {
    stop() {
      stopped.abort();
      return running;
    },
  };
}

async function keepWorking(options: WorksOptions, stop: AbortSignal): Promise<void> {
  let faults = 0;
  while (!stop.aborted) {
    try {
      await round(options, stop);
      faults = 0;
    } catch (error) {
      faults++;
      options.fault?.(error);
    }
    await pause(Math.min(rest(options.pace ?? 500) * 2 ** faults, longestRest), stop);
  }
}

async function round({ database, clock, pace, hooks = [] }: WorksOptions, stop: AbortSignal): Promise<void> {
  // PGlite never lets go of the turn by itself, and requests are heard between two steps.
  while (!stop.aborted && (await work(database, clock, pace === undefined ? {} : { pace }))) await pause(0, stop);
  for (const hook of hooks) if (!stop.aborted) await hook();
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    stop.addEventListener('abort', end);
    if (stop.aborted) end();
  });
}
