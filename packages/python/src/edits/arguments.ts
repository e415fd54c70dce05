import { bindArguments, type BoundArgument } from '../bind-arguments.js';
import type { PythonProgram } from '../program.js';
import { Trace } from '../where.js';
import type { Syntax } from '../syntax.js';
import { siteOf, type Site } from '../unit.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { isStatement, removeItem } from './remove-statement.js';

/**
 * Gives a keyword that value: in place where it is passed (by keyword, by position, or by the dictionary behind `**`),
 * else as a last argument. Undefined where an unknown `**` might carry the keyword already: it must not stand twice. What
 * another module's dictionary says is overridden in the call.
 */
export function setArgument(
  program: PythonProgram,
  call: FoundCall,
  parameters: readonly string[],
  name: string,
  value: string
): Change[] | undefined {
  const bound = bindArguments(call.layers, parameters, program.resolver, new Trace());
  const present = bound.byName.get(name);
  if (present) {
    const sites = [present.valueSite, ...othersOf(present)];
    return sites.some(site => isElsewhere(program, site))
      ? override(call, present, name, value)
      : sites.map(site => replace(site, value));
  }
  return bound.open ? undefined : append(call, `${name}=${value}`);
}

/**
 * Takes an argument out of the call, or out of the dictionary that `**` unpacks. Nothing to do where it is not passed;
 * undefined where taking it out would move other positional arguments, or leave a block without statements.
 */
export function removeArgument(
  program: PythonProgram,
  call: FoundCall,
  parameters: readonly string[],
  name: string
): Change[] | undefined {
  const bound = bindArguments(call.layers, parameters, program.resolver, new Trace());
  const present = bound.byName.get(name);
  if (!present) return bound.open ? undefined : [];
  if (present.form === 'positional') {
    const later = [...bound.byName.values()].some(a => a.form === 'positional' && a.site.start > present.site.start);
    if (later || bound.open) return undefined;
  }
  const sites = [present.site, ...present.others.map(other => siteOf(other.where.unit, other.whole))];
  if (sites.some(site => isElsewhere(program, site))) return undefined;
  const cuts = sites.map(site => (isStatement(site) ? removeItem(program, site) : [cutOut(site)]));
  return cuts.every(cut => cut !== undefined) ? cuts.flat() : undefined;
}

/**
 * Puts one keyword where another argument stands, so that layout and comments stay: `removeArgument` and `setArgument`
 * of one call together. Undefined where the two are to be done one by one: there is nothing to take out, the keyword is
 * passed already, or what goes stands in a dictionary that others may use too.
 */
export function replaceArgument(
  program: PythonProgram,
  call: FoundCall,
  parameters: readonly string[],
  removed: string,
  name: string,
  value: string
): Change[] | undefined {
  const bound = bindArguments(call.layers, parameters, program.resolver, new Trace());
  const present = bound.byName.get(removed);
  if (!present || bound.open || bound.byName.has(name)) return undefined;
  if (present.form === 'keyword') return [replace(present.site, `${name}=${value}`)];
  if (present.form === 'unpacked') {
    const { start, end } = present.site;
    const inCall = present.site.unit === call.unit && start >= call.node.start && end <= call.node.end;
    return inCall ? [replace(present.site, `"${name}": ${value}`)] : undefined;
  }
  const later = [...bound.byName.values()].some(a => a.form === 'positional' && a.site.start > present.site.start);
  return later ? undefined : [replace(present.site, `${name}=${value}`)];
}

/** `**KW` becomes `**{**KW, "name": value}`, where another module holds the dictionary that the one `**` unpacks. */
function override(call: FoundCall, present: BoundArgument, name: string, value: string): Change[] | undefined {
  const splats = call.list?.children.filter(({ type }) => type === 'dictionary_splat') ?? [];
  const [inner] = splats.length === 1 && call.layers.length === 1 ? (splats[0]?.children ?? []) : [];
  if (!inner || present.form !== 'unpacked') return undefined;
  const unpacked = call.unit.text.slice(inner.start, inner.end);
  const simple = /^(?:identifier|attribute|call|subscript|dictionary)$/.test(inner.type) ? unpacked : `(${unpacked})`;
  return [changeIn(call.unit, inner.start, inner.end, `{**${simple}, "${name}": ${value}}`)];
}

