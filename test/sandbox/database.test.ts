import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import pg from 'pg';
import { openDatabase, rowsOf, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { cvrNumbers, simNumber, spareNumber } from '../../sandbox/database/seed/numbers.ts';
import { removeKept } from '../../sandbox/fresh.ts';
import { hashPassword, verifyPassword } from '../../sandbox/session/password.ts';
import { checkSignIn, listSignIns } from '../../sandbox/session/sign-in-check.ts';
import { readSettings } from '../../sandbox/settings.ts';
import { tokenCheck } from '../../sandbox/sign-in/access-token.ts';
import { grantLives } from '../../sandbox/sign-in/adapter.ts';
import { apiAddressOf, apiScope, issuerOf } from '../../sandbox/sign-in/clients.ts';
import { identifier } from '../../sandbox/sign-in/identify.ts';
import { signInSecrets } from '../../sandbox/sign-in/secrets.ts';
import { sessionCookie } from '../../sandbox/sign-in/session-cookie.ts';
import { SiteSessions } from '../../sandbox/sign-in/site-sessions.ts';
import { oidcItem } from '../../sandbox/sign-in/tables.ts';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';
import identifiers from '../data/identifier-cases.json' with { type: 'json' };
import { own, partner, Sandbox, today, type Question } from './engines.ts';
import { openWire } from './wire.ts';

/** Maja with a cookie and with a token, and the way the running sandbox tells who that is. */
async function signedIn(database: SandboxDatabase) {
  const origins = { operator: own, partner };
  const { signingKey } = await signInSecrets(database);
  const sessions = new SiteSessions(database);
  const personId = await idOf(database, 'person', 'maja');
  await database.db.insert(oidcItem).values({ model: 'Grant', id: 'given', payload: {} });
  const token = await new SignJWT({ client_id: 'nordlys-intranet', scope: apiScope, grant: 'given' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid })
    .setIssuer(issuerOf(origins))
    .setAudience(apiAddressOf(origins))
    .setSubject(personId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importJWK(signingKey as JWK, 'ES256'));
  const check = tokenCheck(origins, signingKey, (grant) => grantLives(database, grant));
  return { identify: identifier(sessions, check), cookie: `${sessionCookie}=${await sessions.open(personId)}`, token };
}

describe('the database in a folder', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('keeps its data, is seeded once, and is open in one place at a time', async () => {
    const place = { folder: path.join(folder, 'pg') };
    const first = await openDatabase(place);
    await assert.rejects(openDatabase(place), /already open in process \d+/);
    await seed(first, { today, users: 12, months: 3 });
    const ids = await rowsOf(first.db, sql`select id from company order by id`);
    await first.close();

    const second = await openDatabase(place);
    await seed(second, { today: '2030-01-01', users: 99 });
    assert.deepEqual(await rowsOf(second.db, sql`select id from company order by id`), ids);
    const copy = await openDatabase({ snapshot: await second.snapshot() });
    assert.deepEqual(await rowsOf(copy.db, sql`select id from company order by id`), ids);
    await copy.close();
    await second.close();
  });

  test('is taken over from a process that died, also when its number is in use again', async () => {
    const place = { folder: path.join(folder, 'stale') };
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(`${place.folder}.lock`, JSON.stringify({ pid: dead, began: '1' }));
    await (await openDatabase(place)).close();
    await writeFile(`${place.folder}.lock`, JSON.stringify({ pid: process.ppid, began: '1' }));
    await (await openDatabase(place)).close();
    await writeFile(`${place.folder}.lock`, 'half a lo');
    await (await openDatabase(place)).close();
  });
});

describe('the database on a server', () => {
  let server: Postgres | undefined;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server?.stop());

  test('is migrated and seeded once by instances that start at once', async () => {
    const url = server?.url ?? '';
    const instances = await Promise.all([1, 2, 3].map(() => openDatabase({ url })));
    await Promise.all(instances.map((database) => seed(database, { today, users: 12, months: 3 })));
    const [first] = instances;
    assert.ok(first);
    const [found] = await rowsOf<object>(
      first.db,
      sql`select (select count(*)::int from company) as companies, (select count(*)::int from person) as people,
        (select count(*) = count(distinct name) from migration) as once`,
    );
    assert.deepEqual(found, { companies: 207, people: 7, once: true });
    await Promise.all(instances.map((database) => database.close()));
  });

  test('is missed with 503 while it is away, and nobody is signed out by that (F10, F29)', async () => {
    const server = await startPostgres();
    const database = await openDatabase({ url: server.url });
    await seed(database, { today, users: 1, months: 3 });
    const { identify, cookie, token } = await signedIn(database);
    const faults: unknown[] = [];
    const sandbox = new Sandbox(database, { identify, fault: (_id, error) => faults.push(error) });
    const questions: Question[] = [
      { as: null, headers: { cookie, 'selvbetjening-request': '1' } },
      { as: null, headers: { authorization: `Bearer ${token}` } },
    ];
    for (const question of questions) assert.equal((await sandbox.ask('/session', question)).status, 200);
    await server.stop();
    for (const question of questions) {
      const { status, headers } = await sandbox.ask('/session', question);
      assert.deepEqual([status, headers.get('retry-after')], [503, '5']);
    }
    assert.equal(faults.length, 2);
    assert.equal((await sandbox.ask('/session', { as: null, headers: { authorization: 'Bearer a.b.c' } })).status, 401);
    await database.close();
  });

  test('keeps no connection that broke at the first word of a transaction, however many there were (F10)', async () => {
    const wire = await openWire(server?.url ?? '');
    const database = await openDatabase({ url: wire.url });
    // More than the pool has, and each at a connection that worked.
    for (let times = 0; times < 12; times++) {
      await database.db.execute(sql`select 1`);
      wire.cut();
      await assert.rejects(database.db.transaction((transaction) => transaction.execute(sql`select 1`)));
      wire.mend();
    }
    await database.db.transaction((transaction) => transaction.execute(sql`select 1`));
    await database.close();
    wire.close();
  });

  test('is begun anew and lets people in again', async () => {
    const url = server?.url ?? '';
    const company = async () => {
      const database = await openDatabase({ url });
      await seed(database, { today, users: 1, months: 3 });
      const sandbox = new Sandbox(database);
      assert.equal((await sandbox.ask('/session')).status, 200);
      const id = await sandbox.id('company', 'c1');
      await database.close();
      return id;
    };
    const former = await company();
    const folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-test-'));
    await removeKept({ ...readSettings({ DATABASE_URL: url, SANDBOX_DATA: folder }, ['--fresh']) });
    assert.notEqual(await company(), former);
    await rm(folder, { recursive: true });
  });

  const givenServer = (process.env['DATABASE_URL_TEST'] ?? '') !== '';
  test('needs no more than a role that may make roles', { skip: givenServer && 'another role may have made app there' }, async () => {
    const own = await startPostgres();
    const root = new pg.Client({ connectionString: own.url });
    await root.connect();
    await root.query('create role ordinary login createrole');
    await root.query('create database ordinary owner ordinary');
    await root.end();
    const url = new URL(own.url);
    url.username = 'ordinary';
    url.pathname = '/ordinary';
    const database = await openDatabase({ url: url.href });
    await seed(database, { today, users: 1, months: 3 });
    assert.equal((await new Sandbox(database).ask('/session')).status, 200);
    await database.close();
    await own.stop();
  });

  test('that is not there is said to be not there', async () => {
    await assert.rejects(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' }), /ECONNREFUSED/);
  });
});

