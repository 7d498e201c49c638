/** The business clock of a running sandbox: moved forward by hand, and never back; a restart and every instance show the same day. */
import { sql } from 'drizzle-orm';
import { addDays, daysBetween } from '../src/api/days.ts';
import { dayIn, readDay, type Clock } from './clock.ts';
import { rowsOf, type SandboxDatabase } from './database/database.ts';

/** 24 hours in milliseconds. */
const dayLength = 86_400_000;

/**
 * Keeps in the database how many days it is ahead of the wall's day in Copenhagen, and goes on with the wall's. What another instance has
 * moved is seen at the next {@link refresh}.
 */
export class MovableClock implements Clock {
  readonly #database: SandboxDatabase;
  readonly #wall: () => Date;
  #ahead = 0;

  private constructor(database: SandboxDatabase, wall: () => Date) {
    this.#database = database;
    this.#wall = wall;
  }

  /**
   * The clock of a database. `today` moves it forward to that day; in a database whose clock has never run it is the day to begin on, in the
   * past too. Without it a clock that has never run shows the wall's day.
   *
   * @throws when `today` is not a calendar day, `YYYY-MM-DD`.
   */
  static async open(database: SandboxDatabase, today?: string, wall: () => Date = () => new Date()): Promise<MovableClock> {
    const clock = new MovableClock(database, wall);
    const ahead = today === undefined ? null : daysBetween(dayIn(wall()), readDay(today));
    await database.db.execute(sql`insert into business_clock as known (ahead) values (${ahead ?? 0})
      on conflict (only_one) do update set ahead = greatest(known.ahead, ${ahead}::integer)`);
    await clock.refresh();
    return clock;
  }

  today(): string {
    return addDays(dayIn(this.#wall()), this.#ahead);
  }

  now(): Date {
    return new Date(this.#wall().getTime() + this.#ahead * dayLength);
  }

  /** Moves to a later day; false, and all stays as it is, for any other. */
  async moveTo(day: string): Promise<boolean> {
    const ahead = daysBetween(dayIn(this.#wall()), day);
    const moved = await rowsOf(this.#database.db, sql`update business_clock set ahead = ${ahead} where ahead < ${ahead} returning ahead`);
    await this.refresh();
    return moved.length > 0;
  }

  /** Looks where the clock stands by now. */
  async refresh(): Promise<void> {
    const [known] = await rowsOf<{ ahead: number }>(this.#database.db, sql`select ahead from business_clock`);
    if (known !== undefined) this.#ahead = known.ahead;
  }
}
