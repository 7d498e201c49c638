import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { writeAudit, type Deed } from '../../sandbox/database/audit.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { insertRows } from '../../sandbox/database/seed/rows.ts';
import { maja, onBothEngines, type Running } from './sign-in/running.ts';
import { signIn } from './sign-in/signed-in.ts';
import { Visitor } from './sign-in/visitor.ts';

const dorte = 'dorte.desk@eksempeltele.example';

/** Signed in on the operator's site. */
async function visitorOf({ operator }: Running, email: string): Promise<Visitor> {
  const visitor = new Visitor();
  await signIn(visitor, `${operator}/log-ind`, email);
  return visitor;
}

/** The text of a page, as it stands between its tags. */
const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const field = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** What proves that the form for the day came from the page; the form for signing out stands before it. */
const proofIn = (page: string): string => field(page.slice(page.indexOf('action="/desk"')), 'bevis');

/** Waits until a question has the answer. */
async function settles<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (answer === expected) return;
    if (Date.now() > end) assert.equal(answer, expected);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the desk', () => {
  onBothEngines((given) => {
    let running: Running;
    let desk: string;
    let clerk: Visitor;
    const db = () => running.database.db;
    const look = async (visitor: Visitor) => {
      const response = await visitor.send(desk);
      return { status: response.status, headers: response.headers, page: await response.text() };
    };
    /** Presses a button of the page: `til` is the day it asks for. */
    const press = async (til: string, change: Record<string, string> = {}, headers: Record<string, string> = {}) => {
      const { page } = await look(clerk);
      return clerk.submit(desk, { bevis: proofIn(page), fra: field(page, 'fra'), til, ...change }, headers);
    };
    before(async () => {
      running = given();
      desk = `${running.operator}/desk`;
      clerk = await visitorOf(running, dorte);
    });

    test('is for the operator’s employees: others are told so, and nobody is shown the way to sign in (T03)', async () => {
      const nobody = new Visitor();
      const response = await nobody.send(desk);
      assert.deepEqual([response.status, response.headers.get('location')], [303, '/log-ind?tilbage=%2Fdesk']);
      const { at } = await signIn(nobody, `${running.operator}/log-ind?tilbage=%2Fdesk`, dorte);
      assert.equal(at.href, desk);
      const other = await visitorOf(running, maja);
      const refused = await look(other);
      assert.equal(refused.status, 403);
      assert.match(textOf(refused.page), /Ingen adgang Driftsbordet er for medarbejdere hos Eksempeltele/);
      assert.doesNotMatch(refused.page, /Forretningsdag/);
      const moved = await other.submit(desk, { til: '2026-12-24', fra: '2026-11-22', bevis: field(refused.page, 'bevis') });
      assert.equal(moved.status, 403);
      assert.match(textOf((await look(clerk)).page), /søndag den 22\. november 2026/);
    });

    test('loads and sends nothing but to itself, and is kept nowhere (T08, T16)', async () => {
      const { headers, page } = await look(clerk);
      assert.match(
        headers.get('content-security-policy') ?? '',
        /default-src 'none'; script-src 'self'.*form-action 'self'; frame-ancestors 'none'/,
      );
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.doesNotMatch(page, /<script| style=| on[a-z]+="/);
      const style = await clerk.send(`${running.operator}/site/desk.css`);
      assert.equal(style.status, 200);
    });

    test('shows the latest orders with their state and what became of them, and who did what (PRV-7)', async () => {
      const [company, person, plan] = [
        await idOf(running.database, 'company', 'c1'),
        await idOf(running.database, 'person', 'maja'),
        await idOf(running.database, 'plan', 'p-5'),
      ];
      const order = newId();
      const [row] = await rowsOf<{ no: string }>(
        db(),
        sql`insert into customer_order (id, company_id, person_id, placed_by, placed_at, key, state, one_off, monthly)
          values (${order}, ${company}, ${person}, 'Maja Holm', '2026-11-22T08:05:00Z', 'key', 'failed', 0, 0) returning no::text`,
      );
      await insertRows(db(), 'order_item', [
        {
          ...{
            id: newId(),
            order_id: order,
            company_id: company,
            position: 0,
            kind: 'newSubscription',
            state: 'failed',
            subscription_id: newId(),
          },
          ...{ user_name: 'Ny <b>Bruger</b>', phone: '+4567123456', plan_id: plan, monthly: 7900, one_off: 7920, failure: 'wrongOwner' },
          ...{ new_user: true, moved_at: '2026-11-22T08:05:00Z' },
        },
      ]);
      const deed = (said: Pick<Deed, 'personId' | 'deed' | 'subject'>) =>
        writeAudit(db(), { ...said, companyId: company, requestId: null });
      await insertRows(db(), 'order_item', [
        {
          ...{ id: newId(), order_id: order, company_id: company, position: 1, kind: 'product', state: 'inProgress', new_user: false },
          ...{
            user_id: newId(),
            user_name: 'Bo Ib',
            product_id: await idOf(running.database, 'product', 'router4g'),
            monthly: 0,
            one_off: 0,
          },
          ...{ product_name: '4G-router', quantity: 2, price: 119_900, moved_at: '2026-11-22T08:05:00Z' },
          parcel: { steps: [{ state: 'sent', day: '2026-11-24' }], tracking: 'EKS-1000-0001' },
          due_day: '2026-11-25', // the works are at it too, and leave it alone until then
        },
      ]);
      await deed({ personId: person, deed: 'order.place', subject: order });
      await deed({ personId: null, deed: 'order.fail', subject: order });
      await deed({ personId: person, deed: 'secrets.codes', subject: await idOf(running.database, 'subscription', 's-u6') });
      const { page } = await look(clerk);
      const text = textOf(page);
      assert.match(
        text,
        new RegExp(
          `${row?.no ?? ''} Nordlys Eksempel A/S 22\\.11\\.2026 kl\\. 09\\.05 Maja Holm Nyt abonnement, Ny &lt;b&gt;Bruger&lt;/b&gt;, 67 12 34 56 2 × 4G-router, Bo Ib, sendt 24\\.11\\.2026, EKS-1000-0001 Mislykket Nummeret har en anden ejer`,
        ),
      );
      assert.match(text, new RegExp(`Driften Opgav Ordre ${row?.no ?? ''} Nordlys`));
      assert.match(text, /Maja Holm Så PIN- og PUK-kode Bo Ib Nordlys Eksempel A\/S/);
    });

    for (const [what, fields, headers] of [
      ['from another origin', {}, { origin: 'https://evil.example' }],
      ['without proof', { bevis: '' }, {}],
      ['with somebody else’s proof', { bevis: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, {}],
    ] as const)
      test(`moves no day by a form ${what} (T10)`, async () => {
        assert.equal((await press('2026-11-23', fields, headers)).status, 403);
        assert.equal(field((await look(clerk)).page, 'fra'), '2026-11-22');
      });

    for (const day of ['2026-11-22', '2026-11-21', '2027-11-24', '2026-11-31', 'i morgen', ''])
      test(`moves to no day like »${day}«, and says so (T19)`, async () => {
        const response = await press(day);
        assert.equal(response.status, 422);
        assert.match(textOf(await response.text()), /Vælg en dag efter i dag og højst et år frem\./);
        assert.equal(field((await look(clerk)).page, 'fra'), '2026-11-22');
      });

    test('moves the day forward, once however often it is pressed, and all that falls due is done in seconds (SUB-9)', async () => {
      const once = (await look(clerk)).page;
      const twice = [1, 2].map(() => clerk.submit(desk, { bevis: proofIn(once), fra: field(once, 'fra'), til: '2026-11-23' }));
      const pressed = await Promise.all(twice);
      assert.deepEqual(
        pressed.map(({ status }) => status),
        [303, 303],
      );
      assert.equal((await press('2026-11-24', { fra: '2026-11-22' })).status, 303, 'from a page of yesterday');
      const { page } = await look(clerk);
      assert.match(textOf(page), /mandag den 23\. november 2026.*Næste faktura er den 1\. december 2026/);
      // Isaac Munk's number comes on 1 December; Lærke Schytt's subscription ends on the last day of the year.
      const stateOf = async (key: string) =>
        (await rowsOf<{ status: string }>(db(), sql`select status from subscription where key = ${key}`))[0]?.status;
      assert.deepEqual([await stateOf('s-u13'), await stateOf('s-u17')], ['pendingActive', 'pendingTerminate']);
      assert.equal((await press('2026-12-01')).status, 303);
      await settles(() => stateOf('s-u13'), 'active');
      await settles(async () => textOf((await look(clerk)).page).includes('Næste faktura er den 1. januar 2027'), true);
      assert.equal((await press('2027-03-05')).status, 303);
      await settles(() => stateOf('s-u17'), 'terminated');
      await settles(async () => textOf((await look(clerk)).page).includes('Næste faktura er den 1. april 2027'), true);
      const months = await rowsOf<{ invoice: string }>(
        db(),
        sql`select distinct invoice::text from charge where invoice > '2026-11-30' order by 1`,
      );
      assert.deepEqual(
        months.map(({ invoice }) => invoice),
        ['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01'],
      );
    });

    test('leaves sign-ins alone when the day moves, and finds the day again after a restart', async () => {
      await running.restart();
      const { status, page } = await look(clerk);
      assert.equal(status, 200);
      assert.equal(field(page, 'fra'), '2027-03-05');
    });
  });
});
