import js from '@eslint/js';
import jupyter from '@jupyter/eslint-plugin';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const SCRIPTS = ['**/*.{mjs,cjs}'];
const SOURCES = ['**/src/**/*.ts'];

/** What the plugin only warns of is an error here: a warning that nothing stops at is not read. */
const jupyterRecommended = jupyter.configs.recommended.map(({ rules, ...config }) => ({
  ...config,
  files: config.files.map(pattern => `extension-jupyterlab/${pattern}`),
  plugins: { jupyter },
  rules: Object.fromEntries(Object.entries(rules).map(([rule, level]) => [rule, level === 'warn' ? 'error' : level]))
}));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/lib/',
      '**/dist/',
      '.tools/',
      'examples/',
      'extension-jupyterlab/loadlight/labextension/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { ...js.configs.recommended, files: [...SCRIPTS, ...SOURCES] },
  {
    files: SCRIPTS,
    languageOptions: { globals: globals.node },
    rules: {
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-unused-vars': ['error', { ignoreRestSiblings: true }]
    }
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  {
    // Functions that are handed to a page of Chromium run there.
    files: ['test/**/*.mjs'],
    languageOptions: { globals: { ...globals.mocha, ...globals.browser } }
  },
  {
    files: SOURCES,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // A number or a truth value in a message is what it looks like; objects and undefined stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => this.stop()` as a listener, and `return this.fail(…)` where nothing is to be returned, read well.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
      ]
    }
  },
  {
    // jsonc-parser's token kinds are a const enum, which files that are compiled one by one cannot read: numbers stand there.
    files: ['packages/notebook/src/json-tree.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off'
    }
  },
  ...jupyterRecommended,
  {
    files: ['extension-jupyterlab/src/**/*.ts'],
    rules: {
      // Lumino's signals take a method and its `this` as two arguments: `signal.connect(this.changed, this)`.
      '@typescript-eslint/unbound-method': 'off',
      // All that a plugin imports is used as soon as a document opens; the heavy part is the worker, which is fetched then.
      'jupyter/prefer-lazy-imports': 'off'
    }
  }
);
