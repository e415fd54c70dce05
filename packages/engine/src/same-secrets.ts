import type { Fact, Secret } from '@loadlight/facts/fact';
import { partKey, type Part, type Place } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';

/** A text in which credentials may stand. */
export interface SecretText {
  readonly part: Part;
  readonly lines: TextLines;
  /** It is neither code nor an output. */
  readonly isProse?: true;
}

/** Shorter values stand in other words by chance; in UTF-16 units. */
const SHORTEST = 8;
/** So many values are looked for one by one, which an edit does again only for the text that it changed. */
const FEW = 50;
/** So much text is gone through for all values together, in UTF-16 units, and so many places of one are told. */
const MOST_SEARCHED = 500_000_000;
const MOST_PLACES = 100;

/**
 * The facts, each secret with the other places where its value stands in these texts, and two values of one document under two
 * names: `HF_TOKEN` and `HF_TOKEN_2`. `isNamed` says that the code itself gave the name. Secrets whose text is not among these stay as
 * they are.
 */
export function sameSecrets(
  facts: readonly Fact[],
  texts: readonly SecretText[],
  isNamed: (secret: Secret) => boolean
): Fact[] {
  const byPart = new Map(texts.map(text => [partKey(text.part), text]));
  const values = new Map<Secret, string>();
  for (const fact of facts) {
    const value = fact.kind === 'secret' ? valueOf(fact, byPart.get(partKey(fact.place.part))) : undefined;
    if (fact.kind === 'secret' && value !== undefined) values.set(fact, value);
  }
  const places = placesByValue(values, texts);
  const names = namesOf(values, isNamed);
  return facts.map(fact => {
    const value = fact.kind === 'secret' ? values.get(fact) : undefined;
    if (fact.kind !== 'secret' || value === undefined) return fact;
    const all = (places.get(value) ?? []).filter(place => !isSame(place, fact.place));
    const isProse = ({ part }: Place): boolean => byPart.get(partKey(part))?.isProse === true;
    const variable = names.get(value) ?? fact.variable;
    if (all.length === 0 && variable === fact.variable) return fact;
    return { ...fact, others: all.filter(place => !isProse(place)), texts: all.filter(isProse), variable };
  });
}

/** The name of each value's variable: of several the one that the code chose first. */
function namesOf(values: ReadonlyMap<Secret, string>, isNamed: (secret: Secret) => boolean): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const all = [...values].filter(([{ inCode }]) => inCode);
  const named = new Set(all.filter(([secret]) => isNamed(secret)));
  for (const [{ variable }, value] of [...named, ...all.filter(one => !named.has(one))]) {
    if (names.has(value)) continue;
    let name = variable;
    for (let n = 2; taken.has(name); n++) name = `${variable}_${String(n)}`;
    taken.add(name);
    names.set(value, name);
  }
  return names;
}

/** What stands at its place; undefined for one that is only used there. */
function valueOf({ place: { range }, file }: Secret, text: SecretText | undefined): string | undefined {
  if (file !== undefined) return undefined;
  return text?.lines.text.slice(text.lines.offset(range.start), text.lines.offset(range.end));
}

/** Where each value stands in the texts, as far as that is looked for. */
function placesByValue(
  values: ReadonlyMap<Secret, string>,
  texts: readonly SecretText[]
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, readonly Place[]>();
  const [first] = values.keys();
  const searched = new Set([...values.values()].filter(value => value.length >= SHORTEST));
  if (first && searched.size > FEW) return placesOfMany(searched, first.place.document, texts);
  const length = texts.reduce((sum, { lines }) => sum + lines.text.length, 0);
  for (const [{ place }, value] of values) {
    if (places.has(value) || !searched.has(value) || places.size * length >= MOST_SEARCHED) continue;
    places.set(value, placesOf(value, place.document, texts));
  }
  return places;
}

/** The same as `placesOf` each value, in one way through the texts. */
function placesOfMany(
  values: ReadonlySet<string>,
  document: string,
  texts: readonly SecretText[]
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const byBeginning = new Map<string, string[]>();
  for (const value of values) {
    places.set(value, []);
    const beginning = value.slice(0, SHORTEST);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), value]);
  }
  for (const { part, lines } of texts) {
    const { text } = lines;
    const ends = new Map<string, number>();
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      for (const value of byBeginning.get(text.slice(at, at + SHORTEST)) ?? []) {
        const found = places.get(value);
        const end = at + value.length;
        if (!found || found.length >= MOST_PLACES || at < (ends.get(value) ?? 0) || !text.startsWith(value, at))
          continue;
        ends.set(value, end);
        if (isWhole(value, text, at)) found.push({ document, part, range: lines.range(at, end) });
      }
    }
  }
  return places;
}

/** Where the value stands in the texts, as a whole word; the first hundred places. None for a value that stands in words by chance. */
export function placesOf(value: string, document: string, texts: readonly SecretText[]): Place[] {
  if (value.length < SHORTEST) return [];
  const found: Place[] = [];
  for (const { part, lines } of texts) {
    for (const at of offsetsOf(value, lines)) {
      found.push({ document, part, range: lines.range(at, at + value.length) });
      if (found.length === MOST_PLACES) return found;
    }
  }
  return found;
}

/** Where a value begins in a text, so that a text that stays is gone through once. */
const offsets = new WeakMap<TextLines, Map<string, readonly number[]>>();

function offsetsOf(value: string, lines: TextLines): readonly number[] {
  const ofText = offsets.get(lines) ?? new Map<string, readonly number[]>();
  offsets.set(lines, ofText);
  const known = ofText.get(value);
  if (known) return known;
  const { text } = lines;
  const found: number[] = [];
  for (
    let at = text.indexOf(value);
    at >= 0 && found.length < MOST_PLACES;
    at = text.indexOf(value, at + value.length)
  ) {
    if (isWhole(value, text, at)) found.push(at);
  }
  ofText.set(value, found);
  return found;
}

/** It is no part of a longer word there. */
function isWhole(value: string, text: string, at: number): boolean {
  const end = at + value.length;
  const before = text.slice(Math.max(0, at - 2), at);
  // The letter of `\n` and its like is no part of a word, in a string of code as in JSON.
  if (isWord(value.charAt(0)) && isWord(before.slice(-1)) && !/^\\[abfnrtv]$/.test(before)) return false;
  return !(isWord(value.charAt(value.length - 1)) && isWord(text.charAt(end)));
}

function isWord(char: string): boolean {
  return /\w/.test(char);
}

function isSame(a: Place, b: Place): boolean {
  return (
    partKey(a.part) === partKey(b.part) &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character
  );
}
