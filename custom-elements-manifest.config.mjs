/** Makes custom-elements.json: the elements' public contract, and nothing else. */

/**
 * Keeps what is a promise: elements, and of these the public members and the events, slots, parts and properties that
 * have a sentence. What nobody described does not exist for others. Paths are those of the published modules.
 */
const contractOnly = {
  name: 'contract-only',
  /** @param {{ customElementsManifest: { modules: any[] } }} phase */
  packageLinkPhase({ customElementsManifest }) {
    const modules = customElementsManifest.modules.filter(hasElement).sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const module of modules) {
      module.path = published(module.path);
      module.declarations = module.declarations.filter(isElement).map(promised);
      module.exports = module.exports.filter(
        (entry) =>
          entry.kind === 'custom-element-definition' ||
          module.declarations.some((declaration) => declaration.name === entry.declaration.name),
      );
      for (const entry of module.exports) if (entry.declaration.module) entry.declaration.module = published(entry.declaration.module);
    }
    customElementsManifest.modules = modules;
  },
};

/** What has no tag of its own is a part of others, and its members stand with them. */
const isElement = (declaration) => declaration.customElement && declaration.tagName;

const hasElement = (module) =>
  module.declarations.some(isElement) || module.exports.some((entry) => entry.kind === 'custom-element-definition');

const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const isPublic = (member) =>
  member.description !== undefined &&
  member.privacy !== 'private' &&
  member.privacy !== 'protected' &&
  !/^[#_]/.test(member.name) &&
  !member.static;

function promised(element) {
  const members = element.members?.filter(isPublic) ?? [];
  const described = (list) => list?.filter((entry) => entry.name && entry.description);
  return {
    ...element,
    members,
    attributes: element.attributes?.filter(
      (attribute) => attribute.fieldName === undefined || members.some((member) => member.name === attribute.fieldName),
    ),
    events: described(element.events),
    slots: element.slots?.filter((slot) => slot.description),
    cssParts: described(element.cssParts),
    cssProperties: described(element.cssProperties),
  };
}

export default {
  globs: ['src/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [contractOnly],
};
