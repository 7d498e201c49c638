import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { openDatabase, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { MovableClock } from '../../sandbox/movable-clock.ts';
import { readSettings } from '../../sandbox/settings.ts';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';

for (const kind of ['pglite', 'postgres'] as const)
  describe(`a clock that is moved, on ${kind}`, () => {
    let server: Postgres | undefined;
    let database: SandboxDatabase;
    let wall = new Date('2026-11-22T12:00:00Z');
    const open = (today?: string) => MovableClock.open(database, today, () => wall);
    before(async () => {
      server = kind === 'postgres' ? await startPostgres() : undefined;
      database = await openDatabase(server === undefined ? {} : { url: server.url });
    });
    after(async () => {
      await database.close();
      await server?.stop();
    });
    const anew = async (moment: string) => {
      wall = new Date(moment);
      await database.db.execute(sql`delete from business_clock`);
    };

    test('shows the wall’s day in Copenhagen until it is moved, and goes on with it afterwards (F27)', async () => {
      await anew('2026-11-22T22:59:59Z');
      const clock = await open();
      assert.equal(clock.today(), '2026-11-22');
      wall = new Date('2026-11-22T23:00:00Z');
      assert.equal(clock.today(), '2026-11-23');
      assert.equal(await clock.moveTo('2027-03-27'), true);
      assert.deepEqual([clock.today(), clock.now().toISOString()], ['2027-03-27', '2027-03-26T23:00:00.000Z']);
      // One day of the wall's is one of the clock's, over the change of hour of either.
      wall = new Date('2026-11-24T22:30:00Z');
      assert.equal(clock.today(), '2027-03-28');
      wall = new Date('2027-03-28T22:30:00Z');
      assert.equal(clock.today(), '2027-07-31');
    });

    test('never goes back, and stays where it is when asked to', async () => {
      await anew('2026-11-22T12:00:00Z');
      const clock = await open('2026-12-24');
      for (const day of ['2026-12-24', '2026-12-23', '2020-01-01']) assert.equal(await clock.moveTo(day), false, day);
      assert.equal(clock.today(), '2026-12-24');
    });

    test('begins on any day, also one that is over, and is found where it was by the next start', async () => {
      await anew('2026-11-22T12:00:00Z');
      assert.equal((await open('2025-01-31')).today(), '2025-01-31');
      wall = new Date('2026-11-24T12:00:00Z');
      assert.equal((await open()).today(), '2025-02-02');
      assert.equal((await open('2025-01-31')).today(), '2025-02-02', 'a day that is over moves nothing');
      assert.equal((await open('2025-06-01')).today(), '2025-06-01');
      assert.equal((await open()).today(), '2025-06-01');
    });

    test('shows all instances the same day, and takes the later of two moves', async () => {
      await anew('2026-11-22T12:00:00Z');
      const [one, other] = [await open(), await open()];
      assert.equal(await one.moveTo('2026-12-01'), true);
      assert.equal(other.today(), '2026-11-22');
      await other.refresh();
      assert.equal(other.today(), '2026-12-01');
      const moves = await Promise.all([one.moveTo('2027-01-01'), other.moveTo('2027-02-01')]);
      assert.equal(moves[1], true);
      await one.refresh();
      assert.deepEqual([one.today(), other.today()], ['2027-02-01', '2027-02-01']);
    });
  });

describe('the day to begin on', () => {
  test('is told to be none before anything is made', () => {
    assert.equal(readSettings({ SANDBOX_TODAY: '2026-11-22' }, []).today, '2026-11-22');
    assert.equal(readSettings({ SANDBOX_TODAY: '' }, []).today, undefined);
    for (const day of ['i morgen', '2026-02-30', '22.11.2026'])
      assert.throws(() => readSettings({ SANDBOX_TODAY: day }, []), /Not a day/, day);
  });
});