/** It stands in another module, whose text is not edited together with this one. */
function isElsewhere(program: PythonProgram, { unit: { home } }: Site): boolean {
  return home !== undefined && home !== program;
}

/** Where else the same argument is given its value. */
function othersOf(argument: BoundArgument): Site[] {
  return argument.others.map(({ where, node }) => siteOf(where.unit, node));
}

/** Several arguments of one call are taken out; undefined where one of them does not stand in it. */
export function cutOutOf(call: FoundCall, sites: readonly Site[]): Change[] | undefined {
  const given = call.list?.children.filter(c => c.type !== 'comment') ?? [];
  const isGone = (node: Syntax): boolean => sites.some(s => s.start === node.start && s.end === node.end);
  if (sites.some(s => s.unit !== call.unit) || given.filter(isGone).length !== sites.length) return undefined;
  const last = given.at(-1);
  const isOpen = !last || !call.list || commaAfter(last, call.list, call.unit.text) === undefined;
  // Without a comma at the end, those that go there take the commas before them.
  const kept = given.reduce((found, node, i) => (isGone(node) ? found : i), -1);
  return given.filter(isGone).map(node => cutOut(siteOf(call.unit, node), isOpen && given.indexOf(node) > kept));
}

/** The text with its separating comma, and the whole line where it stands alone on it. */
export function cutOut(site: Site, isLast = false): Change {
  const { unit, start, end } = site;
  const text = unit.text;
  const after = isLast ? undefined : /^[ \t]*,/.exec(text.slice(end))?.[0];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const alone = /^[ \t]*$/.test(text.slice(lineStart, start)) && lineStart > 0;
  if (after !== undefined) {
    const past = end + after.length;
    const rest = /^[ \t]*(\r?\n)/.exec(text.slice(past));
    if (alone && rest) return change(site, lineStart, past + rest[0].length, '');
    const space = /^[ \t]*/.exec(text.slice(past))?.[0].length ?? 0;
    return change(site, start, past + (rest ? 0 : space), '');
  }
  // The last one: its comma stands before it.
  const before = /,(\s|\\\r?\n)*$/.exec(text.slice(0, start));
  return change(site, before ? start - before[0].length : start, end, '');
}

/** Adds the argument behind the last one, in the way the call is laid out. */
function append(call: FoundCall, argument: string): Change[] | undefined {
  const { list, unit } = call;
  if (list?.type !== 'argument_list') return undefined;
  const text = unit.text;
  const given = list.children.filter(c => c.type !== 'comment');
  const last = given.at(-1);
  const at = (start: number, added: string): Change => change({ unit, start, end: start }, start, start, added);
  if (!last) return [at(list.start + 1, argument)];
  if (last.type === 'generator_expression') return undefined;
  const comma = commaAfter(last, list, text);
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const indent = text.slice(lineStart, last.start);
  const ownLine = lineStart > list.start && /^[ \t]*$/.test(indent);
  if (!ownLine) return [at(comma ?? last.end, comma === undefined ? `, ${argument}` : ` ${argument},`)];
  // One argument a line: a new line below, behind any comment of the last one.
  const lineEnd = /\r?\n|$/.exec(text.slice(comma ?? last.end));
  const end = (comma ?? last.end) + (lineEnd?.index ?? 0);
  const closesHere = list.end <= end;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (closesHere)
    return [
      at(
        comma ?? last.end,
        `${comma === undefined ? ',' : ''}${lineBreak}${indent}${argument}${comma === undefined ? '' : ','}`
      )
    ];
  if (comma !== undefined) return [at(end, `${lineBreak}${indent}${argument},`)];
  if (end === last.end) return [at(end, `,${lineBreak}${indent}${argument}`)];
  return [at(last.end, ','), at(end, `${lineBreak}${indent}${argument}`)];
}

/** Offset just past the comma that follows the last argument, if there is one. */
function commaAfter(last: Syntax, list: Syntax, text: string): number | undefined {
  const rest = text.slice(last.end, list.end - 1).replace(/#[^\n]*/g, comment => ' '.repeat(comment.length));
  const index = rest.indexOf(',');
  return index < 0 ? undefined : last.end + index + 1;
}

function replace(site: Site, text: string): Change {
  return change(site, site.start, site.end, text);
}

function change(site: Site, start: number, end: number, text: string): Change {
  return changeIn(site.unit, start, end, text);
}
