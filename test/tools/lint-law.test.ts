/** Plants one fault for each rule of ours and sees that the linter finds it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The planted files are not there, so the rules that ask the type checker stay out.
const untyped = { ...tseslint.configs.disableTypeChecked, files: ['**'], languageOptions: { parserOptions: { projectService: false } } };
const eslint = new ESLint({ overrideConfig: untyped });

async function found(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

const room = 'src/subscriptions/planted.ts';
const html = "import { html } from 'lit';";

const faults: readonly [string, rule: string, file: string, code: string][] = [
  ['a room that imports another room', 'law/imports', room, "import { x } from '../invoices/invoice.ts'; x();"],
  ['a room that imports the session’s machinery', 'law/imports', room, "import { connect } from '../session/connect.ts'; connect();"],
  ['a room that makes a client', 'law/imports', room, "import { Client } from '../api/client.ts'; new Client();"],
  ['ui that imports a room', 'law/imports', 'src/ui/planted.ts', "import type { X } from '../invoices/invoice.ts'; export type Y = X;"],
  [
    'ui that imports the session as more than a type',
    'law/imports',
    'src/ui/planted.ts',
    "import { x } from '../session/session.ts'; x();",
  ],
  ['api that imports ours', 'law/imports', 'src/api/planted.ts', "import type { X } from '../session/session.ts'; export type Y = X;"],
  ['a class file that registers a tag', 'law/imports', 'src/subscriptions/planted-element.ts', "import './ss-planted.ts';"],
  ['index.ts that registers a tag', 'law/imports', 'src/index.ts', "import './session/ss-session.ts';"],
  ['src that imports the sandbox', 'law/imports', room, "import { x } from '../../sandbox/app.ts'; x();"],
  ['src that imports Node', 'law/imports', room, "import { x } from 'node:fs'; x();"],
  [
    'the sandbox that imports an element',
    'law/imports',
    'sandbox/planted.ts',
    "import { x } from '../src/session/session-element.ts'; x();",
  ],
  ['full zod', 'law/imports', room, "import { z } from 'zod'; z.string();"],
  ['ky in a room', 'law/imports', room, "import ky from 'ky'; void ky;"],
  ['a Router', 'law/imports', 'src/ui/views.ts', "import { Router } from '@lit-labs/router'; void Router;"],
  ['routes outside ui/views.ts', 'law/imports', room, "import { Routes } from '@lit-labs/router/routes.js'; void Routes;"],
  ['a relative import without its ending', 'law/imports', room, "import { x } from './subscription'; x();"],
  ['a dynamic import of another room', 'law/imports', room, "void import('../invoices/invoice.ts');"],
  ['imports out of order', 'law/order', room, "import { x } from './a.ts'; import { html } from 'lit'; x(html);"],
  ['a default export', 'no-restricted-syntax', room, 'export default 1;'],
  ['a barrel', 'no-restricted-syntax', room, "export * from './user.ts';"],
  ['z.config', 'no-restricted-syntax', room, "import * as z from 'zod/mini'; z.config({});"],
  ['a style attribute in a template', 'no-restricted-syntax', room, `${html} export const x = html\`<p style="color: red"></p>\`;`],
  ['styleMap', 'no-restricted-imports', room, "import { styleMap } from 'lit/directives/style-map.js'; styleMap({});"],
  ['unsafeHTML', 'no-restricted-imports', room, "import { unsafeHTML } from 'lit/directives/unsafe-html.js'; unsafeHTML('');"],
  ['innerHTML', 'no-restricted-syntax', room, "document.body.innerHTML = '';"],
  ['insertAdjacentHTML', 'no-restricted-syntax', room, "document.body.insertAdjacentHTML('beforeend', '');"],
  ['document.write', 'no-restricted-syntax', room, "document.write('');"],
  ['document.cookie', 'no-restricted-syntax', room, 'export const x = document.cookie;'],
  ['eval', 'no-eval', room, "eval('1');"],
  ['localStorage', 'no-restricted-globals', room, "localStorage.getItem('x');"],
  ['sessionStorage of the window', 'no-restricted-syntax', room, "window.sessionStorage.getItem('x');"],
  ['history', 'no-restricted-globals', room, 'history.back();'],
  ['location of the window', 'no-restricted-syntax', room, 'export const x = window.location.href;'],
  ['console', 'no-console', room, "console.log('x');"],
  ['a test that is skipped', 'no-restricted-syntax', 'test/planted.test.ts', "it.skip('x', () => {});"],
  [
    'a click that no key can do',
    'lit-a11y/click-events-have-key-events',
    room,
    `${html} export const x = html\`<div @click=\${() => 1}></div>\`;`,
  ],
];

for (const [fault, rule, file, code] of faults) {
  test(`the linter finds ${fault}`, async () => {
    assert.ok((await found(file, code)).includes(rule), `${rule} did not bite`);
  });
}

test('the linter lets a room have what it may have', async () => {
  const code = [
    "import { consume } from '@lit/context';",
    "import * as z from 'zod/mini';",
    "import type { Client } from '../api/client.ts';",
    "import { pageOf } from '../api/page.ts';",
    "import { sessionContext, type Session } from '../session/contexts.ts';",
    "import { Resource } from '../ui/resource.ts';",
    "import { user } from './user.ts';",
    'export const all = [consume, z, pageOf, sessionContext, Resource, user];',
    'export type All = [Client, Session];',
  ];
  assert.deepEqual(await found(room, code.join('\n')), []);
});
