// @ts-check
/** The law of imports: which folder may import from which, as a rule for ESLint. */
import path from 'node:path';

const apiValues = /^api\/(problem|values|page|address|postcodes)\.ts$/;
const nounsOfSession = /^session\/(contexts|session|company)\.ts$/;
const tagFile = /\/ss-[a-z-]+\.ts$/;
const notANoun =
  /^(ui\/.*|[^/]+|.*\/(ss-[^/]+|[^/]+-element|client|read|events|messages|styles|root|connect|connection|contexts|provide|tokens)\.ts)$/;

/** @param {string} file a path below src */
const roomOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');

/**
 * Why a file of src may not import another one of src; `undefined` when it may.
 *
 * @param {string} from a path below src
 * @param {string} to a path below src
 * @param {boolean} typeOnly
 * @returns {string | undefined}
 */
function insideSource(from, to, typeOnly) {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === '') return from === 'index.ts' && tagFile.test(to) ? 'index.ts registers nothing.' : undefined;
  if (tagFile.test(to) && room !== 'portal') return 'Only all.ts and the portal import tags.';
  if (tagFile.test(from))
    return to === 'session/root.ts' || (room === other && to.endsWith('-element.ts')) || (room === 'portal' && tagFile.test(to))
      ? undefined
      : 'A tag imports session/root.ts and its element; the portal the tags it holds.';
  if (other === '') return 'Nothing inside imports index.ts or all.ts.';
  if (room === other || (room === 'portal' && tagFile.test(to))) return undefined;
  if (room === 'api') return 'api/ imports nothing of ours.';
  if (room === 'ui') {
    const values = apiValues.test(to) || to === 'session/contexts.ts';
    return values || (typeOnly && /^(api|session)$/.test(other))
      ? undefined
      : 'ui/ imports problems, values, pages, addresses, contexts, and types of api/ and session/.';
  }
  if (other === 'ui') return undefined;
  if (other === 'api')
    return typeOnly || room === 'session' || to !== 'api/client.ts' ? undefined : 'A room is given its client: import the type.';
  if (other === 'session')
    return typeOnly || nounsOfSession.test(to) ? undefined : 'A room imports from session/ its contexts, its nouns and types.';
  return 'A room never imports another room.';
}

/**
 * @param {string} from a path below the project
 * @param {string} specifier
 * @param {boolean} typeOnly
 * @returns {string | undefined}
 */
function complaint(from, specifier, typeOnly) {
  if (!specifier.startsWith('.')) {
    if (specifier === 'zod' || (specifier.startsWith('zod/') && specifier !== 'zod/mini')) return 'zod only as zod/mini.';
    if (!from.startsWith('src/')) return undefined;
    if (specifier.startsWith('node:')) return 'src runs in browsers.';
    if (specifier === 'ky' && !from.startsWith('src/api/')) return 'ky stands behind api/client.ts.';
    if (specifier.startsWith('@lit-labs/router'))
      return specifier.endsWith('/routes.js') && from === 'src/ui/views.ts'
        ? undefined
        : '@lit-labs/router only as routes.js, in ui/views.ts.';
    return undefined;
  }
  if (!/\.(ts|mjs|js|json|css)(\?\w+)?$/.test(specifier)) return 'A relative import carries its real ending.';
  const to = path.posix.join(path.posix.dirname(from), specifier);
  if (from.startsWith('src/'))
    return to.startsWith('src/') ? insideSource(from.slice(4), to.slice(4), typeOnly) : 'src imports nothing outside src.';
  if (from.startsWith('sandbox/') && to.startsWith('src/') && notANoun.test(to.slice(4)))
    return 'The sandbox imports the nouns of src, nothing else.';
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importLaw = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /** @param {any} node */
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const named =
        node.specifiers?.length > 0 &&
        node.specifiers.every((/** @type {any} */ one) => one.importKind === 'type' || one.exportKind === 'type');
      const message = complaint(from, node.source.value, node.importKind === 'type' || node.exportKind === 'type' || named);
      if (message !== undefined) context.report({ node, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};
