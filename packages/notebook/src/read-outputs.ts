import { stringValue, type JsonNode, type JsonObject } from './json-tree.js';
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
  } else {
    const data = output.members.get('data');
    if (data?.kind === 'object') for (const [mime, node] of data.members) add(mime, node);
    else for (const [key, mime] of SHORT_NAMES) add(mime, output.members.get(key));
  }
  return texts;
}

export function readAttachments(file: string, cell: JsonObject): Attachment[] {
  const byName = cell.members.get('attachments');
  if (byName?.kind !== 'object') return [];
  const attachments: Attachment[] = [];
  for (const [name, bundle] of byName.members) {
    if (bundle.kind !== 'object') continue;
    let first = true;
    for (const [mime, node] of bundle.members) {
      attachments.push({ name: first ? name : `${name} (${mime})`, mime, text: new PartText(file, node) });
      first = false;
    }
  }
  return attachments;
}

/** The value where it is a string. */
export function textOf(file: string, node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? stringValue(file, node) : undefined;
}
