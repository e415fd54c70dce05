import type { Fact } from '@loadlight/facts/fact';
import type { Edit } from '@loadlight/facts/fix';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import { partKey, type Part, type Place } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import { linesOfPart, partText } from '@loadlight/notebook/file-position';
import type { Notebook } from '@loadlight/notebook/notebook';
import { CREDENTIAL_MESSAGES } from '@loadlight/rules/credential-wording';
import { renamedAttachment } from './attachment-name.js';

/** What can be done about a finding in the clean copy. */
export const SHARE_MESSAGES: MessageTemplates = {
  'share-redact': 'Redact',
  'share-remove': 'Take out',
  'share-clear': 'Clear this output',
  'share-rename': 'Rename the attachment'
};

/** What the clean copy does about one fact. */
export interface Redaction {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** What stands in the place of what was taken out; the file keeps English, whoever reads it. */
function mark(what: string): string {
  return `[removed by loadlight: ${what}]`;
}

const PERSONAL = {
  'home-folder': 'a home folder',
  'user-name': 'a user name',
  'host-name': 'a machine name',
  'mail-address': 'a mail address',
  'internal-address': 'an internal address'
} as const;

const ACTIVE = {
  script: 'a script',
  frame: 'a frame',
  'plug-in': 'an embedded object',
  handler: 'an event handler',
  link: 'a link with a script',
  page: 'HTML'
} as const;

/**
 * How the clean copy takes out what the fact speaks of; undefined where only its author can. No edit has a quote, a brace or
 * a backslash in it, so that it can stand in code and in JSON as it is.
 */
export function redactionOf(fact: Fact, notebook: Notebook): Redaction | undefined {
  const { place } = fact;
  const redact = (newText: string, id = 'share-redact'): Redaction | undefined =>
    isEmpty(place) ? undefined : { title: say(SHARE_MESSAGES, id), edits: [{ ...place, newText }] };
  if (place.part.kind === 'attachment')
    return { title: say(SHARE_MESSAGES, 'share-rename'), edits: renamedAttachment(place, notebook) };
  switch (fact.kind) {
    case 'secret': {
      const newText = mark(credential(fact.label, fact.name));
      const own = redact(newText);
      // The same value, where nothing tells what it is.
      return (
        own && {
          ...own,
          edits: [...own.edits, ...[...fact.others, ...fact.texts].map(other => ({ ...other, newText }))]
        }
      );
    }
    case 'personal-text':
      return redact(mark(PERSONAL[fact.what]));
    case 'active-content':
      if (fact.where === 'code') return undefined;
      if (fact.form === 'handler' || fact.form === 'link')
        return redact(
          `data-removed-by-loadlight=${fact.form === 'handler' ? 'event-handler' : 'script-link'}`,
          'share-remove'
        );
      return redact(
        isScriptType(place.part) ? `/* ${mark(ACTIVE[fact.form])} */` : mark(ACTIVE[fact.form]),
        'share-remove'
      );
    case 'output':
      return fact.columns.length > 0 ? clearedTable(place, notebook) : undefined;
    default:
      return undefined;
  }
}

function isScriptType(part: Part): boolean {
  return part.kind === 'output' && /^(?:application|text)\/(?:x-)?(?:java|ecma)script$/i.test(part.mime);
}

/** "a Hugging Face token" for what the rules call "A Hugging Face token". */
function credential(label: string, name: string | undefined): string {
  const { text } = say(CREDENTIAL_MESSAGES, `credential-${label}`, name === undefined ? {} : { name });
  return text.replace(/^An? /, article => article.toLowerCase());
}

/** One table may be shown in several types. */
function clearedTable({ document, part }: Place, notebook: Notebook): Redaction | undefined {
  if (part.kind !== 'output') return undefined;
  const output = notebook.cells.find(({ id }) => id === part.cell)?.outputs[part.index];
  const edits = [...(output?.texts ?? [])].flatMap(([mime, text]): Edit[] => {
    if (!/^text\//.test(mime)) return [];
    const range = linesOfPart(text).range(0, text.text.length);
    return [{ document, part: { ...part, mime }, range, newText: mark('a table with columns that look personal') }];
  });
  return { title: say(SHARE_MESSAGES, 'share-clear'), edits };
}

function isEmpty({ range: { start, end } }: Place): boolean {
  return start.line === end.line && start.character === end.character;
}

/** The edits without overlaps: where two meet, one takes out what both would, and says what the longer one was. */
export function merged(notebook: Notebook, edits: readonly Edit[]): Edit[] {
  const byPart = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = partKey(edit.part);
    const list = byPart.get(key);
    if (list) list.push(edit);
    else byPart.set(key, [edit]);
  }
  return [...byPart.values()].flatMap(list => mergedInPart(notebook, list));
}

function mergedInPart(notebook: Notebook, edits: readonly Edit[]): Edit[] {
  const [first] = edits;
  const text = first && partText(notebook, first.part);
  if (!text) return [];
  const lines: TextLines = linesOfPart(text);
  const sorted = edits
    .map(edit => ({ edit, start: lines.offset(edit.range.start), end: lines.offset(edit.range.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: { edit: Edit; start: number; end: number; longest: number }[] = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    const longest = next.end - next.start;
    if (!last || next.start >= last.end) kept.push({ ...next, longest });
    else {
      if (longest > last.longest) [last.edit, last.longest] = [next.edit, longest];
      last.end = Math.max(last.end, next.end);
    }
  }
  return kept.map(({ edit, start, end }) => ({ ...edit, range: lines.range(start, end) }));
}
