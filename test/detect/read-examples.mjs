import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('labelled/', import.meta.url);
const BLOCK = /^(#+ .*)$|^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm;
const MARK = /\s+# (not )?(LL\d{3}(?: LL\d{3})*)$/;

/**
 * The labelled set: Markdown, one file for each group. A heading begins an example. A `python` block is a file of it, or a notebook whose cells begin at
 * `# %%`; `file=…` gives it a name, and other files (requirements, modules) stand in blocks of their own. Labels stand at the end of a line and are
 * taken out before anybody reads the code: `# LL101` is a problem that this rule is about, `# not LL101` a look-alike.
 */
export function readExamples() {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.md'))
    .flatMap(name => readGroup(name.replace(/\.md$/, ''), readFileSync(new URL(name, FOLDER), 'utf8')));
}

/** Examples are `{group, title, folder, files}`, files `{path, kind, cells, marks}`, marks `{cell, line, lookAlike, rules}` with lines from 0. */
function readGroup(group, markdown) {
  const examples = [];
  for (const [, heading, language, info = '', body = ''] of markdown.matchAll(BLOCK)) {
    if (heading !== undefined) {
      const title = heading.replace(/^#+ /, '');
      const number = String(examples.length).padStart(2, '0');
      examples.push({ group, title, folder: `${group}/${number}`, files: [] });
    } else examples.at(-1).files.push(readFile(language, info, body));
  }
  return examples.filter(({ files }) => files.length > 0);
}

function readFile(language, info, body) {
  const isNotebook = /\bnotebook\b/.test(info);
  const kind = language !== 'python' ? 'other' : isNotebook ? 'notebook' : 'file';
  const path = /\bfile=(\S+)/.exec(info)?.[1] ?? (isNotebook ? 'main.ipynb' : 'main.py');
  const marked = isNotebook ? body.split(/^# %%\n/m).slice(1) : [body];
  const marks = [];
  const cells = marked.map((text, cell) =>
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line, number) => {
        const mark = MARK.exec(line);
        if (mark === null) return line;
        marks.push({ cell, line: number, lookAlike: mark[1] !== undefined, rules: mark[2].split(' ') });
        return line.slice(0, mark.index);
      })
      .join('\n')
  );
  return { path, kind, cells, marks };
}
