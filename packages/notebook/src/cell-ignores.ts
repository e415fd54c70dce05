import type { Range } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { JsonError, parseJson, stringValue, type JsonNode } from './json-tree.js';
import type { Limits } from './limits.js';

/** A rule that a cell's metadata ignores. */
export interface CellIgnore {
  readonly rule: string;
  readonly reason: string | undefined;
  /** The entry of the list, in the metadata's text. */
  readonly range: Range;
}

const LIMITS: Limits = { length: 1_000_000, cells: 0, depth: 50, values: 10_000 };
const RULE = /^LL\d{3}$/;

/** Whether the metadata's JSON can hold anything for `readCellIgnores`; cheap. */
export function mayIgnore(text: string): boolean {
  return text.includes('"loadlight"') && text.includes('"ignore"');
}

/**
 * What stands under `loadlight.ignore` in a cell's metadata, given as JSON: a list of rules, each `"LL301"` or
 * `{"rule": "LL301", "reason": "…"}`. What is neither is left out.
 */
export function readCellIgnores(text: string): CellIgnore[] {
  if (!mayIgnore(text)) return [];
  const list = member(member(parsed(text), 'loadlight'), 'ignore');
  if (list?.kind !== 'array') return [];
  const lines = new TextLines(text);
  return list.items.flatMap(item => {
    const rule = textOf(text, item.kind === 'object' ? item.members.get('rule') : item);
    const reason = textOf(text, member(item, 'reason'))?.trim();
    if (rule === undefined || !RULE.test(rule)) return [];
    return [{ rule, reason: reason ? reason : undefined, range: lines.range(item.start, item.end) }];
  });
}

function parsed(text: string): JsonNode | undefined {
  try {
    return parseJson(text, LIMITS);
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.get(key) : undefined;
}

function textOf(text: string, node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? stringValue(text, node) : undefined;
}
