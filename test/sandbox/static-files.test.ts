import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { staticFiles } from '../../sandbox/hosts/operator/static-files.ts';
import { SessionStore } from '../../sandbox/hosts/partner/session-store.ts';
import { partnerSite } from '../../sandbox/hosts/partner/site.ts';
import { CodeFlow } from '../../sandbox/sign-in/code-flow.ts';
import { tagEntries } from '../../scripts/tags.ts';

describe('the files of the host sites', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'static-files-'));
    await mkdir(path.join(folder, 'chunks'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('are asked for again each time when their names stay the same, and kept when their names have a hash (F29)', async () => {
    const tags = Object.keys(tagEntries());
    assert.ok(tags.includes('ss-company-switcher'));
    const names = [...tags.map((tag) => `${tag}.js`), 'selvbetjening-elements.js'];
    for (const name of [...names, 'chunks/shared-Ab3_dE-9.js']) await writeFile(path.join(folder, name), 'export {};');
    const files = staticFiles(folder);
    const keeping = async (name: string) => {
      const response = await files.request(`/elements/${name}`);
      assert.deepEqual([response.status, response.headers.get('x-content-type-options')], [200, 'nosniff'], name);
      return response.headers.get('cache-control');
    };
    for (const name of names) assert.equal(await keeping(name), 'no-cache', name);
    assert.equal(await keeping('chunks/shared-Ab3_dE-9.js'), 'public, max-age=31536000, immutable');
    assert.equal((await files.request('/elements/chunks/gone-Ab3_dE-9.js')).headers.get('cache-control'), null);
    assert.equal((await files.request('/site/site.css')).headers.get('cache-control'), 'no-cache');
  });

  test('are those of the partner’s page only, and none where there is no page (T08)', async () => {
    const origin = 'http://127.0.0.1:4200';
    const registration = { issuer: origin, clientId: '', clientSecret: '-', redirectAddress: origin, scope: '' };
    const store = await SessionStore.open(path.join(folder, 'sessions.json'));
    const options = { origin, api: `${origin}/v1`, flow: new CodeFlow(registration), direct: registration, store, signInSeconds: 60 };
    await writeFile(path.join(folder, 'intranet.js'), 'export {};');
    const built = partnerSite({ ...options, assets: folder });
    const script = await built.request('/assets/intranet.js');
    assert.deepEqual([script.status, script.headers.get('cache-control')], [200, 'no-cache']);
    assert.equal((await built.request('/assets/%2e%2e/etc/passwd')).status, 404);
    const unbuilt = partnerSite(options);
    for (const file of ['etc/passwd', `${folder.slice(1)}/intranet.js`])
      assert.equal((await unbuilt.request(`/assets/${file}`)).status, 404);
  });
});
