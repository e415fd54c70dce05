import type { ShownContent } from '@loadlight/facts/fact';
import { mayBe, type Value } from '@loadlight/facts/value';
import { alternatives, toValue, type Abstract } from '../abstract.js';
import type { BoundArgument, BoundArguments } from '../bind-arguments.js';
import type { DisplayRow } from '../catalogue/displays.js';
import { display } from '../catalogue/names.js';
import { sourceOf } from '../origin.js';
import type { Resolver } from '../resolver.js';
import type { Site } from '../unit.js';
import type { Draft } from './draft.js';
import { isHarmless, isMarkupOfLibrary } from './harmless-holes.js';

const ADDRESS = /^(?:https?:)?\/\//i;

/** What a call of that name puts into the page; nothing for other names, and where that is not asked for. */
export function displayOfCall(
  name: string,
  site: Site,
  bind: (parameters: readonly string[]) => BoundArguments,
  resolver: Resolver
): Draft | undefined {
  const row = resolver.tellsDisplays ? display(name) : undefined;
  if (!row) return undefined;
  const content = contentOf(row, bind(row.parameters), resolver);
  if (content.length === 0) return undefined;
  return publishing => ({
    kind: 'display',
    shows: row.shows,
    content,
    place: publishing.place(site),
    evidence: [],
    sureness: 'certain'
  });
}

function contentOf(row: DisplayRow, { byName }: BoundArguments, resolver: Resolver): ShownContent[] {
  if (row.onlyWith !== undefined && !mayBe(byName.get(row.onlyWith)?.value, true)) return [];
  const text = row.text === undefined ? undefined : byName.get(row.text);
  const file = row.file === undefined ? undefined : byName.get(row.file);
  const addresses = row.addresses.flatMap(name => byName.get(name) ?? []);
  return [
    ...(text ? alternatives(text.abstract).flatMap(one => textContent(one, text, row, resolver)) : []),
    ...addresses.flatMap(({ value }) => addressesIn(value).flatMap(one => addressContent(one, row))),
    ...(file ? fileContent(file.value) : [])
  ];
}

function textContent(one: Abstract, argument: BoundArgument, row: DisplayRow, resolver: Resolver): ShownContent[] {
  const begins = one.kind === 'literal' ? one.value : one.kind === 'text' ? one.prefix : undefined;
  if (row.textMayBeAddress && typeof begins === 'string' && /^https?:/i.test(begins))
    return addressContent(toValue(one), row);
  switch (one.kind) {
    case 'literal':
      return typeof one.value === 'string' ? [{ kind: 'text', text: one.value }] : [];
    case 'text': {
      const text = `${one.prefix}…${one.suffix}`;
      return [{ kind: isHarmless(argument.node, argument.where, resolver) ? 'text' : 'with-data', text }];
    }
    case 'symbol':
    case 'result': {
      if (one.kind === 'result' && isMarkupOfLibrary(one.of)) return [];
      const { origin } = sourceOf(toValue(one));
      return origin.kind === 'unknown' || origin.kind === 'written-here' ? [] : [{ kind: 'brought', origin }];
    }
    default:
      return [];
  }
}

function addressesIn(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'any' ? value.values.flatMap(addressesIn) : [value];
}

function addressContent(value: Value, row: DisplayRow): ShownContent[] {
  const begins = value.kind === 'literal' ? value.value : value.kind === 'text' ? value.prefix : undefined;
  if (typeof begins === 'string' && ADDRESS.test(begins)) {
    const url = value.kind === 'text' ? `${value.prefix}…${value.suffix}` : begins;
    return [{ kind: 'brought', origin: { kind: 'http', url } }];
  }
  // What a frame shows may be a file, and whose address is not known may be too.
  return row.paths || value.kind === 'literal' ? [] : [{ kind: 'brought', origin: { kind: 'http', url: '' } }];
}

function fileContent(value: Value): ShownContent[] {
  if (value.kind === 'literal' && typeof value.value !== 'string') return [];
  const { origin } = sourceOf(value);
  return [{ kind: 'brought', origin: origin.kind === 'file' ? origin : { kind: 'file', path: '…' } }];
}
