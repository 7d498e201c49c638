import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, describe, test } from 'node:test';
import { fjordnet, granit, portalAddress, portalHosts } from '../../sandbox/hosts/operator/pages/portal-hosts.ts';
import { maja, onEngine, type Running } from './sign-in/running.ts';
import { signIn } from './sign-in/signed-in.ts';
import { Visitor } from './sign-in/visitor.ts';

/** Places of the portal, and some that are none. */
const places = [
  '',
  'subscriptions',
  'subscriptions/users/a1b2',
  'subscriptions/new/review',
  'products/orders/a1b2',
  'invoices/a1b2/users/c3d4',
  'invoices/e-invoice',
  'cases/new?category=invoice',
  'nowhere/at/all/',
];

/** Added below a base: what might come back as markup, leave the base, or be taken for another site. */
const hostile = [
  '..%2f..%2fdesk',
  '%2e%2e%2f%2e%2e%2fdesk',
  '..%5c..%5cdesk',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '"><img/src=x/onerror=alert(1)>',
  '%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
  '/evil.example',
  '/evil.example/%2f..',
  '%2f%2fevil.example',
  '%5c%5cevil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '%00',
  '%0d%0aLocation:%20//evil.example',
  '%ff%fe',
  '%',
  'x'.repeat(4000),
  '?base=//evil.example&api=//evil.example',
  '?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
  '?lang=da&lang=en',
] as const;

/** What no browser sends as it is: dots that lead out of a base, and backslashes. */
const disordered = [
  '\\\\evil.example',
  '../../../desk',
  '%2e%2e/%2e%2e/%2e%2e/desk',
  '..\\..\\..\\desk',
  '../../..//evil.example',
  '..//..//..//evil.example/%2f..',
  '.%2e/.%2e/.%2e/\\evil.example',
];

