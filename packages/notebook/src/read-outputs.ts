import { ERROR_VALUE, OUTPUT_METADATA } from '@loadlight/facts/output-types';
import { keyBefore, stringValue, type JsonNode, type JsonObject } from './json-tree.js';
import type { Attachment, Output } from './notebook.js';
import { PartText } from './part-text.js';

/** nbformat 3 names the types of an output by short keys beside its other fields. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['latex', 'text/latex'],
  ['json', 'application/json'],
  ['javascript', 'application/javascript'],
  ['pdf', 'application/pdf']
]);

/** A cell's outputs by type; what has no text is left out. */
export function readOutputs(file: string, cell: JsonObject): Output[] {
  const list = cell.members.get('outputs');
  if (list?.kind !== 'array') return [];
  return list.items.map((item, index) => ({
    index,
    start: item.start,
    end: item.end,
    texts: item.kind === 'object' ? readOutput(file, item) : new Map<string, PartText>()
  }));
}

function readOutput(file: string, output: JsonObject): Map<string, PartText> {
  const texts = new Map<string, PartText>();
  const add = (mime: string, node: JsonNode | undefined, separator = ''): void => {
    if (node) texts.set(mime, new PartText(file, node, separator));
  };
  const kind = textOf(file, output.members.get('output_type'));
  if (kind === 'stream') {
    const name = textOf(file, output.members.get('name') ?? output.members.get('stream')) ?? 'stdout';
    add(`application/vnd.jupyter.${name}`, output.members.get('text'));
  } else if (kind === 'error' || kind === 'pyerr') {
    add('application/vnd.jupyter.error', output.members.get('traceback'), '\n');
    add(ERROR_VALUE, output.members.get('evalue'));
  } else {
    const data = output.members.get('data');
    if (data?.kind === 'object') for (const [mime, node] of data.members) add(mime, node);
    else for (const [key, mime] of SHORT_NAMES) add(mime, output.members.get(key));
  }
  const metadata = output.members.get('metadata');
  if (metadata?.kind === 'object' && metadata.members.size > 0) add(OUTPUT_METADATA, metadata);
  return texts;
}

/** The names under which pictures are in the cell, as they stand there. */
export function readAttachments(file: string, cell: JsonObject): Attachment[] {
  const byName = cell.members.get('attachments');
  if (byName?.kind !== 'object') return [];
  return [...byName.members].flatMap(([name, bundle]) => {
    const key = keyBefore(file, bundle.start);
    return key ? [{ name, text: new PartText(file, key) }] : [];
  });
}

/** The value where it is a string. */
export function textOf(file: string, node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? stringValue(file, node) : undefined;
}