describe('the example data', () => {
  test('is made wholly or not at all when somebody stops it', async () => {
    const database = await openDatabase({});
    const stop = AbortSignal.abort();
    await assert.rejects(seed(database, { today, users: 1, months: 3, stop }), (error) => error === stop.reason);
    assert.deepEqual(await rowsOf(database.db, sql`select count(*)::int as companies from company`), [{ companies: 0 }]);
    await database.close();
  });

  test('has the sign-ins, each with its password', async () => {
    const database = await openDatabase({});
    await seed(database, { today, users: 12, months: 3 });
    assert.deepEqual(
      (await listSignIns(database)).map(({ key }) => key),
      ['maja', 'frida', 'lars', 'ida', 'uffe', 'mange', 'dorte'],
    );
    assert.equal((await checkSignIn(database, ' Maja.Holm@nordlys.example ', 'demo'))?.name, 'Maja Holm');
    assert.equal((await checkSignIn(database, 'maja', 'demo'))?.key, 'maja');
    for (const [name, password] of [
      ['maja', 'Demo'],
      ['maja', ''],
      ['nobody', 'demo'],
      ["' or '1'='1", 'demo'],
    ] as const) {
      assert.equal(await checkSignIn(database, name, password), null);
    }
    const people = await rowsOf<{ name: string }>(database.db, sql`select name from telephone_user where key is null`);
    for (const letter of ['æ', 'ø', 'å', 'aa', '-', 'é'])
      assert.ok(
        people.some(({ name }) => name.includes(letter)),
        letter,
      );
    const [shares] = await rowsOf<Record<string, number>>(
      database.db,
      sql`select count(*) filter (where email is null)::int as unaddressed, count(*)::int as everybody, count(distinct name)::int as names,
        (select count(distinct status)::int from subscription) as states from telephone_user`,
    );
    const { unaddressed = 0, everybody = 0, names = 0, states } = shares ?? {};
    assert.ok(unaddressed > 0 && unaddressed < everybody / 10 && names < everybody);
    assert.equal(states, 5);
    await database.close();
  });

  test('moves with the day it is made for', async () => {
    const database = await openDatabase({});
    await seed(database, { today: '2027-02-01', users: 1, months: 3 });
    const [row] = await rowsOf<{ day: string }>(database.db, sql`select move_date::text as day from subscription where key = 's-u13'`);
    assert.equal(row?.day, '2027-02-10');
    await database.close();
  });

  test('takes only numbers that pass their checks and belong to nobody', () => {
    const { cvr } = identifiers;
    assert.deepEqual(cvrNumbers(11, 9_900_001), cvr.valid.slice(0, 11));
    for (const none of cvr.noValidCheckDigit) assert.ok(!cvrNumbers(60, 9_900_001).some((number) => number.startsWith(none)), none);
    assert.equal(simNumber(1), '8945990000000000018');
    assert.equal(simNumber(24), '8945990000000000240');
    const phones = new Set(Array.from({ length: 200_000 }, (_, serial) => spareNumber(serial)));
    assert.equal(phones.size, 200_000);
    for (const phone of phones) assert.match(phone, /^\+456[78]\d{6}$/);
  });
});

describe('a password', () => {
  test('is kept so that only itself opens it, and no two alike', async () => {
    const [first, second] = [await hashPassword('rødgrød'), await hashPassword('rødgrød')];
    assert.notEqual(first, second);
    assert.doesNotMatch(first, /rødgrød/);
    assert.equal(await verifyPassword(first, 'rødgrød'.normalize('NFD')), true);
    assert.equal(await verifyPassword(first, 'rodgrod'), false);
    assert.equal(await verifyPassword('plain', 'plain'), false);
  });
});
