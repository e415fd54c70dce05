import { parse } from 'smol-toml';

/** A table of TOML or an object of JSON, as parsed. */
export type Table = Readonly<Record<string, unknown>>;

/** The text's top-level table; empty where it does not parse, or is longer than `longest` UTF-16 units. */
export function parseToml(text: string, longest: number): Table {
  if (text.length > longest) return {};
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {};
  }
}

/** The value as a table; empty where it is none. */
export function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

/** The strings of a list; none where it is no list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}
