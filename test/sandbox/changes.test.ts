import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { auditOf, change, everything, profileOf } from './changing.ts';
import { onBothEngines, today } from './engines.ts';
import { allNames } from './scratch.ts';

type Blocked = Subscription & Pick<ProblemDetails, 'errors'>;

const problem = (kind: string) => `urn:selvbetjening:problem:${kind}`;

describe('editing a user', () => {
  onBothEngines((sandbox) => {
    const edit = (path: string, match: string, json: unknown) =>
      change<User & ProblemDetails>(sandbox(), path, { method: 'PATCH', match, json });

    test('answers with the profile as it is read from then on, under another ETag (R14.1, D11, T21)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u1');
      const json = { name: 'Åse Prøve', email: 'aase@nordlys.example', costCentre: 'Lager' };
      const { status, body, headers } = await edit(path, etag, json);
      const subscriptions = user.subscriptions.map((one) => ({ ...one, user: { ...one.user, name: 'Åse Prøve' }, costCentre: 'Lager' }));
      assert.deepEqual([status, body], [200, { ...user, ...json, subscriptions }]);
      const read = await sandbox().ask<User>(path);
      assert.deepEqual(read.body, body);
      assert.equal(read.headers.get('etag'), headers.get('etag'));
      assert.match(headers.get('etag') ?? '', /^"\d+"$/);
      assert.notEqual(headers.get('etag'), etag);
    });

    test('is seen in the list at once, in its order and by its search (R9.3, R11.2, R14.4)', async () => {
      const { path, etag } = await profileOf(sandbox(), 'u2');
      const company = await sandbox().id('company', 'c1');
      const before = await allNames(sandbox(), company);
      await edit(path, etag, { name: 'Aavang Ættling', email: 'zebra@elsewhere.example' });
      const after = await allNames(sandbox(), company);
      assert.equal(after.at(-1), 'Aavang Ættling');
      assert.equal(after.length, before.length);
      assert.deepEqual(await allNames(sandbox(), company, { search: 'ættl' }), ['Aavang Ættling']);
      assert.deepEqual(await allNames(sandbox(), company, { search: 'zebra' }), ['Aavang Ættling']);
    });

    test('leaves what is not named as it is, and takes away what is null (D11)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u7');
      const first = await edit(path, etag, { costCentre: null });
      assert.deepEqual([first.body.name, first.body.email, first.body.costCentre], [user.name, user.email, null]);
      const second = await edit(path, first.headers.get('etag') ?? '', { email: null });
      assert.deepEqual([second.body.name, second.body.email, second.body.costCentre], [user.name, null, null]);
    });

    test('takes the user’s cost centre along to the subscriptions that had it, but for closed ones and those with their own (INV-6)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u8');
      const [main] = user.subscriptions;
      const { db } = sandbox().database;
      for (const [id, status, centre] of [
        ['follows', 'suspended', user.costCentre],
        ['own', 'active', 'Bestyrelsen'],
        ['none', 'active', null],
        ['closed', 'terminated', user.costCentre],
      ] as const) {
        await db.execute(sql`insert into subscription (id, company_id, user_id, plan_id, status, start, cost_centre)
          select ${id}, company_id, user_id, plan_id, ${status}, start, ${centre} from subscription where id = ${main?.id}`);
      }
      const centres = ({ subscriptions }: User) =>
        Object.fromEntries(subscriptions.map(({ id, costCentre }) => [id === main?.id ? 'main' : id, costCentre]));
      const kept = { own: 'Bestyrelsen', closed: user.costCentre };
      const moved = await edit(path, etag, { costCentre: 'IT' });
      assert.deepEqual(centres(moved.body), { ...kept, main: 'IT', follows: 'IT', none: null });
      const renamed = await edit(path, moved.headers.get('etag') ?? '', { name: 'Dorte Ørum' });
      assert.deepEqual(centres(renamed.body), centres(moved.body));
      const taken = await edit(path, renamed.headers.get('etag') ?? '', { costCentre: null });
      assert.deepEqual(centres(taken.body), { ...kept, main: null, follows: null, none: null });
    });

    test('that is meant for what a colleague has changed meanwhile is refused, and so is one that does not say (T21, F18)', async () => {
      const { path, etag } = await profileOf(sandbox(), 'u9');
      const { headers } = await edit(path, etag, { costCentre: 'Lager' });
      const before = await everything(sandbox());
      for (const match of [etag, '*', `W/${headers.get('etag') ?? ''}`, (headers.get('etag') ?? '').replaceAll('"', ''), '"0"', '']) {
        const { status, body } = await edit(path, match, { costCentre: 'Salg' });
        assert.deepEqual([status, body.type], [412, problem('changed')], match);
      }
      const without = await change<ProblemDetails>(sandbox(), path, { method: 'PATCH', json: { costCentre: 'Salg' } });
      assert.deepEqual([without.status, without.body.type], [428, problem('match-missing')]);
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('by twenty at once succeeds for one, and tells all others (T21)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u10');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => edit(path, etag, { costCentre: `Sted ${String(index)}` })),
      );
      const done = answers.filter(({ status }) => status === 200);
      assert.equal(done.length, 1);
      assert.equal(answers.filter(({ status, body }) => status === 412 && body.type === problem('changed')).length, 19);
      assert.deepEqual((await sandbox().ask<User>(path)).body, done[0]?.body);
      assert.equal((await auditOf(sandbox(), user.id)).length, 1);
    });

    test('of nothing, or with a value that is none, is refused with where it is wrong (T04, F19)', async () => {
      const { path, etag } = await profileOf(sandbox(), 'u11');
      const before = await everything(sandbox());
      const refused: [object, string][] = [
        [{}, ''],
        ...['', ' ', ' Bo', 'Bo ', 'B\u0000o', 'B\no', 'B\u2028o', '\ud800', 'b'.repeat(101), null, 7].map((name): [object, string] => [
          { name },
          '/name',
        ]),
        ...['', 'bo', 'bo@x', 'bo@x.dk ', 'b\u0000o@x.dk', '\udc00@x.dk', `${'b'.repeat(250)}@x.dk`, 7].map((email): [object, string] => [
          { email },
          '/email',
        ]),
        ...['', ' Salg', 'Salg\t', 's'.repeat(51), 7, ['Salg']].map((costCentre): [object, string] => [{ costCentre }, '/costCentre']),
      ];
      for (const [json, pointer] of refused) {
        const { status, body } = await edit(path, etag, json);
        assert.deepEqual([status, body.type], [422, problem('invalid')], JSON.stringify(json));
        assert.ok(
          body.errors?.some((error) => error.pointer === pointer),
          JSON.stringify(json),
        );
      }
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('keeps every text that may stand in a line as it was written (T12)', async () => {
      const { path } = await profileOf(sandbox(), 'u12');
      for (const name of [
        '<img src=x onerror=alert(1)>',
        "Robert'); drop table telephone_user;--",
        '${name} {{name}} %s \\u0041 \\',
        '"Bo" ’Ib’ “Å”',
        'שלום עולם',
        '👩‍👩‍👧 Zoë',
        '__proto__',
        'ø'.repeat(100),
      ]) {
        const { body } = await edit(path, (await sandbox().ask(path)).headers.get('etag') ?? '', {
          name,
          costCentre: name.slice(0, 50).trim(),
        });
        assert.deepEqual([body.name, body.costCentre], [name, name.slice(0, 50).trim()]);
        assert.equal((await sandbox().ask<User>(path)).body.name, name);
      }
    });

    test('is written down once, with who, for which company, whom and by which call (PRV-7)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u22');
      const { headers } = await edit(path, etag, { name: 'Øjvind Vind' });
      const expected = {
        person: 'maja',
        company: 'c1',
        deed: 'user.edit',
        subject: user.id,
        request_id: headers.get('request-id'),
        recent: true,
      };
      assert.deepEqual(await auditOf(sandbox(), user.id), [expected]);
    });
  });
});

