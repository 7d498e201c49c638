import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { importLaw } from './scripts/lint/import-law.mjs';
import { importOrder } from './scripts/lint/import-order.mjs';

const reExport = {
  selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration[source])',
  message: 'No barrel files except src/index.ts.',
};
const everywhere = [
  {
    selector: 'CallExpression[callee.object.name="z"][callee.property.name="config"]',
    message: 'z.config is global: it would change the host’s zod.',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe|suite)$/][callee.property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs.',
  },
];
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'No default exports.' };
const inSource = [
  ...everywhere,
  noDefault,
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'No style attribute: strict CSP blocks it.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'No HTML strings.',
  },
  { selector: 'TaggedTemplateExpression Identifier[name=/^unsafe(HTML|SVG|CSS|Static)$/]', message: 'No HTML strings.' },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(write|writeln|cookie|domain)$/]',
    message: 'Not on somebody else’s page.',
  },
  { selector: 'MemberExpression[property.name=/^(localStorage|sessionStorage|indexedDB)$/]', message: 'Storage is the host’s to give.' },
];
const placeOfThePage = ['history', 'location', 'navigation'].flatMap((name) => [
  {
    selector: `MemberExpression[object.name=/^(window|globalThis|document)$/][property.name="${name}"]`,
    message: 'A widget never touches the page’s address.',
  },
]);

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', '.data/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'overrideMethods'] }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  { files: ['src/**/*.ts', 'stories/**/*.ts'], extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended] },
  // Rows that become blocks in a narrow place lose their roles unless they are written down.
  { files: ['src/**/*.ts'], rules: { 'lit-a11y/no-redundant-role': 'off' } },
  storybook.configs['flat/recommended'],
  {
    plugins: { law: { rules: { imports: importLaw, order: importOrder } } },
    rules: {
      'law/imports': 'error',
      'law/order': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['{src,test,sandbox,scripts}/**'], rules: { 'no-restricted-syntax': ['error', ...everywhere, noDefault] } },
  {
    files: ['src/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'localStorage',
        'sessionStorage',
        'indexedDB',
        'history',
        'location',
        'navigation',
        'name',
        'event',
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                'lit/directives/unsafe-*',
                'lit/directives/style-map.js',
                'lit/static-html.js',
                'lit-html',
                'lit-html/*',
                '@lit/reactive-element*',
                'lit-element*',
              ],
              message: 'See style.md, section 6.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...inSource, ...placeOfThePage, reExport],
      'max-lines': ['warn', { max: 220, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/session/**', 'src/portal/portal-element.ts'], rules: { 'no-console': ['error', { allow: ['error'] }] } }, // an integrator's mistake has no other place to be told (F30)
  { files: ['src/{index,all}.ts'], rules: { 'no-restricted-syntax': ['error', ...inSource, ...placeOfThePage] } },
  {
    files: ['src/{oidc/page,portal/address}.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', ...inSource, reExport] },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai asserts with getters
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // fixture<T>() says what the template holds
    },
  },
  { files: ['scripts/node-totals.mjs', '**/vite.config.ts'], rules: { 'no-restricted-syntax': ['error', ...everywhere] } }, // who reads these takes the default
  {
    files: ['**/*.{js,mjs}', '*.config.ts', '.storybook/**', 'scripts/**', 'sandbox/**', 'test/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
