/** What the files for script tags need beyond bundling. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Gives Lit's Trusted Types policy our name, so that a host's Lit and ours can live on one page. (A policy name may be
 * taken once unless the host allows duplicates; the second copy of Lit would throw while it is being loaded.)
 *
 * @throws when Lit no longer makes its policy as expected, so that an update cannot bring the old name back unseen.
 */
export function ownTrustedTypesPolicy(name: string): Plugin {
  return {
    name: 'own-trusted-types-policy',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]lit-html[\\/]lit-html\.js$/ },
      handler(code) {
        const renamed = code.replace('createPolicy("lit-html"', `createPolicy(${JSON.stringify(name)}`);
        if (renamed === code) this.error('Lit makes its Trusted Types policy in another way now.');
        return { code: renamed, map: null };
      },
    },
  };
}

/**
 * Names the chunk of a module that the first view of a tag needs: `core` when another tag needs it too, sooner or later; otherwise that of
 * its folder, so that what opens later finds it in one file. Everything else is in the chunk that is fetched when it is opened.
 */
export function sharedChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  // The first view of one tag and much of what others open later: no page should pay for it that does not.
  if (id.endsWith('/ui/dialog.ts')) return 'dialog';
  const first = entriesAbove(id, context, false);
  const ever = entriesAbove(id, context, true);
  // Every page needs a session, and one file compresses better than two.
  const ofSession = [...first].some((entry) => entry.endsWith('/ss-session.ts') && entry !== id);
  if (first.size === 0) return null;
  if (ever.size > 1 || ofSession) return 'core';
  const [entry = id] = first;
  return entry !== id && opensSomething(entry, context) ? path.basename(path.dirname(entry)) : null;
}

/**
 * Names the chunk of the small modules that nearly everything opened later shares: the words and facts of a subscription's terms, and
 * what forms are made of. Cut by who needs which, they would be as many files, and each costs more than it holds.
 */
export function termsChunk(id: string): string | null {
  if (/\/ui\/(?:drafts|field|guard|new-key)\.ts$/.test(id)) return 'forms';
  if (/\/(?:ui\/told|api\/email)\.ts$/.test(id)) return 'checks';
  return /\/(?:subscriptions\/terms(?:-messages)?|api\/order-state)\.ts$/.test(id) ? 'terms' : null;
}

/** Whether code that comes later uses modules of the tag's first view: then these need a file of their own, for entries are imported by nobody. */
function opensSomething(entry: string, context: Rolldown.ChunkingContext): boolean {
  const seen = new Set<string>();
  const descend = (module: string): boolean => {
    if (seen.has(module)) return false;
    seen.add(module);
    const { importedIds = [], importers = [] } = context.getModuleInfo(module) ?? {};
    return (
      importers.some(
        (importer) => !entriesAbove(importer, context, false).has(entry) && entriesAbove(importer, context, true).has(entry),
      ) || importedIds.some((imported) => entriesAbove(imported, context, true).size === 1 && descend(imported))
    );
  };
  return descend(entry);
}

/** The entries that a module is part of, also by what comes later. */
function entriesAbove(id: string, context: Rolldown.ChunkingContext, later: boolean): ReadonlySet<string> {
  const entries = new Set<string>();
  const seen = new Set<string>();
  const climb = (module: string): void => {
    if (seen.has(module)) return;
    seen.add(module);
    const info = context.getModuleInfo(module);
    // The portal takes the files of the tags it holds as they are: no page without it should pay for what it shares with one of them.
    if (info?.isEntry && !module.endsWith('/ss-portal.ts')) entries.add(module);
    const afterwards = later && !info?.isEntry ? (info?.dynamicImporters ?? []) : [];
    for (const importer of [...(info?.importers ?? []), ...afterwards]) climb(importer);
  };
  climb(id);
  return entries;
}

/** Writes a file that registers every tag, for trying out. */
export function everyTag(fileName: string, tags: readonly string[]): Plugin {
  return {
    name: 'every-tag',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: tags.map((tag) => `import './${tag}.js';\n`).join('') });
    },
  };
}

/** Writes integrity.json: the sha384 of every script, as `integrity` attributes and import maps take it (T25). */
export function integrity(): Plugin {
  return {
    name: 'integrity',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hashes = Object.values(bundle)
          .filter(({ fileName }) => fileName.endsWith('.js'))
          .map((output): [string, string] => [output.fileName, sha384(output.type === 'chunk' ? output.code : output.source)]);
        const source = `${JSON.stringify(Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
      },
    },
  };
}

function sha384(content: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/** Writes licences.txt: the notices of every package that is inside the scripts. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []));
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: [...folders]
          .sort()
          .map(notice)
          .join(`\n${'-'.repeat(80)}\n\n`),
      });
    },
  };
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${manifest.name} has no licence file.`);
  return `${manifest.name} ${manifest.version}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}
