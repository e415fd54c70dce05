import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const json = file => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const HEAD = `# Settings

What each editor lets you set, from the settings' own schemas: \`npm run docs\` writes this page. What a project agrees on stands in a
file instead: see [Configuration](configuration.md). Other editors: see [Other editors](editors.md#the-server).
`;

/** The reference of both extensions' settings, as their schemas and texts are now. */
export function settingsReference() {
  const texts = json('extension-vscode/package.nls.json');
  const vscode = json('extension-vscode/package.json').contributes.configuration.properties;
  const spelled = text => text.replace(/^%(.+)%$/, (_, id) => texts[id]);
  const inVscode = Object.entries(vscode).map(([name, { markdownDescription, ...schema }]) =>
    row(name, schema, spelled(markdownDescription))
  );
  const jupyter = json('extension-jupyterlab/schema/plugin.json').properties;
  const inJupyter = Object.entries(jupyter).map(([name, { title, description, ...schema }]) =>
    row(name, schema, `${title}. ${description}`)
  );
  return [
    HEAD,
    '## VS Code\n',
    table(inVscode),
    '## JupyterLab and Notebook\n',
    'In the settings editor, under Loadlight.\n',
    table(inJupyter)
  ].join('\n');
}

function row(name, { type, enum: values, default: otherwise, additionalProperties }, text) {
  const one = values ? values.map(value => `\`${JSON.stringify(value)}\``).join(', ') : type;
  const kind = additionalProperties?.type ? `${one} of ${additionalProperties.type}s` : one;
  return [`\`${name}\``, text.replaceAll('\n', ' ').replaceAll('|', '\\|'), kind, `\`${JSON.stringify(otherwise)}\``];
}

function table(rows) {
  const all = [['setting', 'what it does', 'type', 'default'], ['---', '---', '---', '---'], ...rows];
  return all.map(cells => `| ${cells.join(' | ')} |\n`).join('');
}
