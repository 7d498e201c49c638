import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Clock } from '../../sandbox/clock.ts';
import { openDatabase, rowsOf } from '../../sandbox/database/database.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { closeResolved } from '../../sandbox/support-cases/close-resolved.ts';
import { addDays } from '../../src/api/days.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { change } from './changing.ts';
import { onBothEngines, today } from './engines.ts';
import { scratchCompany } from './scratch.ts';

/** A clock that stands on a day, at noon in Copenhagen. */
const on = (day: string): Clock => ({ today: () => day, now: () => new Date(`${day}T11:00:00Z`) });

describe('a resolved support case', () => {
  onBothEngines((sandbox) => {
    const open = async () => {
      const company = await scratchCompany(sandbox(), []);
      const json = {
        subject: 'Ingen dækning',
        description: 'Siden i morges.',
        category: null,
        priority: null,
        about: null,
        follows: null,
        files: [],
      };
      const { body } = await change<SupportCase>(sandbox(), `/companies/${company}/cases`, { json });
      const path = `/companies/${company}/cases/${body.id}`;
      return {
        id: body.id,
        company,
        read: async () => (await sandbox().ask<SupportCase>(path)).body,
        deed: (deed: 'resolve' | 'reopen') => change<SupportCase>(sandbox(), `${path}/${deed}`, { json: {} }),
        reply: () => change<SupportCase>(sandbox(), `${path}/messages`, { json: { text: 'Det er her igen.', files: [] } }),
      };
    };
    const close = async (clock: Clock) => {
      while (await closeResolved(sandbox().database, clock));
    };
    const resolvedAt = (id: string, moment: string) =>
      sandbox().database.db.execute(sql`update support_case set changed_at = ${moment} where id = ${id}`);

    test('is closed on the fourteenth day after, whatever the time of day, and says when (SUP-2)', async () => {
      const one = await open();
      await one.deed('resolve');
      // Half past eleven in the evening in Copenhagen: still the 22nd.
      await resolvedAt(one.id, '2026-11-22T22:30:00Z');
      await close(on('2026-12-05'));
      assert.equal((await one.read()).state, 'resolved');
      await close(on('2026-12-06'));
      const { state, history, changedAt, may } = await one.read();
      assert.equal(state, 'closed');
      assert.deepEqual(history.at(-1), { state: 'closed', at: '2026-12-06T11:00:00.000Z' });
      assert.equal(changedAt, '2026-12-06T11:00:00.000Z');
      assert.deepEqual(may, { reply: false, resolve: false, reopen: false });
      assert.equal((await one.reply()).status, 409);
      assert.equal((await one.deed('reopen')).status, 409);
    });

    test('stays open to an answer when the company comes back, and others are never closed (SUP-2)', async () => {
      const [replied, reopened, untouched] = [await open(), await open(), await open()];
      await replied.deed('resolve');
      await replied.reply();
      await reopened.deed('resolve');
      await reopened.deed('reopen');
      await close(on(addDays(today, 400)));
      for (const one of [replied, reopened]) assert.equal((await one.read()).state, 'inProgress');
      assert.equal((await untouched.read()).state, 'acknowledged');
    });

    test('is closed once, however many instances look after it at once (F18)', async () => {
      const many = await Promise.all(Array.from({ length: 4 }, open));
      for (const one of many) await one.deed('resolve');
      const clock = on(addDays(today, 30));
      await Promise.all(Array.from({ length: 6 }, () => close(clock)));
      for (const one of many) {
        const { history } = await one.read();
        assert.deepEqual(
          history.map(({ state }) => state),
          ['acknowledged', 'resolved', 'closed'],
        );
      }
      assert.equal(await closeResolved(sandbox().database, clock), false);
    });

    test('is either closed or opened by a reply at the same moment, and never both (SUP-2, F18)', async () => {
      const many = await Promise.all(Array.from({ length: 6 }, open));
      for (const one of many) await one.deed('resolve');
      const clock = on(addDays(today, 60));
      const [replies] = await Promise.all([Promise.all(many.map((one) => one.reply())), close(clock)]);
      for (const [index, one] of many.entries()) {
        const { state, messages } = await one.read();
        const isOpen = replies[index]?.status === 201;
        assert.deepEqual([state, messages.length], isOpen ? ['inProgress', 2] : ['closed', 1]);
      }
    });
  });
});

describe('a database that an earlier version filled', () => {
  test('gets its support cases when it is opened, once, and none of them is of a time still to come (R3.3)', async () => {
    const database = await openDatabase({});
    try {
      await seed(database, { today, users: 20, months: 1 });
      const count = async () =>
        (await rowsOf<{ count: number }>(database.db, sql`select count(*)::int as count from support_case`))[0]?.count;
      const first = await count();
      assert.ok((first ?? 0) > 400);
      await database.db.execute(sql`delete from support_case`);
      await seed(database, { today, users: 20, months: 1 });
      assert.equal(await count(), first);
      await seed(database, { today, users: 20, months: 1 });
      assert.equal(await count(), first);
      const [wrong] = await rowsOf<{ count: number }>(
        database.db,
        sql`select count(*)::int as count from support_case c
          where state is distinct from (select state from case_step s where s.case_id = c.id order by s.no desc limit 1)
            or changed_at < created_at or changed_at > (${today}::timestamp at time zone 'Europe/Copenhagen')
            or not exists (select from case_message m where m.case_id = c.id)`,
      );
      assert.equal(wrong?.count, 0);
    } finally {
      await database.close();
    }
  });
});
