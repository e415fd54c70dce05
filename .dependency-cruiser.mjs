/** Which folders each folder may import; the arrows only go down. What is not listed is forbidden. */
const ARROWS = {
  'packages/facts': [],
  'packages/notebook': ['packages/facts'],
  'packages/shell': [],
  'packages/python': ['packages/facts', 'packages/shell'],
  'packages/secrets': ['packages/facts'],
  'packages/sharing': ['packages/facts', 'packages/notebook'],
  'packages/dependencies': ['packages/facts', 'packages/shell'],
  'packages/rules': ['packages/facts'],
  'packages/policy': ['packages/facts'],
  'packages/engine': [
    'packages/facts',
    'packages/notebook',
    'packages/python',
    'packages/secrets',
    'packages/sharing',
    'packages/dependencies',
    'packages/rules',
    'packages/policy'
  ],
  'packages/protocol': ['packages/facts'],
  'packages/cli': ['packages/engine', 'packages/rules', 'packages/notebook', 'packages/facts'],
  'language-server': ['packages/engine', 'packages/protocol', 'packages/facts'],
  'extension-vscode': ['packages/protocol', 'packages/facts'],
  'extension-jupyterlab': ['packages/protocol', 'packages/facts']
};

const TEST = '[.]test[.]ts$|/src/testing/';
const OURS = '^(packages/[^/]+|language-server|extension-[^/]+)/';
const NODE_ENTRIES = '^packages/engine/src/node/|^packages/cli/src/|^(language-server|extension-vscode)/src/node/';

const arrows = Object.entries(ARROWS).map(([folder, may]) => ({
  name: `${folder.replace('packages/', '')}-imports-downwards`,
  comment: may.length > 0 ? `${folder} may import ${may.join(', ')}` : `${folder} imports nothing of ours`,
  severity: 'error',
  from: { path: `^${folder}/src/`, pathNot: TEST },
  to: { path: OURS, pathNot: [folder, ...may].map(to => `^${to}/`) }
}));

export default {
  forbidden: [
    ...arrows,
    {
      name: 'tests-import-downwards',
      comment: 'A test may reach for what makes up its input, but never upwards.',
      severity: 'error',
      from: {
        path: `^packages/(facts|notebook|shell|python|secrets|sharing|dependencies|rules|policy|protocol)/.*(${TEST})`
      },
      to: { path: '^(packages/(engine|cli)|language-server|extension-[^/]+)/' }
    },
    {
      name: 'known-folder',
      comment: 'Every folder with sources stands in the table of arrows above.',
      severity: 'error',
      from: { path: `${OURS}src/`, pathNot: Object.keys(ARROWS).map(folder => `^${folder}/`) },
      to: {}
    },
    {
      name: 'no-circular',
      comment: 'Files do not run in circles; types may name each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    { name: 'no-unresolvable', severity: 'error', from: { path: '/src/' }, to: { couldNotResolve: true } },
    {
      name: 'no-node-below-the-hosts',
      comment: 'What runs in a browser too asks ports, never Node.',
      severity: 'error',
      from: { path: `${OURS}src/`, pathNot: [NODE_ENTRIES, TEST] },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'no-packages-in-facts-and-rules',
      comment: 'Facts and rules are plain TypeScript.',
      severity: 'error',
      from: { path: '^packages/(facts|rules)/src/', pathNot: TEST },
      to: { path: 'node_modules/' }
    },
    {
      name: 'common-knows-no-host',
      comment: 'src/common runs everywhere; src/node and src/browser make its surroundings.',
      severity: 'error',
      from: { path: '/src/common/', pathNot: TEST },
      to: { path: '/src/(node|browser)/' }
    },
    {
      name: 'sources-import-no-tests',
      severity: 'error',
      from: { path: '/src/', pathNot: TEST },
      to: { path: '[.]test[.][^/]+$|/(src|lib)/testing/' }
    }
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|lib)/' },
    exclude: { path: '(^|/)(dist|labextension)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts']
    }
  }
};
