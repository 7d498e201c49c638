/** Looks at the package as it was built. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { tagEntries } from '../../scripts/tags.ts';

const cdn = 'dist/cdn/';
const scripts = readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
const text = (file: string): string => readFileSync(cdn + file, 'utf8');
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
}

test('every tag has a file for script tags and a door of its own in package.json', () => {
  const { exports } = json('package.json') as { exports: Record<string, { default: string } | undefined> };
  for (const [tag, source] of Object.entries(tagEntries())) {
    assert.ok(scripts.includes(`${tag}.js`), `${tag}.js was not built`);
    assert.equal(exports[`./${tag}.js`]?.default, source.replace('src/', './dist/').replace('.ts', '.js'));
  }
});

/** What a tag fetches that other tags stand in: the portal holds the session and the switcher, and its addresses are an entry of their own. */
const holds: Readonly<Record<string, readonly string[]>> = {
  'ss-portal': ['ss-session.js', 'chunks/ss-company-switcher-', 'chunks/journey-'],
};

test('a tag for a script tag fetches itself, what all share, and a file of its own for what opens later, nothing more', () => {
  const built = Object.entries(json(`${cdn}manifest.json`) as Record<string, Built>);
  for (const tag of Object.keys(tagEntries())) {
    const entry = built.find(([, { file }]) => file === `${tag}.js`)?.[1];
    const fetched = entry?.imports?.map((key) => built.find(([name]) => name === key)?.[1].file ?? key) ?? [];
    const allowed = ['chunks/core-', `chunks/${tag.slice(3)}-`, `chunks/${tag}-`, ...(holds[tag] ?? [])];
    assert.deepEqual(
      fetched.filter((file) => !allowed.some((start) => file.startsWith(start))),
      [],
      `${tag} fetches more`,
    );
  }
});

test('every script has its sha384 in integrity.json (T25)', () => {
  const hashes = Object.fromEntries(
    scripts.map((file) => [file.replaceAll('\\', '/'), `sha384-${createHash('sha384').update(text(file)).digest('base64')}`]),
  );
  assert.deepEqual(json(`${cdn}integrity.json`), hashes);
});

test('the scripts make a Trusted Types policy of our own name, so that a host’s Lit can live beside them', () => {
  const policies = scripts.flatMap((file) =>
    [...text(file).matchAll(/createPolicy\(([^,]*),/g)].map(([, name]) => name?.replace(/["'`]/g, '')),
  );
  assert.deepEqual(policies, ['selvbetjening-elements']);
});

test('the notices of every package inside the scripts are there', () => {
  const licences = text('licences.txt');
  for (const name of ['lit-html', '@lit/reactive-element', '@lit/context']) assert.match(licences, new RegExp(`^${name} \\d`, 'm'));
});
