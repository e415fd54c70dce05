// npm run new-rule -- LL105 unsafe-yaml-load: a rule with its test and its page, to be filled in, among the others.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './steps/run.mjs';

const [id = '', name = ''] = process.argv.slice(2);
if (!/^LL\d{3}$/.test(id) || !/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
  console.error('Usage: npm run new-rule -- LL105 unsafe-yaml-load');
  process.exit(2);
}
const variable = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const at = file => path.join(root, file);
const RULES = 'packages/rules/src/rules.ts';

const made = {
  [`packages/rules/src/${name}.ts`]: `import type { MessageTemplates } from '@loadlight/facts/message';
import { reportLoad, THROUGH } from './load-report.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'runs-code': '\`{call}\` runs whatever code {file} carries{ending}. Say what to do instead.',
  ...THROUGH
};

/** ${id}: say what it is about. */
export const ${variable}: Rule<'load'> = {
  meta: {
    id: '${id}',
    name: '${name}',
    summary: 'say what it reports',
    severity: 'error',
    equivalents: [],
    cwe: [502],
    messages,
    references: []
  },
  reads: ['load'],
  check(load) {
    return load.loader === 'say.which' ? [reportLoad(messages, load, { id: 'runs-code' })] : [];
  }
};
`,
  [`packages/rules/src/${name}.test.md`]: `# ${name}

## What it reports

\`\`\`python
import say
say.which("file")
#! ${id} warning "say.which" runs-code
\`\`\`

## What it leaves alone

\`\`\`python
import say
say.something_else("file")
\`\`\`
`,
  [`docs/rules/${id}.md`]: `# ${id} ${name}

Say what it reports.

## What it does

Reports …

## Why here

What would happen.

## Example

\`\`\`python
import say
say.which("file")
\`\`\`

## Use instead

\`\`\`python
import say
say.something_else("file")
\`\`\`

## When not to use it

Say so at the line: \`# loadlight: ignore[${id}] -- why\`.

## References

None.
`
};
const there = Object.keys(made).filter(file => existsSync(at(file)));
if (there.length > 0) {
  console.error(`There already: ${there.join(', ')}. Nothing was written.`);
  process.exit(2);
}
for (const [file, text] of Object.entries(made)) writeFileSync(at(file), text);
const rules = readFileSync(at(RULES), 'utf8')
  .replace(/^import type/m, `import { ${variable} } from './${name}.js';\nimport type`)
  .replace(/\n\] as readonly unknown/, `,\n  ${variable}\n] as readonly unknown`);
writeFileSync(at(RULES), rules);
runNode('node_modules/prettier/bin/prettier.cjs', ['--log-level', 'warn', '--write', RULES]);
console.log(
  `Fill in ${Object.keys(made).join(', ')}, move it to its place in ${RULES}; then: npm run docs; npm run l10n.`
);
