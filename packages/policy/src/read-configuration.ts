import type { Range } from '@loadlight/facts/place';
import type { Configuration, ConfigurationProblem, ForeignComment, ReadConfiguration } from './configuration.js';
import { EMPTY_CONFIGURATION } from './configuration.js';
import { readToml, TomlError, type TomlEntry, type TomlValue } from './toml-values.js';

const FOREIGN: readonly ForeignComment[] = ['nosec', 'noqa'];

/**
 * Reads a `loadlight.toml`, or the table `[tool.loadlight]` of a `pyproject.toml` (undefined where it has none). What is
 * wrong is told and left out; the rest counts. `rules` are the ids that exist.
 */
export function readConfiguration(text: string, uri: string, rules: readonly string[]): ReadConfiguration | undefined {
  const reader = new Reader(uri, rules);
  try {
    const root = readToml(text);
    const table = uri.endsWith('/pyproject.toml') ? inside(inside(root, 'tool'), 'loadlight') : root;
    return table && { configuration: reader.read(table), problems: reader.problems };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // A broken pyproject.toml is other tools' business first.
    if (uri.endsWith('/pyproject.toml')) return undefined;
    reader.problem('not-toml', { reason: error.message }, error.range);
    return { configuration: EMPTY_CONFIGURATION, problems: reader.problems };
  }
}

function inside(table: TomlValue | undefined, key: string): Extract<TomlValue, { kind: 'table' }> | undefined {
  if (table?.kind !== 'table') return undefined;
  const value = table.entries.find(entry => entry.key === key)?.value;
  return value?.kind === 'table' ? value : undefined;
}

class Reader {
  readonly problems: ConfigurationProblem[] = [];

  constructor(
    private readonly uri: string,
    private readonly rules: readonly string[]
  ) {}

  read(table: Extract<TomlValue, { kind: 'table' }>): Configuration {
    let configuration: Configuration = EMPTY_CONFIGURATION;
    for (const entry of table.entries) configuration = { ...configuration, ...this.entry(entry) };
    return configuration;
  }

  problem(id: string, args: Readonly<Record<string, string>>, range: Range): void {
    this.problems.push({ id, args, place: { document: this.uri, part: { kind: 'file' }, range } });
  }

  private entry({ key, keyRange, value }: TomlEntry): Partial<Configuration> {
    switch (key) {
      case 'select':
        return { select: this.ruleList(key, value) };
      case 'ignore':
        return { ignore: this.ruleList(key, value) };
      case 'exclude':
        return { exclude: this.strings(key, value).map(item => item.text) };
      case 'per-path':
        return { perPath: new Map(this.table(key, value).map(e => [e.key, this.ruleList(e.key, e.value)])) };
      case 'versions':
        return { versions: new Map(this.table(key, value).flatMap(e => this.version(e))) };
      case 'honour':
        return { honour: this.strings(key, value).flatMap(item => this.foreign(item)) };
      default:
        this.problem('unknown-key', { key, known: 'select, ignore, exclude, per-path, versions, honour' }, keyRange);
        return {};
    }
  }

  private ruleList(key: string, value: TomlValue): string[] {
    return this.strings(key, value).flatMap(({ text, range }) => {
      if (/^LL\d{0,3}$/.test(text) && this.rules.some(rule => rule.startsWith(text))) return [text];
      this.problem('unknown-rule', { rule: text }, range);
      return [];
    });
  }

  private version({ key, value }: TomlEntry): [string, string][] {
    if (value.kind === 'string') return [[key, value.text]];
    this.problem('not-a-string', { key }, value.range);
    return [];
  }

  private foreign({ text, range }: { text: string; range: Range }): ForeignComment[] {
    const found = FOREIGN.find(name => name === text);
    if (!found) this.problem('unknown-comment', { comment: text, known: FOREIGN.join(', ') }, range);
    return found ? [found] : [];
  }

  private strings(key: string, value: TomlValue): { text: string; range: Range }[] {
    if (value.kind !== 'array') {
      this.problem('not-a-list', { key }, value.range);
      return [];
    }
    return value.items.flatMap(item => {
      if (item.kind === 'string') return [item];
      this.problem('not-a-string', { key }, item.range);
      return [];
    });
  }

  private table(key: string, value: TomlValue): readonly TomlEntry[] {
    if (value.kind === 'table') return value.entries;
    this.problem('not-a-table', { key }, value.range);
    return [];
  }
}
