import type { Fact, Origin } from '@loadlight/facts/fact';

/**
 * Fact tests are Markdown like rule tests: headings name the cases, a `python` block is the source, and lines such as
 * `#: load torch.load http http://…` under a line of it say which facts begin there. A `# %%` line begins a cell in a
 * `notebook` block. Lines without a mark must give no fact of the kinds that are described.
 */
export interface FactCase {
  readonly title: string;
  readonly kind: 'file' | 'notebook';
  readonly cells: readonly string[];
  /** `cell line: description` in the order of the text. */
  readonly expected: readonly string[];
}

const MARK = /^\s*(?:# MAGIC )?#: (.*)$/;

/** The cases of one file. */
export function readFactTests(markdown: string): FactCase[] {
  const cases: FactCase[] = [];
  let title = '';
  for (const match of markdown.matchAll(/^(#+ .*)$|^```python ?(.*)\n([\s\S]*?)^```$/gm)) {
    const [, heading, info = '', body = ''] = match;
    if (heading !== undefined) title = heading.replace(/^#+ /, '');
    else cases.push(readCase(title, /\bnotebook\b/.test(info) ? 'notebook' : 'file', body.replace(/\n$/, '')));
  }
  return cases;
}

function readCase(title: string, kind: FactCase['kind'], body: string): FactCase {
  const expected: string[] = [];
  const texts = kind === 'notebook' ? body.split(/^# %%\n/m).filter((cell, i) => i > 0 || cell !== '') : [body];
  const cells = texts.map((text, cell) => {
    const lines: string[] = [];
    for (const line of text.replace(/\n$/, '').split('\n')) {
      const mark = MARK.exec(line);
      if (mark) expected.push(`${cell} ${lines.length - 1}: ${mark[1] ?? ''}`);
      else lines.push(line);
    }
    return lines.join('\n');
  });
  return { title, kind, cells, expected };
}

/** The fact in one line; undefined for kinds that these tests leave out. */
export function describeFact(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'load':
      return `load ${fact.loader} ${describeOrigin(fact.origin)}${fact.checked ? ' checked' : ''}${possible(fact)}`;
    case 'fetch': {
      const to = fact.destination === undefined ? '' : ` -> ${fact.destination}`;
      const at = fact.revision === undefined ? '' : ` at ${fact.revision}`;
      const checks = `${fact.checksum ? ' checksum' : ''}${fact.tls ? '' : ' no-tls'}`;
      return `fetch ${fact.tool} ${describeOrigin(fact.origin)}${at}${to}${checks}`;
    }
    case 'loading-switch':
      return `switch ${fact.how} ${[fact.name, fact.guard, ...fact.allowed].filter(Boolean).join(' ')}`;
    case 'environment':
      return `environment ${fact.name} ${fact.value.kind === 'literal' ? String(fact.value.value) : fact.value.kind}`;
    default:
      return undefined;
  }
}

function possible({ sureness }: Fact): string {
  return sureness === 'possible' ? ' possible' : '';
}

function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'file':
      return `file ${origin.path}`;
    case 'http':
      return `http ${origin.url || '?'}`;
    case 'hub':
      return `hub ${origin.repository ?? '?'}${origin.pinned ? ' pinned' : ''}`;
    case 'upload':
      return `upload ${origin.by}`;
    case 'argument':
      return `argument ${origin.name}`;
    default:
      return origin.kind;
  }
}