describe('blocking a subscription', () => {
  onBothEngines((sandbox) => {
    const block = (path: string, reason: string) => change<Blocked>(sandbox(), `${path}/block`, { json: { reason } });
    const unblock = (path: string) => change<Blocked>(sandbox(), `${path}/block`, { method: 'DELETE' });

    test('shows reason and day, and opening it again leaves nothing of them (D11, SIM-5)', async () => {
      const { subscription, user } = await profileOf(sandbox(), 'u1');
      const [open] = user.subscriptions;
      const blocked = await block(subscription, 'stolen');
      assert.deepEqual([blocked.status, blocked.body], [200, { ...open, status: 'suspended', block: { reason: 'stolen', since: today } }]);
      assert.deepEqual((await sandbox().ask<Subscription>(subscription)).body, blocked.body);
      const opened = await unblock(subscription);
      assert.deepEqual([opened.status, opened.body], [200, open]);
      assert.deepEqual((await sandbox().ask<Subscription>(subscription)).body, open);
    });

    test('twice does no harm; the first day stays, and the last reason holds (R14.6)', async () => {
      const { subscription, user } = await profileOf(sandbox(), 'u2');
      const id = user.subscriptions[0]?.id ?? '';
      await block(subscription, 'lost');
      await sandbox().database.db.execute(sql`update subscription set blocked_on = '2026-11-20' where id = ${id}`);
      const blocks = [await block(subscription, 'lost'), await block(subscription, 'stolen')].map(({ body }) => body.block);
      assert.deepEqual(blocks, [
        { reason: 'lost', since: '2026-11-20' },
        { reason: 'stolen', since: '2026-11-20' },
      ]);
      assert.deepEqual([(await unblock(subscription)).status, (await unblock(subscription)).body.block], [200, null]);
      const deeds = (await auditOf(sandbox(), id)).map(({ deed }) => deed);
      assert.deepEqual(deeds, ['subscription.block', 'subscription.block', 'subscription.unblock']);
    });

    test('is possible without a person too, and opens one that the operator had blocked (D7, D11)', async () => {
      const router = `/companies/${await sandbox().id('company', 'c1')}/subscriptions/${await sandbox().id('subscription', 's-router')}`;
      assert.equal((await block(router, 'other')).body.status, 'suspended');
      const { subscription, user } = await profileOf(sandbox(), 'u19');
      assert.equal(user.subscriptions[0]?.block?.reason, 'other');
      assert.deepEqual((await block(subscription, 'lost')).body.block, { reason: 'lost', since: today });
      assert.equal((await unblock(subscription)).body.status, 'active');
    });

    test('is refused for one that is coming, closing or closed (T19)', async () => {
      const closed = (await profileOf(sandbox(), 'u20')).subscription;
      await sandbox().database.db.execute(sql`update subscription set status = 'terminated' where id = ${closed.split('/').at(-1)}`);
      const before = await everything(sandbox());
      for (const path of [closed, (await profileOf(sandbox(), 'u13')).subscription, (await profileOf(sandbox(), 'u17')).subscription]) {
        for (const { status, body } of [await block(path, 'lost'), await unblock(path)]) {
          assert.deepEqual([status, body.errors], [422, [{ pointer: '/subscription', type: 'notActive' }]]);
        }
      }
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('needs one of the reasons (T04)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u1');
      for (const reason of ['', 'Lost', null, 1, ['lost']]) {
        const { status, body } = await change<ProblemDetails>(sandbox(), `${subscription}/block`, { json: { reason } });
        assert.deepEqual([status, body.errors?.[0]?.pointer], [422, '/reason']);
      }
    });

    test('is done for one of two who block and open at once, and then for the other (T20)', async () => {
      const { subscription, user } = await profileOf(sandbox(), 'u24');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? unblock(subscription) : block(subscription, 'lost'))),
      );
      for (const [index, { status, body }] of answers.entries()) {
        assert.deepEqual([status, body.status], [200, index % 2 ? 'active' : 'suspended']);
      }
      const deeds = (await auditOf(sandbox(), user.subscriptions[0]?.id ?? '')).map(({ deed }) => deed);
      for (const [index, deed] of deeds.entries()) assert.equal(deed, index % 2 ? 'subscription.unblock' : 'subscription.block');
    });
  });
});
