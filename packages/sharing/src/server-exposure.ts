import type { Exposure } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import type { FoundRange } from './found-range.js';

interface FoundExposure extends FoundRange, Pick<Exposure, 'how' | 'written'> {}

/** What the text is: a cell, a file of Python, or a file of settings. */
export type ExposedText = 'cell' | 'python' | 'settings';

/** Cheap: whether it is worth looking. */
function mayExposeServer(text: string): boolean {
  return /\bjupyter\b|ServerApp|NotebookApp/.test(text);
}

/** How the text opens a Jupyter server: by options of a command in a cell, or by its settings. Facts in the text's order. */
export function exposureFacts(text: string, kind: ExposedText, document: string, part: Part): Exposure[] {
  if (!mayExposeServer(text)) return [];
  const found = [
    ...(kind === 'cell' ? inCommands(text) : []),
    ...(kind === 'settings' ? inJson(text) : inConfig(text))
  ];
  if (found.length === 0) return [];
  const lines = new TextLines(text);
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ how, written, start, end }) => ({
      kind: 'exposure',
      how,
      written,
      place: { document, part, range: lines.range(start, end) },
      evidence: [],
      sureness: 'certain'
    }));
}

const COMMAND = /\bjupyter[- ](?:lab|notebook|server|nbclassic|labhub|singleuser)\b/;
/** A line that a shell runs. */
const RUNS = /^\s*[!%]|\b(?:os\.system|subprocess|Popen|get_ipython|check_call|check_output)\b/;
const SHELL_CELL = /^\s*%%(?:bash|sh|script|system|!)/;

/** Options of the command, as it and traitlets spell them. */
const OPTIONS: readonly (readonly [Exposure['how'], RegExp])[] = [
  ['every-address', /--(?:[A-Za-z]+\.)?ip[= ]\s?["']?(?:0\.0\.0\.0|\*|::)(?=["'\s]|$)["']?/g],
  ['no-password', /--(?:[A-Za-z]+\.)?token=(?:["']{2}|(?=[\s"'\\]|$))/g],
  ['any-origin', /--(?:[A-Za-z]+\.)?allow_origin(?:_pat)?[= ]\s?["']?(?:\.?\*)(?=["'\s]|$)["']?/g],
  ['no-xsrf-check', /--(?:[A-Za-z]+\.)?disable_check_xsrf(?:[= ](?:True|true|1))?(?=["'\s]|$)/g],
  ['as-root', /--allow-root\b|--(?:[A-Za-z]+\.)?allow_root=(?:True|true|1)\b/g]
];

function* inCommands(text: string): Iterable<FoundExposure> {
  const isShell = SHELL_CELL.test(text);
  // A command goes on behind a backslash at the end of its line.
  for (const { 0: line, index } of text.matchAll(/(?:[^\n\\]|\\(?:\r?\n|.)?)+/g)) {
    const command = COMMAND.exec(line);
    if (!command || (!isShell && !RUNS.test(line)) || /^\s*#/.test(line)) continue;
    for (const [how, option] of OPTIONS) {
      for (const match of line.slice(command.index).matchAll(option)) {
        const start = index + command.index + match.index;
        yield { how, written: match[0], start, end: start + match[0].length };
      }
    }
  }
}

const SETTING =
  /^[ \t]*c\.(?:ServerApp|NotebookApp|LabApp|JupyterApp|IdentityProvider|SingleUserNotebookApp)\.(ip|token|allow_origin|allow_origin_pat|disable_check_xsrf|allow_root)\s*=\s*("[^"\n]*"|'[^'\n]*'|True|False|None)/gm;

function* inConfig(text: string): Iterable<FoundExposure> {
  for (const match of text.matchAll(SETTING)) {
    const [all, name = '', value = ''] = match;
    const how = howOf(name, value.replace(/^["']|["']$/g, ''));
    const indent = /^\s*/.exec(all)?.[0].length ?? 0;
    const start = match.index + indent;
    if (how) yield { how, written: all.trim(), start, end: match.index + all.length };
  }
}

const JSON_SETTING =
  /"(ip|token|allow_origin|allow_origin_pat|disable_check_xsrf|allow_root)"\s*:\s*("[^"\n]*"|true|false|null)/g;

function* inJson(text: string): Iterable<FoundExposure> {
  if (!/"(?:ServerApp|NotebookApp|IdentityProvider)"\s*:/.test(text)) return;
  for (const match of text.matchAll(JSON_SETTING)) {
    const [all, name = '', value = ''] = match;
    const how = howOf(name, value.replace(/"/g, ''));
    if (how) yield { how, written: all, start: match.index, end: match.index + all.length };
  }
}

function howOf(name: string, value: string): Exposure['how'] | undefined {
  const isTrue = /^true$/i.test(value);
  switch (name) {
    case 'ip':
      return /^(?:0\.0\.0\.0|\*|::)$/.test(value) ? 'every-address' : undefined;
    case 'token':
      return value === '' ? 'no-password' : undefined;
    case 'allow_origin':
    case 'allow_origin_pat':
      return /^\.?\*$/.test(value) ? 'any-origin' : undefined;
    case 'disable_check_xsrf':
      return isTrue ? 'no-xsrf-check' : undefined;
    default:
      return name === 'allow_root' && isTrue ? 'as-root' : undefined;
  }
}
