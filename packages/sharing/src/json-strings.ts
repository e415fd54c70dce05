import type { JsonNode, JsonString } from '@loadlight/notebook/json-tree';

/** Every string value in a JSON tree, in order. */
export function* stringsOf(node: JsonNode): Iterable<JsonString> {
  if (node.kind === 'string') yield node;
  else if (node.kind === 'array') for (const item of node.items) yield* stringsOf(item);
  else if (node.kind === 'object') for (const member of node.members.values()) yield* stringsOf(member);
}
