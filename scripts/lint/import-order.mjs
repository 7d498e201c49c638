// @ts-check
/** The order of imports, as a rule for ESLint: Node's own, packages, ours; each block alphabetical by where it is from. */

/** @param {string} specifier */
const rank = (specifier) => (specifier.startsWith('node:') ? '0' : specifier.startsWith('.') ? '2' : '1') + specifier;

/** @type {import('eslint').Rule.RuleModule} */
export const importOrder = {
  meta: { type: 'layout', fixable: 'code', schema: [] },
  create(context) {
    return {
      Program(program) {
        // An import for its effect may have to stand where it stands.
        const imports = program.body.filter((node) => node.type === 'ImportDeclaration' && node.specifiers.length > 0);
        const key = (/** @type {any} */ node) => rank(node.source.value);
        const wrong = imports.find((node, index) => index > 0 && key(imports[index - 1]) > key(node));
        if (!wrong) return;
        const sorted = [...imports].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
        context.report({
          node: wrong,
          message: 'Imports: Node, packages, ours; each alphabetical.',
          fix: (fixer) => imports.map((node, index) => fixer.replaceText(node, context.sourceCode.getText(sorted[index]))),
        });
      },
    };
  },
};