describe('the pages of the whole portal', () => {
  // The database makes no difference to a page; test/sandbox/sign-in/code-flow.test.ts signs in on both.
  onEngine('pglite', (given) => {
    let running: Running;
    before(() => {
      running = given();
    });

    interface Answer {
      readonly status: number;
      readonly headers: Headers;
      readonly page: string;
    }

    /** The answer to a path exactly as written: `fetch` would put its dots and backslashes in order first. */
    const raw = (path: string) =>
      new Promise<Answer>((resolve, reject) => {
        const { hostname, port } = new URL(running.operator);
        const asked = request({ hostname, port, path, headers: { host: `${hostname}:${port}` } }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () => {
            const headers = new Headers(Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]));
            resolve({ status: response.statusCode ?? 0, headers, page: Buffer.concat(pieces).toString() });
          });
        });
        asked.on('error', reject);
        asked.end();
      });

    const inEnglish = (page: string) => page.replace(/(<ss-portal [^>]*lang=)"da"/, '$1"en"');

    for (const { base, name } of portalHosts) {
      test(`${base} is one tag, the same at every place below it and for everybody (D1)`, async () => {
        const { status, page } = await raw(base);
        assert.equal(status, 200);
        assert.equal(page.split('<ss-portal').length, 2, 'one portal');
        assert.match(page, new RegExp(`<ss-portal api="/v1" mode="cookie" base="${base}" lang="da">\\s*<a\\s+slot="brand"`));
        assert.match(page, new RegExp(`<title>${name}</title>`));
        const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
        assert.deepEqual(
          scripts,
          ['portal.js', 'ss-portal.js'].map((file) => `<script type="module" src="${addressOf(file)}">`),
        );
        const visitor = new Visitor();
        await signIn(visitor, `${running.operator}/log-ind`, maja);
        for (const place of places) {
          const [anyone, known] = [await raw(base + place), await visitor.send(running.operator + base + place)];
          assert.deepEqual([place, anyone.status, known.status], [place, 200, 200]);
          assert.equal(anyone.page, page, place);
          assert.equal(await known.text(), page, place);
        }
        assert.equal((await raw(base.slice(0, -1))).page, page, 'without its last slash');
      });

      test(`${base} gives a hostile address the page that it gives to all, and sends nobody anywhere (T12, T18)`, async () => {
        const { page } = await raw(base);
        assert.notEqual(inEnglish(page), page);
        assert.equal((await raw(`${base}invoices?lang=en`)).page, inEnglish(page));
        for (const path of hostile) {
          const answer = await raw(base + path);
          assert.deepEqual([path, answer.status, answer.headers.get('location')], [path, 200, null]);
          assert.equal(answer.page, page, path);
        }
        for (const path of disordered) {
          const { headers, page: other } = await raw(base + path);
          const location = new URL(headers.get('location') ?? '/', running.operator);
          assert.equal(location.origin, running.operator, path);
          assert.doesNotMatch(other, /evil|<ss-portal/, path);
        }
      });

      test(`${base} may do what the operator’s other pages may, and is kept by nobody (T12, T16, T23)`, async () => {
        const front = await raw('/');
        const wanted = ['content-security-policy', 'cache-control', 'referrer-policy', 'x-content-type-options'];
        for (const path of [base, `${base}invoices/a1b2?lang=en`, `${base}..%2f..%2fdesk`]) {
          const { headers, page } = await raw(path);
          for (const header of wanted) assert.equal(headers.get(header), front.headers.get(header), `${path}: ${header}`);
          assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/);
          assert.deepEqual([headers.get('cache-control'), headers.get('x-content-type-options')], ['no-store', 'nosniff']);
          assert.doesNotMatch(page, /<script(?![^>]* src=)|<style| style=| on\w+=/, 'nothing that the policy would refuse');
        }
      });

      test(`${base} finds its own files: style, script, mark and fonts`, async () => {
        const { page } = await raw(base);
        const files = new Set([...page.matchAll(/"(\/site\/[^"]+)"/g)].map(([, address = '']) => address));
        for (const address of files) {
          const file = await raw(address);
          assert.equal(file.status, 200, address);
          if (!address.endsWith('.css')) continue;
          for (const [, font = ''] of file.page.matchAll(/url\('([^']+)'\)/g))
            files.add(new URL(font, running.operator + address).pathname);
        }
        assert.ok(files.size >= 4, [...files].join(', '));
      });

      test(`signing in leads back to the very place below ${base} that was asked for (D1, T18)`, async () => {
        for (const place of ['invoices/a1b2/users/c3d4?lang=en', 'cases/new?category=invoice#more', '%2e%2e%2fdesk']) {
          const begin = `${running.operator}/log-ind?tilbage=${encodeURIComponent(base + place)}`;
          const { at, response } = await signIn(new Visitor(), begin, maja);
          assert.deepEqual([at.href, response.status], [running.operator + base + place, 200]);
        }
      });
    }

    for (const path of [
      '/selvbetjening/..//evil.example',
      '/selvbetjening/..\\/evil.example',
      '/selvbetjening/%2e%2e//evil.example#/invoices',
      '/maerker/fjordnet/../..//evil.example',
      '//evil.example/selvbetjening/',
      'https://evil.example/selvbetjening/',
    ]) {
      test(`signing in does not lead to ${path}, nor does signing out (T18)`, async () => {
        const visitor = new Visitor();
        const { at } = await signIn(visitor, `${running.operator}/log-ind?tilbage=${encodeURIComponent(path)}`, maja);
        assert.equal(at.origin, running.operator);
        assert.doesNotMatch(at.href, /evil/);
        const response = await signOut(visitor, { tilbage: path });
        assert.deepEqual([response.status, response.headers.get('location')], [303, '/']);
      });
    }

    const proofOf = async (visitor: Visitor) => (await visitor.send(`${running.operator}/log-ud/bevis`)).text();
    const signOut = async (visitor: Visitor, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      visitor.submit(`${running.operator}/log-ud`, { bevis: await proofOf(visitor), ...fields }, headers);
    const statusOf = async (visitor: Visitor) =>
      (await visitor.send(`${running.operator}/v1/session`, { headers: { 'selvbetjening-request': '1' } })).status;

    test('signing out takes a proof that only pages of the operator can read, and ends where the brand is (T10, T23)', async () => {
      const visitor = new Visitor();
      assert.equal(await proofOf(visitor), '', 'nobody is signed in');
      await signIn(visitor, `${running.operator}/log-ind`, maja);
      const signedIn = await statusOf(visitor);
      assert.equal(signedIn, 200);
      const proof = await visitor.send(`${running.operator}/log-ud/bevis`, { headers: { origin: 'https://evil.example' } });
      assert.match(await proof.text(), /^[\w-]{43}$/);
      const { headers } = proof;
      assert.deepEqual([headers.get('cache-control'), headers.get('x-content-type-options')], ['no-store', 'nosniff']);
      assert.equal(headers.get('access-control-allow-origin'), null);
      assert.match(headers.get('content-type') ?? '', /^text\/plain/);
      assert.equal((await signOut(visitor, { bevis: '' })).status, 403);
      assert.equal((await signOut(visitor, {}, { origin: 'https://evil.example' })).status, 403);
      assert.equal(await statusOf(visitor), 200, 'still signed in');
      const done = await signOut(visitor, { tilbage: fjordnet.signedOut });
      assert.deepEqual([done.status, done.headers.get('location')], [303, fjordnet.base]);
      assert.match(done.headers.get('clear-site-data') ?? '', /"storage"/);
      assert.equal(await statusOf(visitor), 401);
    });

    test('the theme of each brand is three lines', async () => {
      for (const { sheet } of [fjordnet, granit]) {
        const { page } = await raw(sheet);
        const set = [...page.matchAll(/(--ss-[\w-]+):/g)].map(([, property]) => property);
        assert.deepEqual(set, ['--ss-color-accent', '--ss-font-family', '--ss-radius']);
        const [, theme = ''] = /ss-portal \{([^}]*)\}/.exec(page) ?? [];
        assert.equal(theme.trim().split(';\n').length, 3);
      }
    });

    test('the front page leads to the portal and to both brands, the overview to the portal in its language', async () => {
      const { page } = await raw('/');
      for (const { base } of portalHosts) assert.ok(page.includes(`href="${base}"`), base);
      assert.ok((await raw('/oversigt')).page.includes(`href="${portalAddress}"`), 'Danish');
      assert.ok((await raw('/oversigt?lang=en')).page.includes(`href="${portalAddress}?lang=en"`), 'English');
    });
  });
});

const addressOf = (script: string): string => `/${script.startsWith('ss-') ? 'elements' : 'site'}/${script}`;
