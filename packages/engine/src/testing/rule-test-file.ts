/**
 * Rule tests are Markdown: headings name the cases, a `python` block is the source (`toml`: a loadlight.toml), and lines such as
 * `#! LL101 error "torch.load" turned-off` under a line of it say what is found there. A `# %%` line begins a cell
 * in a `notebook` block, `# %% [markdown]` one of text, `# %% [output]` an output, `# %% [output text/html]` one of that type. In a `shared`
 * notebook it is looked for what matters where it is handed on; `# %% [metadata]` is then the notebook's metadata, and `# %% (3)` a cell that ran as the third. Blocks with `file=src/io_utils.py` before it are
 * files beside it. A block `fixed "title"` is the whole source after that fix, and empty where it is not offered; `fixed all` after fix-all;
 * with `file=src/io_utils.py` it is that file.
 */
export interface RuleCase {
  readonly title: string;
  readonly kind: 'file' | 'notebook' | 'configuration';
  /** `torch=2.4` in the block's first line. */
  readonly versions: Readonly<Record<string, string>>;
  /** Other files of the workspace, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly cells: readonly string[];
  /** What each of the cells is. */
  readonly kinds: readonly CellKind[];
  /** What the line that begins each of them says beside. */
  readonly says: readonly string[];
  /** It is looked for what matters where the notebook is handed on. */
  readonly shared: boolean;
  readonly expected: readonly Expected[];
  readonly fixes: readonly {
    readonly title: string | undefined;
    readonly path: string | undefined;
    readonly cells: readonly string[] | undefined;
  }[];
}

export type CellKind = 'code' | 'markdown' | 'output' | 'metadata';

export interface Expected {
  readonly cell: number;
  /** 0-based, in the source without the marks. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  /** What the range covers, up to the end of its first line. */
  readonly covers: string;
  readonly message: string;
  readonly suppressed: boolean;
  readonly repeats: boolean;
}

const MARK = /^\s*#! (LL\d{3}) (error|warning|information) "(.*)" (\S+)( suppressed)?( repeats)?\s*$/;

/** The cases of one file. Throws where a mark cannot be read. */
export function readRuleTests(markdown: string): RuleCase[] {
  const cases: RuleCase[] = [];
  let title = '';
  let files: Record<string, string> = {};
  const blocks = /^(#+ .*)$|^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm;
  for (const match of markdown.matchAll(blocks)) {
    const [, heading, language, info = '', body = ''] = match;
    const path = /\bfile=(\S+)/.exec(info)?.[1];
    if (heading !== undefined) {
      title = heading.replace(/^#+ /, '');
      files = {};
    } else if (path !== undefined && !/\bfixed "/.test(info)) files[path] = body;
    else if (language === 'python' && /\bfixed\b/.test(info)) {
      const last = cases.at(-1);
      if (!last) throw new Error(`"${title}": a fixed block needs a source block before it`);
      const named = /\bfixed "(.*)"(?: file=\S+)?$/.exec(info);
      const cells = body === '' ? undefined : path === undefined ? split(body, last.kind) : [body];
      const fix = { title: named?.[1], path, cells };
      cases[cases.length - 1] = { ...last, fixes: [...last.fixes, fix] };
    } else if (language === 'python' || language === 'toml')
      cases.push({ ...readCase(title, language, info, body), files });
  }
  return cases;
}

function readCase(title: string, language: string, info: string, body: string): Omit<RuleCase, 'files'> {
  const kind = language === 'toml' ? 'configuration' : /\bnotebook\b/.test(info) ? 'notebook' : 'file';
  const versions = Object.fromEntries([...info.matchAll(/([\w-]+)=(\S+)/g)].map(m => [m[1] ?? '', m[2] ?? '']));
  const expected: Expected[] = [];
  const cells = split(body, kind).map((cell, index) => {
    const lines: string[] = [];
    for (const line of cell.split('\n')) {
      if (!/^\s*#! /.test(line)) {
        lines.push(line);
        continue;
      }
      const mark = MARK.exec(line);
      if (!mark) throw new Error(`"${title}": cannot read the mark ${line.trim()}`);
      const [, rule = '', severity = '', covers = '', message = '', suppressed, repeats] = mark;
      const flags = { suppressed: suppressed !== undefined, repeats: repeats !== undefined };
      expected.push({ cell: index, line: lines.length - 1, rule, severity, covers, message, ...flags });
    }
    return lines.join('\n');
  });
  const begins = beginnings(body, kind);
  const kinds = begins.map(({ kind: one }) => one);
  const says = begins.map(({ says: said }) => said);
  return { title, kind, versions, cells, kinds, says, shared: /\bshared\b/.test(info), expected, fixes: [] };
}

function split(body: string, kind: RuleCase['kind']): string[] {
  const text = body.replace(/\n$/, '');
  return kind === 'notebook'
    ? text
        .split(/^# %%(?: [[(].*)?\n/m)
        .filter((cell, i) => i > 0 || cell !== '')
        .map(c => c.replace(/\n$/, ''))
    : [text];
}

function beginnings(body: string, kind: RuleCase['kind']): { kind: CellKind; says: string }[] {
  const code = { kind: 'code' as const, says: '' };
  if (kind !== 'notebook') return [code];
  const lines = body.matchAll(/^# %%(?: \[(markdown|output|metadata) ?(.*)\]| \((\d+)\))?$/gm);
  const found = Array.from(lines, ([, named, said = '', ran = '']) => ({
    kind: (named ?? 'code') as CellKind,
    says: said + ran
  }));
  return /^# %%/.test(body) ? found : [code, ...found];
}
